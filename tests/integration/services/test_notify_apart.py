"""For whom a matter is not there, its tasks and messages are not, nor does a cursor tell of them."""

from collections.abc import Iterator

import pytest

from rongcuo.chassis.config import Config
from rongcuo.contracts.actor import Role
from rongcuo.contracts.notify import TasksQuery
from services.notify import views
from tests.integration.services.notify_office import Office
from tests.unit.notify import scene

KIN = scene.officer("kin", Role.REVIEWER, unit=scene.FILER.unit)


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    office = Office(config)
    office.enrol(*scene.EVERYBODY, KIN)
    yield office
    office.shop.stop()


def test_no_cursor_tells_of_a_task_that_is_kept_from_somebody(office: Office) -> None:
    for matter_id in ("m1", "m2"):
        office.hear(scene.submitted(), matter_id=matter_id)
    nothing = office.look(views.tasks, TasksQuery(limit=1), KIN)
    assert (nothing.tasks, nothing.next_cursor) == ((), "")
    first = office.look(views.tasks, TasksQuery(limit=1), scene.ZHAO)
    second = office.look(views.tasks, TasksQuery(limit=1, cursor=first.next_cursor), scene.ZHAO)
    assert {each.matter_id for each in (*first.tasks, *second.tasks)} == {"m1", "m2"}
