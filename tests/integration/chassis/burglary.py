"""Random edits of a ledger's database, by somebody whom no trigger stops."""

import json
from random import Random

from sqlalchemy import text
from sqlalchemy.orm import Session

from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.ledger.ledger import Ledger
from tests.integration.chassis.tampering import leaf, other_letter, resigned, spelled, written_on


class Burglar:
    """Owns the database. `break_in` drops the triggers and keeps a copy; every edit begins from that."""

    def __init__(self, runtime: ServiceRuntime) -> None:
        self._database = runtime.database
        self.ledger: Ledger = runtime.ledger
        self._stolen = runtime.ledger.ring.signer()

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

    def a_line_changed_at(self, session: Session, seq: int) -> None:
        self._set(session, "ledger", "seq", seq, body="{}")

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

    def a_checkpoint_written_on(self, random: Random, session: Session) -> None:
        size, note = random.choice(self._notes(session))
        self._set(session, "ledger_checkpoints", "size", size, note=written_on(random, note))

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
            a_line_deleted_and_the_gap_closed, a_line_slipped_in, a_checkpoint, a_checkpoint_written_on,
            a_checkpoint_deleted, the_end, all_of_it_with_the_stolen_key)

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
