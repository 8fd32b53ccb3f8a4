"""What travels on the line between a node and the hub, in frames of numbered entries (docs/adr/0054).

Nothing else goes up than what stands here. Of reports and reporters nothing does.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from rongcuo.contracts.county.approvals import ApprovalKind, ApprovalOutcome
from rongcuo.contracts.fields import chosen, line, many, moment, number, text
from rongcuo.contracts.insight import Code

ENTRIES = 500           # in a frame, at most
SIGNS = 262_144         # of all bodies of a frame together, unless one has more
PERIOD = 7              # signs of 2027-03


class Up(StrEnum):
    """Kinds of entries that a node has for the hub, each with the contract of its body."""

    MATTER = "matter"                        # MatterCounted
    WITNESS = "witness"                      # Witness: checkpoints of the node's own ledgers
    RETURN = "return"                        # MonthlyReturn
    APPROVAL_ASKED = "approval_asked"        # ApprovalAsked
    APPROVAL_WITHDRAWN = "approval_withdrawn"    # ApprovalWithdrawn
    APPROVAL_GIVEN = "approval_given"        # ApprovalAnswered, by a prefecture that is a node
    PACK_TAKEN = "pack_taken"                # SheetTaken


class Down(StrEnum):
    """Kinds of entries that the hub has for a node."""

    SHEET = "sheet"                          # SheetPublished: a policy pack's sheet, or a calendar's
    WITNESS = "witness"                      # Witness: the hub's checkpoints
    WITNESSED = "witnessed"                  # Witness: what the hub keeps of this node's ledgers
    APPROVAL_ASKED = "approval_asked"        # ApprovalAsked: a county's, for its prefecture
    APPROVAL_ANSWERED = "approval_answered"  # ApprovalAnswered
    APPROVAL_WITHDRAWN = "approval_withdrawn"    # ApprovalWithdrawn
    RETURN_REFUSED = "return_refused"        # ReturnRefused


@dataclass(frozen=True, kw_only=True)
class LineEntry:
    """`kind`: an `Up` or a `Down`; one that is not known is kept and shown, and holds up nobody. `body`:
    JSON, as it was written in the transaction of what it tells of."""

    kind: str = line(32, 1)
    body: str


@dataclass(frozen=True, kw_only=True)
class NodeReport:
    """How a node is. `packs`: the ids of the packs in force at its division; `waiting`: entries that the hub
    does not have yet, `waiting_since`: since when. `trouble`: what the node itself sees to be wrong."""

    version: str = line(40)
    packs: tuple[str, ...] = many(10)
    calendar: str = line(80, default="")
    waiting: int = number(0, 1_000_000_000)
    waiting_since: datetime | None = moment(default=None)
    trouble: str = line(200, default="")


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What a node sends, also where it has nothing new: `entries` from the number `first` on, of its `epoch`;
    `newest`: the last number that it has given. `received`: up to which number of the hub's `their_epoch` it
    has everything. `at`: by its own clock."""

    node: str = line(6, 6)
    epoch: int = number(1, 1_000_000)
    first: int = number(1, 1_000_000_000_000)
    newest: int = number(0, 1_000_000_000_000)
    entries: tuple[LineEntry, ...] = many(ENTRIES)
    their_epoch: int = number(1, 1_000_000)
    received: int = number(0, 1_000_000_000_000)
    at: datetime = moment()
    report: NodeReport


@dataclass(frozen=True, kw_only=True)
class Exchanged:
    """The hub's answer, once it has committed: up to which number it has everything, and what it has for the
    node, in the same form. `trouble`: why it took nothing (`chassis.database.streams.Trouble`), empty where
    it did."""

    their_epoch: int
    received: int
    trouble: str = ""
    epoch: int
    first: int
    newest: int
    entries: tuple[LineEntry, ...] = many(ENTRIES)
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class MatterCount:
    """In what it counts: `period` a year or a month; `days`: how long a stage took."""

    code: Code = chosen()
    period: str = line(PERIOD, 4)
    amount: int = number(0, 1_000_000_000_000)
    days: int = number(0, 1_000_000)


@dataclass(frozen=True, kw_only=True)
class MatterCounted:
    """A matter as it is counted now, whole: it takes the place of what came before with a lower `version`.

    `source`: the service; `matter_id`: its own id. `situation`: of the pack, where it has one. No name, and
    no word that anybody wrote."""

    source: str = line(32, 1)
    matter_id: str = line(64, 1)
    version: int = number(1)
    organ_id: str = line(64, 1)
    case_number: str = line(80, default="")
    situation: str = line(80, default="")
    counts: tuple[MatterCount, ...] = many(400)


@dataclass(frozen=True, kw_only=True)
class Witness:
    """Signed checkpoints of ledgers (C2SP), and the verifier's keys of who signed them."""

    notes: tuple[str, ...]
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class MonthlyReturn:
    """The figures of one month (月报), frozen when they were submitted. `checksum`: SHA-256 of `rows` as
    canonical JSON; `signature`: the node's, over organ, period, revision and checksum
    (`casework.counting.returned`). A correction is another return of the same month with the next `revision`:
    it says why."""

    organ_id: str = line(64, 1)
    period: str = line(PERIOD, PERIOD)
    revision: int = number(1, 1_000)
    reason: str = text(500, default="")
    rows: tuple[MatterCount, ...] = many(400)
    checksum: str = line(64, 64)
    signature: str = line(200)
    submitted_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ReturnRefused:
    """Why a return was not taken; `code`: of the catalogue."""

    organ_id: str
    period: str
    revision: int
    code: str


@dataclass(frozen=True, kw_only=True)
class ApprovalAsked:
    """That an organ needs the word of the one above. `request_id`: the asker's own. `summary` names nobody.
    `due_on`: the last local day on which the answer is of use; later it is refused by itself. `provincial`:
    that the person is managed by the province (省管干部), whose word it then takes."""

    request_id: str = line(64, 1)
    kind: ApprovalKind = chosen()
    division_code: str = line(6, 6)
    provincial: bool = False
    case_number: str = line(80, default="")
    summary: str = text(2_000)
    due_on: date
    asked_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ApprovalWithdrawn:
    """The asker needs it no more."""

    request_id: str = line(64, 1)
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ApprovalAnswered:
    """`by`: the organ that answered, `at` its own clock's. The first answer stands. `officer_id`: the account
    there that gave it, for where two answers have to be two people's; empty where nobody did."""

    request_id: str = line(64, 1)
    outcome: ApprovalOutcome = chosen()
    reason: str = text(2_000, default="")
    by: str = line(64, 1)
    officer_id: str = line(64, default="")
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class SheetPublished:
    """A sheet of rules as its file's text. `name`: the file's, such as 530000-2027-03-01.yaml; `digest`:
    SHA-256 of the text, in hex."""

    name: str = line(80, 1)
    calendar: bool
    digest: str = line(64, 64)
    body: str
    published_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class SheetTaken:
    """That a node has it, or why it can't run under it (`code`, of the catalogue)."""

    name: str = line(80, 1)
    digest: str = line(64, 64)
    code: str = line(80, default="")
    at: datetime = moment()
