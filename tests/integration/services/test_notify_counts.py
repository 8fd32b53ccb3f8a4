"""notify counts no further than lists show, along indexes; on both databases."""

from collections.abc import Iterator

import pytest

from rongcuo.casework import lists
from rongcuo.chassis.config import Config
from rongcuo.contracts.notify import DeliveriesQuery, DeliveryState, InboxQuery
from services.notify import views
from services.notify.storage import posts
from tests.integration.services.notify_office import Office
from tests.unit.notify import scene
from tests.unit.notify.scene import LEAD, OPERATOR

MOST = 3


@pytest.fixture
def office(config: Config, monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    monkeypatch.setattr(posts, "MOST_COUNTED", MOST)
    monkeypatch.setattr(lists, "MOST_COUNTED", MOST)
    office = Office(config)
    office.enrol(*scene.EVERYBODY)
    yield office
    office.shop.stop()


def file(office: Office, *numbers: int) -> None:
    for number in numbers:
        office.hear(scene.submitted(f"m{number}"), matter_id=f"m{number}")


def unread(office: Office) -> int:
    return office.look(views.inbox, InboxQuery(limit=1), LEAD).unread


def test_unread_messages_are_counted_up_to_the_most(office: Office) -> None:
    file(office, 1)
    assert unread(office) == 1
    file(office, 2, 3)
    assert unread(office) == MOST
    file(office, 4, 5)
    assert unread(office) == MOST


def test_deliveries_are_counted_by_state_up_to_the_most(office: Office) -> None:
    file(office, *range(5))
    counts = office.look(views.deliveries, DeliveriesQuery(), OPERATOR).counts
    assert counts == {each.value: 0 for each in DeliveryState} | {
        DeliveryState.PENDING.value: MOST, DeliveryState.DELIVERED.value: MOST}
