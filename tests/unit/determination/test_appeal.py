"""Appeals: within the period, by the subject, before a panel without first deciders, never to their harm."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.determination import (
    AppealDecided,
    AppealLodged,
    AppealMoved,
    AppealState,
    DecisionStanding,
    DecisionTerms,
    DeterminationMade,
    Outcome,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.appeal import MOVES, OVER, Appeal, AppealVerb
from services.determination.domain.determination import Basis, Determination
from services.determination.presenters.appeals import allowed
from services.determination.presenters.determinations import allowed as case_allows
from tests.unit.casework.looking import last, refused
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import (
    DEPUTY,
    ELSEWHERE,
    KIN,
    LEAD,
    MEMBERS,
    NOW,
    PANEL,
    STRANGER,
    SUBJECT,
    TERMS,
    WANG,
    by,
)
from tests.unit.review.scene import RULES, day, holder, view, without


def lodge(case: Determination, who=SUBJECT, now=NOW, grounds: str = "处理过重") -> Appeal:
    return Appeal.lodge("a1", "容复〔2026〕1号", case, grounds, by(who, now))


def test_an_appeal_holds_the_decision_and_has_its_own_limit():
    appeal, case = scene.appealed()
    assert isinstance(last(appeal), AppealLodged)
    assert (appeal.decision_id, appeal.former, case.open_appeal) == ("d1-1", Outcome.LIGHTEN, "a1")
    assert appeal.due_at.date() == day(4, 1).date()
    assert last(appeal).standing.kind == "appeal"


def test_too_late_by_a_stranger_without_grounds_or_twice():
    refused("appeal.too_late", scene.told(), lambda case: lodge(case, now=day(4, 2)))
    refused("determination.not_the_subject", scene.decided(), lambda case: lodge(case, STRANGER))
    refused("determination.not_the_subject", scene.decided(), lambda case: lodge(case, scene.COLLEAGUE))
    refused("review.reasons_missing", scene.decided(), lambda case: lodge(case, grounds=" "))
    refused("review.move_not_allowed", scene.resolved(), lodge)
    lodge(scene.decided(), now=day(4, 1, 23))
    _, case = scene.appealed()
    refused("determination.appeal_open", case, lodge)
    refused("determination.appeal_open", case, lambda it: it.correct(Outcome.EXEMPT, TERMS, "错", by(LEAD)))
    refused("determination.appeal_open", case, lambda it: it.revoke("错", by(LEAD)))


ABOVE = scene.here("above", Role.MEMBER, organ_id="532800")
RETIRED = replace(view(PANEL[0]), active=False)


@pytest.mark.parametrize(("third", "code"), [
    (view(MEMBERS[0]), "appeal.first_decider"), (view(WANG), "appeal.first_decider"),
    (view(scene.QIAN), "appeal.first_decider"), (view(ELSEWHERE), "appeal.not_eligible"),
    (view(STRANGER), "appeal.not_eligible"), (RETIRED, "appeal.not_eligible"), (view(KIN), "review.recused"),
    (view(PANEL[1]), "appeal.panel_too_small")])
def test_who_may_not_sit_on_the_panel(third, code: str):
    appeal, case = scene.appealed()
    before = case.readers
    refused(code, appeal, lambda it: it.form_panel((*map(view, PANEL[1:]), third), case, by(DEPUTY)))
    assert case.readers == before


def test_an_officer_of_an_organ_above_may_sit_and_reads_the_case():
    appeal, case = scene.appealed()
    appeal.form_panel((*map(view, PANEL[1:]), view(ABOVE)), case, by(DEPUTY))
    assert (appeal.state, "above" in case.readers) == (AppealState.REVIEWED, True)
    assert last(appeal).standing.holders == ("above", "panel2", "panel3")


def test_an_appeal_never_ends_harsher():
    appeal, case = scene.heard(Outcome.MITIGATE)
    for outcome in (Outcome.LIGHTEN, Outcome.DENIED):
        refused("appeal.harsher", appeal, lambda it, o=outcome: it.decide(o, TERMS, case, by(PANEL[0])))
    refused("review.reasons_missing", appeal,
            lambda it: it.decide(Outcome.EXEMPT, replace(TERMS, reasons=" "), case, by(PANEL[0])))
    refused("appeal.not_on_panel", appeal, lambda it: it.decide(Outcome.EXEMPT, TERMS, case, by(LEAD)))


def test_a_milder_outcome_on_appeal_makes_up_for_no_heavier_form():
    appeal, case = scene.heard(discipline_form=1)
    refused("appeal.harsher", appeal, lambda it: it.decide(
        Outcome.MITIGATE, replace(TERMS, discipline_form=4), case, by(PANEL[0])))
    scene.agreed(appeal, Outcome.MITIGATE, replace(TERMS, discipline_form=1), case, by(PANEL[0]))
    assert case.current.outcome is Outcome.MITIGATE


def test_other_terms_with_the_same_outcome_are_a_change():
    appeal, case = scene.heard(discipline_form=2, conditions=("公开检讨",))
    milder = replace(TERMS, discipline_form=1, conditions=("公开检讨",))
    refused("determination.nothing_cited", appeal, lambda it: it.decide(
        Outcome.LIGHTEN, replace(milder, cited=()), case, by(PANEL[0])))
    scene.agreed(appeal, Outcome.LIGHTEN, milder, case, by(PANEL[0]))
    assert (appeal.upheld, last(appeal).upheld, last(appeal).outcome) == (False, False, Outcome.LIGHTEN)
    assert (case.current.basis, case.current.terms, case.current.final) == (Basis.APPEAL, milder, True)
    assert last(appeal).discipline_form == 1


@pytest.mark.parametrize("again", [
    DecisionTerms(reasons="原决定正确"), DecisionTerms(reasons="原决定正确", cited=("three_factors",)),
    replace(TERMS, reasons="原决定正确", cited=(), discipline_form=2, conditions=("公开检讨",))])
def test_reasons_alone_or_the_same_terms_again_uphold(again: DecisionTerms):
    appeal, case = scene.heard(discipline_form=2, conditions=("公开检讨",))
    scene.agreed(appeal, Outcome.LIGHTEN, again, case, by(PANEL[0]))
    assert (appeal.upheld, len(case.decisions), case.current.terms.discipline_form) == (True, 1, 2)


@pytest.mark.parametrize("outcome", [Outcome.LIGHTEN, Outcome.MITIGATE])
def test_what_an_appeal_made_or_upheld_is_not_revoked_not_even_once_corrected(outcome: Outcome):
    appeal, case = scene.heard()
    scene.agreed(appeal, outcome, TERMS, case, by(PANEL[0]))
    refused("determination.settled_on_appeal", case, lambda it: it.revoke("错", by(LEAD)))
    case.correct(case.current.outcome, replace(TERMS, reasons="改正笔误"), "笔误", by(LEAD))
    refused("determination.settled_on_appeal", case, lambda it: it.revoke("错", by(LEAD)))


def test_a_decision_after_one_revoked_is_settled_by_no_appeal_before():
    case = scene.concluded()
    older = replace(case.current, decision_id="d1-0", standing=DecisionStanding.REVOKED, appeal_until=None)
    case.decisions = (older, *case.decisions)
    case.revoke("事实有误", by(LEAD))
    assert case.current is None


def test_who_was_recused_from_the_case_names_no_panel():
    appeal, case = scene.appealed()
    case.recuse(holder(LEAD), RecusalGround.OTHER, "与当事人有过节", by(LEAD))
    refused("review.recused", appeal, lambda it: it.form_panel(tuple(map(view, PANEL)), case, by(LEAD)))
    assert "form_panel" not in allowed(appeal, case, by(LEAD))
    other = scene.here("lead2", Role.LEAD)
    assert "form_panel" in allowed(appeal, case, by(other))


def test_a_milder_decision_replaces_the_first_and_is_final():
    appeal, case = scene.heard()
    scene.agreed(appeal, Outcome.EXEMPT, TERMS, case, by(PANEL[0]))
    assert (last(appeal).upheld, last(appeal).outcome) == (False, Outcome.EXEMPT)
    made = last(case)
    assert isinstance(made, DeterminationMade)
    assert (made.replaces, made.basis, made.appeal_until) == ("d1-1", Basis.APPEAL, None)
    assert [each.standing for each in case.decisions] == [
        DecisionStanding.SUPERSEDED, DecisionStanding.CURRENT]
    refused("appeal.final", case, lodge)


def test_an_upheld_decision_stands_and_is_final():
    appeal, case = scene.heard()
    version = case.version
    scene.agreed(appeal, Outcome.LIGHTEN, TERMS, case, by(PANEL[1], day(4, 20)))
    assert isinstance(last(appeal), AppealDecided)
    assert (appeal.upheld, appeal.late, case.version, len(case.decisions)) == (True, True, version, 1)
    refused("appeal.final", case, lodge)


def test_before_a_panel_is_named_the_subject_withdraws_and_may_appeal_again_within_the_period():
    appeal, case = scene.appealed()
    refused("determination.not_the_subject", appeal, lambda it: it.withdraw("", case, by(LEAD)))
    appeal.withdraw("", case, by(SUBJECT))
    assert (appeal.state, case.open_appeal) == (AppealState.WITHDRAWN, "")
    lodge(case)
    assert case.open_appeal == "a1"


def named_and_unseated() -> tuple[Appeal, Determination]:
    """Its panel was named, and the case went up: it waits for another."""
    appeal, case = scene.heard()
    appeal.follow_case(case, by(LEAD))
    return appeal, case


@pytest.mark.parametrize("named", [scene.heard, named_and_unseated])
def test_nobody_goes_from_panel_to_panel_by_withdrawing(named):
    appeal, case = named()
    appeal.withdraw("", case, by(SUBJECT))
    assert (appeal.state, case.open_appeal) == (AppealState.WITHDRAWN, "")
    refused("appeal.forgone", case, lodge)
    case.give_feedback("已反馈", "", by(WANG))           # begins no other period
    refused("appeal.forgone", case, lodge)
    assert "revoke" in case_allows(case, by(LEAD))       # nobody has settled it
    case.correct(Outcome.LIGHTEN, TERMS, "更正", by(LEAD))
    lodge(case)                                          # another decision


@pytest.mark.parametrize("end", [
    lambda appeal, case: appeal.withdraw("", case, by(SUBJECT)),
    lambda appeal, case: appeal.follow_case(case, by(LEAD))])
def test_who_hears_an_appeal_no_longer_reads_its_case_no_longer(end):
    appeal, case = scene.heard()
    assert {each.officer_id for each in PANEL} <= case.readers
    end(appeal, case)
    assert case.readers.isdisjoint(each.officer_id for each in PANEL)


def test_the_table_of_an_appeal_is_whole():
    acts = {
        AppealVerb.FORM_PANEL: lambda it, case: it.form_panel(tuple(map(view, PANEL)), case, by(DEPUTY)),
        AppealVerb.DECIDE: lambda it, case: scene.agreed(it, Outcome.LIGHTEN, TERMS, case, by(PANEL[0])),
        AppealVerb.WITHDRAW: lambda it, case: it.withdraw("", case, by(SUBJECT)),
        AppealVerb.HAND_UP: lambda it, case: it.follow_case(case, by(LEAD)),
    }
    for state in AppealState:
        for verb in acts:
            appeal, case = scene.heard() if state is AppealState.REVIEWED else scene.appealed()
            if state in OVER:
                appeal, case = scene.heard()
                end = AppealVerb.DECIDE if state is AppealState.DECIDED else AppealVerb.WITHDRAW
                acts[end](appeal, case)
            assert appeal.state is state
            if (state, verb) in MOVES:
                acts[verb](appeal, case)
                assert appeal.state is MOVES[state, verb]
            else:
                with pytest.raises(CaseError, match=r"review\.move_not_allowed"):
                    acts[verb](appeal, case)


def test_a_new_calendar_moves_an_appeals_date():
    appeal, _ = scene.appealed()
    appeal.follow_calendar(by(SYSTEM, calendar=without(RULES.calendar(scene.DIVISION), appeal.due_at)))
    told = last(appeal)
    assert isinstance(told, AppealMoved)
    assert told.what == "new_calendar"


def test_the_period_begins_when_the_person_is_told_and_does_not_run_out_before():
    refused("appeal.too_late", scene.concluded(), lambda case: lodge(case, now=day(4, 2)))
    lodge(scene.decided(), now=day(5, 20))       # their feedback is two months late
    case = scene.decided()
    case.give_feedback("已当面反馈", "不接受", by(WANG, day(5, 20)))
    assert (case.current.appeal_until, last(case).appeal_until) == (day(6, 22).date(), day(6, 22).date())
    lodge(case, now=day(6, 22, 23))


def test_what_is_final_stays_so_when_it_is_told():
    appeal, case = scene.heard()
    scene.agreed(appeal, Outcome.LIGHTEN, DecisionTerms(reasons="原决定正确"), case, by(PANEL[0]))
    case.give_feedback("已当面反馈", "", by(WANG))
    refused("appeal.final", case, lodge)


def test_whoever_voted_at_any_meeting_hears_no_appeal():
    """Neither after a meeting without a majority, nor where its outcome was not carried out."""
    without_majority, returned = scene.before_meeting(), scene.resolved()
    without_majority.put_on_agenda("m1", by(LEAD))
    without_majority.resolve("m1", "no_majority", {}, scene.VOTERS, by(SYSTEM))
    returned.recuse(holder(MEMBERS[4]), RecusalGround.INTEREST, "亲属", by(LEAD))
    returned.send_back("有人应当回避", by(LEAD))
    for case in (without_majority, returned):
        assert case.engaged >= scene.VOTERS


def test_a_panel_member_steps_back_also_after_the_case_is_concluded():
    refused("review.move_not_allowed", scene.concluded(), lambda it: it.recuse(
        holder(PANEL[0]), RecusalGround.INTEREST, "亲属", by(PANEL[0])))
    case = scene.concluded()
    appeal = lodge(case)
    appeal.form_panel(tuple(view(member) for member in PANEL), case, by(DEPUTY))
    case.recuse(holder(PANEL[0]), RecusalGround.INTEREST, "亲属", by(PANEL[0]))
    appeal.bar(case.recusals[-1], by(PANEL[0]))
    assert (case.state.value, appeal.heard, appeal.barred) == ("concluded", False, ("panel1",))
