"""Passwords are set by whom they belong to: knowing the present one, or by a link that works once."""

from secrets import token_urlsafe

from rongcuo.chassis.ports import ExecutionContext, UnitOfWork
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import (
    ChangePassword,
    ForgotPassword,
    IssuedLink,
    IssueLink,
    OfficerView,
    SetPassword,
)
from services.identity import access
from services.identity.domain.attempts import Attempt, Budget
from services.identity.domain.credentials import Link, digest_of
from services.identity.domain.officer import Officer
from services.identity.organs import organ
from services.identity.ports import Guard, Officers
from services.identity.usecases.guessing import guess
from services.identity.views import holder_of, opened, view_of


def change_password(context: ExecutionContext[Officers], command: ChangePassword,
                    guard: Guard) -> OfficerView:
    """Set another, knowing the present one. Guesses at it are counted apart from those at signing in. Only
    here are both compared: whoever holds a link could guess at the present one by that, uncounted."""
    with context.reading() as store:
        session, officer = holder_of(store, command.token, context.now)
    attempt = Attempt(f"present-{officer.id}", "", known=True)
    if not guess(guard, attempt, officer, command.present, context.now):
        guard.watch.write("password_refused", officer=officer.id, address=command.address)
        raise CaseError("identity.present_password_wrong")
    if command.password == command.present:
        raise CaseError("identity.password_unchanged")
    hashed = _hashed(guard, officer, command.password)
    with context.unit() as unit:
        present = unit.store.get(officer.id)  # locked: of two changes at once, or a reset, the first stands
        holder_of(unit.store, command.token, context.now)
        if present.password_hash != officer.password_hash:
            raise CaseError("identity.present_password_wrong")
        answer = _keep(unit, present, hashed, session.digest)
    guard.watch.write("password_set", officer=officer.id, address=command.address)
    return answer


def set_password(context: ExecutionContext[Officers], command: SetPassword, guard: Guard) -> OfficerView:
    """Set one by a link. Whoever waits because of wrong guesses need not wait any more. Who was handed a
    link could use it too, so its officer sees that at the next sign-in."""
    digest = digest_of(command.link)
    with context.reading() as store:
        _, officer = opened(store, digest, context.now)
    hashed = _hashed(guard, officer, command.password)
    with context.unit() as unit:
        officer = unit.store.get(officer.id)  # locked: of two who use the link at once, one finds it gone
        opened(unit.store, digest, context.now)
        handed = unit.store.use_handed(digest, context.now, command.address)
        if handed and officer.password_hash:    # it took the place of their password: operators see it
            unit.store.raise_alarm("handed", officer.id, context.now)
        answer = _keep(unit, officer, hashed)
    if handed:
        guard.watch.write("handed_link_used", officer=officer.id, by=handed.by, address=command.address)
    guard.watch.write("password_set", officer=officer.id, address=command.address)
    guard.budgets.forgive(digest_of(officer.username))
    return answer


def forgot_password(context: ExecutionContext[Officers], command: ForgotPassword, guard: Guard) -> None:
    """A link by mail, for whom that can reach. The answer is the same for everybody. A link that is still
    open stands, however it was given: anybody may ask, and nobody's link ends by that."""
    if not guard.budgets.spend(Budget.ASKED_BY, command.address):
        seconds = guard.budgets.seconds(Budget.ASKED_BY, command.address)
        raise CaseError("too_many_attempts", details={"seconds": seconds})
    with context.unit() as unit:
        officer = unit.store.find(command.username)
        reached = officer and officer.active and officer.email and guard.mails_when_asked
        if officer and reached and not unit.store.has_link(officer.id, context.now):
            unit.store.put_link(Link.of(officer, context.now, mailed=True))
        unit.commit()
    guard.watch.write("password_forgotten", officer=officer.id if officer else "", address=command.address)


def issue_link(context: ExecutionContext[Officers], command: IssueLink, guard: Guard) -> IssuedLink:
    """By a registrar: an invitation, or a reset. Shown to them only where it can't be mailed."""
    with context.unit() as unit:
        unit.store.seen(context.actor, command.officer_id)
        officer = unit.store.get(command.officer_id)
        mailed = guard.mails and bool(officer.email)
        access.require_link(context.actor, officer, organ(officer.organ_id), mailed=mailed)
        token = "" if mailed else token_urlsafe(32)
        link = Link.of(officer, context.now, mailed=mailed)
        if token:
            link = link.with_token(token)
            unit.store.hand_over(link.digest, officer.id, context.actor.officer_id, context.now)
        unit.store.put_link(link)
        unit.audit("link_issued", officer.id, purpose=link.purpose.value, way="mail" if mailed else "hand")
        unit.commit()
    guard.watch.write("link_issued", officer=officer.id, by=context.actor.officer_id,
                      purpose=link.purpose.value, way="mail" if mailed else "hand")
    return IssuedLink(officer_id=officer.id, link=token, purpose=link.purpose, expires_at=link.expires_at)


def _hashed(guard: Guard, officer: Officer, password: str) -> str:
    about = officer.username, officer.name, officer.unit, *officer.username.split(".")
    guard.passwords.require_strong(password, about)
    return guard.passwords.hash(password)


def _keep(unit: UnitOfWork[Officers], officer: Officer, hashed: str, session: str = "") -> OfficerView:
    """All other sessions end, and whatever link there was."""
    officer.password_hash = hashed
    unit.store.close_sessions_of(officer.id, but=session)
    unit.store.drop_link(officer.id)
    unit.audit("password_set", officer.id)
    return unit.commit(officer, answer=view_of(officer))
