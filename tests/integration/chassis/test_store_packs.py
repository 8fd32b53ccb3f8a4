"""Data of policy packs that are not at hand are told at the start, not on each page; on both databases."""

from uuid import uuid4

import pytest
from sqlalchemy import Column, Integer, MetaData, String, Table, event, insert

from rongcuo.chassis.config import StartRefused
from rongcuo.chassis.database.types import Json
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.starting import packs
from rongcuo.policy.pack import PackStore
from services.filing.storage import METADATA as OF_FILING
from services.review.storage import METADATA as OF_REVIEW

KNOWN = [pack.id for pack in PackStore().all()]
METADATA = MetaData()
CONTENTS = Table("contents", METADATA, Column("id", String(64), primary_key=True), Column("content", Json))
MATTERS = Table("matters", METADATA, Column("id", Integer, primary_key=True),
                Column("pack_id", String(64), nullable=False, index=True))


def started(config, *pack_ids: str) -> list[str]:
    """Starts, keeps matters with these packs, and starts again; what the second start asked of the table."""
    _start(config, pack_ids)
    return _start(config, ())


def _start(config, pack_ids: tuple[str, ...]) -> list[str]:
    runtime, asked = ServiceRuntime("shelf", METADATA, lambda session: session, config), []
    with runtime.database.reading() as session:
        event.listen(session.get_bind(), "before_cursor_execute", lambda *given: asked.append(given[2]))
    try:
        runtime.start()
        with runtime.database.writing() as session, session.begin():
            for pack_id in pack_ids:
                session.execute(insert(MATTERS), {"pack_id": pack_id})
    finally:
        runtime.stop()
    return [statement for statement in asked if "min(matters.pack_id)" in statement]


def test_packs_at_hand_and_drafts_without_one_are_taken_and_no_row_is_read_twice(config):
    assert len(started(config, *KNOWN[:3] * 20, "")) == 3 + 1


def test_packs_that_are_not_at_hand_refuse_the_start_with_what_to_do(config):
    gone = [f"530000@2023-01-0{day}.00000000" for day in range(1, 6)]
    with pytest.raises(StartRefused, match=r"shelf .*没有.*edited or removed.*packs/README") as refused:
        started(config, KNOWN[0], *gone)
    told = str(refused.value)
    assert "\n" not in told
    assert [each in told for each in (KNOWN[0], *gone)] == [False, True, True, True, False, False]
    assert "RONGCUO_DATA_DIR" in told


def test_what_is_kept_within_json_counts_too(config, monkeypatch):
    """Of a row that comes after many, in pieces of the table, however deep; what people wrote is no pack."""
    monkeypatch.setattr(packs, "ROWS", 3)
    gone = ["530000@2023-01-01.00000000", "530000@2023-01-02.00000000"]
    kept = [{"facts": {"pack_id": each}} for each in (*KNOWN * 2, "")]
    wrote = {"pack_id": None, "situation": '"pack_id":"530000@of-nobody"'}
    assert opened(config, [*kept, wrote, None]) is None
    refused = opened(config, [{"yardstick": [{"pack_id": gone[0]}, {"pack_id": gone[1], "pack": KNOWN[0]}]}])
    assert [each in str(refused) for each in (KNOWN[0], "of-nobody", *gone)] == [False, False, True, True]


def opened(config, contents: list[object]) -> StartRefused | None:
    """Keeps these, and starts anew; what that refused."""
    runtime = ServiceRuntime("shelf", METADATA, lambda session: session, config)
    runtime.start()
    with runtime.database.writing() as session, session.begin():
        for content in contents:
            session.execute(insert(CONTENTS), {"id": uuid4().hex, "content": content})
    runtime.stop()
    try:
        _start(config, ())
    except StartRefused as refused:
        return refused
    return None


@pytest.mark.parametrize("metadata", [OF_FILING, OF_REVIEW])
def test_every_such_column_has_an_index(metadata: MetaData):
    tables = [table for table in metadata.tables.values() if "pack_id" in table.c]
    assert tables
    assert all(any(next(iter(index.columns)) is table.c.pack_id for index in table.indexes)
               for table in tables)
