"""`python -m rongcuo`. Green threads come first, before anything else is imported."""

import warnings

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")
    import eventlet

eventlet.monkey_patch()

from rongcuo.cli import main  # noqa: E402

main()
