"""What can be asked to be done about the finding of a false accusation (诬告陷害认定), and asked for."""

from dataclasses import dataclass, field
from datetime import date

from rongcuo.contracts.clarify.false_accusation.content import (
    AccusationHandling,
    Circumstance,
    DraftFinding,
    FindingFile,
    Weighing,
)
from rongcuo.contracts.clarify.false_accusation.enums import Answer, Unheard
from rongcuo.contracts.clarify.procedures import ManagedBy
from rongcuo.contracts.commanding import CaseCommand, CommandMessage
from rongcuo.contracts.fields import chosen, identifier, line, many, number, text
from rongcuo.contracts.filing.content import AttachmentRef, files
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review.enums import RecusalGround


@dataclass(frozen=True, kw_only=True)
class OpenFalseAccusation(CommandMessage):
    """Prepare the request to inquire into a report that is suspected to be malicious; any other can't
    enter. `managed_by`: the highest level that manages any of those whom the report is about; the province
    approves where it is the province. Of one that could not be proven, or was not begun, once more only with
    `new_evidence` and its files."""

    report_id: str = identifier()
    managed_by: ManagedBy = chosen()
    new_evidence: str = line(200, default="")
    attachments: tuple[AttachmentRef, ...] = files(20)


@dataclass(frozen=True, kw_only=True)
class AssignFalseAccusation(CaseCommand):
    """Give it to a reviewer of the organ that inquires."""

    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class RecuseFromFalseAccusation(CaseCommand):
    """回避, as of any case."""

    officer_id: str = identifier()
    ground: RecusalGround = chosen()
    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class RequestBeginning(CaseCommand):
    """提请启动: the first gate. `grounds`: what speaks for fabrication and for intent, and against a
    mistake."""

    grounds: str = text(20_000, 1, read_by=Reader.ORGAN_ABOVE)


@dataclass(frozen=True, kw_only=True)
class AnswerBeginning(CaseCommand):
    """The prefecture, or the province, approves the beginning, returns the request, or refuses it."""

    answer: Answer = chosen()
    reasons: str = text(20_000, 1, read_by=Reader.INSIDE)


@dataclass(frozen=True, kw_only=True)
class AddAccusationEvidence(CaseCommand):
    """Evidence of the inquiry; its files were uploaded before."""

    title: str = line(200, 1)
    about: str = text(4_000, default="")
    attachments: tuple[AttachmentRef, ...] = files(20)


@dataclass(frozen=True, kw_only=True)
class WeighFactor(CaseCommand):
    """What one of the five factors says of fabrication, or of intent. Weighed again, the former one is
    replaced."""

    weighing: Weighing


@dataclass(frozen=True, kw_only=True)
class AskReporter(CaseCommand):
    """Ask the reporter, through the vault, where it comes from and what it rests on."""

    question: str = text(4_000, 1, read_by=Reader.ADDRESSEE)


@dataclass(frozen=True, kw_only=True)
class RecordReporterHearing(CaseCommand):
    """What the reporter said, in the handler's words: nothing by which somebody could tell who they are. With
    a paper, where they did not write it in the dialogue."""

    source: str = text(8_000, 1, read_by=Reader.INSIDE)
    basis: str = text(8_000, 1, read_by=Reader.INSIDE)
    attachments: tuple[AttachmentRef, ...] = files(20)


@dataclass(frozen=True, kw_only=True)
class RecordReporterUnheard(CaseCommand):
    """Why the reporter could not be heard, and what was tried, once the time to answer is up and where they
    have written nothing. That they do not want to say anything, takes a paper of theirs."""

    unheard: Unheard = chosen()
    account: str = text(4_000, 1, read_by=Reader.ORGAN_ABOVE)
    attachments: tuple[AttachmentRef, ...] = files(20)


@dataclass(frozen=True, kw_only=True)
class RecordCircumstances(CaseCommand):
    """从重、从轻情形: those that there are, in place of what was recorded before."""

    circumstances: tuple[Circumstance, ...] = many(30)


@dataclass(frozen=True, kw_only=True)
class RecordGain(CaseCommand):
    """Something that was got by the report, and is to be undone once the finding takes effect."""

    what: str = text(2_000, 1, read_by=Reader.INSIDE)


@dataclass(frozen=True, kw_only=True)
class ServeDraftFinding(CaseCommand):
    """Put the draft to the reporter, who may answer it."""

    draft: DraftFinding


@dataclass(frozen=True, kw_only=True)
class RecordDraftAnswer(CaseCommand):
    """What the reporter says to the draft, and what is made of it; once more, it stands below. With a paper,
    where they did not write it in the dialogue."""

    words: str = text(20_000, 1, read_by=Reader.ORGAN_ABOVE)
    considered: str = text(20_000, 1, read_by=Reader.ORGAN_ABOVE)
    attachments: tuple[AttachmentRef, ...] = files(20)


@dataclass(frozen=True, kw_only=True)
class RecordService(CaseCommand):
    """送达: the draft, or the finding, has reached a reporter who does not look in the dialogue; on which
    day, with the paper that shows it. `unsigned`: they would not sign for it, which is never so on the day on
    which it was put to them. Their time begins when somebody else has confirmed it."""

    served_on: date = field()
    unsigned: bool = False
    attachments: tuple[AttachmentRef, ...] = files(20)


@dataclass(frozen=True, kw_only=True)
class ConfirmEntry(CaseCommand):
    """Somebody else than who entered it has seen the paper, or was there: what was entered for the reporter
    holds."""

    number: int = number(1, 10_000)


@dataclass(frozen=True, kw_only=True)
class TakeDraftBack(CaseCommand):
    """Inquire further; another draft will be put to the reporter anew."""

    reasons: str = text(20_000, 1, read_by=Reader.INSIDE)


@dataclass(frozen=True, kw_only=True)
class RequestFinding(CaseCommand):
    """报请认定: the second gate, with the whole file."""

    file: FindingFile


@dataclass(frozen=True, kw_only=True)
class AnswerFinding(CaseCommand):
    """The prefecture, or the province, approves the finding, returns the file, or refuses it."""

    answer: Answer = chosen()
    reasons: str = text(20_000, 1, read_by=Reader.ADDRESSEE)


@dataclass(frozen=True, kw_only=True)
class EndFalseAccusation(CaseCommand):
    """`mistaken`: 错告, no intent, or nothing made up; it is explained to the reporter, and nothing else
    follows. Otherwise it can't be proven; what is unproven is not false."""

    mistaken: bool
    reasons: str = text(20_000, 1, read_by=Reader.ADDRESSEE)


@dataclass(frozen=True, kw_only=True)
class LodgeComplaint(CaseCommand):
    """申诉: what the reporter says against the finding on paper, handed on by whoever holds the case, within
    the time for it. `lodged_on`: the day on which they did. What they write in the dialogue is one by itself.
    """

    words: str = text(20_000, 1, read_by=Reader.ORGAN_ABOVE)
    lodged_on: date = field()
    attachments: tuple[AttachmentRef, ...] = files(20)


@dataclass(frozen=True, kw_only=True)
class AnswerComplaint(CaseCommand):
    """The organ above upholds the finding or sets it aside. `upheld`: it stands."""

    upheld: bool
    reasons: str = text(20_000, 1, read_by=Reader.ADDRESSEE)


@dataclass(frozen=True, kw_only=True)
class PutIntoEffect(CaseCommand):
    """The time for complaint has ended: the finding takes effect."""


@dataclass(frozen=True, kw_only=True)
class RecordHandling(CaseCommand):
    """What was done about whoever accused falsely."""

    handling: AccusationHandling


@dataclass(frozen=True, kw_only=True)
class UndoGain(CaseCommand):
    """Something got by the report was undone, and how."""

    gain_id: str = identifier()
    how: str = text(2_000, 1, read_by=Reader.INSIDE)
    undone_on: date = field()


@dataclass(frozen=True, kw_only=True)
class ConcludeFalseAccusation(CaseCommand):
    """Handled, and every gain undone."""


@dataclass(frozen=True, kw_only=True)
class ExtendFalseAccusation(CaseCommand):
    """Extend the inquiry once, by as much as the pack allows."""

    reason: str = text(2_000, 1, read_by=Reader.INSIDE)


@dataclass(frozen=True, kw_only=True)
class HandFalseAccusationUp(CaseCommand):
    """移送上级机关: nobody is left here who may inquire."""

    reason: str = text(2_000, 1, read_by=Reader.ORGAN_ABOVE)
