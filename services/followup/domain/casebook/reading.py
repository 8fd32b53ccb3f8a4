"""A reading (学习): somebody is asked to read the guide of an area as it stands, and says that they have."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.followup import GuideRead, ReadingAssigned
from rongcuo.contracts.identity import OfficerView
from rongcuo.policy.calendar import ZONE


@dataclass(kw_only=True)
class Reading(Aggregate):
    """Of one edition, by one officer. `assigned_by` is empty where they read it unasked."""

    id: str
    organ_id: str
    area: str
    edition: str
    officer_id: str
    officer_name: str
    assigned_by: str = ""
    read_by: date | None = None
    assigned_at: datetime
    read_at: datetime | None = None

    @classmethod
    def assign(cls, reading_id: str, area: str, edition: str, officer: OfficerView, read_by: date,
               occasion: Occasion) -> Self:
        """By a lead, to somebody of their organ."""
        actor = occasion.actor
        if not actor.has(Role.LEAD) or officer.organ_id != actor.organ_id:
            raise CaseError("followup.lead_wanted", details={"organ_id": officer.organ_id})
        if read_by < occasion.now.astimezone(ZONE).date():
            raise CaseError("followup.reading_day_over", details={"read_by": read_by.isoformat()})
        reading = cls(
            id=reading_id, organ_id=actor.organ_id, area=area, edition=edition, officer_id=officer.officer_id,
            officer_name=officer.name, assigned_by=actor.name, read_by=read_by, assigned_at=occasion.now)
        reading.record(ReadingAssigned(
            reading_id=reading_id, organ_id=actor.organ_id, area=area, edition=edition,
            officer_id=officer.officer_id, read_by=read_by, at=occasion.now))
        return reading

    @classmethod
    def unasked(cls, reading_id: str, area: str, edition: str, occasion: Occasion) -> Self:
        """Somebody reads it of themselves."""
        actor = occasion.actor
        return cls(id=reading_id, organ_id=actor.organ_id, area=area, edition=edition,
                   officer_id=actor.officer_id, officer_name=actor.name, assigned_at=occasion.now)

    def confirm(self, occasion: Occasion) -> None:
        """已读: the moment is kept, and stays the first one."""
        if occasion.actor.officer_id != self.officer_id:
            raise CaseError("followup.not_your_reading")
        if self.read_at is not None:
            raise CaseError("followup.read_already", details={"at": self.read_at.isoformat()})
        self.read_at = occasion.now
        self.record(GuideRead(reading_id=self.id, organ_id=self.organ_id, area=self.area,
                              edition=self.edition, officer_id=self.officer_id, at=occasion.now))
