"""What a problem holds. None of it names a person."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.fields import chosen, identifier, line, moment, text
from rongcuo.contracts.filing.content import AttachmentRef
from rongcuo.contracts.followup.problem.enums import MeasureState, ProblemSourceKind, WeakPoint
from rongcuo.contracts.readers import Reader


@dataclass(frozen=True, kw_only=True)
class ProblemSource:
    """From what it was seen, and when: each is one time that it came up. `source_id` is empty of what was
    entered by hand; `words`: what was said there, until somebody has put it in words of its own."""

    kind: ProblemSourceKind = chosen()
    number: str
    on: date
    source_id: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class ProblemDescription:
    """What is wrong, by its weak point; of a place and a kind of work, never of somebody. `situation`: its
    code in the pack; `area`: the field of work in a few words."""

    title: str = line(120, 1)
    words: str = text(4_000, 1, read_by=Reader.ORGAN)
    cause: str = text(4_000, default="")
    weak_point: WeakPoint = chosen()
    situation: str = line(64, default="")
    unit: str = line(200, 1)
    area: str = line(60, default="")


@dataclass(frozen=True, kw_only=True)
class NewMeasure:
    """整改措施: what is to be done, in which unit, who sees to it, and by which local day."""

    words: str = text(4_000, 1, read_by=Reader.ORGAN)
    unit: str = line(200, 1)
    owner_id: str = identifier()
    due_on: date = field()


@dataclass(frozen=True, kw_only=True)
class MeasureEvidence:
    """What shows that a measure was carried out; brought by whom, and when."""

    words: str
    by_id: str
    by_name: str
    attachments: tuple[AttachmentRef, ...] = ()
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class Measure:
    """整改措施. `owner_id` is empty while whoever had it is gone. `settled_by`: who closed or dropped it,
    with which words."""

    number: int
    words: str
    unit: str
    owner_id: str
    owner_name: str
    due_on: date
    state: MeasureState = chosen(default=MeasureState.OPEN)
    evidence: tuple[MeasureEvidence, ...] = ()
    settled_by: str = ""
    settled_words: str = ""
    settled_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class NewRule:
    """制度规范, as it was issued. `number`: of the document."""

    title: str = line(200, 1)
    number: str = line(96, default="")
    text: str = text(20_000, 1, read_by=Reader.ORGAN)
    in_force_on: date = field()


@dataclass(frozen=True, kw_only=True)
class RuleChange:
    """制度规范 that came of a problem. `place`: from 1; `repealed_on`: from that day it holds no more."""

    place: int
    title: str
    number: str
    text: str
    in_force_on: date
    entered_by: str
    repealed_on: date | None = None
    repealed_for: str = ""


@dataclass(frozen=True, kw_only=True)
class RiskPoint:
    """风险点: for whoever files a matter of the same situation later; it names nobody and no unit."""

    words: str
    advice: str
    written_by: str
    at: datetime = moment()
