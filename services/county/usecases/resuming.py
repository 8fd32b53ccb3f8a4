"""Going on after either end lost a part of its database: the next epoch (docs/adr/0054)."""

from datetime import datetime

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province.line import ApprovalAsked, Up
from services.county.ports import Node

AT_ONCE = 500


def resume(store: Node, now: datetime) -> int:
    """Begin the next epoch behind what the hub has, and send everything again that counts now; how many
    entries wait then. Raises CaseError `county.nothing_to_resume`."""
    end, line = store.locked(), store.line()
    if not line.trouble:
        raise CaseError("county.nothing_to_resume")
    end.epoch = max(end.epoch, line.their_epoch)
    end.received = max(end.received, line.their_first - 1)
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
    store.give(Up.APPROVAL_ASKED, *(ApprovalAsked(
        request_id=each.id, kind=each.kind, division_code=each.division_code, case_number=each.case_number,
        summary=each.summary, due_on=each.due_on, asked_at=each.asked_at) for each in store.every_open()),
        now=now)
