"""Digests: what is routine waits for the morning of whoever chose so, and goes out with one mail."""

from datetime import timedelta

from rongcuo.chassis.ports import ExecutionContext, UnitOfWork
from rongcuo.contracts.notify import ChooseDigest, DigestView
from services.notify.domain.delivery import Delivery
from services.notify.domain.digest import MOST, Digest
from services.notify.ports import Notices
from services.notify.usecases.delivering import still_told

A_DAY = timedelta(days=1)
AT_ONCE = 50    # people for whom one tick gathers; the next tick goes on


def choose(context: ExecutionContext[Notices], command: ChooseDigest) -> DigestView:
    """For oneself: mailed once a day what is routine, or each at once."""
    me = context.actor
    with context.unit() as unit:
        digest = unit.store.digest(me.officer_id)
        quiet = context.rules.pack(me.division_code, on=context.now.date()).quiet_hours
        digest.choose(command.daily, context.now, quiet)
        unit.audit("notify.digest_chosen", digest.id, daily=int(digest.daily))
        return unit.commit(digest, answer=DigestView(daily=digest.daily))


def gather(context: ExecutionContext[Notices]) -> None:
    """For each for whom it is time. Every replica calls this; each claims its own people."""
    with context.unit() as unit:
        claimed = unit.store.claim_digests(context.now, AT_ONCE)
        if claimed:
            gathered = [each for digest in claimed for each in _gathered(context, unit, digest)]
            unit.commit(*claimed, *gathered)


def _gathered(context: ExecutionContext[Notices], unit: UnitOfWork[Notices],
              digest: Digest) -> list[Delivery]:
    """The first tells of the others, but of nothing that is kept from them by now."""
    officer = unit.store.officers((digest.id,)).get(digest.id)
    waiting = list(unit.store.for_the_digest(digest.id, MOST)) if officer else []
    if officer:
        quiet = context.rules.pack(officer.division_code, on=context.now.date()).quiet_hours
        digest.gathered(len(waiting), context.now, quiet)
        if told := still_told(context, unit, waiting):
            told[0].gather(told[1:], context.now)
    else:
        digest.due_at = context.now + A_DAY     # identity may tell of them by then
    return waiting
