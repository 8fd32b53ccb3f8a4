"""Where something may be kept or told: databases, files, dead letters, metrics, exports and backups."""

import gzip
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import amqp
import httpx

from deploy.local import PostgresNode
from rongcuo.chassis.messaging.cloudevents import HEADER, HEADERS
from rongcuo.chassis.signing import KeyFolder, Seals, statements
from services import WITH_DATABASE
from tests.chaos.homes import Home, Town
from tests.chaos.processes import ROOT, until

Look = Callable[[str, str, bytes], None]
TAP = "canary.tap"
TAPPED = ("filing", "clarify", "vault")     # whose events are made dead letters, a few of each
SPOILT = 5
TABLES = {"postgresql": "SELECT tablename FROM pg_tables WHERE schemaname = 'public'",
          "sqlite": "SELECT name FROM sqlite_master WHERE type = 'table'"}
ENDINGS = {".db": "database files", "-wal": "write-ahead log", "-shm": "database files", "log": "log",
           ".jsonl": "export", ".gz": "backup"}
BEGINNINGS = {b"%PDF": "letter as PDF", b"PK\3\4": "letter as DOCX"}


def kind_of(file: Path) -> str:
    """By where it lies, what it is called, and how it begins."""
    if "rabbitmq" in file.parts:
        return "log" if "log" in file.parts else "broker"
    if "postgres" in file.parts:
        return "write-ahead log" if "pg_wal" in file.parts else "database files"
    if "new" in file.parts and "mails" in file.parts:
        return "mail"
    with file.open("rb") as content:
        begins = content.read(4)
    found = next((kind for ending, kind in ENDINGS.items() if file.name.endswith(ending)), "")
    return BEGINNINGS.get(begins) or found or "other file"


def look_at_rows(home: Home, look: Look) -> None:
    """All rows of all databases, as they are read: PostgreSQL keeps long values compressed."""
    tables = TABLES["postgresql" if isinstance(home, Town) else "sqlite"]
    for service in WITH_DATABASE:
        for (table,) in home.books.rows(service, tables):
            kind = "dead letter" if table == "dead_letters" else "database rows"
            rows = home.books.rows(service, f'SELECT * FROM "{table}"')  # noqa: S608
            look(kind, f"{service}.{table}", b"\n".join(_plain(value) for row in rows for value in row))


def _plain(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def look_at_metrics(home: Home, look: Look) -> None:
    """Of every process."""
    processes = home.services.values() if isinstance(home, Town) else [home.service("gateway")]
    for process in processes:
        told = httpx.get(f"http://127.0.0.1:{process.health_port}/metrics", timeout=30).raise_for_status()
        look("metrics", process.name, told.content)


def export(home: Home) -> None:
    """Every ledger that has lines, by the operator's command, into the home's folder."""
    for service in WITH_DATABASE:
        if not home.books.rows(service, "SELECT 1 FROM ledger WHERE seq IS NOT NULL LIMIT 1"):
            continue
        to = home.folder / "exports" / f"{service}.jsonl"
        to.parent.mkdir(exist_ok=True)
        subprocess.run([sys.executable, "-W", "ignore", "-m", "rongcuo", "ledger", "export", "--service",
                        service, "--to", str(to)], cwd=ROOT, env={**os.environ, **home.env}, check=True,
                       capture_output=True, timeout=300)


def back_up(home: Home) -> None:
    """As deploy/production/README.md says it: `pg_basebackup`; a file database by its own means."""
    to = home.folder / "backups"
    to.mkdir()
    if isinstance(home, Town):
        _base_backup(home.postgres, to)
        return
    for service in WITH_DATABASE:
        with closing(sqlite3.connect(home.folder / "data" / f"{service}.db")) as live, \
                closing(sqlite3.connect(":memory:")) as copy:
            live.backup(copy)
            (to / f"{service}.db.gz").write_bytes(gzip.compress(copy.serialize()))


def _base_backup(node: PostgresNode, to: Path) -> None:
    program = next(Path("/usr/lib/postgresql").glob("*/bin/pg_basebackup"))
    subprocess.run([program, "--pgdata", to / "base", "--format=tar", "--gzip", "--checkpoint=fast",
                    "--host=127.0.0.1", f"--port={node.port}", "--username=rongcuo"], check=True,
                   env={**os.environ, "PGPASSWORD": node.password}, capture_output=True, timeout=600)


def tap(town: Town) -> None:
    """From now on the broker keeps a copy of the events for us, in a queue that nobody reads."""
    with _channel(town) as channel:
        channel.queue_declare(TAP, durable=True, auto_delete=False, arguments={"x-queue-type": "quorum"})
        for source in TAPPED:
            channel.queue_bind(TAP, f"{source}.events", "#")


def make_dead_letters(town: Town) -> None:
    """A few genuine events of each source come again as a version that nobody knows, signed as they were."""
    wanted = dict.fromkeys(TAPPED, SPOILT)
    with _channel(town) as channel:
        while any(wanted.values()) and (message := channel.basic_get(TAP)):
            source = message.headers[f"{HEADER}source"]
            if wanted.get(source):
                wanted[source] -= 1
                _send_spoilt(town, channel, source, message)
    until(lambda: _dead(town) >= SPOILT, 120, "dead letters", 0.5)


def _send_spoilt(town: Town, channel: amqp.Channel, source: str, message: amqp.Message) -> None:
    body = message.body.encode() if isinstance(message.body, str) else message.body
    headers = {name: value for name, value in message.headers.items() if name in HEADERS}
    key = headers[f"{HEADER}type"]
    headers |= {f"{HEADER}type": f"{key[:-1]}9", f"{HEADER}id": f"spoilt{headers[f'{HEADER}id'][6:]}"}
    sealed = Seals(KeyFolder(town.keys), source).sealed(
        headers, partial(statements.event, attributes=HEADERS, body=body))
    channel.basic_publish(amqp.Message(body, content_type="application/json", application_headers=sealed,
                                       delivery_mode=2), f"{source}.events", key)


def _dead(town: Town) -> int:
    return sum(town.books.rows(service, "SELECT count(*) FROM dead_letters")[0][0]
               for service in WITH_DATABASE)


@contextmanager
def _channel(town: Town) -> Iterator[amqp.Channel]:
    with amqp.Connection(f"127.0.0.1:{town.rabbit.port}", "rongcuo", town.rabbit.password,
                         confirm_publish=True) as connection:
        yield connection.channel()
