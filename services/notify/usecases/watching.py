"""The watchdog: every open matter has an open task with an owner and a deadline.

What is open comes from the services that hold cases, not from notify's own memory, so it is a recount and not
a mirror. On request everything is compared. Each minute it is what changed on either side since the last
look, and the next part of a round through everything (docs/adr/0051).
"""

from collections.abc import Collection, Iterator, Set
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import OpenMattersQuery
from rongcuo.contracts.notify import WatchdogQuery, WatchdogReport
from rongcuo.contracts.watching import open_matters
from services.notify import access
from services.notify.domain.watch import Watch
from services.notify.ports import Notices

SILENT = frozenset({"service_unavailable", "answer_late", "busy", "deadline_passed"})
GRACE: Final = timedelta(seconds=60)    # for an event on its way
MARGIN: Final = timedelta(minutes=2)    # clocks differ, and what is committed late bears the moment it began
AT_ONCE: Final = 500                    # matters asked about in one call: 720,000 in a day of minutes
Context = ExecutionContext[Notices]
Open = dict[str, datetime]  # matter → since when it is in its present state


@dataclass(frozen=True, slots=True)
class Look:
    """What a look found. `asked`: how many matters it was about."""

    asked: int
    without_task: tuple[str, ...]
    unreachable: tuple[str, ...]


def watchdog(context: Context, query: WatchdogQuery, asked: Collection[str]) -> WatchdogReport:
    """Compare everything, now. `asked`: the services that hold cases."""
    access.require_operator(context.actor)
    settled = context.now - timedelta(seconds=query.grace_seconds)
    opened, silent = _opened(context, asked)
    with context.reading() as store:
        suspects = _settled(opened, settled) - store.with_open_task(opened)
    missing, silent_again = _missing(context, asked, suspects, settled)
    with context.reading() as store:
        tasks = store.open_tasks()
    return WatchdogReport(open_matters=len(opened), open_tasks=tasks, without_task=tuple(sorted(missing)),
                          unreachable=", ".join(silent or silent_again), at=context.now)


def look(context: Context, asked: Collection[str]) -> Look:
    """Compare what changed since the last look, what was missing then, and the next part of the round. Of a
    service that is silent nothing is taken as looked at."""
    settled = context.now - GRACE
    with context.reading() as store:
        watches, known = store.watches(), store.gaps()
        last = min((each.until for each in watches.values() if each.service in asked), default=settled)
        suspects = known | store.closed_since(last - MARGIN)
    looked, silent = [], []
    for service in asked:
        try:
            watch, found = _looked(context, watches.get(service), service, settled)
        except CaseError as error:
            silent.append(_silent(error, service))
        else:
            looked.append(watch)
            suspects |= found
    missing, silent_again = _missing(context, asked, suspects, settled)
    unsure = known if silent_again else frozenset()     # nobody said that these are over
    with context.unit() as unit:
        unit.store.keep_watch([each for each in looked if each.service not in silent_again], missing | unsure)
        unit.commit()
    return Look(len(suspects), tuple(sorted(missing | unsure)),
                tuple(dict.fromkeys((*silent, *silent_again))))


def _looked(context: Context, last: Watch | None, service: str, settled: datetime) -> tuple[Watch, Set[str]]:
    """The next part of the round, and unless that was everything what changed since the last look. A service
    that was never looked at is looked at whole."""
    if last is None:
        return Watch(service, settled), dict(_told_by(context, service, until=settled)).keys()
    page = context.ask(open_matters(service), OpenMattersQuery(
        cursor=last.cursor, until=settled, limit=AT_ONCE))
    found = {each.matter_id for each in page.matters}
    if last.cursor or page.next_cursor:
        found |= dict(_told_by(context, service, since=last.until - MARGIN, until=settled)).keys()
    return Watch(service, settled, page.next_cursor), found


def _missing(context: Context, asked: Collection[str], suspects: Set[str],
             settled: datetime) -> tuple[Set[str], tuple[str, ...]]:
    """Those that are still open, by a second look at them alone, and still have no task; and who was silent.
    For an end may be on its way while we look, or a task."""
    with context.reading() as store:
        suspects = suspects - store.with_open_task(suspects)
    opened, silent = _opened(context, asked, sorted(suspects)) if suspects else ({}, ())
    with context.reading() as store:
        return suspects & _settled(opened, settled) - store.with_open_task(opened), silent


def _opened(context: Context, asked: Collection[str],
            among: list[str] | None = None) -> tuple[Open, tuple[str, ...]]:
    """What is open by any service's word, of all or among these, and which of them did not answer."""
    opened: Open = {}
    silent: list[str] = []
    parts = [among[n:n + AT_ONCE] for n in range(0, len(among), AT_ONCE)] if among else [[]]
    for service in asked:
        try:
            told = dict(each for part in parts for each in _told_by(context, service, matter_ids=tuple(part)))
        except CaseError as error:
            silent.append(_silent(error, service))
        else:
            opened.update({one: max(since, opened.get(one, since)) for one, since in told.items()})
    return opened, tuple(silent)


def _told_by(context: Context, service: str, **wanted: Any) -> Iterator[tuple[str, datetime]]:
    cursor, more = "", True
    while more:
        page = context.ask(open_matters(service), OpenMattersQuery(cursor=cursor, **wanted))
        yield from ((matter.matter_id, matter.since) for matter in page.matters)
        cursor, more = page.next_cursor, bool(page.next_cursor)


def _silent(error: CaseError, service: str) -> str:
    if error.code not in SILENT:
        raise error
    return service


def _settled(opened: Open, settled: datetime) -> Set[str]:
    return {one for one, since in opened.items() if since <= settled}
