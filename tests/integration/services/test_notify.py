"""notify on both databases, in the chassis' own execution context."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import AlreadyReceived, ReceivedEvent
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.notify import InboxQuery, TasksQuery
from services.notify import views
from services.notify.storage.tables import matters, messages
from services.notify.storage.tables import tasks as task_rows
from services.notify.usecases import hearing
from tests.integration.services.notify_office import THE_WHOLE_WAY, Office
from tests.unit.notify import scene
from tests.unit.notify.context import FakeContext
from tests.unit.notify.scene import FILER, LEAD, OPERATOR, WANG, ZHAO


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    office = Office(config)
    office.enrol(*scene.EVERYBODY)
    yield office
    office.shop.stop()


def tasks(office: Office, actor: Actor, **query):
    return office.look(views.tasks, TasksQuery(**query), actor)


def subjects(office: Office, actor: Actor) -> list[str]:
    found = office.look(views.inbox, InboxQuery(limit=200), actor).messages
    return [scene.heading(message.subject) for message in found]


def test_rows_keep_what_the_matter_knows(office: Office) -> None:
    """After every single event, what was stored is what a context in memory keeps."""
    context = FakeContext()
    for event in THE_WHOLE_WAY:
        office.hear(event)
        hearing.hear(context, scene.MATTER, event, "mail")
        with office.tick().unit() as unit:
            assert unit.store.case(scene.MATTER) == context.store.matters[scene.MATTER]


def test_the_recused_keep_of_their_inbox_only_the_word_of_their_recusal(office: Office) -> None:
    for event in (scene.submitted(), scene.opened(), scene.assigned("wang")):
        office.hear(event)
    [before, *_] = office.look(views.inbox, InboxQuery(), WANG).messages
    office.hear(scene.recused("wang"))
    inbox = office.look(views.inbox, InboxQuery(), WANG)
    assert [scene.heading(each.subject) for each in inbox.messages] == ["您已回避"]
    assert inbox.unread == 1
    with pytest.raises(CaseError, match="not_found"), office.tick().unit() as unit:
        unit.store.message(before.message_id, WANG)
    assert len(subjects(office, FILER)) == 1     # nobody else's


def test_an_event_heard_again_tells_nobody_again(office: Office) -> None:
    office.hear(scene.submitted())
    again = ReceivedEvent("notify.filing", f"filing-{scene.MATTER}-1", scene.MATTER, 1)
    with pytest.raises(AlreadyReceived):
        hearing.hear(office.shop.context(again), scene.MATTER, scene.submitted(), "mail")
    assert subjects(office, FILER) == ["报备已收到"]


def test_the_database_itself_lets_nobody_be_told_twice(office: Office) -> None:
    office.hear(scene.submitted())
    with office.shop.database.reading() as session:
        row = session.execute(select(messages)).first()
    with pytest.raises(CaseError, match="changed_meanwhile"), office.tick().unit() as unit:
        unit.commit(replace(unit.store.message(row.id, FILER), id="another"))
    assert len(subjects(office, FILER)) == 1


def test_what_is_heard_in_one_sitting_is_heard_as_one_after_another(office: Office) -> None:
    alone, together = ("alone-1", "alone-2"), ("together-1", "together-2")
    for matter_id in alone:
        office.hear(scene.submitted(), scene.opened(), matter_id=matter_id)
    with writings(office.shop) as begun:
        office.hear_together(*((matter_id, event) for event in (scene.opened(), scene.submitted())
                               for matter_id in together))
    assert len(begun) == 2, "the one that held them up, and one for the four"
    with office.shop.database.reading() as session:
        for one, other in zip(alone, together, strict=True):
            assert left_of(session, one) == left_of(session, other)


def left_of(session: Session, matter_id: str) -> tuple[object, ...]:
    """What is kept of a matter, without its ids."""
    matter = session.execute(select(matters.c.content).where(matters.c.id == matter_id)).scalar_one()
    kept = session.execute(select(task_rows.c.kind, task_rows.c.holders, task_rows.c.due_at)
                           .where(task_rows.c.matter_id == matter_id)).all()
    told = session.execute(select(messages.c.recipient_id, messages.c.subject)
                           .where(messages.c.matter_id == matter_id).order_by(messages.c.recipient_id)).all()
    assert told
    return matter, kept, told


@contextmanager
def writings(shop: ServiceRuntime[Any]) -> Iterator[list[int]]:
    """One entry for each transaction of the block."""
    begun: list[int] = []
    writing = shop.database.writing

    def counted() -> Any:
        begun.append(1)
        return writing()

    shop.database.writing = counted  # type: ignore[method-assign]
    yield begun
    shop.database.writing = writing  # type: ignore[method-assign]


def test_tasks_are_ones_own_and_those_of_ones_queues(office: Office) -> None:
    office.hear(scene.submitted(), scene.opened())
    for actor in (WANG, ZHAO, LEAD):
        (task,) = tasks(office, actor).tasks
        assert (task.owner_id, task.owner, task.number) == (scene.QUEUE, "审查人员(待分派)", scene.NUMBER)
    office.hear(scene.assigned("wang"))
    assert [task.owner for task in tasks(office, WANG).tasks] == ["wang某"]
    assert tasks(office, ZHAO).tasks == tasks(office, FILER).tasks == tasks(office, OPERATOR).tasks == ()


def test_tasks_are_paged_soonest_first(office: Office) -> None:
    for number in range(7):
        due_at = scene.DUE + timedelta(days=number % 3)
        office.hear(scene.submitted(f"m{number}", due_at), matter_id=f"m{number}")
    seen, cursor = [], ""
    while True:
        page = tasks(office, WANG, limit=3, cursor=cursor)
        seen += [(task.due_at, task.task_id) for task in page.tasks]
        if not (cursor := page.next_cursor):
            break
    assert len(seen) == 7
    assert seen == sorted(seen)
    with pytest.raises(CaseError, match="invalid"):
        tasks(office, WANG, cursor="garbage")


def test_a_closed_task_is_listed_only_on_request_and_a_suspended_one_has_no_date(office: Office) -> None:
    office.hear(scene.submitted(), scene.opened(), scene.suspended())
    (task,) = tasks(office, WANG).tasks
    assert (task.suspended, task.due_at, task.overdue) == (True, None, False)
    office.hear(scene.withdrawn())
    assert tasks(office, WANG).tasks == ()
    assert len(tasks(office, WANG, include_closed=True).tasks) == 1


def test_a_task_is_overdue_from_the_next_day_on(office: Office) -> None:
    office.hear(scene.submitted(), scene.opened())
    office.time.shows = scene.DUE + timedelta(hours=6)
    assert not tasks(office, WANG).tasks[0].overdue
    office.time.shows = scene.DUE + timedelta(hours=7)
    assert tasks(office, WANG).tasks[0].overdue
