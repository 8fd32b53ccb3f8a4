"""For whom a matter is not there, its tasks and messages are not, nor does a cursor tell of them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from rongcuo.casework.apart import name_keys
from rongcuo.chassis.config import Config
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.notify import InboxQuery, MatterTasksQuery, TasksQuery
from services.notify import views
from tests.integration.services.notify_office import Office
from tests.unit.notify import case_scene as cases
from tests.unit.notify import scene

KIN = scene.officer("kin", Role.REVIEWER, unit=scene.FILER.unit)
NAMESAKE = replace(scene.officer("same", Role.LEAD), name="柳 成林")
ABOUT = replace(cases.opened(), standing=cases.stands(
    "preliminary_review", subject_id="", parties=(), keys_apart=tuple(name_keys("柳成林"))))


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


def test_whoever_is_named_by_name_alone_neither_hears_nor_sees_it_however_late_they_come(
        office: Office) -> None:
    office.hear(ABOUT, matter_id=cases.CASE)
    office.enrol(NAMESAKE)
    office.hear(replace(ABOUT, standing=replace(ABOUT.standing, stage="verification")), matter_id=cases.CASE)
    assert office.look(views.tasks, TasksQuery(), NAMESAKE).tasks == ()
    assert office.look(views.inbox, InboxQuery(), NAMESAKE).messages == ()
    with pytest.raises(CaseError, match="not_found"):
        office.look(views.matter, MatterTasksQuery(matter_id=cases.CASE), NAMESAKE)
    assert office.look(views.tasks, TasksQuery(), scene.LEAD).tasks
    assert office.look(views.inbox, InboxQuery(), scene.LEAD).messages


def test_who_is_named_once_they_have_heard_of_it_reads_it_no_longer(office: Office) -> None:
    office.enrol(NAMESAKE)
    office.hear(replace(ABOUT, standing=replace(ABOUT.standing, keys_apart=())), matter_id=cases.CASE)
    inbox = office.look(views.inbox, InboxQuery(), NAMESAKE)
    assert (len(inbox.messages), inbox.unread) == (1, 1)
    office.hear(replace(ABOUT, standing=replace(ABOUT.standing, stage="verification")), matter_id=cases.CASE)
    inbox = office.look(views.inbox, InboxQuery(), NAMESAKE)
    assert (inbox.messages, inbox.unread) == ((), 0)
    with pytest.raises(CaseError, match="not_found"):
        office.look(views.matter, MatterTasksQuery(matter_id=cases.CASE), NAMESAKE)


def test_what_is_their_own_they_go_on_hearing_of(office: Office) -> None:
    office.enrol(scene.FILER)
    own = replace(ABOUT.standing, subject_id=scene.FILER.officer_id,
                  keys_apart=tuple(name_keys(scene.FILER.name)))
    office.hear(replace(ABOUT, standing=own), matter_id=cases.CASE)
    assert len(office.look(views.inbox, InboxQuery(), scene.FILER).messages) == 1
