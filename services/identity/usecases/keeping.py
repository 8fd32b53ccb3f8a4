"""What is kept for its officer, and for nobody else: words of forms that were not sent, views of lists."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.identity import DropUnsent, KeepUnsent, KeepViews, KeptViews, UnsentForm
from services.identity.domain.unsent import MOST_UNSENT, Unsent
from services.identity.ports import Officers


def keep_unsent(context: ExecutionContext[Officers], command: KeepUnsent) -> UnsentForm:
    """The words of before are replaced, and of too many forms the longest untouched goes. What comes late
    from a page that was sent meanwhile is passed over."""
    me = context.actor.officer_id
    with context.unit() as unit:
        before = unit.store.claim_unsent(me, command.form)
        if before is None or before.done_page != command.page:
            unit.store.put_unsent(Unsent(me, command.form, command.sealed, "", context.now))
            unit.store.leave_unsent(me, MOST_UNSENT)
        return unit.commit(answer=UnsentForm(form=command.form, kept_at=context.now))


def drop_unsent(context: ExecutionContext[Officers], command: DropUnsent) -> None:
    """The words go at once."""
    me = context.actor.officer_id
    with context.unit() as unit:
        unit.store.claim_unsent(me, command.form)
        unit.store.put_unsent(Unsent(me, command.form, "", command.page, context.now))
        unit.store.leave_unsent(me, MOST_UNSENT)
        unit.commit()


def keep_views(context: ExecutionContext[Officers], command: KeepViews) -> KeptViews:
    """Those of before are replaced."""
    with context.unit() as unit:
        unit.store.put_views(context.actor.officer_id, command.sealed)
        return unit.commit(answer=KeptViews(sealed=command.sealed))
