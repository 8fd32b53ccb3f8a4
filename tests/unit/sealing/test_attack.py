"""Who has the server, every database and disk, and one custodian with all that they hold, reads nobody."""

from itertools import product

import pytest

from rongcuo.contracts.custody import Group
from rongcuo.contracts.sealed import Part, SealedPart
from rongcuo.sealing import boxes, groups, parts
from rongcuo.sealing.algorithms import GM, INTL, Algorithm
from rongcuo.sealing.boxes import KeyPair
from rongcuo.sealing.errors import NotOpened
from rongcuo.sealing.paper import Card, Share
from rongcuo.sealing.parts import Holder, Place
from tests.unit.sealing.scene import CUSTODIANS, Installation

REPORTERS = 50
OTHER = {Group.A: Group.B, Group.B: Group.A}


def _tried(here: Installation, own: Group, sealed: SealedPart, place: Place) -> list[dict[str, str]]:
    """All that can be done with one group's card, the node's key, and everything that is stored."""
    card = here.made[own].cards[CUSTODIANS[own][0]]
    two_shares = (Share(1, bytes(16)), *here.made[own].shares[:2])
    pairs = [here.node, here.private(own)]
    holders = [(group, holder) for group in Group for holder in (*CUSTODIANS[group], groups.RECOVERY)]
    for (group, holder), secret in product(holders, (card, Card(OTHER[own], card.secret))):
        pairs += _or_none(groups.unlock, here.made[group].key, holder, secret)
    pairs += _or_none(groups.recover, here.made[OTHER[own]].key, here.made[own].shares[:3])
    pairs += _or_none(groups.recover, here.made[OTHER[own]].key, two_shares)
    boxed = (sealed.share_a, sealed.share_b, sealed.share_c)
    found = {bytes(32)}
    for share, pair, holder in product(boxed, pairs, Holder):
        found |= {*_or_none(parts.take_share, share, place, holder, pair, here.by)}
    assert len(found) == 3      # nothing, their own group's share, and the node's
    return [read for given in product(found, repeat=3)
            for read in _or_none(
                parts.unseal, sealed.text, place, dict(zip(Holder, given, strict=True)), here.by)]


def _or_none(attempt: object, *given: object) -> list:
    try:
        return [attempt(*given)]
    except NotOpened:
        return []


@pytest.mark.parametrize("own", list(Group))
@pytest.mark.parametrize("by", [INTL, GM], ids=["intl", "gm"])
def test_the_server_and_one_custodian_read_nobody(by: Algorithm, own: Group) -> None:
    here = Installation.new(by)
    read = []
    for number, part in product(range(REPORTERS), Part):
        place = Place(f"r{number}", part)
        sealed = here.sealed(place, {"name": f"举报人{number}"})
        read += _tried(here, own, sealed, place)
        assert here.opened(sealed, place) == {"name": f"举报人{number}"}     # there was something to read
    assert read == []


def test_with_both_groups_the_same_attack_reads() -> None:
    """The attack can succeed, or it would show nothing."""
    here = Installation.new(INTL)
    place = Place("r1", Part.IDENTITY)
    sealed = here.sealed(place, {"name": "王安"})
    shares = here.shares(sealed, place)
    joined = dict(zip(Holder, shares.values(), strict=True))
    assert parts.unseal(sealed.text, place, joined, INTL) == {"name": "王安"}


def test_a_box_is_nobodys_who_has_only_its_public_key() -> None:
    pair, stranger = KeyPair.make(), KeyPair.make()
    box = boxes.put(b"share", pair.public, ("x",), INTL)
    assert boxes.take(box, pair, ("x",), INTL) == b"share"
    for private in (stranger.private, pair.public):
        with pytest.raises(NotOpened):
            boxes.take(box, KeyPair(private, pair.public), ("x",), INTL)
