"""Figures of different measures are never added, and what is too small to be told is not, in one place."""

from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rongcuo.casework.figures import LEAST_TOLD, TOO_SMALL
from rongcuo.contracts.clarify import ConcernedKind, FiguresQuery, Measure
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.clarification import counting as clearings
from services.clarify.domain.false_accusation import counting as accusations
from services.clarify.domain.figures import Count, figure, guarded, period
from services.clarify.domain.stages import Passed
from tests.unit.clarify_procedures import clarification_scene as scene

DAY = date(2026, 3, 2)


@given(st.integers(0, 12))
def test_below_five_nothing_is_told_not_even_that_there_is_none(number: int):
    told = guarded("x", Count(Measure.MATTERS, number))
    assert told.shown == (str(number) if number >= LEAST_TOLD else TOO_SMALL)
    assert told.of == {}


def test_to_whoever_may_open_each_a_figure_is_told_as_it_is():
    whole = Count(Measure.MATTERS, 15)
    assert figure("x", whole, {"a": 12, "b": 3}).of == {"a": "12", "b": "3"}


@pytest.mark.parametrize("other", [each for each in Measure if each is not Measure.MATTERS])
def test_different_measures_are_not_added(other: Measure):
    assert Count(Measure.MATTERS, 2) + Count(Measure.MATTERS, 3) == Count(Measure.MATTERS, 5)
    with pytest.raises(TypeError):
        Count(Measure.MATTERS, 2) + Count(other, 3)


@pytest.mark.parametrize("days", [-1, 366])
def test_a_year_at_most_is_counted_at_once_and_forwards(days: int):
    with pytest.raises(CaseError, match=r"clarify\.period"):
        period(FiguresQuery(since=DAY, until=DAY + timedelta(days=days)))
    first, last = period(FiguresQuery(since=DAY, until=DAY + timedelta(days=365)))
    assert (last - first).days == 366


def cleared_twice():
    """Of one report: a person in two modes, and an organisation; and the person again of another report."""
    cases = [scene.closed(), scene.finished(), scene.carried_out(), scene.refused(), scene.assessing()]
    told = [clearings.counted(case) for case in cases]
    return [told[0], replace(told[1], kind=ConcernedKind.ORGANISATION.value, whom="办事处"),
            replace(told[0], matter="r2"), replace(told[3], matter="r3"), replace(told[4], matter="r4")]


def shown(figures, code: str, measure: Measure) -> str:
    return next(each.shown for each in figures.figures if (each.code, each.measure) == (code, measure))


def test_matters_persons_organisations_and_times_are_counted_apart():
    figures = clearings.figures_of(cleared_twice(), unfounded=4)
    assert shown(figures, "unfounded", Measure.MATTERS) == "4"
    assert shown(figures, "assessed", Measure.MATTERS) == "3"
    assert shown(figures, "cleared", Measure.MATTERS) == "2"
    assert shown(figures, "cleared", Measure.PERSONS) == "1"
    assert shown(figures, "cleared", Measure.ORGANISATIONS) == "1"
    assert shown(figures, "acts", Measure.ITEM_TIMES) == "6"
    assert shown(figures, "visited", Measure.PERSON_TIMES) == "2"
    [refused] = [each for each in figures.figures if each.code == "refused"]
    assert (refused.shown, refused.of) == ("1", {"no_harm": "1"})
    assert figures.share_cleared == 50


def test_a_report_is_cleared_once_everybody_of_it_is():
    one = clearings.counted(scene.closed())
    waiting = replace(clearings.counted(scene.assessing()), whom="陈二")
    over = replace(clearings.counted(scene.withdrawn()), matter=one.matter)
    assert clearings.figures_of([one, waiting], unfounded=1).share_cleared == 0
    assert clearings.figures_of([one, over], unfounded=1).share_cleared == 100


def test_an_objected_refusal_is_one_until_it_is_answered():
    assert clearings.counted(scene.objected()).refusal == "no_harm"
    directed = scene.objected()
    directed.answer_objection(True, "应当澄清", scene.by(scene.CITY))
    assert clearings.counted(directed).refusal == ""


def test_a_stage_is_counted_in_working_days_and_whether_it_was_late():
    """The day on which it began is not counted: 40 days from Monday, 2 March 2026, with six weekends and the
    Monday of 清明."""
    assert scene.closed().passed[-2] == Passed("visit", 28, False)
    late = scene.before_the_head()
    late.approve("同意", scene.by(scene.LEAD, scene.NOW + timedelta(days=30)))
    [approval] = [each for each in late.passed if each.stage == "approval"]
    assert approval.late


def test_the_median_of_each_stage_and_how_many_were_late():
    one = clearings.counted(scene.closed())
    cases = [replace(one, passed=[["visit", days, days > 20]]) for days in (3, 25, 9)]
    [visit] = clearings.figures_of(cases, 1).stages
    assert (visit.median, visit.ended, visit.late) == (9, 3, 1)


def test_what_is_over_leaves_no_stage():
    case = scene.objected()
    assert [each.stage for each in case.passed] == ["assessment", "approval"]


def test_without_unfounded_reports_there_is_no_share():
    assert clearings.figures_of([], 0).share_cleared is None


def test_what_is_counted_of_a_clearing_is_plain_and_comes_back():
    one = clearings.counted(scene.closed())
    assert clearings.Counted(**asdict(one)) == one
    assert not {"正在推荐考察", "李某"} & set(repr(asdict(one)))


@given(st.tuples(*[st.integers(0, 9)] * 3))
def test_of_few_false_accusations_nothing_is_told_and_of_more_the_number(numbers):
    found, accused_falsely, otherwise = numbers
    told = accusations.figures_of(*numbers).figures
    assert [each.code for each in told] == ["found", "accused_falsely", "ended_otherwise"]
    assert [each.shown for each in told] == [str(each) if each >= LEAST_TOLD else "<5" for each in (
        found, accused_falsely if found >= LEAST_TOLD else 0, otherwise)]


def test_figures_of_false_accusations_are_of_half_years_that_are_over():
    assert accusations.half_year(2026, 1, date(2026, 7, 1)) == (date(2026, 1, 1), date(2026, 6, 30))
    assert accusations.half_year(2026, 2, date(2027, 1, 1)) == (date(2026, 7, 1), date(2026, 12, 31))
    for half, today in ((1, date(2026, 6, 30)), (2, date(2026, 12, 31))):
        with pytest.raises(CaseError, match="half_year_not_over"):
            accusations.half_year(2026, half, today)
