"""What can be asked to be done about a clarification (澄清正名), and asked for."""

from dataclasses import dataclass, field
from datetime import date

from rongcuo.contracts.clarify.clarification.content import (
    AllegationWords,
    ClearingAct,
    ClearingOpinion,
    Plan,
    Visit,
    VisitAnswer,
)
from rongcuo.contracts.clarify.clarification.enums import ClarificationMode
from rongcuo.contracts.clarify.procedures import Concerned
from rongcuo.contracts.commanding import CaseCommand, CommandMessage
from rongcuo.contracts.fields import chosen, identifier, identifiers, line, many, text
from rongcuo.contracts.filing.content import AttachmentRef, files
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review.enums import RecusalGround


@dataclass(frozen=True, kw_only=True)
class ApplyForClarification(CommandMessage):
    """本人（单位）书面申请. `situation`: 基本情况; `reported`: what was reported, as they know it;
    `wish`: 澄清诉求. For somebody without an account a caseworker enters it, with the paper."""

    organ_id: str = identifier()
    concerned: Concerned
    situation: str = text(4_000, 1, read_by=Reader.CASEWORKERS)
    reported: str = text(4_000, 1, read_by=Reader.CASEWORKERS)
    wish: str = text(4_000, 1, read_by=Reader.CASEWORKERS)
    attachments: tuple[AttachmentRef, ...] = files(10)


@dataclass(frozen=True, kw_only=True)
class AssignClarification(CaseCommand):
    """Give it to a reviewer of the organ."""

    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class RecuseFromClarification(CaseCommand):
    """回避, as of any case."""

    officer_id: str = identifier()
    ground: RecusalGround = chosen()
    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class LinkClarification(CaseCommand):
    """Which closed report an application is about: of its allegations, those about whoever applied."""

    report_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class AssessClarification(CaseCommand):
    """评估: what the report has done to the person, by the pack's codes, and in which words its allegations
    may be spoken of, without a trace of who made them."""

    grounds: tuple[str, ...] = identifiers(20)
    effects: str = text(4_000, 1, read_by=Reader.INSIDE)
    allegations: tuple[AllegationWords, ...] = many(50)


@dataclass(frozen=True, kw_only=True)
class PlanClarification(CaseCommand):
    """The plan of one clearing. Another plan is another thing to ask the person about."""

    plan: Plan


@dataclass(frozen=True, kw_only=True)
class AskOpinion(CaseCommand):
    """拟澄清告知: ask the person what they think of mode and audience."""


@dataclass(frozen=True, kw_only=True)
class GiveOpinion(CaseCommand):
    """What the person thinks of it: by themselves, or entered for them with the paper."""

    opinion: ClearingOpinion


@dataclass(frozen=True, kw_only=True)
class RequestApproval(CaseCommand):
    """报审: with the opinion of those who review cases (审理). `with_false_accusation`: the finding of a
    false accusation is requested at the same time."""

    recommendation: str = text(8_000, 1, read_by=Reader.INSIDE)
    review_opinion: str = text(8_000, 1, read_by=Reader.INSIDE)
    with_false_accusation: bool = False


@dataclass(frozen=True, kw_only=True)
class ProposeRefusal(CaseCommand):
    """建议不予澄清: the head decides. `ground`: a code of the pack's."""

    ground: str = identifier()
    reasons: str = text(8_000, 1, read_by=Reader.INSIDE)


@dataclass(frozen=True, kw_only=True)
class ApproveClarification(CaseCommand):
    """The organ's head approves the plan."""

    note: str = text(4_000, default="")


@dataclass(frozen=True, kw_only=True)
class ReturnClarification(CaseCommand):
    """The head sends it back to be assessed further."""

    reasons: str = text(8_000, 1, read_by=Reader.INSIDE)


@dataclass(frozen=True, kw_only=True)
class RefuseClarification(CaseCommand):
    """不予澄清, for a reason of the pack's codes; the person is told, and may object once."""

    ground: str = identifier()
    reasons: str = text(8_000, 1, read_by=Reader.SUBJECT)


@dataclass(frozen=True, kw_only=True)
class ObjectToNoClarification(CaseCommand):
    """异议: the next level looks at it. For somebody without an account a caseworker enters it, with the
    paper. `lodged_on`: the day on which that was handed in; `of_whom`: whose it is and how that is known,
    where several are called so."""

    words: str = text(8_000, 1, read_by=Reader.ORGAN_ABOVE)
    lodged_on: date | None = None
    of_whom: str = text(400, default="")
    attachments: tuple[AttachmentRef, ...] = files(10)


@dataclass(frozen=True, kw_only=True)
class AnswerObjection(CaseCommand):
    """The next level: `clear` sends it back to be cleared; otherwise the refusal stands for good."""

    clear: bool
    reasons: str = text(8_000, 1, read_by=Reader.SUBJECT)


@dataclass(frozen=True, kw_only=True)
class RecordAct(CaseCommand):
    """实施记录 of one mode. The written one calls for the letter."""

    act: ClearingAct


@dataclass(frozen=True, kw_only=True)
class DropMode(CaseCommand):
    """A mode of the plan that will not be carried out, and why; never the written one."""

    mode: ClarificationMode = chosen()
    reasons: str = text(4_000, 1, read_by=Reader.SUBJECT)


@dataclass(frozen=True, kw_only=True)
class AskUnit(CaseCommand):
    """Ask a unit to do its part: to announce it, to take back what followed from the report."""

    unit: str = line(120, 1)
    what: str = text(2_000, 1, read_by=Reader.ADDRESSEE)
    until: date = field()


@dataclass(frozen=True, kw_only=True)
class RecordUnitAnswer(CaseCommand):
    """What became of it. `done`: otherwise the unit would not, and `reason` says what it gave for that."""

    ask_id: str = identifier()
    done: bool
    reason: str = text(2_000, default="")


@dataclass(frozen=True, kw_only=True)
class FinishClearing(CaseCommand):
    """Every mode of the plan was carried out or dropped."""


@dataclass(frozen=True, kw_only=True)
class ArchiveClarification(CaseCommand):
    """归档. `personnel_body`: who was told of the person's clearing; `integrity_file`: it lies in the
    廉政档案."""

    archive_number: str = line(64, 1)
    personnel_body: str = line(120, default="")
    integrity_file: bool = False


@dataclass(frozen=True, kw_only=True)
class RecordVisit(CaseCommand):
    """澄清回访: not before the pack's first day."""

    visit: Visit


@dataclass(frozen=True, kw_only=True)
class AnswerVisit(CaseCommand):
    """What the person says to what was written down of the visit: by themselves, or entered for them with the
    paper."""

    answer: VisitAnswer


@dataclass(frozen=True, kw_only=True)
class ReadClarification(CaseCommand):
    """已看到: what was put to the person has reached them. Their time to answer runs from here."""


@dataclass(frozen=True, kw_only=True)
class ServeClarification(CaseCommand):
    """送达, on whoever can't read it here: with the paper that they signed for it (送达回证)."""

    how: str = line(200, 1)
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class GiveClearingFeedback(CaseCommand):
    """结果反馈, which closes it."""

    note: str = text(4_000, 1, read_by=Reader.SUBJECT)


@dataclass(frozen=True, kw_only=True)
class WithdrawClarification(CaseCommand):
    """Whoever applied takes it back; what was applied for in the name of a unit, with the unit's paper."""

    reason: str = text(2_000, 1, read_by=Reader.CASEWORKERS)
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class ExtendClarification(CaseCommand):
    """Extend the stage once, where departments have to agree (跨部门)."""

    reason: str = text(2_000, 1, read_by=Reader.SUBJECT)


@dataclass(frozen=True, kw_only=True)
class HandClarificationUp(CaseCommand):
    """移送上级机关: nobody is left here who may decide."""

    reason: str = text(2_000, 1, read_by=Reader.ORGAN_ABOVE)
