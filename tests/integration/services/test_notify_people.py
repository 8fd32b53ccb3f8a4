"""notify on both databases: who sees what, deliveries, workers side by side, the watchdog."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import eventlet
import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.triggers import AlreadyAnswered
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import OpenMatter, OpenMatters
from rongcuo.contracts.identity import UnitChangeProposed
from rongcuo.contracts.notify import (
    DeliveriesQuery,
    InboxQuery,
    MarkRead,
    MatterKind,
    MatterTasksQuery,
    SendAgain,
    TasksQuery,
    WatchdogQuery,
)
from rongcuo.contracts.review.operations import OPEN_MATTERS
from services.notify import views
from services.notify.domain.delivery import BACKOFF, Undelivered
from services.notify.usecases import delivering, hearing, notifications, watching
from tests.integration.services.notify_office import THE_WHOLE_WAY, Office, Takes
from tests.unit.notify import scene
from tests.unit.notify.scene import FILER, LEAD, OPERATOR, PARTY, SUPERVISOR, WANG

COLLEAGUE = scene.officer("colleague", Role.FILER, unit=FILER.unit)
NEIGHBOUR = scene.officer("neighbour", Role.FILER, unit="嵩阳街道办事处")
ELSEWHERE = scene.officer("elsewhere", Role.REVIEWER, Role.LEAD, organ_id="530125")
FAR_ABOVE = scene.officer("farabove", Role.SUPERVISOR, organ_id="530300")
NOWHERE = replace(SUPERVISOR, officer_id="nowhere", division_code="")


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
    renamed = replace(NEIGHBOUR, officer_id="renamed", unit_names=("新名称", f" {FILER.unit}"))
    seen = {actor.officer_id: seen_by(office, actor) for actor in (
        renamed, FILER, COLLEAGUE, NEIGHBOUR, WANG, LEAD, ELSEWHERE, SUPERVISOR, FAR_ABOVE, NOWHERE, OPERATOR,
        SYSTEM)}
    assert seen == {"renamed": 0, "liu": 2, "colleague": 0, "neighbour": -1, "wang": everything,
                    "lead": everything, "elsewhere": -1, "supervisor": everything, "farabove": -1,
                    "nowhere": -1, "operator": -1, "system": everything}


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
    assert office.do(notifications.mark_read, command, FILER).read
    with pytest.raises(AlreadyAnswered):
        office.do(notifications.mark_read, command, FILER)
    unread = office.look(views.inbox, InboxQuery(unread_only=True, limit=200), FILER)
    assert (unread.unread, unread.messages) == (whole.unread - 1, whole.messages[1:])


def test_a_change_of_units_reaches_the_second_registrars_inbox(office: Office) -> None:
    first, second = (scene.officer(each, Role.REGISTRAR) for each in ("first", "second"))
    office.enrol(first, second)
    proposed = UnitChangeProposed(unit_id="u1", organ_id=scene.ORGAN, proposed_by="first", name="新名称")
    hearing.propose_unit_change(office.heard("identity", "u1"), proposed, "mail")
    assert (subjects(office, first), subjects(office, second)) == ([], ["单位名录有变更待确认"])
    [message] = office.look(views.inbox, InboxQuery(), second).messages
    assert (message.matter_id, message.matter_kind) == (scene.ORGAN, MatterKind.UNITS)
    assert tasks(office, second).tasks == ()
    provider = Takes()
    office.deliver(provider)
    assert len(provider.sent) == 1


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
    office.do(delivering.send_again, SendAgain(command_id="c1", delivery_id=failed.delivery_id), OPERATOR)
    provider = Takes()
    office.deliver(provider)
    assert provider.sent == [failed.delivery_id]
    with pytest.raises(CaseError, match="not_found"):
        office.do(delivering.send_again, SendAgain(command_id="c2", delivery_id="none"), OPERATOR)


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

    def ask(operation, question):
        names = "ab" if operation == OPEN_MATTERS else "a"
        return OpenMatters(matters=tuple(OpenMatter(matter_id=each, state="open", since=since)
                                         for each in names))

    context = office.tick()
    context._ask = ask
    report = watching.watchdog(context, WatchdogQuery(), ("filing", "review"))
    assert (report.open_matters, report.open_tasks, report.without_task) == (2, 1, ("b",))


def test_a_look_keeps_how_far_it_came_and_what_is_missing(office: Office) -> None:
    office.hear(scene.submitted("a"), matter_id="a")
    opened = {"a": scene.FILED_AT, "b": scene.FILED_AT}
    questions = []

    def ask(operation, question):
        questions.append(question)
        return OpenMatters(matters=tuple(
            OpenMatter(matter_id=each, state="open", since=since) for each, since in opened.items()
            if not question.matter_ids or each in question.matter_ids))

    def look() -> watching.Look:
        office.time.shows += timedelta(minutes=2)
        context = office.tick()
        context._ask = ask
        return watching.look(context, ("filing",))

    assert look().without_task == ("b",)
    assert look().without_task == ("b",)
    with office.tick().reading() as store:
        assert store.gaps() == {"b"}
        assert store.watches()["filing"].until == office.time.shows - watching.GRACE
    del opened["b"]
    assert look().without_task == ()
    office.hear(scene.withdrawn(), matter_id="a")
    del questions[:]
    assert look().without_task == ("a",)     # closed too early
    assert questions[-1].matter_ids == ("a",)
    with office.tick().reading() as store:
        assert store.closed_since(office.time.shows + timedelta(days=1)) == frozenset()
