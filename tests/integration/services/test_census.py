"""Figures that are kept equal those that are counted, whoever asks and whatever happens; both databases."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import delete, func, select, update

from rongcuo.casework.recounting import Recount, recount
from rongcuo.chassis.config import Config
from rongcuo.chassis.database.gram_tables import GRAMS
from rongcuo.chassis.database.tables import ledger
from rongcuo.chassis.time_source import SHANGHAI
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.filing import Beneficiaries, FunnelQuery
from rongcuo.contracts.review import (
    AcceptFiling,
    AssignReview,
    DeclineFiling,
    RecusalGround,
    RecuseReviewer,
    RequestSupplement,
)
from services.filing import access, views
from services.filing.domain import NOT_ACCEPTED, OPEN, RECEIVED, REGISTERED, Filing
from services.filing.storage import CENSUS, filings
from services.review.storage import CENSUS as OF_REVIEW
from services.review.storage import cases
from tests.integration.services.filing_office import Office
from tests.integration.services.review_office import Office as ReviewOffice
from tests.integration.services.test_filing_lists import EVERYONE, varied
from tests.unit.filing.people import COLLEAGUE, LEAD, PROVINCE, STRANGER
from tests.unit.review.scene import FILED_AT, FILER, SUPERVISOR, WANG, ZHAO, day
from tests.unit.review.scene import LEAD as REVIEW_LEAD

NIGHT = datetime(2026, 5, 7, 1, 30, tzinfo=SHANGHAI)
STATES = {"received": RECEIVED, "accepted": REGISTERED, "not_accepted": NOT_ACCEPTED, "open": OPEN}
BOTH = replace(LEAD, roles=LEAD.roles | COLLEAGUE.roles, unit=COLLEAGUE.unit)


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.runtime.stop()


@pytest.fixture
def reviews(config: Config) -> Iterator[ReviewOffice]:
    opened = ReviewOffice(config)
    yield opened
    opened.shop.stop()


def funnel(office: Office, by: Actor) -> dict[str, int]:
    found = views.funnel(office.asked(by), FunnelQuery(division_code="530000"))
    assert found.received == sum(each.received for each in found.by_division)
    return {name: getattr(found, name) for name in (*STATES, "households")}


def counted(kept: list[Filing], by: Actor) -> dict[str, int]:
    seen = [each for each in kept if each.state in RECEIVED
            and any(access.within(scope, by, each) for scope in access.scopes(by))]
    return {name: sum(each.state in states for each in seen) for name, states in STATES.items()} | {
        "households": sum(each.content.beneficiaries.households for each in seen
                          if each.state in REGISTERED)}


def test_each_sees_the_figures_of_what_they_see(office: Office) -> None:
    kept = [replace(each, content=replace(each.content, beneficiaries=Beneficiaries(households=n)))
            for n, each in enumerate(varied())]
    office.keep(*kept)
    for actor in (*EVERYONE, BOTH, replace(PROVINCE, division_code=""), replace(LEAD, officer_id="_u")):
        assert funnel(office, actor) == counted(kept, actor), actor.officer_id
    assert funnel(office, LEAD)["received"] < funnel(office, replace(LEAD, officer_id="nobody"))["received"]


def test_a_step_moves_one_from_figure_to_figure_and_a_draft_is_none(office: Office) -> None:
    one, _other = office.submit("一"), office.submit("二", by=STRANGER)
    assert (funnel(office, PROVINCE)["open"], funnel(office, PROVINCE)["accepted"]) == (2, 0)
    office.accept(one.filing_id)
    assert (funnel(office, PROVINCE)["open"], funnel(office, PROVINCE)["accepted"]) == (1, 1)
    assert not differing(office)


def test_what_is_not_committed_is_not_counted(office: Office) -> None:
    with office.tick().unit() as unit:
        unit.store.put(replace(varied()[8], id="gone"))
    assert funnel(office, PROVINCE)["received"] == 0
    assert not differing(office)


# ---------------------------------------------------------------------- the work list and punctuality

def tabs(office: ReviewOffice, by: Actor) -> tuple[dict[str, int], dict[str, int]]:
    """As they are told, and as many as the tab lists."""
    told = office.page(by).counts
    return told, {tab: len(office.page(by, tab=tab, limit=200).lines) for tab in told}


def test_tabs_hold_as_many_as_they_say_through_a_case_of_each_kind(reviews: ReviewOffice) -> None:
    for n in range(6):
        reviews.file(f"f{n}", at=FILED_AT - timedelta(days=n), unit="" if n == 5 else "高新区管委会")
    for n in range(4):
        reviews.do(REVIEW_LEAD, AssignReview, f"f{n}", officer_id="wang")
    reviews.do(WANG, AcceptFiling, "f0")
    reviews.do(WANG, RequestSupplement, "f1", needed="会议纪要")
    reviews.do(WANG, RecuseReviewer, "f2", officer_id="wang", ground=RecusalGround.RELATIVE, reason="亲属")
    reviews.time.shows = day(2, 15)
    reviews.do(WANG, DeclineFiling, "f3", reasons="不符")
    both = replace(REVIEW_LEAD, roles=frozenset({Role.LEAD, Role.FILER}), unit=FILER.unit)
    for at in (day(2, 10), day(2, 14), day(2, 15), day(2, 28)):
        reviews.time.shows = at
        for actor in (REVIEW_LEAD, WANG, ZHAO, SUPERVISOR, FILER, both):
            told, listed = tabs(reviews, actor)
            assert told == listed, (at, actor.officer_id)
    assert tabs(reviews, WANG)[0]["organ"] == tabs(reviews, REVIEW_LEAD)[0]["organ"] - 1     # recused from f2


def test_a_tab_says_how_many_there_are_above_a_thousand(reviews: ReviewOffice) -> None:
    reviews.file("f1")
    with reviews.shop.database.writing() as session:
        session.execute(update(OF_REVIEW.table).values(n=1_234))
        session.commit()
    assert reviews.page().counts["organ"] == 1_234


# ---------------------------------------------------------------------- the recount

def differing(office: Office) -> dict[Any, Any]:
    with office.runtime.database.reading() as session:
        organs = session.scalars(select(filings.c.organ_id).union(select(CENSUS.table.c.organ_id))).all()
        return {organ: found for organ in organs if (found := CENSUS.differing(session, organ))}


def execute(office: Office, *statements: Any) -> None:
    with office.runtime.database.writing() as session:
        for each in statements:
            session.execute(each)
        session.commit()


def found_at(office: Office, at: datetime) -> list[Recount]:
    office.time.at = at
    return list(recount(office.tick()))


def whole_night(office: Office, first: datetime) -> list[Recount]:
    return [found for minute in range(20) for found in found_at(office, first + timedelta(minutes=minute))]


def test_a_night_finds_what_differs_tells_it_in_the_ledger_and_sets_it_right(office: Office) -> None:
    office.keep(*varied())
    assert whole_night(office, NIGHT) == []
    lines = CENSUS.table
    execute(office, update(lines).where(lines.c.organ_id == "530127", lines.c.state == "accepted").values(
        n=lines.c.n + 3), delete(lines).where(lines.c.organ_id == "530300"))
    office.keep(replace(varied()[9], id="fresh", number="n9999", organ_id="530300", division_code="530300",
                        unit="另一局"))
    tomorrow = NIGHT + timedelta(days=1)
    found = whole_night(office, tomorrow)
    assert [(each.of, each.organ_id, each.rows) for each in found] == [
        ("filing_census", "530127", 3), ("filing_census", "530300", found[1].lines)]
    assert not differing(office)
    assert whole_night(office, tomorrow + timedelta(days=1)) == []
    with office.runtime.database.reading() as session:
        told = session.scalars(select(ledger.c.body).where(ledger.c.body.contains("figures.differed")))
        assert sorted(json.loads(each)["subject"] for each in told) == [
            "filing_census/530127", "filing_census/530300"]


def test_a_row_that_somebody_took_away_is_found_by_its_absence(office: Office) -> None:
    receipt = office.submit()
    found_by = filings.info[GRAMS]
    execute(office, delete(found_by).where(found_by.c.row_id == receipt.filing_id))
    execute(office, delete(filings).where(filings.c.id == receipt.filing_id))
    [found] = whole_night(office, NIGHT)
    assert (found.organ_id, found.lines, found.rows) == ("530125", 1, 1)


def test_by_day_nothing_is_counted(office: Office) -> None:
    office.submit()
    execute(office, update(CENSUS.table).values(n=7))
    assert found_at(office, NIGHT.replace(hour=9)) == found_at(office, NIGHT.replace(hour=0)) == []
    assert found_at(office, NIGHT) != []


def test_a_step_counts_a_few_organs_and_the_next_goes_on_there(office: Office) -> None:
    office.keep(*varied())
    execute(office, update(CENSUS.table).values(n=CENSUS.table.c.n + 1))
    first, second, third = (found_at(office, NIGHT + timedelta(minutes=n)) for n in range(3))
    organs = [each.organ_id for each in first + second]
    assert len(first) == 5
    assert organs == sorted({each.organ_id for each in varied()})
    assert third == []


def test_lines_that_count_nothing_are_forgotten(office: Office) -> None:
    office.accept(office.submit().filing_id)

    def lines() -> int:
        with office.runtime.database.reading() as session:
            return session.scalar(select(func.count()).select_from(CENSUS.table))

    assert lines() == 2     # submitted, none any more; accepted, one
    whole_night(office, NIGHT)
    assert lines() == 1


def test_the_recount_of_reviews_agrees_with_what_is_kept(reviews: ReviewOffice) -> None:
    for n in range(3):
        reviews.file(f"f{n}")
    reviews.do(REVIEW_LEAD, AssignReview, "f0", officer_id="wang")
    reviews.do(WANG, AcceptFiling, "f0")
    organ_id = REVIEW_LEAD.organ_id
    with reviews.shop.database.reading() as session:
        assert OF_REVIEW.differing(session, organ_id) == {}
        assert OF_REVIEW.next_organ(session, "") == organ_id
        assert OF_REVIEW.next_organ(session, organ_id) is None
        assert session.scalar(select(func.count()).select_from(cases)) == 3


def test_a_round_that_is_over_stays_so_that_night(office: Office) -> None:
    office.submit()
    night = NIGHT.date()
    with office.tick().unit() as unit:
        assert unit.store.recounts.step(night) is not None
        assert unit.store.recounts.step(night) is None
        assert unit.store.recounts.step(night + timedelta(days=1)) is not None
