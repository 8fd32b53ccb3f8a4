"""A machine of faults: commands that come twice, events that come twice, late, out of turn, or after a crash.

It drives the real chassis on SQLite. The model is a dictionary; the recount is plain SQL.
"""

import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from hypothesis import strategies as some
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from rongcuo.chassis.config import Config
from rongcuo.chassis.triggers import AlreadyAnswered, AlreadyReceived, Command, ReceivedEvent
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.shelf import READER, Book, shelf

SUBJECTS = some.sampled_from(["a", "b", "c"])
VERSIONS = some.integers(1, 6)
IDS = some.integers(0, 9)
QUEUES = {False: "source.events--shelf", True: "source.events--picky"}     # whether selective


class InboxMachine(RuleBasedStateMachine):
    """`told` and `versions` are what should have taken effect: per command its answer, per queue and subject
    its version."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.data = Path(self._folder.name)
        self.told: dict[str, Any] = {}
        self.versions: dict[tuple[str, str], int] = {}
        self.effects = self.heard = 0
        self.open()

    def open(self) -> None:
        self.runtime = shelf(Config(mode="test", data_dir=self.data))

    @staticmethod
    def expect(held: bool) -> None:
        assert held

    def teardown(self) -> None:
        self.runtime.stop()
        self._folder.cleanup()

    @rule(number=IDS)
    def command(self, number: int) -> None:
        """The first time it is carried out, every other time answered as before."""
        name = f"c{number}"
        try:
            with self.runtime.context(Command(name, "digest"), READER).unit() as unit:
                assert name not in self.told
                book = Book(id=f"book-{name}", title="")
                book.place(name)
                self.told[name] = unit.commit(book, answer={"id": book.id})
                self.effects += 1
        except AlreadyAnswered as before:
            self.expect(before.answer == self.told[name])

    @rule(number=IDS)
    def another_command_under_its_id(self, number: int) -> None:
        if f"c{number}" in self.told:
            try:
                with self.runtime.context(Command(f"c{number}", "another"), READER).unit():
                    raise AssertionError("it was let in")
            except CaseError as refusal:
                self.expect(refusal.code == "command_reused")

    @rule(subject=SUBJECTS, version=VERSIONS, twin=some.booleans(), broken=some.booleans(),
          selective=some.booleans())
    def event(self, subject: str, version: int, twin: bool, broken: bool, selective: bool) -> None:
        """Only the next version takes effect, for a selective consumer each that is higher; a handler that
        breaks leaves nothing; a twin has another id."""
        place, event_id = (QUEUES[selective], subject), f"{subject}{version}{'twin' if twin else ''}"
        event = ReceivedEvent(QUEUES[selective], event_id, subject, version, selective)
        known = self.versions.get(place, 0)
        try:
            with self.runtime.context(event).unit() as unit:
                assert version > known if selective else version == known + 1
                book = Book(id=f"heard-{event.consumer}-{subject}-{version}", title="")
                book.place("heard")
                if broken:
                    raise ZeroDivisionError
                unit.commit(book)
                self.versions[place] = version
                self.effects += 1
                self.heard += 1
        except AlreadyReceived:
            assert version <= known
        except CaseError as refusal:
            self.expect(refusal.code == "events.out_of_order" and version > known + 1 and not selective)
        except ZeroDivisionError:
            assert broken

    @rule(sent=some.integers(0, 3))
    def relay(self, sent: int) -> None:
        rows = self.runtime.outbox.take_batch(sent) if sent else ()
        if rows:
            self.runtime.outbox.mark_sent([row.event_id for row in rows], settled=False)

    @rule()
    def restart(self) -> None:
        """What was sent on a bus that has forgotten it is sent again."""
        self.runtime.stop()
        self.open()
        self.runtime.outbox.unsettle()
        assert self.runtime.outbox.backlog() == self.effects

    @rule()
    def number(self) -> None:
        self.runtime.ledger.number()

    @invariant()
    def everything_is_there_once(self) -> None:
        with closing(sqlite3.connect(f"file:{self.data}/shelf.db?mode=ro", uri=True)) as books:
            def count(question: str) -> int:
                return int(books.execute(question).fetchone()[0])

            assert count("SELECT count(*) FROM books") == self.effects
            assert count("SELECT count(*) FROM outbox") == self.effects
            assert count("SELECT count(DISTINCT event_id) FROM outbox") == self.effects
            assert count("SELECT count(*) FROM ledger") == self.effects
            assert count("SELECT count(*) FROM command_log WHERE answer IS NOT NULL") == len(self.told)
            assert count("SELECT count(*) FROM inbox") == self.heard
            kept = books.execute("SELECT consumer, subject, sequence FROM heard").fetchall()
            assert {(consumer, subject): version for consumer, subject, version in kept} == self.versions
            with suppress(TypeError):
                assert count("SELECT max(seq) - min(seq) + 1 - count(seq) FROM ledger") == 0
