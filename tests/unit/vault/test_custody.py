"""Keys of the groups live and end: ceremony, recovery, rotation that outlives a kill, and destruction."""

from datetime import timedelta
from pathlib import Path

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.custody import Group
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import Part
from rongcuo.contracts.vault import ReporterStatus
from rongcuo.sealing import groups, parts
from rongcuo.sealing.algorithms import GM, algorithm
from rongcuo.sealing.errors import NotOpened
from rongcuo.sealing.paper import Card
from rongcuo.sealing.parts import Holder, Place
from services.vault.usecases import custody, retention
from services.vault.usecases.opening import HOLDERS
from tests.unit.vault.house import A1, B1, CUSTODIANS, NAME, NOW, ORGAN, House, officer, refusal

REPORTERS = 12


def begun(house: House, custodians: tuple[str, ...] = ("a1", "a3")) -> str:
    """The next key of group 甲; the card of the one before, as it was typed."""
    return str(house.rotate(Group.A, "a1", custodians))


def reboxed(house: House, card: str, most: int) -> int:
    return custody.rebox_some(house.unit(), ORGAN, Group.A, "a1", Card.read(card), NOW, most)


def readable(house: House, reporter_ref: str) -> bool:
    order_id = house.ask(reporter_ref)
    house.approve(order_id, A1)
    house.approve(order_id, B1)
    return house.read(order_id) == {"identity": {"name": NAME}}


def test_a_group_has_one_first_key_and_two_custodians_at_least(house: House) -> None:
    for organ_id, custodians, code in ((ORGAN, ("x", "y"), "vault.keys_exist"),
                                       ("530128", ("x",), "vault.custodians_wrong"),
                                       ("530128", ("x", "x"), "vault.custodians_wrong"),
                                       ("530128", ("x", "y"), "")):
        assert refusal(lambda organ=organ_id, who=custodians: house.hold_ceremonies(
            {Group.A: who}, organ)) == code


def test_three_shares_make_a_card_for_who_lost_theirs_or_is_new(house: House) -> None:
    reporter_ref, _ = house.deposit()
    shares, backup = house.made[Group.A].shares, house.made[Group.A].key
    for holder in ("a1", "a9"):
        card = custody.new_card(house.unit(), ORGAN, Group.A, holder, shares[2:5], NOW)
        order_id = house.ask(reporter_ref)
        house.approve(order_id, officer(holder, Role.CUSTODIAN_A), str(card))
    lost = house.made[Group.A].cards["a1"]
    order_id = house.ask(reporter_ref)
    assert refusal(lambda: house.approve(order_id, A1, str(lost))) == "vault.card_refused"
    assert groups.unlock(backup, "a1", lost), "as is said to whoever makes a card anew"


@pytest.mark.parametrize("which", [slice(0, 2), slice(0, 0)])
def test_two_shares_make_no_card(house: House, which: slice) -> None:
    shares = house.made[Group.A].shares[which]
    assert refusal(lambda: custody.new_card(
        house.unit(), ORGAN, Group.A, "a1", shares, NOW)) == "vault.card_refused"


def test_a_rotation_goes_on_where_it_was_killed_and_everything_stays_readable(house: House) -> None:
    references = [house.deposit()[0] for _ in range(REPORTERS)]
    card = begun(house)
    after = house.deposit()[0]                  # while it runs, new ones are sealed to the new key
    counts = [reboxed(house, card, 5), reboxed(house, card, 5)]
    assert counts == [5, 5]                     # and here somebody pulls the plug
    newest = house.made[Group.A].key.key_id
    done = {ref for ref, kept in house.store.parts.items()
            if all(each.share_a.key_id == newest for each in kept.values())}
    assert 0 < len(done) < len(references)
    while reboxed(house, card, 5):
        pass
    assert [key.key_id for key in house.store.group_keys(ORGAN, Group.A)] == [newest]
    assert all(readable(house, reporter_ref) for reporter_ref in (*references, after))


def test_after_a_rotation_the_cards_of_before_open_nothing(house: House) -> None:
    reporter_ref, _ = house.deposit()
    card = begun(house)
    while reboxed(house, card, 5):
        pass
    order_id = house.ask(reporter_ref)
    assert refusal(lambda: house.approve(order_id, A1, card)) == "vault.card_refused"
    assert refusal(lambda: house.approve(
        order_id, officer("a2", Role.CUSTODIAN_A), card)) == "vault.card_refused"


def test_while_a_group_s_key_is_replaced_its_approval_of_before_is_asked_anew(house: House) -> None:
    reporter_ref, _ = house.deposit()
    order_id = house.ask(reporter_ref)
    house.approve(order_id, B1)                 # boxed to 甲's key of before
    card = begun(house)
    while reboxed(house, card, 5):
        pass
    assert refusal(lambda: house.approve(order_id, A1)) == "vault.rotation_under_way"
    assert readable(house, reporter_ref)


def test_whoever_comes_while_a_key_is_replaced_is_asked_to_come_again(house: House, monkeypatch) -> None:
    """Sealed to the key of before, they would be lost with it."""
    keep = house.room.keys.put

    def meanwhile(*given) -> None:
        monkeypatch.undo()
        keep(*given)
        assert reboxed(house, begun(house), 50) == 0

    monkeypatch.setattr(house.room.keys, "put", meanwhile)
    assert refusal(house.deposit) == "vault.keys_changed"
    assert house.store.parts == {}
    assert readable(house, house.deposit()[0])


def test_a_wrong_card_begins_no_rotation_and_there_is_one_at_a_time(house: House) -> None:
    wrong = house.made[Group.A].cards["a2"]
    assert refusal(lambda: house.rotate(Group.A, "a1", ("a1", "a3"), card=wrong)) == "vault.card_refused"
    card = begun(house)
    house.deposit()
    assert reboxed(house, card, 5) == 0
    begun(house, ("a1", "a2"))
    assert refusal(lambda: begun(house)) == "vault.rotation_under_way"


def test_a_rotation_may_change_the_profile_of_a_group_s_key(house: House) -> None:
    reporter_ref, _ = house.deposit()
    card = house.rotate(Group.A, "a1", ("a1", "a2"), by=GM)
    while reboxed(house, str(card), 5):
        pass
    assert readable(house, reporter_ref)


def test_after_retention_no_backup_of_the_database_is_readable(house: House, tmp_path: Path) -> None:
    reporter_ref, code = house.deposit()
    backup = dict(house.store.parts[reporter_ref])
    a, b = (groups.unlock(house.made[group].key, CUSTODIANS[group][0],
                          house.made[group].cards[CUSTODIANS[group][0]]) for group in Group)
    share_c = house.room.keys.get(reporter_ref, Part.IDENTITY)
    house.tell(reporter_ref, ReporterStatus.CLOSED, "已反馈")
    house.wait(timedelta(days=30))
    retention.end_retention(house.context, house.room)
    assert reporter_ref in house.store.parts     # the last day is still within
    house.wait(timedelta(days=1))
    retention.end_retention(house.context, house.room)
    assert reporter_ref not in house.store.parts
    assert refusal(lambda: house.look(code)) == "vault.no_such_code"
    assert refusal(lambda: house.room.keys.get(reporter_ref, Part.IDENTITY)) == "vault.key_missing"
    files = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert share_c not in files
    kept = backup[Part.IDENTITY]
    place, by = Place(reporter_ref, Part.IDENTITY), algorithm(kept.algorithm)
    shares = {HOLDERS[group]: parts.take_share(kept.share_of(group), place, HOLDERS[group], pair, by)
              for group, pair in zip(Group, (a, b), strict=True)}
    with pytest.raises(NotOpened):               # both groups' keys and the backup, without C
        parts.unseal(kept.text, place, shares | {Holder.NODE: bytes(32)}, by)
    assert parts.unseal(kept.text, place, shares | {Holder.NODE: share_c}, by) == {"name": NAME}


def test_nothing_is_destroyed_before_its_day(house: House) -> None:
    reporter_ref, _ = house.deposit()
    house.tell(reporter_ref, ReporterStatus.ACCEPTED)
    with pytest.raises(CaseError, match=r"vault\.still_retained"):
        custody.destroy(house.unit(), house.room.keys, reporter_ref, NOW + timedelta(days=9_999))
    house.tell(reporter_ref, ReporterStatus.CLOSED)
    with pytest.raises(CaseError, match=r"vault\.still_retained"):
        custody.destroy(house.unit(), house.room.keys, reporter_ref, NOW + timedelta(days=30))
    assert house.room.keys.get(reporter_ref, Part.IDENTITY)


def test_a_report_that_is_handled_again_is_retained_again(house: House) -> None:
    reporter_ref, _ = house.deposit()
    for status in (ReporterStatus.CLOSED, ReporterStatus.BEING_HANDLED):
        house.tell(reporter_ref, status)
    assert house.store.reporters[reporter_ref].retained_until is None


def test_a_node_key_seals_for_a_day_and_is_thrown_away_two_days_later(house: House) -> None:
    first, pair = house.room.node.newest(NOW)
    assert house.room.node.newest(NOW + timedelta(hours=23))[0] == first
    second, _ = house.room.node.newest(NOW + timedelta(days=1))
    assert second != first
    house.room.node.throw_away(NOW + timedelta(days=2))
    assert house.room.node.key(first) == pair
    house.room.node.throw_away(NOW + timedelta(days=3))
    with pytest.raises(CaseError, match=r"vault\.node_key_gone"):
        house.room.node.key(first)


def test_keys_and_shares_are_their_user_s_alone(house: House, tmp_path: Path) -> None:
    house.deposit()
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert len(files) == 3      # the node's key, and its shares of two parts
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert {file.parent.stat().st_mode & 0o777 for file in files if "shares" in file.parts} == {0o700}
