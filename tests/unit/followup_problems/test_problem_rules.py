"""What a problem refuses, and what follows from what happens to it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    MeasureState,
    ProblemClosed,
    ProblemSourceKind,
    WeakPoint,
)
from rongcuo.contracts.followup import ProblemState as State
from services.followup.presenters.problems import allowed
from tests.unit.followup.scene import KIN, LEAD, NOW, PAPER, TODAY, WANG, WEN, ZHAO, by, officer
from tests.unit.followup_problems import scene
from tests.unit.followup_problems.scene import ADVICE, DESCRIBED, DUE, MEASURE, RISK, RULE
from tests.unit.review.scene import view

LATER = NOW + timedelta(days=20)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(CaseError) as refusal:
        act()
    return refusal.value.code


# ---------------------------------------------------------------- measures

def test_nothing_is_closed_without_evidence_nor_by_its_owner_nor_by_who_brought_it():
    assert refused(lambda: scene.planned().close_measure(1, "好", by(ZHAO))) == "followup.evidence_missing"
    problem = scene.planned()
    assert refused(lambda: problem.report_measure(1, "做了", (), by(WANG))) == "followup.evidence_missing"
    problem.report_measure(1, "代为报送", (PAPER,), by(ZHAO))
    for actor in (WANG, ZHAO):
        assert refused(lambda actor=actor: problem.close_measure(1, "好", by(actor))
                       ) == "followup.own_measure"
    problem.close_measure(1, "看过", by(LEAD))
    [measure] = problem.measures
    assert (measure.state, measure.settled_by, measure.settled_on) == (MeasureState.CLOSED, "lead某", TODAY)


def test_looking_at_the_evidence_is_offered_to_those_alone_who_may():
    problem = scene.reported()
    looking = {"close_measure", "return_measure"}
    assert [looking & set(allowed(problem, by(actor))) for actor in (WANG, LEAD)] == [set(), looking]


def test_one_measure_of_two_has_evidence_and_the_other_is_still_refused():
    problem = scene.reported()
    problem.plan_measure(replace(MEASURE, owner_id="zhao"), view(ZHAO), by(WANG))
    assert refused(lambda: problem.close_measure(2, "好", by(LEAD))) == "followup.evidence_missing"
    assert refused(lambda: problem.close_measure(3, "好", by(LEAD))) == "followup.no_such_measure"


def test_what_was_returned_is_reported_again_and_its_first_evidence_stays():
    problem = scene.reported()
    problem.return_measure(1, "没有文号", by(LEAD))
    assert problem.measures[0].state is MeasureState.OPEN
    problem.report_measure(1, "补了文号", (PAPER,), by(WANG))
    problem.close_measure(1, "看过", by(LEAD))
    assert [each.words for each in problem.measures[0].evidence] == ["办法已印发", "补了文号"]


def test_the_next_deadline_is_the_tasks_and_a_new_one_begins_when_all_is_settled():
    problem = scene.planned()
    assert problem.due_at.date() == DUE
    problem.plan_measure(replace(MEASURE, owner_id="zhao", due_on=TODAY), view(ZHAO), by(WANG))
    assert (problem.due_at.date(), problem.standing().holders) == (TODAY, ("wang", "zhao"))
    for number, who in ((1, WANG), (2, ZHAO)):
        problem.report_measure(number, "做了", (PAPER,), by(who))
        problem.close_measure(number, "看过", by(LEAD, LATER))
    assert problem.due_at.date() > LATER.date()
    assert problem.due_at.date() != DUE


def test_an_owner_is_one_of_the_organ_who_is_free():
    problem = scene.opened()
    for who, code in ((WEN, "review.not_a_reviewer"), (KIN, "review.recused"),
                      (officer("far", organ_id="532324"), "review.not_a_reviewer")):
        assert refused(lambda who=who: problem.plan_measure(MEASURE, view(who), by(LEAD))) == code
    assert refused(lambda: problem.plan_measure(
        replace(MEASURE, due_on=TODAY - timedelta(days=1)), view(WANG), by(LEAD))
    ) == "followup.measure_day_past"


def test_what_somebody_had_who_left_waits_for_a_lead_who_gives_it_to_another():
    problem = scene.planned()
    problem.leave("wang", by(LEAD))
    assert (problem.measures[0].owner_id, problem.standing().holders) == ("", ("532323/lead",))
    assert refused(lambda: problem.move_measure(1, view(ZHAO), DUE, "接办", by(ZHAO))
                   ) == "followup.lead_wanted"
    problem.move_measure(1, view(ZHAO), DUE, "接办", by(LEAD))
    assert problem.standing().holders == ("zhao",)


# ---------------------------------------------------------------- closing, and what opens it again

def test_it_is_closed_with_something_done_nothing_open_and_the_rule_that_was_missing():
    problem = scene.opened()
    assert refused(lambda: problem.close("好", by(LEAD))) == "followup.measure_missing"
    problem = scene.reported()
    problem.plan_measure(replace(MEASURE, owner_id="zhao"), view(ZHAO), by(WANG))
    problem.close_measure(1, "看过", by(LEAD))
    assert refused(lambda: problem.close("好", by(LEAD))) == "followup.measures_open"
    problem.drop_measure(2, "重复了", by(LEAD))
    assert refused(lambda: problem.close("好", by(LEAD))) == "followup.rule_missing"
    problem.enter_rule(RULE, by(WANG))
    assert refused(lambda: problem.close("好", by(WANG))) == "followup.lead_wanted"
    problem.close("好", by(LEAD))
    [told] = [event for _, event in problem.happened if isinstance(event, ProblemClosed)]
    assert (told.measures, told.rules, told.weak_point) == (1, 1, WeakPoint.RULE_MISSING)


def test_dropped_measures_alone_close_nothing():
    problem = scene.planned()
    problem.drop_measure(1, "不需要", by(LEAD))
    assert refused(lambda: problem.close("好", by(LEAD))) == "followup.measure_missing"


def test_a_repealed_rule_opens_the_question_again_and_needs_another():
    problem = scene.closed()
    assert refused(lambda: problem.repeal_rule(1, TODAY - timedelta(days=1), "废", by(WANG))
                   ) == "followup.repealed_before"
    assert refused(lambda: problem.repeal_rule(1, TODAY + timedelta(days=1), "废", by(WANG))
                   ) == "followup.day_ahead"
    problem.repeal_rule(1, LATER.date(), "上级另有规定", by(WANG, LATER))
    assert (problem.state, problem.rules[0].repealed_on) == (State.OPEN, LATER.date())
    assert problem.due_at > LATER
    assert refused(lambda: problem.close("好", by(LEAD, LATER))) == "followup.rule_missing"
    assert refused(lambda: problem.repeal_rule(1, LATER.date(), "再废", by(WANG, LATER))
                   ) == "followup.no_such_rule"


def test_what_comes_up_again_is_open_again_and_its_times_are_kept_in_order():
    problem = scene.closed()
    problem.recur(TODAY, "信〔2026〕9号", "又一次先用后报", by(WANG))
    problem.recur(TODAY - timedelta(days=40), "", "更早的一次", by(WANG))
    assert problem.state is State.OPEN
    assert [each.on for each in problem.sources] == sorted(each.on for each in problem.sources)
    assert [each.kind for each in problem.sources].count(ProblemSourceKind.HAND) == 2
    assert refused(lambda: problem.recur(TODAY + timedelta(days=1), "", "还没有", by(WANG))
                   ) == "followup.day_ahead"


def test_nothing_of_what_was_merged_is_lost():
    into, again = scene.closed(), scene.opened("b2")
    again.plan_measure(replace(MEASURE, words="培训"), view(ZHAO), by(WANG))
    again.enter_rule(replace(RULE, title="培训办法"), by(WANG))
    again.write_risk_point(RISK, ADVICE, by(WANG))
    again.merge_into(into, "同一件事", by(WANG))
    assert (again.state, again.merged_into, into.state) == (State.MERGED, "b1", State.OPEN)
    assert len(into.sources) == 2
    assert [(each.number, each.words) for each in into.measures] == [(1, MEASURE.words), (2, "培训")]
    assert [(each.place, each.title) for each in into.rules] == [(1, RULE.title), (2, "培训办法")]
    assert into.risk_point is not None
    assert again.kept_from <= into.kept_from


def test_a_problem_is_not_merged_with_itself_nor_with_another_organs():
    problem = scene.opened()
    far = scene.raised(case_id="b9", organ_id="532324")
    far.describe(DESCRIBED, by(officer("far", organ_id="532324")))
    for other in (problem, far):
        assert refused(lambda other=other: problem.merge_into(other, "同", by(WANG))
                       ) == "followup.not_the_same"


def test_what_has_measures_is_not_left_out_of_the_list():
    assert refused(lambda: scene.planned().dismiss("没有", by(WANG))) == "followup.problem_has_measures"
