"""What the use cases need of the repositories, inside one transaction."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol, TypeVar

from rongcuo.casework.case import Case
from rongcuo.casework.ports import Dated
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.followup import Coordinate, ProblemSource, RecordRemark
from services.followup.domain.casebook import CasebookEntry, CaseFact, Reading
from services.followup.domain.problem import Problem
from services.followup.domain.programme import Programme
from services.followup.domain.proposal import Proposal
from services.followup.domain.record import Correction, Said
from services.followup.domain.year import VisitYear

C = TypeVar("C", bound=Case, covariant=True)


class OfSource(Dated[C], Protocol[C]):
    """What follows from a matter, or is about one."""

    def read_of_source(self, source_id: str) -> tuple[C, ...]:
        """All of them, also ended ones, as they stand."""


class Programmes(OfSource[Programme], Protocol):
    """Programmes (回访教育)."""

    def of_basis(self, person_key: str, basis_key: str) -> Programme | None:
        """The open one of a person that follows from this, locked; None where there is none."""

    def of_source(self, source_id: str) -> tuple[Programme, ...]:
        """The open ones that follow from a determination or a clearing, locked."""

    def of_person(self, person_key: str) -> tuple[Programme, ...]:
        """All of a person's, as they stand."""

    def of_officer(self, officer_id: str, actor: Actor | None) -> tuple[Programme, ...]:
        """All of an officer's that the actor sees, the newest first; without one, all."""

    def of_organ(self, organ_id: str, since: date) -> tuple[Programme, ...]:
        """All that an organ has whose period does not end before that day, as they stand."""

    def seen_among(self, ids: Collection[str], actor: Actor) -> frozenset[str]:
        """Those of them that the actor sees the inside of."""

    def to_tell(self, today: date, most: int) -> tuple[Programme, ...]:
        """Those of whose end the person is to be told by now, but not those another replica has."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's programmes of a year up by one, without gaps."""


class Problems(OfSource[Problem], Protocol):
    """Problems (问题清单)."""

    def known(self, seen_from: Sequence[ProblemSource]) -> frozenset[str]:
        """Of these sources, the ids of those of which there is a problem."""

    def read_of_source(self, source_id: str) -> tuple[Problem, ...]:
        """Those that a matter raised, also a part of it; those that were merged into another are that one."""

    def near(self, problem: Problem, actor: Actor) -> tuple[Problem, ...]:
        """Those of the organ that share situation, weak point or unit with it, as far as the actor sees them;
        the newest, as they stand."""

    def both(self, case_id: str, other_id: str) -> tuple[Problem, Problem]:
        """Two, locked in the order in which everybody locks them."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's problems of a year up by one, without gaps."""


class Proposals(Dated[Proposal], Protocol):
    """Proposals (建议书)."""

    def of_unit(self, organ_id: str, unit_names: Iterable[str]) -> tuple[Proposal, ...]:
        """Those addressed to a unit of that organ by any of these names, locked; but those withdrawn, and
        those whose problem came back."""

    def closed_before(self, later: Proposal) -> tuple[Proposal, ...]:
        """The organ's earlier ones to the same unit for the same problem, which were closed; locked."""

    def to_tell(self, today: date, most: int) -> tuple[Proposal, ...]:
        """Those whose addressee is to be told something by now, but not those another replica has."""

    def next_number(self, series: str, organ_id: str, year: int) -> int:
        """Count the organ's drafts, or its proposals of a kind, of a year up by one, without gaps."""


class Casebook(Protocol):
    """Typical cases (典型案例), and the cases whose people are counted."""

    def get(self, aggregate_id: str) -> CasebookEntry:
        """One to be changed, locked until the transaction ends. Raises `not_found`."""

    def read(self, aggregate_id: str) -> CasebookEntry:
        """One as it stands. Raises `not_found`."""

    def read_of_source(self, source_id: str) -> tuple[CasebookEntry, ...]:
        """Those that are told from a matter, also those that are out, as they stand."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's entries of a year up by one, without gaps."""

    def know(self, fact: CaseFact) -> None:
        """A case, whatever was known of it before."""

    def forget_case(self, source_id: str) -> None:
        """It was none."""

    def fact(self, source_id: str) -> CaseFact | None:
        """What is known of a case; None where nothing is."""

    def fits(self, told: Mapping[Coordinate, str]) -> int:
        """How many people have a case of which all this is known, a place with all in it."""


class Readings(Protocol):
    """Who was asked to read which guide."""

    def of_edition(self, organ_id: str, area: str, edition: str,
                   officers: Iterable[str]) -> tuple[Reading, ...]:
        """Those of these officers, locked."""


class Guides(Protocol):
    """The guides that are made of the casebook."""

    def edition(self, actor: Actor, area: str, now: datetime) -> str:
        """Of the guide of an area as the actor reads it; empty where it holds nothing."""


class Corrections(OfSource[Correction], Protocol):
    """Requests for correction (申请更正)."""

    def open_about(self, person_id: str, matter_id: str) -> Correction | None:
        """The one of a person about a matter that waits for its answer, locked; None where there is none."""

    def of_person(self, person_id: str) -> tuple[Correction, ...]:
        """All that somebody asked for, the newest first."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's requests of a year up by one, without gaps."""


class Remarks(Protocol):
    """Remarks on people's records (说明)."""

    def add(self, said: Said) -> None:
        """Keep one."""

    def of_person(self, person_id: str) -> tuple[RecordRemark, ...]:
        """All of a person's, the newest first."""


class Years(Dated[VisitYear], Protocol):
    """Years of return visits (年度计划, 年度报告)."""

    def of_year(self, organ_id: str, year: int) -> VisitYear | None:
        """An organ's, locked; None where nothing is drawn up yet."""


class Kept(Protocol):
    """Everything that the service keeps."""

    @property
    def programmes(self) -> Programmes: ...

    @property
    def problems(self) -> Problems: ...

    @property
    def proposals(self) -> Proposals: ...

    @property
    def casebook(self) -> Casebook: ...

    @property
    def readings(self) -> Readings: ...

    @property
    def guides(self) -> Guides: ...

    @property
    def corrections(self) -> Corrections: ...

    @property
    def remarks(self) -> Remarks: ...

    @property
    def years(self) -> Years: ...

    def put(self, aggregate: Aggregate) -> None:
        """Save, whatever its kind. Raises `changed_meanwhile` where somebody else was faster, and
        `followup.already_open` where somebody is accompanied for the same thing already."""
