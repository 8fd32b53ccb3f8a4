"""Until v0.3.0 `review` kept determinations: what it told is read as what `determination` tells."""

from collections.abc import Mapping
from typing import Final

from rongcuo.contracts.determination.events import appeals, cases, meetings
from rongcuo.contracts.events import Event, upcast

FORMER: Final = "review"
_TOLD: Final = tuple(
    kind for module in (appeals, cases, meetings) for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Event) and kind.__module__ == module.__name__)
FORMER_NAMES: Final[Mapping[str, str]] = {     # type then -> type now
    f"{FORMER}.{kind.kind}.v{kind.version}": kind.type_name() for kind in _TOLD}

for _kind in _TOLD:
    upcast(f"{FORMER}.{_kind.kind}.v{_kind.version}", _kind)(dict)
