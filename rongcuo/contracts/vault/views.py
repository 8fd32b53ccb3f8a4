"""What the vault answers. Nothing here holds an identity: that travels boxed."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.custody import Group
from rongcuo.contracts.fields import choices, chosen, many, moment
from rongcuo.contracts.sealed import FILES, Part
from rongcuo.contracts.vault.enums import Author, FileKind, OrderState, ReporterStatus, Saying, Wish

MOST_MESSAGES, MOST_WISHES = 500, 50


@dataclass(frozen=True, kw_only=True)
class PublicKey:
    """A key to seal to. `key_id` is its fingerprint, by the hash of this algorithm."""

    key_id: str
    algorithm: str
    public: str


@dataclass(frozen=True, kw_only=True)
class SealingKeys:
    """`a` and `b` are None where the organ has no custodians yet: nothing can be sealed for it then."""

    algorithm: str
    node: PublicKey
    a: PublicKey | None = None
    b: PublicKey | None = None


@dataclass(frozen=True, kw_only=True)
class Deposited:
    """By what others know the reporter. `code_came_as`: the digest of the box in which the code came, by
    which whoever sent it knows whether it is the first of several that were the same."""

    reporter_ref: str
    pseudonym: str
    code_came_as: str = ""


@dataclass(frozen=True, kw_only=True)
class Registering:
    """`may`: the actor brought this reporter to the vault, under this pseudonym and for this organ. Why not,
    nobody is told."""

    may: bool


@dataclass(frozen=True, kw_only=True)
class ReporterMessage:
    """One message of a dialogue."""

    author: Author = chosen()
    text: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class PutToReporter:
    """Something that was put to the reporter in an inquiry: the which-th of that case, counted from one."""

    case_id: str
    place: int


@dataclass(frozen=True, kw_only=True)
class ReporterTold:
    """What the reporter was told of the report: by the platform what it has `said`, by an officer `words`, as
    they were written, and from the pack where else to `turn_to`. `read_at`: the receipt; `put`: where an
    inquiry told it."""

    status: ReporterStatus = chosen()
    said: Saying | None = chosen(default=None)
    words: str = ""
    turn_to: str = ""
    at: datetime = moment()
    read_at: datetime | None = moment(default=None)
    put: PutToReporter | None = None


@dataclass(frozen=True, kw_only=True)
class ReporterWish:
    """What the reporter asked for."""

    wish: Wish = chosen()
    text: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ReporterFile:
    """A file that the reporter handed in, as its copy is. `size` in bytes."""

    number: int
    kind: FileKind = chosen()
    size: int
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class WhereToSeal:
    """What the gateway needs to seal files of whoever knows the code. `known`: those that are there, by their
    ids. `to_renew`: no more are taken by this code."""

    reporter_ref: str
    organ_id: str
    known: tuple[str, ...] = ()
    to_renew: bool = False


@dataclass(frozen=True, kw_only=True)
class BoxedFile:
    """Where a clean copy lies, and what opens it, boxed to the asker's key."""

    reporter_ref: str
    number: int
    kind: FileKind = chosen()
    copy: str
    algorithm: str
    box: str


@dataclass(frozen=True, kw_only=True)
class ReporterSide:
    """What a reporter sees: what they were told, and their talk with the office."""

    pseudonym: str
    status: ReporterStatus = chosen()
    told: tuple[ReporterTold, ...] = many(MOST_WISHES)
    messages: tuple[ReporterMessage, ...] = many(MOST_MESSAGES)
    wishes: tuple[ReporterWish, ...] = many(MOST_WISHES)
    files: tuple[ReporterFile, ...] = many(len(FILES))


@dataclass(frozen=True, kw_only=True)
class Dialogue:
    """What a handler sees of a reporter. `parts`: what is sealed of them, until it was destroyed."""

    reporter_ref: str
    pseudonym: str
    real_name: bool
    status: ReporterStatus = chosen()
    parts: tuple[Part, ...] = choices(Part, len(Part))
    told: tuple[ReporterTold, ...] = many(MOST_WISHES)
    messages: tuple[ReporterMessage, ...] = many(MOST_MESSAGES)
    wishes: tuple[ReporterWish, ...] = many(MOST_WISHES)
    files: tuple[ReporterFile, ...] = many(len(FILES))


@dataclass(frozen=True, kw_only=True)
class Noted:
    """It has arrived."""

    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class Written:
    """It was written. Nothing of it stands here, for answers are kept."""

    reporter_ref: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class ApprovalView:
    """Who approved, and with which key."""

    group: Group = chosen()
    by_name: str
    key_id: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class OrderView:
    """An order to unseal. `needs_consent`: an anonymous reporter is to be traced, so the prefecture decides
    first. `allowed`: what the actor may do now, where they asked for this one order."""

    order_id: str
    number: str
    pseudonym: str
    state: OrderState = chosen()
    parts: tuple[Part, ...] = choices(Part, len(Part))
    ground: str
    needs_consent: bool
    asked_by: str
    asked_by_name: str
    consented_by_name: str = ""
    approvals: tuple[ApprovalView, ...] = many(2)
    reason: str = ""
    asked_at: datetime = moment()
    window_from: datetime = moment()
    window_until: datetime = moment()
    open_until: datetime | None = moment(default=None)
    ended_at: datetime | None = moment(default=None)
    allowed: tuple[str, ...] = ()
    tag: str = ""


@dataclass(frozen=True, kw_only=True)
class OrdersPage:
    """`next_cursor` is empty on the last page."""

    lines: tuple[OrderView, ...] = ()
    next_cursor: str = ""


@dataclass(frozen=True, kw_only=True)
class OrderHearers:
    """Officers who are to hear where an order stands now, by their ids; nobody whom the report names, who are
    known by `keys_apart` (`rongcuo/casework/apart.py`)."""

    state: OrderState = chosen()
    officers: tuple[str, ...] = ()
    keys_apart: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class BoxedIdentity:
    """The opened parts as JSON, boxed to the asker's key."""

    algorithm: str
    box: str
    open_until: datetime = moment()
