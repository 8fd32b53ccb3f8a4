"""What clarify can be told to do with reports."""

from dataclasses import dataclass, field
from datetime import date

from marshmallow import ValidationError

from rongcuo.contracts.clarify.content import Finding, ReportContent
from rongcuo.contracts.clarify.enums import (
    FeedbackStage,
    LinkKind,
    NoRemit,
    Outside,
    PersonLevel,
    ReportDisposal,
    ShieldVerdict,
)
from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.fields import (
    choices,
    chosen,
    identifier,
    identifiers,
    line,
    many,
    number,
    text,
)
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review.enums import RecusalGround


def _with_allegations(content: ReportContent) -> None:
    if not content.allegations:
        raise ValidationError({"allegations": ["must name at least one"]})
    backwards = {place: {"act_until": ["ends before it begins"]}
                 for place, each in enumerate(content.allegations)
                 if each.act_from and each.act_until and each.act_until < each.act_from}
    if backwards:
        raise ValidationError({"allegations": backwards})


@dataclass(frozen=True, kw_only=True)
class ReportCommand(CommandMessage):
    report_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class RegisterReport(CommandMessage):
    """登记, in the actor's own organ; seen by nobody until it is known whom to keep it from."""

    content: ReportContent = field(metadata={"validate": _with_allegations})


@dataclass(frozen=True, kw_only=True)
class ReceiveReport(CommandMessage):
    """What somebody sent by the public form to an organ. Answers a ReportNumber."""

    organ_id: str = identifier()
    content: ReportContent = field(metadata={"validate": _with_allegations})


@dataclass(frozen=True, kw_only=True)
class AssignReport(ReportCommand):
    """Give a report to a reviewer of the same organ. A reviewer may take an unassigned one themselves."""

    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class RecuseFromReport(ReportCommand):
    """回避: somebody steps back, or a lead orders it. From then on the report is not there for them."""

    officer_id: str = identifier()
    ground: RecusalGround = chosen()
    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class FormReportTeam(ReportCommand):
    """Name who verifies, at least two. The first named leads."""

    officer_ids: tuple[str, ...] = identifiers(20)


@dataclass(frozen=True, kw_only=True)
class SuspendReport(ReportCommand):
    """Stop the clock of the running stage."""

    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class ResumeReport(ReportCommand):
    """Let the clock run again."""


@dataclass(frozen=True, kw_only=True)
class ExtendReport(ReportCommand):
    """Extend the running stage once, by the pack's amount."""

    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class HandReportUp(ReportCommand):
    """移送上级机关: nobody here is free to handle it. Its content goes along."""

    reason: str = text(2_000, 1, read_by=Reader.ORGAN_ABOVE)


@dataclass(frozen=True, kw_only=True)
class AcceptReport(ReportCommand):
    """受理."""


@dataclass(frozen=True, kw_only=True)
class RefuseReport(ReportCommand):
    """不予受理: with the reason, and where to turn, which the pack says."""

    reason: NoRemit = chosen()
    words: str = text(2_000, 1, read_by=Reader.REPORTER)


@dataclass(frozen=True, kw_only=True)
class NoteMarkedSecret(CommandMessage):
    """What bears the mark of a state secret was refused at the door, before anything of it went anywhere."""


@dataclass(frozen=True, kw_only=True)
class PassReportUp(ReportCommand):
    """报上级: for the level above, by management rights. Number, day and where it went are left here."""

    reason: str = text(2_000, 1, read_by=Reader.ORGAN_ABOVE)


@dataclass(frozen=True, kw_only=True)
class ConfirmReporter(ReportCommand):
    """实名核实: the commission has confirmed, through the vault, that the reporter reported; or why it could
    not. One of both, before a report under an own name is closed."""

    confirmed: bool = True
    could_not: str = text(2_000, default="", read_by=Reader.INSIDE)


@dataclass(frozen=True, kw_only=True)
class LinkReport(ReportCommand):
    """Say that this report repeats another of the organ, or has to do with it."""

    other_id: str = identifier()
    kind: LinkKind = chosen()


@dataclass(frozen=True, kw_only=True)
class ClassifyReport(ReportCommand):
    """Put the allegation with this number into categories, as many as fit; its person on a level; its act on
    the days that were verified. What is not given, stays."""

    allegation: int = number(1, 50)
    categories: tuple[str, ...] = identifiers(20)
    level: PersonLevel | None = chosen(default=None)
    act_from: date | None = None
    act_until: date | None = None


@dataclass(frozen=True, kw_only=True)
class DisposeReport(ReportCommand):
    """处置: in one of five ways, and whether the tolerance question arises, with reasons for both."""

    disposal: ReportDisposal = chosen()
    tolerance_arises: bool = field()
    reasons: str = text(20_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class RecordFindings(ReportCommand):
    """What was found of each allegation; those that are left out keep what was found before."""

    findings: tuple[Finding, ...] = many(50)


@dataclass(frozen=True, kw_only=True)
class ReturnReport(ReportCommand):
    """退回补充核实: what was found does not carry a conclusion yet."""

    reasons: str = text(20_000, 1, read_by=Reader.INSIDE)


@dataclass(frozen=True, kw_only=True)
class AnswerClearing(ReportCommand):
    """是否澄清. A no takes a ground of the pack, and is told at the end to whoever was asked about it."""

    clear: bool = field()
    ground: str = line(64, default="")
    words: str = text(8_000, 1, read_by=Reader.SUBJECT)


@dataclass(frozen=True, kw_only=True)
class CloseReport(ReportCommand):
    """办结: by a lead who found none of it themselves."""


@dataclass(frozen=True, kw_only=True)
class GiveReporterFeedback(ReportCommand):
    """反馈: tell a real-name reporter, through the vault, that the report was accepted, or its result."""

    stage: FeedbackStage = chosen()
    words: str = text(20_000, 1, read_by=Reader.REPORTER)


@dataclass(frozen=True, kw_only=True)
class WriteRetrospective(ReportCommand):
    """一案一议: what was learned from it, and which weak points it showed."""

    learned: str = text(20_000, 1, read_by=Reader.ORGAN)
    rule_gaps: str = text(20_000, default="")
    power_risks: str = text(20_000, default="")
    oversight_gaps: str = text(20_000, default="")


@dataclass(frozen=True, kw_only=True)
class JudgeMatch(ReportCommand):
    """What an accepted filing is to an allegation. All but `unrelated` have the filing checked."""

    allegation: int = number(1, 50)
    filing_id: str = identifier()
    verdict: ShieldVerdict = chosen()
    outside: tuple[Outside, ...] = choices(Outside)
    reasons: str = text(20_000, 1, read_by=Reader.INSIDE)
