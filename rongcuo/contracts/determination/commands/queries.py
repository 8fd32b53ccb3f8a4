"""What can be asked for."""

from dataclasses import dataclass

from rongcuo.contracts.fields import chosen, identifier, line, next_page, number, sought
from rongcuo.contracts.sorting import CaseSort, RecordSort


@dataclass(frozen=True, kw_only=True)
class DeterminationQuery:
    """One determination."""

    case_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class DeterminationsQuery:
    """A page of determinations; tabs as for reviews of filings."""

    tab: str = line(20, default="organ")
    sort: CaseSort = chosen(default=CaseSort.DUE)
    search: str = sought()
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class OfReportQuery:
    """The determinations that a report has led to, as far as the actor sees their inside."""

    report_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class SimilarCasesQuery:
    """Decided cases of the same situation and negative-list items, the newest first (consistency aid)."""

    case_id: str = identifier()
    limit: int = number(1, 50, default=10)


@dataclass(frozen=True, kw_only=True)
class ClueDisposalsQuery:
    """Disposals of one clue, with the answers to the tolerance question."""

    clue_number: str = line(64, 1)


@dataclass(frozen=True, kw_only=True)
class MeetingQuery:
    """One joint meeting."""

    meeting_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class BallotReceiptQuery:
    """What the asking member voted on an item, to keep."""

    meeting_id: str = identifier()
    item_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class MeetingsQuery:
    """The meetings of the actor's organ, or those they are a member of, by the time at which they meet."""

    sort: RecordSort = chosen(default=RecordSort.NEWEST)
    search: str = sought()
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class AppealQuery:
    """One appeal."""

    appeal_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class AppealsQuery:
    """The appeals of the cases that the actor sees; tab: organ (open), or closed."""

    tab: str = line(20, default="organ")
    sort: CaseSort = chosen(default=CaseSort.DUE)
    search: str = sought()
    cursor: str = next_page()
    limit: int = number(1, 200, default=50)
