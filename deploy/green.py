"""Green threads for a pytest run, before anything else: `pytest -p deploy.green tests/integration`."""

import warnings

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated", DeprecationWarning)
    import eventlet

eventlet.monkey_patch()
