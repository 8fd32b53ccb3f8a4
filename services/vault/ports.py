"""What the use cases need of the repository, of the node's key store, and of what they keep in memory."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Protocol

from rongcuo.contracts.custody import Group, GroupKey
from rongcuo.contracts.sealed import Part, SealedShare
from rongcuo.contracts.vault import FileKind
from rongcuo.sealing.algorithms import Algorithm
from rongcuo.sealing.boxes import KeyPair
from services.vault.domain import Reporter, UnsealingOrder


@dataclass(frozen=True, slots=True)
class KeptPart:
    """A sealed part as the database has it: without the node's share."""

    part: Part
    algorithm: str
    text: str
    share_a: SealedShare
    share_b: SealedShare

    def share_of(self, group: Group) -> SealedShare:
        """The share of a custodian group."""
        return self.share_a if group is Group.A else self.share_b


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file that was handed in: `copy` and `original` are keys of the store, `opens` opens the copy."""

    number: int
    file_id: str
    kind: FileKind
    size: int
    at: datetime
    copy: str
    original: str
    opens: str = field(repr=False)
    on_paper: bool = False      # a scan by the office


class Vault(Protocol):
    """Reporters, what is sealed of them, orders, and the groups' keys, inside one transaction."""

    def put(self, aggregate: Reporter | UnsealingOrder) -> None:
        """Save. Raises `changed_meanwhile`."""

    def reporter(self, reporter_ref: str) -> Reporter:
        """Lock and fetch. Raises `not_found`."""

    def reporter_if_there(self, reporter_ref: str) -> Reporter | None:
        """The same, or None."""

    def read_reporter(self, reporter_ref: str) -> Reporter:
        """As it stands. Raises `not_found`."""

    def read_reporter_if_there(self, reporter_ref: str) -> Reporter | None:
        """The same, or None."""

    def with_code(self, code_hash: str) -> Reporter | None:
        """Whose code it is, or was at the desk, as it stands."""

    def retained_before(self, day: date, most: int) -> tuple[str, ...]:
        """Reporters whose retention ended before this day, and who are still there."""

    def without_end(self, most: int) -> tuple[str, ...]:
        """Reporters who `has_no_end`."""

    def order(self, order_id: str) -> UnsealingOrder:
        """Lock and fetch. Raises `not_found`."""

    def read_order(self, order_id: str) -> UnsealingOrder:
        """As it stands. Raises `not_found`."""

    def unfinished_orders(self) -> tuple[UnsealingOrder, ...]:
        """Those that may run out, not locked."""

    def keep_parts(self, reporter_ref: str, organ_id: str, parts: Sequence[KeptPart]) -> None:
        """What more is sealed of a reporter."""

    def parts_of(self, reporter_ref: str) -> Mapping[Part, KeptPart]:
        """What is sealed of one."""

    def drop_parts(self, reporter_ref: str) -> None:
        """Nothing is, any more."""

    def keep_files(self, reporter_ref: str, files: Sequence[KeptFile]) -> None:
        """More that they handed in."""

    def files_of(self, reporter_ref: str) -> tuple[KeptFile, ...]:
        """By their numbers."""

    def drop_files(self, reporter_ref: str) -> None:
        """None, any more."""

    def stored(self, keys: Collection[str]) -> set[str]:
        """Which of these keys of the store some file has."""

    def group_keys(self, organ_id: str, group: Group) -> tuple[GroupKey, ...]:
        """The keys of a group that are in use, oldest first: the newest seals; before it, during a rotation
        only, the one that some parts still have."""

    def hold_group_keys(self, organ_id: str, *, alone: bool = False) -> None:
        """None of an organ's is retired before this transaction ends. `alone`: when nobody else holds any."""

    def keep_group_key(self, organ_id: str, key: GroupKey, at: datetime) -> None:
        """Insert or update."""

    def retire_group_key(self, organ_id: str, key_id: str, at: datetime) -> None:
        """Nothing is sealed to it any more, and its private half is nowhere."""

    def shares_under(self, organ_id: str, group: Group, key_id: str, most: int
                     ) -> tuple[tuple[str, KeptPart], ...]:
        """Parts, with their reporters, whose share is boxed to this key; locked."""

    def rebox(self, reporter_ref: str, part: Part, group: Group, share: SealedShare) -> None:
        """A share is boxed to another key from now on."""


class KeyStore(Protocol):
    """Where the node keeps its share of each part's key: outside the database, and with backups that live
    less long. A file each today; an HSM has the same port."""

    def put(self, reporter_ref: str, part: Part, share: bytes) -> None:
        """Durable when this returns. Raises `vault.key_store_failed`, also where another share is there."""

    def replace(self, reporter_ref: str, part: Part, share: bytes) -> None:
        """The same, over what an attempt left that no row has come of. Raises `vault.key_store_failed`."""

    def get(self, reporter_ref: str, part: Part) -> bytes:
        """Raises `vault.key_missing`."""

    def destroy(self, reporter_ref: str) -> None:
        """No part of theirs can be opened any more."""


class Files(Protocol):
    """The store of files, as far as the vault clears it."""

    def older_than(self, seconds: float) -> Iterator[str]:
        """Keys of what was written longer ago."""

    def remove(self, key: str) -> None:
        """Nothing happens where there is none."""


class NodeKeys(Protocol):
    """The node's own pairs. Each seals for a day and is thrown away two days later."""

    def newest(self, now: datetime) -> tuple[str, KeyPair]:
        """The one that others seal to now, with its id; made here where the last one is a day old."""

    def key(self, key_id: str) -> KeyPair:
        """Raises `vault.node_key_gone`."""

    def throw_away(self, now: datetime) -> None:
        """Those whose days are over."""


class Codes(Protocol):
    """Slow hashing of query codes that does not hold up the process."""

    def hash(self, code: str) -> str:
        """The same for the same code, by the installation's own salt. Raises `vault.busy`."""


class Attempts(Protocol):
    """How many wrong codes may be typed and reports brought: in memory, by a hash with a key of the day."""

    def spend(self, asker: str) -> None:
        """One attempt. Raises `vault.too_many_codes`."""

    def give_back(self, asker: str) -> None:
        """It was right."""

    def deposit(self, asker: str) -> None:
        """Another report. Raises `vault.too_many_deposits`."""


class OpenViews(Protocol):
    """What was unsealed, in memory alone and for minutes."""

    def show(self, order_id: str, reader: str, parts: Mapping[Part, Mapping[str, str]],
             until: datetime) -> None:
        """From now on, to this officer: what a row says later of the reader changes nothing."""

    def shown(self, order_id: str, reader: str, now: datetime) -> Mapping[Part, Mapping[str, str]]:
        """Raises `vault.not_open`, also to anybody else."""

    def shows(self, order_id: str) -> bool:
        """Whether there is anything of it."""

    def hide(self, order_id: str) -> None:
        """Never again."""

    def run_out(self, now: datetime) -> None:
        """Whatever is over by now is in memory no more."""


@dataclass(frozen=True, slots=True)
class Strongroom:
    """All that the vault has beside its database. `seals`: the algorithm of what is sealed from now on."""

    node: NodeKeys
    keys: KeyStore
    files: Files
    codes: Codes
    attempts: Attempts
    views: OpenViews
    seals: Algorithm
    shown_for: timedelta
    retention: timedelta
