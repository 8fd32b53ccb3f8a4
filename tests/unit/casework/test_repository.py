"""Nobody overwrites what somebody else has changed meanwhile."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from sqlalchemy import Column, Engine, Integer, MetaData, RowMapping, String, Table, create_engine
from sqlalchemy.orm import Session

from rongcuo.casework.repository import AggregateRepository, RevisedRepository
from rongcuo.contracts.errors import CaseError

METADATA = MetaData()
TOLD, EDITED = (Table(name, METADATA, Column("id", String, primary_key=True), Column("version", Integer),
                      Column("words", String)) for name in ("told", "edited"))
EDITED.append_column(Column("revision", Integer))


@dataclass
class Note:
    id: str
    words: str = ""
    version: int = 0
    happened: list[object] = field(default_factory=list)

    def tell(self, words: str) -> None:
        self.words, self.version = words, self.version + 1
        self.happened.append(words)


def begun() -> Note:
    note = Note("n1")
    note.tell("一")
    return note


def to_row(note: Note) -> dict[str, Any]:
    return {"id": note.id, "version": note.version, "words": note.words}


def from_row(row: RowMapping) -> Note:
    return Note(row["id"], row["words"], row["version"])


def told(session: Session) -> AggregateRepository[Note]:
    return AggregateRepository(session, TOLD, to_row, from_row)


def edited(session: Session) -> RevisedRepository[Note]:
    return RevisedRepository(session, EDITED, to_row, from_row)


@pytest.fixture
def engine() -> Iterator[Engine]:
    opened = create_engine("sqlite://")
    METADATA.create_all(opened)
    yield opened
    opened.dispose()


@pytest.mark.parametrize("kind", [told, edited])
def test_what_was_put_is_read(engine: Engine, kind: Any) -> None:
    with Session(engine) as session:
        notes = kind(session)
        notes.put(begun())
        assert kind(session).get("n1") == kind(session).read("n1") == Note("n1", "一", 1)
        with pytest.raises(CaseError, match="not_found"):
            notes.read("n2")


@pytest.mark.parametrize("kind", [told, edited])
def test_the_second_of_two_who_read_the_same_is_refused(engine: Engine, kind: Any) -> None:
    with Session(engine) as session:
        first, second = kind(session), kind(session)
        first.put(begun())
        one, other = first.read("n1"), second.read("n1")
        for note, words in ((one, "二"), (other, "三")):
            note.tell(words)
        first.put(one)
        with pytest.raises(CaseError, match="changed_meanwhile"):
            second.put(other)
        assert first.read("n1").words == "二"


@pytest.mark.parametrize("kind", [told, edited])
def test_two_who_begin_the_same_are_not_both_kept(engine: Engine, kind: Any) -> None:
    with Session(engine) as session:
        kind(session).put(begun())
        with pytest.raises(CaseError, match="changed_meanwhile"):
            kind(session).put(begun())


def test_a_change_that_no_event_tells_is_noticed_where_revisions_are_counted(engine: Engine) -> None:
    with Session(engine) as session:
        first, second = edited(session), edited(session)
        first.put(begun())
        one, other = first.read("n1"), second.read("n1")
        one.words, other.words = "二", "三"
        first.put(one)
        one.words = "四"
        first.put(one)      # of what was put here, the next change is no surprise
        with pytest.raises(CaseError, match="changed_meanwhile"):
            second.put(other)
        assert first.read("n1").words == "四"
