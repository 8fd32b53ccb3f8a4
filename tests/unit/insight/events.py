"""Events as they are sampled, of whichever matter, organ and moment a test is about."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from rongcuo.casework.counting import TELLINGS
from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.events import Event, load_event
from rongcuo.policy.calendar import ZONE
from tests.contract.shapes import SAMPLES, read

ORGAN = "530127"


def at(month: int, day: int, year: int = 2026) -> datetime:
    return datetime(year, month, day, 10, tzinfo=ZONE)


NOW = at(3, 2)


def told(kind: type[Event], matter_id: str = "m1", organ_id: str = ORGAN, now: datetime = NOW,
         keys: tuple[str, ...] = (), ended: bool = False, **facts: Any) -> Any:
    """`keys`: of whom the matter is kept from."""
    event: Any = load_event(kind.type_name(), read(SAMPLES / f"{kind.type_name()}.json"))
    when = {TELLINGS[kind].at if kind in TELLINGS else "at": now}
    if isinstance(event, CaseMoved):
        standing = replace(event.standing, matter_id=matter_id, organ_id=organ_id, keys_apart=keys,
                           ended=ended)
        return replace(event, standing=standing, **when, **facts)
    which = "filing_id" if hasattr(event, "filing_id") else "case_id"
    return replace(event, **{which: matter_id}, organ_id=organ_id, **when, **facts)
