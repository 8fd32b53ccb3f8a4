"""Who may do what with officers and their posts, and which officers one may see."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from rongcuo.casework.access import Scope, of_roles
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OrganView
from rongcuo.policy.divisions import PROVINCE, is_at_or_below
from services.identity.domain.officer import Officer
from services.identity.domain.posts import needs_two

SCOPES: Mapping[Role, Scope] = MappingProxyType({      # of officers; everybody sees themselves
    Role.FILER: Scope.OWN_UNIT,
    Role.REVIEWER: Scope.ORGAN,
    Role.LEAD: Scope.ORGAN,
    Role.MEMBER: Scope.ORGAN,
    Role.SUPERVISOR: Scope.DIVISIONS_BELOW,
    Role.INTAKE: Scope.ORGAN,         # to whom a report is given
    Role.CUSTODIAN_A: Scope.ORGAN,    # for whom an identity would be opened
    Role.CUSTODIAN_B: Scope.ORGAN,
    Role.AUDITOR: Scope.DIVISIONS_BELOW,
    Role.REGISTRAR: Scope.DIVISIONS_BELOW,
    Role.CUSTODIAN_A: Scope.ORGAN,    # who asks to unseal, and who has the other cards
    Role.CUSTODIAN_B: Scope.ORGAN,
    Role.AUDITOR: Scope.DIVISIONS_BELOW,
    Role.OPERATOR: Scope.NONE,
    Role.SYSTEM: Scope.ALL,
})

# Roles that reach beyond one organ: who appoints them stands above the post, or is the province's registrar.
FROM_ABOVE = frozenset({Role.REGISTRAR, Role.SUPERVISOR, Role.AUDITOR})
PROVINCE_ONLY = frozenset({Role.OPERATOR})


def scopes(actor: Actor) -> frozenset[Scope]:
    """The row scopes of all roles of an officer."""
    return frozenset(of_roles(SCOPES, actor))


def require_registrar(actor: Actor, organ: OrganView) -> None:
    """Who enrols an organ's officers, and keeps its units. Raises `forbidden`."""
    if not actor.has(Role.REGISTRAR) or not is_at_or_below(organ.division_code, actor.division_code):
        raise CaseError("forbidden")


def require_enrol(actor: Actor, organ: OrganView, roles: Iterable[Role]) -> None:
    """Raises `forbidden` unless the actor is a registrar for this organ and may give these roles."""
    require_registrar(actor, organ)
    if actor.division_code == PROVINCE:
        return
    wanted, own_level = frozenset(roles), organ.division_code == actor.division_code
    if wanted & PROVINCE_ONLY or (own_level and wanted & FROM_ABOVE):
        raise CaseError("forbidden", details={"roles": sorted(wanted & (PROVINCE_ONLY | FROM_ABOVE))})


def require_dismiss(actor: Actor, officer_id: str, organ: OrganView, roles: Iterable[Role]) -> None:
    """Who may appoint to a post may take it away, but nobody their own."""
    require_enrol(actor, organ, roles)
    if actor.officer_id == officer_id:
        raise CaseError("forbidden")


def require_link(actor: Actor, officer: Officer, organ: OrganView, *, mailed: bool) -> None:
    """Whether the actor may have this officer set a password anew. Nobody holds a link to an account that it
    takes two to give: it is mailed, or whoever did not propose the post hands over the invitation.

    Raises `forbidden`, `identity.not_in_post`, `identity.link_needs_mail`, `identity.second_person_needed`.
    """
    require_enrol(actor, organ, officer.roles)
    if not officer.active:
        raise CaseError("identity.not_in_post")
    if mailed:
        return
    if officer.id == actor.officer_id:
        raise CaseError("forbidden")
    if needs_two(officer.roles):
        if officer.password_hash:
            raise CaseError("identity.link_needs_mail")
        if officer.proposed_by == actor.officer_id:
            raise CaseError("identity.second_person_needed")


def require_care(actor: Actor, officer: Officer, organ: OrganView) -> None:
    """Whoever may appoint to the post looks after its account; everybody after their own sessions."""
    if actor.officer_id != officer.id:
        require_enrol(actor, organ, officer.roles)


def require_operator(actor: Actor) -> None:
    """Raises `forbidden`."""
    if not actor.has(Role.OPERATOR):
        raise CaseError("forbidden")
