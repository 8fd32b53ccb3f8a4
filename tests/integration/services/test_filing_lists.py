"""Filing on real databases: who sees what, pages, figures. SQLite and PostgreSQL agree."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from rongcuo.chassis.config import Config
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import (
    Beneficiaries,
    FilingQuery,
    FilingsQuery,
    FilingState,
    FunnelQuery,
    OpenMattersQuery,
)
from services.filing import access, views
from services.filing.domain import OPEN, Filing
from tests.integration.services.filing_office import Office
from tests.unit.filing.people import (
    CITY,
    COLLEAGUE,
    FILER,
    HOUSING,
    LEAD,
    MAY_6,
    NAMESAKE,
    NEIGHBOUR,
    OPERATOR,
    OTHER_CITY,
    PROVINCE,
    REGISTRAR,
    REVIEWER,
    STRANGER,
)
from tests.unit.filing.test_moves import filing_in

WIDE = str.maketrans("0123456789-", "０１２３４５６７８９－")
EVERYONE = [FILER, COLLEAGUE, STRANGER, NAMESAKE, REVIEWER, LEAD, NEIGHBOUR, CITY, OTHER_CITY, PROVINCE,
            OPERATOR, REGISTRAR, SYSTEM]


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.runtime.stop()


# ---------------------------------------------------------------------- who sees what

def varied() -> list[Filing]:
    """Every state, filed by several units with several organs."""
    places = [(HOUSING, "530125"), ("县交通运输局", "530125"), (HOUSING, "530127"), ("", "530125"),
              ("管委会", "530181.gaoxin"), ("市住建局", "530100"), ("省厅", "530000"), ("局", "530300")]
    numbered = enumerate((state, *place) for state in FilingState for place in places)
    return [_placed(filing_in(state), n, unit, organ_id) for n, (state, unit, organ_id) in numbered]


def _placed(filing: Filing, n: int, unit: str, organ_id: str) -> Filing:
    filer_id = "zhao" if n % 5 == 0 else f"someone{n}"
    received = bool(filing.submitted_at)
    recused = ((), (LEAD.officer_id, "x"), (REVIEWER.officer_id, CITY.officer_id))[n % 3]
    return replace(filing, id=f"f{n:03}", unit=unit, organ_id=organ_id, division_code=organ_id[:6],
                   filer_id=filer_id, recused=recused if received else (), number=f"n{n}" if received else "",
                   register_number=f"r{n}" if filing.register_number else "",
                   content=replace(filing.content, title=f"事项{n}"), happened=[])


def test_lists_show_exactly_what_access_says(office: Office) -> None:
    kept = varied()
    office.keep(*kept)
    renamed = replace(STRANGER, unit_names=("新名称", f" {HOUSING}"))
    nowhere = replace(CITY, division_code="")
    assert not views.page(office.asked(nowhere), FilingsQuery()).lines
    for actor in [*EVERYONE, renamed, nowhere, replace(FILER, unit=""),
                  replace(LEAD, roles=LEAD.roles | FILER.roles),
                  replace(LEAD, officer_id="_u")]:   # no pattern is made of an id
        expected = {each.id for each in kept
                    if any(access.within(scope, actor, each) for scope in access.scopes(actor))}
        shown = views.page(office.asked(actor), FilingsQuery(limit=200))
        listed = {each.id for each in kept if each.id in expected and each.state is not FilingState.DISCARDED}
        assert {line.filing_id for line in shown.lines} == listed, actor.officer_id
        single = {each.id for each in kept if _sees(office, actor, each.id)}
        assert single == expected, actor.officer_id


def _sees(office: Office, actor: Actor, filing_id: str) -> bool:
    try:
        views.filing(office.asked(actor), FilingQuery(filing_id=filing_id))
    except CaseError as error:
        if error.code == "not_found":
            return False
        raise
    return True


def test_the_receipt_is_for_those_who_see_the_filing(office: Office) -> None:
    receipt = office.submit()
    assert views.receipt(office.asked(COLLEAGUE), FilingQuery(filing_id=receipt.filing_id)) == receipt
    with pytest.raises(CaseError, match="not_found"):
        views.receipt(office.asked(STRANGER), FilingQuery(filing_id=receipt.filing_id))


# ---------------------------------------------------------------------- pages

def walk(office: Office, by: Actor, query: FilingsQuery) -> Iterator[list[str]]:
    while True:
        shown = views.page(office.asked(by), query)
        yield [line.number for line in shown.lines]
        if not shown.next_cursor:
            return
        query = replace(query, cursor=shown.next_cursor)


def test_pages_go_from_the_newest_to_the_oldest_without_gap_or_repetition(office: Office) -> None:
    for n in range(17):
        office.time.at = MAY_6 + timedelta(minutes=n // 3)  # some at the very same moment
        office.submit(f"事项{n}")
    pages = list(walk(office, LEAD, FilingsQuery(limit=5)))
    numbers = [number for page in pages for number in page]
    assert [len(page) for page in pages] == [5, 5, 5, 2]
    assert sorted(numbers) == [f"530125-2026-{n:06}" for n in range(1, 18)]
    by_age = [(int(number[-6:]) - 1) // 3 for number in numbers]
    assert by_age == sorted(by_age, reverse=True)


def test_what_is_filed_meanwhile_does_not_disturb_the_pages_below(office: Office) -> None:
    for n in range(6):
        office.submit(f"事项{n}")
    pages = walk(office, LEAD, FilingsQuery(limit=4))
    first = next(pages)
    office.time.at = MAY_6 + timedelta(hours=1)
    office.submit("后来的")
    assert len({*first, *next(pages)}) == 6


@pytest.mark.parametrize("query", [{"cursor": "garbage"}, {"cursor": "W10"}, {"state": "asleep"},
                                   {"division_code": "53"}, {"division_code": "%"}])
def test_a_question_that_means_nothing_is_refused(office: Office, query: dict[str, str]) -> None:
    with pytest.raises(CaseError) as refusal:
        views.page(office.asked(LEAD), FilingsQuery(**query))
    assert refusal.value.kind.status == 422


def test_filters_and_search(office: Office) -> None:
    one = office.submit("盘活100%闲置_土地")
    two = office.submit("盘活1000闲置A土地", by=STRANGER, situation="policy_ambiguity")
    office.accept(one.filing_id)
    office.submit("续建", by=NAMESAKE)

    def found(by: Actor = PROVINCE, **query: Any) -> list[str]:
        return sorted(line.filing_id for line in views.page(office.asked(by), FilingsQuery(**query)).lines)

    both = sorted([one.filing_id, two.filing_id])
    assert found(search="盘活") == both
    assert found(search="100%") == found(search="置_土") == [one.filing_id]
    assert found(search=two.number) == found(search="交通运输") == [two.filing_id]
    assert found(search="闲置a土地") == [two.filing_id]
    assert found(state="submitted", division_code="530125") == [two.filing_id]
    assert found(division_code="530125") == both
    assert found(division_code="530300") == []
    assert found(situation="livelihood", division_code="530125") == [one.filing_id]
    assert found(register_only=True) == found(whitelist_only=True) == [one.filing_id]
    assert found(by=OPERATOR) == []


@pytest.mark.parametrize("spelt", [
    lambda number: number.translate(WIDE), lambda number: number.replace("-", " "),
    lambda number: number.replace("-", ""), lambda number: f"编号：{number}", lambda number: number,
    lambda number: f"{number}号", lambda number: f"{number} 号"])
def test_a_number_is_found_however_it_is_spelt(office: Office, spelt: Callable[[str], str]) -> None:
    first, second = office.submit("省道(示例)整改"), office.submit("县道整改", by=STRANGER)
    for one in (first, second):
        lines = views.page(office.asked(PROVINCE), FilingsQuery(search=spelt(one.number))).lines
        assert [line.filing_id for line in lines] == [one.filing_id]
    cut = FilingsQuery(search=f"{first.number[:-1]}号")
    assert not views.page(office.asked(PROVINCE), cut).lines
    for words in ("（示例）", "省道（示例）", "〔示例〕", "省道 整改", "縣道整改"):
        assert len(views.page(office.asked(PROVINCE), FilingsQuery(search=words)).lines) == 1


# ---------------------------------------------------------------------- figures

def funnel(office: Office, by: Actor = PROVINCE, division: str = "530000", **query: Any) -> dict[str, Any]:
    return vars(views.funnel(office.asked(by), FunnelQuery(division_code=division, **query)))


def figures(of: dict[str, Any]) -> list[int]:
    return [of[name] for name in ("received", "accepted", "not_accepted", "open", "households")]


def test_the_funnel_counts_by_place_and_situation(office: Office) -> None:
    for each in varied():
        helped = Beneficiaries(households=10)
        office.keep(replace(each, recused=(), content=replace(each.content, beneficiaries=helped)))
    assert figures(funnel(office)) == [56, 16, 16, 24, 160]
    assert figures(funnel(office, division="530125")) == [21, 6, 6, 9, 60]
    assert figures(funnel(office, by=CITY, division="530100")) == [42, 12, 12, 18, 120]
    assert figures(funnel(office, by=OTHER_CITY, division="530100")) == [0, 0, 0, 0, 0]
    assert figures(funnel(office, by=OPERATOR)) == [0, 0, 0, 0, 0]
    rows = {row.key: row for row in funnel(office)["by_division"]}
    assert list(rows) == ["530000", "530100", "530125", "530127", "530181", "530300"]
    assert (rows["530125"].received, rows["530125"].open, rows["530100"].accepted) == (21, 9, 2)
    [situation] = funnel(office)["by_situation"]
    assert (situation.key, situation.received) == ("livelihood", 56)


def test_the_funnel_of_a_span_of_time(office: Office) -> None:
    for n in range(4):
        office.time.at = MAY_6 + timedelta(days=n)
        office.submit(f"事项{n}")
    counted = funnel(office, since=MAY_6 + timedelta(days=1), until=MAY_6 + timedelta(days=3))
    assert counted["received"] == counted["open"] == 2
    with pytest.raises(CaseError, match=r"policy\.unknown_division"):
        funnel(office, division="000000")


def test_open_matters_are_listed_by_id_for_the_watchdog_alone(office: Office) -> None:
    kept = varied()
    office.keep(*kept)
    found, cursor = [], ""
    while True:
        listed = views.open_matters(office.asked(OPERATOR), OpenMattersQuery(cursor=cursor, limit=7))
        found += [matter.matter_id for matter in listed.matters]
        cursor = listed.next_cursor
        if not cursor:
            break
    assert found == sorted(each.id for each in kept if each.state in OPEN)
    with pytest.raises(CaseError, match="forbidden"):
        views.open_matters(office.asked(LEAD), OpenMattersQuery())
