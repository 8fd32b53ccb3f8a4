"""What notify knew of review's determinations is carried over to determination, a portion at a time."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    String,
    Table,
    create_engine,
    event,
    insert,
    select,
)

from rongcuo.casework.apart import officer_keys, unit_names_keys
from rongcuo.chassis.database.history import history_of
from services.notify.storage.tables import METADATA, apart, matters, messages, tasks

NOW = datetime.fromisoformat("2026-05-06T11:00:00+08:00")
HISTORY = history_of(METADATA)
OF_BEFORE = Table("matters", MetaData(), *(Column(each.name, each.type) for each in matters.columns),
                  Column("kept_away", String))
KINDS = ("determination", "filing", "meeting", "appeal", "determination", "filing", "determination")


@pytest.fixture
def before(monkeypatch: pytest.MonkeyPatch) -> Iterator[Connection]:
    """A database of the edition before, with matters of these kinds."""
    revision = HISTORY._script.get_revision("notify_0002").module
    monkeypatch.setattr(revision, "PORTION", 2)
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        HISTORY.upgrade(connection, HISTORY.first)
        for number, kind in enumerate(KINDS):
            matter(connection, f"m{number}", {"facts": {"kind": kind}, "heard": {"review": 4, "filing": 1}})
        matter(connection, "m7", {"facts": None, "heard": {"filing": 1}})
        yield connection
    engine.dispose()


def matter(connection: Connection, matter_id: str, content: dict[str, Any]) -> None:
    connection.execute(insert(OF_BEFORE), {
        "id": matter_id, "organ_id": "o", "division_code": "530127", "unit": "水务局", "filer_id": "",
        "kept_away": ",", "content": content})
    for place in ("review/2/review_assigned", "filing/1/filing_received"):
        connection.execute(insert(messages), {
            "id": f"{matter_id}/{place}", "occasion": f"{matter_id}/{place}", "recipient_id": "liu",
            "matter_id": matter_id, "subject": "", "body": "", "at": NOW})


def test_what_moved_is_counted_and_told_by_determination_and_nothing_else(before: Connection) -> None:
    HISTORY.upgrade(before)
    heard = {row.id: row.content["heard"] for row in before.execute(select(matters))}
    told = set(before.scalars(select(messages.c.occasion)))
    for number, kind in enumerate(KINDS):
        by = "review" if kind == "filing" else "determination"
        assert heard[f"m{number}"] == {by: 4, "filing": 1}
        assert {f"m{number}/{by}/2/review_assigned", f"m{number}/filing/1/filing_received"} <= told
    assert heard["m7"] == {"filing": 1}
    assert len(told) == 16


def test_no_more_is_read_at_once_than_a_portion(before: Connection) -> None:
    read: list[str] = []

    def note(_: Any, __: Any, statement: str, *___: Any) -> None:
        if statement.startswith("SELECT") and ("FROM matters" in statement or "FROM messages" in statement):
            read.append(statement)
    event.listen(before, "before_cursor_execute", note)
    HISTORY.upgrade(before, ("notify_0002",))
    assert len(read) == 5
    assert all("LIMIT" in each for each in read)


def test_tasks_of_before_get_the_number_of_their_matter_and_come_by_it(
        before: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    revision = HISTORY._script.get_revision("notify_0003").module
    monkeypatch.setattr(revision, "PAGE", revision.PAGE.limit(2))
    of_before = Table("tasks", MetaData(), *(Column(each.name, each.type) for each in tasks.columns
                                             if not each.name.startswith("number")))
    for number in range(3):
        matter(before, f"t{number}", {"facts": {"kind": "filing", "number": f"容认〔2026〕{10 - number}号"},
                                      "heard": {}})
        before.execute(insert(of_before), {
            "id": f"k{number}", "matter_id": f"t{number}", "place": 0, "kind": "x", "holders": [],
            "due_at": NOW, "opened_at": NOW, "provisional": False, "suspended": False})
    HISTORY.upgrade(before)
    numbers = before.scalars(select(tasks.c.number).order_by(tasks.c.number_order))
    assert [*numbers] == ["容认〔2026〕8号", "容认〔2026〕9号", "容认〔2026〕10号"]


def test_who_was_apart_before_is_so_in_the_lists(before: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(HISTORY._script.get_revision("notify_0007").module, "PORTION", 2)
    matter(before, "a1", {"facts": {"kind": "filing", "parties": ["liu", "wang", ""]}, "heard": {},
                          "recused": ["wang"], "units_apart": ["住建局"]})
    HISTORY.upgrade(before)
    found = before.execute(select(apart.c.who, apart.c.hears).where(apart.c.matter_id == "a1"))
    assert dict(found.all()) == {
        **dict.fromkeys(unit_names_keys("水务局", "住建局") | officer_keys("liu"), True),
        **dict.fromkeys(officer_keys("wang"), False)}
    of_none = before.scalars(select(apart.c.who).where(apart.c.matter_id == "m7"))
    assert set(of_none) == unit_names_keys("水务局")
