"""The later life of filings in both databases: who sees which, what is due first, what is open."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import select

from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
from rongcuo.contracts import filing as contract
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import OpenMattersQuery, OversightQuery, OversightsPage, OversightsQuery
from rongcuo.contracts.identity import OfficerDismissed
from services.filing import views as of_filings
from services.filing.storage import FilingStorage, filings
from services.filing.storage.oversights import o, table
from services.filing.usecases import leaving
from services.filing.usecases import oversights as later
from services.filing.views import oversights as views
from tests.integration.services.filing_office import Office
from tests.integration.test_tables import lie_as_v0_3_0_left_it, migrated
from tests.unit.filing.people import (
    CITY,
    COLLEAGUE,
    FILER,
    LEAD,
    MAY_6,
    NEIGHBOUR,
    OPERATOR,
    OTHER_CITY,
    REVIEWER,
    STRANGER,
    YILIANG,
)
from tests.unit.filing_oversight.scene import SECOND, known

COMMANDS = (f"o{number}" for number in count(1))
DAY = timedelta(days=1)


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.runtime.stop()


def listed(office: Office, who: Actor, tab: str = "organ", **query: Any) -> OversightsPage:
    return views.page(office.asked(who), OversightsQuery(tab=tab, **query))


def ids(office: Office, who: Actor, tab: str = "organ", **query: Any) -> list[str]:
    return [line.filing_id for line in listed(office, who, tab, **query).lines]


def accepted(office: Office, title: str, **changes: Any) -> str:
    filing_id = office.submit(title, **changes).filing_id
    office.accept(filing_id)
    return str(filing_id)


def planned(office: Office, filing_id: str, days: int, monkeypatch: pytest.MonkeyPatch) -> None:
    officers = {each.officer_id: known(each) for each in (REVIEWER, SECOND)}
    monkeypatch.setattr(later, "officer_asked", lambda _, officer_id: officers[officer_id])
    later.plan(office.commanded(LEAD), contract.PlanOversight(
        command_id=next(COMMANDS), oversight_id=f"{filing_id}.o", checkpoints=(contract.PlannedCheckpoint(
            code="decision", due_on=MAY_6.date() + days * DAY, supervisors=("zhou", "he")),)))


def test_lists_show_what_is_due_first_and_only_to_those_whose_it_is(
        office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    late, soon, bare = (accepted(office, title) for title in ("一", "二", "三"))
    plain = accepted(office, "四", situation="emergency")
    planned(office, late, 30, monkeypatch)
    planned(office, soon, 9, monkeypatch)
    assert ids(office, REVIEWER, "mine") == [soon, late]
    assert ids(office, LEAD, "mine") == []
    assert ids(office, LEAD, "unplanned") == [bare]
    assert {*ids(office, LEAD)} == {late, soon, bare, plain} == {*ids(office, FILER, "own")}
    assert {*ids(office, COLLEAGUE, "own")} == {*ids(office, CITY)} == {late, soon, bare, plain}
    for who in (STRANGER, NEIGHBOUR, OTHER_CITY):
        assert ids(office, who) == []
        with pytest.raises(CaseError, match="not_found"):
            views.oversight(office.asked(who), OversightQuery(oversight_id=f"{late}.o"))
    assert listed(office, LEAD).counts == {"mine": 0, "organ": 4, "unplanned": 1, "closed": 0, "own": 4}
    first = listed(office, LEAD, limit=3)
    rest = listed(office, LEAD, limit=3, cursor=first.next_cursor)
    assert len({line.filing_id for line in (*first.lines, *rest.lines)}) == 4
    assert ids(office, LEAD, search="二") == [soon]


def test_the_watchdog_is_told_of_what_is_to_be_done_and_of_nothing_else(office: Office) -> None:
    waits, plain = accepted(office, "一"), accepted(office, "二", situation="emergency")
    told = of_filings.open_matters(office.asked(OPERATOR), OpenMattersQuery())
    assert [each.matter_id for each in told.matters] == [f"{waits}.o"]
    assert plain not in str(told)


def test_who_leaves_looks_at_nothing_more(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    filing_id = accepted(office, "一")
    planned(office, filing_id, 9, monkeypatch)
    for officer_id in ("zhou", "nobody"):
        gone = OfficerDismissed(officer_id=officer_id, organ_id=YILIANG)
        leaving.take_dismissal(office.heard(officer_id), gone)
    assert ids(office, REVIEWER, "mine") == []
    assert ids(office, SECOND, "mine") == [filing_id]
    seen = views.oversight(office.asked(SECOND), OversightQuery(oversight_id=f"{filing_id}.o"))
    assert [each.name for each in seen.checkpoints[0].gone] == ["zhou同志"]


def test_whoever_sees_it_from_above_is_written_down(office: Office) -> None:
    filing_id = accepted(office, "一")
    seen = views.oversight(office.asked(CITY), OversightQuery(oversight_id=f"{filing_id}.o"))
    assert (seen.filing_id, seen.allowed) == (filing_id, ())


def test_two_who_enter_one_outcome_enter_it_once(office: Office) -> None:
    filing_id = accepted(office, "一", situation="emergency")
    new = contract.NewOutcome(kind=contract.OutcomeKind.HOUSEHOLDS, unit=contract.OutcomeUnit.HOUSEHOLDS,
                              amount=364, on=MAY_6.date(), source="交房登记")
    command = contract.RecordOutcome(command_id=next(COMMANDS), oversight_id=f"{filing_id}.o", outcome=new)
    later.record_outcome(office.commanded(FILER), command)
    with pytest.raises(CaseError, match=r"filing\.outcome_twice"):
        later.record_outcome(office.commanded(REVIEWER), command)
    seen = views.oversight(office.asked(FILER), OversightQuery(oversight_id=f"{filing_id}.o"))
    assert [each.amount for each in seen.outcomes] == [364]


def test_filings_that_an_earlier_edition_accepted_have_theirs_from_the_migration_on(config: Config) -> None:
    lie_as_v0_3_0_left_it(config, "filing")
    migrated(config, "filing")
    database = open_database("filing", config)
    with database.reading() as session:
        store = FilingStorage(session)
        registered = filings.c.state.in_(["accepted", "expired"])
        filed = session.scalars(select(filings.c.id).where(registered)).all()
        begun = store.oversights.all(select(table).order_by(o.id))
        assert [each.filing_id for each in begun] == sorted(filed) != []
        for each in begun:
            filing = store.read(each.filing_id)
            assert (each.title, each.unit, each.planned) == (filing.content.title, filing.unit, False)
            assert (each.valid_until, each.act_from) == (filing.valid_until, filing.content.act_from)
    database.close()
