"""notify's deliveries on both databases: claimed in order, once, in the way of nobody, nor of hearing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import eventlet
import pytest
from sqlalchemy import event, select

from deploy.local.background import wait_until
from rongcuo.chassis.config import Config
from rongcuo.chassis.triggers import ReceivedEvent, Tick
from rongcuo.contracts.notify import DeliveryState
from services.notify.conversations import (
    GIVES_WAY_S,
    WHILE_HEARING,
    Conversations,
    ConversationsProvider,
)
from services.notify.storage import posts
from services.notify.storage.tables import deliveries
from tests.integration.services.notify_office import Office, Takes
from tests.unit.notify import scene
from tests.unit.notify.scene import WANG


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    office = Office(config)
    office.enrol(*scene.EVERYBODY)
    yield office
    office.shop.stop()


def test_workers_side_by_side_send_nothing_twice(office: Office) -> None:
    for number in range(12):
        office.hear(scene.submitted(f"m{number}"), matter_id=f"m{number}")
    provider = Takes()
    while [each for each in [eventlet.spawn(office.deliver, provider) for _ in range(4)] if each.wait()]:
        pass
    assert len(provider.sent) == len(set(provider.sent)) == 12 * 4
    with office.shop.database.reading() as session:
        states = set(session.scalars(select(deliveries.c.state)))
    assert states == {DeliveryState.DELIVERED.value}


class Slow(Takes):
    """It does not answer for one server's people until it is let go."""

    def __init__(self, server: str) -> None:
        super().__init__()
        self.server, self.begun, self.let_go = server, [], eventlet.event.Event()

    def send(self, outgoing) -> str:
        if outgoing.server == self.server:
            self.begun.append(outgoing.delivery_id)
            self.let_go.wait()
        return super().send(outgoing)


def test_a_slow_server_holds_up_nobody_elses_mail(office: Office) -> None:
    office.enrol(WANG, email="wang@slow.example")
    for number in range(6):
        office.hear(scene.submitted(f"m{number}"), matter_id=f"m{number}")
    provider = Slow("slow.example")
    conversations = Conversations(provider, at_once=2, slow=0.0)
    delivering_them = eventlet.spawn(office.deliver, provider, conversations)
    assert wait_until(lambda: len(provider.sent) == 6 * 3, 60), "those of everybody else"
    assert 1 <= len(provider.begun) <= 2
    provider.let_go.send()
    assert delivering_them.wait() == 6 * 4
    assert sorted(provider.sent) == sorted(set(provider.sent))


def test_deliveries_wait_for_what_is_being_heard_though_not_for_ever(
        office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.hear(scene.submitted())
    hears = ConversationsProvider()
    hears.conversations = conversations = Conversations(provider := Takes())
    told = SimpleNamespace(data={"trigger": ReceivedEvent("notify.filing", "e", "m", 1)})
    monkeypatch.setattr("services.notify.conversations.GIVES_WAY_S", 3_600)
    hears.worker_setup(told)
    delivering_them = eventlet.spawn(office.deliver, provider, conversations)
    for _ in range(100):        # a hundred turns, of which it would need a handful
        eventlet.sleep(0)
    assert provider.sent == []
    hears.worker_result(told)
    assert delivering_them.wait() == 4
    hears.worker_setup(told)
    monkeypatch.setattr("services.notify.conversations.GIVES_WAY_S", 0)
    office.hear(scene.submitted("m2"), matter_id="m2")
    assert office.deliver(provider, conversations) == 4


@pytest.mark.parametrize(("asked", "index"), [(posts.DUE, "deliveries_due"), (posts.LOST, "deliveries_lost")])
def test_what_is_claimed_is_found_in_the_order_of_its_index(office: Office, asked: Any, index: str) -> None:
    """However many wait: none is looked at that is not claimed, and nothing is sorted."""
    plan = office.plan(asked.limit(7), on="mail", until=office.time.shows)
    assert index in plan
    assert "Sort" not in plan
    assert "TEMP B-TREE" not in plan


def test_a_tick_that_goes_on_has_the_time_of_day_and_ends_with_its_service(office: Office) -> None:
    context = office.tick()
    begun = office.time.shows
    office.time.shows += timedelta(minutes=3)
    goes_on = context.afresh()
    assert goes_on is not None
    assert (context.now, goes_on.now) == (begun, office.time.shows)
    assert goes_on.correlation_id == context.correlation_id
    assert office.shop.context(Tick(lambda: True)).afresh() is None


def test_while_events_are_heard_fewer_deliveries_are_in_hand(office: Office) -> None:
    for number in range(3):
        office.hear(scene.submitted(f"m{number}"), matter_id=f"m{number}")
    provider = Slow(scene.enrolled(WANG).email.partition("@")[2])
    conversations = Conversations(provider)
    conversations.hears(+1)
    delivering_them = eventlet.spawn(office.deliver, provider, conversations)
    assert wait_until(lambda: len(provider.begun) == WHILE_HEARING, 60)
    eventlet.sleep(2 * GIVES_WAY_S)     # until it has looked again
    assert len(provider.begun) == WHILE_HEARING
    conversations.hears(-1)
    provider.let_go.send()
    assert delivering_them.wait() == 3 * 4


def test_of_filings_that_are_heard_together_all_people_are_asked_for_at_once(office: Office) -> None:
    asked: list[str] = []
    with office.shop.database.writing() as session:
        event.listen(session.get_bind(), "before_cursor_execute", lambda *given: asked.append(given[2]))
    organs = "530102", "530103", "530111", "530112"
    office.hear_together(*((f"m{organ_id}", replace(
        scene.submitted(f"m{organ_id}"), organ_id=organ_id, division_code=organ_id, filer_id=f"of{organ_id}"))
        for organ_id in organs))
    assert len([one for one in asked if "FROM officers" in one]) == 1
