"""What the use cases need of a repository, and of the keys."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from rongcuo.casework.counting import Count
from rongcuo.contracts.province import Frame, LineEntry, MonthlyReturn
from services.province.domain import Approval, Aside, Checkpoint, Node, Return, Sheet, Summary
from services.province.domain.returned import Figure


class Received(NamedTuple):
    """What of a frame is new, behind the number `before`; or why nothing is taken. `hub_behind` takes what is
    new: it is about the other direction."""

    trouble: str
    before: int
    fresh: Sequence[LineEntry]


class Owed(NamedTuple):
    """How far the hub has a node's, and what it has for it."""

    their_epoch: int
    received: int
    epoch: int
    first: int
    newest: int
    entries: tuple[LineEntry, ...]


class Hub(Protocol):
    """All of the hub, inside one transaction."""

    def lock(self, nodes: Collection[str]) -> None:
        """Their streams, until the transaction ends; all that it needs at once."""

    def receive(self, code: str, frame: Frame, last: str) -> Received:
        """Of a node whose stream is locked. `last`: the digest of the last entry that came."""

    def owed(self, code: str) -> Owed: ...

    def tell(self, code: str, *entries: tuple[str, str]) -> None:
        """Behind what the hub has for a node: kinds, and bodies as JSON."""

    def let_go_on(self, node: Node) -> None:
        """Its next epoch may begin, and the hub's own begins behind what the node has."""

    def forget_matters(self, node: str) -> None:
        """Of this node, with what they count."""

    def codes(self) -> frozenset[str]:
        """Of the nodes that are registered."""

    def node(self, code: str) -> Node:
        """Changed only where its stream is locked. Raises `province.not_registered`."""

    def put_node(self, node: Node) -> None: ...

    def put_aside(self, asides: Sequence[Aside]) -> None: ...

    def matters(self, node: str, ids: Collection[str]) -> dict[str, Summary]:
        """Those of a node that are known. Nobody else counts anything until the transaction ends."""

    def put_matters(self, summaries: Iterable[Summary], before: Collection[Count],
                    after: Collection[Count]) -> None:
        """Keep them, and move the figures from what they counted in before."""

    def counted(self, organ_id: str, figures: Collection[Figure]) -> dict[Figure, int]: ...

    def returned(self, organ_id: str, period: str, revision: int) -> str | None:
        """The checksum of a return; None where there is none."""

    def put_return(self, told: Return) -> None: ...

    def checkpoints(self, node: str) -> list[Checkpoint]: ...

    def put_checkpoint(self, fresh: Checkpoint) -> None: ...

    def newest_registration(self) -> tuple[str, str] | None:
        """Of a node: its code and key, of which the ledger has a line."""

    def approval(self, approval_id: str) -> Approval:
        """To be changed. Raises `not_found`."""

    def knows_approval(self, approval_id: str) -> bool: ...

    def put_approval(self, approval: Approval) -> None: ...

    def open_at(self, node: str) -> list[Approval]:
        """Those that wait for a prefecture's node."""

    def overdue(self, today: date) -> list[Approval]:
        """Some that nobody answered in time."""

    def sheet(self, name: str, digest: str) -> Sheet:
        """To be changed. Raises `not_found`."""

    def was_published(self, name: str) -> bool: ...

    def published(self) -> list[Sheet]:
        """All, in their order."""

    def put_sheet(self, sheet: Sheet) -> None: ...

    def put_taken(self, row: Mapping[str, Any]) -> None: ...


class Notary(Protocol):
    """What nodes sign, and what is told of who is not whom they say."""

    def require_signed(self, node: str, told: MonthlyReturn) -> None:
        """Raises `province.return_altered` where a return is not what it was, `province.return_forged` where
        the node did not sign it."""

    def read(self, node: str, note: str, keys: Sequence[str]) -> tuple[str, int, str]:
        """Origin, size and root of a checkpoint. Raises `province.note_unsigned`."""

    def suspicious(self, what: str, node: str, **facts: str) -> None:
        """For the security log and the operator."""
