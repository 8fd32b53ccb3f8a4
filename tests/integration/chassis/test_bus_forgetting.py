"""A broker that lost its disk, or woke up without its youngest queues: what it confirmed is sent again.

And somebody who joins later hears the past.
"""

import shutil
from uuid import uuid4

from rongcuo.chassis.messaging import is_embedded
from rongcuo.chassis.service import ExecutionProvider, on_event
from tests.integration.chassis.bus import ask, depth
from tests.integration.chassis.painting import (
    PAINT,
    SEEN,
    Looker,
    Painter,
    Sights,
    WallPainted,
    provider_of,
    sights,
    until,
    waiting,
)

QUEUE = "painter.events--looker"


def paint_alone(host, wall, coat):
    ask(host, PAINT, {"command_id": f"{wall}-{coat}", "wall": wall})


def test_what_a_broker_lost_with_its_disk_is_heard_all_the_same(rabbit_url, rabbit_node, open_host):
    host = open_host(rabbit_url, Painter, known=[Looker])
    for coat in (1, 2, 3):
        paint_alone(host, "north", coat)
    until(lambda: waiting(host) == 0 and depth(rabbit_url, QUEUE) == 3)
    rabbit_node.kill()
    shutil.rmtree(rabbit_node.folder / "data")
    rabbit_node.start()
    until(lambda: depth_where_known(rabbit_url) == 3)
    lookers = open_host(rabbit_url, Looker)
    until(lambda: sights(lookers) == [("north", 1), ("north", 2), ("north", 3)])


def depth_where_known(url):
    """How many wait in the queue; none where there is no queue yet."""
    try:
        return depth(url, QUEUE)
    except Exception:  # noqa: BLE001  (the broker is still starting, or does not know the queue)
        return 0


def test_a_broker_that_kept_everything_is_told_nothing_twice(rabbit_url, rabbit_node, open_host):
    host = open_host(rabbit_url, Painter, known=[Looker])
    paint_alone(host, "north", 1)
    until(lambda: waiting(host) == 0)
    rabbit_node.stop()
    rabbit_node.start()
    until(lambda: host.reports()["painter"]["bus"])
    paint_again(host)
    until(lambda: waiting(host) == 0)
    assert depth(rabbit_url, QUEUE) == 2


def paint_again(host):
    """The first call after a break may find the line broken; the command id makes it one coat."""
    def painted():
        try:
            paint_alone(host, "north", 2)
        except Exception:  # noqa: BLE001  (asked again)
            return False
        return True
    until(painted)


class Watcher:
    name = "watcher"
    context = ExecutionProvider(SEEN, Sights)

    @on_event(WallPainted)
    def see(self, event: WallPainted) -> None:
        with self.context.unit() as unit:
            unit.store.add(event.wall, event.coat)
            unit.commit()


def seen_by_watcher(host):
    with provider_of(host, "watcher").runtime.database.reading() as session:
        return Sights(session).all()


def test_a_consumer_that_joins_later_hears_the_past(bus_url, open_host):
    told = [("north", 1), ("north", 2), ("north", 3)]
    first = open_host(bus_url)
    for coat in (1, 2, 3):
        paint_alone(first, "north", coat)
    until(lambda: sights(first) == told and waiting(first) == 0)
    first.stop()
    later = f"embedded://{uuid4().hex}" if is_embedded(bus_url) else bus_url     # a process of its own
    second = open_host(later, Painter, Looker, Watcher)
    until(lambda: seen_by_watcher(second) == told)
    paint_alone(second, "north", 4)
    until(lambda: seen_by_watcher(second) == sights(second) == [*told, ("north", 4)])
    until(lambda: waiting(second) == 0)
