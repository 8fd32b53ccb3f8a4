"""Exchanging user name and password for a token."""

from secrets import token_urlsafe

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import SignedIn, SignIn
from services.identity.domain import Attempt, Officer, Session, account_name, digest_of
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
