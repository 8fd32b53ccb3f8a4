"""Sessions: a user name and a password are exchanged for a token, which ends."""

from datetime import timedelta
from secrets import token_urlsafe

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView, SignedIn, SignIn, SignOut, SignOutEverywhere, Unlock
from services.identity import access
from services.identity.domain.attempts import Attempt
from services.identity.domain.credentials import REMEMBERED, Presence, Session, digest_of
from services.identity.domain.officer import Officer, account_name
from services.identity.domain.unsent import UNSENT_LIFE
from services.identity.organs import organ
from services.identity.ports import Guard, Officers
from services.identity.usecases.guessing import guess
from services.identity.views import view_of


def sign_in(context: ExecutionContext[Officers], command: SignIn, guard: Guard) -> SignedIn:
    """Neither answer nor time tells whether there is such an account. Raises `sign_in_failed`,
    `too_many_attempts`, `busy_signing_in`."""
    with context.reading() as store:
        officer = store.find(command.username)
        known = officer is not None and store.known_at(officer.id, command.address)
    attempt = Attempt(digest_of(account_name(command.username)), command.address, known)
    right = guess(guard, attempt, officer, command.password, context.now)
    signed = _begin_session(context, officer, command.address) if right and officer else None
    guard.watch.write("signed_in" if signed else "sign_in_failed", officer=officer.id if officer else "",
                      address=command.address)
    if signed is None:
        raise CaseError("sign_in_failed")
    return signed


def _begin_session(context: ExecutionContext[Officers], officer: Officer, address: str) -> SignedIn | None:
    """None where the password was changed, or the post taken away, while it was being compared."""
    token = token_urlsafe(32)
    session = Session.begin(token, officer, address, context.now)
    with context.unit() as unit:
        present = unit.store.get(officer.id)   # locked: whoever changes it later ends this session too
        if not present.active or present.password_hash != officer.password_hash:
            return None
        if address:
            unit.store.know_at(officer.id, address, context.now)
        unit.store.open_session(session)
        handed = unit.store.tell_of_handed(officer.id)
        unit.audit("signed_in", officer.id)
        unit.commit()
    return SignedIn(token=token, officer=view_of(officer), expires_at=session.expires_at, handed=handed)


def sign_out(context: ExecutionContext[Officers], command: SignOut) -> None:
    """End a token's life at once; an unknown token is no error."""
    with context.unit() as unit:
        unit.store.close_session(digest_of(command.token))
        unit.commit()


def sign_out_everywhere(context: ExecutionContext[Officers], command: SignOutEverywhere,
                        guard: Guard) -> OfficerView:
    """End all sessions of one's own, or of somebody whose account one looks after."""
    with context.unit() as unit:
        officer = unit.store.seen(context.actor, command.officer_id)
        access.require_care(context.actor, officer, organ(officer.organ_id))
        unit.store.close_sessions_of(officer.id)
        unit.audit("signed_out_everywhere", officer.id)
        answer = unit.commit(answer=view_of(officer))
    guard.watch.write("signed_out_everywhere", officer=officer.id, by=context.actor.officer_id)
    return answer


def unlock(context: ExecutionContext[Officers], command: Unlock, guard: Guard) -> OfficerView:
    """Whoever's password was guessed wrong too often need not wait any more."""
    with context.unit() as unit:
        officer = unit.store.seen(context.actor, command.officer_id)
        access.require_enrol(context.actor, organ(officer.organ_id), officer.roles)
        unit.audit("unlocked", officer.id)
        answer = unit.commit(answer=view_of(officer))
    guard.budgets.forgive(digest_of(officer.username))
    guard.watch.write("unlocked", officer=officer.id, by=context.actor.officer_id)
    return answer


def note_presence(context: ExecutionContext[Officers], presence: Presence) -> None:
    """Write down when sessions were last used."""
    seen = presence.take()
    if not seen:
        return
    with context.unit() as unit:
        for digest, at in seen.items():
            unit.store.see_session(digest, at)
        unit.commit()


def sweep(context: ExecutionContext[Officers], idle: timedelta) -> None:
    """Drop what has expired, or was long unused."""
    with context.unit() as unit:
        unit.store.sweep(context.now, context.now - idle, context.now - REMEMBERED, context.now - UNSENT_LIFE)
        unit.commit()
