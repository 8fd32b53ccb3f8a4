"""Everything that a lead can open, with a heap of rows there: a million on PostgreSQL, a tenth on SQLite."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from sqlalchemy import MetaData, create_engine, insert, select, text

from bench.figures import Figure, Goal, percentile
from bench.pages import fill_up, prepare
from bench.rest import SIX, at_rest
from bench.stage import Stage, stage
from bench.start import answers
from deploy.local import free_port
from deploy.local.background import wait_until
from deploy.mailbox import ROOT
from rongcuo.chassis.database.history import history_of
from rongcuo.chassis.database.tables import CHASSIS
from rongcuo.chassis.database.types import canonical
from services import NAMES, WITH_DATABASE

ROWS = {"small": (2_000, 10_000), "full": (100_000, 1_000_000)}      # on SQLite, on PostgreSQL
LOOKS = {"small": 3, "full": 5}
BATCH = 2_000
TABLE = "as=csv"
GUARDS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
PATIENCE_S = 300
SLOWEST = 12       # addresses named in the result


def measure(size: str) -> dict[str, Figure]:
    """`heap_ms`: the slowest address of all, as its median; others that are slow are named beside it. What is
    taken away as a table, of up to some thousand lines, stands apart: `heap_table_ms`. `.sqlite`: the same of
    a platform in one process. `rest_heap_…`: of six services at rest, a tenth of the matters open. No goals:
    those are where a kind is measured by itself. But none may fail: `heap_failed`."""
    few, many = ROWS[size]
    with stage("heap") as here:
        here.serve(*NAMES)
        reader = prepare(here)
        fill_up(here, reader, range(2, few + 1))
        here.serve()
        with _in_one_process(here) as port:
            figures = _asked(here, reader, port, few, size, ".sqlite")
        fill_up(here, reader, range(few + 1, many + 1))
        here.serve(*NAMES)
        figures |= _asked(here, reader, here.http_port, many, size)
        here.serve_together(*SIX)
        return figures | at_rest(here, "rest_heap", size)


def _asked(here: Stage, reader: Mapping[str, str], port: int, rows: int, size: str,
           behind: str = "") -> dict[str, Figure]:
    """`p99` is the slowest look of all."""
    told = here.play("heap_looks", green=False, looks=LOOKS[size], port=port, **reader)
    taken: dict[str, list[float]] = told["taken"]
    tables, failed = {address for address in taken if TABLE in address}, float(len(told["failed"]))
    pages = {f"heap_ms{behind}": taken.keys() - tables, f"heap_table_ms{behind}": tables}
    return {**{name: _slowest(taken, those, rows) for name, those in pages.items() if those},
            f"heap_failed{behind}": Figure(
                unit="addresses", n=len(taken), median=failed, p99=failed, judged="median",
                goal=Goal(limit=0, at_most=True), more={"failed": told["failed"]})}


def _slowest(told: Mapping[str, list[float]], addresses: Set[str], rows: int) -> Figure:
    middles = {address: percentile(told[address], 0.5) for address in addresses}
    ordered = sorted(middles, key=lambda address: -middles[address])
    return Figure(unit="ms", n=len(addresses), median=middles[ordered[0]],
                  p99=max(max(told[address]) for address in addresses), more={
                      "rows": rows, "middle": round(percentile(list(middles.values()), 0.5), 1),
                      "slowest": {address: round(middles[address], 1) for address in ordered[:SLOWEST]}})


@contextmanager
def _in_one_process(here: Stage) -> Iterator[int]:
    """The platform as `make run` starts it, with all that is kept on the stage; its port."""
    folder, port = here.var / "one", free_port()
    folder.mkdir(0o700)
    (folder / "keys").symlink_to(here.keys)
    for service in WITH_DATABASE:
        _copy(here.postgres.url(f"rongcuo_{service}"), folder / f"{service}.db", service)
    environ: dict[str, str] = {
        **os.environ, "RONGCUO_MODE": "demonstration", "RONGCUO_DATA_DIR": str(folder),
        "RONGCUO_HTTP_PORT": str(port), "RONGCUO_HEALTH_PORT_BASE": str(free_port()),
        "RONGCUO_DEMONSTRATION_DATA": "false"}
    process = subprocess.Popen([sys.executable, "-Wignore", "-m", "rongcuo", "run"], env=environ, cwd=ROOT,
                               stdout=subprocess.DEVNULL)
    try:
        if not wait_until(lambda: answers(port), PATIENCE_S):
            raise TimeoutError("no page was answered")
        yield port
    finally:
        process.terminate()
        process.wait(60)


def _copy(source: str, target: Path, service: str) -> None:
    """All rows of a database, into one of SQLite with the same tables."""
    target.touch(0o600)
    metadata: MetaData = import_module(f"services.{service}.storage").METADATA
    kept, one = create_engine(source), create_engine(f"sqlite:///{target}", json_serializer=canonical)
    with kept.connect().execution_options(yield_per=BATCH) as reading, one.begin() as writing:
        history_of(metadata).upgrade(writing)
        guards = writing.execute(text(GUARDS)).all()      # of the ledger, which takes no numbered line
        for name, _ in guards:
            writing.execute(text(f"DROP TRIGGER {name}"))
        for table in (*metadata.sorted_tables, *CHASSIS.sorted_tables):
            columns = [column for column in table.c if column.computed is None]
            for rows in reading.execute(select(*columns)).mappings().partitions():
                writing.execute(insert(table), [dict(row) for row in rows])
        for _, statement in guards:
            writing.execute(text(statement))
    for engine in (kept, one):
        engine.dispose()
