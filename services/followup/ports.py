"""What the use cases need of the repositories, inside one transaction."""

from datetime import date
from typing import Protocol

from rongcuo.casework.ports import Dated
from rongcuo.contracts.events import Aggregate
from services.followup.domain.programme import Programme


class Programmes(Dated[Programme], Protocol):
    """Programmes (回访教育)."""

    def of_basis(self, person_key: str, basis_key: str) -> Programme | None:
        """The open one of a person that follows from this, locked; None where there is none."""

    def of_source(self, source_id: str) -> tuple[Programme, ...]:
        """The open ones that follow from a determination or a clearing, locked."""

    def read_of_source(self, source_id: str) -> tuple[Programme, ...]:
        """All of them, also ended ones, as they stand."""

    def of_person(self, person_key: str) -> tuple[Programme, ...]:
        """All of a person's, as they stand."""

    def to_tell(self, today: date, most: int) -> tuple[Programme, ...]:
        """Those of whose end the person is to be told by now, but not those another replica has."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's programmes of a year up by one, without gaps."""


class Kept(Protocol):
    """Everything that the service keeps."""

    @property
    def programmes(self) -> Programmes: ...

    def put(self, aggregate: Aggregate) -> None:
        """Save, whatever its kind. Raises `changed_meanwhile` where somebody else was faster, and
        `followup.already_open` where somebody is accompanied for the same thing already."""
