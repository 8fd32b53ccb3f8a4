"""Calls: bounded, carried out once, answered with a code whatever comes."""

import json
import time
from uuid import uuid4

import eventlet
import pytest

from rongcuo.chassis.bus import bus_connection
from rongcuo.chassis.bus.topology import RPC, reply_queue, rpc_queue
from rongcuo.chassis.calls import SILENT
from rongcuo.chassis.context import NOBODY, Context
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.bus import ask, depth, publish
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
    """The code of the refusal."""
    with pytest.raises(CaseError) as refusal:
        call(*args, **kwargs)
    return refusal.value.code


def test_a_call_gets_its_view(bus_url, open_house):
    house = open_house(bus_url)
    painted = WallView(wall="north", coats=1)
    assert ask(house, "paint", Paint(command_id="c1", wall="north"), WallView) == painted
    assert ask(house, "look", WallQuery(wall="north"), WallView) == painted


def test_trap_7_a_repeated_command_gets_the_stored_answer(bus_url, open_house):
    house = open_house(bus_url)
    answers = [ask(house, "paint", Paint(command_id="c1", wall="north"), WallView) for _ in range(3)]
    assert answers == [WallView(wall="north", coats=1)] * 3
    assert code_of(ask, house, "paint", Paint(command_id="c1", wall="south")) == "command_reused"


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
    assert code_of(ask, house, "look", big) == "too_large"
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
    assert code_of(ask, house, method, question) == code


@pytest.mark.parametrize("nobody", [None, NOBODY])
def test_a_command_needs_somebody_who_gives_it(bus_url, open_house, nobody):
    house = open_house(bus_url)
    command = Paint(command_id="c1", wall="north")
    assert code_of(ask, house, "paint", command, actor=nobody) == "sign_in_required"
    assert ask(house, "look", WallQuery(wall="north"), WallView, actor=nobody).coats == 0
    assert not any(ran == "c1" for ran in CONDUCT.ran)


BAD_CALLS = ["{" + SECRET, b"\xff\xfe", "[]", "7", '{"args": 1, "kwargs": {}}', '{"args": [], "kwargs": {}}',
             '{"args": [1], "kwargs": {}}', '{"args": [{}, {}], "kwargs": {}}',
             '{"args": [{}], "kwargs": {"wall": "north"}}', '{"args": [{}]}', "[" * 100_000,
             json.dumps({"args": [{"wall": SECRET * 100_000}], "kwargs": {}})]


BAD_CONTEXTS = [{"nameko.actor": "{" + SECRET}, {"nameko.actor": "[" * 20_000}, {"nameko.deadline": "nan"},
                {"nameko.deadline": "soon"}]


def test_trap_3_a_malformed_call_is_answered_with_a_code(bus_url, open_house, logged):
    house = open_house(bus_url)
    answers = []
    with bus_connection(bus_url) as connection:
        queue = reply_queue(f"rpc.reply-test-{uuid4().hex}", uuid4().hex)(connection.default_channel)
        queue.declare()
        back = {"reply_to": queue.routing_key, "correlation_id": "c"}
        with connection.Consumer([queue], callbacks=[lambda body, _: answers.append(body)], no_ack=True):
            for body in BAD_CALLS:
                publish(bus_url, RPC.name, "painter.look", body, **back)
            for headers in BAD_CONTEXTS:
                publish(bus_url, RPC.name, "painter.look", '{"args": [{"wall": "north"}], "kwargs": {}}',
                        headers=headers, **back)
            while len(answers) < len(BAD_CALLS) + len(BAD_CONTEXTS):
                connection.drain_events(timeout=8)
    codes = [answer["error"]["exc_args"][0] for answer in answers]
    assert sorted(codes) == ["malformed"] * (len(BAD_CALLS) + len(BAD_CONTEXTS) - 1) + ["too_large"]
    assert ask(house, "look", WallQuery(wall="north"), WallView).coats == 0
    assert SECRET not in logged()


def test_trap_3_a_malformed_call_nobody_waits_for_is_a_dead_letter(bus_url, open_house):
    house = open_house(bus_url)
    publish(bus_url, RPC.name, "painter.look", "{" + SECRET)
    until(lambda: len(letters(house, "painter")) == 1)
    (letter,) = letters(house, "painter")
    assert (letter.consumer, letter.reason_code) == ("rpc-painter", "malformed")
    assert letter.body == ("{" + SECRET).encode()


def test_a_stock_nameko_client_can_ask(bus_url, open_house):
    from nameko.standalone.rpc import ServiceRpcProxy
    open_house(bus_url)
    with ServiceRpcProxy("painter", {"AMQP_URI": bus_url}) as painter:
        assert painter.look({"wall": "north"}) == {"wall": "north", "coats": 0}


def dead_callee(url, kind="classic"):
    """The queue of a service that is not there any more."""
    with bus_connection(url) as connection:
        rpc_queue("painter", kind, 30)(connection.channel()).declare()


@pytest.mark.parametrize("kind", ["classic", "quorum"])
def test_trap_6_a_dead_callee_costs_its_time_limit_and_no_more(bus_url, open_house, kind):
    dead_callee(bus_url, kind)
    house = open_house(bus_url, Looker)
    questions = [WallQuery(wall=f"w{number}") for number in range(10)]
    calls = [eventlet.spawn(code_of, ask, house, "look", question, within=0.5) for question in questions]
    outcomes = [call.wait() for call in calls]
    assert set(outcomes) <= {"answer_late", "service_unavailable"}
    until(lambda: depth(bus_url, "rpc-painter") == 0)   # expired, with nobody there to take them
    back = open_house(bus_url, Painter, rpc_queue=kind)
    assert ask(back, "look", WallQuery(wall="real"), WallView, by="painter").coats == 0
    assert CONDUCT.ran == ["look:real"], "no call runs after its caller has left"


def breaker_closed(house):
    return provider_of(house, "looker").calls.breakers()["painter"] == "closed"


def test_trap_6_the_breaker_opens_refuses_at_once_and_closes_again(bus_url, open_house, monkeypatch):
    monkeypatch.setattr("rongcuo.chassis.calls.OPEN_FOR", 0.5)
    dead_callee(bus_url)
    house = open_house(bus_url, Looker)
    for _ in range(5):
        assert code_of(ask, house, "look", WallQuery(wall="north"), within=0.1) in SILENT
    until(lambda: depth(bus_url, "rpc-painter") == 0)
    assert code_of(ask, house, "look", WallQuery(wall="north")) == "service_unavailable"
    assert depth(bus_url, "rpc-painter") == 0, "it was not even sent"
    open_house(bus_url, Painter)
    eventlet.sleep(0.5)
    assert ask(house, "look", WallQuery(wall="north"), WallView).coats == 0
    assert breaker_closed(house)


def test_trap_6_a_call_of_no_time_is_no_trial_and_there_is_one_at_a_time(bus_url, open_house, monkeypatch):
    monkeypatch.setattr("rongcuo.chassis.calls.OPEN_FOR", 0.2)
    dead_callee(bus_url)
    house, question = open_house(bus_url, Looker), WallQuery(wall="north")
    for _ in range(5):
        assert code_of(ask, house, "look", question, within=0.1) in SILENT
    eventlet.sleep(0.3)
    assert code_of(ask, house, "look", question, within=-1) == "deadline_passed"
    assert not breaker_closed(house)
    calls = [eventlet.spawn(code_of, ask, house, "look", question, within=0.5) for _ in range(4)]
    assert [call.wait() for call in calls] == ["answer_late", *["service_unavailable"] * 3]


def breaker_of(house, service):
    """How many calls of this service to the painter were not answered, in a row."""
    return provider_of(house, service).calls._breakers["painter"].fail_counter


def test_refusals_do_not_open_the_breaker(bus_url, open_house):
    house = open_house(bus_url)
    for _ in range(8):
        assert code_of(ask, house, "refuse", WallQuery(wall="north")) == "forbidden"
    assert breaker_closed(house)


def test_trap_6_one_slow_callee_does_not_take_all_places(bus_url, open_house, monkeypatch):
    monkeypatch.setattr("rongcuo.chassis.calls.AT_ONCE", 3)
    house = open_house(bus_url)
    CONDUCT.slow["north"] = 0.5
    slow = [eventlet.spawn(ask, house, "look", WallQuery(wall="north"), WallView) for _ in range(3)]
    until(lambda: CONDUCT.ran.count("look:north") == 3)
    assert code_of(ask, house, "look", WallQuery(wall="south")) == "busy"
    assert [call.wait().coats for call in slow] == [0, 0, 0]


def test_a_service_that_was_never_there_is_unavailable_at_once(bus_url, open_house):
    house = open_house(bus_url)
    assert code_of(ask, house, "look", WallQuery(wall="north"), to="plumber") == "service_unavailable"


def test_a_call_past_its_deadline_is_not_run(bus_url, open_house):
    house = open_house(bus_url)
    late = Context(PAINTER, "corr-1", time.time() - 1)
    body = json.dumps({"args": [{"command_id": "c1", "wall": "north"}], "kwargs": {}})
    publish(bus_url, RPC.name, "painter.paint", body, headers=late.headers())
    until(lambda: len(letters(house, "painter")) == 1)
    assert letters(house, "painter")[0].reason_code == "deadline_passed"
    assert CONDUCT.ran == []
    assert code_of(ask, house, "look", WallQuery(wall="north"), within=-1) == "deadline_passed"


def test_a_nested_call_has_only_the_time_its_caller_has_left(bus_url, open_house):
    house = open_house(bus_url, rpc_timeout=30.0)
    CONDUCT.slow["north"] = 3
    assert code_of(ask, house, "pass_on", WallQuery(wall="north"), WallView, within=0.5) == "answer_late"
    until(lambda: breaker_of(house, "painter") == 1)   # the inner call gave up too, long before its 30 s
    assert ask(house, "pass_on", WallQuery(wall="south"), WallView).coats == 0


def test_who_acts_and_the_correlation_id_go_along(bus_url, open_house, logged):
    house = open_house(bus_url)
    calls = provider_of(house, "looker").calls
    context = Context(PAINTER, "corr-of-the-request", time.time() + 5)
    with pytest.raises(CaseError):
        calls.ask(context, "painter", "stumble", WallQuery(wall="north"), WallView)
    lines = [json.loads(line) for line in logged().splitlines()]
    assert any(line.get("correlation_id") == "corr-of-the-request" for line in lines)


def test_a_forged_role_is_malformed(bus_url, open_house):
    house = open_house(bus_url)
    forged = {"nameko.actor": json.dumps({**Actor("a", "b", "c", "d").to_dict(), "roles": ["emperor"]})}
    publish(bus_url, RPC.name, "painter.look", '{"args": [{"wall": "north"}], "kwargs": {}}', headers=forged)
    until(lambda: [letter.reason_code for letter in letters(house, "painter")] == ["malformed"])
