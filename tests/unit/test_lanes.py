"""So many at once; strangers wait behind everybody else, and never fill the others' lane."""

from contextlib import ExitStack

import eventlet
import pytest

from rongcuo.chassis.hosting.lanes import Lanes
from rongcuo.contracts.errors import CaseError

LONG = 1_000.0


def known():
    return True


def stranger():
    return False


def never_asked():
    raise AssertionError("nobody waits: it does not matter who it is")


class People:
    """Who had a turn, in their order."""

    def __init__(self, lanes):
        self.lanes, self.came = lanes, []

    def line_up(self, who, name):
        eventlet.spawn(self._come, who, name)
        eventlet.sleep(0)

    def _come(self, who, name):
        try:
            with self.lanes.turn(who):
                self.came.append(name)
        except CaseError as refused:
            self.came.append(f"{name}: {refused.code} {refused.details['seconds']}")

    def settle(self):
        for _ in range(20):
            eventlet.sleep(0)
        return self.came


def people(at_once=1, most=3, patience=LONG):
    return People(Lanes(at_once, most, patience, later=5))


def test_nobody_is_asked_who_they_are_while_there_is_room():
    lanes = people(2).lanes
    with lanes.turn(never_asked), lanes.turn(never_asked):
        pass
    with lanes.turn(never_asked):
        pass


def test_strangers_wait_behind_whoever_is_known_each_in_the_order_of_coming():
    at = people()
    with at.lanes.turn(never_asked):
        for who, name in ((stranger, "s1"), (stranger, "s2"), (known, "k1"), (stranger, "s3"), (known, "k2")):
            at.line_up(who, name)
        assert at.came == []
    assert at.settle() == ["k1", "k2", "s1", "s2", "s3"]


def test_a_crowd_of_strangers_fills_its_own_lane_alone():
    at = people(most=2)
    with at.lanes.turn(never_asked):
        for number in range(5):
            at.line_up(stranger, f"s{number}")
        at.line_up(known, "k1")
        refused = [f"s{number}: busy_signing_in 5" for number in (2, 3, 4)]
        assert at.came == refused
    assert at.settle() == [*refused, "k1", "s0", "s1"]


def test_whose_patience_ends_is_told_and_takes_nobodys_turn():
    at = people(patience=0.01)
    with at.lanes.turn(never_asked):
        at.line_up(known, "k1")
        while not at.came:
            eventlet.sleep(0.01)
    assert at.came == ["k1: busy_signing_in 5"]
    with at.lanes.turn(never_asked):
        pass


def test_who_gives_up_waiting_leaves_the_turn_to_the_next():
    at = people()
    with ExitStack() as held:
        held.enter_context(at.lanes.turn(never_asked))
        gone = eventlet.spawn(at._come, known, "gone")
        eventlet.sleep(0)
        gone.kill()
        at.line_up(stranger, "s1")
    assert at.settle() == ["s1"]


def test_a_place_that_came_free_while_it_was_asked_is_taken():
    at = people()
    held = ExitStack()
    held.enter_context(at.lanes.turn(never_asked))

    def asked():
        held.close()
        return False

    with at.lanes.turn(asked):
        at.line_up(stranger, "s1")
        assert at.came == []
    assert at.settle() == ["s1"]


def test_a_turn_that_fails_ends_too():
    at = people()
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), at.lanes.turn(never_asked):
            raise ZeroDivisionError


def test_who_is_sent_away_is_told_what_the_lanes_are_for():
    lanes = Lanes(1, 0, LONG, later=2, refusal="vault.busy")
    with lanes.turn(known), pytest.raises(CaseError, match=r"vault\.busy"), lanes.turn(known):
        raise AssertionError("nobody waits here")
