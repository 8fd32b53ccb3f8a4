"""The end of retention comes by itself, and old keys of the node go."""

from datetime import date

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.policy import divisions
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.clock import DeadlineClock
from services.vault.ports import Strongroom, Vault
from services.vault.usecases.custody import destroy

Context = ExecutionContext[Vault]
AT_ONCE = 50     # in one step, so that a process that is to stop need not wait for all


def end_retention(context: Context, room: Strongroom) -> None:
    """One step; what is left comes with the next one. Each in a transaction of its own, and one that fails
    keeps back no other. Raises the first failure, once the others are done."""
    room.node.throw_away(context.now)
    today, failures = context.now.astimezone(ZONE).date(), list[CaseError]()
    with context.reading() as store:
        over = store.retained_before(today, AT_ONCE)
    for reporter_ref in over:
        try:
            with context.unit() as unit:
                destroy(unit, room.keys, reporter_ref, context.now)
        except CaseError as failure:
            failures.append(failure)
    if failures:
        raise failures[0]


def give_ends(context: Context) -> None:
    """To those of before there was an end for whoever has no report: as long from now on as others have from
    the beginning, so that nobody's is over at once. One step."""
    with context.reading() as store:
        endless = store.without_end(AT_ONCE)
    for reporter_ref in endless:
        with context.unit() as unit:
            reporter = unit.store.reporter(reporter_ref)
            if reporter.has_no_end:
                reporter.retain_until(retained_unregistered(context, reporter.organ_id))
                unit.commit(reporter)


def retained_unregistered(context: Context, organ_id: str) -> date:
    """Who left before their report was registered, or whose report was refused, is not kept for ever."""
    division_code = divisions.division(organ_id.partition(".")[0]).code
    pack = context.rules.pack(division_code, context.now.astimezone(ZONE).date())
    clock = DeadlineClock(context.now, pack.reports.unregistered)
    return clock.due(context.rules.calendar(division_code), pack.office_hours.close).date
