"""Determinations, meetings and appeals in notify, on both databases."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select, update

from rongcuo.chassis.config import Config
from rongcuo.chassis.triggers import AlreadyReceived, ReceivedEvent
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.determination import Initiation
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.notify import (
    InboxQuery,
    MarkRead,
    MatterKind,
    MatterTasks,
    MatterTasksQuery,
    TasksQuery,
)
from services.notify import views
from services.notify.storage.tables import matters
from services.notify.usecases import hearing, notifications
from tests.integration.services.notify_office import Office
from tests.unit.notify import case_scene as cases
from tests.unit.notify import scene
from tests.unit.notify.case_scene import CASE, MEETING, meeting_stands, moved, stands
from tests.unit.notify.context import FakeContext
from tests.unit.notify.scene import FILER, LEAD, OPERATOR, SUPERVISOR, WANG, ZHAO

CHAIR = scene.officer("chair", Role.MEMBER)
PARTY = scene.PARTY
SUBJECT_IN_THE_ORGAN = scene.officer("liu", Role.FILER, Role.REVIEWER)
COURSE = (
    cases.opened(Initiation.CLUE), cases.letter(),
    moved("assign", stands("preliminary_review", "wang"), "wang"),
    moved("accept", stands("verification", "wang", due_at=cases.later(10))),
    moved("form_team", stands("verification", "wang", "zhao", due_at=cases.later(10)), "wang", "zhao"),
    moved("suspend", stands("verification", "wang", "zhao", due_at=cases.later(10), suspended=True)),
    moved("resume", stands("verification", "wang", "zhao", due_at=cases.later(12), provisional=True)),
    moved("report", stands("joint_meeting")), moved("return", stands("verification", "wang")),
    moved("report", stands("joint_meeting")), cases.made(), cases.made("correction"), cases.revoked(),
    cases.made(), cases.feedback(), cases.recorded(),
)


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    office = Office(config, cases.OPENED_AT)
    office.enrol(*scene.EVERYBODY, CHAIR)
    yield office
    office.shop.stop()


def inbox(office: Office, actor: Actor) -> list[Any]:
    return list(office.look(views.inbox, InboxQuery(limit=200), actor).messages)


def tasks(office: Office, actor: Actor) -> list[Any]:
    return list(office.look(views.tasks, TasksQuery(), actor).tasks)


def matter(office: Office, actor: Actor, matter_id: str = CASE) -> MatterTasks:
    found: MatterTasks = office.look(views.matter, MatterTasksQuery(matter_id=matter_id), actor)
    return found


def test_rows_keep_what_the_case_knows(office: Office) -> None:
    """After every single event, what was stored is what a context in memory keeps."""
    context = FakeContext(now=cases.OPENED_AT)
    for event in COURSE:
        office.hear(event, matter_id=CASE)
        hearing.hear(context, CASE, event, "mail")
        with office.tick().unit() as unit:
            assert unit.store.case(CASE) == context.store.matters[CASE]


def test_an_event_heard_again_tells_nobody_again(office: Office) -> None:
    office.hear(cases.opened(), matter_id=CASE)
    again = office.shop.context(ReceivedEvent("notify.determination", f"determination-{CASE}-1", CASE, 1))
    with pytest.raises(AlreadyReceived):
        hearing.hear(again, CASE, cases.opened(), "mail")
    assert len(inbox(office, FILER)) == len(inbox(office, WANG)) == 1


def test_tasks_and_messages_say_which_page_shows_them(office: Office) -> None:
    office.hear(scene.submitted())
    office.hear(cases.opened(), matter_id=CASE)
    office.hear(cases.meeting("convene", meeting_stands("convened", "wang")), matter_id=MEETING)
    office.hear(cases.lodged(), matter_id="a1")
    expected = {"f1": MatterKind.FILING, CASE: MatterKind.DETERMINATION, MEETING: MatterKind.MEETING,
                "a1": MatterKind.APPEAL}
    assert {task.matter_id: task.matter_kind for task in tasks(office, WANG)} == expected
    assert {message.matter_id: message.matter_kind for message in inbox(office, WANG)} == expected
    newest = inbox(office, WANG)[0]
    read = office.do(notifications.mark_read, MarkRead(command_id="c1", message_id=newest.message_id), WANG)
    assert read.matter_kind is expected[read.matter_id]


def test_a_matter_kept_before_there_were_other_kinds_is_a_filing(office: Office) -> None:
    office.hear(scene.submitted())
    with office.shop.database.writing() as session:
        content = session.scalar(select(matters.c.content))
        del content["facts"]["kind"]
        session.execute(update(matters).values(content=content))
    assert tasks(office, WANG)[0].matter_kind is MatterKind.FILING
    assert inbox(office, FILER)[0].matter_kind is MatterKind.FILING


def test_a_reviewer_does_not_see_the_case_about_themselves(office: Office) -> None:
    office.hear(*COURSE[:3:2], matter_id=CASE)
    assert [task.matter_id for task in tasks(office, WANG)] == [CASE]
    for actor in (SUBJECT_IN_THE_ORGAN, PARTY):
        assert tasks(office, actor) == []
        with pytest.raises(CaseError, match="not_found"):
            matter(office, actor)


def test_the_subject_sees_what_reached_them_and_nothing_of_the_inside(office: Office) -> None:
    office.hear(*COURSE[:10], matter_id=CASE)
    for actor in (FILER, SUBJECT_IN_THE_ORGAN):
        seen = matter(office, actor)
        assert seen.tasks == ()
        assert {told.recipient_id for told in seen.deliveries} == {"liu"}
    for actor in (LEAD, ZHAO, SUPERVISOR):
        seen = matter(office, actor)
        assert [task.kind for task in seen.tasks] == [
            "preliminary_review", "verification", "joint_meeting", "verification", "joint_meeting"]
        assert {"liu", "wang", "zhao"} <= {told.recipient_id for told in seen.deliveries}
    with pytest.raises(CaseError, match="not_found"):
        matter(office, OPERATOR)


def test_a_reviewer_of_the_subject_s_unit_sees_their_own_alone(office: Office) -> None:
    apart = {"units_apart": (cases.SUBJECT.unit,)}
    office.hear(cases.opened(), moved("accept", stands("verification", "wang", **apart), "wang"),
                moved("form_team", stands("verification", "wang", "zhao", **apart), "wang", "zhao"),
                matter_id=CASE)
    of_the_unit = replace(ZHAO, unit=cases.SUBJECT.unit)
    assert {told.recipient_id for told in matter(office, of_the_unit).deliveries} == {"zhao"}
    assert {"liu", "wang", "zhao"} <= {told.recipient_id for told in matter(office, ZHAO).deliveries}
    with pytest.raises(CaseError, match="not_found"):
        matter(office, replace(of_the_unit, officer_id="sun"))


def test_a_member_sees_the_meeting_that_waits_for_them(office: Office) -> None:
    office.hear(cases.meeting("convene", meeting_stands("convened", "chair")), matter_id=MEETING)
    assert [(task.matter_id, task.owner) for task in tasks(office, CHAIR)] == [(MEETING, "chair某")]
    seen = matter(office, CHAIR, MEETING)
    assert len(seen.tasks) == 1
    assert {told.recipient_id for told in seen.deliveries} == {"chair"}


def test_a_letter_before_its_case_is_kept_until_the_case_is_known(office: Office) -> None:
    office.hear(cases.letter(), matter_id=CASE)
    assert inbox(office, FILER) == []
    office.hear(cases.opened(), matter_id=CASE)
    assert {scene.heading(message.subject) for message in inbox(office, FILER)} == {
        "容错认定申请已收到", "文书已送达"}
