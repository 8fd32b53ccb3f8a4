"""What the use cases need of the repositories, inside one transaction."""

from collections.abc import Collection
from datetime import date
from typing import Protocol

from rongcuo.casework.ports import Dated
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.followup import RecordRemark
from services.followup.domain.programme import Programme
from services.followup.domain.record import Correction, Said
from services.followup.domain.year import VisitYear


class Programmes(Dated[Programme], Protocol):
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

    def keeps_apart(self, officer_id: str, actor: Actor) -> bool:
        """Whether one of an officer's is kept from the actor."""

    def to_tell(self, today: date, most: int) -> tuple[Programme, ...]:
        """Those of whose end the person is to be told by now, but not those another replica has."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's programmes of a year up by one, without gaps."""


class Corrections(Dated[Correction], Protocol):
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
    def corrections(self) -> Corrections: ...

    @property
    def remarks(self) -> Remarks: ...

    @property
    def years(self) -> Years: ...

    def put(self, aggregate: Aggregate) -> None:
        """Save, whatever its kind. Raises `changed_meanwhile` where somebody else was faster, and
        `followup.already_open` where somebody is accompanied for the same thing already."""
