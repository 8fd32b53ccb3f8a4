"""What can be asked to be done about a proposal."""

from dataclasses import dataclass
from datetime import date

from rongcuo.contracts.commanding import CaseCommand, CommandMessage
from rongcuo.contracts.fields import chosen, identifier, line, many, number, text
from rongcuo.contracts.filing.content import AttachmentRef, files
from rongcuo.contracts.followup.proposal.content import (
    AspectMark,
    ProposalText,
    RectificationMeasure,
    RepliedRule,
)
from rongcuo.contracts.followup.proposal.enums import ProposalMark
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review.enums import RecusalGround


@dataclass(frozen=True, kw_only=True)
class DraftProposal(CommandMessage):
    """A draft, of the actor's own organ."""

    content: ProposalText


@dataclass(frozen=True, kw_only=True)
class ReviseProposal(CaseCommand):
    """Another wording of a draft."""

    content: ProposalText


@dataclass(frozen=True, kw_only=True)
class AssignProposal(CaseCommand):
    """Give it to a reviewer of the organ."""

    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class RecuseFromProposal(CaseCommand):
    """回避, as of any case."""

    officer_id: str = identifier()
    ground: RecusalGround = chosen()
    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class ReviewProposal(CaseCommand):
    """Somebody who did not write it agrees with it."""

    opinion: str = text(4_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class SendProposalBack(CaseCommand):
    """Whoever reviews or approves does not agree yet."""

    reason: str = text(4_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class ApproveProposal(CaseCommand):
    """The head of the organ approves: it gets its number."""


@dataclass(frozen=True, kw_only=True)
class DeliverProposal(CaseCommand):
    """It goes out, and its days begin to run."""


@dataclass(frozen=True, kw_only=True)
class SignForProposal(CaseCommand):
    """签收. `name` and `on` are asked for where it is entered for the addressee, with the signed paper."""

    name: str = line(200, default="")
    on: date | None = None
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class AcknowledgeProposal(CaseCommand):
    """认领: the unit takes it up. `responsible`: who answers for it there."""

    responsible: str = line(200, 1)
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class PlanRectification(CaseCommand):
    """整改方案, in place of one before it."""

    measures: tuple[RectificationMeasure, ...] = many(50)
    attachments: tuple[AttachmentRef, ...] = files(10)


@dataclass(frozen=True, kw_only=True)
class ReplyToProposal(CaseCommand):
    """What was done. `rules`: those that were made or changed for it."""

    words: str = text(20_000, 1, read_by=Reader.CASEWORKERS)
    rules: tuple[RepliedRule, ...] = many(20)
    attachments: tuple[AttachmentRef, ...] = files(20)


@dataclass(frozen=True, kw_only=True)
class ExtendProposal(CaseCommand):
    """Once: the answer may come so many days later."""

    days: int = number(1, 366)
    reason: str = text(2_000, 1, read_by=Reader.ADDRESSEE)


@dataclass(frozen=True, kw_only=True)
class RemindOfProposal(CaseCommand):
    """催办, beside what the platform does by itself."""

    words: str = text(2_000, 1, read_by=Reader.ADDRESSEE)


@dataclass(frozen=True, kw_only=True)
class EvaluateRectification(CaseCommand):
    """On all aspects, and on the whole."""

    marks: tuple[AspectMark, ...] = many(20)
    mark: ProposalMark = chosen()
    words: str = text(8_000, 1, read_by=Reader.ADDRESSEE)


@dataclass(frozen=True, kw_only=True)
class CloseProposal(CaseCommand):
    """销号."""

    words: str = text(4_000, 1, read_by=Reader.ADDRESSEE)


@dataclass(frozen=True, kw_only=True)
class ReturnRectification(CaseCommand):
    """退回重改, once, with a new limit."""

    words: str = text(4_000, 1, read_by=Reader.ADDRESSEE)


@dataclass(frozen=True, kw_only=True)
class ReferProposal(CaseCommand):
    """What was not put right, or never answered, goes to whoever stands above the unit (监察法第七十一条).
    `superior`: which body that is."""

    superior: str = line(200, 1)
    words: str = text(4_000, 1, read_by=Reader.ADDRESSEE)


@dataclass(frozen=True, kw_only=True)
class RecordSuperior(CaseCommand):
    """What the superior has done about it; with this it is closed."""

    words: str = text(8_000, 1, read_by=Reader.ADDRESSEE)
    attachments: tuple[AttachmentRef, ...] = files(10)


@dataclass(frozen=True, kw_only=True)
class LookBackAtProposal(CaseCommand):
    """回头看: what was found, where the problem has not come back."""

    words: str = text(8_000, 1, read_by=Reader.ADDRESSEE)
    attachments: tuple[AttachmentRef, ...] = files(10)


@dataclass(frozen=True, kw_only=True)
class RecordRecurrence(CaseCommand):
    """The same problem has come back in the same unit."""

    words: str = text(8_000, 1, read_by=Reader.ADDRESSEE)


@dataclass(frozen=True, kw_only=True)
class WithdrawProposal(CaseCommand):
    """撤回, before it is answered."""

    reason: str = text(4_000, 1, read_by=Reader.ADDRESSEE)
