"""What a proposal holds."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.fields import chosen, line, lines, moment, number, text
from rongcuo.contracts.filing.content import AttachmentRef
from rongcuo.contracts.followup.proposal.enums import Aspect, ProposalKind, ProposalMark, SignedBy
from rongcuo.contracts.readers import Reader

MOST_SUGGESTIONS = 20


@dataclass(frozen=True, kw_only=True)
class ProposalAddressee:
    """主送: a unit in the directory of an organ, the proposing one where none is named. `contact_id`: whose
    account is told; empty where everything goes on paper."""

    unit: str = line(200, 1)
    organ_id: str = line(64, default="")
    contact_id: str = line(64, default="")


@dataclass(frozen=True, kw_only=True)
class ProposalText:
    """What the letter says. `problem_id`: the problem that it follows from, where there is one;
    `problem_code`: by which the same problem is known again; `copied_to`: 抄送; `reply_days`: within how many
    days of the delivery an answer is asked for, 0 for what the pack says."""

    kind: ProposalKind = chosen()
    title: str = line(160, 1)
    addressee: ProposalAddressee
    found_by: str = text(2_000, 1, read_by=Reader.ADDRESSEE)
    problems: str = text(8_000, 1, read_by=Reader.ADDRESSEE)
    causes: str = text(8_000, 1, read_by=Reader.ADDRESSEE)
    suggestions: tuple[str, ...] = lines(MOST_SUGGESTIONS, 1_000)
    copied_to: str = line(200, default="")
    problem_id: str = line(64, default="")
    problem_code: str = line(64, default="")
    reply_days: int = number(0, 366, default=0)


@dataclass(frozen=True, kw_only=True)
class ProposalReceipt:
    """签收: who signed for the letter, on which local day, and how. `entered_by`: who entered it with the
    paper; empty of whoever signed in."""

    name: str
    on: date = field()
    how: SignedBy = chosen()
    entered_by: str = ""
    attachments: tuple[AttachmentRef, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RectificationMeasure:
    """One measure of the unit's plan. `suggestion`: the place, from 1, of the suggestion that it answers."""

    suggestion: int = number(1, MOST_SUGGESTIONS)
    what: str = line(1_000, 1)
    owner: str = line(200, 1)
    until: date = field()


@dataclass(frozen=True, kw_only=True)
class RectificationPlan:
    """整改方案, as the unit sent it."""

    measures: tuple[RectificationMeasure, ...] = ()
    by: str
    entered_by: str = ""
    attachments: tuple[AttachmentRef, ...] = ()
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class RepliedRule:
    """A rule that the unit made or changed: its title, what it says now, and from which local day."""

    title: str = line(200, 1)
    text: str = text(8_000, 1, read_by=Reader.CASEWORKERS)
    on: date = field()


@dataclass(frozen=True, kw_only=True)
class ProposalReply:
    """What the unit answers; another one after a return."""

    words: str
    rules: tuple[RepliedRule, ...] = ()
    by: str
    entered_by: str = ""
    attachments: tuple[AttachmentRef, ...] = ()
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class AspectMark:
    """How the rectification did in one aspect, and why."""

    aspect: Aspect = chosen()
    mark: ProposalMark = chosen()
    reason: str = text(2_000, 1, read_by=Reader.ADDRESSEE)


@dataclass(frozen=True, kw_only=True)
class ProposalEvaluation:
    """整改评估 of one reply, on every aspect and on the whole."""

    marks: tuple[AspectMark, ...] = ()
    mark: ProposalMark = chosen()
    words: str
    by: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ProposalLookBack:
    """回头看."""

    words: str
    by: str
    attachments: tuple[AttachmentRef, ...] = ()
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ProposalRecurrence:
    """The same problem in the same unit. `number`: of the later proposal, where one found it."""

    words: str = ""
    number: str = ""
    by: str = ""
    at: datetime = moment()
