"""The vault's rows in dictionaries."""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from rongcuo.contracts.custody import Group, GroupKey
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import Part, SealedShare
from services.vault.domain import Reporter, UnsealingOrder
from services.vault.ports import KeptFile, KeptPart


@dataclass
class FakeVault:
    """ports.Vault in dictionaries, which give out copies."""

    reporters: dict[str, Reporter] = field(default_factory=dict)
    orders: dict[str, UnsealingOrder] = field(default_factory=dict)
    parts: dict[str, dict[Part, KeptPart]] = field(default_factory=dict)
    files: dict[str, tuple[KeptFile, ...]] = field(default_factory=dict)
    keys: list[tuple[str, GroupKey]] = field(default_factory=list)

    def put(self, aggregate: Any) -> None:
        kept = self.reporters if isinstance(aggregate, Reporter) else self.orders
        kept[aggregate.id] = deepcopy(aggregate)

    def reporter(self, reporter_ref: str) -> Reporter:
        if reporter_ref not in self.reporters:
            raise CaseError("not_found")
        return _read(self.reporters[reporter_ref])

    read_reporter = reporter

    def reporter_if_there(self, reporter_ref: str) -> Reporter | None:
        return self.reporter(reporter_ref) if reporter_ref in self.reporters else None

    read_reporter_if_there = reporter_if_there

    def with_code(self, code_hash: str) -> Reporter | None:
        return next((_read(each) for each in self.reporters.values()
                     if code_hash in (each.code_hash, each.desk_code_hash)), None)

    def retained_before(self, day: date, most: int) -> tuple[str, ...]:
        return tuple(each.id for each in self.reporters.values()
                     if each.retained_until and each.retained_until < day and not each.destroyed_at)[:most]

    def without_end(self, most: int) -> tuple[str, ...]:
        return tuple(each.id for each in self.reporters.values() if each.has_no_end)[:most]

    def order(self, order_id: str) -> UnsealingOrder:
        if order_id not in self.orders:
            raise CaseError("not_found")
        return _read(self.orders[order_id])

    read_order = order

    def unfinished_orders(self) -> tuple[UnsealingOrder, ...]:
        return tuple(map(_read, self.orders.values()))

    def keep_parts(self, reporter_ref: str, _organ_id: str, parts: list[KeptPart]) -> None:
        self.parts.setdefault(reporter_ref, {}).update({each.part: each for each in parts})

    def parts_of(self, reporter_ref: str) -> dict[Part, KeptPart]:
        return dict(self.parts.get(reporter_ref, {}))

    def drop_parts(self, reporter_ref: str) -> None:
        self.parts.pop(reporter_ref, None)

    def keep_files(self, reporter_ref: str, files: list[KeptFile]) -> None:
        self.files[reporter_ref] = (*self.files_of(reporter_ref), *files)

    def files_of(self, reporter_ref: str) -> tuple[KeptFile, ...]:
        return self.files.get(reporter_ref, ())

    def drop_files(self, reporter_ref: str) -> None:
        self.files.pop(reporter_ref, None)

    def stored(self, _keys: list[str]) -> set[str]:
        return {key for files in self.files.values() for each in files for key in (each.copy, each.original)}

    def group_keys(self, organ_id: str, group: Group) -> tuple[GroupKey, ...]:
        return tuple(key for organ, key in self.keys if organ == organ_id and key.group == group)

    def hold_group_keys(self, organ_id: str, *, alone: bool = False) -> None:
        """Nobody else is there."""

    def keep_group_key(self, organ_id: str, key: GroupKey, _at: datetime) -> None:
        for place, (organ, known) in enumerate(self.keys):
            if (organ, known.key_id) == (organ_id, key.key_id):
                self.keys[place] = organ, key
                return
        self.keys.append((organ_id, key))

    def retire_group_key(self, organ_id: str, key_id: str, _at: datetime) -> None:
        self.keys = [each for each in self.keys if (each[0], each[1].key_id) != (organ_id, key_id)]

    def shares_under(self, _organ_id: str, group: Group, key_id: str, most: int) -> tuple[Any, ...]:
        return tuple((ref, each) for ref, kept in self.parts.items() for each in kept.values()
                     if each.share_of(group).key_id == key_id)[:most]

    def rebox(self, reporter_ref: str, part: Part, group: Group, share: SealedShare) -> None:
        kept = self.parts[reporter_ref][part]
        shares = {"share_a": kept.share_a, "share_b": kept.share_b} | {f"share_{group.value}": share}
        self.parts[reporter_ref][part] = KeptPart(kept.part, kept.algorithm, kept.text, **shares)


def _read(aggregate: Any) -> Any:
    """As from a row: what was read is what is compared later."""
    copy = deepcopy(aggregate)
    copy.__post_init__()
    return copy
