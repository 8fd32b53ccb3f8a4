"""Green threads, before anything else is imported: `pytest -p deploy.green tests/integration`."""

import warnings

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")
    import eventlet

eventlet.monkey_patch()
