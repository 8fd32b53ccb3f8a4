"""What every case is asked for in views: its deadline, day by day in both languages, what it lacks, and who
is recused."""

from collections.abc import Iterable

from rongcuo.casework.case import Case
from rongcuo.casework.deadlines import explained, limit_words
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.gaps import GapView
from rongcuo.contracts.review import DeadlineView, RecusalView
from rongcuo.policy.gaps import Gap
from rongcuo.policy.provenance import Standing


def deadline_of(case: Case, occasion: Occasion) -> DeadlineView:
    """The running stage's deadline by the newest calendar; for a case that has ended, its last stage's."""
    due = occasion.due(case.clock)
    when = case.since if case.ended else occasion.now
    limit, limit_en = limit_words(case.clock)
    pause = case.clock.pause
    return DeadlineView(
        date=due.date, at=due.at, limit=limit, limit_en=limit_en, provisional=due.provisional,
        suspended=case.clock.suspended, suspended_since=pause.at if pause else None,
        suspended_because=pause.reason if pause else "", late=due.late(when), edition=due.edition,
        days=explained(case.clock, occasion.calendar, occasion.pack.office_hours.close))


def is_late(case: Case, occasion: Occasion) -> bool:
    """Ended late, or still open past its day."""
    return case.late or (not case.ended and occasion.is_late(case.clock))


def gap_views(gaps: Iterable[Gap], occasion: Occasion, about: str = "") -> tuple[GapView, ...]:
    """What is missing before steps, each with what the pack does about it."""
    rule = occasion.pack.gaps
    return tuple(GapView(gap=gap.value, step=gap.step, force=rule.force(gap).value, about=about,
                         illustrative=rule.source.standing is Standing.ILLUSTRATIVE) for gap in gaps)


def recusal_views(case: Case) -> tuple[RecusalView, ...]:
    """Who is barred, and why: for those who see the inside of the case."""
    return tuple(RecusalView(officer_id=each.officer_id, officer_name=each.name, ground=each.ground,
                             reason=each.reason, at=each.at) for each in case.recusals)
