"""`python -m rongcuo`. Green threads come first, before anything else is imported."""

import warnings

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")
    from rongcuo.chassis.threads import go_green

go_green()

from rongcuo.cli import main  # noqa: E402

main()
