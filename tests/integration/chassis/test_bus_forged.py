"""Well-formed messages that their sender did not sign: without effect, and told to the operators."""

import json
import time
from datetime import UTC, datetime
from uuid import uuid4

import eventlet

from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.messaging import bus_connection
from rongcuo.chassis.messaging.cloudevents import HEADER
from rongcuo.chassis.messaging.refusals import KEPT_PER_HOUR
from rongcuo.chassis.messaging.topology import RPC, reply_queue
from rongcuo.chassis.signing import GATEWAY
from rongcuo.chassis.signing.calls import Address, proof_of_call, sealed_answer, sealed_call
from rongcuo.chassis.signing.statements import KEY, SIGNATURE
from rongcuo.contracts.actor import SYSTEM
from tests.integration.chassis.bus import KEYS, ask, code_of, paint, publish, seals_of, signed
from tests.integration.chassis.painting import (
    CONDUCT,
    LOOK,
    PAINTER,
    PASS_ON,
    SECRET,
    WallQuery,
    WallView,
    letters,
    provider_of,
    sights,
    until,
    waiting,
)
from tests.integration.front_door import calls_of

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
EVENTS, TYPE = "painter.events", "painter.wall_painted.v1"
DATA = json.dumps({"wall": "north", "coat": 1}).encode()


def told(**changes):
    """The headers of an event that the painter might have sent."""
    values = {"specversion": "1.0", "id": uuid4().hex, "type": TYPE, "source": "painter", "subject": "north",
              "time": "2026-02-13T09:00:00+08:00", "sequence": "1", "correlationid": "corr-1", **changes}
    return {HEADER + name: value for name, value in values.items()}


def refused(host, service):
    return host.reports()[service]["not_authentic"]


def command(wall="north", command_id="c1", **more):
    return json.dumps({"args": [{"command_id": command_id, "wall": wall, **more}], "kwargs": {}}).encode()


def as_officer(actor=PAINTER):
    return CallContext(actor, "corr-1", time.time() + 5).headers()


def forged_events():
    genuine = signed("painter", EVENTS, TYPE, DATA, told(), {})
    other = signed("painter", EVENTS, TYPE, b"{}", told(), {})
    yield "unsigned", told(), DATA
    yield "another's key", signed("looker", EVENTS, TYPE, DATA, told(), {}), DATA
    yield "another's key under a false name", {**signed("looker", EVENTS, TYPE, DATA, told(), {}),
                                               KEY: genuine[KEY]}, DATA
    yield "the signature of another", {**told(), KEY: other[KEY], SIGNATURE: other[SIGNATURE]}, DATA
    yield "another body", genuine, DATA.replace(b"north", b"south")
    for name in ("id", "type", "subject", "time", "sequence", "correlationid"):
        yield f"another {name}", {**genuine, HEADER + name: "7"}, DATA


def test_a_forged_event_has_no_effect_and_is_told(bus_url, open_host, logged):
    host = open_host(bus_url)
    sent = list(forged_events())
    for _, headers, body in sent:
        publish(bus_url, EVENTS, TYPE, body, headers=headers)
    until(lambda: refused(host, "looker") == len(sent))
    until(lambda: letters(host))
    assert CONDUCT.tried == [], "no handler saw any of it"
    assert {letter.reason_code for letter in letters(host)} == {"not_authentic"}
    assert {(letter.event_id, letter.subject, letter.sequence) for letter in letters(host)} == {("", "", 0)}
    assert "not_authentic" in logged()
    paint(host, "north")
    until(lambda: sights(host) == [("north", 1)])


def forged_calls():
    other = signed(GATEWAY, RPC.name, "painter.paint", command("south"), as_officer(), {})
    yield "unsigned", as_officer(), command()
    yield "a service in an officer's name", signed("looker", RPC.name, "painter.paint", command(),
                                                   as_officer(), {}), command()
    yield "a service as the platform itself", signed("looker", RPC.name, "painter.paint", command(),
                                                     as_officer(SYSTEM), {}), command()
    borrowed = {KEY: other[KEY], SIGNATURE: other[SIGNATURE]}
    yield "the signature of another", {**as_officer(), **borrowed}, command()
    stranger = json.dumps({**PAINTER.to_dict(), "officer_id": "x"})
    yield "another actor", {**other, "nameko.actor": stranger}, command("south")
    yield "another body", other, command()
    yield "another deadline", {**other, "nameko.deadline": f"{time.time() + 99:.3f}"}, command("south")


def test_a_forged_call_has_no_effect_and_is_told(bus_url, open_host, logged):
    host = open_host(bus_url)
    sent = list(forged_calls())
    for _, headers, body in sent:
        publish(bus_url, RPC.name, "painter.paint", body, headers=headers)
    until(lambda: refused(host, "painter") == len(sent))
    until(lambda: letters(host, "painter"))
    assert {letter.reason_code for letter in letters(host, "painter")} == {"not_authentic"}
    assert CONDUCT.ran == []
    assert waiting(host) == 0
    assert ask(host, LOOK, WallQuery(wall="north")).coats == 0


def test_a_signed_call_by_another_way_is_refused(bus_url, open_host):
    host = open_host(bus_url)
    headers = signed(GATEWAY, RPC.name, "painter.paint", command(), as_officer(), {})
    publish(bus_url, RPC.name, "painter.scratch", command(), headers=headers)
    publish(bus_url, "", "rpc-painter", command(), headers=headers)
    until(lambda: refused(host, "painter") == 2)
    assert CONDUCT.ran == []


def test_the_same_call_again_has_one_effect(bus_url, open_host):
    host = open_host(bus_url)
    headers = signed(GATEWAY, RPC.name, "painter.paint", command(), as_officer(), {})
    for _ in range(5):
        publish(bus_url, RPC.name, "painter.paint", command(), headers=headers)
    until(lambda: sights(host) == [("north", 1)])
    assert ask(host, LOOK, WallQuery(wall="north")).coats == 1


def test_an_officers_command_comes_from_the_gateway_itself(bus_url, open_host):
    """Also where the gateway's word for the officer is passed on."""
    host = open_host(bus_url)
    address = Address("painter.look", "", "")
    given = sealed_call(seals_of(GATEWAY), as_officer(), address, b"")
    origin = proof_of_call(seals_of("looker"), given, address, b"").origin
    headers = signed("looker", RPC.name, "painter.paint", command(), {**as_officer(), **origin,
                     "nameko.deadline": given["nameko.deadline"]}, {})
    publish(bus_url, RPC.name, "painter.paint", command(), headers=headers)
    until(lambda: refused(host, "painter") == 1)
    assert CONDUCT.ran == []
    assert ask(host, LOOK, WallQuery(wall="north"), by="looker", actor=SYSTEM).coats == 0


def test_a_service_in_an_officers_name_learns_nothing(bus_url, open_host):
    host = open_host(bus_url)
    assert code_of(ask, host, LOOK, WallQuery(wall="north"), by="looker", within=2) == "answer_late"
    until(lambda: refused(host, "painter") == 1)
    assert CONDUCT.ran == []


def test_a_service_asks_on_in_the_officers_name(bus_url, open_host):
    host = open_host(bus_url)
    assert ask(host, PASS_ON, WallQuery(wall="north")).coats == 0
    assert refused(host, "painter") == 0


def test_a_forged_answer_is_no_answer(bus_url, open_host):
    host = open_host(bus_url)
    calls = calls_of(host)
    CONDUCT.gates["north", 0] = lambda: refused(host, GATEWAY) == 2     # the forgers answer first
    answer = json.dumps({"result": {"wall": "north", "coats": 99}, "error": None})
    asking = eventlet.spawn(ask, host, LOOK, WallQuery(wall="north"))
    until(lambda: calls.replies._awaited and CONDUCT.ran)
    to, call_id = calls.replies.routing_key, next(iter(calls.replies._awaited))
    publish(bus_url, RPC.name, to, answer, correlation_id=call_id)
    another = sealed_answer(seals_of("looker"), Address("", call_id, to), answer.encode())
    publish(bus_url, RPC.name, to, answer, correlation_id=call_id, headers=another)
    assert asking.wait() == WallView(wall="north", coats=0)


def test_who_forges_is_answered_with_the_code_and_without_our_signature(bus_url, open_host):
    open_host(bus_url)
    answers = []
    with bus_connection(bus_url) as connection:
        queue = reply_queue(f"rpc.reply-test-{uuid4().hex}", uuid4().hex)(connection.default_channel)
        queue.declare()
        with connection.Consumer([queue], on_message=answers.append, no_ack=True):
            publish(bus_url, RPC.name, "painter.paint", command(), headers=as_officer(),
                    reply_to=queue.routing_key, correlation_id="c")
            connection.drain_events(timeout=60)
    (answer,) = answers
    assert json.loads(answer.body)["error"]["exc_args"][0] == "not_authentic"
    assert SIGNATURE not in answer.headers


def test_a_flood_fills_neither_table_nor_log(bus_url, open_host, logged):
    host = open_host(bus_url)
    flood = 4 * KEPT_PER_HOUR
    for number in range(flood):
        publish(bus_url, EVENTS, TYPE, json.dumps({"wall": f"{SECRET} {number}"}), headers=told())
        publish(bus_url, RPC.name, "painter.paint", command(f"{SECRET} {number}"), headers=as_officer())
    until(lambda: (refused(host, "looker"), refused(host, "painter")) == (flood, flood))
    assert max(len(letters(host)), len(letters(host, "painter"))) <= KEPT_PER_HOUR
    lines = [line for line in logged().splitlines() if "not_authentic" in line]
    assert len(lines) < 2 * (KEPT_PER_HOUR + 20)
    assert SECRET not in logged()


def test_a_forged_dead_letter_is_not_ours(bus_url, open_host):
    host = open_host(bus_url)
    forged = {**told(sequence="2"), "x-dead-queue": "painter.events--looker", "x-dead-code": "malformed"}
    publish(bus_url, "", "looker.dead-letters", DATA, headers=forged)
    until(lambda: letters(host))
    (letter,) = letters(host)
    assert (letter.reason_code, letter.subject, letter.sequence) == ("not_authentic", "", 0)
    assert letter.consumer == "looker.dead-letters"


def test_a_rotation_loses_nothing_on_its_way(bus_url, open_host):
    host = open_host(bus_url)
    CONDUCT.fail["north"] = 2
    paint(host, "north", 3)
    KEYS.rotate("painter", NOW)
    KEYS.rotate(GATEWAY, NOW)
    paint(host, "north", 3)
    until(lambda: [coat for _, coat in sights(host)] == [1, 2, 3, 4, 5, 6])
    assert (refused(host, "looker"), refused(host, "painter"), letters(host)) == (0, 0, [])


def test_a_dead_letter_sent_again_is_still_the_painters(bus_url, open_host):
    host = open_host(bus_url)
    CONDUCT.broken.add("north")
    paint(host, "north")
    until(lambda: letters(host))
    CONDUCT.broken.clear()
    KEYS.rotate("painter", NOW)
    provider_of(host, "looker").runtime.dead_letters.ask_resend(letters(host)[0].letter_id, PAINTER)
    until(lambda: sights(host) == [("north", 1)])
    assert refused(host, "looker") == 0


def test_while_the_sources_keys_are_broken_its_events_wait(bus_url, open_host):
    host = open_host(bus_url)
    paint(host, "north")
    until(lambda: sights(host) == [("north", 1)])
    listed = KEYS.folder / "public" / "painter.json"
    kept = listed.read_bytes()
    genuine = signed("painter", EVENTS, TYPE, DATA, told(sequence="2"), {})
    listed.write_text("{")
    publish(bus_url, EVENTS, TYPE, DATA, headers=genuine)
    eventlet.sleep(0.3)
    listed.write_bytes(kept)
    until(lambda: len(sights(host)) == 2)
    assert letters(host) == []
