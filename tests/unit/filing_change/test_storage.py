"""Changes as rows: what a list shows is what is shown one by one, and one of a filing waits at most."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Engine, create_engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from rongcuo.contracts.errors import CaseError
from services.filing.access import changes as access
from services.filing.storage import METADATA, FilingStorage
from services.filing.storage.changes import c, visible_to
from tests.unit.filing.people import (
    CITY,
    COLLEAGUE,
    FILER,
    LEAD,
    NEIGHBOUR,
    OPERATOR,
    OTHER_CITY,
    PROVINCE,
    REVIEWER,
    STRANGER,
)
from tests.unit.filing_change.scene import Changing
from tests.unit.filing_oversight.scene import SECOND

EVERYBODY = [FILER, COLLEAGUE, STRANGER, REVIEWER, SECOND, LEAD, NEIGHBOUR, CITY, OTHER_CITY, PROVINCE,
             OPERATOR]


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    opened = create_engine("sqlite://")
    METADATA.create_all(opened)
    yield opened
    opened.dispose()


@pytest.fixture
def store(engine: Engine) -> Iterator[FilingStorage]:
    with Session(engine) as session:
        yield FilingStorage(session)
        session.rollback()


def kept(store: FilingStorage) -> Changing:
    """The filing changed once, and another change that its first reviewer stepped back from."""
    scene = Changing()
    scene.approved()
    scene.propose(replace(scene.change().content, scope="另做二期"))
    scene.take(number=2)
    scene.step_back(number=2)
    scene.take(SECOND, number=2)
    for each in (scene.filing, scene.change(), scene.change(2)):
        store.put(each)
        each.take_events()
    store.session.flush()
    return scene


def test_what_is_kept_is_read_as_it_was(store: FilingStorage) -> None:
    scene = kept(store)
    assert store.read(scene.filing_id) == scene.filing
    assert store.changes.of_filing(scene.filing_id) == (scene.change(), scene.change(2))
    assert store.changes.with_officer("he") == (scene.change(2).id,)
    assert store.changes.with_officer("zhou") == ()       # what they decided is over
    with pytest.raises(CaseError, match="not_found"):
        store.changes.read("nobody")


@pytest.mark.parametrize("who", EVERYBODY, ids=lambda who: who.officer_id)
def test_a_list_shows_what_is_shown_one_by_one(store: FilingStorage, who) -> None:
    scene = kept(store)
    listed = set(store.session.scalars(select(c.id).where(visible_to(who))))
    shown = {each.id for each in scene.cabinet.changes.values()
             if any(access.within(scope, who, each) for scope in access.scopes(who))}
    assert listed == shown


def test_of_two_that_wait_the_database_keeps_one(store: FilingStorage) -> None:
    scene = kept(store)
    another = replace(scene.change(2), id=f"{scene.filing_id}.c3", number="n3")
    with pytest.raises((IntegrityError, CaseError)):
        store.put(another)


def test_who_read_it_before_somebody_else_changed_it_changes_nothing(store: FilingStorage) -> None:
    scene = kept(store)
    one, other = (FilingStorage(store.session).changes for _ in range(2))
    mine, theirs = one.read(scene.change(2).id), other.read(scene.change(2).id)
    one.put(mine)
    with pytest.raises(CaseError, match="changed_meanwhile"):
        other.put(theirs)
