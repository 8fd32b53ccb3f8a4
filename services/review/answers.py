"""A case as its contract's views. Pure: the use cases answer with them, and so do the queries."""

from collections.abc import Mapping

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.review import CaseView, DeadlineView, ExplainedDayView, RecusalView
from rongcuo.policy.clock import Clock
from rongcuo.policy.deadline import ExplainedDay, Why
from rongcuo.policy.limit import LimitUnit
from services.review import access
from services.review.domain import DECIDED, Occasion, ReviewCase, Verb

WORDS: Mapping[Why, tuple[str, str]] = {
    Why.WORKDAY: ("工作日，计第 {count} 天，共 {of} 天", "working day {count} of {of}"),
    Why.ADJUSTED_WORKDAY: ("调休上班日，计第 {count} 天，共 {of} 天", "make-up working day, {count} of {of}"),
    Why.CALENDAR_DAY: ("计第 {count} 天，共 {of} 天", "day {count} of {of}"),
    Why.START_DAY: ("起算当日不计入", "the first day is not counted"),
    Why.WEEKEND: ("周末，不计入", "weekend, not counted"),
    Why.HOLIDAY: ("法定节假日，不计入", "public holiday, not counted"),
    Why.LOCAL_HOLIDAY: ("当地节日放假，不计入", "local holiday, not counted"),
    Why.SUSPENDED: ("时限暂停，不计入", "the clock stood still, not counted"),
    Why.MOVED: ("期满日不是工作日，顺延到这一天", "ended on a day off; due the next working day"),
}

UNITS: Mapping[LimitUnit, tuple[str, str]] = {
    LimitUnit.WORKDAYS: ("个工作日", "working day(s)"), LimitUnit.DAYS: ("天", "day(s)"),
    LimitUnit.MONTHS: ("个月", "month(s)"),
}

INSIDE = frozenset({Verb.RECUSE, Verb.VERIFY})  # whose notes are not for those with a part in the matter


def view_of(case: ReviewCase, occasion: Occasion) -> CaseView:
    """A case as the asking actor may see it, with what they may do now."""
    inside = access.sees_inside(occasion.actor, case)
    return CaseView(
        case_id=case.id, number=case.number, title=case.title, situation=case.situation,
        organ_id=case.organ_id, division_code=case.division_code, unit=case.unit, filer_name=case.filer_name,
        pack_id=case.pack_id,
        assignee_id=case.assignee_id, assignee_name=case.assignee.name if case.assignee else "",
        stages=tuple(stage.code for stage in occasion.pack.filing_stages), state=case.state,
        deadline=deadline_of(case, occasion), team=tuple(holder.officer_id for holder in case.team),
        recusals=_recusals(case) if inside else (),
        opinion=case.opinion if inside or case.state in DECIDED else "", reasons=case.reasons,
        late=is_late(case, occasion), history=tuple(_told(entry, inside) for entry in case.history),
        allowed=allowed(case, occasion), opened_at=case.opened_at, decided_at=case.decided_at,
        supplement_due_at=case.due_at if case.awaits_supplement else None)


def _recusals(case: ReviewCase) -> tuple[RecusalView, ...]:
    return tuple(
        RecusalView(officer_id=recusal.officer_id, officer_name=recusal.name, ground=recusal.ground,
                    reason=recusal.reason, at=recusal.at)
        for recusal in case.recusals)


def _told(entry: HistoryEntry, inside: bool) -> HistoryEntry:
    if inside or entry.what not in INSIDE:
        return entry
    return HistoryEntry(what=entry.what, actor_id=entry.actor_id, actor_name=entry.actor_name, at=entry.at)


def allowed(case: ReviewCase, occasion: Occasion) -> tuple[str, ...]:
    """The verbs this actor may use now: by their post, and by the case itself."""
    theirs = (verb for verb in Verb if access.may(occasion.actor, verb, case))
    return tuple(verb.value for verb in theirs if _possible(case, verb, occasion))


def _possible(case: ReviewCase, verb: Verb, occasion: Occasion) -> bool:
    try:
        case.require(verb, occasion)
    except CaseError:
        return False
    return True


def deadline_of(case: ReviewCase, occasion: Occasion) -> DeadlineView:
    """The running stage's deadline by the newest calendar; for a case that has ended, its last stage's."""
    due = occasion.due(case.clock)
    when = case.since if case.ended else occasion.now
    days = case.clock.explain(occasion.calendar, occasion.pack.office_hours.close)
    limit, limit_en = _limit(case.clock)
    return DeadlineView(
        date=due.date, at=due.at, limit=limit, limit_en=limit_en, provisional=due.provisional,
        suspended=case.clock.suspended, late=due.late(when), edition=due.edition,
        days=tuple(_day(day) for day in days))


def is_late(case: ReviewCase, occasion: Occasion) -> bool:
    """Ended late, or still open past its day."""
    return case.late or (not case.ended and occasion.is_late(case.clock))


def _limit(clock: Clock) -> tuple[str, str]:
    """Chinese and English."""
    unit, unit_en = UNITS[clock.limit.unit]
    extended = f"，延长 {clock.extended} {unit}" if clock.extended else ""
    extended_en = f", extended by {clock.extended}" if clock.extended else ""
    return f"{clock.limit.amount} {unit}{extended}", f"{clock.limit.amount} {unit_en}{extended_en}"


def _day(day: ExplainedDay) -> ExplainedDayView:
    why, why_en = (words.format(count=day.count, of=day.of) for words in WORDS[day.why])
    return ExplainedDayView(
        date=day.date, weekday=day.weekday, kind=day.kind.value, name=day.name, counted=day.counted,
        count=day.count, why=why, why_en=why_en, provisional=day.provisional)
