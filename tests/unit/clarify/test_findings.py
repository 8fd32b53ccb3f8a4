"""What is found of a report, whom it may accuse, and what has to be answered before the end."""


import pytest

from rongcuo.casework.holding import held_by
from rongcuo.contracts.clarify import (
    ClearingAnswered,
    ReportClosed,
    ReportDisposal,
    ReportOutcome,
    ReportState,
)
from rongcuo.contracts.review import HeldBy
from tests.unit.casework.looking import last, refused
from tests.unit.clarify import scene
from tests.unit.clarify.scene import LEAD, SECOND, WANG, ZHAO, by, finding, found, view

UNTRUE, MISTAKEN, OPEN = ReportOutcome.UNSUBSTANTIATED, ReportOutcome.MISTAKEN, ReportOutcome.NOT_RESOLVED
TRUE, SUSPECTED = ReportOutcome.SUBSTANTIATED, ReportOutcome.SUSPECTED_MALICIOUS


def test_nobody_is_believed_whom_nobody_has_asked():
    report = scene.accepted()
    believe = ReportDisposal.CLOSED_ON_REPLY
    refused("clarify.nobody_was_asked", report, lambda each: each.dispose(believe, False, "已说明", by(LEAD)))
    report.dispose(ReportDisposal.INQUIRY, False, "先函询", by(LEAD))
    report.dispose(believe, False, "说明清楚，予以采信", by(LEAD))
    assert report.state is ReportState.CONCLUDING


def test_a_verification_is_found_by_its_team():
    report = scene.disposed(ReportDisposal.VERIFY)
    assert held_by(report) is HeldBy.TEAM_FORMING
    refused("review.team_too_small", report, lambda each: each.find((finding(1, UNTRUE),), by(WANG)))
    report.form_team((view(WANG), view(ZHAO)), by(LEAD))
    report.find((finding(1, UNTRUE), finding(2, UNTRUE)), by(ZHAO))
    assert (report.outcome, {each.officer_id for each in report.finders}) == (UNTRUE, {"wang", "zhao"})


@pytest.mark.parametrize(("outcomes", "whole", "asked"), [
    ((TRUE, UNTRUE), TRUE, True), ((TRUE, TRUE), TRUE, False), ((OPEN, UNTRUE), OPEN, True),
    ((OPEN, OPEN), OPEN, False), ((MISTAKEN, UNTRUE), MISTAKEN, True), ((UNTRUE, UNTRUE), UNTRUE, True),
    ((SUSPECTED, UNTRUE), UNTRUE, True), ((SUSPECTED, MISTAKEN), MISTAKEN, True),
    ((SUSPECTED, OPEN), OPEN, True), ((SUSPECTED, SUSPECTED), SUSPECTED, True)])
def test_a_suspicion_stands_for_the_whole_only_where_nothing_else_was_found(outcomes, whole, asked):
    report = found(*outcomes)
    assert (report.outcome, report.clearing_asked) == (whole, asked)


def test_what_was_neither_proved_nor_excluded_never_becomes_a_suspicion():
    report = scene.verified()
    report.find((finding(1, OPEN), finding(2, UNTRUE)), by(WANG))
    refused("clarify.not_resolved_is_not_false", report,
            lambda each: each.find((finding(1, SUSPECTED),), by(WANG)))
    report.find((finding(1, UNTRUE),), by(WANG))     # new evidence excludes it
    refused("clarify.not_resolved_is_not_false", report,
            lambda each: each.find((finding(1, SUSPECTED),), by(WANG)))
    report.send_back("再核", by(LEAD))
    refused("clarify.not_resolved_is_not_false", report,
            lambda each: each.find((finding(1, SUSPECTED),), by(WANG)))


def test_nobody_is_suspected_without_a_verification():
    refused("clarify.not_verified", scene.disposed(),
            lambda each: each.find((finding(1, SUSPECTED),), by(WANG)))
    report = scene.verified()
    report.dispose(ReportDisposal.INQUIRY, False, "改为谈话函询", by(LEAD))
    refused("clarify.not_verified", report, lambda each: each.find((finding(1, SUSPECTED),), by(WANG)))


def test_it_does_not_close_before_everything_is_found_and_the_clearing_question_answered():
    report = scene.disposed()
    report.find((finding(1, UNTRUE),), by(WANG))
    refused("clarify.not_all_found", report, lambda each: each.close(by(LEAD)))
    refused("clarify.not_all_found", report,
            lambda each: each.answer_clearing(True, "", "查明不实", by(WANG)))
    report.find((finding(2, TRUE),), by(WANG))
    refused("clarify.clearing_not_answered", report, lambda each: each.close(by(LEAD)))
    assert held_by(report) is HeldBy.HANDLER
    report.answer_clearing(True, "", "查明不实，影响了选拔", by(WANG))
    assert isinstance(last(report), ClearingAnswered)
    assert held_by(report) is HeldBy.DECISION
    report.close(by(LEAD))
    assert (report.state, report.clock.stopped, report.decided_at) == (
        ReportState.CLOSED, True, scene.RECEIVED_AT)
    assert isinstance(last(report), ReportClosed)


def test_a_no_to_clearing_takes_a_ground_of_the_pack_and_a_yes_takes_none():
    report = found(UNTRUE, UNTRUE)
    for clear, ground in ((False, ""), (False, "we_would_rather_not"), (True, "no_harm")):
        refused("clarify.clearing_ground", report, lambda each, clear=clear, ground=ground: (
            each.answer_clearing(clear, ground, "理由", by(WANG))))
    report.answer_clearing(False, "no_harm", "没有扩散", by(WANG))
    assert report.clearing.ground == "no_harm"


def test_the_question_is_not_asked_of_what_proved_true():
    refused("clarify.nothing_to_clear", found(TRUE, OPEN),
            lambda each: each.answer_clearing(True, "", "理由", by(WANG)))


def test_what_is_found_otherwise_asks_the_clearing_question_anew():
    report = found(UNTRUE, UNTRUE)
    report.answer_clearing(False, "no_harm", "没有扩散", by(WANG))
    report.find((finding(1, MISTAKEN),), by(WANG))
    assert report.clearing is None
    refused("clarify.clearing_not_answered", report, lambda each: each.close(by(LEAD)))


def test_nobody_closes_what_they_found_themselves():
    report = scene.accepted()
    report.assign(view(LEAD), by(LEAD))
    report.dispose(ReportDisposal.INQUIRY, False, "函询", by(LEAD))
    report.find((finding(1, TRUE), finding(2, TRUE)), by(LEAD))
    refused("clarify.closes_own_finding", report, lambda each: each.close(by(LEAD)))
    report.close(by(SECOND))
    assert report.state is ReportState.CLOSED


