"""A selective consumer: some kinds of a source's events come, none is waited for, and the newest counts."""

from unittest.mock import Mock
from uuid import uuid4

import pytest
from kombu.entity import Queue
from sqlalchemy import func, select

from rongcuo.chassis.config import StartRefused
from rongcuo.chassis.database.tables import inbox, subject_versions
from rongcuo.chassis.hosting.host import subscriptions
from rongcuo.chassis.messaging import bus_connection, is_embedded
from rongcuo.chassis.messaging.cloudevents import HEADER
from rongcuo.chassis.messaging.topology import Subscription, for_publisher, hearing, marker_queue
from rongcuo.chassis.service import ExecutionProvider, on_event
from tests.integration.chassis.bus import ask, depth, paint, publish
from tests.integration.chassis.painting import (
    CONDUCT,
    PAINTER,
    SCRATCH,
    SEEN,
    Looker,
    Painter,
    Sights,
    WallPainted,
    WallScratched,
    letters,
    provider_of,
    until,
    waiting,
)
from tests.integration.chassis.test_bus_events import tell, told
from tests.integration.chassis.test_bus_forgetting import Watcher, seen_by_watcher

QUEUE = "painter.events--watcher"
PAINTED, SCRATCHED = WallPainted.type_name(), WallScratched.type_name()


class Chooser:
    """The watcher, since it has chosen."""

    name = "watcher"
    context = ExecutionProvider(SEEN, Sights)

    @on_event(WallPainted, selective=True)
    def see(self, event: WallPainted) -> None:
        with self.context.unit() as unit:
            unit.store.add(event.wall, event.coat)
            if event.wall in CONDUCT.broken:
                raise ValueError(event.wall)
            unit.commit()


class Mender:
    """Chooses as no other test does, so no broker knows its queue before."""

    name = "watcher"
    context = ExecutionProvider(SEEN, Sights)

    @on_event(WallScratched, selective=True)
    def see(self, event: WallScratched) -> None:
        with self.context.unit() as unit:
            unit.store.add(event.wall, unit.store.count() + 1)
            unit.commit()


class Idler:
    """Has no use for what it hears, and opens no unit of work."""

    name = "watcher"
    context = ExecutionProvider(SEEN, Sights)

    @on_event(WallPainted, selective=True)
    def see(self, event: WallPainted) -> None:
        """Nothing of it is of any use."""


class Undecided(Chooser):
    name = "watcher"

    @on_event(WallScratched)
    def scratched(self, event: WallScratched) -> None:
        raise NotImplementedError


def scratch(host, wall):
    ask(host, SCRATCH, {"command_id": uuid4().hex, "wall": wall})


def taken_out(url):
    """What lay in the watcher's queue: type and version of each."""
    with bus_connection(url) as connection:
        queue = Queue(QUEUE, channel=connection.channel())
        return {(message.headers[HEADER + "type"], int(message.headers[HEADER + "sequence"]))
                for message in iter(lambda: queue.get(no_ack=True), None)}


def test_only_what_was_chosen_comes(bus_url, open_host):
    host = open_host(bus_url, Painter, Looker, known=[Chooser])
    paint(host, "north")
    scratch(host, "north")
    paint(host, "north")
    until(lambda: waiting(host) == 0)
    assert taken_out(bus_url) == {(PAINTED, 1), (PAINTED, 3)}


def test_what_is_missing_is_not_waited_for(bus_url, open_host):
    host = open_host(bus_url, Painter, Looker, Chooser)
    paint(host, "north")
    scratch(host, "north")
    paint(host, "north")
    scratch(host, "south")
    paint(host, "south")
    until(lambda: sorted(seen_by_watcher(host)) == [("north", 1), ("north", 3), ("south", 2)])
    assert letters(host, "watcher") == []


def test_what_was_of_no_use_stands_in_the_inbox_all_the_same(bus_url, open_host):
    host = open_host(bus_url, Painter, Looker, Idler)
    paint(host, "north")
    scratch(host, "north")
    paint(host, "north")
    until(lambda: heard_up_to(host) == 3)
    assert letters(host, "watcher") == []


def test_a_duplicate_and_what_was_overtaken_have_no_effect(bus_url, open_host):
    host = open_host(bus_url, Painter, Chooser)
    for _ in range(3):
        tell(bus_url, "north", 5, id="the-same")
    tell(bus_url, "north", 5, id="a-twin-of-the-same-version")
    for older in (1, 4, 3):
        tell(bus_url, "north", older)
    tell(bus_url, "north", 9)
    until(lambda: seen_by_watcher(host) == [("north", 5), ("north", 9)])
    assert letters(host, "watcher") == []


def test_a_dead_letter_that_was_overtaken_has_no_effect_when_it_is_sent_again(bus_url, open_host):
    host = open_host(bus_url, Painter, Chooser)
    CONDUCT.broken.add("north")
    tell(bus_url, "north", 2)
    until(lambda: len(letters(host, "watcher")) == 1)
    CONDUCT.broken.clear()
    tell(bus_url, "north", 4)
    until(lambda: seen_by_watcher(host) == [("north", 4)])
    shelf = provider_of(host, "watcher").runtime.dead_letters
    shelf.ask_resend(letters(host, "watcher")[0].letter_id, PAINTER)
    until(lambda: [letter.state for letter in shelf.list(None).rows] == ["resent"])
    tell(bus_url, "north", 6)
    until(lambda: seen_by_watcher(host) == [("north", 4), ("north", 6)])


def test_a_version_that_is_not_known_yet_comes_too_and_is_a_dead_letter(bus_url, open_host):
    host = open_host(bus_url, Painter, Chooser)
    unknown = "painter.wall_painted.v9"
    publish(bus_url, "painter.events", unknown, "{}", headers=told("north", type=unknown), by="painter")
    until(lambda: [letter.reason_code for letter in letters(host, "watcher")] == ["events.unknown_version"])


def narrowed(bus_url, open_host):
    """Everything was heard up to the second version, and came up to the fourth; since then it is chosen."""
    first = open_host(bus_url, Painter, Looker, Watcher)
    paint(first, "north")
    scratch(first, "north")
    until(lambda: heard_up_to(first) == 2)
    first.stop()
    second = open_host(bus_url, Painter, Looker, known=[Watcher])
    scratch(second, "north")
    paint(second, "north")
    until(lambda: waiting(second) == 0)
    second.stop()
    third = open_host(bus_url, Painter, Looker, known=[Chooser])
    scratch(third, "north")
    paint(third, "north")
    until(lambda: waiting(third) == 0)


def heard_up_to(host):
    with provider_of(host, "watcher").runtime.database.reading() as session:
        return session.scalar(select(func.max(subject_versions.c.sequence)))


def test_a_queue_bound_to_everything_is_bound_to_what_was_chosen(bus_url, open_host):
    narrowed(bus_url, open_host)
    lay_there = taken_out(bus_url)
    assert lay_there >= {(SCRATCHED, 3), (PAINTED, 4), (PAINTED, 6)}
    assert (SCRATCHED, 5) not in lay_there


def test_what_was_heard_and_what_lies_there_of_everything_does_no_harm(bus_url, open_host):
    narrowed(bus_url, open_host)
    watcher = open_host(bus_url, Chooser)
    until(lambda: seen_by_watcher(watcher) == [("north", 1), ("north", 4), ("north", 6)])
    until(lambda: depth(bus_url, QUEUE) == 0)
    assert letters(watcher, "watcher") == []
    with provider_of(watcher, "watcher").runtime.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(inbox)) == 4, "two of before, two chosen"


def test_who_joins_later_hears_the_past_of_what_it_chose(bus_url, open_host):
    first = open_host(bus_url)
    paint(first, "north")
    scratch(first, "north")
    paint(first, "north")
    scratch(first, "north")
    until(lambda: waiting(first) == 0)
    first.stop()
    later = f"embedded://{uuid4().hex}" if is_embedded(bus_url) else bus_url     # a process of its own
    second = open_host(later, Painter, Looker, Mender)
    until(lambda: seen_by_watcher(second) == [("north", 1), ("north", 2)])
    scratch(second, "north")
    until(lambda: seen_by_watcher(second) == [("north", 1), ("north", 2), ("north", 3)])
    assert letters(second, "watcher") == []


def test_who_hears_whom_and_what_is_read_off_the_handlers():
    assert subscriptions([Painter, Looker, Chooser]) == (
        Subscription("looker", "painter"), Subscription("watcher", "painter", ("painter.wall_painted.*",)))
    with pytest.raises(StartRefused, match=r"没有启动.*Not started: watcher hears painter both"):
        subscriptions([Undecided])


def test_bound_to_everything_until_the_last_kind_is_bound():
    done = Mock()
    for entity in for_publisher("a", (), [Subscription("b", "a", ("a.one.*", "a.two.*"))], 30):
        entity(done).declare()
    told = [(name, told["routing_key"]) for name, _, told in done.mock_calls if name.endswith("bind")]
    assert told == [("queue_bind", "a.one.*"), ("queue_bind", "a.two.*"), ("queue_unbind", "#")]


def test_another_kind_makes_a_newcomer_of_who_was_there():
    chosen = [(), ("#",), ("a.one.*",), ("a.one.*", "a.two.*")]
    told = [for_publisher("a", (), [Subscription("b", "a", keys)] if keys else [], 30) for keys in chosen]
    assert len({marker_queue("a", entities).name for entities in told}) == len(chosen)
    assert [hearing("a", entities) for entities in told] == [
        [], ["a.events--b"], ["a.events--b a.one.*"], ["a.events--b a.one.*", "a.events--b a.two.*"]]
