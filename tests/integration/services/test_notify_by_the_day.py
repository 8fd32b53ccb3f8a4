"""That a reporter wrote is told at once; when, only whoever is told it learns to the second."""

from collections.abc import Iterator

import pytest

from rongcuo.chassis.config import Config
from rongcuo.contracts.clarify.events import ReportMoved
from rongcuo.contracts.notify import DeliveriesQuery, DeliveryState, MatterKind, MatterTasksQuery
from rongcuo.policy.calendar import midnight
from services.notify import views
from tests.integration.services.notify_office import Office
from tests.unit.notify import case_scene as cases
from tests.unit.notify import scene

REPORT = "r1"


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    office = Office(config)
    office.enrol(*scene.EVERYBODY)
    yield office
    office.shop.stop()


def step(what: str) -> ReportMoved:
    standing = cases.stands("handling", scene.ZHAO.officer_id, matter_id=REPORT, kind=MatterKind.REPORT.value,
                            subject_id="", parties=())
    return ReportMoved(standing=standing, what=what, actor_id="", at=scene.FILED_AT)


@pytest.mark.parametrize("what", ["take_message", "take_request"])
def test_others_learn_on_which_day_a_reporter_wrote_and_the_recipient_when(office: Office, what: str) -> None:
    office.hear(step("assign"), matter_id=REPORT)
    before = {each.delivery_id for each in _told(office)}
    office.hear(step(what), matter_id=REPORT)
    fresh = [each for each in _told(office) if each.delivery_id not in before]
    inbox = {each.recipient_id: each for each in fresh if each.channel == "inbox"}
    assert inbox[scene.LEAD.officer_id].delivered_at == scene.FILED_AT != midnight(scene.FILED_AT)
    assert inbox[scene.ZHAO.officer_id].delivered_at == midnight(scene.FILED_AT)
    assert inbox[scene.ZHAO.officer_id].receipt == ""
    waiting = {each.recipient_id: each for each in fresh if each.channel == "mail"}
    assert waiting[scene.ZHAO.officer_id].next_at == midnight(scene.FILED_AT)
    fresh_ids = {each.delivery_id for each in fresh}
    for state, moment in ((DeliveryState.DELIVERED, "delivered_at"), (DeliveryState.PENDING, "next_at")):
        query = DeliveriesQuery(state=state, limit=100)
        found = office.look(views.deliveries, query, scene.OPERATOR).deliveries
        times = {getattr(each, moment) for each in found if each.delivery_id in fresh_ids}
        assert times == {midnight(scene.FILED_AT)}


def test_of_every_other_message_the_moment_is_told(office: Office) -> None:
    office.hear(step("assign"), matter_id=REPORT)
    [told] = [each for each in _told(office) if each.recipient_id == scene.ZHAO.officer_id
              and each.channel == "inbox"]
    assert told.delivered_at == scene.FILED_AT


def _told(office: Office):
    return office.look(views.matter, MatterTasksQuery(matter_id=REPORT), scene.LEAD).deliveries
