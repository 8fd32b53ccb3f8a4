"""Outages: frozen and dead brokers, killed processes, an absent database. Nothing hangs, nothing is lost."""

import json
import signal
import sqlite3
import time
from http.client import HTTPConnection
from uuid import uuid4

import eventlet
import pytest
from click.testing import CliRunner
from eventlet.green import subprocess

from rongcuo.chassis.bus import BusUnavailable, Outgoing, Publisher
from rongcuo.chassis.health import HealthServer
from rongcuo.cli import main
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.bus import ROOT, ask, depth, paint
from tests.integration.chassis.painting import (
    CONDUCT,
    SECRET,
    Looker,
    Paint,
    Painter,
    WallQuery,
    WallView,
    letters,
    provider_of,
    sights,
    until,
    waiting,
)

QUEUE = "painter.events--looker"
PROMISED_S = 10   # every request is answered within this time, whatever is frozen


@pytest.fixture
def frozen_later(rabbit_node):
    """The broker, thawed after the test whatever happens."""
    yield rabbit_node
    rabbit_node.thaw()


def health(port):
    connection = HTTPConnection("127.0.0.1", port, timeout=1)
    connection.request("GET", "/health")
    answer = connection.getresponse()
    return answer.status, json.loads(answer.read())


def seen_by(folder):
    """What the looker of another process has seen."""
    with sqlite3.connect(f"file:{folder}/looker.db?mode=ro", uri=True, timeout=5) as database:
        return database.execute("SELECT wall, coat FROM seen ORDER BY seq").fetchall()


def test_trap_5_publishing_to_a_frozen_broker_ends_in_time(rabbit_url, frozen_later):
    publisher = Publisher(rabbit_url)
    message = Outgoing(b"{}", "", "nobody", mandatory=False)
    publisher.publish(message)
    frozen_later.freeze()
    for body in (b"{}", b"x" * 1_000_000, b"x" * 8_000_000):
        begun = time.monotonic()
        with pytest.raises(BusUnavailable):
            publisher.publish(Outgoing(body, "", "nobody", mandatory=False), within=0.5)
        assert time.monotonic() - begun < PROMISED_S
    frozen_later.thaw()
    publisher.abandon("the test goes on")
    publisher.publish(message)
    publisher.close()


def test_trap_5_calls_end_in_time_and_the_relay_recovers(rabbit_url, frozen_later, open_house):
    house = open_house(rabbit_url)
    paint(house, "north")
    until(lambda: sights(house) == [("north", 1)])
    server = HealthServer("127.0.0.1", 0, house.reports)
    frozen_later.freeze()
    add_coat(house, "north", 2)
    begun = time.monotonic()
    with pytest.raises(CaseError) as refusal:
        ask(house, "look", WallQuery(wall="north"), WallView)
    assert refusal.value.code in {"answer_late", "service_unavailable"}
    server.answer({"PATH_INFO": "/health"}, lambda _status, _headers: None)
    assert time.monotonic() - begun < PROMISED_S
    until(lambda: provider_of(house, "painter").relay.state == "bus_away", 20)
    frozen_later.thaw()
    until(lambda: sights(house) == [("north", 1), ("north", 2)], 60)
    until(lambda: waiting(house) == 0)


def add_coat(house, wall, coat):
    """Paint without the bus, as a timer would."""
    from rongcuo.chassis.occasions import Tick
    with provider_of(house, "painter").workshop.desk(Tick()).unit() as unit:
        found = unit.store.get(wall)
        assert found.version == coat - 1
        found.paint()
        unit.commit(found)


def test_a_broker_stopped_and_started_again_loses_nothing(rabbit_url, rabbit_node, open_house):
    """Not by kill -9: RabbitMQ 3.10 then forgets where quorum queues younger than a few minutes are kept."""
    house = open_house(rabbit_url)
    paint(house, "north")
    until(lambda: sights(house) == [("north", 1)])
    rabbit_node.stop()
    try:
        add_coat(house, "north", 2)
        until(lambda: provider_of(house, "painter").relay.state == "bus_away", 30)
        begun = time.monotonic()
        with pytest.raises(CaseError):
            ask(house, "look", WallQuery(wall="north"), WallView)
        assert time.monotonic() - begun < PROMISED_S
    finally:
        rabbit_node.start()
    until(lambda: sights(house) == [("north", 1), ("north", 2)], 60)
    until(lambda: ask_until(house), 60)


def ask_until(house):
    try:
        return ask(house, "look", WallQuery(wall="north"), WallView).coats == 2
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


def test_sigterm_ends_a_process_that_never_found_its_broker(tmp_path, child):
    one = child("amqp://guest:guest@127.0.0.1:9//", "painter,looker")
    until(lambda: reachable(one.health_port), 20)
    one.process.send_signal(signal.SIGINT)
    assert one.ended() == 0


def reachable(port):
    try:
        return bool(health(port))
    except OSError:
        return False


@pytest.mark.parametrize(
    "point", ["after_commit", "after_effect", "after_publish", "after_confirm", "before_ack"])
def test_a_painter_that_dies_after_its_commit_tells_once(rabbit_url, child, open_house, tmp_path, point):
    house = open_house(rabbit_url, Looker)
    dying = child(rabbit_url, "painter", crash=f"{point}:painter:1").ready()
    outcome(house, "paint", Paint(command_id="c1", wall="north"))   # perhaps answered, perhaps not
    assert dying.ended() == -signal.SIGKILL
    child(rabbit_url, "painter").ready()
    until(lambda: sights(house) == [("north", 1)], 10)
    assert ask_again(house, Paint(command_id="c1", wall="north")) == {"wall": "north", "coats": 1}
    eventlet.sleep(0.3)
    assert sights(house) == [("north", 1)]


def ask_again(house, command):
    """As a caller who got no answer does: the same command id."""
    for _ in range(20):
        answer = outcome(house, "paint", command)
        if answer not in ("answer_late", "service_unavailable"):
            return answer
        eventlet.sleep(0.5)
    raise AssertionError("no answer")


@pytest.mark.parametrize("point", ["before_commit", "after_commit", "after_effect", "before_ack"])
def test_a_looker_that_dies_at_any_point_sees_once(rabbit_url, child, open_house, tmp_path, point):
    house = open_house(rabbit_url, Painter, known=[Looker])
    dying = child(rabbit_url, "looker", crash=f"{point}:looker:1")
    ask(house, "paint", Paint(command_id="c1", wall="north"), by="painter")
    assert dying.ended(20) == -signal.SIGKILL
    child(rabbit_url, "looker").ready()
    until(lambda: seen_by(tmp_path / "child") == [("north", 1)])
    until(lambda: depth(rabbit_url, QUEUE) == 0)


def test_trap_7_a_callee_killed_in_mid_call_has_one_effect(rabbit_url, child, open_house):
    house = open_house(rabbit_url, Looker)
    first = child(rabbit_url, "painter", **{"slow:north": 30}).ready()
    calling = eventlet.spawn(outcome, house, "paint_and_linger", Paint(command_id="c1", wall="north"))
    until(lambda: sights(house) == [("north", 1)])
    first.kill()
    assert calling.wait() == "answer_late"
    child(rabbit_url, "painter").ready()
    assert ask_again(house, Paint(command_id="c1", wall="north")) == {"wall": "north", "coats": 1}
    assert sights(house) == [("north", 1)]


def outcome(house, method, question):
    try:
        return ask(house, method, question)
    except CaseError as error:
        return error.code


def test_trap_11_a_letter_killed_by_the_limit_says_so(rabbit_url, child, open_house, tmp_path):
    house = open_house(rabbit_url, Painter, known=[Looker], delivery_limit=1)
    ask(house, "paint", Paint(command_id="c1", wall="north"), by="painter")
    for _ in range(2):
        dying = child(rabbit_url, "looker", crash="before_commit:looker:1", delivery_limit=1)
        assert dying.ended(20) == -signal.SIGKILL
    late = child(rabbit_url, "looker", delivery_limit=1).ready()
    listed = until_listed(tmp_path / "child")
    assert ("delivery_limit" in listed, "north#1" in listed) == (True, True)
    assert cli(tmp_path / "child", "resend", "1", "--service", "looker").returncode == 0
    until(lambda: seen_by(tmp_path / "child") == [("north", 1)])
    assert late.process.poll() is None


def cli(folder, *arguments):
    """`rongcuo deadletters …` beside the running process."""
    import os
    import sys
    environment = {"RONGCUO_DATA_DIR": str(folder), "RONGCUO_MODE": "test", "PATH": os.environ["PATH"]}
    command = [sys.executable, "-W", "ignore", "-m", "rongcuo", "deadletters", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=20,
                          check=False)


def until_listed(folder):
    for _ in range(10):
        listed = cli(folder, "list", "--service", "looker").stdout
        if listed.strip():
            return listed
        eventlet.sleep(0.3)
    raise AssertionError("no dead letter is listed")


def test_the_operator_lists_reads_resends_and_discards(bus_url, open_house, settings):
    folder = settings(bus_url).data_dir
    environment = {"RONGCUO_DATA_DIR": str(folder), "RONGCUO_MODE": "test"}
    house = open_house(bus_url)

    def operate(*arguments):
        return CliRunner(env=environment).invoke(main, ["deadletters", *arguments])

    CONDUCT.broken |= {"north", "south"}
    paint(house, "north")
    until(lambda: len(letters(house)) == 1)
    paint(house, "south")
    until(lambda: len(letters(house)) == 2)
    listed = operate("list", "--service", "looker").output.splitlines()
    assert [line.split()[1] for line in listed] == ["1", "2"]
    shown = operate("show", "1", "--service", "looker").output
    assert '{"coat":1,"wall":"north"}' in shown
    assert SECRET not in shown
    CONDUCT.broken.clear()
    assert operate("resend", "1", "--service", "looker").exit_code == 0
    until(lambda: sights(house) == [("north", 1)])
    assert operate("discard", "2", "--service", "looker").exit_code == 2, "a reason is needed"
    assert operate("discard", "2", "--service", "looker", "--reason", "墙已拆除").exit_code == 0
    again = operate("resend", "2", "--service", "looker")
    assert (again.exit_code, "dead_letter.settled" in again.output) == (1, True)
    assert operate("list", "--service", "looker").output == ""
    assert operate("list", "--service", "plumber").exit_code == 1
    assert operate("show", "99", "--service", "looker").exit_code == 1


def test_embedded_kill_9_loses_nothing(child, tmp_path):
    """The looker is slow: events are on the bus, which dies with the process."""
    url = "embedded://"
    walls = 40
    first = child(url, "painter,looker", **{"slow:north": 30}).ready()
    assert painted_by_itself(first, tmp_path / "child", walls) > 0
    first.kill()
    assert seen_by(tmp_path / "child") == []
    child(url, "painter,looker").ready()
    until(lambda: len(seen_by(tmp_path / "child")) == walls, 15)
    assert seen_by(tmp_path / "child") == [("north", coat) for coat in range(1, walls + 1)]


def painted_by_itself(one, folder, coats):
    """Coats put into the outbox from outside; how many the relay sent into the bus before the kill."""
    with sqlite3.connect(f"{folder}/painter.db", timeout=5) as database:
        database.executemany(
            "INSERT INTO outbox (event_id, sequence, body, subject, type_name, source, correlation_id, time) "
            "VALUES (?, ?, ?, 'north', 'painter.wall_painted.v1', 'painter', 'corr', "
            "'2026-02-13 09:00:00.000000')",
            [(uuid4().hex, coat, json.dumps({"wall": "north", "coat": coat}))
             for coat in range(1, coats + 1)])
        database.commit()
        sent = 0
        deadline = time.monotonic() + 8
        while sent < coats and time.monotonic() < deadline:
            eventlet.sleep(0.05)
            (sent,) = database.execute("SELECT count(*) FROM outbox WHERE sent_at IS NOT NULL").fetchone()
    return sent


def test_a_database_that_is_away_costs_no_attempt(bus_url, open_house, postgres_node, postgres_config):
    painters = open_house(bus_url, Painter, known=[Looker])
    lookers = open_house(bus_url, Looker, database_url=postgres_config.database_url, statement_timeout=1.0,
                         lock_timeout=1.0, connect_timeout=1.0, retry_delays=())   # one failure is the end
    paint(lookers, "north")
    until(lambda: sights(lookers) == [("north", 1)])
    postgres_node.freeze()
    try:
        ask(painters, "paint", Paint(command_id="c1", wall="north"), by="painter")
        until(lambda: not provider_of(lookers, "looker").healthy(), 25)
        until(lambda: CONDUCT.tried.count(("north", 2)) > 1, 25)
    finally:
        postgres_node.thaw()
    until(lambda: sights(lookers) == [("north", 1), ("north", 2)], 20)
    assert letters(lookers) == []


def test_a_service_starts_while_its_database_is_away(bus_url, open_house, postgres_node, postgres_config):
    painters = open_house(bus_url, Painter, known=[Looker])
    ask(painters, "paint", Paint(command_id="c1", wall="north"), by="painter")
    postgres_node.freeze()
    try:
        lookers = open_house(bus_url, Looker, database_url=postgres_config.database_url, connect_timeout=1.0)
        assert lookers.reports()["looker"]["database"] is False
    finally:
        postgres_node.thaw()
    until(provider_of(lookers, "looker").healthy, 20)
    until(lambda: sights(lookers) == [("north", 1)])
    assert CONDUCT.tried == [("north", 1)], "no attempt was spent on tables that were not there yet"


def test_health_and_metrics_tell_what_is_going_on(bus_url, open_house):
    house = open_house(bus_url)
    paint(house, "north")
    until(lambda: sights(house) == [("north", 1)])
    server = HealthServer("127.0.0.1", 29_417, house.reports)
    server.start()
    status, report = health(29_417)
    assert (status, report["services"]["painter"]["relay"]) == (200, "running")
    connection = HTTPConnection("127.0.0.1", 29_417, timeout=1)
    connection.request("GET", "/metrics")
    figures = connection.getresponse().read().decode()
    server.stop()
    handled = 'outcome="handled",service="looker",type="painter.wall_painted.v1"'
    assert f"rongcuo_events_total{{{handled}}}" in figures
    assert 'rongcuo_call_seconds_count{callee="painter",outcome="ok",service="looker"}' in figures
    assert 'rongcuo_relay_state{service="painter",state="running"} 1.0' in figures
    assert 'rongcuo_outbox_waiting{service="painter"}' in figures
