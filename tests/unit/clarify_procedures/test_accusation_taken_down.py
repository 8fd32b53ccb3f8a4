"""What an officer takes down of the reporter's words, from the dialogue as from a paper, is one officer's
account: it is read back, and ends no time of theirs until a second person has confirmed it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.actor import SYSTEM, Role, queue
from rongcuo.contracts.clarify import Address, Entered, Gain
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.false_accusation.reporter_side import IN_THE_DIALOGUE
from tests.unit.clarify_procedures import accusation_scene as scene
from tests.unit.clarify_procedures.accusation_scene import ABOVE, LATER, NOW, WANG, by

UNCONFIRMED = r"clarify\.entry_unconfirmed"


def test_what_one_officer_takes_down_from_the_dialogue_is_read_back_and_waits():
    case = scene.taken_down(scene.weighed(scene.inquiring()))
    last = case.addressed[-1]
    assert (last.about, "称由他人转来\n没有其他依据" in last.words) == (Address.TAKEN_DOWN, True)
    assert [each.what for each in case.entries] == [Entered.HEARING]
    with pytest.raises(CaseError, match=UNCONFIRMED):
        case.serve_draft(scene.DRAFT, by(WANG, LATER))
    scene.confirmed(case).serve_draft(scene.DRAFT, by(WANG))


def test_who_has_read_it_has_the_rest_of_their_time_to_put_it_right():
    case = scene.read(scene.taken_down(scene.weighed(scene.inquiring())))
    asked = next(each for each in case.addressed if each.about is Address.ASKED)
    for moment in (NOW, NOW + timedelta(days=(asked.answer_until - NOW.date()).days)):
        with pytest.raises(CaseError, match=r"clarify\.hearing_open"):
            case.serve_draft(scene.DRAFT, by(WANG, moment))
    case.serve_draft(scene.DRAFT, by(WANG, LATER))


def test_the_second_word_is_no_officers_alone_either():
    case = scene.drafted(scene.EARLIER)
    scene.wrote(case).answer_draft("没有意见", "已记录", (), by(WANG))
    with pytest.raises(CaseError, match=UNCONFIRMED):
        case.request_finding(scene.FILE, by(WANG))
    scene.confirmed(case).request_finding(replace(scene.FILE, committee_on=NOW.date()), by(WANG))


def test_what_was_entered_as_their_complaint_does_not_stand_in_place_of_their_own():
    case = scene.complained()
    with pytest.raises(CaseError, match=UNCONFIRMED):
        case.answer_complaint(True, "维持", by(ABOVE))
    scene.wrote(case)
    assert (case.state, case.complaint) == (State.COMPLAINT, f"不服\n{IN_THE_DIALOGUE}")
    case.answer_complaint(True, "维持", by(ABOVE))
    assert case.state is State.UPHELD


def test_whatever_was_entered_a_finding_is_set_aside():
    case = scene.complained()
    case.answer_complaint(False, "证据不足", by(ABOVE))
    assert case.state is State.SET_ASIDE


@pytest.mark.parametrize("on_paper", [False, True])
def test_a_complaint_in_time_that_is_heard_of_after_all_is_over_opens_it_again(on_paper: bool):
    case, in_time = scene.concluded(), NOW + timedelta(days=29)
    if on_paper:
        case.complain("不服", in_time.date(), scene.PAPERS, by(WANG, LATER))
    else:
        case.take_message(scene.everything(case), in_time, by(SYSTEM, LATER))
    assert (case.state, case.effective_at, case.ended) == (State.COMPLAINT, None, False)
    assert case.standing().holders == (queue(scene.PROVINCE, Role.LEAD),)
    assert not case.standing().ended
    scene.confirmed(case, LATER).answer_complaint(False, "证据不足", by(ABOVE, LATER))
    assert case.state is State.SET_ASIDE


def test_what_is_written_of_it_after_the_time_leaves_it_as_it_is():
    case = scene.concluded()
    version = case.version
    scene.wrote(case, LATER)
    assert (case.state, case.version) == (State.CONCLUDED, version)


def test_a_word_that_nobody_confirmed_is_in_no_file_once_they_are_asked_again():
    case = scene.inquiring()
    case.ask_reporter("来源和依据", by(WANG))
    case.record_hearing("承认编造", "没有依据", scene.PAPERS, by(WANG))
    then = NOW + timedelta(days=1)
    scene.heard(case, then)
    assert [(each.source, each.heard_at) for each in case.hearings] == [("", None), ("称由他人转来", then)]
    scene.heard(case, then + timedelta(days=1))
    assert [each.source for each in case.hearings] == ["", "称由他人转来", "称由他人转来"], "confirmed"


def test_nothing_is_done_about_it_while_the_report_is_verified_again():
    case = scene.effective()
    case.gains = (Gain(gain_id="g1", what="竞聘资格"),)
    case.look_again(replace(scene.suspicion(), settled=False), by(WANG, LATER))
    for act in (lambda: case.record_handling(scene.HANDLING, by(WANG, LATER)),
                lambda: case.undo_gain("g1", "取消", LATER.date(), by(WANG, LATER)),
                lambda: case.conclude(by(WANG, LATER))):
        with pytest.raises(CaseError, match=r"clarify\.suspicion_open"):
            act()
