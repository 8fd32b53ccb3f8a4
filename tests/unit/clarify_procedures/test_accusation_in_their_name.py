"""What others enter in the reporter's name, when their time begins and ends, and who still sets it right."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import Address, Answer, Circumstance, ManagedBy
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.false_accusation import FalseAccusation
from tests.unit.clarify_procedures import accusation_scene as scene
from tests.unit.clarify_procedures.accusation_scene import (
    ABOVE,
    CITY_OTHER,
    LATER,
    NOW,
    PAPERS,
    WANG,
    by,
    papers,
)

EXPECTED = "clarify\\."


def last(case: FalseAccusation):
    return case.addressed[-1]


def test_what_is_written_down_from_a_paper_is_read_back_to_them():
    case = scene.weighed(scene.inquiring())
    case.ask_reporter("来源和依据", by(WANG))
    case.record_hearing("承认编造", "没有依据", PAPERS, by(WANG))
    assert last(case).about is Address.TAKEN_DOWN
    assert "承认编造\n没有依据" in last(case).words
    scene.wrote(case)
    with pytest.raises(CaseError, match=EXPECTED + "reporter_has_written"):
        case.serve_draft(scene.DRAFT, by(WANG))


def test_one_paper_shows_one_thing():
    case = scene.drafted(scene.EARLIER)
    case.answer_draft("无意见", "已记录", PAPERS, by(WANG))
    scene.confirmed(case).request_finding(scene.FILE, by(WANG))
    case.answer_finding(Answer.APPROVED, "同意", by(CITY_OTHER))
    with pytest.raises(CaseError, match=EXPECTED + "paper_used"):
        case.record_service(NOW.date(), False, PAPERS, by(WANG))


def test_a_paper_swallows_nothing_that_they_wrote_and_evidence_is_no_paper_of_theirs():
    case = scene.drafted()
    scene.wrote(case)
    case.answer_draft("没有意见", "已记录", PAPERS, by(WANG))
    with pytest.raises(CaseError, match=EXPECTED + "reporter_has_written"):
        case.request_finding(scene.FILE, by(WANG))
    case.answer_draft("我有三份新证据", "已核", (), by(WANG))
    inquired = scene.inquiring()
    inquired.add_evidence("e9", "聊天记录", "", papers("d"), by(WANG))
    inquired.ask_reporter("来源和依据", by(WANG))
    with pytest.raises(CaseError, match=EXPECTED + "paper_used"):
        inquired.record_hearing("承认编造", "没有", papers("d"), by(WANG))


def test_a_service_counts_from_when_it_is_entered_not_from_a_day_of_before():
    case = scene.unread_finding()
    case.record_service(NOW.date(), False, papers("b"), by(WANG, LATER))
    scene.confirmed(case, LATER)
    with pytest.raises(CaseError, match=EXPECTED + "complaint_time_runs"):
        case.take_effect(by(WANG, LATER + timedelta(days=29)))
    assert NOW.date().isoformat() in case.history[-2].note


def test_a_complaint_in_time_that_is_heard_of_late_ends_the_effect():
    case = scene.effective()
    in_time = NOW + timedelta(days=29)
    case.take_message(scene.everything(case), in_time, by(SYSTEM, LATER))
    assert (case.state, case.effective_at) == (State.COMPLAINT, None)
    case.answer_complaint(True, "维持", by(ABOVE, LATER))
    case.take_effect(by(WANG, LATER))
    assert case.state is State.EFFECTIVE
    case.take_message(scene.everything(case), LATER, by(SYSTEM, LATER))
    assert case.state is State.EFFECTIVE, "written after the time"


def test_they_are_told_that_it_takes_effect_and_hear_the_circumstances_in_the_draft():
    assert last(scene.effective()).about is Address.EFFECTIVE
    case = scene.heard(scene.weighed(scene.inquiring()))
    case.record_circumstances((Circumstance(code="vile_means", reasons="另有隐情"),), by(WANG))
    case.serve_draft(scene.DRAFT, by(WANG))
    name = scene.PACK.false_accusation.heavier["vile_means"].name
    assert name in last(case).words
    assert "另有隐情" not in last(case).words, "reasons are the organ's"


@pytest.mark.parametrize("make", [scene.found, scene.upheld, scene.effective, scene.concluded])
def test_the_organ_above_sets_a_finding_aside_of_its_own_motion(make):
    case = make()
    with pytest.raises(CaseError, match=EXPECTED + "approver_wanted"):
        case.answer_complaint(False, "撤销", by(CITY_OTHER, LATER))
    case.answer_complaint(False, "证据是伪造的", by(ABOVE, LATER))
    assert case.state is State.SET_ASIDE


def test_what_was_begun_below_is_asked_anew_where_a_higher_level_approves():
    case = scene.drafted()
    report = replace(scene.suspicion(), managed_by=ManagedBy.PROVINCE)
    case.look_again(report, by(WANG))
    assert (case.state, case.draft, case.approver_id) == (State.PREPARATION, None, scene.PROVINCE)
    case.request_beginning("省管干部", by(WANG))
    case.answer_beginning(Answer.APPROVED, "同意", by(ABOVE))
    scene.heard(case).serve_draft(scene.DRAFT, by(WANG))


def test_no_calendar_makes_the_told_day_come_earlier():
    case = scene.unread_draft()
    told = last(case).answer_until
    scene.read(case)
    case.addressed = (*case.addressed[:-1], replace(last(case), answer_until=told + timedelta(days=20)))
    file = replace(scene.FILE, committee_on=LATER.date() - timedelta(days=20))
    with pytest.raises(CaseError, match=EXPECTED + "draft_open"):
        case.request_finding(file, by(WANG, NOW + timedelta(days=30)))
