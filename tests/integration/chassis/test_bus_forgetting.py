"""A broker that lost its disk, or woke up without its youngest queues: what it confirmed is sent again."""

import shutil

from tests.integration.chassis.bus import ask, depth
from tests.integration.chassis.painting import Looker, Painter, sights, until, waiting

QUEUE = "painter.events--looker"


def paint_alone(house, wall, coat):
    ask(house, "paint", {"command_id": f"{wall}-{coat}", "wall": wall}, by="painter")


def test_what_a_broker_lost_with_its_disk_is_heard_all_the_same(rabbit_url, rabbit_node, open_house):
    house = open_house(rabbit_url, Painter, known=[Looker])
    for coat in (1, 2, 3):
        paint_alone(house, "north", coat)
    until(lambda: waiting(house) == 0 and depth(rabbit_url, QUEUE) == 3, 20)
    rabbit_node.kill()
    shutil.rmtree(rabbit_node.folder / "data")
    rabbit_node.start()
    until(lambda: depth_where_known(rabbit_url) == 3, 30)
    lookers = open_house(rabbit_url, Looker)
    until(lambda: sights(lookers) == [("north", 1), ("north", 2), ("north", 3)], 20)


def depth_where_known(url):
    """How many wait in the queue; none where there is no queue yet."""
    try:
        return depth(url, QUEUE)
    except Exception:  # noqa: BLE001  (the broker is still starting, or does not know the queue)
        return 0


def test_a_broker_that_kept_everything_is_told_nothing_twice(rabbit_url, rabbit_node, open_house):
    house = open_house(rabbit_url, Painter, known=[Looker])
    paint_alone(house, "north", 1)
    until(lambda: waiting(house) == 0, 20)
    rabbit_node.stop()
    rabbit_node.start()
    until(lambda: house.reports()["painter"]["bus"], 30)
    paint_again(house)
    until(lambda: waiting(house) == 0, 20)
    assert depth(rabbit_url, QUEUE) == 2


def paint_again(house):
    """The first call after a break may find the line broken; the command id makes it one coat."""
    def painted():
        try:
            paint_alone(house, "north", 2)
        except Exception:  # noqa: BLE001  (asked again)
            return False
        return True
    until(painted, 30)
