"""Green threads for a pytest run, before anything else: `pytest -p deploy.green tests/integration`.

What only green threads may touch fails loudly where a native thread touches it; without this it would hang,
sometimes, under load.
"""

import warnings

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", r"\s*Eventlet is deprecated")
    from rongcuo.chassis.threads import go_green

go_green()

from collections.abc import Callable  # noqa: E402
from functools import wraps  # noqa: E402
from typing import Any  # noqa: E402

from eventlet.event import Event  # noqa: E402
from eventlet.lock import Lock  # noqa: E402
from eventlet.queue import LightQueue  # noqa: E402
from eventlet.semaphore import Semaphore  # noqa: E402

from rongcuo.chassis.locks import at_home  # noqa: E402


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def checked(*given: Any, **named: Any) -> Any:
        if not at_home():
            raise RuntimeError(f"{method.__qualname__} in a native thread: it is for green ones only")
        return method(*given, **named)
    return checked


for kind, names in ((Semaphore, ("acquire", "release")), (Lock, ("release",)), (Event, ("wait", "send")),
                    (LightQueue, ("put", "get"))):
    for name in names:
        setattr(kind, name, _guarded(getattr(kind, name)))
