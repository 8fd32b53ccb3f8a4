"""Opening a determination, and steering it."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.clarify.enums import ReportDisposal
from rongcuo.contracts.commanding import CaseCommand, CommandMessage
from rongcuo.contracts.determination.content import Act, Subject
from rongcuo.contracts.determination.enums import Initiation
from rongcuo.contracts.fields import chosen, identifier, identifiers, line, moment, text
from rongcuo.contracts.filing.content import AttachmentRef, files
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review.enums import RecusalGround


@dataclass(frozen=True, kw_only=True)
class OpenDetermination(CommandMessage):
    """Open a case. `application` comes from the subject themselves, with their own organ; `own_initiative`
    from
    a reviewer or lead of the organ. `clue` takes the report that was disposed of with a yes to the tolerance
    question (`report_id`), by whose number the case goes; of any other clue it follows from `DisposeClue`."""

    initiation: Initiation = chosen()
    subject: Subject
    act: Act
    title: str = line(200, 1)
    situation: str = line(64, default="")
    grounds: str = text(20_000, 1, read_by=Reader.CASEWORKERS)
    acknowledged: bool = False  # the actor knows what `OpeningQuery` told
    report_id: str = line(64, default="")


@dataclass(frozen=True, kw_only=True)
class DisposeClue(CommandMessage):
    """Dispose of a clue that no report is. The tolerance question is answered at every disposal, with
    reasons; a yes opens a case."""

    clue_number: str = line(64, 1)
    subject: Subject
    act: Act
    title: str = line(200, 1)
    situation: str = line(64, default="")
    disposal: ReportDisposal = chosen()
    tolerance_arises: bool
    reasons: str = text(20_000, 1, read_by=Reader.ORGAN)
    received_at: datetime = moment()
    acknowledged: bool = False  # as in `OpenDetermination`


@dataclass(frozen=True, kw_only=True)
class AssignDetermination(CaseCommand):
    """Give the case to a reviewer of the organ; a reviewer may take one that nobody holds."""

    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class RecuseFromDetermination(CaseCommand):
    """回避: bar an officer from the case for good, by their own wish or a lead's order."""

    officer_id: str = identifier()
    ground: RecusalGround = chosen()
    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class AskForRecusal(CaseCommand):
    """申请回避: the subject says of somebody who handles, hears or votes on their case why they should not.
    By a name as they call them, or, where it is one of those at work on it, by `officer_id`, whose name it is
    then. A lead other than that person answers. For a subject without an account whoever holds the case, or
    a lead, enters what they handed in, with the paper itself (`attachments`; without it
    `determination.recusal_paper_missing`)."""

    name: str = line(80, 1)
    officer_id: str = line(64, default="")
    ground: RecusalGround = chosen()
    reason: str = text(2_000, 1, read_by=Reader.CASEWORKERS)
    attachments: tuple[AttachmentRef, ...] = files(20)


@dataclass(frozen=True, kw_only=True)
class AnswerRecusal(CaseCommand):
    """Grant what the subject asked, which bars `officer_id` as a recusal does, or decline it, without an
    `officer_id` where it is about nobody here; with reasons that the subject reads. Where the subject's words
    hold the whole name of somebody who may judge here, it is answered about them."""

    request_id: str = identifier()
    officer_id: str = line(64, default="")
    granted: bool
    reason: str = text(2_000, 1, read_by=Reader.SUBJECT)


@dataclass(frozen=True, kw_only=True)
class WithdrawRecusal(CaseCommand):
    """The subject takes an application for recusal back that nobody has answered."""

    request_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class AcceptDetermination(CaseCommand):
    """受理: the case goes on to the pack's next stage."""

    opinion: str = text(20_000, default="")


@dataclass(frozen=True, kw_only=True)
class RefuseDetermination(CaseCommand):
    """不予受理, with reasons that the subject reads."""

    reasons: str = text(20_000, 1, read_by=Reader.SUBJECT)
    acknowledged: bool = False  # the actor knows what is missing, as the view told


@dataclass(frozen=True, kw_only=True)
class FormDeterminationTeam(CaseCommand):
    """Name the verification team (专项调查组), at least two; the first named leads it."""

    officer_ids: tuple[str, ...] = identifiers(20)


@dataclass(frozen=True, kw_only=True)
class WithdrawDetermination(CaseCommand):
    """The subject takes their application back. Only `application`, and only before the decision."""

    reason: str = text(2_000, 1, read_by=Reader.CASEWORKERS)


@dataclass(frozen=True, kw_only=True)
class SuspendDetermination(CaseCommand):
    """Stop the stage's clock for a stated reason."""

    reason: str = text(2_000, 1, read_by=Reader.SUBJECT)


@dataclass(frozen=True, kw_only=True)
class HandDeterminationUp(CaseCommand):
    """移送上级机关, with an open appeal; as `HandReviewUp`."""

    reason: str = text(2_000, read_by=Reader.ORGAN_ABOVE)


@dataclass(frozen=True, kw_only=True)
class ResumeDetermination(CaseCommand):
    """Let the clock run again."""


@dataclass(frozen=True, kw_only=True)
class ExtendDetermination(CaseCommand):
    """Extend the stage once, by the pack's amount."""

    reason: str = text(2_000, 1, read_by=Reader.SUBJECT)
