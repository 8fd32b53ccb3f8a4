"""帮带 and 个性化成长方案: who helps, the goals, and how far they have come."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.fields import chosen, line, moment, number, text
from rongcuo.contracts.filing.content import AttachmentRef, files
from rongcuo.contracts.followup.programme.content import Signature
from rongcuo.contracts.followup.programme.enums import GoalKind
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, kw_only=True)
class Mentor:
    """帮带责任人: somebody of the person's unit who stands by them."""

    name: str = line(60, 1)
    unit: str = line(200, 1)
    post: str = line(200, default="")


@dataclass(frozen=True, kw_only=True)
class Goal:
    """A goal with what it is measured by, what is done for it, who helps, with what, until when."""

    kind: GoalKind = chosen()
    goal: str = text(1_000, 1, read_by=Reader.SUBJECT)
    measure: str = text(1_000, 1, read_by=Reader.SUBJECT)
    actions: str = text(2_000, 1, read_by=Reader.SUBJECT)
    helpers: str = line(200, 1)
    resources: str = line(400, default="")
    until: date = field()


@dataclass(frozen=True, kw_only=True)
class GrowthPlan:
    """个性化成长方案, one revision of it. `own_words`: what the person finds hard and hopes for. It holds
    once both have signed, or who did not was long enough asked. `digest`: of its words, which a signature
    names."""

    revision: int
    own_words: str
    goals: tuple[Goal, ...] = ()
    written_by: str = ""
    digest: str = ""
    signed: Signature | None = None
    unit_signed: Signature | None = None
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class Milestone:
    """How far a goal has come, with its evidence. `goal`: its place in the plan, from 1."""

    goal: int = number(1, 20)
    words: str = text(4_000, 1, read_by=Reader.SUBJECT)
    reached: bool = False
    attachments: tuple[AttachmentRef, ...] = files(10)


@dataclass(frozen=True, kw_only=True)
class MilestoneRecord:
    """A milestone, of which revision, and when it was entered."""

    revision: int
    milestone: Milestone
    entered_by: str
    at: datetime = moment()
