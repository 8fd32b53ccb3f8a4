"""What need not be kept goes in small portions, and no promise goes with it; on both databases, by a clock
that the test sets."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import Boolean, Column, Integer, MetaData, String, Table, func, select

from rongcuo.chassis.config import Config, ConfigError, load_config
from rongcuo.chassis.database.statements import upsert
from rongcuo.chassis.database.tables import command_log, inbox, outbox
from rongcuo.chassis.hosting import pruning
from rongcuo.chassis.hosting.pruning import Pruning
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.time_source import SHANGHAI, TimeSource
from rongcuo.chassis.triggers import AlreadyAnswered, AlreadyReceived, Command, ReceivedEvent
from rongcuo.contracts.errors import CaseError
from tests.integration.chassis.shelf import OTHER, READER, Book, ShelfStorage

BEGUN = datetime(2026, 3, 3, 9, 0, tzinfo=SHANGHAI)
DAYS = Config()
METADATA = MetaData()
books = Table("books", METADATA, Column("id", String, primary_key=True), Column("version", Integer),
              Column("title", String), Column("ended", Boolean, server_default="0"))
ENDED = "read to the end"


class Shelves(ShelfStorage):
    """A book is over when its title says so."""

    def put(self, book: Book) -> None:
        upsert(self.session, books, {"id": book.id, "title": book.title, "version": book.version,
                                     "ended": book.title == ENDED})


class Stopped(TimeSource):
    """A clock that shows what it is told."""

    shows = BEGUN

    def now(self) -> datetime:
        return self.shows

    def go_on(self, days: int) -> None:
        self.shows = BEGUN + timedelta(days=days)


class Room:
    """A service with books that come to an end."""

    def __init__(self, config: Config) -> None:
        self.time = Stopped()
        self.runtime = ServiceRuntime("shelf", METADATA, Shelves, config, time=self.time)
        self.runtime.start()
        self.pruning = Pruning(self.runtime.database, METADATA, config, self.time)

    def write(self, command_id: str, book_id: str, title: str) -> None:
        with self.runtime.context(Command(command_id, title), READER).unit() as unit:
            try:
                book = unit.store.get(book_id)
            except CaseError:
                book = Book(id=book_id)
            book.place(title)
            unit.commit(book, answer={"title": title})

    def hear(self, sequence: int, *, selective: bool = False) -> None:
        self.runtime.context(ReceivedEvent("shelf:filing", f"e{sequence}", "filing-1", sequence,
                                           selective=selective), READER).hear()

    def send(self) -> None:
        self.runtime.outbox.mark_sent([row.event_id for row in self.runtime.outbox.take_batch()])

    def count(self, table: Table) -> int:
        with self.runtime.database.reading() as session:
            return session.scalar(select(func.count()).select_from(table)) or 0


@pytest.fixture
def room(config: Config) -> Iterator[Room]:
    room = Room(config)
    yield room
    room.runtime.stop()


def test_a_command_is_answered_the_same_as_long_as_is_promised(room: Room) -> None:
    room.write("c1", "book-1", "论语")
    room.time.go_on(DAYS.command_days)
    room.pruning.prune()
    with pytest.raises(AlreadyAnswered):
        room.write("c1", "book-1", "论语")
    with pytest.raises(CaseError, match="command_reused"):
        room.write("c1", "book-1", "孟子")
    assert room.count(outbox) == 1

    room.time.go_on(DAYS.command_days + 1)
    room.pruning.prune()
    assert room.count(command_log) == 0


@pytest.mark.parametrize("selective", [False, True])
def test_what_was_heard_has_no_second_effect_even_when_its_row_is_gone(room: Room, selective: bool) -> None:
    for sequence in (1, 2):
        room.hear(sequence, selective=selective)
    room.time.go_on(DAYS.heard_days)
    room.pruning.prune()
    assert room.count(inbox) == 2
    room.time.go_on(DAYS.heard_days + 1)
    room.pruning.prune()
    assert room.count(inbox) == 0
    for sequence in (1, 2):
        with pytest.raises(AlreadyReceived):
            room.hear(sequence, selective=selective)
    room.hear(3, selective=selective)


def test_what_was_discarded_stays_without_effect_for_ever(room: Room) -> None:
    letters = room.runtime.dead_letters
    letters.keep(consumer="shelf:filing", body=b"?", headers={}, reason_code="invalid", reason="", attempts=1,
                 event_id="e1", subject="filing-1", sequence=1)
    letters.discard(letters.list().rows[0].letter_id, OTHER, "测试数据")
    room.time.go_on(10 * DAYS.heard_days)
    room.pruning.prune()
    assert room.count(inbox) == 1
    with pytest.raises(AlreadyReceived):
        room.hear(1)


def test_events_go_with_their_matter_and_never_a_part_of_it(room: Room) -> None:
    room.write("c1", "over", "论语")
    room.write("c2", "over", ENDED)
    room.write("c3", "alive", "论语")
    room.send()
    room.time.go_on(DAYS.event_days)
    room.pruning.prune()
    assert room.count(outbox) == 3
    room.time.go_on(DAYS.event_days + 1)
    room.pruning.prune()
    assert [row.subject for row in _all_events(room)] == ["alive"]

    room.write("c4", "over", "再读")       # it goes on with the number that comes next
    assert [(row.subject, row.sequence) for row in _all_events(room)] == [("alive", 1), ("over", 3)]


def _all_events(room: Room) -> list[object]:
    with room.runtime.database.reading() as session:
        return list(session.execute(select(outbox.c.subject, outbox.c.sequence).order_by(outbox.c.seq)))


@pytest.mark.parametrize("stirring", ["unsent", "unsettled", "young"])
def test_a_matter_of_which_anything_stirs_stays_as_a_whole(room: Room, stirring: str) -> None:
    room.write("c1", "over", "论语")
    room.send()
    if stirring == "young":
        room.time.go_on(30)
    room.write("c2", "over", ENDED)
    if stirring != "unsent":
        ids = [row.event_id for row in room.runtime.outbox.take_batch()]
        room.runtime.outbox.mark_sent(ids, settled=stirring == "young")
    room.time.go_on(DAYS.event_days + 1)
    room.pruning.prune()
    assert room.count(outbox) == 2


def test_what_has_no_end_is_kept(room: Room) -> None:
    room.write("c1", "over", ENDED)
    room.send()
    room.time.go_on(10 * DAYS.event_days)
    endless = Pruning(room.runtime.database, MetaData(), room.runtime.config, room.time)
    endless.prune()
    assert room.count(outbox) == 1


def test_portion_by_portion_it_comes_round(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pruning, "PORTION", 3)
    for number in range(10):
        if number == 5:
            room.time.go_on(DAYS.command_days)
        room.write(f"c{number}", f"book-{number}", "论语")
    room.time.go_on(DAYS.command_days + 1)
    left = [room.count(command_log)]
    for _ in range(5):
        room.pruning.prune()
        left.append(room.count(command_log))
    assert all(0 <= before - after <= 3 for before, after in pairwise(left))
    assert left[-1] == 5
    room.time.go_on(2 * DAYS.command_days + 1)
    for _ in range(5):
        room.pruning.prune()
    assert room.count(command_log) == 0


def test_what_was_heard_is_known_for_longer_than_it_can_be_sent_again(tmp_path: Path) -> None:
    assert load_config(None, {"RONGCUO_EVENT_DAYS": "10", "RONGCUO_HEARD_DAYS": "100"}).heard_days == 100
    with pytest.raises(ConfigError, match="heard_days"):
        load_config(None, {"RONGCUO_EVENT_DAYS": "10", "RONGCUO_HEARD_DAYS": "99"})
