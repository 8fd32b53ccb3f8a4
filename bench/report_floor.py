"""The floor of a report: its rows, shares and cryptography, written again by hand with nothing but the
libraries underneath."""

import os
from hashlib import scrypt
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg2
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from psycopg2 import sql

from bench.bare_rows import insertion, like

PARTS, HOLDERS, FILLED = 3, 3, 1024
COST, BLOCK, MEMORY = 2 ** 15, 8, 64 * 1024 * 1024       # of the query code's slow hash
COUNT = ("INSERT INTO clarify_counter (series, organ_id, year, last) VALUES ('report', '530127', 2026, 1) "
         "ON CONFLICT (series, organ_id, year) DO UPDATE SET last = clarify_counter.last + 1 RETURNING last")
BY_REPORTER = {"vault": {"vault_reporter": "id", "vault_sealed_part": "reporter_ref"},
               "clarify": {"clarify_report": "reporter_ref"}}
BESIDE = {"clarify_apart": "report_id"}
OF_ALL = {"command_log": "at", "outbox": "seq", "ledger": "line_id"}
BY_THE_DATABASE = {"clarify_report": {"number_order"}, "outbox": {"seq", "sent_at"},
                   "ledger": {"line_id", "seq"}}
KEYS = {"vault_reporter": ("id", "code_hash"), "vault_sealed_part": ("reporter_ref",),
        "clarify_report": ("id", "reporter_ref"), "clarify_apart": ("report_id",),
        "command_log": ("command_id",), "outbox": ("event_id", "subject"), "ledger": ()}
Rows = dict[str, list[dict[str, Any]]]


class Floor:
    """Takes one report's rows from the services' databases, and writes their like into others."""

    def __init__(self, sources: dict[str, str], bare: dict[str, str], reporter_ref: str,
                 folder: Path) -> None:
        self._bare = {name: psycopg2.connect(dsn) for name, dsn in bare.items()}
        self._rows = {name: _rows_of(psycopg2.connect(dsn), name, reporter_ref)
                      for name, dsn in sources.items()}
        self._folder, self._pairs = folder, [X25519PrivateKey.generate() for _ in range(HOLDERS)]
        folder.mkdir(parents=True, exist_ok=True)

    def write(self) -> None:
        """A transaction in each of the two databases."""
        for name, rows in self._rows.items():
            with self._bare[name] as connection, connection.cursor() as cursor:
                if name == "clarify":
                    cursor.execute(COUNT)
                fresh: dict[str, str] = {}
                for table, theirs in rows.items():
                    for row in theirs:
                        own = {column: fresh.setdefault(row[column], like(row[column]))
                               for column in KEYS[table]}
                        cursor.execute(insertion(connection, table, row), {**row, **own})

    def keep_shares(self) -> None:
        """The node's share of each part: a file that is durable, with its folder."""
        for _ in range(PARTS):
            file = self._folder / uuid4().hex
            with file.open("wb") as kept:
                kept.write(os.urandom(32))
                kept.flush()
                os.fsync(kept.fileno())
            folder = os.open(self._folder, os.O_RDONLY)
            os.fsync(folder)
            os.close(folder)

    def seal_and_open(self) -> None:
        """Each part closed, its key's shares boxed to three holders, the code boxed; at the node its own
        boxes opened, and the code hashed."""
        for _ in range(PARTS):
            AESGCM(_derived(os.urandom(32), 32)).encrypt(os.urandom(12), bytes(FILLED), b"part")
            boxes = [_put(os.urandom(32), pair.public_key()) for pair in self._pairs]
            _take(boxes[-1], self._pairs[-1])
        _take(_put(b"0" * 19, self._pairs[-1].public_key()), self._pairs[-1])
        scrypt(b"0" * 16, salt=bytes(32), n=COST, r=BLOCK, p=1, maxmem=MEMORY, dklen=32)


def _put(plain: bytes, to: X25519PublicKey) -> bytes:
    once = X25519PrivateKey.generate()
    public = once.public_key().public_bytes_raw()
    agreed = _derived(once.exchange(to), 44)
    return public + AESGCM(agreed[:32]).encrypt(agreed[32:], plain, b"box")


def _take(box: bytes, own: X25519PrivateKey) -> bytes:
    agreed = _derived(own.exchange(X25519PublicKey.from_public_bytes(box[:32])), 44)
    return AESGCM(agreed[:32]).decrypt(agreed[32:], box[32:], b"box")


def _derived(secret: bytes, length: int) -> bytes:
    return HKDF(SHA256(), length, b"", b"bench").derive(secret)


def _rows_of(connection: Any, service: str, reporter_ref: str) -> Rows:
    """All that one report has left in a service's database, parents first."""
    found = {table: _read(connection, table, column, reporter_ref)
             for table, column in BY_REPORTER[service].items()}
    if service == "clarify":
        report_id = found["clarify_report"][0]["id"]
        found |= {table: _read(connection, table, column, report_id) for table, column in BESIDE.items()}
    return found | {table: _newest(connection, table, order) for table, order in OF_ALL.items()}


def _read(connection: Any, table: str, column: str, value: str) -> list[dict[str, Any]]:
    return _asked(connection, table, sql.SQL("SELECT * FROM {} WHERE {} = %s").format(
        sql.Identifier(table), sql.Identifier(column)), (value,))


def _newest(connection: Any, table: str, order: str) -> list[dict[str, Any]]:
    return _asked(connection, table, sql.SQL("SELECT * FROM {} ORDER BY {} DESC LIMIT 1").format(
        sql.Identifier(table), sql.Identifier(order)), None)


def _asked(connection: Any, table: str, question: sql.Composed, values: Any) -> list[dict[str, Any]]:
    with connection, connection.cursor() as cursor:
        cursor.execute(question, values)
        names = [column.name for column in cursor.description]
        given = BY_THE_DATABASE.get(table, set())
        return [{name: value for name, value in zip(names, row, strict=True) if name not in given}
                for row in cursor.fetchall()]
