"""What waits in the outbox of mails is asked again as it leaves: whatever is kept from its recipient by now
does not, and all that leave together are asked at once."""

from collections.abc import Iterator
from math import ceil

import pytest
from sqlalchemy import event

from rongcuo.chassis.config import Config
from rongcuo.contracts.notify import DeliveriesQuery, DeliveryState
from services.notify import views
from services.notify.conversations import AT_ONCE
from services.notify.usecases import digesting
from tests.integration.services.notify_office import Office
from tests.integration.services.test_notify_digests import MORNING, Reads, choose, mails
from tests.unit.notify import scene
from tests.unit.notify.scene import WANG


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    office = Office(config)
    office.enrol(*scene.EVERYBODY)
    yield office
    office.shop.stop()


def file(office: Office, *matter_ids: str) -> None:
    for matter_id in matter_ids:
        office.hear(scene.submitted(matter_id), matter_id=matter_id)


def keep_from_wang(office: Office, matter_id: str) -> None:
    office.hear(scene.assigned("wang"), scene.recused("wang", due_at=None), matter_id=matter_id)


def headings(provider: Reads) -> list[str]:
    return sorted(scene.heading(each.subject) for each in provider.of(WANG))


def test_a_mail_is_not_sent_of_what_is_kept_from_whom_it_is_to_by_now(office: Office) -> None:
    file(office, "m1", "m2")
    keep_from_wang(office, "m1")
    provider = Reads()
    office.deliver(provider)
    assert headings(provider) == ["您已回避", "新报备待初审"]
    assert {each.state for each in mails(office, WANG)} == {DeliveryState.DELIVERED}


def test_an_operator_does_not_see_which_was_not_sent(office: Office) -> None:
    file(office, "m1", "m2")
    keep_from_wang(office, "m1")
    office.deliver(Reads())
    query = DeliveriesQuery(state=DeliveryState.DELIVERED, limit=100)
    found = [each for each in office.look(views.deliveries, query, scene.OPERATOR).deliveries
             if (each.recipient_id, each.channel) == (WANG.officer_id, "mail")]
    assert len(found) >= 2      # of each matter one
    told = {(each.matter_id, each.attempts, each.receipt, each.next_at) for each in found}
    assert told == {("", 0, "", None)}


@pytest.mark.parametrize("kept", ["m1", "m2", "m3"])
def test_nor_does_a_digest_tell_of_it_whichever_led(office: Office, kept: str) -> None:
    choose(office, WANG, True)
    file(office, "m1", "m2", "m3")
    office.deliver(Reads())
    office.time.shows = MORNING
    digesting.gather(office.tick())
    keep_from_wang(office, kept)
    provider = Reads()
    office.deliver(provider)
    [digest] = [each for each in provider.of(WANG) if scene.heading(each.subject) == "今日通知汇总"]
    assert digest.body.count(scene.NUMBER) == 4, "two, in both languages"
    withheld = [each for each in mails(office, WANG) if each.matter_id == kept and not each.attempts]
    assert {(each.state, each.receipt, each.within) for each in withheld} == {
        (DeliveryState.DELIVERED, "", "")}
    again = Reads()
    office.deliver(again)
    assert again.read == []


def test_all_that_leave_together_are_asked_at_once(office: Office) -> None:
    asked: list[str] = []
    with office.shop.database.writing() as session:
        event.listen(session.get_bind(), "before_cursor_execute",
                     lambda _, __, statement, *___: asked.append(statement))

    for number in range(8):
        file(office, f"m{number}")
    provider = Reads()
    asked.clear()
    office.deliver(provider)
    looks = [each for each in asked if "matter_apart" in each]
    assert 1 <= len(looks) <= ceil(len(provider.read) / AT_ONCE), "once for as many as leave together"
    assert len(provider.read) > AT_ONCE
