"""The hard cases of a determination: each a clear coded refusal that changes nothing, or the right end."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.determination import DeterminationMade, DeterminationMoved, NegativeAnswer, Outcome
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingState
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.determination import Determination
from services.determination.storage.determination_content import determination_of, row_of
from tests.unit.casework.looking import last, refused
from tests.unit.casework.people import Known
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import (
    DENIAL,
    EVIDENCE,
    KIN,
    LEAD,
    NOW,
    PACK,
    QIAN,
    SUBJECT,
    WANG,
    ZHAO,
    by,
    finding,
)
from tests.unit.review.scene import RULES, ZONE, day, holder, view, without

LATER = NOW + timedelta(days=400)


def test_a_case_keeps_the_pack_of_the_act_and_the_pack_of_its_opening():
    early = replace(scene.ACT, since=date(2023, 6, 1), until=date(2023, 6, 2))
    judged_by = RULES.pack(scene.DIVISION, early.since)
    case = Determination.open("d2", "n", replace(scene.OPENING, act=early), judged_by, scene.ORGAN,
                              scene.DIVISION, by(SUBJECT))
    assert (case.yardstick.pack_id, case.pack_id) == (judged_by.id, PACK.id)
    assert judged_by.id != PACK.id
    assert case.yardstick.wanted == {next(iter(judged_by.criteria_sets)): 1}
    assert (case.state, case.stage) == (State.ACCEPTANCE, "acceptance")


@pytest.mark.parametrize(("since", "until"), [
    (date(2025, 6, 2), date(2025, 6, 1)), (date(2026, 3, 3), date(2026, 3, 4)),
    (date(2025, 6, 2), date(2036, 6, 2))])
def test_an_act_is_over_or_told_up_to_today(since: date, until: date):
    act = replace(scene.ACT, since=since, until=until)
    with pytest.raises(CaseError, match=r"determination\.act_dates"):
        scene.opened(act=act)


def test_a_situation_is_one_of_the_place():
    with pytest.raises(CaseError, match=r"filing\.unknown_situation"):
        scene.opened(situation="no_such")


@pytest.mark.parametrize("who", [KIN, SUBJECT])
def test_nobody_with_a_part_works_on_the_case(who):
    refused("review.recused" if who is KIN else "review.not_a_reviewer", scene.opened(),
            lambda case: case.assign(view(who), by(LEAD)))
    refused("review.recused", scene.opened(), lambda case: case.assign(view(WANG), by(who)))
    refused("review.recused", scene.verifying(),
            lambda case: case.assess("three_factors", scene.answers_to(case, "three_factors"), by(who)))


def test_who_was_recused_stays_out_and_their_assessment_no_longer_counts():
    case = scene.before_meeting()
    case.recuse(holder(QIAN), RecusalGround.RELATIVE, "亲属", by(LEAD))
    refused("determination.not_ready_for_meeting", case, lambda it: it.require_for_meeting(by(LEAD)))
    refused("review.recused", case,
            lambda it: it.assess("three_factors", scene.answers_to(it, "three_factors"), by(QIAN)))
    assert case.bars(Known("qian")) is RecusalGround.RELATIVE


def test_a_recused_assignee_leaves_the_team_to_the_other_only_if_two_remain():
    case = scene.verifying()
    case.recuse(holder(WANG), RecusalGround.OTHER, "同学", by(LEAD))
    assert (case.team, case.assignee) == ((), None)
    assert last(case).standing.holders == (f"{scene.ORGAN}/lead",)   # who form a team anew


@pytest.mark.parametrize(("changes", "reason"), [
    ({"state": FilingState.DECLINED}, "not_accepted"),
    ({"filer_id": "x", "unit": "别的单位"}, "not_of_the_subject"),
    ({"submitted_at": datetime(2025, 6, 1, 0, 1, tzinfo=ZONE)}, "not_filed_before_the_act"),
    ({"valid_until": date(2025, 6, 19)}, "act_outside_validity"),
    ({"valid_from": date(2025, 6, 2)}, "act_outside_validity"),
    ({"valid_from": None, "valid_until": None}, "act_outside_validity"),
])
def test_a_filing_that_does_not_cover_is_refused_with_its_reason(changes: dict, reason: str):
    case = scene.held()
    refused("determination.filing_does_not_cover", case,
            lambda it: it.link_filing(scene.filing(**changes), by(WANG)))
    with pytest.raises(CaseError) as refusal:
        case.link_filing(scene.filing(**changes), by(WANG))
    assert refusal.value.details == {"reasons": [reason]}


def test_a_filing_of_the_unit_covers_and_all_reasons_are_told_at_once():
    case = scene.held()
    case.link_filing(scene.filing(filer_id="x", unit=f" {scene.UNIT}", state=FilingState.EXPIRED), by(WANG))
    assert [(each.filing_id, each.linked_by) for each in case.filings] == [("f1", "wang某")]
    case.link_filing(scene.filing(), by(WANG))
    assert len(case.filings) == 1
    with pytest.raises(CaseError) as refusal:
        case.link_filing(scene.filing(state=FilingState.DRAFT, submitted_at=None, valid_from=None), by(WANG))
    assert refusal.value.details == {
        "reasons": ["not_accepted", "not_filed_before_the_act", "act_outside_validity"]}


def test_a_hit_with_evidence_ends_in_denial_before_any_meeting():
    case = scene.verifying()
    refused("determination.hit_needs_evidence", case, lambda it: it.answer_negative_item(
        finding("private_gain", NegativeAnswer.HIT, evidence=()), by(WANG)))
    refused("determination.unknown_evidence", case, lambda it: it.answer_negative_item(
        finding("private_gain", NegativeAnswer.HIT, evidence=("e9",)), by(WANG)))
    scene.clear_list(case, private_gain=NegativeAnswer.HIT)
    refused("determination.terms_missing", case, lambda it: it.write_report("报告", None, by(WANG)))
    refused("review.reasons_missing", case,
            lambda it: it.write_report("报告", replace(DENIAL, reasons=" "), by(WANG)))
    case.write_report("报告", DENIAL, by(ZHAO))
    told = last(case)
    assert isinstance(told, DeterminationMade)
    assert (told.outcome, told.basis, told.negative_items) == (
        Outcome.DENIED, "negative_list", ("private_gain",))
    assert (case.state, case.meeting_ids) == (State.FEEDBACK, ())
    assert case.current.deciders == {"wang", "zhao"}


def test_the_whole_negative_list_is_answered_before_the_report():
    case = scene.verifying()
    case.answer_negative_item(finding("private_gain"), by(WANG))
    refused("determination.negative_list_unanswered", case,
            lambda it: it.write_report("报告", None, by(WANG)))
    refused("determination.unknown_negative_item", case,
            lambda it: it.answer_negative_item(finding("no_such"), by(WANG)))
    refused("determination.finding_needs_reason", case, lambda it: it.answer_negative_item(
        finding("private_gain", NegativeAnswer.DISPUTED, reason=" "), by(WANG)))


def test_no_evidence_was_obtained_after_today():
    case, today = scene.verifying(), NOW.astimezone(ZONE).date()
    refused("determination.evidence_in_the_future", case, lambda it: it.add_evidence(
        "e9", replace(EVIDENCE, obtained_on=today + timedelta(days=1)), by(WANG)))
    case.add_evidence("e9", replace(EVIDENCE, obtained_on=today), by(WANG))


def test_an_assessment_is_whole_and_rests_on_the_cases_own_evidence():
    case = scene.verifying()
    whole = scene.answers_to(case, "three_factors")
    for code, answers in (
            ("determination.assessment_incomplete", whole[:-1]),
            ("determination.assessment_incomplete", (*whole, whole[0])),
            ("review.reasons_missing", (replace(whole[0], reason=" "), *whole[1:])),
            ("determination.unknown_evidence", (replace(whole[0], evidence=("e7",)), *whole[1:]))):
        refused(code, case, lambda it, answers=answers: it.assess("three_factors", answers, by(WANG)))
    refused("determination.unknown_criteria_set", case, lambda it: it.assess("no_such", whole, by(WANG)))
    case.assess("three_factors", whole, by(WANG))
    case.assess("three_factors", whole, by(WANG))
    assert len(case.assessments) == 1


def answer(case: Determination, who, now: datetime = NOW) -> None:
    case.assess("three_factors", scene.answers_to(case, "three_factors"), by(who, now))


def test_ones_answers_are_final_once_a_colleagues_can_be_read():
    case = scene.verifying()
    answer(case, WANG)
    answer(case, QIAN)
    for who in (WANG, QIAN):
        refused("determination.assessment_final", case, lambda it, who=who: answer(it, who))
    answer(case, LEAD)


def test_a_return_begins_a_new_round_of_assessments():
    case, later = scene.before_meeting(), NOW + timedelta(days=1)
    case.send_back("补充证据", by(LEAD, later))
    answer(case, WANG, later)
    answer(case, WANG, later)
    answer(case, QIAN, later)
    refused("determination.assessment_final", case, lambda it: answer(it, WANG, later))


def test_nobody_assesses_while_a_meeting_has_the_case_or_after_it():
    case, later = scene.before_meeting(), NOW + timedelta(days=1)
    answer(case, LEAD)
    case.put_on_agenda("m1", by(LEAD))
    refused("determination.assessment_closed", case, lambda it: answer(it, ZHAO))
    case.take_off_agenda("m1", by(LEAD))
    refused("determination.assessment_closed", case, lambda it: answer(it, ZHAO))
    case.send_back("补充评估", by(LEAD, later))
    answer(case, ZHAO, later)


def test_the_statement_says_whose_hand_it_is_and_none_is_lost():
    case = scene.verifying()
    case.record_statement("情况紧急", (), by(SUBJECT))
    assert case.statement.taken_by == ""
    case.record_statement("当面陈述", (), by(ZHAO))
    assert case.statement.taken_by == "zhao某"
    assert [each.words for each in case.statements] == ["情况紧急", "当面陈述"]
    assert determination_of(row_of(case)).statements == case.statements
    refused("review.not_assigned", case, lambda it: it.record_statement("插话", (), by(QIAN)))
    refused("review.recused", case, lambda it: it.record_statement("插话", (), by(KIN)))


def test_no_statement_is_taken_after_the_resolution():
    for who in (SUBJECT, WANG):
        refused("determination.statement_closed", scene.resolved(),
                lambda case, who=who: case.record_statement("补充", (), by(who)))


def test_a_row_of_before_has_one_statement_or_none():
    case = scene.verifying()
    case.record_statement("情况紧急", (), by(SUBJECT))
    row = row_of(case)
    only = row["content"].pop("statements")[0]
    for kept, statements in ((only, case.statements), (None, ())):
        row["content"]["statement"] = kept
        assert determination_of(row).statements == statements


def test_a_late_stage_is_not_forgotten():
    case = scene.held()
    case.accept("同意", by(WANG, day(3, 30)))
    case.form_team((view(WANG), view(ZHAO)), by(LEAD, day(3, 30)))
    assert case.late is True


def test_a_new_calendar_moves_the_date_and_tells_it():
    case = scene.held()
    calendar = without(RULES.calendar(scene.DIVISION), case.due_at)
    former = case.due_at
    case.follow_calendar(by(SYSTEM, calendar=calendar))
    told = last(case)
    assert isinstance(told, DeterminationMoved)
    assert (told.what, told.standing.due_at) == ("new_calendar", case.due_at)
    assert case.due_at > former
