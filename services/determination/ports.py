"""What the use cases need of the repositories, inside one transaction."""

from typing import Protocol

from rongcuo.casework.apart import Somebody
from rongcuo.casework.ports import Dated, Repository
from rongcuo.contracts.determination import Subject
from rongcuo.contracts.events import Aggregate
from services.determination.domain.appeal import Appeal
from services.determination.domain.clue import ClueDisposal
from services.determination.domain.determination import Determination
from services.determination.domain.meeting import JointMeeting


class Determinations(Dated[Determination], Protocol):
    """Determinations (容错认定)."""

    def closed_to(self, somebody: Somebody, case_ids: tuple[str, ...]) -> frozenset[str]:
        """Those of these cases from which somebody is recused, or kept as from the report behind it."""

    def of_report(self, report_id: str) -> tuple[Determination, ...]:
        """All that a report has led to, the oldest first. Who would open one meanwhile, waits."""

    def read_of_report(self, report_id: str) -> tuple[Determination, ...]:
        """As they stand; of no report, none."""

    def about(self, officer_id: str) -> tuple[str, ...]:
        """The ids of all, also of ended ones, whose subject an officer is."""

    def with_recusal_asked(self) -> tuple[str, ...]:
        """The ids of those with an application for recusal that waits for its answer."""

    def after_appeal(self) -> tuple[str, ...]:
        """The ids of those that go on after an appeal: while it was heard they waited for nobody."""

    def linked_to(self, filing_id: str) -> tuple[str, ...]:
        """The ids of all to which a filing is linked."""

    def note_void(self, filing_id: str, void_by: str) -> None:
        """Keep what filing has told of a filing; nobody who asks `void_by` meanwhile misses it."""

    def void_by(self, filing_id: str) -> str:
        """By which determination a filing is known to be void; empty where by none. What is told of it from
        now on waits until the end of the transaction."""

    def of_subject(self, subject: Subject) -> tuple[Determination, ...]:
        """All of one person in any organ, unlocked; of somebody without an account, by name and unit."""

    def next_number(self, organ_id: str, year: int) -> int:
        """Count the organ's cases of a year up by one; gapless, as its row stays locked until the commit."""


class Meetings(Repository[JointMeeting], Protocol):
    """Joint meetings. `get` locks: fifteen members may vote at once."""

    def next_number(self, organ_id: str, year: int) -> int:
        """As of cases."""


class Appeals(Dated[Appeal], Protocol):
    """Appeals (申诉、复核)."""

    def of_case(self, case_id: str) -> tuple[Appeal, ...]:
        """The appeals against a case's decisions, the oldest first."""

    def without_panel(self) -> tuple[str, ...]:
        """The ids of the cases of open ones that nobody hears yet."""

    def next_number(self, organ_id: str, year: int) -> int:
        """As of cases."""


class Clues(Protocol):
    """Disposals of clues. They never change."""

    def of_clue(self, organ_id: str, clue_number: str) -> tuple[ClueDisposal, ...]:
        """An organ's disposals of one clue, the oldest first. Who would dispose of it meanwhile, waits."""


class Cases(Protocol):
    """Everything that the service keeps."""

    @property
    def determinations(self) -> Determinations: ...

    @property
    def meetings(self) -> Meetings: ...

    @property
    def appeals(self) -> Appeals: ...

    @property
    def clues(self) -> Clues: ...

    def put(self, aggregate: Aggregate) -> None:
        """Save, whatever its kind. Raises `changed_meanwhile` where somebody else was faster."""
