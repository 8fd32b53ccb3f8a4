"""What can be asked to be done about a problem."""

from dataclasses import dataclass, field
from datetime import date

from rongcuo.contracts.commanding import CaseCommand, CommandMessage
from rongcuo.contracts.fields import chosen, identifier, line, number, text
from rongcuo.contracts.filing.content import AttachmentRef, files
from rongcuo.contracts.followup.problem.content import NewMeasure, NewRule, ProblemDescription
from rongcuo.contracts.followup.problem.enums import ProblemSourceKind
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review.enums import RecusalGround


@dataclass(frozen=True, kw_only=True)
class RaiseProblem(CommandMessage):
    """By hand, in the actor's own organ. `source_number`: of what it was seen from, `on`: when that was."""

    description: ProblemDescription
    source: ProblemSourceKind = chosen()
    source_number: str = line(96, default="")
    on: date = field()


@dataclass(frozen=True, kw_only=True)
class DescribeProblem(CaseCommand):
    """梳理: in words of its own; again where it is to be put otherwise."""

    description: ProblemDescription


@dataclass(frozen=True, kw_only=True)
class DismissProblem(CaseCommand):
    """不列入: what happened shows no problem."""

    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class MergeProblem(CaseCommand):
    """归并: somebody confirms that it is another one again, and what is kept of it goes there."""

    into_id: str = identifier()
    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class RecuseFromProblem(CaseCommand):
    """回避."""

    officer_id: str = identifier()
    ground: RecusalGround = chosen()
    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class HandProblemUp(CaseCommand):
    """移送上级机关."""

    reason: str = text(2_000, 1, read_by=Reader.ORGAN_ABOVE)


@dataclass(frozen=True, kw_only=True)
class PlanMeasure(CaseCommand):
    """定整改措施."""

    measure: NewMeasure


@dataclass(frozen=True, kw_only=True)
class MoveMeasure(CaseCommand):
    """Somebody else sees to it, or by another day; a lead says so, with the reason."""

    measure: int = number(1, 1_000)
    owner_id: str = identifier()
    due_on: date = field()
    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class ReportMeasure(CaseCommand):
    """报整改情况, with what shows it."""

    measure: int = number(1, 1_000)
    words: str = text(4_000, 1, read_by=Reader.ORGAN)
    attachments: tuple[AttachmentRef, ...] = files(10)


@dataclass(frozen=True, kw_only=True)
class ReturnMeasure(CaseCommand):
    """What was brought does not show it yet."""

    measure: int = number(1, 1_000)
    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class CloseMeasure(CaseCommand):
    """销账: on its evidence, by somebody else than its owner."""

    measure: int = number(1, 1_000)
    words: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class DropMeasure(CaseCommand):
    """It is not wanted any more; a lead says why."""

    measure: int = number(1, 1_000)
    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class EnterRule(CaseCommand):
    """制度规范, which came of it."""

    rule: NewRule


@dataclass(frozen=True, kw_only=True)
class RepealRule(CaseCommand):
    """It holds no more from that day: the question is open again."""

    rule: int = number(1, 1_000)
    on: date = field()
    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class WriteRiskPoint(CaseCommand):
    """提炼风险点: what somebody who files such a matter later should know, and what they can do."""

    words: str = text(1_000, 1, read_by=Reader.FILER)
    advice: str = text(1_000, 1, read_by=Reader.FILER)


@dataclass(frozen=True, kw_only=True)
class WithdrawRiskPoint(CaseCommand):
    """It is shown to nobody any more."""

    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class NoteRecurrence(CaseCommand):
    """It came up once more: one that was closed is open again."""

    on: date = field()
    source_number: str = line(96, default="")
    words: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class CloseProblem(CaseCommand):
    """销号: all measures are settled."""

    words: str = text(4_000, 1, read_by=Reader.ORGAN)
