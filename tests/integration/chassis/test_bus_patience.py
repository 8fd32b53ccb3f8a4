"""Calls to the slow, the dead and the absent: each costs its time limit and no more."""

import json
import time
from dataclasses import replace

import eventlet
import pytest

from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.messaging import bus_connection
from rongcuo.chassis.messaging.rpc_client import SILENT
from rongcuo.chassis.messaging.topology import RPC, rpc_queue
from rongcuo.chassis.signing import GATEWAY
from tests.integration.chassis.bus import ask, code_of, depth, publish
from tests.integration.chassis.painting import (
    CONDUCT,
    LOOK,
    PAINTER,
    PASS_ON,
    REFUSE,
    Looker,
    Painter,
    WallQuery,
    letters,
    until,
)
from tests.integration.front_door import calls_of


def dead_callee(url, kind="classic"):
    """The queue of a service that is not there any more."""
    with bus_connection(url) as connection:
        rpc_queue("painter", kind, 30)(connection.channel()).declare()


@pytest.mark.parametrize("kind", ["classic", "quorum"])
def test_trap_6_a_dead_callee_costs_its_time_limit_and_no_more(bus_url, open_host, kind):
    dead_callee(bus_url, kind)
    host = open_host(bus_url, Looker)
    questions = [WallQuery(wall=f"w{number}") for number in range(10)]
    calls = [eventlet.spawn(code_of, ask, host, LOOK, question, within=0.5) for question in questions]
    outcomes = [call.wait() for call in calls]
    assert set(outcomes) <= {"answer_late", "service_unavailable"}
    until(lambda: depth(bus_url, "rpc-painter") == 0)   # expired, with nobody there to take them
    back = open_host(bus_url, Painter, rpc_queue=kind)
    assert ask(back, LOOK, WallQuery(wall="real")).coats == 0
    assert CONDUCT.ran == ["look:real"], "no call runs after its caller has left"


def breaker_closed(host):
    return calls_of(host).breakers()["painter"] == "closed"


def may_try_again(host):
    """As if so much time had passed."""
    calls_of(host)._breakers["painter"].retry_at = 0.0


def test_trap_6_the_breaker_opens_refuses_at_once_and_closes_again(bus_url, open_host, monkeypatch):
    monkeypatch.setattr("rongcuo.chassis.messaging.rpc_client.OPEN_FOR", 600)
    dead_callee(bus_url)
    host = open_host(bus_url, Looker)
    for _ in range(5):
        assert code_of(ask, host, LOOK, WallQuery(wall="north"), within=0.1) in SILENT
    until(lambda: depth(bus_url, "rpc-painter") == 0)
    assert code_of(ask, host, LOOK, WallQuery(wall="north")) == "service_unavailable"
    assert depth(bus_url, "rpc-painter") == 0, "it was not even sent"
    open_host(bus_url, Painter)
    may_try_again(host)
    assert ask(host, LOOK, WallQuery(wall="north")).coats == 0
    assert breaker_closed(host)


def test_trap_6_a_call_of_no_time_is_no_trial_and_there_is_one_at_a_time(bus_url, open_host):
    dead_callee(bus_url)
    host, question = open_host(bus_url, Looker), WallQuery(wall="north")
    for _ in range(5):
        assert code_of(ask, host, LOOK, question, within=0.1) in SILENT
    may_try_again(host)
    assert code_of(ask, host, LOOK, question, within=-1) == "deadline_passed"
    assert not breaker_closed(host)
    calls = [eventlet.spawn(code_of, ask, host, LOOK, question, within=0.5) for _ in range(4)]
    assert [call.wait() for call in calls] == ["answer_late", *["service_unavailable"] * 3]


def breaker_of(host, service):
    """How many calls of this service to the painter were not answered, in a row."""
    return calls_of(host, service)._breakers["painter"].silences


@pytest.mark.parametrize(("wall", "code"), [("north", "forbidden"), ("full", "storage_unavailable")])
def test_refusals_do_not_open_the_breaker(bus_url, open_host, wall, code):
    """Nor do those of a full disk: what is there can be read on."""
    host = open_host(bus_url)
    for _ in range(8):
        assert code_of(ask, host, REFUSE, WallQuery(wall=wall)) == code
    assert breaker_closed(host)


def test_trap_6_one_slow_callee_does_not_take_all_places(bus_url, open_host, monkeypatch):
    monkeypatch.setattr("rongcuo.chassis.messaging.rpc_client.AT_ONCE", 3)
    host = open_host(bus_url)
    CONDUCT.slow["north"] = 0.5
    slow = [eventlet.spawn(ask, host, LOOK, WallQuery(wall="north")) for _ in range(3)]
    until(lambda: CONDUCT.ran.count("look:north") == 3)
    assert code_of(ask, host, LOOK, WallQuery(wall="south")) == "busy"
    assert [call.wait().coats for call in slow] == [0, 0, 0]


def test_a_service_that_was_never_there_is_unavailable_at_once(bus_url, open_host):
    host = open_host(bus_url)
    nowhere = replace(LOOK, service="plumber")
    assert code_of(ask, host, nowhere, WallQuery(wall="north")) == "service_unavailable"


def test_a_call_past_its_deadline_is_not_run(bus_url, open_host):
    host = open_host(bus_url)
    late = CallContext(PAINTER, "corr-1", time.time() - 1)
    body = json.dumps({"args": [{"command_id": "c1", "wall": "north"}], "kwargs": {}})
    publish(bus_url, RPC.name, "painter.paint", body, headers=late.headers(), by=GATEWAY)
    until(lambda: len(letters(host, "painter")) == 1)
    assert letters(host, "painter")[0].reason_code == "deadline_passed"
    assert CONDUCT.ran == []
    assert code_of(ask, host, LOOK, WallQuery(wall="north"), within=-1) == "deadline_passed"


def test_a_nested_call_has_only_the_time_its_caller_has_left(bus_url, open_host):
    host = open_host(bus_url, rpc_timeout=30.0)
    CONDUCT.slow["north"] = 8
    assert code_of(ask, host, PASS_ON, WallQuery(wall="north"), within=2.5) == "answer_late"
    until(lambda: breaker_of(host, "painter") == 1)   # the inner call gave up too, long before its 30 s
    assert ask(host, PASS_ON, WallQuery(wall="south")).coats == 0
