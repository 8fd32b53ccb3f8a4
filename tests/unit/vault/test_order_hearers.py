"""Who hears of an order to unseal: who has to act, after its end the auditors; never who is named."""

from datetime import timedelta

import pytest

from rongcuo.casework.apart import known_by
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.sealed import Part
from rongcuo.contracts.vault import OrderQuery, OrderState, RefuseUnsealing, UnsealingMoved
from services.vault import views
from services.vault.usecases import orders
from tests.unit.clarify.scene import view
from tests.unit.vault.house import A1, A2, B1, B2, LEAD_ABOVE, NAME, READER, House, officer, refusal

AUDITOR = officer("au", Role.AUDITOR, organ_id="530100")
ELSEWHERE = officer("far", Role.CUSTODIAN_A, Role.AUDITOR, organ_id="530300")
EVERYBODY = (A1, A2, B1, B2, READER, LEAD_ABOVE, AUDITOR, ELSEWHERE, officer("lead", Role.LEAD),
             officer("op", Role.OPERATOR))


@pytest.fixture(autouse=True)
def people(house: House) -> None:
    in_post(house, *EVERYBODY)


def in_post(house: House, *officers: Actor) -> None:
    house.context.officers = tuple(map(view, officers))


def hearers(house: House, order_id: str) -> set[str]:
    told = views.order_hearers(house.as_(SYSTEM), OrderQuery(order_id=order_id))
    assert told.state is house.store.orders[order_id].state
    return set(told.officers)


def test_custodians_of_both_groups_then_of_the_other_then_the_reader_and_at_the_end_the_auditor(house: House):
    order_id = house.ask(house.deposit()[0])
    assert hearers(house, order_id) == {"a1", "a2", "b1", "b2"}
    house.approve(order_id, B1)
    assert hearers(house, order_id) == {"a1", "a2"}
    house.approve(order_id, A1)
    assert hearers(house, order_id) == {"li"}
    house.wait(timedelta(minutes=11))
    house.tick()
    assert hearers(house, order_id) == {"li", "au"}


def test_of_an_anonymous_reporter_first_the_leads_of_the_organ_above(house: House):
    order_id = house.ask(house.deposit(real_name=False)[0], Part.CONTACT)
    assert hearers(house, order_id) == {"zhou"}
    house.consent(order_id)
    assert hearers(house, order_id) == {"a1", "a2", "b1", "b2"}


@pytest.mark.parametrize("named", [
    {"named": ("a1",)}, {"units_named": ("水务局",)}, {"names": ("甲 某人",)}],
    ids=["account", "unit", "name"])
def test_nobody_named_nor_their_line_is_told_also_where_they_are_named_later(house: House, named):
    theirs = officer("a1", Role.CUSTODIAN_A, name="甲某人", unit="水务局")
    in_post(house, theirs, *(each for each in EVERYBODY if each is not A1))
    reporter_ref, _ = house.deposit()
    order_id = house.ask(reporter_ref)
    assert "a1" in hearers(house, order_id)
    house.handled(reporter_ref, ("li",), **{"named": (), **named})
    assert hearers(house, order_id) == {"a2", "b1", "b2"}
    told = views.order_hearers(house.as_(SYSTEM), OrderQuery(order_id=order_id))
    assert not known_by(theirs).isdisjoint(told.keys_apart)


def test_an_auditor_who_is_named_is_not_told_of_its_end(house: House):
    reporter_ref, _ = house.deposit(named=("au",))
    order_id = house.ask(reporter_ref)
    orders.refuse(house.as_(A1), RefuseUnsealing(
        command_id="c", order_id=order_id, reason="往来中已经问清"))
    assert hearers(house, order_id) == {"li"}


def test_nobody_but_the_platform_learns_who_hears(house: House):
    order_id = house.ask(house.deposit()[0])
    for each in (*EVERYBODY, officer("", Role.LEAD)):
        assert refusal(lambda who=each: views.order_hearers(
            house.as_(who), OrderQuery(order_id=order_id))) == "forbidden"


def test_each_step_is_told_without_reporter_report_or_ground(house: House):
    reporter_ref, _ = house.deposit(named=("liu",))
    order_id = house.ask(reporter_ref)
    house.approve(order_id, A1)
    house.approve(order_id, B1)
    house.wait(timedelta(minutes=11))
    house.tick()
    told = [each for each in house.context.told if isinstance(each, UnsealingMoved)]
    assert [each.state for each in told] == [
        OrderState.ASKED, OrderState.ONCE_APPROVED, OrderState.OPEN, OrderState.ENDED]
    for words in (reporter_ref, "举报人", "liu", NAME, "需要当面核实", "li\'"):
        assert words not in repr(told)
