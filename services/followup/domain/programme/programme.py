"""What a programme is, and how it comes to be. Pure Python."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Self

from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.events import Aggregate


class Verb(StrEnum):
    """What can be done with a programme."""

    OPEN = "open"


@dataclass(kw_only=True)
class Programme(Aggregate):
    """One of what an organ keeps here."""

    id: str
    organ_id: str
    division_code: str
    content: contract.ProgrammeContent
    opened_by: str
    opened_by_name: str
    opened_at: datetime
    noted_at: datetime | None = None

    @classmethod
    def open(cls, new_id: str, content: contract.ProgrammeContent, actor: Actor, now: datetime) -> Self:
        """In the actor's own organ."""
        opened = cls(id=new_id, organ_id=actor.organ_id, division_code=actor.division_code, content=content,
                     opened_by=actor.officer_id, opened_by_name=actor.name, opened_at=now)
        opened.record(contract.ProgrammeOpened(
            programme_id=new_id, organ_id=actor.organ_id, title=content.title, opened_by=actor.officer_id,
            opened_at=now))
        return opened

    def note(self, now: datetime) -> None:
        """Its event has come round; no event tells of that."""
        self.noted_at = now
        self.edits += 1
