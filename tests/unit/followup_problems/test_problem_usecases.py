"""What is done about a problem on a database."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from rongcuo.contracts import followup as contract
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    MeasureState,
    ProblemQuery,
    ProblemSourceKind,
    ProblemsQuery,
    ProblemState,
    RiskPointsQuery,
    Shared,
)
from rongcuo.contracts.identity import OfficerDismissed, UnitNamed
from rongcuo.contracts.review import RecusalGround
from services.followup.usecases import opening, problems, raising, settling
from services.followup.views import problems as views
from tests.unit.followup import test_usecases as beside
from tests.unit.followup.desk import Desk
from tests.unit.followup.scene import (
    KIN,
    LEAD,
    ORGAN,
    PAPER,
    TODAY,
    UNIT,
    WANG,
    WATCH,
    WEN,
    ZHAO,
    at,
    officer,
)
from tests.unit.followup_problems import scene
from tests.unit.followup_problems.scene import ADVICE, DESCRIBED, MEASURE, RISK, RULE, SITUATION


def page(desk: Desk, actor: Actor = LEAD, tab: str = "raised", **filters: str) -> Any:
    return views.page(desk.sit(actor), ProblemsQuery(tab=tab, **filters))


def look(desk: Desk, case_id: str, actor: Actor = LEAD) -> Any:
    return views.problem(desk.sit(actor), ProblemQuery(case_id=case_id))


def raise_by_decision(desk: Desk, case_id: str = "d1", outcome: Outcome = Outcome.LIGHTEN) -> None:
    made = replace(beside.made(outcome, case_id), situation=SITUATION)
    opening.take_determination(desk.sit(SYSTEM), made, raising.after_determination)


def entered(desk: Desk, actor: Actor = WANG, **other: Any) -> str:
    made = desk.give(actor, problems.enter, contract.RaiseProblem, description=replace(DESCRIBED, **other),
                     source=ProblemSourceKind.PROPOSAL, source_number="纪建〔2026〕1号", on=TODAY)
    return str(made.case_id)


def test_somebody_of_the_organ_enters_one_in_words_from_the_beginning(desk: Desk):
    case_id = entered(desk)
    view = look(desk, case_id)
    assert (view.state, view.number, view.title) == (ProblemState.OPEN, "问题〔2026〕1号", DESCRIBED.title)
    assert look(desk, entered(desk)).number == "问题〔2026〕2号"
    for actor, code in ((WEN, "forbidden"), (KIN, "review.recused")):
        with pytest.raises(CaseError, match=code.replace(".", r"\.")):
            entered(desk, actor)


def test_from_a_decision_to_a_rule_that_a_later_filer_is_shown(desk: Desk):
    raise_by_decision(desk)
    case_id = page(desk).lines[0].case_id
    desk.give(WANG, problems.describe, contract.DescribeProblem, case_id, description=DESCRIBED)
    desk.give(WANG, problems.plan_measure, contract.PlanMeasure, case_id, measure=MEASURE)
    assert [each.case_id for each in page(desk, WANG, "mine").lines] == [case_id]
    desk.give(WANG, problems.report_measure, contract.ReportMeasure, case_id, measure=1, words="已印发",
              attachments=(replace(PAPER, size=1, media_type="text/plain"),))
    assert look(desk, case_id).measures[0].evidence[0].attachments == (PAPER,)
    desk.give(ZHAO, problems.close_measure, contract.CloseMeasure, case_id, measure=1, words="看过")
    desk.give(WANG, problems.enter_rule, contract.EnterRule, case_id, rule=RULE)
    desk.give(WANG, problems.write_risk_point, contract.WriteRiskPoint, case_id, words=RISK, advice=ADVICE)
    desk.give(LEAD, problems.close, contract.CloseProblem, case_id, words="短板已补上")
    [line] = page(desk, tab="closed").lines
    assert (line.measures, line.settled, line.rules, line.due_at) == (1, 1, 1, None)
    [shown] = points(desk, WEN)
    assert (shown.words, shown.advice, shown.own) == (RISK, ADVICE, True)
    assert [each.title for each in shown.rules] == [RULE.title]
    [recurrence] = look(desk, case_id).recurrences
    assert (sum(recurrence.before), sum(recurrence.after)) == (0, 1)     # decided on the day of the rule


def points(desk: Desk, actor: Actor, situation: str = SITUATION) -> Any:
    return views.risk_points(desk.sit(actor), RiskPointsQuery(situation=situation)).points


def test_a_risk_point_is_for_whoever_has_a_post_and_of_its_situation_alone(desk: Desk):
    case_id = entered(desk)
    desk.give(WANG, problems.write_risk_point, contract.WriteRiskPoint, case_id, words=RISK, advice=ADVICE)
    desk.give(WANG, problems.enter_rule, contract.EnterRule, case_id, rule=replace(
        RULE, in_force_on=TODAY + timedelta(days=1)))
    [shown] = points(desk, officer("far", *WEN.roles, organ_id="530181"))
    assert (shown.own, shown.rules) == (False, ())     # its rule is not in force yet
    assert points(desk, WEN, scene.OTHER_SITUATION) == ()
    with pytest.raises(CaseError, match="forbidden"):
        points(desk, officer("nobody"))
    assert not {UNIT, "问题〔2026〕1号", case_id} & set(map(str, vars(shown).values()))
    desk.give(LEAD, problems.withdraw_risk_point, contract.WithdrawRiskPoint, case_id, reason="不再适用")
    assert points(desk, WEN) == ()


def test_ones_own_organs_risk_points_come_first(desk: Desk):
    for number, day in ((1, 2), (2, 3)):
        desk.now = at(3, day)
        case_id = entered(desk)
        desk.give(WANG, problems.write_risk_point, contract.WriteRiskPoint, case_id, words=f"第{number}个",
                  advice=ADVICE)
    far = officer("far", *LEAD.roles, organ_id="530181", unit="别处纪委")
    desk.now = at(3, 4)
    case_id = entered(desk, far)
    desk.give(far, problems.write_risk_point, contract.WriteRiskPoint, case_id, words="别处的", advice=ADVICE)
    assert [each.words for each in points(desk, WEN)] == ["第2个", "第1个", "别处的"]


def test_a_likely_repeat_is_proposed_and_somebody_confirms_it(desk: Desk):
    first, second = entered(desk), entered(desk)
    [likely] = look(desk, second).likely
    assert (likely.case_id, set(likely.shared)) == (first, set(Shared))
    assert look(desk, first).state is ProblemState.OPEN     # nothing is merged by itself
    with pytest.raises(CaseError, match="not_found"):
        desk.give(WANG, problems.merge, contract.MergeProblem, second, into_id="elsewhere", reason="同")
    desk.give(WANG, problems.merge, contract.MergeProblem, second, into_id=first, reason="同一件事")
    assert [each.case_id for each in page(desk, tab="other").lines] == [second]
    assert look(desk, second).merged_into == first
    [line] = page(desk, tab="open").lines
    assert (line.case_id, line.times) == (first, 2)


def test_two_people_who_close_one_problem_at_once_do_it_once(desk: Desk):
    desk.put(scene.settled())
    desk.give(LEAD, problems.close, contract.CloseProblem, "b1", words="补上了")
    with pytest.raises(CaseError, match=r"followup\.move_not_allowed"):
        desk.give(LEAD, problems.close, contract.CloseProblem, "b1", words="也补上了")


def test_what_somebody_had_who_is_dismissed_is_a_leads_to_give(desk: Desk):
    desk.put(scene.planned())
    settling.take_dismissal(desk.sit(SYSTEM), OfficerDismissed(officer_id="wang", organ_id=ORGAN))
    [measure] = look(desk, "b1").measures
    assert (measure.owner_id, measure.state) == ("", MeasureState.OPEN)
    desk.give(LEAD, problems.move_measure, contract.MoveMeasure, "b1", measure=1, owner_id="zhao",
              due_on=measure.due_on, reason="接办")
    assert [each.case_id for each in page(desk, ZHAO, "mine").lines] == ["b1"]


def test_where_too_few_are_free_the_organ_above_has_it(desk: Desk):
    desk.put(scene.raised())
    few = tuple(each for each in desk.officers if each.officer_id not in ("lead", "deputy", "zhao"))
    there = Desk(store=desk.store, officers=few)
    event = next(iter(scene.raised().happened))[1]
    raising.find_an_organ(there.sit(SYSTEM), event)
    assert desk.store.problems.read("b1").organ_id == "532300"
    raising.find_an_organ(desk.sit(SYSTEM), event)


def test_whoever_steps_back_sees_it_no_more(desk: Desk):
    desk.put(scene.opened())
    desk.give(WANG, problems.recuse, contract.RecuseFromProblem, "b1", officer_id="wang",
              ground=RecusalGround.OTHER, reason="同学")
    assert page(desk, WANG, "open").lines == ()
    with pytest.raises(CaseError, match="not_found"):
        look(desk, "b1", WANG)


def test_a_supervisors_look_is_written_down(desk: Desk):
    desk.put(scene.opened())
    look(desk, "b1", WANG)
    assert desk.reads == []
    look(desk, "b1", WATCH)
    assert desk.reads == [("followup.problem_read", "b1")]


def test_a_list_is_filtered_and_searched(desk: Desk):
    entered(desk)
    entered(desk, situation=scene.OTHER_SITUATION, title="车辆停放混乱", words="没有划线")
    assert page(desk, tab="open").counts == {"raised": 0, "open": 2, "mine": 0, "closed": 0, "other": 0}
    assert len(page(desk, tab="open", situation=SITUATION).lines) == 1
    assert [each.title for each in page(desk, tab="open", search="车辆").lines] == ["车辆停放混乱"]
    assert page(desk, tab="open", weak_point="power_risk").lines == ()
    assert len(page(desk, tab="open", source="proposal").lines) == 2
    with pytest.raises(CaseError, match="invalid"):
        page(desk, tab="nothing")


def test_what_is_late_says_so(desk: Desk):
    desk.put(scene.planned())
    desk.now = at(12, 1)
    [line] = page(desk, tab="open").lines
    assert line.late
    assert look(desk, "b1").late
    assert date(2026, 12, 1) > MEASURE.due_on


def test_a_new_name_of_a_unit_leaves_nobody_without_a_problem(desk: Desk):
    desk.put(scene.planned())
    settling.take_unit_names(desk.sit(SYSTEM), UnitNamed(
        unit_id="u", organ_id=ORGAN, name=UNIT, aliases=("水务局",)))
    assert look(desk, "b1").organ_id == ORGAN
