"""The hard cases of deciding: each a clear coded refusal that changes nothing, or the right end."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.determination import (
    NO_MAJORITY,
    DecisionStanding,
    DeterminationRevoked,
    Initiation,
    NegativeAnswer,
    Outcome,
    Question,
    Rectification,
)
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.determination import Basis
from tests.unit.casework.looking import last, refused
from tests.unit.casework.people import Known
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import (
    KIN,
    LEAD,
    MEMBER,
    NOW,
    STRANGER,
    SUBJECT,
    TERMS,
    WANG,
    ZHAO,
    by,
)
from tests.unit.review.scene import day, view

LATER = NOW + timedelta(days=400)


def test_a_disputed_item_is_a_question_of_its_own_and_denies_if_it_applies():
    case = scene.before_meeting(private_gain=NegativeAnswer.DISPUTED)
    asked = case.questions()
    assert [(each.question, each.negative_item) for each in asked] == [
        (Question.NEGATIVE_ITEM, "private_gain"), (Question.OUTCOME, "")]
    assert asked[1].choices == ("exempt", "mitigate", "lighten", "denied")
    case.put_on_agenda("m1", by(LEAD))
    case.resolve("m1", "exempt", {"private_gain": True}, scene.VOTERS, by(SYSTEM))
    assert case.resolved == "denied"
    case.make(Outcome.DENIED, TERMS, by(WANG))
    assert last(case).negative_items == ("private_gain",)


def test_without_a_majority_the_case_waits_for_another_meeting():
    case = scene.before_meeting()
    case.require_for_meeting(by(LEAD))
    case.put_on_agenda("m1", by(LEAD))
    refused("determination.not_ready_for_meeting", case, lambda it: it.require_for_meeting(by(LEAD)))
    case.resolve("m1", NO_MAJORITY, {}, scene.VOTERS, by(SYSTEM))
    assert (case.state, case.resolved, case.on_agenda) == (State.MEETING, "", "")
    case.require_for_meeting(by(LEAD))
    refused("determination.not_resolved", case, lambda it: it.make(Outcome.EXEMPT, TERMS, by(WANG)))
    refused("determination.not_on_agenda", case,
            lambda it: it.resolve("m1", "exempt", {}, scene.VOTERS, by(SYSTEM)))


def test_no_vote_counts_of_somebody_with_a_part():
    case = scene.before_meeting()
    case.put_on_agenda("m1", by(LEAD))
    refused("review.recused", case,
            lambda it: it.resolve("m1", "exempt", {}, scene.VOTERS | {"subject"}, by(SYSTEM)))


@pytest.mark.parametrize(("who", "ground"), [
    (SUBJECT, RecusalGround.SELF), (KIN, RecusalGround.INTEREST), (WANG, RecusalGround.OTHER),
    (ZHAO, RecusalGround.OTHER), (MEMBER, None), (LEAD, None), (STRANGER, None)])
def test_whom_the_rules_keep_off_the_meeting(who, ground):
    assert scene.before_meeting().bars(who) is ground


def test_who_disposed_of_the_clue_has_no_vote():
    handlers = frozenset({"handler", "another"})
    case = scene.opened(initiation=Initiation.CLUE, clue_number="线-1", clue_handlers=handlers)
    assert {case.bars(Known(each)) for each in handlers} == {RecusalGround.OTHER}
    assert scene.opened().bars(Known("")) is None


def test_nothing_is_assessed_after_the_minutes_are_signed():
    for case in (scene.resolved(), scene.decided(), scene.concluded()):
        refused("determination.assessment_closed", case,
                lambda it: it.assess("three_factors", scene.answers_to(it, "three_factors"), by(ZHAO)))


def test_a_decision_is_what_was_resolved_with_reasons_that_cite_what_was_assessed():
    for code, outcome, terms in (
            ("review.reasons_missing", Outcome.LIGHTEN, replace(TERMS, reasons="  ")),
            ("determination.nothing_cited", Outcome.LIGHTEN, replace(TERMS, cited=())),
            ("determination.cited_not_assessed", Outcome.LIGHTEN, replace(TERMS, cited=("six_factors",))),
            ("determination.unknown_measure", Outcome.LIGHTEN, replace(TERMS, measure="no_such")),
            ("determination.rectification_in_the_past", Outcome.LIGHTEN,
             replace(TERMS, rectification=Rectification(what="补办手续", due_on=date(2026, 3, 1)))),
            ("determination.not_what_was_resolved", Outcome.EXEMPT, TERMS)):
        refused(code, scene.resolved(), lambda it, o=outcome, t=terms: it.make(o, t, by(WANG)))
    refused("review.recused", scene.resolved(), lambda it: it.make(Outcome.LIGHTEN, TERMS, by(KIN)))
    case = scene.decided()
    assert (case.current.deciders, case.current.basis) == (scene.VOTERS, Basis.MEETING)
    assert case.current.appeal_until == date(2026, 4, 1)
    assert last(case).terms == TERMS


def test_a_correction_is_never_harsher_and_keeps_the_history():
    case = scene.decided()
    for outcome in set(Outcome) - {Outcome.LIGHTEN}:
        refused("determination.correction_keeps_outcome", case,
                lambda it, o=outcome: it.correct(o, TERMS, "错", by(LEAD)))
    refused("review.reasons_missing", case, lambda it: it.correct(Outcome.LIGHTEN, TERMS, " ", by(LEAD)))
    case.correct(Outcome.LIGHTEN, replace(TERMS, reasons="改正笔误"), "笔误", by(LEAD))
    case.correct(Outcome.LIGHTEN, TERMS, "适用有误", by(LEAD))
    assert [(each.decision_id, each.standing, each.why) for each in case.decisions] == [
        ("d1-1", DecisionStanding.SUPERSEDED, ""), ("d1-2", DecisionStanding.SUPERSEDED, "笔误"),
        ("d1-3", DecisionStanding.CURRENT, "适用有误")]
    assert (last(case).replaces, last(case).basis) == ("d1-2", "correction")


def test_a_correction_makes_no_form_heavier():
    case = scene.decided(discipline_form=2)
    refused("determination.harsher", case, lambda it: it.correct(
        Outcome.LIGHTEN, replace(TERMS, discipline_form=3), "错", by(LEAD)))
    case.correct(Outcome.LIGHTEN, replace(TERMS, discipline_form=1), "过重", by(LEAD))
    assert case.current.terms.discipline_form == 1


def test_an_exemption_goes_with_the_first_form_but_with_no_sanction():
    first, second = (replace(TERMS, discipline_form=form) for form in (1, 2))
    refused("determination.exempt_with_sanction", scene.resolved(Outcome.EXEMPT),
            lambda it: it.make(Outcome.EXEMPT, second, by(WANG)))
    case = scene.resolved(Outcome.EXEMPT)
    case.make(Outcome.EXEMPT, first, by(WANG))
    assert case.current.terms.discipline_form == 1


def test_what_was_voted_on_cites_assessments_in_its_correction_too():
    refused("determination.nothing_cited", scene.decided(),
            lambda it: it.correct(Outcome.LIGHTEN, replace(TERMS, cited=()), "错", by(LEAD)))
    case = scene.denied()
    case.correct(Outcome.DENIED, replace(scene.DENIAL, reasons="改正笔误"), "笔误", by(LEAD))
    assert (case.current.basis, case.current.terms.cited) == (Basis.CORRECTION, ())


def test_a_correction_may_repeat_the_day_that_was_ordered_though_it_has_passed():
    ordered = replace(TERMS, rectification=Rectification(what="补办手续", due_on=date(2026, 5, 6)))
    other = replace(TERMS, rectification=Rectification(what="补办手续", due_on=date(2026, 5, 7)))
    case = scene.decided(rectification=ordered.rectification)
    refused("determination.rectification_in_the_past", case,
            lambda it: it.correct(Outcome.LIGHTEN, other, "笔误", by(LEAD, LATER)))
    spaced = Rectification(what="补办 手续", due_on=date(2026, 5, 6))
    case.correct(Outcome.LIGHTEN, replace(TERMS, rectification=spaced), "笔误", by(LEAD, LATER))
    assert case.current.terms.rectification == spaced


def test_a_revoked_decision_is_kept_and_the_clock_begins_anew():
    case = scene.concluded()
    case.revoke("事实认定有误", by(LEAD, LATER))
    assert isinstance(last(case), DeterminationRevoked)
    assert (case.current, case.decisions[0].standing, case.decisions[0].why) == (
        None, DecisionStanding.REVOKED, "事实认定有误")
    assert (case.state, case.resolved, case.clock.started, case.late) == (
        State.VERIFICATION, "", LATER, False)
    assert case.holders == frozenset()      # had ended: it is given to somebody anew
    case.form_team((view(WANG), view(scene.ZHAO)), by(LEAD, LATER))
    case.write_report("重新核查", None, by(WANG, LATER))
    case.put_on_agenda("m2", by(LEAD, LATER))
    case.resolve("m2", "exempt", {}, scene.VOTERS, by(SYSTEM, LATER))
    case.make(Outcome.EXEMPT, TERMS, by(WANG, LATER))
    assert [each.decision_id for each in case.decisions if each.current] == ["d1-2"]
    assert last(case).replaces == ""


def test_sent_back_from_the_meeting_the_limit_runs_anew():
    case = scene.before_meeting()
    case.send_back("缺鉴定意见", by(LEAD, day(3, 4)))
    assert (case.state, case.clock.started) == (State.VERIFICATION, day(3, 4))
    assert case.holders == {"wang", "zhao"}
    refused("determination.resolved_already", scene.resolved(), lambda it: it.send_back("缺", by(LEAD)))


def test_only_the_subject_takes_back_only_an_application():
    refused("determination.not_the_subject", scene.held(), lambda it: it.withdraw("算了", by(WANG)))
    refused("determination.not_an_application", scene.held(initiation=Initiation.OWN_INITIATIVE),
            lambda it: it.withdraw("算了", by(SUBJECT)))
    refused("determination.voted_on", scene.resolved(), lambda it: it.withdraw("算了", by(SUBJECT)))
    case = scene.before_meeting()
    case.withdraw("算了", by(SUBJECT))
    assert (case.state, case.clock.stopped) == (State.WITHDRAWN, True)
