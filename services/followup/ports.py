"""What the use cases need of the repositories, inside one transaction."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from rongcuo.casework.ports import Dated
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.followup import ProblemSource
from services.followup.domain.problem import Problem
from services.followup.domain.programme import Programme
from services.followup.domain.proposal import Proposal


class Programmes(Dated[Programme], Protocol):
    """Programmes (回访教育)."""

    def of_basis(self, person_key: str, basis_key: str) -> Programme | None:
        """The open one of a person that follows from this, locked; None where there is none."""

    def of_source(self, source_id: str) -> tuple[Programme, ...]:
        """The open ones that follow from a determination or a clearing, locked."""

    def of_person(self, person_key: str) -> tuple[Programme, ...]:
        """All of a person's, as they stand."""

    def to_tell(self, today: date, most: int) -> tuple[Programme, ...]:
        """Those of whose end the person is to be told by now, but not those another replica has."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's programmes of a year up by one, without gaps."""


class Problems(Dated[Problem], Protocol):
    """Problems (问题清单)."""

    def known(self, seen_from: Sequence[ProblemSource]) -> frozenset[str]:
        """Of these sources, the ids of those of which there is a problem."""

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


class Kept(Protocol):
    """Everything that the service keeps."""

    @property
    def programmes(self) -> Programmes: ...

    @property
    def problems(self) -> Problems: ...

    @property
    def proposals(self) -> Proposals: ...

    def put(self, aggregate: Aggregate) -> None:
        """Save, whatever its kind. Raises `changed_meanwhile` where somebody else was faster, and
        `followup.already_open` where somebody is accompanied for the same thing already."""
