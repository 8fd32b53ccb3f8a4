"""What keeps an identity closed: no consent, no window, no card, no share; and who says no."""

from datetime import timedelta

import pytest

from rongcuo.contracts import vault as contract
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.custody import Group
from rongcuo.contracts.sealed import Part
from rongcuo.contracts.vault import OrderState
from rongcuo.sealing.paper import Card
from services.vault import views
from services.vault.usecases import orders
from tests.unit.vault.house import (
    A1,
    B1,
    B2,
    CUSTODIANS,
    LEAD_ABOVE,
    PHONE,
    READER,
    House,
    officer,
    refusal,
)


def opened(house: House, *parts: Part, real_name: bool = True) -> str:
    """An order that two custodians have approved."""
    reporter_ref, _ = house.deposit(real_name=real_name)
    order_id = house.ask(reporter_ref, *parts)
    house.approve(order_id, A1)
    house.approve(order_id, B1)
    return order_id


def refused_by(house: House, order_id: str, actor: Actor) -> contract.OrderView:
    command = contract.RefuseUnsealing(command_id=house.command_id(), order_id=order_id, reason="理由不足")
    return orders.refuse(house.as_(actor), command)


def listed(house: House, order_id: str, actor: Actor) -> str:
    return refusal(lambda: views.unsealing(house.as_(actor), contract.OrderQuery(order_id=order_id)))


def test_an_anonymous_reporter_is_traced_with_the_prefecture_s_consent_only(house: House) -> None:
    reporter_ref, _ = house.deposit(real_name=False)
    order_id = house.ask(reporter_ref, Part.CONTACT)
    assert refusal(lambda: house.approve(order_id, A1)) == "vault.consent_missing"
    for actor, code in ((officer("own", Role.LEAD), "not_found"),
                        (officer("far", Role.LEAD, organ_id="530300"), "not_found"),
                        (officer("zhou", Role.REVIEWER, organ_id="530100"), "not_found"),
                        (A1, "forbidden")):
        assert refusal(lambda who=actor: house.consent(order_id, who)) == code
    assert house.consent(order_id).state is OrderState.CONSENTED
    house.approve(order_id, A1)
    house.approve(order_id, B1)
    assert house.read(order_id) == {"contact": {"phone": PHONE}}


def test_a_real_name_needs_no_consent(house: House) -> None:
    reporter_ref, _ = house.deposit()
    order_id = house.ask(reporter_ref)
    assert refusal(lambda: house.consent(order_id)) == "not_found"


@pytest.mark.parametrize(("start", "wait", "code"), [
    (timedelta(hours=1), timedelta(0), "vault.outside_window"),
    (timedelta(0), timedelta(hours=2), "vault.outside_window"),
    (timedelta(hours=1), timedelta(hours=1), "")])
def test_custodians_approve_within_the_window(
        house: House, start: timedelta, wait: timedelta, code: str) -> None:
    reporter_ref, _ = house.deposit()
    order_id = house.ask(reporter_ref, start=start)
    house.wait(wait)
    assert refusal(lambda: house.approve(order_id, A1)) == code


def test_what_was_not_approved_in_time_lapses_and_leaves_no_share(house: House) -> None:
    reporter_ref, _ = house.deposit()
    order_id = house.ask(reporter_ref)
    house.approve(order_id, A1)
    assert house.store.orders[order_id].passed
    house.wait(timedelta(hours=2))
    house.tick()
    order = house.store.orders[order_id]
    assert (order.state, order.passed) == (OrderState.LAPSED, {})
    assert refusal(lambda: house.approve(order_id, B1)) == "vault.move_not_allowed"


@pytest.mark.parametrize("length", [timedelta(0), timedelta(hours=-1), timedelta(days=4)])
def test_a_window_is_one(house: House, length: timedelta) -> None:
    reporter_ref, _ = house.deposit()
    assert refusal(lambda: house.ask(reporter_ref, length=length)) == "vault.window_impossible"


def test_a_window_that_is_over_is_none(house: House) -> None:
    reporter_ref, _ = house.deposit()
    past = {"start": timedelta(hours=-3), "length": timedelta(hours=2)}
    assert refusal(lambda: house.ask(reporter_ref, **past)) == "vault.window_impossible"


def test_what_is_not_sealed_is_not_asked_for(house: House) -> None:
    reporter_ref, _ = house.deposit()
    assert refusal(lambda: house.ask(reporter_ref, Part.WORDS)) == "vault.nothing_sealed"


def test_a_card_that_is_not_the_custodian_s_own_opens_nothing_and_is_a_line(house: House) -> None:
    reporter_ref, _ = house.deposit()
    order_id = house.ask(reporter_ref)
    cards = house.made[Group.A].cards
    for card, code in ((str(cards["a2"]), "vault.card_refused"),
                       (str(Card.make(Group.A)), "vault.card_refused"),
                       (str(cards["a1"])[:-1] + "!", "vault.card_mistyped"),
                       (str(house.made[Group.B].cards["b1"]), "vault.not_custodian")):
        assert refusal(lambda typed=card: house.approve(order_id, A1, typed)) == code
    assert [what for what, *_ in house.context.lines] == ["card_refused"] * 2
    assert house.store.orders[order_id].approvals == ()


def test_the_first_approval_at_rest_opens_nothing_for_its_own_group(house: House) -> None:
    reporter_ref, _ = house.deposit()
    order_id = house.ask(reporter_ref)
    house.approve(order_id, A1)
    passed = house.store.orders[order_id].passed[Part.IDENTITY]
    assert passed.key_id == house.made[Group.B].key.key_id


def test_an_approval_of_one_order_is_of_no_use_in_another(house: House) -> None:
    reporter_ref, _ = house.deposit()
    first, second = house.ask(reporter_ref), house.ask(reporter_ref)
    house.approve(first, A1)
    forged = house.store.orders[second]
    approved = house.store.orders[first]
    forged.state, forged.approvals, forged.passed = approved.state, approved.approvals, approved.passed
    assert refusal(lambda: house.approve(second, B1)) == "vault.rotation_under_way"
    assert not house.room.views.shows(second)


def test_a_custodian_or_who_would_consent_says_no(house: House) -> None:
    reporter_ref, _ = house.deposit(real_name=False)
    one, two, three = (house.ask(reporter_ref, Part.CONTACT) for _ in range(3))
    assert refused_by(house, one, B1).state is OrderState.REFUSED
    assert refused_by(house, two, LEAD_ABOVE).reason == "理由不足"
    assert refusal(lambda: refused_by(house, three, READER)) == "forbidden"
    house.consent(three)
    assert refusal(lambda: refused_by(house, three, LEAD_ABOVE)) == "forbidden"


def test_an_auditor_sees_orders_and_nothing_else(house: House) -> None:
    order_id = opened(house)
    above = officer("au", Role.AUDITOR, organ_id="530100")
    assert listed(house, order_id, above) == ""
    assert listed(house, order_id, officer("au", Role.AUDITOR, organ_id="530300")) == "not_found"
    assert refusal(lambda: house.read(order_id, above)) == "not_found"
    assert refusal(lambda: house.ask(house.store.orders[order_id].reporter_ref, actor=above)) == "forbidden"


def test_whoever_merely_works_there_sees_no_order(house: House) -> None:
    order_id = opened(house)
    for role in (Role.REVIEWER, Role.LEAD, Role.MEMBER, Role.SUPERVISOR, Role.OPERATOR, Role.REGISTRAR):
        assert listed(house, order_id, officer("x", role)) == "not_found"
    assert listed(house, order_id, LEAD_ABOVE) == "not_found"      # consent was not theirs to give
    assert {*CUSTODIANS[Group.B]} == {B1.officer_id, B2.officer_id}


def test_without_the_node_s_share_nobody_opens_anything(house: House) -> None:
    reporter_ref, _ = house.deposit()
    order_id = house.ask(reporter_ref)
    house.approve(order_id, A1)
    house.room.keys.destroy(reporter_ref)
    assert refusal(lambda: house.approve(order_id, B1)) == "vault.key_missing"
