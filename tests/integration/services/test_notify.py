"""notify on both databases, at the chassis' own desk."""

from collections.abc import Iterator
from datetime import timedelta

import eventlet
import pytest
from sqlalchemy import select

from rongcuo.chassis.config import Config
from rongcuo.chassis.occasions import Answered, Heard, HeardBefore
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import OpenMatter, OpenMatters
from rongcuo.contracts.notify import (
    DeliveriesQuery,
    DeliveryState,
    InboxQuery,
    MarkRead,
    MatterTasksQuery,
    SendAgain,
    TasksQuery,
    WatchdogQuery,
)
from services.notify import usecases, views
from services.notify.domain import Undelivered
from services.notify.domain.delivery import BACKOFF
from services.notify.storage.tables import deliveries, messages
from tests.integration.services.notify_office import Office
from tests.unit.notify import scene
from tests.unit.notify.desk import FakeDesk
from tests.unit.notify.scene import FILER, LEAD, OPERATOR, PARTY, SUPERVISOR, WANG, ZHAO

ASKED_AT = scene.FILED_AT + timedelta(hours=1)
THE_WHOLE_WAY = (
    scene.submitted(), scene.opened(), scene.assigned("wang"),
    scene.supplement_requested(ASKED_AT, ASKED_AT + timedelta(days=5)),
    scene.moved(ASKED_AT + timedelta(days=6)), scene.supplemented(ASKED_AT + timedelta(days=2), "第二稿"),
    scene.resumed(scene.DUE + timedelta(days=2)), scene.suspended(), scene.recused("wang", due_at=None),
    scene.resumed(scene.DUE + timedelta(days=4), ""), scene.verification(scene.DUE + timedelta(days=20)),
    scene.team("wang", "zhao", due_at=scene.DUE + timedelta(days=20)),
    scene.review_accepted(), scene.accepted(),
)


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    office = Office(config)
    office.enrol(*scene.EVERYBODY)
    yield office
    office.shop.stop()


class Takes:
    """A provider that takes everything, or says the same every time; it yields, as a network would."""

    name = "mail"

    def __init__(self, problem: Undelivered | None = None) -> None:
        self.problem, self.sent = problem, []

    def send(self, outgoing) -> str:
        eventlet.sleep(0)
        self.sent.append(outgoing.delivery_id)
        if self.problem:
            raise self.problem
        return "250 ok"


def tasks(office: Office, actor: Actor, **query):
    return office.look(views.tasks, TasksQuery(**query), actor)


def subjects(office: Office, actor: Actor) -> list[str]:
    found = office.look(views.inbox, InboxQuery(limit=200), actor).messages
    return [scene.heading(message.subject) for message in found]


def test_rows_keep_what_the_matter_knows(office: Office) -> None:
    """After every single event, what was stored is what a desk in memory keeps."""
    desk = FakeDesk()
    for event in THE_WHOLE_WAY:
        office.hear(event)
        usecases.hear(desk, scene.MATTER, event, "mail")
        with office.tick().unit() as unit:
            assert unit.store.matter(scene.MATTER) == desk.store.matters[scene.MATTER]


def test_an_event_heard_again_tells_nobody_again(office: Office) -> None:
    office.hear(scene.submitted())
    again = Heard("notify.filing", f"filing-{scene.MATTER}-1", scene.MATTER, 1)
    with pytest.raises(HeardBefore):
        usecases.hear(office.shop.desk(again), scene.MATTER, scene.submitted(), "mail")
    assert subjects(office, FILER) == ["报备已收到"]


def test_the_database_itself_lets_nobody_be_told_twice(office: Office) -> None:
    office.hear(scene.submitted())
    with office.shop.database.reading() as session:
        row = session.execute(select(messages)).first()
    with office.tick().unit() as unit:
        message = unit.store.message(row.id, row.recipient_id)
        message.id = "another"
        with pytest.raises(CaseError, match="changed_meanwhile"):
            unit.store.put(message)
    assert len(subjects(office, FILER)) == 1


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


COLLEAGUE = scene.officer("colleague", Role.FILER, unit=FILER.unit)
NEIGHBOUR = scene.officer("neighbour", Role.FILER, unit="嵩阳街道办事处")
ELSEWHERE = scene.officer("elsewhere", Role.REVIEWER, Role.LEAD, organ_id="530125")
FAR_ABOVE = scene.officer("farabove", Role.SUPERVISOR, organ_id="530300")


def seen_by(office: Office, actor: Actor) -> int:
    """How many deliveries the actor sees; -1 where the matter is not there for them."""
    try:
        return len(office.look(views.matter, MatterTasksQuery(matter_id=scene.MATTER), actor).deliveries)
    except CaseError as error:
        if error.code != "not_found":
            raise
        return -1


def test_who_sees_what_was_told_to_whom(office: Office) -> None:
    office.hear(scene.submitted())
    everything = 8  # filer, two reviewers and the lead, each by inbox and by mail
    seen = {actor.officer_id: seen_by(office, actor) for actor in (
        FILER, COLLEAGUE, NEIGHBOUR, WANG, LEAD, ELSEWHERE, SUPERVISOR, FAR_ABOVE, OPERATOR, SYSTEM)}
    assert seen == {"liu": 2, "colleague": 0, "neighbour": -1, "wang": everything, "lead": everything,
                    "elsewhere": -1, "supervisor": everything, "farabove": -1, "operator": -1,
                    "system": everything}


def test_the_inbox_is_paged_newest_first_and_counts_what_is_unread(office: Office) -> None:
    for hour, event in enumerate(THE_WHOLE_WAY):
        office.time.shows = scene.FILED_AT + timedelta(hours=hour)
        office.hear(event)
    whole = office.look(views.inbox, InboxQuery(limit=200), FILER)
    assert whole.messages[0].subject.startswith("报备已受理")
    assert whole.unread == len(whole.messages) > 4
    page = office.look(views.inbox, InboxQuery(limit=2), FILER)
    rest = office.look(views.inbox, InboxQuery(limit=200, cursor=page.next_cursor), FILER)
    assert page.messages + rest.messages == whole.messages

    command = MarkRead(command_id="c1", message_id=whole.messages[0].message_id)
    assert office.do(usecases.mark_read, command, FILER).read
    with pytest.raises(Answered):
        office.do(usecases.mark_read, command, FILER)
    unread = office.look(views.inbox, InboxQuery(unread_only=True, limit=200), FILER)
    assert (unread.unread, unread.messages) == (whole.unread - 1, whole.messages[1:])


def test_operators_see_deliveries_without_their_content(office: Office) -> None:
    office.hear(scene.submitted())
    office.deliver(Takes(Undelivered("550 no such user", final=True)))
    page = office.look(views.deliveries, DeliveriesQuery(), OPERATOR)
    assert page.counts == {"pending": 0, "sending": 0, "delivered": 4, "failed": 4}
    assert {(each.subject, each.receipt) for each in page.deliveries} == {("", "550 no such user")}
    assert "liu某" in {each.recipient for each in page.deliveries}
    for actor in (FILER, WANG, LEAD, SUPERVISOR, PARTY):
        with pytest.raises(CaseError, match="forbidden"):
            office.look(views.deliveries, DeliveriesQuery(), actor)


def test_a_failed_delivery_is_sent_again(office: Office) -> None:
    office.hear(scene.submitted())
    office.deliver(Takes(Undelivered("550", final=True)))
    failed = office.look(views.deliveries, DeliveriesQuery(), OPERATOR).deliveries[0]
    office.do(usecases.send_again, SendAgain(command_id="c1", delivery_id=failed.delivery_id), OPERATOR)
    provider = Takes()
    office.deliver(provider)
    assert provider.sent == [failed.delivery_id]
    with pytest.raises(CaseError, match="not_found"):
        office.do(usecases.send_again, SendAgain(command_id="c2", delivery_id="none"), OPERATOR)


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


def test_replicas_side_by_side_remind_once(office: Office) -> None:
    for number in range(6):
        office.hear(scene.submitted(f"m{number}"), matter_id=f"m{number}")
    office.time.shows = scene.DUE + timedelta(hours=1)
    for each in [eventlet.spawn(office.remind) for _ in range(4)]:
        each.wait()
    office.remind()
    assert subjects(office, WANG).count("期限已到") == 6


def test_a_retry_waits_its_time(office: Office) -> None:
    office.hear(scene.submitted())
    provider = Takes(Undelivered("451 later"))
    assert office.deliver(provider) == 4
    assert office.deliver(provider) == 0
    office.time.shows += BACKOFF[0]
    assert office.deliver(Takes()) == 4


def test_the_watchdog_counts_what_others_hold_open(office: Office) -> None:
    office.hear(scene.submitted("a"), matter_id="a")
    since = scene.FILED_AT - timedelta(hours=1)

    def ask(service, method, question, answer):
        known = (OpenMatter(matter_id="a", state="open", since=since),)
        lost = (OpenMatter(matter_id="b", state="open", since=since),) if service == "review" else ()
        return OpenMatters(matters=known + lost)

    desk = office.tick()
    desk._ask = ask
    report = usecases.watchdog(desk, WatchdogQuery())
    assert (report.open_matters, report.open_tasks, report.without_task) == (2, 1, ("b",))
