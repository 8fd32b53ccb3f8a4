"""Who holds a case, and who may."""

from dataclasses import dataclass
from typing import Protocol

from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView

LEAST_TEAM = 2
JUDGES = frozenset({Role.REVIEWER, Role.LEAD})     # may lead or decide a case
MAY_SIT = frozenset({Role.MEMBER, Role.REVIEWER, Role.LEAD})   # in a meeting, on a panel


class Person(Protocol):
    """Whoever has an account and a name: who acts, who holds a case, who is asked about."""

    @property
    def officer_id(self) -> str: ...

    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Holder:
    """An officer who holds a case, with the name under which decisions are signed."""

    officer_id: str
    name: str

    @classmethod
    def of(cls, officer: Person) -> "Holder":
        """What a case keeps of an officer, who holds it, or had a hand in it."""
        return cls(officer.officer_id, officer.name)


def require_reviewer(officer: OfficerView, organ_id: str) -> None:
    """An active reviewer or lead of that organ; otherwise `review.not_a_reviewer`."""
    reviews = {Role.REVIEWER, Role.LEAD} & set(officer.roles)
    if not (officer.active and reviews and officer.organ_id == organ_id):
        raise CaseError("review.not_a_reviewer", details={"officer_id": officer.officer_id})
