"""What is done in verification: evidence, findings, assessment, report."""

from dataclasses import dataclass
from datetime import date

from rongcuo.contracts.commanding import CaseCommand
from rongcuo.contracts.determination.content import Criterion, DecisionTerms
from rongcuo.contracts.determination.enums import EvidenceKind, NegativeAnswer
from rongcuo.contracts.fields import chosen, identifier, identifiers, line, many, text
from rongcuo.contracts.filing.content import AttachmentRef, files
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, kw_only=True)
class LinkFiling(CaseCommand):
    """Link an accepted filing of the subject or their unit, made before the act, whose validity covers it.

    Anything else: `determination.filing_does_not_cover` with the reasons.
    """

    filing_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class AddEvidence(CaseCommand):
    """Add an item of evidence. The actor has uploaded its files before; name, size and type are those of the
    upload. One they have not uploaded is `attachment.unknown`."""

    kind: EvidenceKind = chosen()
    title: str = line(200, 1)
    about: str = text(20_000, default="")
    obtained_on: date | None = None
    attachments: tuple[AttachmentRef, ...] = files(20)


@dataclass(frozen=True, kw_only=True)
class RecordFinding(CaseCommand):
    """What the team found from one item of evidence."""

    evidence_id: str = identifier()
    finding: str = text(20_000, 1, read_by=Reader.INSIDE)


@dataclass(frozen=True, kw_only=True)
class RecordStatement(CaseCommand):
    """The subject's statement: by themselves, or taken down by a member of the team. Files as with
    evidence."""

    words: str = text(20_000, 1, read_by=Reader.CASEWORKERS)
    attachments: tuple[AttachmentRef, ...] = files(20)


@dataclass(frozen=True, kw_only=True)
class WriteFactsMaterial(CaseCommand):
    """违纪违法事实见面材料, with the tolerance opinion in it."""

    facts: str = text(20_000, 1, read_by=Reader.SUBJECT)
    tolerance_opinion: str = text(20_000, 1, read_by=Reader.SUBJECT)


@dataclass(frozen=True, kw_only=True)
class AnswerNegativeItem(CaseCommand):
    """Whether one item of the negative list applies. A hit needs evidence, a dispute a reason."""

    item: str = identifier()
    answer: NegativeAnswer = chosen()
    reason: str = text(4_000, default="", read_by=Reader.INSIDE)
    evidence: tuple[str, ...] = identifiers(50)


@dataclass(frozen=True, kw_only=True)
class Assess(CaseCommand):
    """Answer a whole set of criteria, independently. Colleagues' answers are seen only afterwards."""

    criteria_set: str = identifier()
    answers: tuple[Criterion, ...] = many(40)


@dataclass(frozen=True, kw_only=True)
class ReportDetermination(CaseCommand):
    """The verification report. With a hit on the negative list it ends in denial; otherwise the meeting is
    next."""

    report: str = text(20_000, 1, read_by=Reader.INSIDE)
    terms: DecisionTerms | None = None  # asked for where a hit ends the case here
    acknowledged: bool = False  # the actor knows what is missing, as the view told


@dataclass(frozen=True, kw_only=True)
class ReturnDetermination(CaseCommand):
    """Send the case back from the meeting to verification, with what is missing."""

    reasons: str = text(20_000, 1, read_by=Reader.INSIDE)
