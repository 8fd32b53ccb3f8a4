"""A group's private key is opened by each custodian's own card, or by three shares of five."""

from base64 import b64encode
from dataclasses import replace
from itertools import combinations, permutations

import pytest

from rongcuo.contracts.custody import Group, GroupKey
from rongcuo.contracts.serialisation import dump, load
from rongcuo.sealing import groups
from rongcuo.sealing.algorithms import GM, INTL, Algorithm
from rongcuo.sealing.boxes import KeyPair
from rongcuo.sealing.errors import NotOpened
from rongcuo.sealing.paper import Card, Share

BOTH = pytest.mark.parametrize("by", [INTL, GM], ids=["intl", "gm"])
THREE = ("zhao", "qian", "sun")


@BOTH
def test_each_card_opens_its_own_wrapping_alone(by: Algorithm) -> None:
    made = groups.make(Group.A, THREE, by)
    pairs = {groups.unlock(made.key, holder, made.cards[holder]).private for holder in THREE}
    assert len(pairs) == 1
    for holder, other in permutations(THREE, 2):
        with pytest.raises(NotOpened):
            groups.unlock(made.key, holder, made.cards[other])
    with pytest.raises(NotOpened):
        groups.unlock(made.key, "nobody", made.cards["zhao"])


def test_a_card_of_the_other_group_opens_nothing() -> None:
    a, b = groups.make(Group.A, THREE, INTL), groups.make(Group.B, THREE, INTL)
    with pytest.raises(NotOpened):
        groups.unlock(a.key, "zhao", b.cards["zhao"])
    with pytest.raises(NotOpened):
        groups.unlock(a.key, "zhao", Card(Group.B, a.cards["zhao"].secret))


@BOTH
def test_any_three_shares_of_five_recover_and_no_two_do(by: Algorithm) -> None:
    made = groups.make(Group.B, THREE, by)
    private = groups.unlock(made.key, "zhao", made.cards["zhao"]).private
    assert {groups.recover(made.key, three).private for three in combinations(made.shares, 3)} == {private}
    for two in combinations(made.shares, 2):
        with pytest.raises(NotOpened):
            groups.recover(made.key, two)


def test_shares_of_another_ceremony_or_a_wrong_one_are_seen() -> None:
    one, two = groups.make(Group.A, THREE, INTL), groups.make(Group.A, THREE, INTL)
    wrong = Share(3, bytes(16))
    for shares in (two.shares[:3], (*one.shares[:2], two.shares[2]), (*one.shares[:2], wrong)):
        with pytest.raises(NotOpened):
            groups.recover(one.key, shares)


def test_a_recovered_key_makes_a_new_card_and_the_lost_one_opens_no_more() -> None:
    made = groups.make(Group.A, THREE, GM)
    key, card = groups.with_card(made.key, groups.recover(made.key, made.shares[1:4]), "zhao")
    private = groups.unlock(key, "zhao", card).private
    assert private == groups.unlock(key, "sun", made.cards["sun"]).private
    with pytest.raises(NotOpened):
        groups.unlock(key, "zhao", made.cards["zhao"])
    with pytest.raises(NotOpened):
        groups.with_card(key, KeyPair.make(), "li")


def test_who_left_has_no_wrapping() -> None:
    made = groups.make(Group.A, THREE, INTL)
    key = groups.without(made.key, "zhao")
    with pytest.raises(NotOpened):
        groups.unlock(key, "zhao", made.cards["zhao"])
    groups.unlock(key, "qian", made.cards["qian"])


@pytest.mark.parametrize("changed", [
    {"key_id": "0" * 20}, {"group": Group.B}, {"algorithm": GM.id}, {"algorithm": "none"},
    {"public": b64encode(KeyPair.make().public).decode()}, {"public": "!"}], ids=str)
def test_every_field_of_a_group_key_is_bound(changed: dict[str, object]) -> None:
    made = groups.make(Group.A, THREE, INTL)
    forged = replace(made.key, **changed)
    for card in (made.cards["zhao"], Card(forged.group, made.cards["zhao"].secret)):
        with pytest.raises(NotOpened):
            groups.unlock(forged, "zhao", card)


def test_a_wrapping_that_was_given_another_name_opens_for_nobody() -> None:
    made = groups.make(Group.A, THREE, INTL)
    renamed = (replace(made.key.wrapped[0], holder="li"), *made.key.wrapped[1:])
    assert made.key.wrapped[0].holder == "zhao"
    for holder in ("li", "zhao"):
        with pytest.raises(NotOpened):
            groups.unlock(replace(made.key, wrapped=renamed), holder, made.cards["zhao"])


def test_a_public_key_that_is_not_the_one_named_seals_nothing() -> None:
    key = groups.make(Group.A, THREE, INTL).key
    assert groups.recipient(key).key_id == key.key_id
    with pytest.raises(NotOpened):
        groups.recipient(replace(key, public=b64encode(KeyPair.make().public).decode()))


def test_what_is_kept_of_a_ceremony_holds_no_secret_of_it() -> None:
    made = groups.make(Group.A, THREE, INTL)
    kept = repr(dump(made.key))
    private = groups.unlock(made.key, "zhao", made.cards["zhao"]).private
    for secret in (private, *(card.secret for card in made.cards.values()),
                   *(share.value for share in made.shares)):
        assert secret.hex() not in kept
        assert b64encode(secret).decode().rstrip("=") not in kept
    assert load(GroupKey, dump(made.key)) == made.key
