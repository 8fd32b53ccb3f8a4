"""Who hears an appeal (复核组), and who names them: nobody who had a hand in the case."""

from collections.abc import Iterable, Set
from dataclasses import dataclass

from rongcuo.casework.people import MAY_SIT, Holder
from rongcuo.casework.transitions import holds
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from rongcuo.policy.divisions import lineage
from rongcuo.policy.pack import AppealRule
from services.determination.domain.determination import Determination


@dataclass(frozen=True, slots=True)
class Panel:
    """Its members, in the order in which they were named."""

    members: tuple[Holder, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """Of whoever sits on it."""
        return frozenset(each.officer_id for each in self.members)

    @property
    def majority(self) -> int:
        """How many have to say the same: 0023."""
        return len(self.members) // 2 + 1

    def named(self, staying: Set[str], officers: Iterable[OfficerView]) -> "Panel":
        """Those of it who stay, and who joins them; nobody sits twice."""
        members = {each.officer_id: each for each in self.members if each.officer_id in staying}
        members |= {officer.officer_id: Holder.of(officer) for officer in officers}
        return Panel(tuple(members.values()))

    def without(self, officer_id: str) -> "Panel":
        """Those who are left of it."""
        return Panel(tuple(each for each in self.members if each.officer_id != officer_id))

    def require_enough(self, rule: AppealRule) -> None:
        """Otherwise `appeal.panel_too_small`."""
        if len(self.members) < rule.panel_at_least:
            raise CaseError("appeal.panel_too_small", details={"wanted": rule.panel_at_least})

    def require_odd(self, rule: AppealRule) -> None:
        """Where the pack wants it; otherwise `appeal.panel_even`."""
        if rule.panel_odd and len(self.members) % 2 == 0:
            raise CaseError("appeal.panel_even", details={"named": len(self.members)})


def require_eligible(officer: OfficerView, case: Determination) -> None:
    """In post with the organ or one above it, free, and without a hand in the case."""
    above = officer.division_code in lineage(case.division_code)[:-1]
    if not (officer.active and MAY_SIT & set(officer.roles) and (officer.organ_id == case.organ_id or above)):
        raise CaseError("appeal.not_eligible", details={"officer_id": officer.officer_id})
    require_unengaged(officer.officer_id, officer.units, case)
    case.require_not_apart(officer)


def require_unengaged(officer_id: str, units: frozenset[str], case: Determination) -> None:
    """As what they were at the forming, they still have to be when the panel decides."""
    if officer_id in case.engaged:
        raise CaseError("appeal.first_decider", details={"officer_id": officer_id})
    case.require_free(officer_id, units)


def may_hear(officer_id: str, case: Determination) -> bool:
    """Whether somebody who was named still qualifies."""
    return holds(require_unengaged, officer_id, frozenset(), case)


def lead_is_left(officers: Iterable[OfficerView], case: Determination) -> bool:
    """Whether a lead of the case's organ may name the panel."""
    return any(Role.LEAD in each.roles and each.organ_id == case.organ_id
               and holds(require_eligible, each, case) for each in officers)
