"""The subject asks that somebody take no part; somebody else answers, before anything is decided."""

from dataclasses import replace
from functools import partial

import pytest

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.determination import DeterminationMoved, Outcome
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination.recusal_applications import awaits_recusal_answer
from services.determination.presenters import determinations as answers
from services.determination.usecases import determinations
from tests.unit.casework.looking import refused
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.context import FakeContext
from tests.unit.determination.determination_context import code_of, jinghong, keep
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
from tests.unit.determination.recusal_scene import ASK, NO, YES, asked
from tests.unit.review.scene import holder, view


def test_it_is_theirs_to_ask_with_a_reason_and_once_at_a_time():
    assert "ask_recusal" in answers.allowed(scene.verifying(), by(SUBJECT))
    for who in (COLLEAGUE, LEAD, WANG):
        assert "ask_recusal" not in answers.allowed(scene.verifying(), by(who))
        refused("determination.not_the_subject", scene.verifying(),
                lambda it, who=who: it.ask_recusal("r1", ASK, by(who)))
    refused("review.recusal_reason_missing", scene.verifying(),
            lambda it: it.ask_recusal("r1", replace(ASK, reason=" "), by(SUBJECT)))
    refused("determination.recusal_asked_already", asked(),
            lambda it: it.ask_recusal("r2", ASK, by(SUBJECT)))
    refused("review.move_not_allowed", scene.concluded(), lambda it: it.ask_recusal("r1", ASK, by(SUBJECT)))


def test_what_was_answered_is_asked_again_on_another_ground_only():
    case = asked()
    case.answer_recusal(holder(WANG), NO, by(LEAD))
    refused("determination.recusal_answered_already", case,
            lambda it: it.ask_recusal("r2", replace(ASK, name=" WANG某"), by(SUBJECT)))
    case.ask_recusal("r2", replace(ASK, ground=RecusalGround.INTEREST), by(SUBJECT))
    assert [each.request_id for each in case.recusals_open] == ["r2"]


def test_nobody_holds_a_decision_up_for_ever_by_asking():
    case = scene.verifying()
    for number in range(20):
        application = replace(ASK, name=f"某{number}")
        if len(case.recusals_open) == 5:
            refused("determination.recusals_too_many", case,
                    lambda it, application=application: it.ask_recusal("more", application, by(SUBJECT)))
            for each in case.recusals_open:
                case.answer_recusal(holder(WANG), replace(NO, request_id=each.request_id), by(LEAD))
        case.ask_recusal(f"r{number}", application, by(SUBJECT))
    for each in case.recusals_open:
        case.answer_recusal(holder(WANG), replace(NO, request_id=each.request_id), by(LEAD))
    refused("determination.recusals_too_many", case,
            lambda it: it.ask_recusal("more", replace(ASK, name="另一人"), by(SUBJECT)))


def test_what_was_asked_before_the_end_is_granted_after_it():
    case = scene.concluded()
    case.recusals_asked = asked().recusals_asked
    case.answer_recusal(holder(WANG), YES, by(DEPUTY))
    assert (case.recused, case.recusals_open) == (frozenset({"wang"}), ())


def test_to_ask_bars_nobody_and_the_clock_runs_on():
    case = asked()
    due_at = scene.verifying().due_at
    assert (case.recused, case.holders, case.due_at) == (frozenset(), {"wang", "zhao"}, due_at)


def test_granted_it_is_a_recusal_on_the_subject_s_ground():
    case = asked()
    case.answer_recusal(holder(WANG), YES, by(LEAD))
    assert [(each.officer_id, each.ground) for each in case.recusals] == [("wang", RecusalGround.RELATIVE)]
    [answered] = case.recusals_asked
    assert (answered.granted, answered.answer, answered.answered_by, answered.about) == (
        True, "属实", "lead某", "wang某")


def test_declined_it_is_answered_with_a_reason():
    case = asked()
    refused("review.reasons_missing", case, lambda it: it.answer_recusal(
        holder(WANG), replace(NO, reason=" "), by(LEAD)))
    case.answer_recusal(holder(WANG), NO, by(LEAD))
    assert (case.recused, case.recusals_asked[0].granted) == (frozenset(), False)
    refused("determination.no_recusal_asked", case, lambda it: it.answer_recusal(holder(WANG), NO, by(LEAD)))


def test_about_nobody_here_it_is_declined_without_anybody_s_name():
    case, nobody = asked(name="门卫老张"), replace(NO, officer_id="")
    refused("determination.recusal_of_nobody", case,
            lambda it: it.answer_recusal(None, replace(nobody, granted=True), by(LEAD)))
    case.answer_recusal(None, nobody, by(LEAD))
    [answered] = case.recusals_asked
    assert (answered.about, answered.granted, case.recusals_open) == ("", False, ())
    refused("determination.recusal_of_oneself", asked(name="lead某"),
            lambda it: it.answer_recusal(None, nobody, by(LEAD)))


def test_the_subject_takes_back_what_nobody_has_answered_and_may_ask_it_again():
    case = asked()
    assert "withdraw_recusal" in answers.allowed(case, by(SUBJECT))
    assert "withdraw_recusal" not in answers.allowed(case, by(LEAD))
    refused("determination.not_the_subject", case, lambda it: it.withdraw_recusal("r1", by(LEAD)))
    refused("determination.no_recusal_asked", case, lambda it: it.withdraw_recusal("r9", by(SUBJECT)))
    case.withdraw_recusal("r1", by(SUBJECT))
    assert (case.recusals_open, awaits_recusal_answer(case)) == ((), False)
    refused("determination.no_recusal_asked", case, lambda it: it.withdraw_recusal("r1", by(SUBJECT)))
    refused("determination.no_recusal_asked", case, lambda it: it.answer_recusal(holder(WANG), YES, by(LEAD)))
    case.ask_recusal("r2", ASK, by(SUBJECT))
    assert [each.request_id for each in case.recusals_open] == ["r2"]


def test_a_lead_answers_and_nobody_else():
    assert "answer_recusal" in answers.allowed(asked(), by(LEAD))
    assert "answer_recusal" not in answers.allowed(scene.verifying(), by(LEAD))
    for who in (WANG, SUBJECT, scene.KIN, scene.MEMBER):
        assert "answer_recusal" not in answers.allowed(asked(), by(who))


def test_nothing_is_decided_before_it_is_answered():
    unanswered = "determination.recusal_unanswered"
    refused(unanswered, asked(scene.resolved), lambda it: it.make(Outcome.LIGHTEN, TERMS, by(WANG)))
    refused(unanswered, asked(scene.held), lambda it: it.refuse("不属于", by(WANG)))
    case = asked()
    scene.clear_list(case)
    refused(unanswered, case, lambda it: it.write_report("属实", None, by(WANG)))
    appeal, heard = scene.heard()
    heard.ask_recusal("r1", replace(ASK, name="panel1某"), by(SUBJECT))
    refused(unanswered, appeal, lambda it: it.decide(Outcome.EXEMPT, TERMS, heard, by(PANEL[0])))


def test_nor_is_a_decision_unmade_or_a_meeting_convened_before():
    unanswered, of_lead = "determination.recusal_unanswered", replace(ASK, name="lead某")
    case = asked(scene.decided, name=of_lead.name)
    refused(unanswered, case, lambda it: it.revoke("事实有误", by(LEAD)))
    refused(unanswered, case, lambda it: it.correct(Outcome.LIGHTEN, TERMS, "笔误", by(LEAD)))
    refused(unanswered, asked(scene.before_meeting), lambda it: it.require_for_meeting(by(LEAD)))


def test_a_wish_about_one_person_takes_no_vote_away_from_another():
    case = scene.resolved(Outcome.EXEMPT)
    case.ask_recusal("r1", replace(ASK, name="一位委员"), by(SUBJECT))
    other = replace(YES, officer_id="member1")
    refused("determination.vote_counted", case,
            lambda it: it.answer_recusal(holder(scene.MEMBER), other, by(LEAD)))
    case.ask_recusal("r2", replace(ASK, name="member1某委员"), by(SUBJECT))
    case.answer_recusal(holder(scene.MEMBER), replace(other, request_id="r2"), by(LEAD))
    assert case.recused == {"member1"}


def test_of_an_appeal_nobody_answers_who_had_a_hand_in_the_case():
    _, case = scene.heard()
    case.ask_recusal("r1", replace(ASK, name="panel1某"), by(SUBJECT))
    of_panel = replace(YES, officer_id="panel1")
    refused("appeal.not_yours_to_arrange", case,
            lambda it: it.answer_recusal(holder(PANEL[0]), of_panel, by(LEAD)))
    case.answer_recusal(holder(PANEL[0]), of_panel, by(DEPUTY))


@pytest.mark.parametrize("make", [scene.held, scene.verifying, scene.decided])
def test_what_is_entered_for_somebody_they_have_on_paper_at_any_stage(context: FakeContext, make):
    case = make()
    case.heed_dismissal("subject", by(SYSTEM))
    keep(context, case)
    context.files = {"wang": {scene.FILE.sha256: scene.FILE}}
    enter = partial(determinations.ask_recusal, context.sit(WANG))
    assert code_of(lambda: enter(replace(ASK, name="qian某"))) == "determination.recusal_paper_missing"
    [asked] = enter(replace(ASK, name="qian某", attachments=(scene.FILE,))).recusals_asked
    assert (asked.entered_by, asked.entered_by_name, asked.attachments) == ("wang", "wang某", (scene.FILE,))


def test_who_had_a_hand_asks_nothing_in_the_name_of_somebody_without_an_account_while_an_appeal_is_open():
    case = scene.told()
    case.heed_dismissal("subject", by(SYSTEM))
    appeal = Appeal.lodge("a1", "n", case, "过重", by(LEAD), scene.NOW.date(), (scene.FILE,))
    appeal.form_panel(tuple(map(view, PANEL)), case, by(DEPUTY))
    of_panel = replace(ASK, name="panel1某", attachments=(scene.FILE,))
    refused("appeal.not_yours_to_arrange", case, lambda it: it.ask_recusal("r1", of_panel, by(WANG)))
    case.ask_recusal("r1", of_panel, by(DEPUTY))


def test_the_subject_and_those_inside_read_it_and_their_colleagues_do_not():
    case = asked()
    assert answers.view_of(case, (), by(SUBJECT)).recusals_asked == case.recusals_asked
    assert answers.view_of(case, (), by(LEAD)).recusals_asked == case.recusals_asked
    assert answers.view_of(case, (), by(COLLEAGUE)).recusals_asked == ()


@pytest.fixture
def context() -> FakeContext:
    return jinghong()


def test_granted_a_member_of_the_panel_leaves_it(context: FakeContext):
    case = scene.concluded()
    appeal = Appeal.lodge("a1", "n", case, "过重", by(SUBJECT))
    appeal.form_panel(tuple(map(view, PANEL)), case, by(DEPUTY))
    keep(context, case)
    keep(context, appeal)
    seen = determinations.ask_recusal(context.sit(SUBJECT), replace(ASK, name="-", officer_id="panel1"))
    [application] = seen.recusals_asked
    assert application.name == "panel1某"
    grant = replace(YES, request_id=application.request_id, officer_id="panel1")
    assert code_of(lambda: determinations.answer_recusal(context.sit(WANG), grant)) == "forbidden"
    determinations.answer_recusal(context.sit(DEPUTY), grant)
    assert context.store.appeals.read("a1").holders == {"panel2", "panel3"}
    told = [each.what for each in context.told if isinstance(each, DeterminationMoved)]
    assert told == ["ask_recusal", "recuse", "answer_recusal"]
