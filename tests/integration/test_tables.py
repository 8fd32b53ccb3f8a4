"""The history of each service's tables ends at what the service declares; earlier data are led there."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from sqlalchemy import Connection, MetaData, insert, inspect, select, text

from rongcuo.chassis.config import Config, StartRefused
from rongcuo.chassis.database import Database, open_database
from rongcuo.chassis.database.history import history_of
from rongcuo.chassis.database.tables import CHASSIS, dead_letters, inbox
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.starting.tables import ensure_tables
from rongcuo.chassis.time_source import SHANGHAI
from rongcuo.cli import main
from services import EVERY, WITH_DATABASE, metadata, with_database
from services.filing.storage import METADATA, FilingStorage
from tests.released.loading import SERVICES, lay_down_file, lay_down_rows

MORNING, EVENING, NIGHT = (datetime(2026, 3, 2, hour, tzinfo=SHANGHAI) for hour in (9, 17, 22))


@pytest.fixture
def filing(config: Config) -> Iterator[Database]:
    database = open_database("filing", config)
    yield database
    database.close()


def described(connection: Connection) -> dict[str, Any]:
    """What a database tells of its tables, but for the note of revisions."""
    looked_at = inspect(connection)
    facets = (looked_at.get_multi_columns, looked_at.get_multi_indexes, looked_at.get_multi_pk_constraint,
              looked_at.get_multi_foreign_keys, looked_at.get_multi_unique_constraints)
    return {f"{table} {facet.__name__}": sorted(map(plain, told)) if isinstance(told, list) else plain(told)
            for facet in facets for (_, table), told in facet().items() if table != "alembic_version"}


def plain(told: Any) -> str:
    """In words that are equal where the meaning is."""
    if isinstance(told, dict):
        return str({name: plain(value) for name, value in told.items()})
    return str(told)


def left_by_v0_3_0(database: Database) -> None:
    """Its tables, and no revision noted."""
    history = history_of(METADATA)
    with database.alone() as session:
        history.upgrade(session.connection(), history.first)
        session.execute(text("DROP TABLE alembic_version"))


@pytest.mark.parametrize("service", with_database(EVERY))
def test_the_last_revision_makes_what_the_service_declares(service: str, config: Config) -> None:
    declared = metadata(service)
    assert declared.info["migrations"].is_dir()
    database = open_database(service, config)
    with database.alone() as session:
        for tables in (CHASSIS, declared):
            tables.create_all(session.connection())
        wanted = described(session.connection())
        for tables in (declared, CHASSIS):
            tables.drop_all(session.connection())
    ensure_tables(database, service, declared, upgrade=False)
    with database.reading() as session:
        assert described(session.connection()) == wanted
    database.close()


def test_what_an_earlier_edition_made_is_left_alone_until_it_may_be_upgraded(filing: Database) -> None:
    left_by_v0_3_0(filing)
    with pytest.raises(StartRefused, match=r"filing.*run `rongcuo migrate`"):
        ensure_tables(filing, "filing", METADATA, upgrade=False)
    made = ensure_tables(filing, "filing", METADATA, upgrade=True)
    assert sorted(made) == ["chassis_0001", "chassis_0002", "filing_0001", "filing_0002", "filing_0003",
                            "filing_0004", "filing_0005", "filing_0006", "filing_0007", "filing_0008",
                            "filing_0009", "filing_0010", "filing_0011", "filing_0012"]
    assert ensure_tables(filing, "filing", METADATA, upgrade=False) == []


def test_a_service_of_a_deployment_waits_for_the_operator_and_embedded_it_upgrades_itself(
        filing: Database, config: Config) -> None:
    left_by_v0_3_0(filing)
    deployed = ServiceRuntime("filing", METADATA, FilingStorage, replace(config, bus_url="amqp://127.0.0.1"))
    embedded = ServiceRuntime("filing", METADATA, FilingStorage, config)
    try:
        with pytest.raises(StartRefused, match="rongcuo migrate"):
            deployed.start()
        embedded.start()
        deployed.start()
    finally:
        embedded.stop()
        deployed.stop()


def letter(consumer: str, event_id: str, **changes: Any) -> dict[str, Any]:
    return {"consumer": consumer, "event_id": event_id, "type_name": "", "subject": "", "sequence": 1,
            "reason_code": "invalid", "reason": "", "attempts": 1, "digest": "0", "first_at": MORNING,
            "body": b"?", "headers": {}, "state": "discarded", "decided_at": None} | changes


@pytest.mark.parametrize(("before", "copies"), [
    (("chassis_0001", "filing_0002"), []),
    (("chassis_0002", "filing_0001"), ["determination.events--filing"])])
def test_what_was_discarded_before_counts_as_heard_since(
        filing: Database, before: tuple[str, ...], copies: list[str]) -> None:
    review = "review.events--filing"
    with filing.alone() as session:
        history_of(METADATA).upgrade(session.connection(), before)
        session.execute(insert(inbox), {"consumer": review, "event_id": "known", "at": MORNING})
        session.execute(insert(dead_letters), [
            letter(review, "known", decided_at=EVENING), letter(review, "e1", decided_at=EVENING),
            letter(review, "e1", digest="1", decided_at=NIGHT), letter(review, "e" * 64),
            letter(review, "e" * 65), letter(review, ""), letter(review, "open", state="open"),
            letter(review, "resent", state="resent", decided_at=EVENING)])
    ensure_tables(filing, "filing", METADATA, upgrade=True)
    with filing.reading() as session:
        found = session.execute(select(inbox.c.consumer, inbox.c.event_id, inbox.c.at)).all()
    assert sorted(map(tuple, found)) == sorted([
        (review, "known", MORNING), *((copy, "known", EVENING) for copy in copies),
        *((consumer, event_id, at) for consumer in (review, *copies)
          for event_id, at in {"e1": EVENING, "e" * 64: MORNING}.items())])


def test_what_a_later_edition_made_is_refused_by_its_revision(filing: Database) -> None:
    ensure_tables(filing, "filing", METADATA, upgrade=True)
    with filing.alone() as session:
        session.execute(text("UPDATE alembic_version SET version_num = 'filing_9999' "
                             "WHERE version_num LIKE 'filing%'"))
    with pytest.raises(StartRefused, match=r"filing.*made by another edition \(filing_9999\)"):
        ensure_tables(filing, "filing", METADATA, upgrade=True)


def test_what_no_release_made_is_refused_and_stays_as_it_was(filing: Database) -> None:
    left_by_v0_3_0(filing)
    with filing.alone() as session:
        session.execute(text("ALTER TABLE filing_counter RENAME COLUMN last TO latest"))
    with filing.reading() as session:
        before = described(session.connection())
    with pytest.raises(StartRefused, match=r"another edition \(filing_counter\)"):
        ensure_tables(filing, "filing", METADATA, upgrade=True)
    with filing.reading() as session:
        assert described(session.connection()) == before
        assert not inspect(session.connection()).has_table("alembic_version")


REVISIONS = {
    "shelf_0001": 'op.create_table("books", Column("id", Integer, primary_key=True))',
    "shelf_0002": 'op.add_column("books", Column("title", String(20)))',
    "shelf_0003": 'op.create_index("books_title", "books", ["name"])      # a mistake',
}


def shelf(folder: Path, revisions: int) -> MetaData:
    """A service's tables with so many revisions."""
    folder.mkdir()
    names = [*REVISIONS][:revisions]
    for name, before in zip(names, [None, *names], strict=False):
        (folder / f"{name}.py").write_text(
            "from alembic import op\nfrom sqlalchemy import Column, Integer, String\n"
            f"revision, down_revision = {name!r}, {before!r}\ndef upgrade():\n    {REVISIONS[name]}\n")
    return MetaData(info={"migrations": folder})


def test_a_later_revision_is_run_and_one_that_fails_leaves_all_as_it_was(
        config: Config, tmp_path: Path) -> None:
    database = open_database("shelf", config)
    editions = [shelf(tmp_path / f"edition{count}", count) for count in (1, 2, 3)]
    ensure_tables(database, "shelf", editions[0], upgrade=False)
    with pytest.raises(StartRefused, match="rongcuo migrate"):
        ensure_tables(database, "shelf", editions[1], upgrade=False)
    assert ensure_tables(database, "shelf", editions[1], upgrade=True) == ["shelf_0002"]
    with pytest.raises(Exception, match="name"):
        ensure_tables(database, "shelf", editions[2], upgrade=True)
    assert ensure_tables(database, "shelf", editions[1], upgrade=False) == []
    with pytest.raises(StartRefused, match=r"another edition \(shelf_0002\)"):
        ensure_tables(database, "shelf", editions[0], upgrade=True)
    database.close()


def migrated(config: Config, *services: str) -> str:
    environ = {"RONGCUO_DATA_DIR": str(config.data_dir), "RONGCUO_MODE": "test",
               "RONGCUO_DATABASE_URL": config.database_url}
    done = CliRunner(env=environ).invoke(main, ("migrate", *services))
    assert done.exit_code == 0, done.output
    return done.stdout


def lie_as_v0_3_0_left_it(config: Config, service: str) -> None:
    if config.database_url.startswith("sqlite"):
        lay_down_file(config.data_dir / f"{service}.db", service)
    else:
        lay_down_rows(config.database_url, service)


def rows(service: str, config: Config) -> dict[str, Any]:
    """All that a service keeps."""
    database = open_database(service, config)
    with database.reading() as session:
        kept = {table.name: sorted(map(repr, session.execute(select(table)).mappings()))
                for table in metadata(service).sorted_tables}
    database.close()
    return kept


@pytest.mark.parametrize("service", [each for each in SERVICES if each != "review"])    # see test_split
def test_the_command_takes_over_what_v0_3_0_left(service: str, config: Config) -> None:
    lie_as_v0_3_0_left_it(config, service)
    assert "upgraded: " in migrated(config, service)
    kept = rows(service, config)
    assert sum(map(len, kept.values())) > 10
    assert "as this edition has it" in migrated(config, service)
    assert rows(service, config) == kept


def test_a_database_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    told = migrated(Config(mode="test", data_dir=tmp_path))
    assert told.count("no database yet") == len(WITH_DATABASE)
    assert not [*tmp_path.iterdir()]
