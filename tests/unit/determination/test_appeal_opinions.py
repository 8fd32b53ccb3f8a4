"""A panel decides by more than half of those who sit: each says how, or signs what a colleague has said."""

from dataclasses import replace

import pytest

from rongcuo.casework.rehearsing import rehearsed
from rongcuo.contracts.determination import (
    AppealDecided,
    AppealState,
    DecisionTerms,
    DeterminationMade,
    Outcome,
)
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.appeal import Appeal, digest
from services.determination.domain.determination import Determination
from services.determination.presenters.appeals import allowed, appeal_view
from services.determination.usecases import appeals
from tests.unit.casework.looking import last, refused
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_context import jinghong, keep
from tests.unit.determination.determination_scene import (
    COLLEAGUE,
    DEPUTY,
    LEAD,
    PANEL,
    SUBJECT,
    TERMS,
    WANG,
    by,
)
from tests.unit.determination.test_appeal_usecases import MILDER
from tests.unit.review.scene import day, holder, view

FIRST, SECOND, THIRD = PANEL
UPHOLD = DecisionTerms(reasons="原决定正确")


def spoken() -> tuple[Appeal, Determination]:
    """The first of three wants it milder."""
    appeal, case = scene.heard()
    appeal.decide(Outcome.MITIGATE, TERMS, case, by(FIRST))
    return appeal, case


def sign(appeal: Appeal, case: Determination, who=SECOND, whose=FIRST, said=None) -> None:
    read = digest(said or appeal.opinions.held[whose.officer_id])
    appeal.sign(whose.officer_id, read, case, by(who))


def test_one_alone_decides_nothing_and_those_who_have_said_nothing_have_it():
    appeal, case = spoken()
    assert (appeal.state, appeal.upheld) == (AppealState.REVIEWED, None)
    assert case.current.outcome is Outcome.LIGHTEN
    assert last(appeal).standing.holders == ("panel2", "panel3")
    assert set(last(appeal).standing.readers) == {each.officer_id for each in PANEL}
    assert appeal.history[-1].what == "form_panel"      # which the subject reads


def test_a_signature_under_the_words_of_a_colleague_decides_with_them():
    appeal, case = spoken()
    sign(appeal, case)
    assert isinstance(last(appeal), AppealDecided)
    assert (last(appeal).outcome, case.current.outcome, case.current.deciders) == (
        Outcome.MITIGATE, Outcome.MITIGATE, {each.officer_id for each in PANEL})


def test_the_same_words_of_two_are_one_opinion_and_other_words_are_not():
    appeal, case = spoken()
    appeal.decide(Outcome.MITIGATE, replace(TERMS, reasons="另有理由"), case, by(SECOND))
    assert (appeal.ended, appeal.to_act) == (False, {"panel3"})
    appeal.decide(Outcome.MITIGATE, TERMS, case, by(THIRD))
    assert appeal.ended


def test_where_all_have_spoken_and_disagree_it_is_with_all_of_them_again_and_others_may_join():
    appeal, case = spoken()
    appeal.decide(Outcome.LIGHTEN, UPHOLD, case, by(SECOND))
    appeal.decide(Outcome.EXEMPT, TERMS, case, by(THIRD))
    assert (appeal.ended, last(appeal).standing.holders) == (False, ("panel1", "panel2", "panel3"))
    more = tuple(view(replace(FIRST, officer_id=each)) for each in ("panel4", "panel5"))
    appeal.form_panel((*map(view, PANEL), *more), case, by(DEPUTY))
    sign(appeal, case, whose=THIRD, who=FIRST)
    assert (appeal.panel.majority, appeal.ended) == (3, False)
    sign(appeal, case, whose=FIRST, who=replace(FIRST, officer_id="panel4"))     # as held by who signed it
    assert case.current.outcome is Outcome.EXEMPT


def test_nobody_signs_other_words_than_they_have_read():
    appeal, case = spoken()
    read = appeal.opinions.held["panel1"]
    appeal.decide(Outcome.EXEMPT, TERMS, case, by(FIRST))
    refused("appeal.opinion_changed", appeal, lambda it: sign(it, case, said=read))
    refused("appeal.opinion_changed", appeal, lambda it: sign(it, case, THIRD, SECOND, said=read))
    refused("appeal.not_on_panel", appeal, lambda it: sign(it, case, WANG))


def test_who_says_otherwise_later_takes_back_their_own_word_alone():
    appeal, case = scene.heard()
    appeal.form_panel((*map(view, PANEL), view(replace(FIRST, officer_id="panel4"))), case, by(DEPUTY))
    appeal.decide(Outcome.MITIGATE, TERMS, case, by(FIRST))
    sign(appeal, case)
    appeal.decide(Outcome.LIGHTEN, UPHOLD, case, by(FIRST))
    assert {each: said.outcome for each, said in appeal.opinions.held.items()} == {
        "panel1": Outcome.LIGHTEN, "panel2": Outcome.MITIGATE}


def test_who_leaves_takes_their_opinion_along_and_what_was_signed_under_it():
    appeal, case = scene.heard()
    five = tuple(view(replace(FIRST, officer_id=f"panel{number}")) for number in range(1, 6))
    appeal.form_panel(five, case, by(DEPUTY))
    appeal.decide(Outcome.MITIGATE, TERMS, case, by(FIRST))
    sign(appeal, case)
    appeal.decide(Outcome.LIGHTEN, UPHOLD, case, by(THIRD))
    case.recuse(holder(FIRST), RecusalGround.RELATIVE, "亲属", by(DEPUTY))
    appeal.bar(case.recusals[-1], by(DEPUTY))
    assert (set(appeal.opinions.held), appeal.to_act) == ({"panel3"}, {"panel2", "panel4", "panel5"})
    appeal.leave("panel3", by(DEPUTY))
    assert not appeal.opinions.held
    case.hand_up("无人", by(DEPUTY))
    appeal.decide(Outcome.MITIGATE, TERMS, case, by(SECOND))
    appeal.follow_case(case, by(DEPUTY, day(12, 30)))
    assert (appeal.team, appeal.opinions.held) == ((), {}), "its time was up"


def test_who_leaves_may_make_the_rest_more_than_half_who_then_sign_once_more():
    appeal, case = scene.heard()
    appeal.form_panel((*map(view, PANEL), view(replace(FIRST, officer_id="panel4"))), case, by(DEPUTY))
    appeal.decide(Outcome.MITIGATE, TERMS, case, by(FIRST))
    sign(appeal, case)
    assert "sign" not in allowed(appeal, case, by(SECOND))
    appeal.leave("panel4", by(DEPUTY))
    assert (appeal.ended, "sign" in allowed(appeal, case, by(SECOND))) == (False, True)
    sign(appeal, case, SECOND, SECOND)
    assert (appeal.ended, case.current.outcome) == (True, Outcome.MITIGATE)


def test_what_has_become_impossible_takes_no_effect(monkeypatch):
    appeal, case = spoken()
    monkeypatch.setattr("services.determination.domain.appeal.appeal.require_recusals_answered", refused_now)
    refused("determination.recusal_unanswered", appeal, lambda it: sign(it, case))


def refused_now(_case: object) -> None:
    from rongcuo.contracts.errors import CaseError
    raise CaseError("determination.recusal_unanswered")


@pytest.mark.parametrize("actor", [SUBJECT, COLLEAGUE, WANG, LEAD, DEPUTY, scene.SUPERVISOR])
def test_what_they_would_decide_is_for_the_panel_alone_until_it_has(actor):
    appeal, case = spoken()
    shown = appeal_view(appeal, case, by(actor))
    assert (shown.opinions, shown.unspoken, shown.majority) == ((), (), 0)
    sign(appeal, case)
    inside = actor not in (SUBJECT, COLLEAGUE)
    assert bool(appeal_view(appeal, case, by(actor)).opinions) is inside


def test_the_panel_reads_who_says_what_and_who_has_said_nothing():
    appeal, case = spoken()
    shown = appeal_view(appeal, case, by(THIRD))
    [said] = shown.opinions
    assert said.opinion.outcome is Outcome.MITIGATE
    assert [each.officer_id for each in said.held_by] == ["panel1"]
    assert ([each.officer_id for each in shown.unspoken], shown.majority) == (["panel2", "panel3"], 2)
    assert allowed(appeal, case, by(THIRD)) == ("decide", "sign")
    assert allowed(appeal, case, by(FIRST)) == ("decide",)
    case.recuse(holder(THIRD), RecusalGround.RELATIVE, "亲属", by(DEPUTY))
    assert appeal_view(appeal, case, by(THIRD)).opinions == ()


def test_what_is_rehearsed_is_the_decision_as_if_the_others_agreed():
    context = jinghong()
    for each in scene.heard()[::-1]:
        keep(context, each)
    told = rehearsed(context.sit(FIRST), appeals.foresee_decision, MILDER).told
    assert {DeterminationMade.type_name(), AppealDecided.type_name()} <= {each.type_name for each in told}
    assert not context.store.appeals.read("a1").opinions.held
