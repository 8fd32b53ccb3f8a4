"""How rows and messages move: unit of work, outbox, relay, inbox, bus, calls, clock, configuration.

What services are written with is `rongcuo.chassis.service`; its words can be imported from here as well. They
are loaded when first used, so that `rongcuo.chassis.ports` stays a pure module.
"""

from importlib import import_module
from typing import Any

_WORDS = frozenset({"NOBODY", "ExecutionProvider", "command", "every", "on_event", "on_events", "query"})


def __getattr__(name: str) -> Any:
    if name not in _WORDS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("rongcuo.chassis.service"), name)
