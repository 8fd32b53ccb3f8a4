"""Processes that die: at every crash point, in mid-call, over and over; and what the operator then does."""

import json
import signal
import sqlite3
from uuid import uuid4

import eventlet
import pytest
from click.testing import CliRunner
from eventlet.green import subprocess

from rongcuo.cli import main
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.bus import ROOT, ask, depth, paint
from tests.integration.chassis.painting import (
    CONDUCT,
    PAINT,
    PAINT_AND_LINGER,
    SECRET,
    Looker,
    Paint,
    Painter,
    WallView,
    letters,
    sights,
    until,
)

QUEUE = "painter.events--looker"


def seen_by(folder):
    """What the looker of another process has seen."""
    with sqlite3.connect(f"file:{folder}/looker.db?mode=ro", uri=True, timeout=60) as database:
        return database.execute("SELECT wall, coat FROM seen ORDER BY seq").fetchall()


def unsent_by(folder):
    """How many events the painter of another process has not marked as sent."""
    with sqlite3.connect(f"file:{folder}/painter.db?mode=ro", uri=True, timeout=60) as database:
        return database.execute("SELECT count(*) FROM outbox WHERE sent_at IS NULL").fetchone()[0]


@pytest.mark.parametrize(
    "point", ["after_commit", "after_effect", "after_publish", "after_confirm", "before_ack"])
def test_a_painter_that_dies_after_its_commit_tells_once(rabbit_url, child, open_host, tmp_path, point):
    host = open_host(rabbit_url, Looker)
    dying = child(rabbit_url, "painter", crash=f"{point}:painter:1").ready()
    outcome(host, PAINT, Paint(command_id="c1", wall="north"))   # perhaps answered, perhaps not
    assert dying.ended() == -signal.SIGKILL
    assert unsent_by(tmp_path / "child") == 1 or point in ("after_effect", "before_ack")
    child(rabbit_url, "painter").ready()
    until(lambda: sights(host) == [("north", 1)])
    until(lambda: unsent_by(tmp_path / "child") == 0)
    until(lambda: depth(rabbit_url, QUEUE) == 0)    # what was sent twice, was heard twice
    assert ask_again(host, Paint(command_id="c1", wall="north")) == WallView(wall="north", coats=1)
    assert sights(host) == [("north", 1)]


def ask_again(host, command):
    """As a caller who got no answer does: the same command id."""
    for _ in range(120):
        answer = outcome(host, PAINT, command)
        if answer not in ("answer_late", "service_unavailable"):
            return answer
        eventlet.sleep(0.5)
    raise AssertionError("no answer")


@pytest.mark.parametrize("point", ["before_commit", "after_commit", "after_effect", "before_ack"])
def test_a_looker_that_dies_at_any_point_sees_once(rabbit_url, child, open_host, tmp_path, point):
    host = open_host(rabbit_url, Painter, known=[Looker])
    dying = child(rabbit_url, "looker", crash=f"{point}:looker:1")
    ask(host, PAINT, Paint(command_id="c1", wall="north"))
    assert dying.ended() == -signal.SIGKILL
    child(rabbit_url, "looker").ready()
    until(lambda: seen_by(tmp_path / "child") == [("north", 1)])
    until(lambda: depth(rabbit_url, QUEUE) == 0)


def test_trap_7_a_callee_killed_in_mid_call_has_one_effect(rabbit_url, child, open_host):
    host = open_host(rabbit_url, Looker)
    first = child(rabbit_url, "painter", **{"slow:north": 30}).ready()
    calling = eventlet.spawn(outcome, host, PAINT_AND_LINGER, Paint(command_id="c1", wall="north"))
    until(lambda: sights(host) == [("north", 1)])
    first.kill()
    assert calling.wait() == "answer_late"
    child(rabbit_url, "painter").ready()
    assert ask_again(host, Paint(command_id="c1", wall="north")) == WallView(wall="north", coats=1)
    assert sights(host) == [("north", 1)]


def outcome(host, operation, question):
    try:
        return ask(host, operation, question)
    except CaseError as error:
        return error.code


def test_trap_11_a_letter_killed_by_the_limit_says_so(rabbit_url, child, open_host, tmp_path):
    host = open_host(rabbit_url, Painter, known=[Looker], delivery_limit=1)
    ask(host, PAINT, Paint(command_id="c1", wall="north"))
    for _ in range(2):
        dying = child(rabbit_url, "looker", crash="before_commit:looker:1", delivery_limit=1)
        assert dying.ended() == -signal.SIGKILL
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
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120,
                          check=False)


def until_listed(folder):
    for _ in range(200):
        listed = cli(folder, "list", "--service", "looker").stdout
        if listed.strip():
            return listed
        eventlet.sleep(0.3)
    raise AssertionError("no dead letter is listed")


def test_the_operator_lists_reads_resends_and_discards(bus_url, open_host, settings):
    folder = settings(bus_url).data_dir
    environment = {"RONGCUO_DATA_DIR": str(folder), "RONGCUO_MODE": "test"}
    host = open_host(bus_url)

    def operate(*arguments):
        return CliRunner(env=environment).invoke(main, ["deadletters", *arguments])

    CONDUCT.broken |= {"north", "south"}
    paint(host, "north")
    until(lambda: len(letters(host)) == 1)
    paint(host, "south")
    until(lambda: len(letters(host)) == 2)
    listed = operate("list", "--service", "looker").output.splitlines()
    assert [line.split()[1] for line in listed] == ["1", "2"]
    shown = operate("show", "1", "--service", "looker").output
    assert '{"coat":1,"wall":"north"}' in shown
    assert SECRET not in shown
    CONDUCT.broken.clear()
    assert operate("resend", "1", "--service", "looker").exit_code == 0
    until(lambda: sights(host) == [("north", 1)])
    assert operate("discard", "2", "--service", "looker").exit_code == 2, "a reason is needed"
    assert operate("discard", "2", "--service", "looker", "--reason", "墙已拆除").exit_code == 0
    again = operate("resend", "2", "--service", "looker")
    assert (again.exit_code, "dead_letter.settled" in again.output) == (1, True)
    assert "没有死信" in operate("list", "--service", "looker").output
    assert operate("list", "--service", "plumber").exit_code == 1
    assert operate("show", "99", "--service", "looker").exit_code == 1


def test_embedded_kill_9_loses_nothing(child, tmp_path):
    """The looker is slow: events are on the bus, which dies with the process."""
    url = "embedded://"
    walls = 40
    first = child(url, "painter,looker", **{"slow:north": 30}).ready()
    painted_by_itself(tmp_path / "child", walls)
    first.kill()
    assert seen_by(tmp_path / "child") == []
    child(url, "painter,looker").ready()
    until(lambda: len(seen_by(tmp_path / "child")) == walls)
    assert seen_by(tmp_path / "child") == [("north", coat) for coat in range(1, walls + 1)]


def painted_by_itself(folder, coats):
    """Coats put into the outbox from outside; the relay has sent them into the bus."""
    with sqlite3.connect(f"{folder}/painter.db", timeout=60) as database:
        database.executemany(
            "INSERT INTO outbox (event_id, sequence, body, subject, type_name, source, correlation_id, time) "
            "VALUES (?, ?, ?, 'north', 'painter.wall_painted.v1', 'painter', 'corr', "
            "'2026-02-13 09:00:00.000000')",
            [(uuid4().hex, coat, json.dumps({"wall": "north", "coat": coat}))
             for coat in range(1, coats + 1)])
        database.commit()
    until(lambda: unsent_by(folder) == 0)
