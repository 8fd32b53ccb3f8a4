"""The watchdog: every open matter has an open task with an owner and a deadline.

What is open comes from the services that hold cases, not from notify's own memory, so it is a recount and not
a mirror.
"""

from collections.abc import Collection, Iterator
from datetime import datetime, timedelta

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import OpenMattersQuery
from rongcuo.contracts.notify import WatchdogQuery, WatchdogReport
from rongcuo.contracts.watching import open_matters
from services.notify import access
from services.notify.ports import Notices

SILENT = frozenset({"service_unavailable", "answer_late", "busy", "deadline_passed"})
Open = dict[str, datetime]  # matter → since when it is in its present state


def watchdog(context: ExecutionContext[Notices], query: WatchdogQuery,
             asked: Collection[str]) -> WatchdogReport:
    """Compare, now. A suspect is looked at twice, for its end may be on its way while we look. `asked`: the
    services that hold cases."""
    access.require_operator(context.actor)
    settled = context.now - timedelta(seconds=query.grace_seconds)
    opened, silent = _open_matters(context, asked)
    missing = _missing(context, opened, settled)
    if missing:
        again, silent_again = _open_matters(context, asked)
        missing = _missing(context, {one: again[one] for one in missing if one in again}, settled)
        silent = silent or silent_again
    with context.reading() as store:
        tasks = store.open_tasks()
    return WatchdogReport(open_matters=len(opened), open_tasks=tasks, without_task=tuple(sorted(missing)),
                          unreachable=", ".join(silent), at=context.now)


def _open_matters(context: ExecutionContext[Notices],
                  asked: Collection[str]) -> tuple[Open, tuple[str, ...]]:
    """What is open by any service's word, and which of them did not answer."""
    opened: Open = {}
    silent: list[str] = []
    for service in asked:
        try:
            told = dict(_told_by(context, service))
        except CaseError as error:
            if error.code not in SILENT:
                raise
            silent.append(service)
        else:
            opened.update({one: max(since, opened.get(one, since)) for one, since in told.items()})
    return opened, tuple(silent)


def _told_by(context: ExecutionContext[Notices], service: str) -> Iterator[tuple[str, datetime]]:
    cursor, more = "", True
    while more:
        page = context.ask(open_matters(service), OpenMattersQuery(cursor=cursor))
        yield from ((matter.matter_id, matter.since) for matter in page.matters)
        cursor, more = page.next_cursor, bool(page.next_cursor)


def _missing(context: ExecutionContext[Notices], opened: Open, settled: datetime) -> set[str]:
    old = {one for one, since in opened.items() if since <= settled}
    with context.reading() as store:
        return old - store.with_open_task(old)
