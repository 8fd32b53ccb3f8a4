"""What was opened is in memory while its order is open, and at no other time."""

from datetime import timedelta
from typing import Any

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.vault import OrderState
from tests.unit.vault.house import A1, B1, NAME, READER, House, officer, refusal


def once_approved(house: House) -> str:
    reporter_ref, _ = house.deposit()
    order_id = house.ask(reporter_ref)
    house.approve(order_id, A1)
    return order_id


def test_the_clock_that_strikes_while_it_is_opened_ends_nothing_and_leaves_nothing(
        house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    order_id, show = once_approved(house), house.room.views.show

    def struck(*view: Any) -> None:
        house.tick()
        show(*view)
        house.tick()
    monkeypatch.setattr(house.room.views, "show", struck)
    house.approve(order_id, B1)
    house.tick()
    assert house.store.orders[order_id].state is OrderState.OPEN
    assert house.read(order_id)["identity"]["name"] == NAME
    house.wait(timedelta(minutes=11))
    house.tick()
    assert house.store.orders[order_id].state is OrderState.ENDED
    assert not house.room.views.shows(order_id)


def test_what_was_not_committed_is_not_shown(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    order_id = once_approved(house)

    def fails(_: Any) -> None:
        assert house.room.views.shows(order_id)
        raise CaseError("storage_unavailable")
    with monkeypatch.context() as broken:
        broken.setattr(house.store, "put", fails)
        assert refusal(lambda: house.approve(order_id, B1)) == "storage_unavailable"
    assert not house.room.views.shows(order_id)
    assert house.approve(order_id, B1).state is OrderState.OPEN


def test_a_row_that_names_another_reader_shows_them_nothing(house: House) -> None:
    """As whoever writes into the database could make it."""
    order_id = once_approved(house)
    house.approve(order_id, B1)
    other = officer("wang", Role.REVIEWER)
    order = house.store.orders[order_id]
    order.asked_by, order.asked_by_name = other.officer_id, other.name
    house.handled(order.reporter_ref, ("li", "wang"))
    assert refusal(lambda: house.read(order_id, other)) == "vault.not_open"
    order.asked_by = READER.officer_id
    assert house.read(order_id)["identity"]["name"] == NAME


def test_a_view_ends_by_its_own_minutes_whatever_its_order_says(house: House) -> None:
    order_id = once_approved(house)
    house.approve(order_id, B1)
    del house.store.orders[order_id]
    house.wait(timedelta(minutes=9))
    house.tick()
    assert house.room.views.shows(order_id)
    house.wait(timedelta(minutes=1))
    house.tick()
    assert not house.room.views.shows(order_id)
