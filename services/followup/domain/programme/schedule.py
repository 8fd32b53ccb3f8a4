"""What is due in a programme, and when: derived from its period, its class and what was done. Never kept."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    Basis,
    BasisKind,
    DutyKind,
    ExecutionCheck,
    GatheredInformation,
    PersonClass,
    ProgrammeState,
    VisitKind,
    VisitRecord,
    VisitState,
)
from rongcuo.policy.calendar import ZONE, Calendar
from rongcuo.policy.limit import Limit, LimitUnit, add_months
from rongcuo.policy.pack import FollowupRule
from services.followup.domain.programme.guards import unchecked

A_YEAR = 12     # months


@dataclass(frozen=True, slots=True)
class Duty:
    """What is due on a local day. `visit`: the number of the one by which it was done; 0 otherwise.
    `provisional`: the day rests on working days that are not published."""

    kind: DutyKind
    due_on: date
    done: bool = False
    visit: int = 0
    provisional: bool = False


class Scheduled(Protocol):
    """A `Programme`."""

    basis: Basis
    state: ProgrammeState
    person_class: PersonClass
    visits: tuple[VisitRecord, ...]
    executed: tuple[ExecutionCheck, ...]
    execution_months: int
    gathered: GatheredInformation | None
    end_told_at: datetime | None

    @property
    def ends_on(self) -> date: ...


def duties(programme: Scheduled, occasion: Occasion) -> tuple[Duty, ...]:
    """In the order of their days."""
    rule, since, until = occasion.pack.followup, programme.basis.since, programme.ends_on
    told_on, provisional = before(until, rule.told_before_end, occasion.calendar)
    concluded, unsure = after(until, rule.concluded_within, occasion.calendar)
    found = [
        *_visits(programme, visit_days(since, until, programme.person_class, rule)),
        Duty(DutyKind.GATHERING, gathered_on(programme, occasion), programme.gathered is not None),
        Duty(DutyKind.END_NOTICE, told_on, programme.end_told_at is not None, provisional=provisional),
        Duty(DutyKind.CONCLUSION, concluded, programme.state is ProgrammeState.COMPLETED,
             provisional=unsure)]
    if programme.basis.kind is BasisKind.SANCTION:
        months = programme.execution_months or rule.executed_within.amount
        found.append(Duty(DutyKind.EXECUTION, add_months(since, months), not unchecked(programme.executed)))
    return tuple(sorted(found, key=lambda each: (each.due_on, each.kind)))


def gathered_on(programme: Scheduled, occasion: Occasion) -> date:
    """By when what is known before the end has to be gathered."""
    return before(programme.ends_on, occasion.pack.followup.gathered_before_end, occasion.calendar)[0]


def end_is_near(programme: Scheduled, occasion: Occasion) -> None:
    """The steps before are over, or the day on which it is due has come, whatever the step."""
    day = gathered_on(programme, occasion)
    early = programme.state in (ProgrammeState.COUNSELLING, ProgrammeState.ASSISTANCE)
    if early and occasion.now.astimezone(ZONE).date() < day:
        raise CaseError("followup.gathered_too_early", details={"due_on": day.isoformat()})


def visit_days(since: date, until: date, person_class: PersonClass,
               rule: FollowupRule) -> tuple[tuple[VisitKind, date], ...]:
    """When somebody is to be visited, the last time before the end. Where the rhythm is closer than formal
    visits may be, there are contacts in between."""
    every = rule.classes[person_class.value].every
    last = max(until - timedelta(days=1), since)
    if every is None:
        first = min(add_months(since, rule.first_visit_within.amount), last)
        return tuple((VisitKind.FORMAL, day) for day in sorted({first, last}))
    one_in = -(-(A_YEAR // every.amount) // rule.formal_visits_a_year) or 1
    wished = [(VisitKind.FORMAL if number % one_in == 0 or day == last else VisitKind.CONTACT, day)
              for number, day in _rhythm(since, last, every)]
    return tuple(reversed(tuple(_few_enough(reversed(wished), rule.formal_visits_a_year))))


def _few_enough(visits: Iterable[tuple[VisitKind, date]], most: int) -> Iterator[tuple[VisitKind, date]]:
    """From the last one on, as many formal ones as a calendar year may have; the others are contacts."""
    formal: Counter[int] = Counter()
    for kind, day in visits:
        formal[day.year] += kind is VisitKind.FORMAL
        yield (kind if formal[day.year] <= most else VisitKind.CONTACT), day


def _rhythm(since: date, last: date, every: Limit) -> Iterator[tuple[int, date]]:
    number, day = 0, since
    while day < last:
        number += 1
        day = min(add_months(since, number * every.amount), last)
        yield number, day


def _visits(programme: Scheduled, wanted: Iterable[tuple[VisitKind, date]]) -> Iterator[Duty]:
    """Each is done by the next visit of its kind. One that the person declined is no failing: it counts."""
    settled = {kind: iter(sorted(
        (each for each in programme.visits
         if each.kind is kind and each.state in (VisitState.MADE, VisitState.DECLINED)),
        key=lambda each: (each.on, each.number))) for kind in VisitKind}
    for kind, day in wanted:
        done = next(settled[kind], None)
        duty = DutyKind.VISIT if kind is VisitKind.FORMAL else DutyKind.CONTACT
        yield Duty(duty, day, done is not None, done.number if done else 0)


def before(day: date, limit: Limit, calendar: Calendar) -> tuple[date, bool]:
    """So much earlier than a day, and whether that rests on days that are not published."""
    if limit.unit is not LimitUnit.WORKDAYS:
        return day - timedelta(days=limit.amount), False
    return _worked(day, limit.amount, -1, calendar)


def after(day: date, limit: Limit, calendar: Calendar) -> tuple[date, bool]:
    """So much later."""
    if limit.unit is not LimitUnit.WORKDAYS:
        return day + timedelta(days=limit.amount), False
    return _worked(day, limit.amount, 1, calendar)


def _worked(day: date, left: int, way: int, calendar: Calendar) -> tuple[date, bool]:
    provisional = False
    while left:
        day += timedelta(days=way)
        found = calendar.day(day)
        left -= found.is_workday
        provisional = provisional or found.provisional
    return day, provisional
