"""Which roles go together, and which take two people to give."""

from collections.abc import Iterable

from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import EnrolOfficer
from rongcuo.texts.signs import is_seen

# Who judges matters, or takes reports in, does not file any. Small organs have few people, so one may have
# several of these roles; that nobody has two parts in one matter is the matter's own rule.
JUDGES = frozenset({Role.REVIEWER, Role.LEAD, Role.MEMBER})
OF_THE_OFFICE = JUDGES | {Role.INTAKE}
CUSTODIANS = frozenset({Role.CUSTODIAN_A, Role.CUSTODIAN_B})
# Posts that look at others' work, give others their power or keep others' names stand alone.
APART = CUSTODIANS | {Role.SUPERVISOR, Role.REGISTRAR, Role.OPERATOR, Role.AUDITOR}
# One registrar proposes them, another confirms: who decides, alone or by a vote.
POWERFUL = APART | {Role.LEAD, Role.MEMBER}


def needs_two(roles: Iterable[Role]) -> bool:
    """Whether it takes two registrars to give these roles."""
    return not POWERFUL.isdisjoint(roles)


def require_complete(command: EnrolOfficer) -> None:
    """Raises `invalid` naming what the post lacks, or `identity.incompatible_roles`."""
    wrong: dict[str, list[str]] = {}
    if not command.roles or Role.SYSTEM in command.roles:
        wrong["roles"] = ["Must name at least one role of a person."]
    if Role.FILER in command.roles and not is_seen(command.unit):
        wrong["unit"] = ["A filer needs a unit."]
    if wrong:
        raise CaseError("invalid", details={"fields": wrong})
    if not compatible(frozenset(command.roles)):
        raise CaseError("identity.incompatible_roles", details={"roles": sorted(set(command.roles))})


def compatible(roles: frozenset[Role]) -> bool:
    """Whether one account may have all of these."""
    if roles & APART:
        return len(roles) == 1
    return not (Role.FILER in roles and roles & OF_THE_OFFICE)
