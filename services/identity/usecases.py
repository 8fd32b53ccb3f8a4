"""What identity does: enrol, dismiss, sign in, sign out."""

from datetime import timedelta
from secrets import token_urlsafe

from rongcuo.chassis.work import Desk
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import DismissOfficer, EnrolOfficer, OfficerView, SignedIn, SignIn, SignOut
from services.identity import access
from services.identity.domain import (
    CALM_DOWN,
    Officer,
    Session,
    digest_of,
    require_calm,
    require_complete,
    require_strong,
)
from services.identity.first_accounts import founders
from services.identity.organs import organ
from services.identity.ports import Officers, Passwords
from services.identity.views import view_of

LONGEST_KEPT = timedelta(days=1)


def enrol(desk: Desk[Officers], command: EnrolOfficer, passwords: Passwords) -> OfficerView:
    """Give a person an account and a post."""
    post = organ(command.organ_id)
    access.require_enrol(desk.actor, post, command.roles)
    require_complete(command)
    require_strong(command.password, command.username)
    hashed = passwords.hash(command.password)
    with desk.unit() as unit:
        officer = Officer.enrol(desk.new_id(), command, post, hashed)
        return unit.commit(officer, answer=view_of(officer))


def dismiss(desk: Desk[Officers], command: DismissOfficer) -> OfficerView:
    """Take a person's post away, and end their sessions."""
    with desk.unit() as unit:
        unit.store.seen(desk.actor, command.officer_id)
        officer = unit.store.get(command.officer_id)
        access.require_dismiss(desk.actor, officer.id, organ(officer.organ_id), officer.roles)
        officer.dismiss()
        unit.store.close_sessions_of(officer.id)
        return unit.commit(officer, answer=view_of(officer))


def sign_in(desk: Desk[Officers], command: SignIn, passwords: Passwords) -> SignedIn:
    """Exchange user name and password for a token.

    Failures are counted per user name, known or not, so neither answer nor time tells who exists.
    """
    key = digest_of(command.username.lower())
    with desk.reading() as store:
        require_calm(store.failures(key, desk.now - CALM_DOWN))
        officer = store.find(command.username)
    hashed = officer.password_hash if officer and officer.active else None
    if not passwords.match(hashed, command.password) or officer is None:
        _note_failure(desk, key)
        raise CaseError("sign_in_failed")
    return _begin_session(desk, officer, key)


def _note_failure(desk: Desk[Officers], key: str) -> None:
    with desk.unit() as unit:
        unit.store.note_failure(key, desk.now)
        unit.commit()


def _begin_session(desk: Desk[Officers], officer: Officer, key: str) -> SignedIn:
    token = token_urlsafe(32)
    session = Session.begin(token, officer, desk.now)
    with desk.unit() as unit:
        unit.store.forget_failures(key)
        unit.store.open_session(session)
        unit.note("signed_in", officer.id)
        unit.commit()
    return SignedIn(token=token, officer=view_of(officer), expires_at=session.expires_at)


def sign_out(desk: Desk[Officers], command: SignOut) -> None:
    """End a token's life at once; an unknown token is no error."""
    with desk.unit() as unit:
        unit.store.close_session(digest_of(command.token))
        unit.commit()


def found(desk: Desk[Officers], mode: str, secret: str, passwords: Passwords) -> None:
    """Enter the first accounts of an installation; those that exist already stay as they are."""
    with desk.reading() as store:
        empty = store.empty()
    wanted = {officer.id: officer for officer in founders(mode, secret, empty, passwords)}
    with desk.unit() as unit:
        for officer_id in unit.store.known(set(wanted)):
            del wanted[officer_id]
        unit.commit(*wanted.values())


def sweep(desk: Desk[Officers]) -> None:
    """Drop expired sessions and old failures."""
    with desk.unit() as unit:
        unit.store.sweep(desk.now, desk.now - LONGEST_KEPT)
        unit.commit()
