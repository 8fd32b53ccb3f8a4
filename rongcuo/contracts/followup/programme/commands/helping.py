"""What can be asked to be done about a person, their visits, their steps and their plan."""

from dataclasses import dataclass, field
from datetime import date

from rongcuo.contracts.commanding import CaseCommand, CommandMessage
from rongcuo.contracts.fields import chosen, identifier, identifiers, line, many, number, text
from rongcuo.contracts.filing.content import AttachmentRef, files
from rongcuo.contracts.followup.programme.content import (
    Sanction,
    Talk,
    VisitedPerson,
)
from rongcuo.contracts.followup.programme.enums import (
    PersonClass,
    VisitKind,
    VisitPlace,
)
from rongcuo.contracts.followup.programme.growth import Goal, Mentor, Milestone
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review.enums import RecusalGround


@dataclass(frozen=True, kw_only=True)
class RegisterSanction(CommandMessage):
    """A sanction was decided: its programme begins, with the decision as its paper. Whoever has no account is
    named with their unit. A lead other than who registers it gives it to somebody."""

    person: VisitedPerson
    sanction: Sanction
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class AssignProgramme(CaseCommand):
    """Give it to a reviewer of the organ."""

    officer_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class RecuseFromProgramme(CaseCommand):
    """回避, as of any case."""

    officer_id: str = identifier()
    ground: RecusalGround = chosen()
    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class HandProgrammeUp(CaseCommand):
    """移送上级机关: nobody of the organ is free to visit."""

    reason: str = text(4_000, 1, read_by=Reader.ORGAN_ABOVE)


@dataclass(frozen=True, kw_only=True)
class ClassifyPerson(CaseCommand):
    """How closely they are accompanied."""

    person_class: PersonClass = chosen()
    reason: str = text(2_000, 1, read_by=Reader.INSIDE)


@dataclass(frozen=True, kw_only=True)
class PlanVisit(CaseCommand):
    """With whom, when, where, about what. `request`: the place of the person's request, from 1; 0 where they
    asked for none."""

    kind: VisitKind = chosen()
    on: date = field()
    place: VisitPlace = chosen()
    visitors: tuple[str, ...] = identifiers(6)
    outline: str = text(4_000, 1, read_by=Reader.INSIDE)
    request: int = number(0, 100, default=0)


@dataclass(frozen=True, kw_only=True)
class RecordProgrammeVisit(CaseCommand):
    """It was made: each talk apart, that with the person among them."""

    visit: int = number(1, 200)
    on: date = field()
    talks: tuple[Talk, ...] = many(20)
    wishes: str = text(4_000, default="")


@dataclass(frozen=True, kw_only=True)
class DeclineVisit(CaseCommand):
    """The person does not want it, which is no failing. `reason` may be left out. For whoever has no account
    it is entered, with the paper."""

    visit: int = number(1, 200)
    reason: str = text(2_000, default="")
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class AcceptVisit(CaseCommand):
    """Who declined a visit that is still to come wants it after all."""

    visit: int = number(1, 200)
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class CorrectTalk(CaseCommand):
    """The person puts right what was written of their talk: both stand side by side."""

    visit: int = number(1, 200)
    words: str = text(8_000, 1, read_by=Reader.CASEWORKERS)
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class OptOut(CaseCommand):
    """Who was cleared need not be accompanied. `reason` may be left out."""

    reason: str = text(2_000, default="")
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class CancelVisit(CaseCommand):
    """It can't be as planned; another is planned."""

    visit: int = number(1, 200)
    reason: str = text(2_000, 1, read_by=Reader.SUBJECT)


@dataclass(frozen=True, kw_only=True)
class RequestVisit(CaseCommand):
    """The person asks to be visited, also once more than twice a year. For whoever has no account it is
    entered, with the paper."""

    words: str = text(2_000, 1, read_by=Reader.CASEWORKERS)
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class WriteStep(CaseCommand):
    """The record of the step that is under way. Whoever writes it anew asks for the signature anew."""

    words: str = text(8_000, 1, read_by=Reader.SUBJECT)


@dataclass(frozen=True, kw_only=True)
class SignStep(CaseCommand):
    """By the person; for whoever has no account it is entered, with the signed paper. `digest`: of the record
    that was read."""

    digest: str = line(64, default="")
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class GoOnUnsigned(CaseCommand):
    """The person does not sign, which is theirs to choose: once they had time to read, why is written down,
    and the step ends."""

    reason: str = text(2_000, 1, read_by=Reader.SUBJECT)


@dataclass(frozen=True, kw_only=True)
class NameMentor(CaseCommand):
    """帮带责任人."""

    mentor: Mentor


@dataclass(frozen=True, kw_only=True)
class WriteGrowthPlan(CaseCommand):
    """The plan, or another revision of it, which both sign anew."""

    own_words: str = text(4_000, 1, read_by=Reader.SUBJECT)
    goals: tuple[Goal, ...] = many(12)


@dataclass(frozen=True, kw_only=True)
class SignGrowthPlan(CaseCommand):
    """By the person, or entered with the paper. `for_unit`: the unit's signature, by who signed, always on
    paper. `digest`: of the revision that was read."""

    digest: str = line(64, default="")
    for_unit: str = line(120, default="")
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class RecordMilestone(CaseCommand):
    """How far a goal has come."""

    milestone: Milestone


@dataclass(frozen=True, kw_only=True)
class AddRemark(CaseCommand):
    """The person adds something to their programme."""

    words: str = text(4_000, 1, read_by=Reader.CASEWORKERS)


@dataclass(frozen=True, kw_only=True)
class SendCareCard(CaseCommand):
    """关爱提醒卡, to the tolerated person."""

    words: str = text(2_000, 1, read_by=Reader.SUBJECT)
    reminders: str = text(2_000, 1, read_by=Reader.SUBJECT)
    contact: str = line(200, 1)


@dataclass(frozen=True, kw_only=True)
class ReadCareCard(CaseCommand):
    """已阅."""
