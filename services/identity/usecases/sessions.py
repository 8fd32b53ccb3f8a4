"""The end of sessions, and of waiting."""

from datetime import timedelta

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.identity import OfficerView, SignOut, SignOutEverywhere, Unlock
from services.identity import access
from services.identity.domain import REMEMBERED, UNSENT_LIFE, digest_of
from services.identity.organs import organ
from services.identity.ports import Budgets, Officers, Presence, Watch
from services.identity.views import view_of


def sign_out(context: ExecutionContext[Officers], command: SignOut) -> None:
    """End a token's life at once; an unknown token is no error."""
    with context.unit() as unit:
        unit.store.close_session(digest_of(command.token))
        unit.commit()


def sign_out_everywhere(context: ExecutionContext[Officers], command: SignOutEverywhere,
                        watch: Watch) -> OfficerView:
    """End all sessions of one's own, or of somebody whose account one looks after."""
    with context.unit() as unit:
        officer = unit.store.seen(context.actor, command.officer_id)
        access.require_care(context.actor, officer, organ(officer.organ_id))
        unit.store.close_sessions_of(officer.id)
        unit.audit("signed_out_everywhere", officer.id)
        answer = unit.commit(answer=view_of(officer))
    watch.write("signed_out_everywhere", officer=officer.id, by=context.actor.officer_id)
    return answer


def unlock(context: ExecutionContext[Officers], command: Unlock, budgets: Budgets,
           watch: Watch) -> OfficerView:
    """Whoever's password was guessed wrong too often need not wait any more."""
    with context.unit() as unit:
        officer = unit.store.seen(context.actor, command.officer_id)
        access.require_enrol(context.actor, organ(officer.organ_id), officer.roles)
        unit.audit("unlocked", officer.id)
        answer = unit.commit(answer=view_of(officer))
    budgets.forgive(digest_of(officer.username))
    watch.write("unlocked", officer=officer.id, by=context.actor.officer_id)
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
