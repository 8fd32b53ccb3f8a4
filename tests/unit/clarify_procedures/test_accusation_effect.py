"""A draft that can be answered, and nothing in effect while a complaint is possible."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.actor import SYSTEM, Role, queue
from rongcuo.contracts.clarify import (
    Address,
    Answer,
    Circumstance,
    FalseAccusationEffective,
    FalseAccusationEnded,
    FalseAccusationFound,
    ManagedBy,
    ReporterAddressed,
)
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.false_accusation import FalseAccusation
from services.clarify.domain.false_accusation.guards import begun_with_approval
from tests.unit.clarify_procedures import accusation_scene as scene
from tests.unit.clarify_procedures.accusation_scene import (
    ABOVE,
    CITY,
    CITY_OTHER,
    LATER,
    LEAD,
    NOW,
    PAPERS,
    PREFECTURE,
    PROVINCE,
    WANG,
    by,
)
from tests.unit.review.scene import officer


def told(case: FalseAccusation, kind: type) -> list:
    return [event for _, event in case.happened if isinstance(event, kind)]


def test_the_draft_waits_for_the_reporters_answer_or_for_its_ten_working_days():
    case = scene.drafted()
    last = NOW + timedelta(days=14)
    for moment in (NOW, last):
        with pytest.raises(CaseError, match=r"clarify\.draft_open"):
            case.request_finding(scene.FILE, by(WANG, moment))
    after = last + timedelta(days=1)
    with pytest.raises(CaseError, match=r"clarify\.committee_too_early"):
        case.request_finding(replace(scene.FILE, committee_on=last.date()), by(WANG, after))
    case.request_finding(replace(scene.FILE, committee_on=after.date()), by(WANG, after))
    assert case.state is State.FINDING_APPROVAL


def test_another_draft_is_put_to_the_reporter_anew():
    case = scene.answered(scene.drafted())
    case.take_draft_back("补充鉴定", by(WANG))
    assert (case.draft, case.draft_answer, case.draft_clock) == (None, "", None)
    later = NOW + timedelta(days=30)
    case.serve_draft(scene.DRAFT, by(WANG, later))
    scene.read(case, later)
    with pytest.raises(CaseError, match=r"clarify\.draft_open"):
        case.request_finding(scene.FILE, by(WANG, later))
    assert [each.about for each in told(case, ReporterAddressed)].count(Address.DRAFT) == 2


def test_a_file_that_was_returned_holds_no_draft_any_more():
    case = scene.sent_up()
    case.answer_finding(Answer.RETURNED, "补充对质", by(CITY))
    assert (case.state, case.draft, case.file) == (State.INQUIRY, None, None)


def test_the_draft_says_that_nothing_is_found_yet_and_what_the_reporter_can_do():
    [draft] = [each for each in scene.drafted().addressed if each.about is Address.DRAFT]
    assert scene.DRAFT.facts in draft.words
    assert scene.DRAFT.mistake_excluded in draft.words
    assert "还没有作出认定" in draft.words
    assert draft.answer_until is not None


def test_nothing_takes_effect_before_the_time_for_complaint_has_ended():
    case = scene.found()
    [finding] = told(case, FalseAccusationFound)
    assert finding.complain_until == NOW.date().replace(month=4, day=1)
    for moment in (NOW, NOW + timedelta(days=30)):
        with pytest.raises(CaseError, match=r"clarify\.complaint_time_runs"):
            case.take_effect(by(WANG, moment))
    assert told(case, FalseAccusationEffective) == []
    case.take_effect(by(WANG, NOW + timedelta(days=31)))
    assert len(told(case, FalseAccusationEffective)) == 1


def test_nor_where_the_complaint_was_answered_before_that():
    case = scene.upheld()
    with pytest.raises(CaseError, match=r"clarify\.complaint_time_runs"):
        case.take_effect(by(WANG, NOW + timedelta(days=30)))
    case.take_effect(by(WANG, NOW + timedelta(days=31)))
    assert case.state is State.EFFECTIVE


def test_a_complaint_comes_in_time_and_goes_to_others_above_whatever_was_answered_before():
    case = scene.found()
    with pytest.raises(CaseError, match=r"clarify\.complaint_late"):
        case.complain("不服", case.complain_until(by(SYSTEM)) + timedelta(days=1), PAPERS, by(WANG, LATER))
    with pytest.raises(CaseError, match=r"clarify\.day_ahead"):
        case.complain("不服", NOW.date() + timedelta(days=1), PAPERS, by(WANG))
    case.complain("不服", NOW.date(), PAPERS, by(WANG))
    assert case.standing().holders == (queue(PROVINCE, Role.LEAD),)
    for actor in (CITY, CITY_OTHER, LEAD):
        with pytest.raises(CaseError, match=r"clarify\.approver_wanted"):
            case.answer_complaint(True, "维持", by(actor))
    scene.confirmed(case).answer_complaint(True, "维持", by(ABOVE))
    with pytest.raises(CaseError, match=r"clarify\.paper_used"):
        case.complain("还是不服", NOW.date(), PAPERS, by(WANG))
    case.complain("还是不服", NOW.date(), scene.papers("b"), by(WANG))
    assert (case.state, case.complaint) == (State.COMPLAINT, "不服\n还是不服")


def test_who_approved_for_the_province_does_not_hear_the_complaint():
    second, third = (officer(each, Role.LEAD, organ_id=PROVINCE) for each in ("above2", "above3"))
    case, then = scene.requested(scene.OF_THE_PROVINCE, now=scene.EARLIER), scene.EARLIER
    case.answer_beginning(Answer.APPROVED, "同意", by(ABOVE, then))
    scene.heard(scene.weighed(case, then), then)
    case.serve_draft(scene.DRAFT, by(WANG, then))
    scene.answered(scene.read(case, then))
    case.request_finding(scene.FILE, by(WANG))
    with pytest.raises(CaseError, match=r"clarify\.approved_the_beginning"):
        case.answer_finding(Answer.APPROVED, "同意", by(ABOVE))
    case.answer_finding(Answer.APPROVED, "同意", by(second))
    case.complain("不服", NOW.date(), PAPERS, by(WANG))
    scene.confirmed(case)
    for actor in (ABOVE, second):
        with pytest.raises(CaseError, match=r"clarify\.had_a_hand"):
            case.answer_complaint(True, "维持", by(actor))
    case.answer_complaint(False, "撤销", by(third))
    assert case.state is State.SET_ASIDE


def test_a_mistaken_report_ends_in_an_explanation_and_nothing_else():
    case = scene.CASES[State.MISTAKEN]()
    assert [(each.about, each.words, each.answer_until) for each in case.addressed] == [
        (Address.EXPLAINED, "属于误解", None)]
    [end] = told(case, FalseAccusationEnded)
    assert end.ending is State.MISTAKEN
    assert (case.handlings, case.gains, case.standing().ended) == ((), (), True)


def test_who_was_never_asked_does_not_learn_that_they_were_suspected():
    assert told(scene.CASES[State.NOT_BEGUN](), ReporterAddressed) == []
    heard = scene.heard(scene.inquiring())
    heard.end(False, "没有查实", by(WANG))
    assert [each.about for each in told(heard, ReporterAddressed)] == [
        Address.ASKED, Address.TAKEN_DOWN, Address.CLOSED]


def test_a_finding_that_is_set_aside_is_told_once():
    about = [each.about for each in told(scene.CASES[State.SET_ASIDE](), ReporterAddressed)]
    assert about == [Address.ASKED, Address.TAKEN_DOWN, Address.DRAFT, Address.TAKEN_DOWN, Address.FOUND,
                     Address.TAKEN_DOWN, Address.COMPLAINT_ANSWERED]


def test_it_is_concluded_when_it_was_handled_and_every_gain_undone():
    case, then = scene.inquiring(scene.EARLIER), scene.EARLIER
    case.record_gain("g1", "竞聘资格", by(WANG, then))
    scene.heard(scene.weighed(case, then), then)
    case.serve_draft(scene.DRAFT, by(WANG, then))
    scene.answered(scene.read(case, then))
    case.request_finding(scene.FILE, by(WANG))
    case.answer_finding(Answer.APPROVED, "同意", by(CITY_OTHER))
    scene.read(case).take_effect(by(WANG, LATER))
    with pytest.raises(CaseError, match=r"clarify\.not_handled"):
        case.conclude(by(WANG, LATER))
    case.record_handling(scene.HANDLING, by(WANG, LATER))
    with pytest.raises(CaseError, match=r"clarify\.gains_left"):
        case.conclude(by(WANG, LATER))
    with pytest.raises(CaseError, match=r"clarify\.gain_unknown"):
        case.undo_gain("g2", "取消", LATER.date(), by(WANG, LATER))
    case.undo_gain("g1", "取消资格", LATER.date(), by(WANG, LATER))
    case.conclude(by(WANG, LATER))
    assert case.state is State.CONCLUDED


def test_circumstances_are_those_of_the_pack():
    case = scene.inquiring()
    with pytest.raises(CaseError, match=r"clarify\.circumstance_unknown"):
        case.record_circumstances((Circumstance(code="bad_character", reasons="一贯如此"),), by(WANG))
    both = tuple(Circumstance(code=code, reasons="有据") for code in ("vile_means", "admits"))
    case.record_circumstances(both, by(WANG))
    assert case.circumstances == both


def test_no_event_and_no_standing_says_more_of_the_reporter_than_the_random_reference():
    case = scene.concluded()
    addressed = told(case, ReporterAddressed)
    assert [each.reporter_ref for each in addressed] == ["ref7"] * 6
    for event in addressed:     # no event holds what is put to them, nor of what it is
        words = case.addressed[event.place - 1].words
        assert not any(known in repr(event) for known in (words, case.number, "named", scene.UNIT))
    for _, event in case.happened:
        assert "举报人7" not in repr(event)
        if event in addressed:
            continue
        assert "ref7" not in repr(event)
        assert event.standing.subject_id == ""
        assert {"named"} <= set(event.standing.apart)
        assert event.standing.units_apart == (scene.UNIT,)


def test_a_case_that_was_handed_up_still_needs_the_approval_of_others():
    case = scene.prepared()
    case.hand_up("本机关无人可办", by(LEAD))
    assert (case.organ_id, case.approver_id) == (PREFECTURE, PREFECTURE)
    case.hand_up("仍无人可办", by(CITY))
    assert (case.organ_id, case.approver_id) == (PROVINCE, PROVINCE)


@pytest.mark.parametrize("state", [State.DRAFT, State.FINDING_APPROVAL])
def test_what_the_prefecture_let_begin_goes_on_where_it_went_up_since(state: State):
    case = scene.CASES[state]()
    case.organ_id = PROVINCE     # as with its report
    assert case.approving_organs == (PROVINCE,)
    begun_with_approval(case, by(LEAD))
    case.managed_by = ManagedBy.PROVINCE
    with pytest.raises(CaseError, match="not_begun"):
        begun_with_approval(case, by(LEAD))
