"""Going on after either end lost a part of its database: the next epoch (docs/adr/0054)."""

from datetime import datetime

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province.line import Up
from services.county.ports import Node
from services.county.usecases import approvals

AT_ONCE = 500


def resume(store: Node, now: datetime) -> int:
    """Begin the next epoch behind what the hub has, and send everything again that counts now; how many
    entries wait then. Raises CaseError `county.nothing_to_resume`, or `county.not_let_go_on` where the hub
    has not let it begin."""
    end, line = store.locked(), store.line()
    if not line.trouble:
        raise CaseError("county.nothing_to_resume")
    if line.their_epoch <= end.epoch:
        raise CaseError("county.not_let_go_on")
    end.epoch = line.their_epoch - 1
    store.begin_epoch(end, line.their_received)
    line.trouble = ""
    store.put_line(line)
    _send_again(store, now)
    now_end = store.end()
    return int(now_end.given - now_end.acknowledged)


def _send_again(store: Node, now: datetime) -> None:
    after = ""
    while portion := store.every_matter(after, AT_ONCE):
        store.give(Up.MATTER, *(going.entry for going in portion), now=now)
        after = portion[-1].matter.id
    store.give(Up.RETURN, *(each.entry for each in store.every_return()), now=now)
    for asked in store.due_from(now.date()):
        approvals.tell(store, asked, now)
