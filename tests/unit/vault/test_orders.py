"""An identity is read by one person, for minutes, after two custodians of different groups let it be."""

from datetime import timedelta

import pytest

from rongcuo.contracts import vault as contract
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.custody import Group
from rongcuo.contracts.sealed import Part
from rongcuo.contracts.vault import OrderState
from services.vault import views
from services.vault.usecases import orders
from tests.unit.vault.house import (
    A1,
    A2,
    B1,
    B2,
    LEAD_ABOVE,
    NAME,
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


def ended_by(house: House, order_id: str, actor: Actor) -> contract.OrderView:
    command = contract.EndUnsealing(command_id=house.command_id(), order_id=order_id)
    return orders.end(house.as_(actor), command, house.room)


def listed(house: House, order_id: str, actor: Actor) -> str:
    return refusal(lambda: views.unsealing(house.as_(actor), contract.OrderQuery(order_id=order_id)))


@pytest.mark.parametrize(("first", "second"), [(A1, B1), (B2, A2)])
def test_two_custodians_open_what_was_asked_for_and_no_more(
        house: House, first: Actor, second: Actor) -> None:
    reporter_ref, _ = house.deposit()
    order_id = house.ask(reporter_ref, Part.IDENTITY)
    assert refusal(lambda: house.read(order_id)) == "vault.not_open"
    assert house.approve(order_id, first).state is OrderState.ONCE_APPROVED
    assert refusal(lambda: house.read(order_id)) == "vault.not_open"
    assert house.approve(order_id, second).state is OrderState.OPEN
    assert house.read(order_id) == {"identity": {"name": NAME}}


def test_several_parts_open_together(house: House) -> None:
    order_id = opened(house, Part.IDENTITY, Part.CONTACT)
    assert house.read(order_id) == {"identity": {"name": NAME}, "contact": {"phone": PHONE}}


def test_every_step_is_a_line_and_none_says_who(house: House) -> None:
    order_id = opened(house)
    house.read(order_id)
    ended_by(house, order_id, READER)
    steps = [what for what, subject, _ in house.context.audits if subject == order_id]
    assert steps == ["unsealing_asked", "unsealing_approved", "unsealing_approved", "unsealing_ended"]
    assert [what for what, *_ in house.context.lines] == ["identity_read"]
    lines = repr(house.context.audits) + repr(house.context.lines)
    assert NAME not in lines + repr(house.store) + repr(house.room.views)
    assert "当面核实" not in lines


def test_the_view_ends_with_its_minutes_by_a_restart_and_by_its_reader(house: House) -> None:
    first, second, third = opened(house), opened(house), opened(house)
    house.room.views.hide(second)       # as a restart leaves it
    assert refusal(lambda: house.read(second)) == "vault.not_open"
    ended_by(house, third, READER)
    assert refusal(lambda: house.read(third)) == "vault.not_open"
    house.tick()
    states = {each: house.store.orders[each].state for each in (first, second, third)}
    assert states == {first: OrderState.OPEN, second: OrderState.ENDED, third: OrderState.ENDED}
    house.wait(timedelta(minutes=10))
    assert refusal(lambda: house.read(first)) == "vault.not_open"
    house.tick()
    assert house.store.orders[first].state is OrderState.ENDED
    assert not house.room.views.shows(first)


def test_a_view_never_outlasts_the_window(house: House) -> None:
    reporter_ref, _ = house.deposit()
    order_id = house.ask(reporter_ref, length=timedelta(minutes=4))
    house.approve(order_id, A1)
    assert house.approve(order_id, B1).open_until == house.context.now + timedelta(minutes=4)


@pytest.mark.parametrize("actor", [
    A1, B1, LEAD_ABOVE, officer("wang", Role.REVIEWER), officer("au", Role.AUDITOR)])
def test_nobody_but_the_reader_reads(house: House, actor: Actor) -> None:
    order_id = opened(house)
    assert refusal(lambda: house.read(order_id, actor)) == "not_found"


def test_a_reader_who_handles_the_report_no_longer_reads_nothing(house: House) -> None:
    order_id = opened(house)
    house.handled(house.store.orders[order_id].reporter_ref, ("wang",))
    assert refusal(lambda: house.read(order_id)) == "not_found"
    house.context.matters = None
    assert refusal(lambda: house.read(order_id)) == "vault.handling_unknown"


@pytest.mark.parametrize(("second", "code"), [
    (A1, "vault.second_person"), (A2, "vault.second_person"),
    (officer("b1", Role.CUSTODIAN_B, organ_id="530128"), "not_found"),
    (officer("b1", Role.AUDITOR), "forbidden"),
    (officer("b1", Role.CUSTODIAN_A, Role.CUSTODIAN_B), "vault.not_custodian")])
def test_the_second_approval_is_another_person_s_of_the_other_group(
        house: House, second: Actor, code: str) -> None:
    reporter_ref, _ = house.deposit()
    order_id = house.ask(reporter_ref)
    house.approve(order_id, A1)
    assert refusal(lambda: house.approve(order_id, second)) == code
    assert house.store.orders[order_id].state is OrderState.ONCE_APPROVED


def test_one_person_under_two_roles_is_one_person(tmp_path) -> None:
    """In both groups' keys, with the role of one group at a time."""
    house = House(tmp_path)
    house.store.keys.clear()
    house.hold_ceremonies({Group.A: ("both", "a2"), Group.B: ("both", "b2")})
    reporter_ref, _ = house.deposit()
    order_id = house.ask(reporter_ref)
    cards = {group: str(made.cards["both"]) for group, made in house.made.items()}
    house.approve(order_id, officer("both", Role.CUSTODIAN_A), cards[Group.A])
    attempt = officer("both", Role.CUSTODIAN_B)
    assert refusal(lambda: house.approve(order_id, attempt, cards[Group.B])) == "vault.second_person"


def test_one_person_under_two_accounts_is_one_person(house: House) -> None:
    """Known by the name alone, however it is written."""
    reporter_ref, _ = house.deposit(real_name=False)
    order_id = house.ask(reporter_ref, Part.CONTACT)
    reader_above = officer("zhou2", Role.LEAD, organ_id=LEAD_ABOVE.organ_id, name="人员 li")
    assert refusal(lambda: house.consent(order_id, reader_above)) == "vault.consent_not_yours"
    house.consent(order_id)
    for name in ("人员·LI", LEAD_ABOVE.name):
        again = officer("a2", Role.CUSTODIAN_A, name=name)
        assert refusal(lambda who=again: house.approve(order_id, who)) == "vault.second_person"
    house.approve(order_id, A1)
    assert refusal(lambda: house.approve(
        order_id, officer("b1", Role.CUSTODIAN_B, name=A1.name))) == "vault.second_person"
    assert house.approve(order_id, B1).state is OrderState.OPEN


def test_who_asked_and_who_consented_approve_nothing(house: House) -> None:
    reporter_ref, _ = house.deposit(handlers=("a1", "li"))
    mixed = officer("a1", Role.REVIEWER, Role.CUSTODIAN_A)
    order_id = house.ask(reporter_ref, actor=mixed)
    assert refusal(lambda: house.approve(order_id, mixed)) == "vault.second_person"


@pytest.mark.parametrize("named", [
    {"named": ("a1",)}, {"units_named": ("县财政局",)}, {"names": ("钱  进",)},
    {"names": ("钱·进",)}], ids=str)
def test_whoever_is_named_never_learns_of_it(house: House, named: dict[str, tuple[str, ...]]) -> None:
    custodian = officer("a1", Role.CUSTODIAN_A, name="钱进", unit="县财政局")
    reporter_ref, _ = house.deposit()
    order_id = house.ask(reporter_ref)
    assert listed(house, order_id, custodian) == ""
    house.handled(reporter_ref, ("li",), **named)       # named in the meantime
    assert listed(house, order_id, custodian) == "not_found"
    assert refusal(lambda: house.approve(order_id, custodian)) == "not_found"
    house.approve(order_id, A2)
    house.handled(reporter_ref, ("li",))
    assert listed(house, order_id, custodian) == "not_found"       # who was named once stays named
    assert refusal(lambda: house.ask(reporter_ref, actor=READER)) == ""
    house.handled(reporter_ref, ("li",), ("li",))
    assert refusal(lambda: house.ask(reporter_ref, actor=READER)) == "not_found"


def test_only_who_handles_the_report_asks_and_not_while_clarify_is_silent(house: House) -> None:
    reporter_ref, _ = house.deposit(handlers=("wang",))
    assert refusal(lambda: house.ask(reporter_ref)) == "not_found"
    assert refusal(lambda: house.ask(reporter_ref, actor=A1)) == "forbidden"
    house.context.matters = None
    assert refusal(lambda: house.ask(reporter_ref)) == "vault.handling_unknown"
