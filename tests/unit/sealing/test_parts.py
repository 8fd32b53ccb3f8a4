"""A part opens with all three shares, where it belongs, unchanged; and in no other way."""

from base64 import b64decode, b64encode
from dataclasses import replace
from itertools import permutations

import pytest

from rongcuo.contracts.sealed import Part, SealedPart
from rongcuo.contracts.serialisation import dump, load
from rongcuo.sealing import parts
from rongcuo.sealing.algorithms import GM, INTL, Algorithm, algorithm
from rongcuo.sealing.boxes import KeyPair
from rongcuo.sealing.errors import NotOpened
from rongcuo.sealing.parts import Holder, Place
from tests.unit.sealing.scene import CONTENT, PLACE, Installation

BOTH = pytest.mark.parametrize("by", [INTL, GM], ids=["intl", "gm"])
SHARES = ("share_a", "share_b", "share_c")


@BOTH
def test_three_shares_open_a_part(by: Algorithm) -> None:
    here = Installation.new(by)
    assert here.opened(here.sealed()) == CONTENT


@BOTH
def test_a_part_travels_as_plain_data(by: Algorithm) -> None:
    here = Installation.new(by)
    assert here.opened(load(SealedPart, dump(here.sealed()))) == CONTENT


@BOTH
def test_each_sealing_is_another_and_names_its_algorithm(by: Algorithm) -> None:
    here = Installation.new(by)
    one, two = here.sealed(), here.sealed()
    assert one.algorithm == two.algorithm == by.id
    assert one.text != two.text
    assert one.share_a.box != two.share_a.box


def test_the_length_of_a_name_is_not_seen() -> None:
    here = Installation.new(INTL)
    lengths = {len(here.sealed(content={"name": "王" * most}).text) for most in (1, 2, 50)}
    assert len(lengths) == 1


@BOTH
@pytest.mark.parametrize("place", [
    Place("r2", Part.IDENTITY), Place("r1", Part.CONTACT), Place("r1", Part.IDENTITY, "order 7")], ids=str)
def test_what_belongs_to_another_place_does_not_open(by: Algorithm, place: Place) -> None:
    here = Installation.new(by)
    sealed = here.sealed()
    shares = here.shares(sealed)
    with pytest.raises(NotOpened):
        parts.unseal(sealed.text, place, shares, by)
    for holder, boxed in zip(Holder, (sealed.share_a, sealed.share_b, sealed.share_c), strict=True):
        with pytest.raises(NotOpened):
            parts.take_share(boxed, place, holder, here.keys()[holder], by)


@pytest.mark.parametrize(("by", "other"), [(INTL, GM), (GM, INTL)])
def test_the_algorithm_is_bound(by: Algorithm, other: Algorithm) -> None:
    here = Installation.new(by)
    sealed = here.sealed()
    with pytest.raises(NotOpened):
        parts.unseal(sealed.text, PLACE, here.shares(sealed), other)
    with pytest.raises(NotOpened):
        parts.take_share(sealed.share_a, PLACE, Holder.GROUP_A, here.keys()[Holder.GROUP_A], other)
    with pytest.raises(NotOpened):
        algorithm("none")


@BOTH
@pytest.mark.parametrize("holder", list(Holder))
def test_the_key_id_and_the_holder_of_a_share_are_bound(by: Algorithm, holder: Holder) -> None:
    here = Installation.new(by)
    sealed = here.sealed()
    boxed = dict(zip(Holder, (sealed.share_a, sealed.share_b, sealed.share_c), strict=True))[holder]
    own = here.keys()[holder]
    with pytest.raises(NotOpened):
        parts.take_share(replace(boxed, key_id="0" * 20), PLACE, holder, own, by)
    for other in {*Holder} - {holder}:
        with pytest.raises(NotOpened):
            parts.take_share(boxed, PLACE, other, own, by)


@BOTH
def test_no_byte_of_a_sealed_part_can_be_changed(by: Algorithm) -> None:
    here = Installation.new(by)
    sealed = here.sealed()
    shares = here.shares(sealed)
    for changed in _each_byte_changed(sealed.text):
        with pytest.raises(NotOpened):
            parts.unseal(changed, PLACE, shares, by)


@BOTH
@pytest.mark.parametrize("name", SHARES)
def test_no_byte_of_a_box_can_be_changed(by: Algorithm, name: str) -> None:
    here = Installation.new(by)
    sealed = here.sealed()
    boxed, holder = getattr(sealed, name), list(Holder)[SHARES.index(name)]
    own = here.keys()[holder]
    for changed in _each_byte_changed(boxed.box):
        with pytest.raises(NotOpened):
            parts.take_share(replace(boxed, box=changed), PLACE, holder, own, by)


def test_shares_of_two_parts_open_neither() -> None:
    here = Installation.new(INTL)
    one, two = here.sealed(), here.sealed()
    mixed = here.shares(one) | {Holder.NODE: here.shares(two)[Holder.NODE]}
    for sealed in (one, two):
        with pytest.raises(NotOpened):
            parts.unseal(sealed.text, PLACE, mixed, INTL)


@BOTH
def test_two_shares_are_not_enough(by: Algorithm) -> None:
    here = Installation.new(by)
    sealed = here.sealed()
    shares = here.shares(sealed)
    for holder in Holder:
        two = {other: share for other, share in shares.items() if other is not holder}
        for given in (two, two | {holder: bytes(32)}, two | {holder: next(iter(two.values()))}):
            with pytest.raises(NotOpened):
                parts.unseal(sealed.text, PLACE, given, by)


def test_a_share_is_boxed_to_another_key_for_one_order_alone() -> None:
    here = Installation.new(GM)
    sealed = here.sealed()
    order, b = Place("r1", Part.IDENTITY, "order 7"), here.keys()[Holder.GROUP_B]
    boxed = parts.box_share(here.shares(sealed)[Holder.GROUP_A], order, Holder.GROUP_A,
                            here.recipients[Holder.GROUP_B], GM)
    again = here.shares(sealed) | {Holder.GROUP_A: parts.take_share(boxed, order, Holder.GROUP_A, b, GM)}
    assert parts.unseal(sealed.text, PLACE, again, GM) == CONTENT
    for place in (PLACE, replace(order, purpose="order 8")):
        with pytest.raises(NotOpened):
            parts.take_share(boxed, place, Holder.GROUP_A, b, GM)


@pytest.mark.parametrize("text", ["", "AAAA", "%%%%", "AAAA" * 12, "AAAA" * 20])
def test_what_is_no_box_is_refused(text: str) -> None:
    here = Installation.new(INTL)
    sealed = here.sealed()
    with pytest.raises(NotOpened):
        parts.take_share(replace(sealed.share_a, box=text), PLACE, Holder.GROUP_A, KeyPair.make(), INTL)
    with pytest.raises(NotOpened):
        parts.unseal(text, PLACE, here.shares(sealed), INTL)


def test_nothing_shows_a_private_half() -> None:
    pair = KeyPair.make()
    assert pair.private.hex() not in repr(pair)
    assert repr(pair.private) not in repr(pair)


def test_the_three_shares_are_no_two_of_them_the_same() -> None:
    here = Installation.new(INTL)
    shares = here.shares(here.sealed())
    assert all(one != two for one, two in permutations(shares.values(), 2))


def _each_byte_changed(text: str) -> list[str]:
    """Every byte of the first and the last hundred, and some between."""
    raw = b64decode(text)
    places = [*range(min(100, len(raw))), *range(100, len(raw), 37), *range(max(0, len(raw) - 40), len(raw))]
    return [b64encode(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1:]).decode() for at in places]
