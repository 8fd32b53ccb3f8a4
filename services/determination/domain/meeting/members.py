"""Who sits in a joint meeting, and from which cases they keep away."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from rongcuo.casework.people import MAY_SIT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.units import unit_keys

BY_RULE = "依规回避"


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a meeting, with the unit they come from and all its names of that day."""

    officer_id: str
    name: str
    unit: str
    unit_names: tuple[str, ...] = ()

    @property
    def units(self) -> frozenset[str]:
        """The keys of every name of their unit."""
        return unit_keys(self.unit, *self.unit_names)

    @classmethod
    def of(cls, officer: OfficerView, organ_id: str) -> Self:
        """An active officer of that organ, or one of another unit who is entered with it; otherwise
        `meeting.not_a_member`."""
        sits = officer.active and officer.organ_id == organ_id and not MAY_SIT.isdisjoint(officer.roles)
        if not sits:
            raise CaseError("meeting.not_a_member", details={"officer_id": officer.officer_id})
        return cls(officer.officer_id, officer.name, officer.unit, officer.unit_names)


@dataclass(frozen=True, slots=True)
class MemberRecusal:
    """回避: no part in the items of one case, in this meeting for good."""

    case_id: str
    officer_id: str
    ground: RecusalGround
    reason: str
    at: datetime
