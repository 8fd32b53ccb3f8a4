"""Data of policy packs that are not at hand are told at the start, not on each page; on both databases."""

import pytest
from sqlalchemy import Column, Integer, MetaData, String, Table, event, insert

from rongcuo.chassis.config import StartRefused
from rongcuo.chassis.workshop import Workshop
from rongcuo.policy.pack import PackShelf
from services.filing.storage import METADATA as OF_FILING
from services.review.storage import METADATA as OF_REVIEW

KNOWN = [pack.id for pack in PackShelf().all()]
METADATA = MetaData()
MATTERS = Table("matters", METADATA, Column("id", Integer, primary_key=True),
                Column("pack_id", String(64), nullable=False, index=True))


def started(config, *pack_ids: str) -> list[str]:
    """Starts, keeps matters with these packs, and starts again; what the second start asked of the table."""
    _start(config, pack_ids)
    return _start(config, ())


def _start(config, pack_ids: tuple[str, ...]) -> list[str]:
    workshop, asked = Workshop("shelf", METADATA, lambda session: session, config), []
    with workshop.database.reading() as session:
        event.listen(session.get_bind(), "before_cursor_execute", lambda *given: asked.append(given[2]))
    try:
        workshop.start()
        with workshop.database.writing() as session, session.begin():
            for pack_id in pack_ids:
                session.execute(insert(MATTERS), {"pack_id": pack_id})
    finally:
        workshop.stop()
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


@pytest.mark.parametrize("metadata", [OF_FILING, OF_REVIEW])
def test_every_such_column_has_an_index(metadata: MetaData):
    tables = [table for table in metadata.tables.values() if "pack_id" in table.c]
    assert tables
    assert all(any(next(iter(index.columns)) is table.c.pack_id for index in table.indexes)
               for table in tables)
