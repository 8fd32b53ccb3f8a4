"""Messages that were read long ago go; on both databases, by the clock of the office."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Table, func, select, update

from rongcuo.chassis.config import Config
from services.notify.storage.dropping import OLD
from services.notify.storage.tables import deliveries, messages
from services.notify.usecases import pruning
from tests.integration.services.notify_office import THE_WHOLE_WAY, Office
from tests.unit.notify import scene

KEPT_FOR = timedelta(days=Config().notification_days)
CHANNELS = 2     # the inbox, and e-mail


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    office = Office(config)
    office.enrol(*scene.EVERYBODY)
    yield office
    office.shop.stop()


def told(office: Office, table: Table = messages) -> int:
    with office.shop.database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def read(office: Office, *, but: int = 0) -> None:
    """All of it now, but for so many messages; and everything has been delivered."""
    with office.shop.database.writing() as session, session.begin():
        ids = session.scalars(select(messages.c.id).order_by(messages.c.id)).all()[but:]
        session.execute(update(messages).where(messages.c.id.in_(ids)).values(read_at=office.time.now()))
        session.execute(update(deliveries).values(state="delivered"))


def prune(office: Office) -> None:
    pruning.prune(office.tick(), KEPT_FOR)


def test_what_was_read_goes_after_its_time_and_what_was_not_never(office: Office) -> None:
    office.hear(*THE_WHOLE_WAY)
    read(office, but=2)
    read_then, all_then = office.time.now(), told(office)
    office.time.shows = read_then + KEPT_FOR
    prune(office)
    assert told(office) == all_then

    office.time.shows += timedelta(seconds=1)
    prune(office)
    assert told(office) == 2
    office.time.shows += 10 * KEPT_FOR
    prune(office)
    assert told(office) == 2
    assert told(office, deliveries) == 2 * CHANNELS


def test_of_a_matter_that_waits_for_somebody_everything_stays(office: Office) -> None:
    office.hear(scene.submitted(), scene.opened(), scene.assigned("wang"))
    read(office)
    before = told(office)
    assert before
    office.time.shows += 2 * KEPT_FOR
    prune(office)
    assert told(office) == before


def test_what_is_still_being_delivered_stays(office: Office) -> None:
    office.hear(*THE_WHOLE_WAY)
    read(office)
    with office.shop.database.writing() as session, session.begin():
        first = session.scalar(select(func.min(deliveries.c.id)))
        session.execute(update(deliveries).where(deliveries.c.id == first).values(state="sending"))
    office.time.shows += 2 * KEPT_FOR
    prune(office)
    assert told(office) == 1
    assert told(office, deliveries) == CHANNELS


def test_a_portion_at_a_time(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pruning, "AT_ONCE", 3)
    office.hear(*THE_WHOLE_WAY)
    read(office)
    before = told(office)
    assert before > 3
    office.time.shows += 2 * KEPT_FOR
    prune(office)
    assert told(office) == before - 3


def test_what_was_read_first_is_found_in_the_order_of_its_index(office: Office) -> None:
    """However many are kept: none is looked at that was read later."""
    plan = office.plan(OLD.limit(7), before=office.time.now())
    assert "messages_read" in plan
    assert "Sort" not in plan
    assert "TEMP B-TREE" not in plan
