"""Nobody speaks for the reporter, and nothing that they write passes as silence."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import Answer, Unheard
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.false_accusation import FalseAccusation
from tests.unit.clarify_procedures import accusation_scene as scene
from tests.unit.clarify_procedures.accusation_scene import (
    ABOVE,
    CITY,
    CITY_OTHER,
    LATER,
    NOW,
    PAPERS,
    WANG,
    by,
)

WROTE_NOTHING = r"clarify\.reporter_wrote_nothing"
HAS_WRITTEN = r"clarify\.reporter_has_written"


def asked() -> FalseAccusation:
    case = scene.weighed(scene.inquiring())
    case.ask_reporter("来源和依据", by(WANG))
    return case


def test_a_hearing_rests_on_what_the_reporter_wrote_or_on_a_paper():
    case = asked()
    with pytest.raises(CaseError, match=WROTE_NOTHING):
        case.record_hearing("他人转来", "没有", (), by(WANG))
    scene.wrote(case).record_hearing("他人转来", "没有", (), by(WANG))
    with pytest.raises(CaseError, match=WROTE_NOTHING):
        case.record_hearing("另一种说法", "没有", (), by(WANG))
    on_paper = asked()
    on_paper.record_hearing("他人转来", "没有", PAPERS, by(WANG))
    assert [each.sha256 for each in on_paper.papers] == [each.sha256 for each in PAPERS]


def test_what_was_written_before_they_were_asked_answers_nothing():
    case = scene.wrote(scene.inquiring())
    case.ask_reporter("来源和依据", by(WANG))
    with pytest.raises(CaseError, match=WROTE_NOTHING):
        case.record_hearing("他人转来", "没有", (), by(WANG))


def test_a_message_of_before_the_question_that_is_heard_of_late_answers_nothing():
    case = asked()
    case.take_message(frozenset(), NOW - timedelta(seconds=1), by(SYSTEM))
    with pytest.raises(CaseError, match=WROTE_NOTHING):
        case.record_hearing("他人转来", "没有", (), by(WANG))


def test_who_wrote_is_not_silent_and_asking_again_makes_them_none():
    case = scene.wrote(asked())
    for _ in range(2):
        with pytest.raises(CaseError, match=HAS_WRITTEN):
            case.record_unheard(Unheard.NO_ANSWER, "没有回复", (), by(WANG, LATER))
        case.ask_reporter("再问一次", by(WANG))


def test_who_answers_late_is_heard_all_the_same():
    case = scene.read(asked())
    case.record_unheard(Unheard.NO_ANSWER, "没有回复", (), by(WANG, LATER))
    scene.wrote(case, LATER)
    with pytest.raises(CaseError, match=HAS_WRITTEN):
        case.serve_draft(scene.DRAFT, by(WANG, LATER))
    case.record_hearing("他人转来", "没有", (), by(WANG, LATER))
    assert [(each.unheard, each.source) for each in case.hearings] == [(None, "他人转来")]
    scene.confirmed(case, LATER).serve_draft(scene.DRAFT, by(WANG, LATER))


def test_what_is_added_to_a_hearing_stands_beside_it():
    case = scene.wrote(scene.heard(scene.inquiring()))
    case.record_hearing("补充说明", "有录音", (), by(WANG))
    assert [each.source for each in case.hearings] == ["称由他人转来", "补充说明"]


def test_a_second_answer_to_the_draft_stands_below_the_first():
    case = scene.drafted()
    with pytest.raises(CaseError, match=WROTE_NOTHING):
        case.answer_draft("无意见", "已记录", (), by(WANG))
    scene.wrote(case).answer_draft("我有三份新证据", "已核", (), by(WANG))
    with pytest.raises(CaseError, match=WROTE_NOTHING):
        case.answer_draft("无意见", "已记录", (), by(WANG))
    case.answer_draft("还有一份", "已核", PAPERS, by(WANG))
    assert case.draft_answer == "我有三份新证据\n还有一份"


def test_nothing_goes_up_or_is_found_over_what_the_reporter_wrote():
    case = scene.wrote(scene.drafted())
    with pytest.raises(CaseError, match=HAS_WRITTEN):
        case.request_finding(replace(scene.FILE, committee_on=LATER.date()), by(WANG, LATER))
    up = scene.wrote(scene.sent_up())
    with pytest.raises(CaseError, match=HAS_WRITTEN):
        up.answer_finding(Answer.APPROVED, "同意", by(CITY_OTHER))
    up.answer_finding(Answer.RETURNED, "先听举报人", by(CITY))
    up.record_hearing("补充说明", "有录音", (), by(WANG))
    scene.confirmed(up).serve_draft(scene.DRAFT, by(WANG))


def test_whatever_they_write_of_a_finding_in_time_is_a_complaint_by_itself():
    case = scene.found()
    two_days = NOW + timedelta(days=2)
    case.take_message(scene.everything(case), two_days, by(SYSTEM, two_days))
    assert (case.state, case.deciding_organ_id) == (State.COMPLAINT, scene.PROVINCE)
    with pytest.raises(CaseError, match=r"clarify\.move_not_allowed"):
        case.take_effect(by(WANG, LATER))


def test_what_they_write_after_the_time_stops_nothing():
    case = scene.wrote(scene.found(), LATER)
    assert case.state is State.FOUND
    case.take_effect(by(WANG, LATER))


def test_a_complaint_that_others_lodged_does_not_use_up_the_reporters_own():
    case = scene.found()
    with pytest.raises(CaseError, match=WROTE_NOTHING):
        case.complain("不服", NOW.date(), (), by(WANG))
    case.complain("不服", NOW.date(), PAPERS, by(WANG))
    scene.confirmed(case).answer_complaint(True, "维持", by(ABOVE))
    scene.wrote(case, NOW + timedelta(days=20))
    assert case.state is State.COMPLAINT
    case.answer_complaint(False, "证据不足", by(ABOVE, NOW + timedelta(days=21)))
    assert case.state is State.SET_ASIDE


def test_the_committee_meets_after_the_answer():
    case = scene.drafted(scene.EARLIER)
    answered = NOW + timedelta(days=5)
    scene.answered(case, answered)
    with pytest.raises(CaseError, match=r"clarify\.committee_too_early"):
        case.request_finding(scene.FILE, by(WANG, answered))
    case.request_finding(replace(scene.FILE, committee_on=answered.date()), by(WANG, answered))


def test_nothing_is_done_about_it_before_it_takes_effect():
    case, then = scene.inquiring(scene.EARLIER), scene.EARLIER
    case.record_gain("g1", "竞聘资格", by(WANG, then))
    scene.heard(scene.weighed(case, then), then).serve_draft(scene.DRAFT, by(WANG, then))
    scene.answered(scene.read(case, then)).request_finding(scene.FILE, by(WANG))
    case.answer_finding(Answer.APPROVED, "同意", by(CITY_OTHER))
    scene.read(case).take_effect(by(WANG, LATER))
    before = LATER.date() - timedelta(days=1)
    with pytest.raises(CaseError, match=r"clarify\.before_effect"):
        case.record_handling(replace(scene.HANDLING, on=before), by(WANG, LATER))
    with pytest.raises(CaseError, match=r"clarify\.before_effect"):
        case.undo_gain("g1", "取消", before, by(WANG, LATER))


def test_the_time_to_answer_and_to_complain_begins_when_they_have_read_it():
    case, read = asked(), NOW + timedelta(days=9)
    case.take_receipt(scene.everything(case), read, by(SYSTEM, read))
    with pytest.raises(CaseError, match=r"clarify\.reporter_has_time"):
        case.record_unheard(Unheard.NO_ANSWER, "没有回复", (), by(WANG, NOW + timedelta(days=15)))
    draft = scene.unread_draft()
    draft.take_receipt(scene.everything(draft), read, by(SYSTEM, read))
    with pytest.raises(CaseError, match=r"clarify\.draft_open"):
        draft.request_finding(scene.FILE, by(WANG, NOW + timedelta(days=15)))
    found, late = scene.unread_finding(), NOW + timedelta(days=25)
    found.take_receipt(scene.everything(found), late, by(SYSTEM, late))
    assert found.due_at.date() > NOW.date() + timedelta(days=50)
    with pytest.raises(CaseError, match=r"clarify\.complaint_time_runs"):
        found.take_effect(by(WANG, NOW + timedelta(days=40)))
    scene.wrote(found, NOW + timedelta(days=50))
    assert found.state is State.COMPLAINT


def test_what_was_put_to_them_since_they_looked_is_not_read():
    case = scene.unread_draft()
    assert case.addressed[0].read_at == NOW      # who answered has seen the question
    case.take_receipt(frozenset({1}), NOW, by(SYSTEM))
    assert [each.read_at for each in case.addressed] == [NOW, None, None]
    case.take_receipt(scene.everything(case), NOW, by(SYSTEM))
    assert [each.read_at for each in case.addressed] == [NOW] * 3


def test_what_reached_nobody_is_neither_sent_up_nor_takes_effect():
    draft, finding = scene.unread_draft(), scene.unread_finding()
    file = replace(scene.FILE, committee_on=LATER.date())
    for act in (lambda: draft.request_finding(file, by(WANG, LATER)),
                lambda: finding.take_effect(by(WANG, LATER))):
        with pytest.raises(CaseError, match=r"clarify\.not_served"):
            act()
    with pytest.raises(CaseError, match=r"clarify\.service_unproven"):
        finding.record_service(NOW.date(), False, (), by(WANG, LATER))
    finding.record_service(LATER.date(), False, PAPERS, by(WANG, LATER))
    with pytest.raises(CaseError, match=r"clarify\.not_served"):
        finding.take_effect(by(WANG, LATER + timedelta(days=40)))
    scene.confirmed(finding, LATER)
    with pytest.raises(CaseError, match=r"clarify\.complaint_time_runs"):
        finding.take_effect(by(WANG, LATER + timedelta(days=29)))
    with pytest.raises(CaseError, match=r"clarify\.read_already"):
        finding.record_service(LATER.date(), False, PAPERS, by(WANG, LATER))
    finding.take_effect(by(WANG, LATER + timedelta(days=40)))
