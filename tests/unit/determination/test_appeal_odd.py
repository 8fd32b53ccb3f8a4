"""Where the place wants it a panel is named with an odd number of members; nobody who leaves stops it."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.determination import AppealState, DecisionTerms, Outcome
from tests.unit.casework.looking import refused
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import DEPUTY, TERMS
from tests.unit.review.scene import view

LATER = scene.RULES.pack(scene.DIVISION, date(2027, 2, 1)).appeal
SEVEN = tuple(scene.here(f"panel{each}", Role.MEMBER, unit=f"复核{each}") for each in range(1, 8))
EVEN = "appeal.panel_even"


def by(actor: Actor, now: datetime = scene.NOW) -> Occasion:
    """Where a panel is odd."""
    found = scene.by(actor, now)
    return replace(found, pack=replace(found.pack, appeal=LATER))


def named(appeal, case, count: int) -> None:
    appeal.form_panel(tuple(map(view, SEVEN[:count])), case, by(DEPUTY), frozenset(appeal.holders))


def test_the_place_says_from_when_and_by_what_source():
    assert (scene.PACK.appeal.panel_odd, LATER.panel_odd, LATER.panel_at_least) == (False, True, 3)
    assert LATER.source.illustrative
    assert "第五条" in LATER.source.text


@pytest.mark.parametrize("count", [4, 6])
def test_an_even_panel_is_not_named_and_nothing_is_changed(count: int):
    appeal, case = scene.appealed()
    before = case.readers
    refused(EVEN, appeal, lambda it: named(it, case, count))
    assert (appeal.team, case.readers) == ((), before)
    named(appeal, case, count + 1)
    assert appeal.heard


def test_nor_do_others_make_it_even_by_joining():
    appeal, case = scene.appealed()
    named(appeal, case, 3)
    refused(EVEN, appeal, lambda it: named(it, case, 4))
    named(appeal, case, 5)
    assert len(appeal.team) == 5


def test_an_even_number_that_is_left_decides_by_more_than_half_or_is_joined_by_one():
    appeal, case = scene.appealed()
    named(appeal, case, 5)
    appeal.leave("panel5", by(SYSTEM))
    assert (appeal.heard, appeal.panel.majority) == (True, 3)
    for each in SEVEN[:2]:
        appeal.decide(Outcome.MITIGATE, TERMS, case, by(each))
    for each in SEVEN[2:4]:
        appeal.decide(Outcome.LIGHTEN, DecisionTerms(reasons="原决定正确"), case, by(each))
    assert not appeal.ended
    named(appeal, case, 5)
    appeal.decide(Outcome.MITIGATE, TERMS, case, by(SEVEN[4]))
    assert (appeal.state, case.current.outcome) == (AppealState.DECIDED, Outcome.MITIGATE)


def test_two_who_are_left_of_three_that_speak_are_joined_by_one():
    appeal, case = scene.appealed()
    named(appeal, case, 3)
    appeal.decide(Outcome.MITIGATE, TERMS, case, by(SEVEN[0]))
    appeal.leave("panel3", by(SYSTEM))
    refused("appeal.opinions_under_way", appeal, lambda it: named(it, case, 4))
    named(appeal, case, 3)
    assert (appeal.heard, set(appeal.opinions.held)) == (True, {"panel1"})


def test_a_panel_that_was_even_before_the_rule_still_decides():
    appeal, case = scene.appealed()
    appeal.form_panel(tuple(map(view, SEVEN[:4])), case, scene.by(DEPUTY))
    for each in SEVEN[:3]:
        appeal.decide(Outcome.MITIGATE, TERMS, case, by(each))
    assert appeal.ended
