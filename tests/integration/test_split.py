"""What v0.3.0's review kept of determinations goes into the database of their own service, once and whole."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from click.testing import CliRunner
from sqlalchemy import func, insert, inspect, select, text
from sqlalchemy.orm import Session

from deploy.local import PostgresNode
from rongcuo.chassis.config import Config, StartRefused
from rongcuo.chassis.database import Database, open_database
from rongcuo.chassis.database.history import SplitFrom
from rongcuo.chassis.database.tables import command_log, ledger, ledger_checkpoints, outbox, subject_versions
from rongcuo.chassis.hosting import split
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.ledger import tree_store
from rongcuo.chassis.ledger.entries import Line, read_lines
from rongcuo.chassis.ledger.export import export
from rongcuo.chassis.ledger.ledger import Ledger, origin_of
from rongcuo.chassis.starting.tables import ensure_tables
from rongcuo.chassis.time_source import time_source
from rongcuo.chassis.triggers import Tick
from rongcuo.cli import main
from services import metadata
from services.determination.storage import METADATA, CaseStorage
from services.determination.usecases import ballots
from services.determination.usecases.dossier import occasion_of
from tests.patience import OF_DATABASE
from tests.released.loading import lay_down_file, lay_down_rows
from tools import verify_ledger as outside

SPLIT: SplitFrom = METADATA.info["split_from"]


@pytest.fixture(params=["sqlite", "postgres"])
def left(request: pytest.FixtureRequest, tmp_path: Path) -> Config:
    """Review's database as v0.3.0 left it, and none of determinations yet."""
    if request.param == "sqlite":
        lay_down_file(tmp_path / "review.db", "review")
        return Config(mode="test", data_dir=tmp_path, **OF_DATABASE)
    node: PostgresNode = request.getfixturevalue("postgres_node")
    mark = f"t{uuid4().hex[:12]}"
    node.create_database(f"{mark}_determination")
    lay_down_rows(node.create_database(f"{mark}_review"), "review")
    return Config(mode="test", data_dir=tmp_path, database_url=node.url(f"{mark}_{{service}}"), **OF_DATABASE)


@contextmanager
def reading(config: Config, service: str) -> Iterator[Session]:
    database = open_database(service, config)
    with database.reading() as session:
        yield session
    database.close()


def counted(session: Session, tables: Any) -> dict[str, int]:
    return {table: session.scalar(text(f"SELECT count(*) FROM {table}")) or 0 for table in tables}   # noqa: S608


def ledger_of(config: Config, service: str) -> tuple[Database, Ledger]:
    database = open_database(service, config)
    return database, Ledger(database, service, config, time_source(config))


def test_every_row_comes_and_none_stays(left: Config) -> None:
    with reading(left, "review") as session:
        before = counted(session, SPLIT.tables)
        told = session.scalar(select(func.count()).where(outbox.c.type_name.in_(SPLIT.events)))
        others = session.scalar(select(func.count()).where(~outbox.c.type_name.in_(SPLIT.events)))
        answered = session.scalar(select(func.count()).select_from(command_log))
        lines = session.scalar(select(func.count()).select_from(ledger))
    assert before["determination"] > 3
    assert before["review_meeting"] > 0
    assert min(told or 0, others or 0, lines or 0) > 0
    assert split.take_along(left, "determination", METADATA) > sum(before.values())
    with reading(left, "determination") as session:
        assert counted(session, SPLIT.tables.values()) == {
            SPLIT.tables[name]: count for name, count in before.items()}
        assert session.scalar(select(func.count()).select_from(outbox)) == told
        assert session.scalars(select(outbox.c.source).distinct()).all() == ["determination"]
        assert session.scalar(select(func.count()).select_from(command_log)) == answered
        assert session.scalar(select(func.count()).select_from(ledger)) == (lines or 0) + 1
        assert {row.consumer for row in session.execute(select(subject_versions.c.consumer).distinct())} == {
            "identity.events--determination", "filing.events--determination"}
    with reading(left, "review") as session:
        assert not any(counted(session, SPLIT.tables).values())
        assert session.scalar(select(func.count()).select_from(outbox)) == others


def test_the_ledger_goes_on_with_the_same_root_and_says_whose_it_was(left: Config) -> None:
    split.take_along(left, "determination", METADATA)
    database, former = ledger_of(left, "review")
    with database.reading() as session:
        size, lines = tree_store.size_of(session), read_lines(session, limit=100_000)
        root = tree_store.root_of(session, size)
    database.close()
    database, own = ledger_of(left, "determination")
    own.number()
    with database.reading() as session:
        brought = read_lines(session, limit=100_000)
        assert session.scalar(select(func.count()).select_from(ledger_checkpoints)) == 0
    assert [plain(each) for each in brought[:-1]] == [plain(each) for each in lines]
    last = brought[-1].body
    assert f'"what":"{split.CONTINUED}"' in last.replace('": "', '":"')
    assert f'"size":{size}' in last.replace('": ', '":')
    assert root.hex() in last
    assert former.origin in last
    assert own.seal()
    database.close()


def test_an_export_of_it_is_verified_by_who_shares_no_code_with_us(left: Config, tmp_path: Path) -> None:
    split.take_along(left, "determination", METADATA)
    database, own = ledger_of(left, "determination")
    own.number()
    own.seal()
    with (file := tmp_path / "export").open("w", encoding="utf-8") as out:
        lines = export(own, out)
    database.close()
    assert lines > 100
    status, told = outside.check(file)
    assert status == 0, told
    assert f"续自 continues {origin_of(left, 'review')}: 前 {lines - 1} 行 lines" in told


def plain(line: Line) -> tuple[int, str, str, str]:
    return line.seq, line.body, line.leaf, line.salt


def test_every_case_can_be_read_and_found_as_before(left: Config) -> None:
    split.take_along(left, "determination", METADATA)
    with reading(left, "determination") as session:
        store = CaseStorage(session)
        ids = session.scalars(select(METADATA.tables["determination"].c.id)).all()
        cases = [store.determinations.read(each) for each in ids]
        meetings = session.scalars(select(METADATA.tables["joint_meeting"].c.id)).all()
        assert all(case.history for case in cases)
        assert set(session.scalars(select(METADATA.tables["determination_grams"].c.row_id))) == set(ids)
        assert all(store.meetings.read(each).attendance.members for each in meetings)


def test_votes_cast_before_are_held_against_the_ledger_that_came_along(left: Config) -> None:
    """Each has its commitment and its event there, under the name that it had."""
    split.take_along(left, "determination", METADATA)
    runtime = ServiceRuntime("determination", METADATA, CaseStorage, left)
    context = runtime.context(Tick())
    with context.unit() as unit:
        found = [unit.store.meetings.get(each)
                 for each in unit.store.session.scalars(select(METADATA.tables["joint_meeting"].c.id))]
        assert all(item.ballots for meeting in found for item in meeting.agenda.items)
        for meeting in found:
            assert ballots.differing(context, unit, meeting, meeting.agenda.items,
                                     occasion_of(context, meeting)) == ()
        unit.commit()
    runtime.database.close()


def test_brought_once_nothing_is_brought_again(left: Config) -> None:
    assert split.take_along(left, "determination", METADATA)
    with reading(left, "determination") as session:
        before = session.scalar(select(func.count()).select_from(ledger))
    assert split.take_along(left, "determination", METADATA) == 0
    with reading(left, "determination") as session:
        assert session.scalar(select(func.count()).select_from(ledger)) == before


def test_interrupted_before_the_removing_it_is_made_up_for(
        left: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(split, "_remove", killed)
        with pytest.raises(KeyboardInterrupt):
            split.take_along(left, "determination", METADATA)
    with reading(left, "review") as session:
        there = counted(session, SPLIT.tables)
    assert there["determination"]
    assert split.take_along(left, "determination", METADATA) == 0
    with reading(left, "determination") as session:
        assert counted(session, SPLIT.tables.values()) == {
            SPLIT.tables[name]: count for name, count in there.items()}
    with reading(left, "review") as session:
        assert not any(counted(session, SPLIT.tables).values())


def test_who_runs_is_asked_to_stop_and_nothing_is_changed(left: Config) -> None:
    database = open_database("review", left)
    relay = database.relay_lock()
    assert relay.take()
    with pytest.raises(StartRefused, match="Stop them, then run `rongcuo migrate`"):
        split.take_along(left, "determination", METADATA)
    relay.release()
    with database.reading() as session:
        assert counted(session, SPLIT.tables)["determination"]
    database.close()


def test_a_service_that_has_data_of_its_own_takes_nothing_and_nothing_is_removed(left: Config) -> None:
    database = open_database("determination", left)
    ensure_tables(database, "determination", METADATA, upgrade=True)
    with database.alone() as session:
        session.execute(insert(ledger), {"body": "{}", "leaf": "0" * 64, "salt": "0" * 32})
    database.close()
    with pytest.raises(StartRefused, match=r"holds data \(ledger\)"):
        split.take_along(left, "determination", METADATA)
    with reading(left, "review") as session:
        assert counted(session, SPLIT.tables)["determination"]


def killed(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_ledger_that_was_changed_is_not_taken_along(left: Config) -> None:
    database, former = ledger_of(left, "review")
    former.number()
    with database.alone() as session:
        for (name,) in triggers_of(session):
            session.execute(text(f"DROP TRIGGER {name}" if left.database_url.startswith("sqlite")
                                 else f"ALTER TABLE ledger DISABLE TRIGGER {name}"))
        session.execute(text("DELETE FROM ledger WHERE seq = 2"))
    database.close()
    with pytest.raises(StartRefused, match=r"verify_ledger\.py"):
        split.take_along(left, "determination", METADATA)
    with reading(left, "review") as session:
        assert counted(session, SPLIT.tables)["determination"]


def triggers_of(session: Session) -> list[tuple[str]]:
    wanted = ("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'ledger'"
              if session.get_bind().dialect.name == "sqlite" else
              "SELECT tgname FROM pg_trigger WHERE tgrelid = 'ledger'::regclass AND NOT tgisinternal")
    return [(str(name),) for (name,) in session.execute(text(wanted))]


def test_review_alone_is_not_led_on_while_it_holds_determinations(left: Config) -> None:
    database = open_database("review", left)
    with pytest.raises(StartRefused, match="rongcuo migrate"):
        ensure_tables(database, "review", metadata("review"), upgrade=True)
    database.close()
    environ = {"RONGCUO_DATA_DIR": str(left.data_dir), "RONGCUO_MODE": "test",
               "RONGCUO_DATABASE_URL": left.database_url}
    if left.database_url.startswith("sqlite"):    # elsewhere every service would need a database
        done = CliRunner(env=environ).invoke(main, ["migrate"])
        assert "rows brought from where they were" in done.output
        with reading(left, "review") as session:
            assert not inspect(session.connection()).has_table("determination")
