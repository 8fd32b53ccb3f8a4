"""The watchdog is told of everything that is open, once."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Boolean, Column, MetaData, String, Table, create_engine, insert, select
from sqlalchemy.orm import Session

from rongcuo.casework.access import require_watcher
from rongcuo.casework.open_cases import open_cases
from rongcuo.chassis.database.types import Moment
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import OpenMattersQuery

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
METADATA = MetaData()
KINDS = tuple(Table(name, METADATA, Column("id", String, primary_key=True), Column("state", String),
                    Column("since", Moment), Column("ended", Boolean)) for name in ("filing", "appeal"))
OPEN = tuple(select(kind.c.id, kind.c.state, kind.c.since).where(~kind.c.ended) for kind in KINDS)


@pytest.fixture
def session() -> Iterator[Session]:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with Session(engine) as opened:
        for n in range(11):
            row = {"id": f"m{n:02}", "state": "s", "since": NOW, "ended": n == 4}
            opened.execute(insert(KINDS[n % 2]), row)
        yield opened
    engine.dispose()


@pytest.mark.parametrize("limit", [1, 3, 10, 50])
@pytest.mark.parametrize("kinds", [OPEN, OPEN[:1]])
def test_pages_hold_everything_open_in_order(session: Session, kinds: tuple, limit: int) -> None:
    found, cursor = [], ""
    while True:
        page = open_cases(session, OpenMattersQuery(cursor=cursor, limit=limit), *kinds)
        found += [matter.matter_id for matter in page.matters]
        assert len(page.matters) <= limit
        cursor = page.next_cursor
        if not cursor:
            break
    assert found == [f"m{n:02}" for n in range(11) if n != 4 and (n % 2 == 0 or len(kinds) == 2)]


@pytest.mark.parametrize("role", Role)
def test_only_the_watchdog_and_operators_ask(role: Role) -> None:
    actor = Actor("liu", "柳", "530127", "530127", "", frozenset({role}))
    if role in (Role.SYSTEM, Role.OPERATOR):
        require_watcher(actor)
    else:
        with pytest.raises(CaseError, match="forbidden"):
            require_watcher(actor)
