"""Calls: bounded, carried out once, answered with a code whatever comes."""

import json
import time
from uuid import uuid4

import eventlet
import pytest
from kombu.entity import Queue

from rongcuo.chassis.bus import bus_connection
from rongcuo.chassis.bus.topology import RPC, reply_queue
from rongcuo.chassis.context import NOBODY, Context
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.bus import ask, publish
from tests.integration.chassis.painting import (
    CONDUCT,
    PAINTER,
    SECRET,
    Looker,
    Paint,
    Painter,
    WallQuery,
    WallView,
    letters,
    provider_of,
    until,
)


def code_of(call, *args, **kwargs):
    """The code of the refusal, and how many seconds it took."""
    begun = time.monotonic()
    with pytest.raises(CaseError) as refusal:
        call(*args, **kwargs)
    return refusal.value.code, time.monotonic() - begun


def test_a_call_gets_its_view(bus_url, open_house):
    house = open_house(bus_url)
    assert ask(house, "paint", Paint(command_id="c1", wall="north"), WallView) == WallView(wall="north", coats=1)
    assert ask(house, "look", WallQuery(wall="north"), WallView) == WallView(wall="north", coats=1)


def test_trap_7_a_repeated_command_gets_the_stored_answer(bus_url, open_house):
    house = open_house(bus_url)
    answers = [ask(house, "paint", Paint(command_id="c1", wall="north"), WallView) for _ in range(3)]
    assert answers == [WallView(wall="north", coats=1)] * 3
    assert code_of(ask, house, "paint", Paint(command_id="c1", wall="south"))[0] == "command_reused"


def test_a_refusal_arrives_as_it_was_raised(bus_url, open_house):
    house = open_house(bus_url)
    with pytest.raises(CaseError) as refusal:
        ask(house, "refuse", WallQuery(wall="north"))
    assert (refusal.value.code, refusal.value.message, refusal.value.details) == (
        "forbidden", "这面墙不归您管", {"wall": "north"})


def test_trap_8_an_exception_never_shows_its_text(bus_url, open_house, logged):
    house = open_house(bus_url)
    for method in ("stumble", "babble"):
        with pytest.raises(CaseError) as refusal:
            ask(house, method, WallQuery(wall="north"))
        assert refusal.value.code == "unexpected"
        assert SECRET not in str(refusal.value.args)
        line = next(json.loads(line) for line in logged().splitlines() if refusal.value.message in line)
        assert (line["event"], line["service"]) == ("unexpected", "painter")
    assert SECRET not in logged()


def test_trap_8_a_body_of_3_mb_is_refused_before_it_is_sent(bus_url, open_house):
    house = open_house(bus_url)
    big = {"wall": "north", "note": "x" * 3_000_000}
    assert code_of(ask, house, "look", big)[0] == "too_large"
    assert CONDUCT.ran == []


@pytest.mark.parametrize(("method", "question", "code"), [
    ("nothing_of_the_kind", {}, "not_found"),
    ("_finish", {}, "not_found"),
    ("look", {}, "invalid"),
    ("look", {"wall": "north", "colour": "red"}, "invalid"),
    ("look", {"wall": ["north"]}, "invalid"),
    ("paint", {"wall": "north"}, "invalid"),
])
def test_a_wrong_question_gets_a_code(bus_url, open_house, method, question, code):
    house = open_house(bus_url)
    assert code_of(ask, house, method, question)[0] == code


@pytest.mark.parametrize("nobody", [None, NOBODY])
def test_a_command_needs_somebody_who_gives_it(bus_url, open_house, nobody):
    house = open_house(bus_url)
    command = Paint(command_id="c1", wall="north")
    assert code_of(ask, house, "paint", command, actor=nobody)[0] == "sign_in_required"
    assert ask(house, "look", WallQuery(wall="north"), WallView, actor=nobody).coats == 0
    assert not any(ran == "c1" for ran in CONDUCT.ran)


BAD_CALLS = ["{" + SECRET, b"\xff\xfe", "[]", "7", '{"args": 1, "kwargs": {}}', '{"args": [], "kwargs": {}}',
             '{"args": [1], "kwargs": {}}', '{"args": [{}, {}], "kwargs": {}}',
             '{"args": [{}], "kwargs": {"wall": "north"}}', '{"args": [{}]}', "[" * 100_000,
             json.dumps({"args": [{"wall": SECRET * 100_000}], "kwargs": {}})]


def test_trap_3_a_malformed_call_is_answered_with_a_code(bus_url, open_house, logged):
    house = open_house(bus_url)
    answers = []
    with bus_connection(bus_url) as connection:
        queue = reply_queue(f"rpc.reply-test-{uuid4().hex}", uuid4().hex)(connection.default_channel)
        queue.declare()
        with connection.Consumer([queue], callbacks=[lambda body, message: answers.append(body)], no_ack=True):
            for body in BAD_CALLS:
                publish(bus_url, RPC.name, "painter.look", body, reply_to=queue.routing_key, correlation_id="c")
            publish(bus_url, RPC.name, "painter.look", '{"args": [{"wall": "north"}], "kwargs": {}}',
                    headers={"nameko.actor": "{" + SECRET}, reply_to=queue.routing_key, correlation_id="c")
            while len(answers) < len(BAD_CALLS) + 1:
                connection.drain_events(timeout=8)
    codes = [answer["error"]["exc_args"][0] for answer in answers]
    assert sorted(codes) == ["malformed"] * len(BAD_CALLS) + ["too_large"]
    assert ask(house, "look", WallQuery(wall="north"), WallView).coats == 0
    assert SECRET not in logged()


def test_trap_3_a_malformed_call_nobody_waits_for_is_a_dead_letter(bus_url, open_house):
    house = open_house(bus_url)
    publish(bus_url, RPC.name, "painter.look", "{" + SECRET)
    until(lambda: len(letters(house, "painter")) == 1)
    (letter,) = letters(house, "painter")
    assert (letter.consumer, letter.reason_code, letter.body) == ("rpc-painter", "malformed", ("{" + SECRET).encode())


def test_a_stock_nameko_client_can_ask(bus_url, open_house):
    from nameko.standalone.rpc import ServiceRpcProxy
    open_house(bus_url)
    if bus_url.startswith("embedded"):
        bus_url = bus_url + "?"
    with ServiceRpcProxy("painter", {"AMQP_URI": bus_url.rstrip("?")}) as painter:
        assert painter.look({"wall": "north"}) == {"wall": "north", "coats": 0}


def dead_callee(url):
    """The queue of a service that is not there any more."""
    with bus_connection(url) as connection:
        Queue("rpc-painter", RPC, "painter.*",
              queue_arguments={"x-queue-type": "quorum", "x-delivery-limit": 30})(connection.channel()).declare()


def test_trap_6_a_dead_callee_costs_its_time_limit_and_no_more(bus_url, open_house):
    dead_callee(bus_url)
    house = open_house(bus_url, Looker)
    calls = [eventlet.spawn(code_of, ask, house, "look", WallQuery(wall=f"w{number}"), WallView, within=0.5)
             for number in range(10)]
    outcomes = [call.wait() for call in calls]
    assert {code for code, _ in outcomes} == {"answer_late"}
    back = open_house(bus_url, Painter)
    assert ask(back, "look", WallQuery(wall="real"), WallView, by="painter").coats == 0
    assert CONDUCT.ran == ["look:real"], "no call runs after its caller has left"


def breaker_closed(house):
    return provider_of(house, "looker").calls.breakers()["painter"] == "closed"


def test_trap_6_the_breaker_opens_refuses_at_once_and_closes_again(bus_url, open_house, monkeypatch):
    monkeypatch.setattr("rongcuo.chassis.calls.OPEN_FOR", 0.5)
    dead_callee(bus_url)
    house = open_house(bus_url, Looker)
    for _ in range(5):
        assert code_of(ask, house, "look", WallQuery(wall="north"), within=0.1)[0] == "answer_late"
    code, seconds = code_of(ask, house, "look", WallQuery(wall="north"))
    assert code == "service_unavailable"
    assert seconds < 0.1
    open_house(bus_url, Painter)
    eventlet.sleep(0.5)
    assert ask(house, "look", WallQuery(wall="north"), WallView).coats == 0
    assert breaker_closed(house)


def test_refusals_do_not_open_the_breaker(bus_url, open_house):
    house = open_house(bus_url)
    for _ in range(8):
        assert code_of(ask, house, "refuse", WallQuery(wall="north"))[0] == "forbidden"
    assert breaker_closed(house)


def test_trap_6_one_slow_callee_does_not_take_all_places(bus_url, open_house, monkeypatch):
    monkeypatch.setattr("rongcuo.chassis.calls.AT_ONCE", 3)
    house = open_house(bus_url)
    CONDUCT.slow["north"] = 0.5
    slow = [eventlet.spawn(ask, house, "look", WallQuery(wall="north"), WallView) for _ in range(3)]
    eventlet.sleep(0.1)
    code, seconds = code_of(ask, house, "look", WallQuery(wall="south"))
    assert code == "busy"
    assert seconds < 0.3
    assert [call.wait().coats for call in slow] == [0, 0, 0]


def test_a_service_that_was_never_there_is_unavailable_at_once(bus_url, open_house):
    house = open_house(bus_url)
    code, seconds = code_of(ask, house, "look", WallQuery(wall="north"), to="plumber")
    assert code == "service_unavailable"
    assert seconds < 1


def test_a_call_past_its_deadline_is_not_run(bus_url, open_house):
    house = open_house(bus_url)
    late = Context(PAINTER, "corr-1", time.time() - 1)
    body = json.dumps({"args": [{"command_id": "c1", "wall": "north"}], "kwargs": {}})
    publish(bus_url, RPC.name, "painter.paint", body, headers=late.headers())
    until(lambda: len(letters(house, "painter")) == 1)
    assert letters(house, "painter")[0].reason_code == "deadline_passed"
    assert CONDUCT.ran == []
    assert code_of(ask, house, "look", WallQuery(wall="north"), within=-1)[0] == "deadline_passed"


def test_a_nested_call_has_only_the_time_its_caller_has_left(bus_url, open_house):
    house = open_house(bus_url, rpc_timeout=30.0)
    CONDUCT.slow["north"] = 3
    code, seconds = code_of(ask, house, "pass_on", WallQuery(wall="north"), WallView, within=0.5)
    assert code == "answer_late"
    assert seconds < 1
    assert ask(house, "pass_on", WallQuery(wall="south"), WallView).coats == 0


def test_who_acts_and_the_correlation_id_go_along(bus_url, open_house, logged):
    house = open_house(bus_url)
    calls = provider_of(house, "looker").calls
    context = Context(PAINTER, "corr-of-the-request", time.time() + 5)
    with pytest.raises(CaseError):
        calls.ask(context, "painter", "stumble", WallQuery(wall="north"), WallView)
    assert any(json.loads(line).get("correlation_id") == "corr-of-the-request" for line in logged().splitlines())


def test_a_forged_role_is_malformed(bus_url, open_house):
    house = open_house(bus_url)
    forged = {"nameko.actor": json.dumps({**Actor("a", "b", "c", "d").to_dict(), "roles": ["emperor"]})}
    publish(bus_url, RPC.name, "painter.look", '{"args": [{"wall": "north"}], "kwargs": {}}', headers=forged)
    until(lambda: [letter.reason_code for letter in letters(house, "painter")] == ["malformed"])
