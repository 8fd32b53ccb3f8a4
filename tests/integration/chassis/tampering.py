"""Random edits of a ledger, in its export and in its database, by somebody whom no trigger stops."""

import json
from collections.abc import Callable
from hashlib import sha256
from random import Random

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import text
from sqlalchemy.orm import Session

from rongcuo.chassis.ledger.book import Ledger
from rongcuo.chassis.ledger.notes import Checkpoint, sign, vkey
from rongcuo.chassis.workshop import Workshop
from tests.unit.ledger import reference

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
Edit = Callable[[Random, list[bytes]], list[bytes]]


def spelled(record: dict) -> bytes:
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def leaf(body: str) -> str:
    return sha256(b"\x00" + body.encode()).hexdigest()


def other_letter(random: Random, whole: str) -> str:
    place = random.randrange(len(whole))
    letter = random.choice([each for each in LETTERS if each != whole[place]])
    return whole[:place] + letter + whole[place + 1:]


# ---------------------------------------------------------------------- the export, as lines

def a_byte_changed(random: Random, lines: list[bytes]) -> list[bytes]:
    whole = bytearray(b"".join(lines))
    whole[random.randrange(len(whole))] ^= random.randrange(1, 256)
    return [bytes(whole)]


def a_byte_lost(random: Random, lines: list[bytes]) -> list[bytes]:
    whole = b"".join(lines)
    place = random.randrange(len(whole))
    return [whole[:place], whole[place + 1:]]


def a_byte_added(random: Random, lines: list[bytes]) -> list[bytes]:
    whole = b"".join(lines)
    place = random.randrange(len(whole) + 1)
    return [whole[:place], bytes([random.randrange(256)]), whole[place:]]


def a_line_lost(random: Random, lines: list[bytes]) -> list[bytes]:
    place = random.randrange(len(lines))
    return lines[:place] + lines[place + 1:]


def a_line_twice(random: Random, lines: list[bytes]) -> list[bytes]:
    place = random.randrange(len(lines))
    return lines[:place] + lines[place:place + 1] + lines[place:]


def two_lines_swapped(random: Random, lines: list[bytes]) -> list[bytes]:
    one, two = random.sample(range(len(lines)), 2)
    swapped = lines.copy()
    swapped[one], swapped[two] = lines[two], lines[one]
    return swapped


def a_body_rewritten(random: Random, lines: list[bytes]) -> list[bytes]:
    """With its leaf hash, in perfect spelling."""
    place = random.choice([number for number, line in enumerate(lines) if b'"body"' in line])
    record = json.loads(lines[place])
    body = other_letter(random, record["body"])
    return [*lines[:place], spelled({**record, "body": body, "leaf": leaf(body)}), *lines[place + 1:]]


def the_end_cut_off(random: Random, lines: list[bytes]) -> list[bytes]:
    """Back to an earlier checkpoint, with a header that agrees: only a witness knows better."""
    ends = [number for number, line in enumerate(lines) if b'"checkpoint"' in line]
    kept = lines[:random.choice(ends[:-1]) + 1]
    header = json.loads(lines[0])
    header["checkpoints"] = sum(b'"checkpoint"' in line for line in kept)
    return [spelled({**header, "lines": len(kept) - 1 - header["checkpoints"]}), *kept[1:]]


def another_signs(random: Random, lines: list[bytes]) -> list[bytes]:
    """All of it rewritten and signed anew, by a key of the forger's own."""
    header = json.loads(lines[0])
    key = Ed25519PrivateKey.generate()
    forged = a_body_rewritten(random, lines)
    bodies = [json.loads(line)["body"] for line in forged if b'"body"' in line]
    told = {"vkey": vkey(header["origin"], key.public_key().public_bytes_raw()), "endorsement": ""}
    signed = (line if b'"body"' in line else
              spelled({"checkpoint": resigned(json.loads(line)["checkpoint"], bodies, key)})
              for line in forged[1:])
    return [spelled({**header, "keys": [told]}), *signed]


EXPORT_EDITS: tuple[Edit, ...] = (
    a_byte_changed, a_byte_lost, a_byte_added, a_line_lost, a_line_twice, two_lines_swapped, a_body_rewritten,
    the_end_cut_off, another_signs)


def resigned(note: str, bodies: list[str], key: Ed25519PrivateKey) -> str:
    known = Checkpoint.read(note)
    root = reference.root([body.encode() for body in bodies[:known.size]])
    return sign(Checkpoint(known.origin, known.size, root).text, known.origin, [key])


# ---------------------------------------------------------------------- the database, past its triggers

class Burglar:
    """Owns the database. `break_in` drops the triggers and keeps a copy; every edit begins from that."""

    def __init__(self, workshop: Workshop) -> None:
        self._database = workshop.database
        self.ledger: Ledger = workshop.ledger
        self._stolen = workshop.ledger.ring.signer()

    def break_in(self) -> None:
        with self._database.writing() as session, session.begin():
            if session.get_bind().dialect.name == "sqlite":
                triggers = text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
                for name in session.scalars(triggers).all():
                    session.execute(text(f"DROP TRIGGER {name}"))
            for table in ("ledger", "ledger_checkpoints"):
                if session.get_bind().dialect.name == "postgresql":
                    session.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
                session.execute(text(f"CREATE TABLE kept_{table} AS SELECT * FROM {table}"))  # noqa: S608

    def edit(self, random: Random) -> str:
        """Undo the last edit, make another; its name."""
        act = random.choice(self.ACTS)
        with self._database.writing() as session, session.begin():
            for table in ("ledger", "ledger_checkpoints"):
                session.execute(text(f"DELETE FROM {table}"))  # noqa: S608
                session.execute(text(f"INSERT INTO {table} SELECT * FROM kept_{table}"))  # noqa: S608
            act(self, random, session)
        return act.__name__

    def a_body(self, random: Random, session: Session) -> None:
        seq, body = self._any(random, session)
        self._set(session, "ledger", "seq", seq, body=other_letter(random, body))

    def a_body_with_its_leaf(self, random: Random, session: Session) -> int:
        seq, body = self._any(random, session)
        changed = other_letter(random, body)
        self._set(session, "ledger", "seq", seq, body=changed, leaf=leaf(changed))
        return seq

    def another_officer(self, random: Random, session: Session) -> None:
        seq, body = self._any(random, session)
        changed = spelled({**json.loads(body), "actor": "officer-9"}).decode().rstrip()
        self._set(session, "ledger", "seq", seq, body=changed, leaf=leaf(changed))

    def a_leaf(self, random: Random, session: Session) -> None:
        seq, body = self._any(random, session)
        self._set(session, "ledger", "seq", seq, leaf=leaf(other_letter(random, body)))

    def two_numbers(self, random: Random, session: Session) -> None:
        one, two = random.sample([seq for seq, _ in self._lines(session)], 2)
        for old, new in ((one, -1), (two, one), (-1, two)):
            self._set(session, "ledger", "seq", old, seq=new)

    def a_line_deleted(self, random: Random, session: Session) -> int:
        seq, _ = self._any(random, session)
        session.execute(text("DELETE FROM ledger WHERE seq = :seq"), {"seq": seq})
        return seq

    def a_line_deleted_and_the_gap_closed(self, random: Random, session: Session) -> None:
        gap = self.a_line_deleted(random, session)
        for seq, _ in self._lines(session):
            if seq > gap:
                self._set(session, "ledger", "seq", seq, seq=seq - 1)

    def a_line_slipped_in(self, random: Random, session: Session) -> None:
        place, body = self._any(random, session)
        for seq, _ in reversed(self._lines(session)):
            if seq >= place:
                self._set(session, "ledger", "seq", seq, seq=seq + 1)
        forged = other_letter(random, body)
        row = {"id": 10_000, "seq": place, "body": forged, "leaf": leaf(forged)}
        session.execute(text("INSERT INTO ledger (line_id, seq, body, leaf, salt) "
                             "VALUES (:id, :seq, :body, :leaf, '00')"), row)

    def a_checkpoint(self, random: Random, session: Session) -> None:
        size, note = random.choice(self._notes(session))
        self._set(session, "ledger_checkpoints", "size", size, note=other_letter(random, note))

    def a_checkpoint_deleted(self, random: Random, session: Session) -> None:
        size, _ = random.choice(self._notes(session))
        session.execute(text("DELETE FROM ledger_checkpoints WHERE size = :size"), {"size": size})

    def the_end(self, random: Random, session: Session) -> None:
        size, _ = random.choice(self._notes(session)[:-1])
        session.execute(text("DELETE FROM ledger WHERE seq > :size"), {"size": size})
        session.execute(text("DELETE FROM ledger_checkpoints WHERE size > :size"), {"size": size})

    def all_of_it_with_the_stolen_key(self, random: Random, session: Session) -> None:
        """A perfect forgery: only the witnesses know."""
        forged = self.a_body_with_its_leaf(random, session)
        bodies = [body for _, body in self._lines(session)]
        for size, note in self._notes(session):
            if size >= forged:
                forgery = resigned(note, bodies, self._stolen)
                self._set(session, "ledger_checkpoints", "size", size, note=forgery)

    ACTS = (a_body, a_body_with_its_leaf, another_officer, a_leaf, two_numbers, a_line_deleted,
            a_line_deleted_and_the_gap_closed, a_line_slipped_in, a_checkpoint, a_checkpoint_deleted, the_end,
            all_of_it_with_the_stolen_key)

    def _lines(self, session: Session) -> list[tuple[int, str]]:
        return [tuple(row) for row in session.execute(text("SELECT seq, body FROM ledger ORDER BY seq"))]

    def _any(self, random: Random, session: Session) -> tuple[int, str]:
        return random.choice(self._lines(session))

    def _notes(self, session: Session) -> list[tuple[int, str]]:
        return [tuple(row) for row in
                session.execute(text("SELECT size, note FROM ledger_checkpoints ORDER BY size"))]

    def _set(self, session: Session, table: str, key: str, at: int, **values: str | int) -> None:
        named = ", ".join(f"{name} = :{name}_new" for name in values)
        session.execute(text(f"UPDATE {table} SET {named} WHERE {key} = :at"),  # noqa: S608
                        {"at": at, **{f"{name}_new": value for name, value in values.items()}})
