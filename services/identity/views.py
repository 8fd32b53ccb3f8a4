"""What identity answers."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts import identity as contract
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.contacts import Contact
from rongcuo.policy.divisions import PROVINCE, is_at_or_below
from services.identity import access
from services.identity import demonstration as published
from services.identity.domain.credentials import Link, Presence, Session, digest_of
from services.identity.domain.officer import Officer
from services.identity.domain.organ_unit import OrganUnit
from services.identity.domain.posts import JUDGES
from services.identity.organs import organ, organs
from services.identity.ports import Officers


def view_of(officer: Officer) -> contract.OfficerView:
    """An officer as others see them: no password, no address."""
    return contract.OfficerView(
        officer_id=officer.id, tag=officer.tag, username=officer.username, name=officer.name,
        organ_id=officer.organ_id, organ_name=organ(officer.organ_id).name,
        division_code=officer.division_code, unit=officer.unit, roles=tuple(sorted(officer.roles)),
        active=officer.active, state=officer.state, proposed_by=officer.proposed_by,
        unit_id=officer.unit_id, unit_names=officer.unit_names)


def unit_view_of(unit: OrganUnit, people: Iterable[Officer] = ()) -> contract.UnitView:
    """A unit with all its names, its people, and what is proposed."""
    of_it = [each for each in people if each.unit_id == unit.id and not each.dismissed]
    return contract.UnitView(
        unit_id=unit.id, organ_id=unit.organ_id, name=unit.name, aliases=unit.aliases,
        former_names=unit.former_names, tag=unit.tag, proposed=unit.proposed, people=len(of_it),
        judges=sum(not JUDGES.isdisjoint(each.roles) for each in of_it))


def holder_of(store: Officers, token: str, now: datetime) -> tuple[Session, Officer]:
    """Raises `sign_in_required` for an unknown or expired token."""
    found = store.holder(digest_of(token), now)
    if found is None:
        raise CaseError("sign_in_required")
    return found


def whose_token(context: ExecutionContext[Officers], query: contract.TokenQuery, presence: Presence,
                idle: timedelta) -> contract.OfficerView:
    """Raises `sign_in_required` for an unknown or expired token, or one that nobody used for `idle`."""
    with context.reading() as store:
        session, officer = holder_of(store, query.token, context.now)
    last = max(session.last_seen_at, presence.last(session.digest) or session.last_seen_at)
    if last + idle <= context.now:
        raise CaseError("sign_in_required")
    if not query.unattended:
        presence.note(session.digest, context.now)
    return view_of(officer)


def sessions(context: ExecutionContext[Officers], query: contract.SessionsQuery) -> contract.SessionsView:
    """Where the token's holder is signed in, and which links that others held set their password."""
    with context.reading() as store:
        present, officer = holder_of(store, query.token, context.now)
        found = store.sessions_of(officer.id, context.now)
        used = [(each, store.officer(each.by)) for each in store.handed_to(officer.id)]
    handed = tuple(contract.HandedView(used_at=each.used_at, address=each.address, by=by.name if by else "")
                   for each, by in used)
    return contract.SessionsView(handed=handed, sessions=tuple(
        contract.SessionView(session_id=each.id, address=each.address, began_at=each.began_at,
                             last_seen_at=each.last_seen_at, present=each.digest == present.digest)
        for each in found))


def opened(store: Officers, digest: str, now: datetime) -> tuple[Link, Officer]:
    """What a link opens, and whose it is. Raises `identity.link_void`."""
    found = store.link(digest, now)
    if found is None:
        raise CaseError("identity.link_void")
    return found


def link(context: ExecutionContext[Officers], query: contract.LinkQuery) -> contract.LinkView:
    """What a link is for. Raises `identity.link_void`."""
    with context.reading() as store:
        found, officer = opened(store, digest_of(query.link), context.now)
    return contract.LinkView(
        username=officer.username, name=officer.name, organ_name=organ(officer.organ_id).name,
        purpose=found.purpose, expires_at=found.expires_at)


def known_at(context: ExecutionContext[Officers], query: contract.KnownAtQuery) -> contract.KnownAtView:
    """For the queue before signing in."""
    with context.reading() as store:
        found = store.find(query.username)
        return contract.KnownAtView(known=found is not None and store.known_at(found.id, query.address))


def alarms(context: ExecutionContext[Officers], _query: contract.AlarmsQuery) -> contract.AlarmsView:
    """For operators."""
    access.require_operator(context.actor)
    with context.reading() as store:
        return contract.AlarmsView(alarms=store.alarms())


def officer(context: ExecutionContext[Officers], query: contract.OfficerQuery) -> contract.OfficerView:
    """Raises `not_found` for one the actor may not see. A registrar is told where the invitation goes, which
    whoever proposes a post could have sent to themselves."""
    with context.reading() as store:
        found = store.seen(context.actor, query.officer_id)
    return replace(view_of(found), email=found.email if context.actor.has(Role.REGISTRAR) else "")


def officers(context: ExecutionContext[Officers], query: contract.OfficersQuery) -> contract.OfficersView:
    """The organ's officers within the actor's sight: the active ones, for a registrar all where asked."""
    with context.reading() as store:
        everyone = query.everyone and context.actor.has(Role.REGISTRAR)
        found = store.listed(context.actor, query.organ_id, everyone)
    return contract.OfficersView(officers=tuple(
        view_of(each) for each in found if not query.role or query.role in each.roles))


def unit(context: ExecutionContext[Officers], query: contract.UnitQuery) -> contract.UnitView:
    """How units are called is no secret; what is proposed of them is."""
    with context.reading() as store:
        found = store.unit_known(query.organ_id, query.name)
        elsewhere = () if found else store.organs_with_unit(query.name)
    if found is None:
        return contract.UnitView(unit_id="", organ_id=query.organ_id, name=query.name, elsewhere=elsewhere)
    return replace(unit_view_of(found), proposed=None)


def units(context: ExecutionContext[Officers], query: contract.UnitsQuery) -> contract.UnitsView:
    """For the organ's registrars. Raises `forbidden`, `identity.unknown_organ`."""
    access.require_registrar(context.actor, organ(query.organ_id))
    with context.reading() as store:
        people = store.listed(context.actor, query.organ_id, everyone=True)
        found = store.units(query.organ_id)
    return contract.UnitsView(units=tuple(unit_view_of(each, people) for each in found))


def organs_below(context: ExecutionContext[Officers], query: contract.OrgansQuery) -> contract.OrgansView:
    """Organs are public, and whom to ask there."""
    above = query.division_code or PROVINCE
    return contract.OrgansView(organs=tuple(
        replace(each, contact=_contact(context.rules.contact(each.organ_id)))
        for each in organs() if is_at_or_below(each.division_code, above)))


def _contact(known: Contact | None) -> contract.OrganContact | None:
    if known is None:
        return None
    return contract.OrganContact(office=known.office, phone=known.phone, hours=known.hours,
                                 address=known.address, illustrative=known.source.illustrative)


def demonstration(mode: str) -> contract.DemonstrationView:
    """Raises `not_found` where there is no demonstration."""
    if mode not in published.MODES:
        raise CaseError("not_found")
    return contract.DemonstrationView(password=published.password(), people=published.people())


def unsent_forms(context: ExecutionContext[Officers],
                 _query: contract.UnsentFormsQuery) -> contract.UnsentFormsView:
    """One's own, and nobody else's."""
    with context.reading() as store:
        kept = store.unsent_of(context.actor.officer_id)
    return contract.UnsentFormsView(forms=tuple(
        contract.UnsentForm(form=form, kept_at=at) for form, at in kept))


def unsent_words(context: ExecutionContext[Officers],
                 query: contract.UnsentWordsQuery) -> contract.UnsentWords:
    """Raises `not_found`."""
    with context.reading() as store:
        kept = store.unsent(context.actor.officer_id, query.form)
    if kept is None or not kept.sealed:
        raise CaseError("not_found")
    return contract.UnsentWords(sealed=kept.sealed)


def kept_views(context: ExecutionContext[Officers], _query: contract.KeptViewsQuery) -> contract.KeptViews:
    """One's own, and nobody else's."""
    with context.reading() as store:
        return contract.KeptViews(sealed=store.views_of(context.actor.officer_id))
