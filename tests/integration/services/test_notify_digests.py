"""Digests on both databases: one mail a day for whoever chose so, whoever gathers and however often."""

from collections.abc import Iterator
from datetime import timedelta

import eventlet
import pytest
from sqlalchemy import select

from rongcuo.chassis.config import Config
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.notify import ChooseDigest, DeliveryState, InboxQuery
from services.notify import views
from services.notify.domain.delivery import Delivery, Outgoing
from services.notify.storage.rows import delivery_of
from services.notify.storage.tables import deliveries
from services.notify.usecases import digesting
from tests.integration.services.notify_office import Office, Takes
from tests.unit.notify import scene
from tests.unit.notify.scene import LEAD, WANG
from tests.unit.notify.test_digests import MORNING


class Reads(Takes):
    """A provider that reads what it takes."""

    def __init__(self) -> None:
        super().__init__()
        self.read: list[Outgoing] = []

    def send(self, outgoing: Outgoing) -> str:
        self.read.append(outgoing)
        return super().send(outgoing)

    def of(self, actor: Actor) -> list[Outgoing]:
        return [each for each in self.read if each.name == actor.name]


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    office = Office(config)
    office.enrol(*scene.EVERYBODY)
    yield office
    office.shop.stop()


def choose(office: Office, actor: Actor, daily: bool, number: int = 1) -> None:
    office.do(digesting.choose, ChooseDigest(command_id=f"c{number}{actor.officer_id}", daily=daily), actor)


def chosen(office: Office, actor: Actor) -> bool:
    return office.look(views.inbox, InboxQuery(), actor).daily


def mails(office: Office, actor: Actor) -> list[Delivery]:
    with office.shop.database.reading() as session:
        return [delivery_of(row) for row in session.execute(select(deliveries).where(
            deliveries.c.channel == "mail", deliveries.c.recipient_id == actor.officer_id))]


def test_replicas_side_by_side_gather_once(office: Office) -> None:
    choose(office, WANG, True)
    choose(office, LEAD, True)
    for number in range(3):
        office.hear(scene.submitted(f"m{number}"), matter_id=f"m{number}")
    provider = Reads()
    office.deliver(provider)
    assert (provider.of(WANG), len(office.look(views.inbox, InboxQuery(), WANG).messages)) == ([], 3)
    office.time.shows = MORNING
    for each in [eventlet.spawn(digesting.gather, office.tick()) for _ in range(4)]:
        each.wait()
    office.deliver(provider)
    digesting.gather(office.tick())
    office.deliver(provider)
    for actor in (WANG, LEAD):
        [mail] = provider.of(actor)
        assert (scene.heading(mail.subject), mail.body.count(scene.NUMBER)) == ("今日通知汇总", 6)
        assert {each.state for each in mails(office, actor)} == {DeliveryState.DELIVERED}
        assert {each.within for each in mails(office, actor)} == {mail.delivery_id}


def test_of_what_is_kept_from_them_meanwhile_nothing_is_told(office: Office) -> None:
    choose(office, WANG, True)
    for number in range(2):
        office.hear(scene.submitted(f"m{number}"), matter_id=f"m{number}")
    office.hear(scene.assigned("wang"), scene.recused("wang", due_at=None), matter_id="m1")
    provider = Reads()
    office.deliver(provider)
    told = len(provider.of(WANG))
    office.time.shows = MORNING
    digesting.gather(office.tick())
    office.deliver(provider)
    [mail] = provider.of(WANG)[told:]
    assert scene.heading(mail.subject) == "新报备待初审"
    assert {each.state for each in mails(office, WANG)} == {DeliveryState.DELIVERED}, "no word says of which"


def test_a_choice_outlives_another_post_and_is_taken_back(office: Office) -> None:
    assert not chosen(office, WANG)
    choose(office, WANG, True)
    office.enrol(WANG)
    assert chosen(office, WANG)
    office.hear(scene.submitted())
    [mail] = mails(office, WANG)
    assert (mail.state, mail.next_at) == (DeliveryState.PENDING, None)
    choose(office, WANG, False, 2)
    assert not chosen(office, WANG)
    office.time.shows += timedelta(minutes=1)
    digesting.gather(office.tick())
    provider = Reads()
    office.deliver(provider)
    assert len(provider.of(WANG)) == 1
