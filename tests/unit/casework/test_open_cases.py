"""The watchdog is told of everything that is open, once."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Boolean, Column, MetaData, String, Table, create_engine, insert, select, update
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


def asked(session: Session, **wanted: object) -> list[str]:
    return [each.matter_id for each in open_cases(session, OpenMattersQuery(**wanted), *OPEN).matters]


def test_what_changed_between_two_moments_and_some_alone(session: Session) -> None:
    for n, name in enumerate(("m02", "m05", "m07")):
        kind = KINDS[int(name[1:]) % 2]
        session.execute(update(kind).where(kind.c.id == name).values(since=NOW + timedelta(minutes=n)))
    later = NOW + timedelta(minutes=1)
    assert asked(session, since=later) == ["m05", "m07"]
    assert asked(session, since=later, until=later) == ["m05"]
    assert asked(session)[-2:] == ["m05", "m07"]     # longest in their state first
    assert asked(session, matter_ids=("m07", "m04", "m01", "none")) == ["m01", "m07"]     # m04 is over


def test_a_cursor_that_is_none_of_ours_is_refused(session: Session) -> None:
    with pytest.raises(CaseError, match="invalid"):
        asked(session, cursor="m03")
