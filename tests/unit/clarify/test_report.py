"""The course of a report: what each step leads to, and what it is refused for."""

from dataclasses import replace

import pytest

from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import (
    Allegation,
    FeedbackStage,
    LinkKind,
    NoRemit,
    ReportAccepted,
    ReportDisposal,
    ReportDisposed,
    ReportedPerson,
    ReporterFeedbackGiven,
    ReporterKind,
    ReporterRequest,
    ReportMoved,
    ReportOpened,
    ReportOutcome,
    ReportPassedUp,
    ReportRefused,
    ReportRegistered,
    ReportState,
    RetrospectiveWritten,
)
from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.serialisation import dump
from services.clarify.domain import Report
from tests.unit.casework.looking import kinds, last, refused
from tests.unit.clarify import scene
from tests.unit.clarify.scene import LEAD, WANG, ZHAO, by, finding, found, later, view

UNTRUE, MISTAKEN, OPEN = ReportOutcome.UNSUBSTANTIATED, ReportOutcome.MISTAKEN, ReportOutcome.NOT_RESOLVED
TRUE, SUSPECTED = ReportOutcome.SUBSTANTIATED, ReportOutcome.SUSPECTED_MALICIOUS


def test_it_is_opened_once_it_is_known_whom_to_keep_it_from():
    report = scene.registered()
    assert kinds(report) == [ReportRegistered]
    refused("clarify.move_not_allowed", report, lambda each: each.accept(by(WANG)))
    report.open((view(scene.LIU),), scene.OFFICERS, by(SYSTEM))
    assert (report.state, kinds(report)[1:]) == (ReportState.RECEIVED, [ReportOpened])
    assert report.due_at.date().isoformat() == "2026-05-12"     # 5 working days; the 9th is a worked Saturday


def test_the_remit_check_counts_from_the_day_on_which_a_letter_came():
    report = Report.register("r1", "n", scene.CONTENT, scene.ORGAN, scene.DIVISION, by(WANG, later(3)))
    assert (report.opened_at, report.due_at.date().isoformat()) == (later(3), "2026-05-12")


def test_nothing_is_received_before_it_came():
    early = replace(scene.CONTENT, received_at=later(1))
    with pytest.raises(Exception, match="received_in_future"):
        scene.registered(early)


def test_an_unknown_category_is_refused_at_the_door_and_later():
    odd = replace(scene.CONTENT, allegations=(replace(scene.GIFTS, categories=("integrity.bribes",)),))
    with pytest.raises(Exception, match="unknown_category"):
        scene.registered(odd)
    report = scene.assigned()
    refused("clarify.unknown_category", report, lambda each: each.classify(1, ("elsewhere",), None, by(WANG)))
    refused("clarify.unknown_allegation", report, lambda each: each.classify(3, ("work",), None, by(WANG)))
    report.classify(1, ("work.responsibility", "unlawful.dereliction"), None, by(WANG))
    assert report.allegations[0].categories == ("work.responsibility", "unlawful.dereliction")
    assert report.allegations[1] == scene.GIFTS


def test_what_is_not_for_the_commission_is_refused_in_words_and_says_where_to_turn():
    report = scene.assigned()
    report.refuse(NoRemit.LITIGATION, "这是合同纠纷", by(WANG))
    assert (report.state, report.ended, report.refused_for) == (
        ReportState.NOT_ACCEPTED, True, NoRemit.LITIGATION)
    assert isinstance(last(report), ReportRefused)
    assert "法院" in last(report).turn_to


def test_what_is_passed_up_leaves_nothing_here_but_number_days_and_where_it_went():
    report = scene.assigned()
    report.accept(by(WANG))
    report.link(scene.elsewhere(), LinkKind.RELATED, by(WANG))
    report.suspend("等市纪委明确柳成林的管理权限", by(WANG))
    content = report.pass_up("柳成林是市管干部", "r9", by(WANG)).content
    assert content.allegations == (scene.UNBUILT, scene.GIFTS)
    assert (report.state, report.passed_to, report.number) == (
        ReportState.PASSED_UP, scene.ABOVE, "信访〔2026〕1号")
    kept = repr({name: value for name, value in vars(report).items() if name != "happened"})
    for word in ("柳成林", "liu", "未批先建", "r-7f3a", "举报人甲", scene.BUREAU, "市管", "信访〔2026〕2号"):
        assert word not in kept, word
    told = last(report)
    assert isinstance(told, ReportPassedUp)
    assert (told.reporter_ref, told.continued_by, told.standing.apart) == ("r-7f3a", "r9", ())


def test_what_was_passed_up_is_still_kept_from_whom_it_was_about():
    report = scene.assigned()
    report.pass_up("市管干部", "r9", by(WANG))
    assert all(report.is_apart(each) for each in scene.NAMED)
    assert not any(report.is_apart(each) for each in scene.STAFF)


def test_every_disposal_answers_the_tolerance_question_with_reasons():
    for disposal, state in ((ReportDisposal.INQUIRY, ReportState.HANDLING),
                            (ReportDisposal.VERIFY, ReportState.HANDLING),
                            (ReportDisposal.HOLD, ReportState.HELD),
                            (ReportDisposal.CLOSE, ReportState.CONCLUDING)):
        report = scene.accepted()
        refused("review.reasons_missing", report, lambda each, how=disposal: each.dispose(
            how, True, " ", by(LEAD)))
        report.dispose(disposal, True, "可能属于探索中的失误", by(LEAD))
        assert report.state is state
        assert isinstance(last(report), ReportDisposed)
        assert (last(report).tolerance_arises, report.dispositions[-1].by) == (True, "lead")


def test_real_name_takes_a_name_a_contact_and_a_confirmation():
    report = scene.assigned()
    assert report.kind is ReporterKind.ANONYMOUS
    report.confirm_reporter(by(WANG))
    assert report.kind is ReporterKind.REAL_NAME
    refused("clarify.reporter_confirmed_already", report, lambda each: each.confirm_reporter(by(WANG)))
    for lacking in ({"signed": False}, {"reachable": False}):
        anonymous = scene.opened(replace(scene.CONTENT, **lacking))
        refused("clarify.reporter_not_named", anonymous, lambda each: each.confirm_reporter(by(WANG)))


def test_who_reported_under_their_name_is_told_twice_and_each_once():
    report = found(TRUE, TRUE, real=True)
    refused("clarify.acceptance_not_told", report, lambda each: each.close(by(LEAD)))
    scene.told(report)
    refused("clarify.told_already", report, scene.told)
    report.close(by(LEAD))
    assert (report.state, report.stage, report.ended) == (ReportState.FEEDBACK, "feedback", False)
    assert report.due_at.date().isoformat() == "2026-05-26"     # 15 working days
    report.give_feedback(FeedbackStage.RESULT, "经查属实，已作处理", by(WANG))
    assert (report.state, type(last(report))) == (ReportState.CLOSED, ReporterFeedbackGiven)
    report.take_receipt(later(1), later(1), by(SYSTEM, later(1)))
    report.take_receipt(later(2), later(2), by(SYSTEM, later(2)))
    assert [each.read_at for each in report.feedbacks] == [later(1), later(1)]


def test_a_name_is_confirmed_or_it_is_said_why_not_before_the_end():
    """Else whoever does nothing about it takes the two feedbacks from whoever reported."""
    report = found(TRUE, TRUE)
    report.unconfirmed = ""
    refused("clarify.reporter_not_confirmed", report, lambda each: each.close(by(LEAD)))
    refused("review.reasons_missing", report, lambda each: each.leave_anonymous(" ", by(WANG)))
    report.leave_anonymous("所留电话无人接听，去信退回", by(WANG))
    assert report.history[-1].note == "所留电话无人接听，去信退回"
    report.confirm_reporter(by(WANG))
    assert (report.kind, report.unconfirmed) == (ReporterKind.REAL_NAME, "")
    refused("clarify.reporter_confirmed_already", report, lambda each: each.leave_anonymous("不是", by(WANG)))
    anonymous = scene.opened(replace(scene.CONTENT, signed=False))
    refused("clarify.reporter_not_named", anonymous, lambda each: each.leave_anonymous("匿名", by(WANG)))


def test_nobody_anonymous_is_told_and_who_repeats_is():
    """Another's report is what it repeats, as far as anybody here knows; it may not even be read yet."""
    refused("clarify.not_real_name", scene.disposed(), scene.told)
    again = found(TRUE, TRUE, real=True)
    again.link(scene.elsewhere(), LinkKind.REPEATS, by(WANG))
    refused("clarify.acceptance_not_told", again, lambda each: each.close(by(LEAD)))
    scene.told(again).close(by(LEAD))
    assert again.state is ReportState.FEEDBACK


def test_a_report_is_linked_once_and_never_with_itself():
    first, second = scene.opened(), scene.elsewhere()
    second.open((), scene.OFFICERS, by(SYSTEM))
    second.link(first, LinkKind.REPEATS, by(WANG))
    assert second.repeats == first.id
    for each in (first, second):
        refused("clarify.linked_already", second,
                lambda report, other=each: report.link(other, LinkKind.REPEATS, by(WANG)))


def test_a_withdrawal_is_noted_and_ends_nothing():
    report = scene.disposed()
    report.take_request(ReporterRequest.WITHDRAWAL, "", later(1), by(SYSTEM, later(1)))
    report.take_request(ReporterRequest.RECUSAL, "wang", later(1), by(SYSTEM, later(1)))
    assert (report.state, report.assignee_id) == (ReportState.HANDLING, "wang")
    assert [each.kind for each in report.requests] == [ReporterRequest.WITHDRAWAL, ReporterRequest.RECUSAL]
    assert (last(report).what, last(report).note) == ("take_request", "")


def test_lateness_is_kept_whatever_comes_after():
    report = scene.assigned()
    report.accept(by(WANG, later(30)))
    assert report.late
    report.dispose(ReportDisposal.HOLD, False, "暂存", by(LEAD, later(31)))
    assert report.late
    assert report.due_at.date().isoformat() == "2026-12-07"     # six months; the 6th is a Sunday


def test_what_was_learned_is_written_once_it_is_over():
    report = found(TRUE, TRUE)
    refused("clarify.move_not_allowed", report, lambda each: each.retrospect("教训", "", "", "", by(WANG)))
    report.close(by(LEAD))
    report.retrospect("项目审批前先行施工，缺少提醒", "", "审批权集中", "没有人看现场", by(WANG))
    written = report.retrospective
    assert (written.rule_gaps, written.power_risks, written.oversight_gaps, report.state) == (
        "", "审批权集中", "没有人看现场", ReportState.CLOSED)


def test_that_something_was_learned_is_told_and_not_what():
    report = found(TRUE, TRUE)
    report.close(by(LEAD))
    report.take_events()
    report.retrospect("项目审批前先行施工", "制度缺位", "审批权集中", "没有人看现场", by(WANG))
    [(_, told)] = report.take_events()
    assert isinstance(told, RetrospectiveWritten)
    for word in ("先行施工", "缺位", "集中", "现场", "柳成林"):
        assert word not in repr(dump(told)), word


def test_no_event_tells_what_is_reported_or_of_whom():
    """But for officers' ids and their units, by which others keep it from them."""
    report = scene.verified()
    report.find((finding(1, UNTRUE), finding(2, UNTRUE)), by(WANG))
    report.recuse(Holder.of(view(ZHAO)), RecusalGround.RELATIVE, "柳成林的表弟", by(ZHAO))
    report.answer_clearing(True, "", "未批先建查无此事", by(WANG))
    report.close(by(LEAD))
    told = repr([dump(event) for _, event in report.happened])
    for word in ("柳成林", "未批先建", "烟", "杨林", "举报人甲", "表弟", "会议纪要", "函询"):
        assert word not in told, word
    assert {ReportAccepted, ReportMoved} <= set(kinds(report))


def test_a_unit_alone_can_be_reported():
    unit = Allegation(text="乱收费", person=ReportedPerson(unit=scene.BUREAU))
    report = scene.opened(replace(scene.CONTENT, allegations=(unit,)))
    assert report.is_apart(scene.COLLEAGUE)
    assert not report.is_apart(WANG)
