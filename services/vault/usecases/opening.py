"""What a custodian's card does: its group's shares are opened, and passed on, or joined with the others."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from rongcuo.contracts.custody import Group, GroupKey
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import Part, SealedShare
from rongcuo.sealing import groups, parts
from rongcuo.sealing.algorithms import algorithm
from rongcuo.sealing.boxes import KeyPair
from rongcuo.sealing.errors import NotOpened
from rongcuo.sealing.paper import Card
from rongcuo.sealing.parts import Holder, Place
from services.vault.domain import UnsealingOrder
from services.vault.domain.order import OTHER
from services.vault.ports import KeptPart, Strongroom

HOLDERS = {Group.A: Holder.GROUP_A, Group.B: Holder.GROUP_B}
Content = dict[Part, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Opened:
    """`passed` after the first approval, `content` after the second."""

    key_id: str
    passed: Mapping[Part, SealedShare] = field(default_factory=dict)
    content: Content = field(default_factory=dict, repr=False)


def opened(order: UnsealingOrder, kept: Mapping[Part, KeptPart], keys: Mapping[str, GroupKey], card: Card,
           officer_id: str, room: Strongroom) -> Opened:
    """By the group's key to which the order's parts are boxed.

    Raises `vault.card_refused`, `vault.nothing_sealed`, and `vault.rotation_under_way` where a group's key is
    being replaced, or was since the first approval.
    """
    sealed = _of_order(order, kept)
    key = _key_of(card.group, sealed, keys)
    other = _key_of(OTHER[card.group], sealed, keys)
    try:
        own = groups.unlock(key, officer_id, card)
    except NotOpened:
        raise CaseError("vault.card_refused") from None
    try:
        shares = {part: _share(order, each, card.group, own) for part, each in sealed.items()}
        if not order.approvals:
            return Opened(key.key_id, passed={part: _passed(order, each, card.group, shares[part], other)
                                              for part, each in sealed.items()})
        return Opened(key.key_id, content={part: _content(order, each, card.group, own, shares[part], room)
                                           for part, each in sealed.items()})
    except NotOpened:
        raise CaseError("vault.rotation_under_way") from None


def _of_order(order: UnsealingOrder, kept: Mapping[Part, KeptPart]) -> dict[Part, KeptPart]:
    if not {*order.parts} <= {*kept}:
        raise CaseError("vault.nothing_sealed")
    return {part: kept[part] for part in order.parts}


def _key_of(group: Group, sealed: Mapping[Part, KeptPart], keys: Mapping[str, GroupKey]) -> GroupKey:
    ids = {each.share_of(group).key_id for each in sealed.values()}
    if len(ids) != 1 or not ids <= {*keys}:
        raise CaseError("vault.rotation_under_way")
    return keys[ids.pop()]


def _share(order: UnsealingOrder, kept: KeptPart, group: Group, own: KeyPair) -> bytes:
    return parts.take_share(kept.share_of(group), Place(order.reporter_ref, kept.part), HOLDERS[group], own,
                            algorithm(kept.algorithm))


def _passed(order: UnsealingOrder, kept: KeptPart, group: Group, share: bytes,
            other: GroupKey) -> SealedShare:
    """For this order, to the other group: at rest it is of no use to the group it came from."""
    return parts.box_share(share, _place(order, kept), HOLDERS[group], groups.recipient(other),
                           algorithm(kept.algorithm))


def _content(order: UnsealingOrder, kept: KeptPart, group: Group, own: KeyPair, share: bytes,
             room: Strongroom) -> dict[str, str]:
    by, first = algorithm(kept.algorithm), HOLDERS[OTHER[group]]
    if kept.part not in order.passed:
        raise NotOpened(kept.part)
    shares = {HOLDERS[group]: share,
              first: parts.take_share(order.passed[kept.part], _place(order, kept), first, own, by),
              Holder.NODE: room.keys.get(order.reporter_ref, kept.part)}
    return parts.unseal(kept.text, Place(order.reporter_ref, kept.part), shares, by)


def _place(order: UnsealingOrder, kept: KeptPart) -> Place:
    return Place(order.reporter_ref, kept.part, f"order {order.id}")
