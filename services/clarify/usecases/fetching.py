"""A report, fetched with the right to it, and committed with the answer."""

from collections.abc import Callable
from typing import Final, Protocol, TypeVar

from rongcuo.casework.case import Case
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.clarify import FalseAccusationState, ReportNumber
from services.clarify.access import reports as access
from services.clarify.domain import Occasion, Report, Verb, following
from services.clarify.ports import Kept
from services.clarify.presenters.reports import number_of

NO_MALICE: Final = frozenset({FalseAccusationState.MISTAKEN, FalseAccusationState.SET_ASIDE})


class OfReport(Protocol):
    """A command about one report."""

    @property
    def report_id(self) -> str: ...


C = TypeVar("C", bound=OfReport)
Step = Callable[[ExecutionContext[Kept], C], ReportNumber]     # a use case


def step(verb: Verb, act: Callable[[Report, C, Occasion], None]) -> Step[C]:
    """The use case of a verb for which nothing is asked of others before."""
    def stepped(context: ExecutionContext[Kept], command: C) -> ReportNumber:
        with context.unit() as unit:
            report, occasion = fetch(context, unit.store, command.report_id, verb)
            act(report, command, occasion)
            return unit.commit(report, answer=number_of(report))
    return stepped


def fetch(context: ExecutionContext[Kept], store: Kept, report_id: str,
          verb: Verb) -> tuple[Report, Occasion]:
    """Locked, for somebody who has the verb."""
    report = store.reports.get(report_id)
    access.require(context.actor, verb, report)
    return report, occasion_of(context, report)


def linked(store: Kept, report: Report) -> tuple[Report, ...]:
    """Those to which it is linked, and to which they are: whoever links them, and which way round, changes
    nothing."""
    found, left = {report.id: report}, [each.report_id for each in report.links]
    while left:
        report_id = left.pop()
        if report_id not in found:
            found[report_id] = store.reports.read(report_id)
            left += [each.report_id for each in found[report_id].links]
    del found[report.id]
    return tuple(found.values())


def spoken_in_earnest(store: Kept, report: Report) -> bool:
    """Of those, one was once neither proved nor excluded, or is true, or a mistake; or it, or one of them,
    was no malice by an inquiry: told or found once more, it is no more false."""
    others = linked(store, report)
    inquiries = (case for each in (report, *others) for case in store.false_accusations.of_report(each.id))
    return any(map(following.spoke_in_earnest, others)) or any(each.state in NO_MALICE for each in inquiries)


def occasion_of(context: ExecutionContext[Kept], case: Case) -> Occasion:
    """With the pack that it began under."""
    return Occasion.at(context, case.pack_id, case.division_code)


def occasion_in(context: ExecutionContext[Kept], division_code: str) -> Occasion:
    """Of what is not there yet: with the pack and the calendar of today."""
    rules = context.rules
    return Occasion(context.actor, context.now, rules.pack(division_code, context.now.date()),
                    rules.calendar(division_code))
