"""Searches along the index find what a look at every row finds, on both databases, and show nobody more."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, RowMapping, String, Table, delete, insert, inspect, select
from sqlalchemy.orm import Session

from rongcuo.casework.repository import AggregateRepository
from rongcuo.chassis.config import Config
from rongcuo.chassis.database import Database, open_database, pagination
from rongcuo.chassis.database import search as searching
from rongcuo.chassis.database.gram_tables import found_by_grams, index_of, make_grams
from rongcuo.chassis.database.search import Search, key_column
from rongcuo.texts.folding import APART, search_key, sought_words, written_as

METADATA = MetaData()
BEFORE = MetaData()


def notes(metadata: MetaData) -> Table:
    return Table("note", metadata, Column("id", String(64), primary_key=True),
                 Column("version", Integer, nullable=False), Column("at", Integer, nullable=False),
                 Column("organ", String(6), nullable=False), key_column())


TABLE, OLD_TABLE = notes(METADATA), notes(BEFORE)
GRAMS = found_by_grams(TABLE)
c = TABLE.c


@dataclass
class Note:
    id: str
    at: int
    organ: str
    values: tuple[str, ...]
    version: int = 0
    happened: list[object] = field(default_factory=list)

    @property
    def key(self) -> str:
        return search_key(*self.values)

    def say(self, *values: str) -> None:
        self.values, self.version = values, self.version + 1
        self.happened.append(values)


class Notes(AggregateRepository[Note]):
    def __init__(self, session: Session) -> None:
        super().__init__(session, TABLE, row_of, note_of)


def row_of(note: Note) -> dict[str, Any]:
    return {"id": note.id, "version": note.version, "at": note.at, "organ": note.organ, "sought": note.key}


def note_of(row: RowMapping) -> Note:
    return Note(row["id"], row["at"], row["organ"], tuple(row["sought"].split(APART)), row["version"])


@pytest.fixture
def database(config: Config) -> Iterator[Database]:
    opened = open_database("filing", config)
    with opened.alone() as session:
        METADATA.create_all(session.connection())
    yield opened
    with opened.alone() as session:
        METADATA.drop_all(session.connection())
    opened.close()


def put(session: Session, *all_notes: Note) -> None:
    store = Notes(session)
    for each in all_notes:
        each.say(*each.values)
        store.put(each)
        each.happened.clear()


def put_again(session: Session, note: Note) -> None:
    """With its values of now."""
    store = Notes(session)
    there = store.get(note.id)
    there.say(*note.values)
    store.put(there)


def holds(note: Note, search: str) -> bool:
    key = note.key + APART
    return all(any(way in key for way in written_as(word)) for word in sought_words(search))


def looked_through(all_notes: list[Note], search: str, organ: str, *, falling: bool) -> list[str]:
    """What a look at every row finds."""
    there = (each for each in all_notes if each.organ == organ and holds(each, search))
    return [each.id for each in sorted(there, key=lambda each: (each.at, each.id), reverse=falling)]


def found(session: Session, search: str, organ: str = "a", limit: int = 50, *, falling: bool = True
          ) -> list[str]:
    """Page by page, to the end."""
    keys = (c.at.desc(), c.id.desc()) if falling else (c.at, c.id)
    wanted, cursor, ids = select(c.id, c.at).where(c.organ == organ), None, []
    while cursor != "":
        page = pagination.page(session, wanted, keys, cursor, limit, Search(c.sought, search))
        ids += [row.id for row in page.rows]
        cursor = page.cursor or ""
    return ids


# Few signs, so that they meet often; numbers, marks that databases read as theirs, and rare signs.
SIGNS = "公路段容认〔〕-号2026 0፩'\\:*|\"_%(王)ab𠮷ꆈ①二一·\n&!<"
values = st.text(SIGNS, min_size=1, max_size=14).map(lambda each: each.replace("\n", ""))
numbers = st.builds("容认〔202{}〕{}号".format, st.integers(0, 9), st.integers(1, 300)) | st.builds(
    "530127-202{}-{:06}".format, st.integers(4, 6), st.integers(1, 300))
written = st.lists(values | numbers, min_size=1, max_size=3).map(tuple)


@st.composite
def searches(draw: st.DrawFn, all_notes: list[Note]) -> str:
    """Anything, or a piece of what is there, spelt in one way or another."""
    if draw(st.booleans()):
        return draw(values | numbers | st.text(SIGNS, max_size=3))
    value = draw(st.sampled_from(draw(st.sampled_from(all_notes)).values))
    begin = draw(st.integers(0, max(len(value) - 1, 0)))
    piece = value[begin:begin + draw(st.integers(1, 12))]
    spelt = (piece, piece.replace("-", " "), f"{piece}号", f"编号：{piece}", f"{piece} 公")
    return draw(st.sampled_from(spelt))


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data(), kept=st.lists(st.tuples(st.integers(0, 3), st.sampled_from("ab"), written),
                                     min_size=1, max_size=12))
def test_a_search_finds_what_a_look_at_every_row_finds(database: Database, data: st.DataObject,
                                                       kept: list[Any]) -> None:
    all_notes = [Note(f"n{number}", *each) for number, each in enumerate(kept)]
    with pytest.MonkeyPatch.context() as patch, database.alone() as session:
        patch.setattr(searching, "AT_FIRST", data.draw(st.sampled_from((1, 3, 1_000))))
        put(session, *all_notes)
        changed = data.draw(st.lists(st.sampled_from(all_notes), max_size=3, unique_by=id))
        for each in changed:
            each.values = data.draw(written)
        for each in changed:
            put_again(session, each)
        for _ in range(6):
            search, limit = data.draw(searches(all_notes)), data.draw(st.integers(1, 4))
            falling, organ = data.draw(st.booleans()), data.draw(st.sampled_from("ab"))
            assert found(session, search, organ, limit, falling=falling) == looked_through(
                all_notes, search, organ, falling=falling), search
        session.execute(delete(GRAMS))
        session.execute(delete(TABLE))


def test_a_key_has_every_gram_of_what_is_found_in_it(database: Database) -> None:
    """Also where a number is sought as a part, or with its last sign, which is left out in the key."""
    note = Note("n1", 1, "a", ("省道（示例）整改", "容认〔2026〕12", "530127-2026-000007"))
    with database.alone() as session:
        put(session, note)
        for search in ("省道", "(示例)", "容认〔2026〕12号", "容认202612", "12号", "2026 12", "000007", "7",
                       "容", "127-2026-0", "-", "改"):
            assert found(session, search) == ["n1"], search
        for search in ("省整", "容认〔2026〕1号", "000008", "2号楼", "州"):
            assert found(session, search) == [], search


def test_rare_words_are_found_however_far_down_and_the_pages_go_on(database: Database) -> None:
    there = [Note(f"n{number:03}", number, "ab"[number % 2], ("边批边建" if number % 40 == 0 else "公路",))
             for number in range(200)]
    with pytest.MonkeyPatch.context() as patch, database.alone() as session:
        patch.setattr(searching, "AT_FIRST", 1)
        put(session, *there)
        assert found(session, "边建", "a", 2) == ["n160", "n120", "n080", "n040", "n000"]
        assert found(session, "边建", "b", 2) == []
        assert len(found(session, "公路", "a", 7)) == 95


def test_what_is_only_hidden_rows_is_no_page_and_no_cursor(database: Database) -> None:
    with pytest.MonkeyPatch.context() as patch, database.alone() as session:
        patch.setattr(searching, "AT_FIRST", 1)
        put(session, *(Note(f"n{number}", number, "b", ("赵某某",)) for number in range(20)),
            *(Note(f"n{number}", number, "a", ("公路",)) for number in range(20, 40)))
        page = pagination.page(session, select(c.id, c.at).where(c.organ == "a"), (c.at, c.id), None, 3,
                               Search(c.sought, "赵某某"))
        assert (page.rows, page.cursor) == ([], None)


def test_a_changed_key_is_found_by_what_it_is_now_and_an_unchanged_one_is_not_written(
        database: Database) -> None:
    with database.alone() as session:
        put(session, Note("n1", 1, "a", ("先行施工",)))
        put_again(session, Note("n1", 1, "a", ("容缺受理",)))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(searching, "AT_FIRST", 1)
            assert (found(session, "施工"), found(session, "受理")) == ([], ["n1"])
        before = session.execute(select(GRAMS)).all()
        session.execute(GRAMS.update().values(grams="x"))
        put_again(session, Note("n1", 1, "a", ("容缺受理",)))
        assert (len(before), str(session.scalar(select(GRAMS.c.grams))).strip("'")) == (1, "x")


def test_rows_of_before_are_found_once_they_have_been_led_there(database: Database) -> None:
    """More than are read at once."""
    with database.alone() as session:
        connection = session.connection()
        METADATA.drop_all(connection)
        BEFORE.create_all(connection)
        connection.execute(insert(OLD_TABLE), [
            {"id": f"n{number}", "version": 1, "at": number, "organ": "a",
             "sought": search_key(f"第{number}号公路")} for number in range(2_345)])
        make_grams(connection, "note")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(searching, "AT_FIRST", 1)
            for number in (0, 999, 1_000, 2_344):
                assert found(session, f"第{number}号") == [f"n{number}"]
            put_again(session, Note("n7", 7, "a", ("先行施工",)))
            assert (found(session, "第7号"), found(session, "先行")) == ([], ["n7"])


def test_words_that_few_have_are_read_along_the_index(config: Config, database: Database) -> None:
    """However many rows there are: their grams are not walked over."""
    with database.alone() as session:
        put(session, *(Note(f"n{number}", number, "a", (f"公路{number}标段",)) for number in range(1_000)))
        on_sqlite = session.get_bind().dialect.name == "sqlite"
        session.connection().exec_driver_sql("ANALYZE" if on_sqlite else "SET LOCAL enable_seqscan = off")
        naming = Search(c.sought, "边批边建")._naming(100, on_sqlite=on_sqlite)
        said = str(naming.compile(session.get_bind(), compile_kwargs={"literal_binds": True}))
        kind = "EXPLAIN QUERY PLAN" if on_sqlite else "EXPLAIN"
        plan = [row[-1] for row in session.connection().exec_driver_sql(f"{kind} {said}")]
        assert any(index_of(GRAMS) in line for line in plan), plan
        scans = [line for line in plan if "Seq Scan" in line or ("SCAN" in line and "VIRTUAL" not in line)]
        assert scans == [], plan


def test_a_dropped_table_leaves_no_index_behind(database: Database) -> None:
    with database.alone() as session:
        METADATA.drop_all(session.connection())
        left = inspect(session.connection()).get_table_names()
        assert [name for name in left if name.startswith("note")] == []
        METADATA.create_all(session.connection())
