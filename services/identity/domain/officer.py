"""Officers in their posts."""

from dataclasses import dataclass
from typing import Self

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.identity import (
    EnrolOfficer,
    OfficerDismissed,
    OfficerEnrolled,
    OfficerProposed,
    OfficerState,
    OrganView,
)
from rongcuo.texts.folding import seen_as
from services.identity.domain.organ_unit import OrganUnit
from services.identity.domain.posts import needs_two, require_complete


def account_name(typed: str) -> str:
    """The user name that is meant, whatever width and case it is typed in. Budgets count by it too."""
    return seen_as(typed)


@dataclass(kw_only=True)
class Officer(Aggregate):
    """A person with an account and a post. `username` is compared by what is seen. `proposed_by`: the
    registrar who proposed them, where it took two. An empty `password_hash` matches nothing. `unit`,
    `unit_names`: as their unit is called now, and all its names."""

    id: str
    username: str
    name: str
    organ_id: str
    division_code: str
    unit: str
    email: str
    roles: frozenset[Role]
    password_hash: str = ""
    proposed_by: str = ""
    active: bool = False
    dismissed: bool = False
    unit_id: str = ""
    unit_names: tuple[str, ...] = ()

    @classmethod
    def enrol(cls, officer_id: str, command: EnrolOfficer, organ: OrganView, password_hash: str = "") -> Self:
        """Somebody in a post at once. Raises `invalid` where the post is incomplete."""
        officer = cls._new(officer_id, command, organ, password_hash)
        officer._take_up()
        return officer

    @classmethod
    def appoint(cls, officer_id: str, command: EnrolOfficer, organ: OrganView, by: Actor) -> Self:
        """In the post at once, or proposed for one that takes a second registrar's word. Raises `invalid`."""
        if not needs_two(command.roles):
            return cls.enrol(officer_id, command, organ)
        officer = cls._new(officer_id, command, organ)
        officer.proposed_by = by.officer_id
        officer.record(OfficerProposed(officer_id=officer.id, organ_id=officer.organ_id,
                                       proposed_by=by.officer_id, roles=tuple(sorted(officer.roles))))
        return officer

    @classmethod
    def _new(cls, officer_id: str, command: EnrolOfficer, organ: OrganView, password_hash: str = "") -> Self:
        require_complete(command)
        return cls(id=officer_id, username=account_name(command.username), name=command.name.strip(),
                   organ_id=organ.organ_id, division_code=organ.division_code, unit=command.unit.strip(),
                   email=command.email, roles=frozenset(command.roles), password_hash=password_hash)

    def join(self, unit: OrganUnit) -> None:
        """They are of this unit, however its name was written."""
        self.unit_id, self.unit, self.unit_names = unit.id, unit.name, unit.names

    @property
    def state(self) -> OfficerState:
        """Where the account stands."""
        if self.dismissed:
            return OfficerState.DISMISSED
        if not self.active:
            return OfficerState.PROPOSED
        return OfficerState.ACTIVE if self.password_hash else OfficerState.INVITED

    def confirm(self, by: Actor) -> None:
        """The second registrar's word. Raises `identity.nothing_proposed` or
        `identity.second_person_needed`."""
        if self.state is not OfficerState.PROPOSED:
            raise CaseError("identity.nothing_proposed", details={"state": self.state})
        if by.officer_id == self.proposed_by:
            raise CaseError("identity.second_person_needed")
        self._take_up()

    def dismiss(self) -> None:
        """Take the post away, or a proposal back. Dismissing twice changes nothing."""
        if not self.dismissed:
            self.active, self.dismissed = False, True
            self.record(OfficerDismissed(officer_id=self.id, organ_id=self.organ_id))

    def _take_up(self) -> None:
        self.active = True
        self.record(OfficerEnrolled(
            officer_id=self.id, name=self.name, organ_id=self.organ_id, unit=self.unit,
            division_code=self.division_code, email=self.email, roles=tuple(sorted(self.roles))))

    @property
    def actor(self) -> Actor:
        """The officer as they act."""
        return Actor(self.id, self.name, self.organ_id, self.division_code, self.unit, self.roles,
                     self.unit_names)
