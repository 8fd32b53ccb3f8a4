"""What a panel has begun to say, nobody cuts short: no other members, no recusal at will, no hand-up."""

from dataclasses import replace
from datetime import datetime

import pytest

from rongcuo.contracts import determination as contract
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.determination import AppealState, AskForRecusal, DecisionTerms, Outcome
from rongcuo.contracts.review import RecusalGround
from services.determination.presenters.determinations import view_of
from services.determination.usecases import appeals, determinations, handing_up
from tests.unit.casework.looking import last, refused
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.context import FakeContext
from tests.unit.determination.determination_context import code_of, jinghong, keep, of
from tests.unit.determination.determination_scene import DEPUTY, KIN, PANEL, SUBJECT, TERMS, by
from tests.unit.review.scene import day, view

FIRST, SECOND, THIRD = PANEL
ABOVE = scene.here("above", Role.LEAD, organ_id="532800")
UPHOLD = DecisionTerms(reasons="原决定正确")
UNDER_WAY, COUNTED = "appeal.opinions_under_way", "determination.vote_counted"
UP = of(contract.HandDeterminationUp, reason="另行组成")
NAMED = contract.FormAppealPanel(
    command_id="c", appeal_id="a1", officer_ids=("panel1", "panel2", "deputy", "member6", "member7"))


@pytest.fixture
def context() -> FakeContext:
    """A lead sits with two others, and has read that the first wants it milder."""
    context = jinghong()
    more = (scene.here(each, Role.MEMBER, unit="别处") for each in ("member6", "member7"))
    context.officers = (*context.officers, view(ABOVE), *map(view, more))
    appeal, case = scene.appealed()
    appeal.form_panel(tuple(map(view, (FIRST, SECOND, DEPUTY))), case, by(DEPUTY))
    appeal.decide(Outcome.MITIGATE, TERMS, case, by(FIRST))
    keep(context, case)
    keep(context, appeal)
    return context


def off(context: FakeContext, actor: Actor, who: str, ground: RecusalGround) -> None:
    determinations.recuse(context.sit(actor), of(
        contract.RecuseFromDetermination, officer_id=who, ground=ground, reason="换人"))


@pytest.mark.parametrize(("actor", "who"), [
    (DEPUTY, "panel1"), (DEPUTY, "panel2"), (DEPUTY, "deputy"), (FIRST, "panel1")])
def test_nobody_leaves_a_panel_that_speaks_on_other_grounds(context: FakeContext, actor: Actor, who: str):
    assert code_of(lambda: off(context, actor, who, RecusalGround.OTHER)) == COUNTED
    off(context, actor, who, RecusalGround.RELATIVE)


def test_nor_by_an_application_that_names_somebody_else(context: FakeContext):
    case = context.store.determinations.read("d1")
    asked = AskForRecusal(command_id="c", case_id="d1", name="复核组的一位",
                          ground=RecusalGround.RELATIVE, reason="亲属")
    case.ask_recusal("r1", asked, by(SUBJECT))
    case.ask_recusal("r2", replace(asked, name="panel2某"), by(SUBJECT))
    keep(context, case)
    grant = of(contract.AnswerRecusal, request_id="r1", officer_id="panel1", granted=True, reason="属实")
    other = scene.here("other", Role.LEAD)
    context.officers = (*context.officers, view(other))
    assert code_of(lambda: determinations.answer_recusal(context.sit(other), grant)) == COUNTED
    named = replace(grant, request_id="r2")
    assert code_of(lambda: determinations.answer_recusal(context.sit(other), named)) == (
        "determination.recusal_names_somebody")
    determinations.answer_recusal(context.sit(other), replace(named, officer_id="panel2"))


def test_nobody_joins_it_or_takes_the_case_up_before_all_have_spoken_or_its_time_is_up(context: FakeContext):
    """Who has read what the others say would be outvoted by those they name."""
    assert code_of(lambda: appeals.form_panel(context.sit(DEPUTY), NAMED)) == UNDER_WAY
    for lead in (DEPUTY, KIN, ABOVE):
        assert code_of(lambda lead=lead: handing_up.hand_up(context.sit(lead), UP)) == UNDER_WAY
    late = day(12, 30)
    assert len(appeals.form_panel(context.sit(DEPUTY, late), NAMED).panel) == 5
    handing_up.hand_up(context.sit(ABOVE, late), UP)


def test_nor_is_it_offered_to_take_the_case_up_meanwhile(context: FakeContext):
    def offers(lead: Actor, now: datetime) -> bool:
        context.sit(lead, now)
        appeal, case = context.store.appeals.read("a1"), context.store.determinations.read("d1")
        return "hand_up" in view_of(case, (appeal,), by(lead, now)).allowed

    assert not any(offers(lead, scene.NOW) for lead in (DEPUTY, ABOVE))
    assert offers(DEPUTY, day(12, 30)), "its time is up"
    appeal, case = context.store.appeals.read("a1"), context.store.determinations.read("d1")
    for who, outcome in ((SECOND, Outcome.LIGHTEN), (DEPUTY, Outcome.EXEMPT)):
        appeal.decide(outcome, UPHOLD if outcome is Outcome.LIGHTEN else TERMS, case, by(who))
    keep(context, appeal)
    assert offers(DEPUTY, scene.NOW), "all have spoken"
    appeal.decide(Outcome.MITIGATE, TERMS, case, by(SECOND))
    keep(context, appeal)
    keep(context, case)
    assert appeal.ended
    assert offers(DEPUTY, scene.NOW), "it is over"


def test_where_all_have_spoken_and_do_not_agree_others_join_or_the_case_goes_up(context: FakeContext):
    appeal, case = context.store.appeals.read("a1"), context.store.determinations.read("d1")
    appeal.decide(Outcome.LIGHTEN, UPHOLD, case, by(SECOND))
    appeal.decide(Outcome.EXEMPT, TERMS, case, by(DEPUTY))
    assert last(appeal).what == "no_majority"
    keep(context, appeal)
    assert len(appeals.form_panel(context.sit(DEPUTY), NAMED).panel) == 5
    keep(context, appeal)
    handing_up.hand_up(context.sit(DEPUTY), UP)


def test_who_is_left_of_too_few_stays_with_what_they_said_and_others_join_them(context: FakeContext):
    off(context, DEPUTY, "panel2", RecusalGround.RELATIVE)
    appeal, case = context.store.appeals.read("a1"), context.store.determinations.read("d1")
    assert (appeal.state, appeal.holders, set(appeal.opinions.held)) == (
        AppealState.LODGED, {"panel1", "deputy"}, {"panel1"})
    assert (appeal.standing().holders, context.store.appeals.without_panel()) == (("532801/lead",), ("d1",))
    refused("review.move_not_allowed", appeal,
            lambda it: it.decide(Outcome.MITIGATE, TERMS, case, by(DEPUTY)))
    assert code_of(lambda: handing_up.hand_up(context.sit(ABOVE), UP)) == UNDER_WAY
    anew = replace(NAMED, officer_ids=("deputy", "member6", "member7"))
    assert code_of(lambda: appeals.form_panel(context.sit(DEPUTY), anew)) == "appeal.panel_sits"
    four = replace(NAMED, officer_ids=("panel1", "deputy", "member6", "member7"))
    assert code_of(lambda: appeals.form_panel(context.sit(DEPUTY), four)) == UNDER_WAY
    appeals.form_panel(context.sit(DEPUTY), replace(anew, officer_ids=("panel1", "deputy", "member6")))
    appeal = context.store.appeals.read("a1")
    scene.signed(appeal, FIRST, case, by(FIRST))
    assert (appeal.state, case.current.outcome) == (AppealState.DECIDED, Outcome.MITIGATE)


def test_who_is_left_goes_up_with_the_case_and_is_joined_there(context: FakeContext):
    """Otherwise the last lead, who sits, unmakes what the others have begun by stepping back."""
    left = {"panel1", "panel2", "deputy", "above"}
    context.officers = tuple(each for each in context.officers if each.officer_id in left)
    off(context, DEPUTY, "deputy", RecusalGround.RELATIVE)
    handing_up.find_leads(context.sit(SYSTEM))
    appeal, case = context.store.appeals.read("a1"), context.store.determinations.read("d1")
    assert (case.organ_id, appeal.organ_id) == ("532800", "532800")
    assert (appeal.state, appeal.holders, set(appeal.opinions.held)) == (
        AppealState.LODGED, {"panel1", "panel2"}, {"panel1"})
    new = view(scene.here("new", Role.MEMBER, organ_id="532800", unit="别处"))
    context.officers = (view(ABOVE), new)      # identity shows a lead nobody of another organ
    joined = replace(NAMED, officer_ids=("panel1", "panel2", "new"))
    assert len(appeals.form_panel(context.sit(ABOVE), joined).panel) == 3
    appeal = context.store.appeals.read("a1")
    scene.signed(appeal, FIRST, case, by(SECOND))
    assert (appeal.state, case.current.outcome) == (AppealState.DECIDED, Outcome.MITIGATE)


def test_what_has_become_more_than_half_as_others_left_is_the_decision():
    appeal, case = scene.appealed()
    five = tuple(scene.here(f"panel{number}", Role.MEMBER, unit=f"复核{number}") for number in range(1, 6))
    appeal.form_panel(tuple(map(view, five)), case, by(DEPUTY))
    appeal.decide(Outcome.MITIGATE, TERMS, case, by(FIRST))
    scene.signed(appeal, FIRST, case, by(FIRST))
    for gone in ("panel4", "panel5"):
        appeal.leave(gone, by(SYSTEM))
    appeal.decide(Outcome.LIGHTEN, UPHOLD, case, by(THIRD))
    assert (appeal.outcome, case.current.outcome) == (Outcome.MITIGATE, Outcome.MITIGATE)
