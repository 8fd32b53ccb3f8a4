"""Outages: frozen and dead brokers, killed processes, an absent database. Nothing hangs, nothing is lost."""

import json
import signal
from http.client import HTTPConnection

import eventlet
import pytest
from nameko.containers import ServiceContainer

from deploy.local.node import free_port
from rongcuo.chassis.hosting.health import HealthServer, is_well, report_of
from rongcuo.chassis.messaging import BusUnavailable, OutboundMessage, Publisher
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.bus import ask, paint
from tests.integration.chassis.painting import (
    CONDUCT,
    LOOK,
    PAINT,
    Looker,
    Paint,
    Painter,
    WallPainted,
    WallQuery,
    letters,
    provider_of,
    sights,
    until,
    waiting,
)


@pytest.fixture
def frozen_later(rabbit_node):
    """The broker, thawed after the test whatever happens."""
    yield rabbit_node
    rabbit_node.thaw()


def health(port):
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", "/health")
    answer = connection.getresponse()
    return answer.status, json.loads(answer.read())


def test_trap_5_publishing_to_a_frozen_broker_ends_in_time(rabbit_url, frozen_later):
    publisher = Publisher(rabbit_url)
    message = OutboundMessage(b"{}", "", "nobody", mandatory=False)
    publisher.publish(message)
    frozen_later.freeze()
    for body in (b"{}", b"x" * 1_000_000, b"x" * 8_000_000):
        with pytest.raises(BusUnavailable):
            publisher.publish(OutboundMessage(body, "", "nobody", mandatory=False), within=0.5)
    frozen_later.thaw()
    publisher.abandon("the test goes on")
    publisher.publish(message)
    publisher.close()


def test_trap_5_calls_end_in_time_and_the_relay_recovers(rabbit_url, frozen_later, open_host):
    host = open_host(rabbit_url)
    paint(host, "north")
    until(lambda: sights(host) == [("north", 1)])
    server = HealthServer("127.0.0.1", 0, host.reports)
    frozen_later.freeze()
    add_coat(host, "north", 2)
    with pytest.raises(CaseError) as refusal:
        ask(host, LOOK, WallQuery(wall="north"), within=1)
    assert refusal.value.code in {"answer_late", "service_unavailable"}
    server.answer({"PATH_INFO": "/health"}, lambda _status, _headers: None)
    until(lambda: provider_of(host, "painter").relay.state == "bus_away")
    frozen_later.thaw()
    until(lambda: sights(host) == [("north", 1), ("north", 2)])
    until(lambda: waiting(host) == 0)


def add_coat(host, wall, coat):
    """Paint without the bus, as a timer would."""
    from rongcuo.chassis.triggers import Tick
    with provider_of(host, "painter").runtime.context(Tick()).unit() as unit:
        found = unit.store.get(wall)
        assert found.version == coat - 1
        found.paint()
        unit.commit(found)


def test_a_broker_stopped_and_started_again_loses_nothing(rabbit_url, rabbit_node, open_host):
    """Not by kill -9: RabbitMQ 3.10 then forgets where quorum queues younger than a few minutes are kept."""
    host = open_host(rabbit_url)
    paint(host, "north")
    until(lambda: sights(host) == [("north", 1)])
    rabbit_node.stop()
    try:
        add_coat(host, "north", 2)
        until(lambda: provider_of(host, "painter").relay.state == "bus_away")
        with pytest.raises(CaseError):
            ask(host, LOOK, WallQuery(wall="north"), within=1)
    finally:
        rabbit_node.start()
    until(lambda: sights(host) == [("north", 1), ("north", 2)])
    until(lambda: ask_until(host))


def test_the_ledger_is_kept_while_the_broker_is_away(rabbit_url, rabbit_node, open_host):
    host = open_host(rabbit_url)
    paint(host, "north")
    until(lambda: proved(host, "north") == 1)
    rabbit_node.stop()
    try:
        until(lambda: provider_of(host, "painter").relay.state == "bus_away")
        add_coat(host, "north", 2)
        until(lambda: proved(host, "north") == 2)
        until(lambda: host.reports()["painter"]["outbox_waiting"] == 1)
    finally:
        rabbit_node.start()
    until(lambda: sights(host) == [("north", 1), ("north", 2)])


def proved(host, wall):
    """The coat of the newest line that is numbered and under a signed checkpoint; 0 where none is."""
    ledger = provider_of(host, "painter").runtime.ledger
    proof = ledger.proof(wall, f"{WallPainted.source}.{WallPainted.kind}.v")
    return json.loads(proof.body)["sequence"] if proof else 0


def ask_until(host):
    try:
        return ask(host, LOOK, WallQuery(wall="north")).coats == 2
    except CaseError:
        eventlet.sleep(0.5)
        return False


def test_sigterm_ends_a_process_cleanly(bus_url, child):
    one = child(bus_url, "painter,looker").ready()
    status, report = health(one.health_port)
    assert (status, report["status"]) == (200, "ok")
    one.process.send_signal(signal.SIGTERM)
    assert one.ended() == 0
    assert '"clean": true' in one.log.read_text()


def test_sigterm_ends_a_process_whose_broker_is_frozen(rabbit_url, frozen_later, child):
    one = child(rabbit_url, "painter,looker").ready()
    frozen_later.freeze()
    one.process.send_signal(signal.SIGTERM)
    assert one.ended() == 0


def test_sigterm_ends_a_process_whose_broker_is_gone(rabbit_url, rabbit_node, child):
    one = child(rabbit_url, "painter,looker").ready()
    rabbit_node.stop()
    try:
        until(lambda: health(one.health_port)[0] == 503)
        one.process.send_signal(signal.SIGTERM)
        assert one.ended() == 0
    finally:
        rabbit_node.start()


def reachable(port):
    try:
        return bool(health(port))
    except OSError:
        return False


def test_a_service_asked_before_it_is_set_up_is_starting(sqlite_config):
    settings = {"AMQP_URI": sqlite_config.bus_url, "rongcuo": sqlite_config}
    report = report_of(ServiceContainer(Painter, settings))
    assert (report["relay"], report["database"], is_well(report)) == ("starting", False, False)


def test_sigterm_ends_a_process_that_never_found_its_broker(tmp_path, child):
    one = child("amqp://guest:guest@127.0.0.1:9//", "painter,looker")
    until(lambda: reachable(one.health_port))
    one.process.send_signal(signal.SIGINT)
    assert one.ended() == 0


def test_a_database_that_is_away_costs_no_attempt(bus_url, open_host, postgres_node, postgres_config):
    painters = open_host(bus_url, Painter, known=[Looker])
    lookers = open_host(bus_url, Looker, database_url=postgres_config.database_url, statement_timeout=1.0,
                        lock_timeout=1.0, connect_timeout=1.0, retry_delays=())   # one failure is the end
    paint(lookers, "north")
    until(lambda: sights(lookers) == [("north", 1)])
    postgres_node.freeze()
    try:
        ask(painters, PAINT, Paint(command_id="c1", wall="north"))
        until(lambda: not provider_of(lookers, "looker").healthy())
        until(lambda: CONDUCT.tried.count(("north", 2)) > 1)
    finally:
        postgres_node.thaw()
    until(lambda: sights(lookers) == [("north", 1), ("north", 2)])
    assert letters(lookers) == []


def test_a_service_starts_while_its_database_is_away(bus_url, open_host, postgres_node, postgres_config):
    painters = open_host(bus_url, Painter, known=[Looker])
    ask(painters, PAINT, Paint(command_id="c1", wall="north"))
    postgres_node.freeze()
    try:
        lookers = open_host(bus_url, Looker, database_url=postgres_config.database_url, connect_timeout=1.0)
        assert lookers.reports()["looker"]["database"] is False
    finally:
        postgres_node.thaw()
    until(provider_of(lookers, "looker").healthy)
    until(lambda: sights(lookers) == [("north", 1)])
    assert CONDUCT.tried == [("north", 1)], "no attempt was spent on tables that were not there yet"


def metrics(port):
    connection = HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", "/metrics")
    return connection.getresponse().read().decode()


def test_health_and_metrics_tell_what_is_going_on(bus_url, open_host):
    host = open_host(bus_url)
    paint(host, "north")
    until(lambda: sights(host) == [("north", 1)])
    port = free_port()
    server = HealthServer("127.0.0.1", port, host.reports)
    server.start()
    until(lambda: health(port)[0] == 200)
    assert health(port)[1]["services"]["painter"]["relay"] == "running"
    until(lambda: 'rongcuo_outbox_waiting{service="painter"}' in metrics(port))
    figures = metrics(port)
    server.stop()
    handled = 'outcome="handled",service="looker",type="painter.wall_painted.v1"'
    assert f"rongcuo_events_total{{{handled}}}" in figures
    assert 'rongcuo_call_seconds_count{callee="painter",outcome="ok",service="gateway"}' in figures
    assert 'rongcuo_relay_state{service="painter",state="running"} 1.0' in figures
