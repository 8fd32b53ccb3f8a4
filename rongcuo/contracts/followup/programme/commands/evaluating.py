"""What can be asked to be done about the sanction, the changes and the end of a programme."""

from dataclasses import dataclass, field
from datetime import date

from rongcuo.contracts.commanding import CaseCommand
from rongcuo.contracts.fields import chosen, line, number, text
from rongcuo.contracts.filing.content import AttachmentRef, files
from rongcuo.contracts.followup.programme.content import ExecutionCheck, GatheredInformation
from rongcuo.contracts.followup.programme.enums import Grade, PeriodChange, PersonChange, Recommendation
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, kw_only=True)
class CheckExecution(CaseCommand):
    """Whether one thing was done for the sanction."""

    check: ExecutionCheck


@dataclass(frozen=True, kw_only=True)
class ExtendExecution(CaseCommand):
    """A lead approves that it takes longer. `months`: from the day of effect."""

    months: int = number(2, 12)
    reason: str = text(2_000, 1, read_by=Reader.ORGAN)


@dataclass(frozen=True, kw_only=True)
class GatherInformation(CaseCommand):
    """Before the period ends."""

    gathered: GatheredInformation


@dataclass(frozen=True, kw_only=True)
class RecordUnitEvaluation(CaseCommand):
    """受处理人员所在党组织（单位）评价表: what the unit's party organisation says, with its paper. The
    person reads it."""

    organisation: str = line(200, 1)
    words: str = text(8_000, 1, read_by=Reader.SUBJECT)
    grade: Grade = chosen()
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class EvaluateProgramme(CaseCommand):
    """回访教育评价意见: how the help went, for those inside."""

    grade: Grade = chosen()
    words: str = text(8_000, 1, read_by=Reader.INSIDE)


@dataclass(frozen=True, kw_only=True)
class EscalateProgramme(CaseCommand):
    """The level above is asked for help."""

    words: str = text(4_000, 1, read_by=Reader.ORGAN_ABOVE)


@dataclass(frozen=True, kw_only=True)
class AnswerEscalation(CaseCommand):
    """What the level above says."""

    answer: str = text(4_000, 1, read_by=Reader.INSIDE)


@dataclass(frozen=True, kw_only=True)
class ChangePeriod(CaseCommand):
    """What was decided elsewhere about the effect period. `months`: how long it is now, of `added` only;
    `on`: from which day it is lifted, or on which it was decided; `attachments`: the decision."""

    what: PeriodChange = chosen()
    on: date = field()
    months: int = number(0, 120, default=0)
    number: str = line(96, 1)
    words: str = text(2_000, 1, read_by=Reader.SUBJECT)
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class ChangePerson(CaseCommand):
    """What happened to the person. `unit`, `post`: where they are now; `organ_id`: which organ visits from
    now on, of `moved` only, empty where it stays; `ends`: whether the programme ends with it;
    `attachments`: what shows it, wherever the programme ends."""

    what: PersonChange = chosen()
    on: date = field()
    unit: str = line(200, default="")
    post: str = line(200, default="")
    organ_id: str = line(64, default="")
    ends: bool = False
    words: str = text(2_000, 1, read_by=Reader.INSIDE)
    attachments: tuple[AttachmentRef, ...] = files(5)


@dataclass(frozen=True, kw_only=True)
class CompleteProgramme(CaseCommand):
    """The period is over, and all was done."""

    recommendation: Recommendation = chosen()
    words: str = text(4_000, 1, read_by=Reader.SUBJECT)
