"""The dashboard: each figure a number, a bar, a table and its list, without a script; and taken away."""

import csv
import io
import re
import zipfile

import pytest

from rongcuo.casework.counting.measures import KINDS
from rongcuo.contracts.clarify.clarification.operations import CLARIFICATION_FIGURES
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import OutcomeKind
from rongcuo.contracts.insight import FIGURES
from services.filing.pages.oversight import words as where_entered
from services.followup.pages.record import words as on_record
from services.gateway.console.page import figure_words as words
from services.insight.pages.charts import grouped
from tests.unit.gateway.console_site import Site
from tests.unit.insight.pages import OF_ORGAN, OF_PREFECTURE, PAGE, PREFECTURES, figures, said


def _cleared(code: str, measure: str, shown: str) -> dict[str, object]:
    return {"code": code, "measure": measure, "shown": shown, "of": {}, "overlap": False}


CLEARED = {"figures": [{"code": "cleared", "measure": "persons", "shown": "6", "of": {}, "overlap": False}]}


def site(who: str = "supervisor", **other: object) -> Site:
    there = Site(who)
    there.caller.said |= said() | other
    return there


def asked(there: Site, name: str) -> list[dict[str, object]]:
    return [payload for operation, payload in there.caller.asked if operation == name]


def test_the_province_shows_its_16_prefectures_and_each_leads_to_its_own_page() -> None:
    page = site().get(PAGE).text
    tiles = re.findall(r'<li class="t(53\d\d) d\d(?: untold)?"><a href="[^"]*place=(53\d\d)', page)
    assert len(tiles) == 16
    assert {one for one, _ in tiles} == {other for _, other in tiles} >= set(PREFECTURES)


def test_what_is_too_small_is_not_told_and_every_figure_leads_to_its_list() -> None:
    page = site().get(PAGE).text
    assert re.search(r"不予容错</th><td[^>]*>.*?</td><td>&lt;5 件", page)
    assert re.search(r"提出申诉</th><td>17\+ 件", page)
    for address in ("/filings", "/determinations", "/appeals", "/followup/programmes", "/oversights"):
        assert f'class="button" href="{address}' in page, address


@pytest.mark.parametrize(("who", "word", "address"), [
    ("supervisor", "逐件查看报备", "/filings"), ("lead", "逐件查看审查", "/work?tab=closed")])
def test_a_way_to_a_list_is_called_as_what_it_leads_to(who: str, word: str, address: str) -> None:
    section = site(who).get(PAGE).text.split("审查决定按期和逾期，按月")[1].split("</section>")[0]
    assert f'href="{address}">{word}</a>' in section


def test_bars_stand_only_where_all_numbers_are_of_one_measure() -> None:
    page = site().get(PAGE).text
    parts = {heading: part.count('class="measure"')
             for heading, part in re.findall(r"<section><h2>([^<]+)</h2>(.*?)</section>", page, re.DOTALL)}
    assert (parts["从报备到认定"], parts["认定结果"]) == (3, 4)
    assert parts["回访教育"] == parts["容错纠错带来的成效"] == parts["申诉和联席会议"] == 0


def test_of_an_organ_clarify_itself_is_asked_and_of_an_area_it_is_not() -> None:
    there = site("lead", **OF_ORGAN, **{CLARIFICATION_FIGURES.name: CLEARED})
    page = there.get(PAGE).text
    assert "6 人" in page
    assert 'class="tiles' not in page
    assert asked(there, CLARIFICATION_FIGURES.name) == [
        {"organ_id": "530127", "since": "2026-01-01", "until": "2026-12-31"}]
    there = site()
    there.get(PAGE)
    assert asked(there, CLARIFICATION_FIGURES.name) == []


def test_of_clearings_nothing_small_is_told_nor_follows_and_each_has_one_row() -> None:
    figures = [_cleared("unfounded", "matters", "9"), _cleared("to_clear", "matters", "7"),
               _cleared("to_clear", "persons", "6"), _cleared("cleared", "matters", "1"),
               _cleared("cleared", "persons", "6"), _cleared("visited", "person_times", "2")]
    page = site("lead", **OF_ORGAN, **{CLARIFICATION_FIGURES.name: {"figures": figures}}).get(PAGE).text
    block = page.split("从不属实到澄清")[1].split("</section>")[0]
    assert re.findall(r'<th scope="row">([^<]+)</th><td>([^<]+)</td>', block) == [
        ("查明不属实、错告", "9 件"), ("应当澄清", "— 件 · 6 人"), ("已经澄清", "— 件 · 6 人"),
        ("已回访", "&lt;5 人次")]


def test_a_tile_that_is_not_told_is_hatched_and_the_key_says_so() -> None:
    page = site().get(PAGE).text
    assert re.findall(r'<li class="t(\d+) d0 untold">', page) == ["5301"]
    assert "斜线“<5”" in page
    assert "斜线" not in site("lead", **OF_ORGAN).get(PAGE).text


@pytest.mark.parametrize("refusal", ["forbidden", "service_unavailable"])
def test_where_clarify_answers_nothing_the_rest_is_there(refusal: str) -> None:
    there = site("lead", **OF_ORGAN, **{CLARIFICATION_FIGURES.name: CaseError(refusal)})
    page = there.get(PAGE)
    assert page.status_code == 200
    assert "从不属实到澄清" not in page.text


def test_the_place_and_the_year_are_those_of_the_address() -> None:
    there = site(**OF_PREFECTURE)
    page = there.get(f"{PAGE}?place=5301&year=2025").text
    assert asked(there, FIGURES.name) == [{"place": "5301", "year": 2025}]
    assert "昆明市" in page
    there.get(f"{PAGE}?year=abc")
    assert asked(there, FIGURES.name)[-1] == {"place": "", "year": 2026}


def test_who_may_not_see_it_is_refused() -> None:
    assert site(**{FIGURES.name: CaseError("forbidden")}).get(PAGE).status_code == 403


def test_the_csv_holds_every_figure_with_what_it_counts() -> None:
    answer = site().get(f"{PAGE}?as=csv")
    [heading, *lines] = csv.reader(io.StringIO(answer.text.lstrip("\ufeff")))
    assert heading == ["地方", "指标", "期间", "数量", "计量单位", "平均用时（自然日）"]
    told = figures()
    assert len(lines) == len(told["figures"]) + 2 * len(PREFECTURES)
    assert ["云南省", "不予容错", "2026", "<5", "件", ""] in lines
    assert ["昆明", "收到报备", "2026", "<5", "件", ""] in lines
    assert "insight-53-2026.csv" in answer.headers["Content-Disposition"]


def test_the_workbook_holds_numbers_as_numbers_and_no_formula() -> None:
    answer = site().get(f"{PAGE}?as=xlsx")
    with zipfile.ZipFile(io.BytesIO(answer.data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        strings = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    filed = next(each["shown"] for each in figures()["figures"] if each["code"] == "filed")
    assert f"<v>{filed}</v>" in sheet
    assert "&lt;5" in strings
    assert "云南省" in strings


def test_any_other_shape_is_not_there() -> None:
    assert site().get(f"{PAGE}?as=pdf").status_code == 404


@pytest.mark.parametrize(("shown", "expected"), [("1234567", "1,234,567"), ("1234+", "1,234+"), ("<5", "<5")])
def test_thousands_stand_apart(shown: str, expected: str) -> None:
    assert grouped(shown) == expected


def test_whoever_works_on_cases_finds_it_beside_their_tasks_and_supervisors_in_the_rail() -> None:
    assert 'href="/insight"' in site("lead").get("/tasks").text
    assert '<a href="/insight" aria-current="page">' in site().get(PAGE).text


@pytest.mark.parametrize("kind", OutcomeKind)
def test_an_outcome_has_one_name_as_it_is_entered_counted_and_shown_on_a_record(kind: OutcomeKind) -> None:
    assert str(words.CODES[KINDS[kind]]) == str(where_entered.KINDS[kind]) == str(on_record.OUTCOMES[kind])


def test_every_figure_leads_to_the_list_of_what_is_counted() -> None:
    shown = str(site("lead", **OF_ORGAN).get(PAGE).text)
    sections = re.findall(r"<section><h2>([^<]+)</h2>(.*?)</section>", shown, re.DOTALL)
    assert len(sections) > 5
    assert [heading for heading, body in sections if '<a class="button" href="/' not in body] == []

