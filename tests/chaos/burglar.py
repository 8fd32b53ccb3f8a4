"""Somebody who has taken every disk, and tries to read who reported: with the keys that lie there, and with
what one custodian has in hand, or two. They know the software; they are not held up by anything it asks."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations, product
from typing import Any

from rongcuo.contracts.custody import Group, GroupKey, WrappedKey
from rongcuo.contracts.sealed import Part, SealedShare
from rongcuo.sealing import groups, parts
from rongcuo.sealing.algorithms import PROFILES
from rongcuo.sealing.boxes import KeyPair
from rongcuo.sealing.errors import NotOpened
from rongcuo.sealing.paper import Card, Share
from rongcuo.sealing.parts import KEY_BYTES, Holder, Place
from tests.chaos.custodians import Printed
from tests.chaos.homes import Home

NOTHING = bytes(KEY_BYTES)
MOST_SHARES = 3
Row = tuple[str, ...]       # reporter_ref, part, text, key_a, box_a, key_b, box_b


@dataclass(frozen=True, repr=False)
class Loot:
    """All that lies on the disks at one moment: rows, groups' keys as they are kept, the node's keys and
    shares. A backup is the same of an earlier moment."""

    rows: tuple[Row, ...]
    keys: tuple[GroupKey, ...]
    node: tuple[KeyPair, ...]
    shares: dict[str, bytes]

    def share_of(self, reporter_ref: str, part: str) -> bytes:
        """The node's, as it lies there. Names of files are hashes of what anybody with the rows knows."""
        return self.shares.get(sha256(f"{reporter_ref}:{part}".encode()).hexdigest(), NOTHING)


def taken(home: Home) -> Loot:
    """Everything, as it lies there now."""
    rows = home.books.rows("vault", "SELECT reporter_ref, part, text, key_a, box_a, key_b, box_b "
                                    "FROM vault_sealed_part ORDER BY reporter_ref, part")
    kept = home.books.rows("vault", "SELECT holders, key_id, algorithm, public, wrapped FROM vault_group_key")
    folder = home.folder / "data" / "vault"
    return Loot(tuple(rows), tuple(_key(*row) for row in kept),
                tuple(KeyPair.of(file.read_bytes()) for file in folder.rglob("*.node")),
                {file.stem: file.read_bytes() for file in folder.rglob("*.share")})


def _key(group: str, key_id: str, algorithm: str, public: str, wrapped: Any) -> GroupKey:
    each = json.loads(wrapped) if isinstance(wrapped, str) else wrapped
    return GroupKey(group=Group(group), key_id=key_id, algorithm=algorithm, public=public,
                    wrapped=tuple(WrappedKey(**one) for one in each))


class Burglar:
    """`loots`: what was taken, the newest last. `hands`: what was printed for the custodians who help, of
    all keys that they ever had. `scraps`: shares of recovery of the other group, fewer than are enough."""

    def __init__(self, loots: Sequence[Loot], hands: Sequence[Printed], scraps: Sequence[Share] = ()) -> None:
        self._loots = loots
        self.pairs = [pair for loot in loots for pair in loot.node]
        for loot, hand, group in product(loots, hands, Group):
            for key, holder in product(loot.keys, {*hand.cards, groups.RECOVERY}):
                self.pairs += _or_none(groups.unlock, key, holder, Card(group, hand.card.secret))
        for loot in loots:
            for key in loot.keys:
                self.pairs += _or_none(groups.recover, key, scraps)
                self.pairs += _or_none(groups.recover, key, (*scraps, Share(5, bytes(16))))
        self.pairs = list({pair.private: pair for pair in self.pairs}.values())
        self._scraps = {NOTHING, *(pair.private for pair in self.pairs),
                        *(hand.card.secret.ljust(KEY_BYTES, b"\0") for hand in hands)}

    def reads(self, reporter_ref: str) -> bool:
        """Whether anything can be made of any part of one reporter, as it is or ever was."""
        theirs = [row for row in self._loots[-1].rows if row[0] == reporter_ref]
        return any(content for row in theirs for content in self._part(row))

    def _part(self, row: Row) -> Iterator[dict[str, str]]:
        reporter_ref, part, text = row[:3]
        places = self._places(reporter_ref, Part(part))
        secrets = {*self._scraps, *(loot.share_of(reporter_ref, part) for loot in self._loots)}
        for box, pair, holder, place, by in product(
                self._boxes(reporter_ref, part), self.pairs, Holder, places, PROFILES.values()):
            secrets |= {*_or_none(parts.take_share, box, place, holder, pair, by)}
        for key, place, by in product(_sums(secrets), places, PROFILES.values()):
            shares = {Holder.GROUP_A: key, Holder.GROUP_B: NOTHING, Holder.NODE: NOTHING}
            yield from _or_none(parts.unseal, text, place, shares, by)

    def _boxes(self, reporter_ref: str, part: str) -> list[SealedShare]:
        """Those of today and of every backup."""
        found = {(key_id, box) for loot in self._loots for row in loot.rows if row[:2] == (reporter_ref, part)
                 for key_id, box in ((row[3], row[4]), (row[5], row[6]))}
        return [SealedShare(key_id=key_id, box=box) for key_id, box in sorted(found)]

    def _places(self, reporter_ref: str, part: Part) -> list[Place]:
        """Its own, and what it might be passed off as."""
        other = next((row[0] for row in self._loots[-1].rows if row[0] != reporter_ref), "")
        another = next(each for each in Part if each is not part)
        return [Place(reporter_ref, part), Place(other, part), Place(reporter_ref, another),
                Place(reporter_ref, part, "order 1")]


def opened(loot: Loot, hands: Sequence[Printed]) -> dict[tuple[str, str], dict[str, str]]:
    """All parts that open with a card of each group and the node's share, by reporter and part."""
    pairs = {key.key_id: pair for hand, key in product(hands, loot.keys)
             for pair in _or_none(groups.unlock, key, hand.holder, hand.card)}
    found = {}
    for reporter_ref, part, text, key_a, box_a, key_b, box_b in loot.rows:
        place = Place(reporter_ref, Part(part))
        for by in PROFILES.values():
            shares = {Holder.NODE: loot.share_of(reporter_ref, part)}
            for holder, key_id, box in ((Holder.GROUP_A, key_a, box_a), (Holder.GROUP_B, key_b, box_b)):
                share = SealedShare(key_id=key_id, box=box)
                with suppress(KeyError, NotOpened):
                    shares[holder] = parts.take_share(share, place, holder, pairs[key_id], by)
            for content in _or_none(parts.unseal, text, place, shares, by):
                found[reporter_ref, part] = content
    return found


def _sums(secrets: set[bytes]) -> set[bytes]:
    """What up to three of them make together."""
    numbers = {int.from_bytes(each) for each in secrets if len(each) == KEY_BYTES}
    sums = {0}
    for many in range(1, MOST_SHARES + 1):
        for some in combinations(numbers, many):
            total = 0
            for each in some:
                total ^= each
            sums.add(total)
    return {each.to_bytes(KEY_BYTES) for each in sums}


def _or_none(attempt: Callable[..., Any], *given: Any) -> list[Any]:
    try:
        return [attempt(*given)]
    except (NotOpened, ValueError):
        return []

