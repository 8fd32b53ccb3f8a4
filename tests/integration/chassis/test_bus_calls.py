"""Calls: bounded, carried out once, answered with a code whatever comes."""

import json
import time
from dataclasses import replace
from uuid import uuid4

import pytest

from rongcuo.chassis.call_context import NOBODY, CallContext
from rongcuo.chassis.messaging import bus_connection
from rongcuo.chassis.messaging.topology import RPC, reply_queue
from rongcuo.chassis.service import ExecutionProvider, carries_out, command
from rongcuo.chassis.signing import GATEWAY
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.bus import ask, code_of, publish
from tests.integration.chassis.painting import (
    BABBLE,
    CONDUCT,
    LOOK,
    PAINT,
    PAINT_AND_SHOW_ONCE,
    PAINT_IF_BARE,
    PAINTER,
    REFUSE,
    SCRATCH,
    SECRET,
    SEEN,
    STUMBLE,
    Paint,
    Sights,
    WallQuery,
    WallView,
    letters,
    until,
)
from tests.integration.front_door import calls_of


def test_a_call_gets_its_view(bus_url, open_host):
    host = open_host(bus_url)
    painted = WallView(wall="north", coats=1)
    assert ask(host, PAINT, Paint(command_id="c1", wall="north")) == painted
    assert ask(host, LOOK, WallQuery(wall="north")) == painted


def test_trap_7_a_repeated_command_gets_the_stored_answer(bus_url, open_host):
    host = open_host(bus_url)
    answers = [ask(host, PAINT, Paint(command_id="c1", wall="north")) for _ in range(3)]
    assert answers == [WallView(wall="north", coats=1)] * 3
    assert code_of(ask, host, PAINT, Paint(command_id="c1", wall="south")) == "command_reused"


def test_a_command_is_not_refused_for_what_it_did_itself(bus_url, open_host):
    host = open_host(bus_url)
    answers = [ask(host, PAINT_IF_BARE, Paint(command_id="c1", wall="north")) for _ in range(2)]
    assert answers == [WallView(wall="north", coats=1)] * 2
    assert code_of(ask, host, PAINT_IF_BARE, Paint(command_id="c2", wall="north")) == "forbidden"


def test_what_is_shown_once_is_not_answered_with_nothing_the_second_time(bus_url, open_host):
    """As a session's token: whoever dies between its commit and its answer is asked again."""
    host = open_host(bus_url)
    command = Paint(command_id="c1", wall="north")
    assert ask(host, PAINT_AND_SHOW_ONCE, command).coats == 1
    assert code_of(ask, host, PAINT_AND_SHOW_ONCE, command) == "answer_not_kept"
    assert ask(host, LOOK, WallQuery(wall="north")).coats == 1
    for _ in range(2):
        assert ask(host, SCRATCH, Paint(command_id="c2", wall="north")) is None


def test_the_same_key_of_another_officer_is_another_command(bus_url, open_host):
    host = open_host(bus_url)
    other = replace(PAINTER, officer_id="another")
    assert ask(host, PAINT, Paint(command_id="c1", wall="north")).coats == 1
    for _ in range(2):
        south = ask(host, PAINT, Paint(command_id="c1", wall="south"), actor=other)
        assert south == WallView(wall="south", coats=1)


def test_a_refusal_arrives_as_it_was_raised(bus_url, open_host):
    host = open_host(bus_url)
    with pytest.raises(CaseError) as refusal:
        ask(host, REFUSE, WallQuery(wall="north"))
    assert (refusal.value.code, refusal.value.message, refusal.value.details) == (
        "forbidden", "这面墙不归您管", {"wall": "north"})


def test_trap_8_an_exception_never_shows_its_text(bus_url, open_host, logged):
    host = open_host(bus_url)
    for operation in (STUMBLE, BABBLE):
        with pytest.raises(CaseError) as refusal:
            ask(host, operation, WallQuery(wall="north"))
        assert refusal.value.code == "unexpected"
        assert SECRET not in str(refusal.value.args)
        line = next(json.loads(line) for line in logged().splitlines() if refusal.value.message in line)
        assert (line["event"], line["service"]) == ("unexpected", "painter")
    assert SECRET not in logged()


def test_trap_8_a_body_of_3_mb_is_refused_before_it_is_sent(bus_url, open_host):
    host = open_host(bus_url)
    big = {"wall": "north", "note": "x" * 3_000_000}
    assert code_of(ask, host, LOOK, big) == "too_large"
    assert CONDUCT.ran == []


class Misnamed:
    name = "looker"
    context = ExecutionProvider(SEEN, Sights)

    @command(PAINT)
    def brush(self, order: Paint) -> WallView:
        raise NotImplementedError


class MisnamedToo:
    """The same where the method only hands on."""

    name = "looker"
    context = ExecutionProvider(SEEN, Sights)
    brush = carries_out(PAINT, lambda *_: WallView(wall="north", coats=1))


@pytest.mark.parametrize("service", [Misnamed, MisnamedToo])
def test_a_method_serves_under_its_operations_name(embedded_url, open_host, service):
    with pytest.raises(TypeError, match=r"looker\.brush serves painter\.paint: name it paint"):
        open_host(embedded_url, service)


@pytest.mark.parametrize(("operation", "question", "code"), [
    (replace(LOOK, method="nothing_of_the_kind"), {}, "not_found"),
    (replace(LOOK, method="_finish"), {}, "not_found"),
    (LOOK, {}, "invalid"),
    (LOOK, {"wall": "north", "colour": "red"}, "invalid"),
    (LOOK, {"wall": ["north"]}, "invalid"),
    (PAINT, {"wall": "north"}, "invalid"),
])
def test_a_wrong_question_gets_a_code(bus_url, open_host, operation, question, code):
    host = open_host(bus_url)
    assert code_of(ask, host, operation, question) == code


@pytest.mark.parametrize("nobody", [None, NOBODY])
def test_a_command_needs_somebody_who_gives_it(bus_url, open_host, nobody):
    host = open_host(bus_url)
    command = Paint(command_id="c1", wall="north")
    assert code_of(ask, host, PAINT, command, actor=nobody) == "sign_in_required"
    assert ask(host, LOOK, WallQuery(wall="north"), actor=nobody).coats == 0
    assert not any(ran == "c1" for ran in CONDUCT.ran)


BAD_CALLS = ["{" + SECRET, b"\xff\xfe", "[]", "7", '{"args": 1, "kwargs": {}}', '{"args": [], "kwargs": {}}',
             '{"args": [1], "kwargs": {}}', '{"args": [{}, {}], "kwargs": {}}',
             '{"args": [{}], "kwargs": {"wall": "north"}}', '{"args": [{}]}', "[" * 100_000,
             json.dumps({"args": [{"wall": SECRET * 100_000}], "kwargs": {}})]


BAD_CONTEXTS = [{"nameko.actor": "{" + SECRET}, {"nameko.actor": "[" * 20_000}, {"nameko.deadline": "nan"},
                {"nameko.deadline": "soon"}]


def test_trap_3_a_malformed_call_is_answered_with_a_code(bus_url, open_host, logged):
    host = open_host(bus_url)
    answers = []
    with bus_connection(bus_url) as connection:
        queue = reply_queue(f"rpc.reply-test-{uuid4().hex}", uuid4().hex)(connection.default_channel)
        queue.declare()
        back = {"reply_to": queue.routing_key, "correlation_id": "c"}
        with connection.Consumer([queue], callbacks=[lambda body, _: answers.append(body)], no_ack=True):
            for body in BAD_CALLS:
                publish(bus_url, RPC.name, "painter.look", body, by=GATEWAY, **back)
            for headers in BAD_CONTEXTS:
                publish(bus_url, RPC.name, "painter.look", '{"args": [{"wall": "north"}], "kwargs": {}}',
                        headers=headers, by=GATEWAY, **back)
            while len(answers) < len(BAD_CALLS) + len(BAD_CONTEXTS):
                connection.drain_events(timeout=60)
    codes = [answer["error"]["exc_args"][0] for answer in answers]
    assert sorted(codes) == ["malformed"] * (len(BAD_CALLS) + len(BAD_CONTEXTS) - 1) + ["too_large"]
    assert ask(host, LOOK, WallQuery(wall="north")).coats == 0
    assert SECRET not in logged()


def test_trap_3_a_malformed_call_nobody_waits_for_is_a_dead_letter(bus_url, open_host):
    host = open_host(bus_url)
    publish(bus_url, RPC.name, "painter.look", "{" + SECRET, by=GATEWAY)
    until(lambda: len(letters(host, "painter")) == 1)
    (letter,) = letters(host, "painter")
    assert (letter.consumer, letter.reason_code) == ("rpc-painter", "malformed")
    assert letter.body == ("{" + SECRET).encode()


def test_a_stock_nameko_client_is_told_that_it_must_sign(bus_url, open_host):
    from nameko.standalone.rpc import ServiceRpcProxy
    open_host(bus_url)
    with (ServiceRpcProxy("painter", {"AMQP_URI": bus_url, "rpc_exchange": RPC.name}) as painter,
          pytest.raises(CaseError, match="not_authentic")):
        painter.look({"wall": "north"})
    assert CONDUCT.ran == []


def test_who_acts_and_the_correlation_id_go_along(bus_url, open_host, logged):
    host = open_host(bus_url)
    calls = calls_of(host)
    context = CallContext(PAINTER, "corr-of-the-request", time.time() + 5)
    with pytest.raises(CaseError):
        calls.ask(context, STUMBLE, WallQuery(wall="north"))
    lines = [json.loads(line) for line in logged().splitlines()]
    assert any(line.get("correlation_id") == "corr-of-the-request" for line in lines)


def test_a_forged_role_is_malformed(bus_url, open_host):
    host = open_host(bus_url)
    forged = {"nameko.actor": json.dumps({**Actor("a", "b", "c", "d").to_dict(), "roles": ["emperor"]})}
    publish(bus_url, RPC.name, "painter.look", '{"args": [{"wall": "north"}], "kwargs": {}}', headers=forged,
            by=GATEWAY)
    until(lambda: [letter.reason_code for letter in letters(host, "painter")] == ["malformed"])
