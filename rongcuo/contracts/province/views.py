"""What the hub is asked, and answers."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from rongcuo.contracts.fields import chosen, line, moment, number
from rongcuo.contracts.insight import Code


class NodeState(StrEnum):
    """`AWAY`: nothing was heard of it for a minute; `EXPECTED`: it was registered, and never came."""

    CONNECTED = "connected"
    AWAY = "away"
    EXPECTED = "expected"
    REVOKED = "revoked"


class NodeTrouble(StrEnum):
    """What the hub sees to be wrong with a node."""

    SUPERSEDED = "superseded"      # it still speaks in an epoch that is over
    BEHIND = "behind"              # it gave fewer numbers than arrived: it was restored from a backup
    GAP = "gap"                    # what comes next is missing
    HUB_BEHIND = "hub_behind"      # it has more of the hub's than the hub gave: the hub was restored
    CLOCK = "clock"                # its clock is five minutes off, or more
    SHORTER = "shorter"            # a ledger of it is shorter than one that was witnessed
    REWRITTEN = "rewritten"        # a ledger of it says something else than one that was witnessed
    ITS_OWN = "its_own"            # what it says itself


@dataclass(frozen=True, kw_only=True)
class NodesQuery:
    """All nodes at or below the actor's division."""


@dataclass(frozen=True, kw_only=True)
class NodeQuery:
    """One of them."""

    code: str = line(6, 6)


@dataclass(frozen=True, kw_only=True)
class NodeView:
    """`lag`: how many entries it has that the hub lacks; `owed`: how many the hub has that it lacks.
    `clock_s`: how many seconds its clock is ahead of the hub's."""

    code: str
    name: str
    state: NodeState = chosen()
    troubles: tuple[str, ...] = ()
    seen_at: datetime | None = moment(default=None)
    lag: int = 0
    lag_since: datetime | None = moment(default=None)
    owed: int = 0
    version: str = ""
    packs: tuple[str, ...] = ()
    calendar: str = ""
    clock_s: int = 0
    says: str = ""
    aside: int = 0


@dataclass(frozen=True, kw_only=True)
class AsideView:
    """An entry that had no effect, and why; `code`: of the catalogue."""

    epoch: int
    number: int
    kind: str
    code: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class WitnessView:
    """The largest checkpoint that the hub keeps of a ledger. `root`: base64."""

    origin: str
    size: int
    root: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class NodesView:
    nodes: tuple[NodeView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class NodeDetail:
    """`asides`: the latest; `epoch`, `received`: of its stream."""

    node: NodeView
    epoch: int
    received: int
    key_id: str
    registered_at: datetime = moment()
    revoked_at: datetime | None = moment(default=None)
    asides: tuple[AsideView, ...] = ()
    witnesses: tuple[WitnessView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MatterQuery:
    """A matter's summary, as a node told of it last."""

    node: str = line(6, 6)
    source: str = line(32, 1)
    matter_id: str = line(64, 1)


@dataclass(frozen=True, kw_only=True)
class MatterView:
    """`also_at`: other nodes that tell of a matter with the same number, such as after districts merged."""

    node: str
    source: str
    matter_id: str
    organ_id: str
    case_number: str
    situation: str
    outcome: str
    year: str
    codes: tuple[str, ...] = ()
    also_at: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ConsistencyQuery:
    """How determinations of one year ended, by situation and county. With `situation`, `organ_id` and
    `outcome` those matters themselves."""

    year: int = number(2000, 2100)


@dataclass(frozen=True, kw_only=True)
class ShareView:
    """`shown`: how many ended so, as far as it may be told; `of`: of how many. `outlier`: `high` or `low`
    where the share lies outside of what the province's own would let expect."""

    outcome: Code = chosen()
    shown: str
    outlier: str = ""


@dataclass(frozen=True, kw_only=True)
class PlaceShares:
    organ_id: str
    of: str
    shares: tuple[ShareView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SituationView:
    """One situation of the packs; `province`: of all places together."""

    situation: str
    province: PlaceShares
    places: tuple[PlaceShares, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ConsistencyView:
    """`doubled`: case numbers that several nodes tell of."""

    year: int
    situations: tuple[SituationView, ...] = ()
    doubled: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class OutliersQuery:
    """The matters of one place, situation and outcome."""

    year: int = number(2000, 2100)
    situation: str = line(80, 1)
    organ_id: str = line(64, 1)
    outcome: Code = chosen()


@dataclass(frozen=True, kw_only=True)
class MattersView:
    matters: tuple[MatterView, ...] = ()
