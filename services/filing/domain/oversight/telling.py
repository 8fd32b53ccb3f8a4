"""Where the later life of a filing stands, as its events tell it."""

from datetime import date, datetime
from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.recusal import Parties
from rongcuo.contracts.case_moved import Standing
from rongcuo.policy.calendar import ZONE
from services.filing.domain.oversight import due
from services.filing.domain.oversight.due import next_due

KIND, NOTHING = "oversight", "oversight"


class Facts(due.Facts, Protocol):
    """Whose it is."""

    @property
    def id(self) -> str: ...

    @property
    def number(self) -> str: ...

    @property
    def title(self) -> str: ...

    @property
    def division_code(self) -> str: ...

    @property
    def filer_id(self) -> str: ...

    @property
    def pack_id(self) -> str: ...

    @property
    def apart(self) -> tuple[str, ...]: ...

    @property
    def parties(self) -> Parties: ...


def standing(matter: Facts, occasion: Occasion) -> Standing:
    """With the one thing that is to be done next."""
    found = next_due(matter)
    provisional = found is not None and found.on.year not in occasion.calendar.years()
    return Standing(
        kind=KIND, matter_id=matter.id, number=matter.number, title=matter.title, organ_id=matter.organ_id,
        division_code=matter.division_code, pack_id=matter.pack_id, subject_id=matter.filer_id,
        stage=found.stage if found else NOTHING, holders=found.holders if found else (),
        parties=(matter.filer_id,), apart=matter.apart, units_apart=tuple(sorted(matter.parties.units)),
        provisional=provisional, ended=found is None,
        due_at=closing_of(found.on, occasion) if found else occasion.now)


def closing_of(day: date, occasion: Occasion) -> datetime:
    """When the offices close on it."""
    return datetime.combine(day, occasion.pack.office_hours.close, ZONE)
