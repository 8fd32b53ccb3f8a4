"""Who may do what about the line, and which rows they see: one table. And what the hub may ask."""

from collections.abc import Mapping
from enum import StrEnum

from rongcuo.casework.access import Ownership, Rights, Scope, of_roles, shows
from rongcuo.casework.apart import known_by
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.county.operations import AskingOfficer
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import HUB
from rongcuo.policy.divisions import is_at_or_below, organs_over
from services.county.domain import Approval, MatterGoingUp


class Verb(StrEnum):
    """What can be done about the line."""

    ASK = "ask"          # for an approval, and taking that back
    ANSWER = "answer"    # what an organ below has asked
    SUBMIT = "submit"    # a monthly return


# A role that does not stand here sees and may do nothing. The line itself is seen by all who stand here.
RIGHTS: Mapping[Role, Rights[Verb]] = {
    Role.REVIEWER: Rights(Scope.ORGAN, frozenset({Verb.ASK})),
    Role.LEAD: Rights(Scope.ORGAN, frozenset(Verb)),
    Role.SUPERVISOR: Rights(Scope.DIVISIONS_BELOW),
    Role.OPERATOR: Rights(Scope.NONE),
}


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(each.scope for each in of_roles(RIGHTS, actor))


def require(actor: Actor, verb: Verb, approval: Approval | None = None) -> None:
    """Raises `not_found` where no role of the actor shows this request, `forbidden` where none that does has
    the verb."""
    rights = list(of_roles(RIGHTS, actor))
    if approval is not None:
        owned = Ownership(approval.organ_id, approval.division_code)
        rights = [each for each in rights if shows(each.scope, actor, owned)]
        if not rights or (approval.asked_for and not approval.asked_of_us):    # its case alone takes it back
            raise CaseError("not_found")
    if not any(verb in each.verbs for each in rights):
        raise CaseError("forbidden", details={"verb": verb.value})


def require_line(actor: Actor) -> None:
    """For whoever has anything to do with it. Raises `forbidden`."""
    if not list(of_roles(RIGHTS, actor)):
        raise CaseError("forbidden")


def require_hub(caller: str) -> None:
    """What is asked over the line is the hub's to ask. Raises `forbidden`."""
    if caller != HUB:
        raise CaseError("forbidden", f"{caller} is not the hub")


def require_above(asking: AskingOfficer, going: MatterGoingUp) -> None:
    """Whether somebody of an organ above may hear of a matter: a supervisor or a lead there, from whom it is
    not kept. Raises `not_found`: for anybody else there is no such matter."""
    officer = Actor(asking.officer_id, asking.name, asking.organ_id, asking.division_code,
                    roles=frozenset(Role(role) for role in asking.roles if role in {*Role}),
                    unit_names=asking.unit_names)
    above = officer.organ_id in organs_over(going.organ_id)[1:] if going.organ_id else False
    below = is_at_or_below(going.organ_id[:6], officer.division_code)
    if not (above and below and officer.has(Role.SUPERVISOR, Role.LEAD)):
        raise CaseError("not_found")
    if not going.matter.told or not going.apart.isdisjoint(known_by(officer)):
        raise CaseError("not_found")
