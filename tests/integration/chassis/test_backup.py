"""A backup of one moment, and what a restore makes of it; on both databases."""

import json
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import uuid4

import eventlet
import pytest
from sqlalchemy import select

from rongcuo.chassis.backup import back_up, moment, restore
from rongcuo.chassis.backup.copying import SQLITE, kind_of
from rongcuo.chassis.blobs import open_blobs
from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
from rongcuo.chassis.hosting.host import ServiceHost, hosted
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.ledger.ledger import key_ring
from rongcuo.chassis.time_source import SHANGHAI, SettableTime
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.backups import ALONE, PARTS, Node, opened, titles, untold
from tests.integration.chassis.bus import paint
from tests.integration.chassis.painting import Looker, Painter, Sights, sights, until, walls
from tests.integration.chassis.shelf import METADATA as SHELF
from tests.integration.chassis.shelf import ShelfStorage, place
from tests.integration.front_door import FrontDoor, provider_of

WALLS = 8


def test_the_drill_under_load(node: Node, tmp_path: Path,
                              record_testsuite_property: Callable[[str, object], None]) -> None:
    """The figures are told, not judged: they are the machine's."""
    here, there = node("here"), node("there")
    tell = partial(_tell, record_testsuite_property, "drill." + kind_of(here.database_url))
    with hosted((Painter, Looker, FrontDoor), replace(here, bus_url=f"embedded://{uuid4().hex}")) as host:
        painting = [eventlet.spawn(_paint_on, host, f"wall-{number}") for number in range(WALLS)]
        until(lambda: len(sights(host)) > WALLS)
        provider_of(host, "painter").runtime.ledger.keep()      # which makes the key
        begun = time.monotonic()
        made, signed = back_up(here, PARTS, tmp_path / "kept", untold)
        tell("backup_seconds", round(time.monotonic() - begun, 2))
        seen_then = len(sights(host))
        until(lambda: len(sights(host)) > seen_then)
        for thread in painting:
            thread.kill()

    assert signed
    shutil.copytree(key_ring(here).folder, key_ring(there).folder)
    begun = time.monotonic()
    done = restore(there, PARTS, tmp_path / "kept", untold)
    tell("restore_seconds", round(time.monotonic() - begun, 2))
    assert done.to_bring == {}
    with hosted((Painter, Looker, FrontDoor), replace(there, bus_url=f"embedded://{uuid4().hex}")) as host:
        until(lambda: _reconciled(host))
        tell("rto_seconds", round(time.monotonic() - begun, 2))
        for number in range(WALLS):
            paint(host, f"wall-{number}")
        until(lambda: _reconciled(host))
    tell("rpo", f"what came after {made.at.isoformat()}")


def _tell(record: Callable[[str, object], None], of: str, name: str, figure: object) -> None:
    record(f"{of}.{name}", figure)
    print(f"{of}.{name}: {figure}")


def _paint_on(host: ServiceHost, wall: str) -> None:
    while True:
        paint(host, wall)
        eventlet.sleep(0)


def _reconciled(host: ServiceHost) -> bool:
    """Whether every coat of every wall was seen, once and in order."""
    with provider_of(host, "painter").runtime.database.reading() as session:
        coats = {row.id: row.version for row in session.execute(select(walls))}
    with provider_of(host, "looker").runtime.database.reading() as session:
        seen = Sights(session).all()
    return len(coats) == WALLS and all(
        [coat for each, coat in seen if each == wall] == list(range(1, count + 1))
        for wall, count in coats.items())


def test_nobody_commits_while_the_views_are_opened(stocked: ServiceRuntime[ShelfStorage],
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    place(stocked, "before", "早")
    impatient = replace(stocked.config, lock_timeout=0.2)
    tried: list[str] = []
    look = moment._look

    def look_and_try(view: object) -> None:
        tried.append(_refused_to_write(impatient))
        look(view)

    monkeypatch.setattr(moment, "LOCKED", f"{moment.LOCKED}, books")
    monkeypatch.setattr(moment, "_look", look_and_try)
    monkeypatch.setattr(moment, "HELD_FOR", dict.fromkeys(moment.HELD_FOR, 60))
    with moment.one_moment({"shelf": stocked.database}) as views:
        place(stocked, "after", "晚")
        assert ShelfStorage(views["shelf"]).titles() == ["早"]
    assert tried == ["busy"]
    assert len(titles(stocked)) == 2


def _refused_to_write(config: Config) -> str:
    """As another process would: within one, SQLite's writers wait for each other before they ask it."""
    if kind_of(config.database_url) == SQLITE:
        with closing(sqlite3.connect(config.data_dir / "shelf.db", timeout=0.2)) as other:
            try:
                other.execute("DELETE FROM books")
            except sqlite3.OperationalError:
                return "busy"
        return ""
    with closing(open_database("shelf", config, visiting=True)) as other:
        try:
            with other.writing() as session, session.begin():
                session.execute(SHELF.tables["books"].delete())
        except CaseError as refusal:
            return refusal.code
    return ""


def test_whoever_is_in_the_way_is_waited_for_and_at_last_told(stocked: ServiceRuntime[ShelfStorage],
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moment, "ATTEMPTS", 2)
    monkeypatch.setattr(moment, "PAUSE", 0)
    config = replace(stocked.config, lock_timeout=0.2)
    with (closing(open_database("shelf", config, visiting=True)) as other,
          stocked.database.writing() as session):
        session.execute(SHELF.tables["books"].delete())
        monkeypatch.setattr(moment, "LOCKED", "books")
        with pytest.raises(CaseError, match=r"backup\.no_quiet_moment"), moment.one_moment({"shelf": other}):
            pass


def test_what_was_sent_and_what_was_not_is_all_sent_again(
        stocked: ServiceRuntime[ShelfStorage], node: Node, tmp_path: Path) -> None:
    for command in "abc":
        place(stocked, command, command)
    sent = [row.event_id for row in stocked.outbox.take_batch()][:2]
    stocked.outbox.mark_sent(sent, settled=True)
    assert stocked.outbox.backlog() == 1
    back_up(stocked.config, ALONE, tmp_path / "kept", untold)

    done = restore(node("there"), ALONE, tmp_path / "kept", untold, unsigned=True)
    again = opened(node("there"))
    assert done.to_hear == {"shelf": 2}
    assert again.outbox.backlog() == 3
    assert titles(again) == titles(stocked)
    place(again, "d", "d")
    with pytest.raises(CaseError, match="command_reused"):
        place(again, "a", "another")


def test_files_working_days_and_the_clock_come_along(stocked: ServiceRuntime[ShelfStorage], node: Node,
                                                     tmp_path: Path) -> None:
    config = replace(stocked.config, calendar_dir=tmp_path / "calendars", time_file=tmp_path / "time.json")
    open_blobs(config).write("file-1", [b"ab", b"c"])
    (tmp_path / "calendars").mkdir()
    (tmp_path / "calendars" / "530000-2027.yaml").write_text("days")
    SettableTime(tmp_path / "time.json").set(datetime(2031, 3, 3, 9, 0, tzinfo=SHANGHAI))
    back_up(config, ALONE, tmp_path / "kept", untold)

    there = replace(node("there"), calendar_dir=tmp_path / "days")
    there = replace(there, time_file=there.data_dir / "clock")
    restore(there, ALONE, tmp_path / "kept", untold, unsigned=True)
    assert b"".join(open_blobs(there).read("file-1")) == b"abc"
    assert (tmp_path / "days" / "530000-2027.yaml").read_text() == "days"
    assert SettableTime(there.data_dir / "clock").now().year == 2031


def test_no_private_key_is_in_it_and_what_lacks_is_named(stocked: ServiceRuntime[ShelfStorage], node: Node,
                                                         tmp_path: Path) -> None:
    place(stocked, "a")
    stocked.ledger.keep()
    config = stocked.config
    for file in (config.vault_folder / "codes.salt", config.share_folder / "ab" / "x.share",
                 config.sealing_folder / "k1.key", config.letter_folder / "secret",
                 config.data_dir / "keys" / "private" / "shelf", config.data_dir / "examples.handed.json"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"canary")
    pem = next(key_ring(config).folder.glob("*.pem"))
    back_up(config, ALONE, tmp_path / "kept", untold)
    kept = [file for file in (tmp_path / "kept").rglob("*") if file.is_file()]
    written = b"".join(file.read_bytes() for file in kept)
    assert b"canary" not in written
    assert b"PRIVATE KEY" not in written
    assert not [file for file in kept if file.suffix in {".pem", ".share", ".salt"}]

    done = restore(node("there"), ALONE, tmp_path / "kept", untold)
    assert done.to_bring == {"ledger_key_dir": (pem.name,), "sealing_key_dir": ("k1.key",),
                             "letter_key_dir": ("secret",)}
    again = opened(node("there"))
    place(again, "b")
    assert again.ledger.number()
    with pytest.raises(CaseError, match=r"ledger\.keys_unreadable"):      # and no new key is made in silence
        again.ledger.seal()


def test_the_ledger_goes_on_where_it_stood_and_says_what_happened(stocked: ServiceRuntime[ShelfStorage],
                                                                  node: Node, tmp_path: Path) -> None:
    place(stocked, "a")
    stocked.ledger.keep()
    made, _ = back_up(stocked.config, ALONE, tmp_path / "kept", untold)
    there = node("there")
    shutil.copytree(key_ring(stocked.config).folder, key_ring(there).folder)
    restore(there, ALONE, tmp_path / "kept", untold)
    again = opened(there)
    again.ledger.number()
    assert again.ledger.seal()
    with again.ledger.whole() as (checkpoints, lines):
        bodies = [json.loads(line.body) for line in lines]
        assert checkpoints[0][1] == made.databases["shelf"].checkpoint
    assert (bodies[-1]["what"], bodies[-1]["facts"]) == ("ledger.restored",
                                                         {"backup_of": made.at.isoformat()})
    assert bodies[-1]["actor"] == "operator"


def test_a_copy_is_of_its_moment_however_long_it_takes(sqlite_config: Config, tmp_path: Path,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite copies page by page; what is written between two of them is not in it."""
    runtime = opened(sqlite_config)
    place(runtime, "a", "早")
    monkeypatch.setattr("rongcuo.chassis.backup.copying.PAGES", 1)
    told: list[int] = []

    def write_meanwhile(part: str, done: int, total: int) -> None:
        told.append(done)
        if len(told) == 5:
            place(runtime, "b", "晚")

    back_up(sqlite_config, ALONE, tmp_path / "kept", write_meanwhile)
    assert len(told) > 5
    with closing(sqlite3.connect(f"file:{tmp_path}/kept/shelf.db?immutable=1", uri=True)) as there:
        assert there.execute("SELECT title FROM books").fetchall() == [("早",)]
    assert len(titles(runtime)) == 2
