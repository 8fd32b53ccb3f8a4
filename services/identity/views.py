"""What identity answers."""

from rongcuo.chassis.work import Desk
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import (
    OfficerQuery,
    OfficersQuery,
    OfficersView,
    OfficerView,
    OrgansQuery,
    OrgansView,
    TokenQuery,
)
from services.identity.access import below
from services.identity.domain import Officer, digest_of
from services.identity.organs import organ, organs
from services.identity.ports import Officers


def view_of(officer: Officer) -> OfficerView:
    """An officer as others see them: no password, no address."""
    return OfficerView(
        officer_id=officer.id, tag=officer.tag, username=officer.username, name=officer.name,
        organ_id=officer.organ_id, organ_name=organ(officer.organ_id).name,
        division_code=officer.division_code, unit=officer.unit,
        roles=tuple(sorted(officer.roles)), active=officer.active)


def whose_token(desk: Desk[Officers], query: TokenQuery) -> OfficerView:
    """Raises `sign_in_required` for an unknown or expired token."""
    with desk.reading() as store:
        officer = store.holder(digest_of(query.token), desk.now)
    if officer is None:
        raise CaseError("sign_in_required")
    return view_of(officer)


def officer(desk: Desk[Officers], query: OfficerQuery) -> OfficerView:
    """Raises `not_found` for one the actor may not see."""
    with desk.reading() as store:
        return view_of(store.seen(desk.actor, query.officer_id))


def officers(desk: Desk[Officers], query: OfficersQuery) -> OfficersView:
    """The organ's active officers within the actor's sight."""
    with desk.reading() as store:
        found = store.listed(desk.actor, query.organ_id)
    return OfficersView(officers=tuple(
        view_of(each) for each in found if not query.role or query.role in each.roles))


def organs_below(query: OrgansQuery) -> OrgansView:
    """Organs are public."""
    prefix = below(query.division_code)
    return OrgansView(organs=tuple(each for each in organs() if each.division_code.startswith(prefix)))
