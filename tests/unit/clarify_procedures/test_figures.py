"""Figures of different measures are never added, and what is too small to be told is not, in one place."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rongcuo.contracts.clarify import ConcernedKind, FalseAccusationState, Measure
from services.clarify.domain.clarification import counting as clearings
from services.clarify.domain.false_accusation import counting as accusations
from services.clarify.domain.figures import LEAST_TOLD, TOO_SMALL, Count, figure, guarded, suppressed
from tests.unit.clarify_procedures import accusation_scene, clarification_scene

numbers = st.integers(0, 12)


@given(numbers)
def test_below_five_nothing_is_told_not_even_that_there_is_none(number: int):
    assert suppressed(number) == (str(number) if number >= LEAST_TOLD else TOO_SMALL)
    assert suppressed(0) == "<5"


@given(st.dictionaries(st.sampled_from("abcd"), numbers))
def test_no_part_can_be_found_from_the_others_and_the_whole(parts: dict[str, int]):
    told = guarded("x", Count(Measure.MATTERS, sum(parts.values())), parts)
    assert told.of in ({}, {part: str(number) for part, number in parts.items()})
    assert all(int(shown) >= LEAST_TOLD for shown in told.of.values())
    assert told.shown == TOO_SMALL or int(told.shown) >= LEAST_TOLD


def test_a_part_that_is_too_small_takes_all_others_with_it():
    whole = Count(Measure.MATTERS, 15)
    assert guarded("x", whole, {"a": 9, "b": 6}).of == {"a": "9", "b": "6"}
    assert guarded("x", whole, {"a": 12, "b": 3}).of == {}
    assert figure("x", whole, {"a": 12, "b": 3}).of == {"a": "12", "b": "3"}


@pytest.mark.parametrize("other", [each for each in Measure if each is not Measure.MATTERS])
def test_different_measures_are_not_added(other: Measure):
    assert Count(Measure.MATTERS, 2) + Count(Measure.MATTERS, 3) == Count(Measure.MATTERS, 5)
    with pytest.raises(TypeError):
        Count(Measure.MATTERS, 2) + Count(other, 3)


def cleared_twice():
    """Of one report: a person in two modes, and an organisation; and the person again of another report."""
    cases = [clarification_scene.closed(), clarification_scene.finished(), clarification_scene.carried_out(),
             clarification_scene.refused(), clarification_scene.assessing()]
    told = [clearings.counted(case) for case in cases]
    return [told[0], replace(told[1], kind=ConcernedKind.ORGANISATION, whom="办事处"),
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


def test_how_long_each_stage_took():
    [visit] = [each for each in clearings.figures_of(cleared_twice(), 1).stages if each.stage == "visit"]
    assert (visit.median, visit.ended) == (40, 2)


def test_without_unfounded_reports_there_is_no_share():
    assert clearings.figures_of([], 0).share_cleared is None


def test_of_few_false_accusations_nothing_is_told_and_of_more_the_number():
    one = accusations.counted(accusation_scene.concluded())
    few = accusations.figures_of([one] * 4)
    assert [each.shown for each in few.figures] == ["<5", "<5", "<5"]
    assert accusations.figures_of([]) == few
    ended = accusations.Counted(state=FalseAccusationState.MISTAKEN, concerned=1)
    more = accusations.figures_of([one] * 5 + [ended] * 6)
    assert [(each.code, each.shown) for each in more.figures] == [
        ("found", "5"), ("accused_falsely", "5"), ("ended_otherwise", "6")]


def test_only_what_took_effect_counts_as_found():
    found = accusations.counted(accusation_scene.found())
    assert accusations.figures_of([found] * 9).figures[0].shown == "<5"


def test_figures_of_false_accusations_are_of_half_years():
    assert accusations.half_year(2026, 1) == (date(2026, 1, 1), date(2026, 6, 30))
    assert accusations.half_year(2026, 2) == (date(2026, 7, 1), date(2026, 12, 31))
