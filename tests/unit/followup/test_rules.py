"""What a programme refuses, and what follows from what happens in its middle."""

from dataclasses import replace
from datetime import date

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    EndTold,
    ExecutionCheck,
    ExecutionItem,
    PeriodChange,
    PeriodOver,
    PersonChange,
    ProgrammeEnded,
    ProgrammeOpened,
    Recommendation,
    SanctionDegree,
    SanctionKind,
)
from rongcuo.contracts.followup import ProgrammeState as State
from services.followup.domain.programme import Programme, after_sanction
from tests.unit.followup import scene
from tests.unit.followup.scene import (
    CITY,
    LEAD,
    NOW,
    OVER,
    PACK,
    PAPER,
    UNTIL,
    WANG,
    WEN,
    at,
    by,
)


def refused(code: str):
    return pytest.raises(CaseError, match=code.replace(".", r"\."))


def told(programme: Programme, kind: type) -> list:
    return [event for _, event in programme.happened if isinstance(event, kind)]


def test_a_sanction_is_carried_out_within_a_month_and_with_approval_within_six():
    programme = scene.counselling()
    with refused("followup.not_applicable_why"):
        programme.check_execution(ExecutionCheck(item=ExecutionItem.PAY), by(WANG))
    for months in (1, 7):
        with refused("followup.execution_too_long"):
            programme.extend_execution(months, "编制未批", by(LEAD))
    with refused("followup.lead_wanted"):
        programme.extend_execution(3, "编制未批", by(WANG))
    programme.extend_execution(6, "编制未批", by(LEAD))
    assert programme.due_at.date() == date(2026, 7, 12)
    programme.check_execution(ExecutionCheck(item=ExecutionItem.PAY, words="记过不涉及工资档次"), by(WANG))


@pytest.mark.parametrize(("missing", "code"), [
    ("gathered", "followup.not_gathered"), ("evaluation", "followup.not_evaluated"),
    ("end_told_at", "followup.end_not_told"), ("executed", "followup.not_executed")])
def test_nothing_is_completed_before_all_is_done_nor_before_the_end(missing: str, code: str):
    programme = scene.concluding()
    scene.done(programme)
    with refused("followup.period_runs"):
        programme.complete(Recommendation.NOTHING, "结束", by(WANG, at(1, 11, 2027)))
    kept = getattr(programme, missing)
    setattr(programme, missing, () if missing == "executed" else None)
    with refused(code):
        programme.complete(Recommendation.NOTHING, "结束", by(WANG, OVER))
    setattr(programme, missing, kept)
    programme.complete(Recommendation.COMMEND, "走出低谷", by(WANG, OVER))
    assert programme.state is State.COMPLETED


def test_the_person_is_told_five_working_days_before_the_end_and_at_the_end_each_once():
    programme = scene.counselling()
    programme.tell_what_ends(by(LEAD, at(1, 4, 2027)))
    assert not told(programme, EndTold)
    assert programme.tells_on == date(2027, 1, 5)
    for day in (5, 6):
        programme.tell_what_ends(by(LEAD, at(1, day, 2027)))
    [soon] = told(programme, EndTold)
    assert soon.appeal_until == UNTIL
    assert not told(programme, PeriodOver)
    assert programme.tells_on == UNTIL
    for day in (12, 13):
        programme.tell_what_ends(by(LEAD, at(1, day, 2027)))
    assert [each.ended_on for each in told(programme, PeriodOver)] == [UNTIL]
    assert programme.tells_on is None


def test_an_overturned_sanction_ends_the_programme_and_a_lifted_one_is_concluded():
    programme = scene.counselling()
    with refused("followup.lifted_outside"):
        programme.change_period(PeriodChange.LIFTED, UNTIL, "解除〔2026〕1号", 0, "提前解除", (PAPER,),
                                by(LEAD))
    for months in (12, 49):
        with refused("followup.period_wrong"):
            programme.change_period(PeriodChange.ADDED, NOW.date(), "号", months, "又受处分", (PAPER,),
                                    by(LEAD))
    programme.change_period(PeriodChange.OVERTURNED, NOW.date(), "复审〔2026〕1号", 0, "撤销", (PAPER,),
                            by(LEAD))
    assert programme.state is State.ENDED
    [event] = told(programme, ProgrammeEnded)
    assert event.standing.subject_id == "wen"
    assert programme.changes[0].effect == "ended"


def test_what_is_added_to_asks_to_tell_the_end_anew():
    programme = scene.counselling()
    last = at(1, 11, 2027)
    programme.tell_what_ends(by(LEAD, last))
    assert programme.end_told_at == last
    programme.change_period(PeriodChange.ADDED, last.date(), "号", 24, "又受处分", (PAPER,), by(LEAD, last))
    assert programme.ends_on == date(2028, 1, 12)
    assert (programme.end_told_at, programme.over_told_at) == (None, None)


def test_who_moves_is_visited_where_they_are_who_dies_no_more_and_is_told_nothing():
    programme = scene.counselling()
    with refused("followup.unit_missing"):
        programme.change_person(PersonChange.MOVED, NOW.date(), "", "", "532331", False, "调禄丰",
                                (PAPER,), by(LEAD))
    with refused("followup.organ_wrong"):
        programme.change_person(PersonChange.RETIRED, NOW.date(), "", "", "532300", False, "退休",
                                (PAPER,), by(LEAD))
    programme.change_person(PersonChange.MOVED, NOW.date(), "南华县水务局", "股长", "532324", False,
                            "调南华", (PAPER,),
                            by(LEAD))
    assert (programme.organ_id, programme.division_code, programme.assignee) == ("532324", "532324", None)
    assert programme.changes[0].effect == "handed_over"
    assert programme.standing().holders == ("532324/lead",)
    programme = scene.counselling()
    programme.change_person(PersonChange.DIED, NOW.date(), "", "", "", False, "病逝", (PAPER,), by(LEAD))
    assert programme.state is State.ENDED
    assert {event.standing.subject_id for event in told(programme, ProgrammeEnded)} == {""}
    retired = scene.counselling()
    retired.change_person(PersonChange.RETIRED, NOW.date(), "", "", "", False, "继续关心", (PAPER,), by(LEAD))
    assert retired.state is State.COUNSELLING


def test_a_decision_that_is_made_anew_is_heeded_and_one_that_is_gone_ends_it():
    programme = scene.tolerated()
    version = programme.version
    programme.heed_decision(programme.basis.words, programme.basis.number, True, by(LEAD))
    assert programme.version == version
    programme.heed_decision("容错认定：减轻", "容认〔2026〕2号", True, by(LEAD))
    assert programme.basis.words == "容错认定：减轻"
    programme.heed_decision("", "容认〔2026〕2号", False, by(LEAD))
    assert programme.state is State.ENDED
    version = programme.version
    programme.heed_decision("", "容认〔2026〕2号", False, by(LEAD))
    assert programme.version == version


def test_only_what_there_is_can_be_registered():
    party = replace(scene.SANCTION, kind=SanctionKind.PARTY)
    with refused("followup.degree_of_another_kind"):
        after_sanction(party, (PAPER,), "zhao", PACK.followup)
    with refused("followup.period_wrong"):
        after_sanction(replace(scene.SANCTION, effect_months=49), (PAPER,), "zhao", PACK.followup)
    warned = replace(party, degree=SanctionDegree.WARNING)
    assert after_sanction(warned, (PAPER,), "zhao", PACK.followup).words == "警告（党纪）"


def test_the_level_above_is_asked_once_at_a_time_and_answers_itself():
    programme = scene.counselling()
    programme.escalate("岗位需要协调", by(WANG))
    with refused("followup.above_was_asked"):
        programme.escalate("再请", by(WANG))
    with refused("followup.lead_wanted"):
        programme.answer_escalation("自己答", by(LEAD))
    programme.answer_escalation("已协调", by(CITY))
    with refused("followup.nothing_was_asked"):
        programme.answer_escalation("再答", by(CITY))


def test_a_care_card_is_for_whoever_was_tolerated_and_read_by_them_alone():
    with refused("followup.no_tolerance"):
        scene.counselling().send_card("决定免责", "以后先报批", "王某 0878-1", by(WANG))
    programme = scene.tolerated()
    with refused("followup.no_card"):
        programme.read_card(by(WEN))
    programme.send_card("决定免责", "以后先报批", "王某 0878-1", by(WANG))
    with refused("followup.card_not_read_yet"):
        programme.send_card("再发", "一张", "王某", by(WANG))
    with refused("followup.not_the_person"):
        programme.read_card(by(WANG))
    programme.read_card(by(WEN, at(3, 3)))
    assert programme.card.read_at == at(3, 3)
    with refused("followup.no_card"):
        programme.read_card(by(WEN))


def test_it_opens_with_its_end_and_the_leads_have_it_until_it_is_given_to_somebody():
    programme = scene.sanctioned()
    [event] = told(programme, ProgrammeOpened)
    assert (event.ends_on, event.standing.holders, event.standing.subject_id) == (
        UNTIL, ("532323/lead",), "wen")
    assert programme.title == "回访教育"
