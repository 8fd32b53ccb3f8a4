"""What the use cases need of a repository, and of the node's key."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from rongcuo.casework.counting import Count
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.province.line import LineEntry, MatterCount, SheetPublished, Up
from services.county.domain import Approval, Line, MatterGoingUp, Return
from services.county.domain.line import Stream
from services.county.domain.sheet import Sheet


class Streams(Protocol):
    """Both streams with the hub, inside one transaction."""

    def end(self) -> Stream:
        """Our end, as it is."""

    def locked(self) -> Stream:
        """The same, and nobody else's until the commit."""

    def put_end(self, end: Any) -> None:
        """Keep it."""

    def waiting(self, most: int, most_signs: int) -> list[tuple[str, str]]:
        """What the hub has not acknowledged yet, from its beginning: so much of it at most."""

    def acknowledge(self, end: Any, number: int) -> None:
        """The hub has all up to this number."""

    def take(self, end: Any, epoch: int, first: int,
             entries: Sequence[LineEntry]) -> Sequence[tuple[int, LineEntry]]:
        """Those of the hub's entries that are new, with their numbers; they count as received."""

    def begin_epoch(self, end: Any, behind: int) -> None:
        """What waits is numbered anew, behind what the hub has."""

    def give(self, kind: Up, *entries: Any, now: datetime) -> None:
        """For the hub, behind all that was given so far."""


class Node(Streams, Protocol):
    """What the node keeps of its line."""

    def line(self) -> Line:
        """What is known of it."""

    def put_line(self, line: Line) -> None:
        """Keep it."""

    def matter(self, matter_id: str) -> MatterGoingUp:
        """As it is counted now, or a new one. Nobody else counts anything until the transaction ends."""

    def put_matter(self, going: MatterGoingUp, before: Collection[Count]) -> None:
        """Keep it, and move the figures from what it counted in before."""

    def every_matter(self, after: str, most: int) -> list[MatterGoingUp]:
        """Those that count, in the order of their ids."""

    def counted(self, organ_id: str, year: int) -> tuple[MatterCount, ...]:
        """What an organ's matters count in, in a year and in each of its months."""

    def get(self, aggregate_id: str) -> Approval:
        """A request to be changed. Raises `not_found`."""

    def known(self, approval_id: str) -> Approval | None:
        """The same; None where there is none."""

    def due_before(self, day: date, most: int) -> list[str]:
        """Requests of ours that are open, and whose day is over."""

    def revisions(self, organ_id: str, period: str) -> int:
        """How often a month was submitted, and nobody else submits until the commit."""

    def submitted(self, organ_id: str, period: str, number: int) -> Return | None:
        """One of them, to be changed."""

    def every_return(self) -> list[Return]:
        """All that were submitted, in their order."""

    def asked_for(self, case_id: str) -> list[Approval]:
        """What a case has asked by itself, in order; and it asks nothing else until the commit."""

    def due_from(self, day: date) -> list[Approval]:
        """Requests, ours and of us, whose day is not over."""

    def put(self, aggregate: Aggregate) -> None:
        """Save. Raises `changed_meanwhile`."""

    def sheet(self, name: str) -> Sheet | None:
        """What the hub has published under a name."""

    def put_sheet(self, sheet: Sheet) -> None:
        """Keep it."""

    def set_aside(self, number: int, entry: LineEntry, code: str, now: datetime) -> None:
        """What has no effect here is kept, and shown."""

    def put_witness(self, by: str, origin: str, size: int, note: str, keys: Sequence[str],
                    now: datetime) -> None:
        """What somebody signed of a ledger: the newest of each is read, all are kept."""

    def witnessed(self, by: str) -> dict[str, tuple[int, str, datetime]]:
        """The newest of each ledger: how many lines it had, the note, and when it came."""

    def ledger_troubles(self) -> dict[str, str]:
        """What was wrong with each ledger when it was looked at last; empty: nothing."""

    def put_ledger_trouble(self, origin: str, problem: str) -> None:
        """That a ledger does not continue what the hub has witnessed; an empty problem: it does."""


class NodeKey(Protocol):
    """What a use case needs to know of the node itself."""

    @property
    def node(self) -> str: ...

    @property
    def version(self) -> str: ...

    @property
    def ledgers(self) -> tuple[str, ...]: ...

    def keep_sheet(self, published: SheetPublished) -> None:
        """As a file that every process of this node reads."""

    def sign(self, text: str) -> str:
        """With the node's key: its name, and the signature in base64."""
