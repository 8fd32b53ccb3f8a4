"""What is answered about a record. Facts only: no grade, no figure that compares, no colour."""

from dataclasses import dataclass, field
from datetime import date, datetime

from rongcuo.contracts.determination.of_person import DecidedCase
from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.filing.content import HistoryEntry
from rongcuo.contracts.filing.of_person import FiledMatter
from rongcuo.contracts.followup.programme.enums import BasisKind, ProgrammeState, VisitKind, VisitState
from rongcuo.contracts.followup.record.content import (
    CorrectionAnswer,
    CorrectionState,
    FactKind,
    FactRef,
)


@dataclass(frozen=True, kw_only=True)
class Look:
    """One of the questions by which the place looks at a matter (八看), never at a person."""

    code: str
    name: str
    name_en: str
    text: str = ""
    illustrative: bool = True


@dataclass(frozen=True, kw_only=True)
class VisitedOn:
    """A visit that was made or is planned."""

    on: date
    kind: VisitKind = chosen()
    state: VisitState = chosen()


@dataclass(frozen=True, kw_only=True)
class Accompanied:
    """A programme of the person, with its visits."""

    case_id: str
    number: str
    organ_id: str
    basis: BasisKind = chosen()
    basis_words: str
    state: ProgrammeState = chosen()
    begins_on: date
    ends_on: date
    visits: tuple[VisitedOn, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RecordRemark:
    """What the person added; of the whole where it names no entry."""

    words: str
    fact: FactRef | None = None
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class CorrectionView:
    """`about`: the number of the matter that the entry is of. `due_at`: by when it is answered; none once it
    is. `illustrative`: that limit rests on no source of the place."""

    case_id: str
    number: str
    title: str
    person_id: str
    person_name: str
    unit: str
    organ_id: str
    state: CorrectionState = chosen()
    kind: FactKind = chosen()
    matter_id: str
    about: str
    words: str
    answer: CorrectionAnswer | None = None
    theirs: bool = False
    due_at: datetime | None = moment(default=None)
    provisional: bool = False
    late: bool = False
    illustrative: bool = True
    allowed: tuple[str, ...] = ()
    history: tuple[HistoryEntry, ...] = ()
    tag: str = ""
    asked_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class CorrectionsPage:
    """`next_cursor` is empty on the last page; `counts`: of every tab, up to 1,000."""

    lines: tuple[CorrectionView, ...] = ()
    counts: dict[str, int] = field(default_factory=dict)
    next_cursor: str = ""


@dataclass(frozen=True, kw_only=True)
class SeenBy:
    """谁看过: somebody else who opened the record, as the ledger has it."""

    officer_id: str
    name: str
    organ_name: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class RecordView:
    """The facts as the services that have them answer within the reader's own rights; none is kept here.
    `away`: the services that could not be asked now, so that their entries are missing; `more`: those that
    have more than is told here. `looks_of`: the code of the place's set of questions. `seen`: for the person
    alone."""

    person_id: str
    name: str
    organ_id: str
    organ_name: str
    unit: str
    theirs: bool
    looks_of: str = ""
    looks: tuple[Look, ...] = ()
    filings: tuple[FiledMatter, ...] = ()
    determinations: tuple[DecidedCase, ...] = ()
    programmes: tuple[Accompanied, ...] = ()
    remarks: tuple[RecordRemark, ...] = ()
    corrections: tuple[CorrectionView, ...] = ()
    seen: tuple[SeenBy, ...] = ()
    away: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class RemarkAdded:
    """All that adding a remark answers."""

    person_id: str


@dataclass(frozen=True, kw_only=True)
class CorrectionNumber:
    """All that a step of a request answers."""

    case_id: str
    number: str
    tag: str = ""
