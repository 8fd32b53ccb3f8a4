"""What is answered about the finding of a false accusation."""

from dataclasses import dataclass
from datetime import date, datetime

from rongcuo.contracts.clarify.content import Allegation, Finding
from rongcuo.contracts.clarify.false_accusation.content import (
    AccusationEvidence,
    AccusationHandling,
    Addressed,
    Approval,
    Circumstance,
    DraftFinding,
    Entry,
    FindingFile,
    Gain,
    Hearing,
    Weighing,
)
from rongcuo.contracts.clarify.false_accusation.enums import FalseAccusationState, Gate
from rongcuo.contracts.clarify.procedures import CodedText, Concerned, ManagedBy
from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.filing.content import AttachmentRef, HistoryEntry
from rongcuo.contracts.review.enums import HeldBy
from rongcuo.contracts.review.views import DeadlineView, RecusalView


@dataclass(frozen=True, kw_only=True)
class FalseAccusationView:
    """As those see it who inquire, and who approve. The reporter is a pseudonym here.

    `lacking`: factors still to be weighed and evidence still to be cited, as `intent.moment` and
    `evidence.e1`; `approver_organ_id`: which organ's approval both gates need; `unread_since`: since when
    something that the reporter wrote has not been taken down; `papers`: what they gave elsewhere;
    `entries`: what was entered for them; `allegations`, `findings`: of the report, for whoever decides it or
    sees the report.
    """

    case_id: str
    number: str
    title: str
    report_id: str
    reporter_ref: str
    pseudonym: str
    organ_id: str
    division_code: str
    pack_id: str
    approver_organ_id: str
    state: FalseAccusationState = chosen()
    held_by: HeldBy = chosen(default=HeldBy.HANDLER)
    tag: str = ""
    sees_report: bool = False  # the actor does
    assignee_id: str = ""
    assignee_name: str = ""
    concerned: tuple[Concerned, ...] = ()
    managed_by: ManagedBy = chosen()
    grounds: str = ""
    evidence: tuple[AccusationEvidence, ...] = ()
    weighings: tuple[Weighing, ...] = ()
    lacking: tuple[str, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    addressed: tuple[Addressed, ...] = ()
    unread_since: datetime | None = moment(default=None)
    papers: tuple[AttachmentRef, ...] = ()
    entries: tuple[Entry, ...] = ()
    allegations: tuple[Allegation, ...] = ()
    findings: tuple[Finding, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()
    heavier: tuple[CodedText, ...] = ()
    lighter: tuple[CodedText, ...] = ()
    draft: DraftFinding | None = None
    draft_answer: str = ""
    draft_considered: str = ""
    answer_until: date | None = None
    file: FindingFile | None = None
    approvals: tuple[Approval, ...] = ()
    complain_until: date | None = None
    complaint: str = ""
    complaint_answer: str = ""
    gains: tuple[Gain, ...] = ()
    handlings: tuple[AccusationHandling, ...] = ()
    ending: str = ""
    recusals: tuple[RecusalView, ...] = ()
    deadline: DeadlineView | None = None
    late: bool = False
    allowed: tuple[str, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    opened_at: datetime = moment()
    found_at: datetime | None = moment(default=None)


@dataclass(frozen=True, kw_only=True)
class FalseAccusationLine:
    """One in a list."""

    case_id: str
    number: str
    title: str
    organ_id: str
    approver_organ_id: str
    state: FalseAccusationState = chosen()
    assignee_name: str = ""
    provisional: bool = False
    late: bool = False
    suspended: bool = False
    due_at: datetime | None = moment(default=None)
    opened_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class FalseAccusationsPage:
    """Without counts: there are so few that each would say whose it is."""

    lines: tuple[FalseAccusationLine, ...] = ()
    next_cursor: str = ""


@dataclass(frozen=True, kw_only=True)
class ApprovalWanted:
    """Whose word an inquiry waits for, and for which gate; nothing of what is inquired into, or of whom.
    `asking` counts the times that a word was asked for; 0: none is wanted. `due_on`: until when."""

    asking: int = 0
    organ_id: str = ""
    division_code: str = ""
    asked_of: str = ""
    number: str = ""
    gate: Gate = chosen(default=Gate.BEGIN)
    provincial: bool = False
    due_on: date | None = None
