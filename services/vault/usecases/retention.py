"""The end of retention comes by itself, and old keys of the node go."""

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.policy.calendar import ZONE
from services.vault.ports import Strongroom, Vault
from services.vault.usecases.custody import destroy
from services.vault.usecases.files import sweep

AT_ONCE = 50


def end_retention(context: ExecutionContext[Vault], room: Strongroom) -> None:
    """Each in a transaction of its own: one that fails keeps no other."""
    room.node.throw_away(context.now)
    today = context.now.astimezone(ZONE).date()
    with context.reading() as store:
        over = store.retained_before(today, AT_ONCE)
    for reporter_ref in over:
        with context.unit() as unit:
            destroy(unit, room.keys, reporter_ref, context.now)
    sweep(context, room)
