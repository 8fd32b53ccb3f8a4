"""The course of a case: supplement, verification, clocks, new calendars, withdrawal."""

from dataclasses import replace
from datetime import date

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.review import (
    DeadlineMoved,
    RecusalGround,
    ReviewAccepted,
    ReviewAssigned,
    ReviewClosed,
    ReviewDeclined,
    ReviewOpened,
    ReviewResumed,
    ReviewSuspended,
    SupplementRequested,
    VerificationStarted,
)
from rongcuo.contracts.review import ReviewState as State
from services.review.domain import ReviewCase
from tests.unit.casework.looking import kinds, last, refused
from tests.unit.review import scene
from tests.unit.review.scene import LEAD, QIAN, WANG, ZHAO, by, day, holder, view


def test_a_supplement_stops_the_clock_and_starts_the_filers():
    case = scene.awaiting()
    told = last(case)
    assert isinstance(told, SupplementRequested)
    assert told.supplement_due_at.date() == day(2, 27).date()  # five working days over the Spring Festival
    assert case.clock.suspended
    case.take_supplement(scene.supplement(day(2, 25)), by(SYSTEM, day(2, 25)))
    assert isinstance(last(case), ReviewResumed)
    assert (case.state, last(case).due_at.date()) == (State.PRELIMINARY_REVIEW, day(2, 26).date())
    assert last(case).assignee_id == "wang"
    refused("review.supplement_not_possible", case, lambda it: it.request_supplement(
        "再补", by(WANG, day(2, 25))))


def test_an_unanswered_supplement_may_be_declined_only_after_its_date():
    case = scene.awaiting()
    refused("review.supplement_awaited", case, lambda it: it.decline("未补正", by(WANG, day(2, 27, 23))))
    case.decline("逾期未补正", by(WANG, day(2, 28)))
    assert isinstance(last(case), ReviewDeclined)
    assert last(case).late is False  # the review's own clock stood still


def test_a_supplement_requested_too_late_cures_nothing():
    case = scene.held()
    case.request_supplement("缺件", by(WANG, day(2, 24)))
    assert case.late is True
    case.take_supplement(scene.supplement(day(2, 25)), by(SYSTEM, day(2, 25)))
    case.accept("同意", by(WANG, day(2, 25)))
    assert last(case).late is True


def test_a_supplement_told_before_the_request_by_another_clock_does_no_harm():
    case = scene.held()
    case.request_supplement("缺件", by(WANG, day(2, 14, 12)))
    case.take_supplement(scene.supplement(day(2, 14, 11)), by(SYSTEM, day(2, 14, 13)))
    assert not case.clock.suspended


def test_verification_has_its_own_clock_and_no_holder_until_a_team_is_formed():
    case = scene.verifying()
    assert isinstance(last(case), VerificationStarted)
    assert (case.assignee, case.stage) == (None, "verification")
    refused("review.team_too_small", case, lambda it: it.report_verification("属实", True, by(WANG)))
    refused("review.team_too_small", case, lambda it: it.form_team((view(ZHAO), view(ZHAO)), by(LEAD)))
    case.form_team((view(ZHAO), view(QIAN)), by(LEAD))
    assert (last(case).officer_ids, case.assignee) == (("zhao", "qian"), holder(ZHAO))
    refused("review.not_assigned", case, lambda it: it.report_verification("属实", True, by(WANG)))
    case.report_verification("属实", True, by(QIAN))
    assert (case.state, case.opinion, case.decided_by) == (State.ACCEPTED, "属实", "qian")


def test_findings_that_do_not_confirm_decline():
    case = scene.verifying(WANG, ZHAO)
    case.report_verification("会议纪要系事后补写", False, by(ZHAO))
    assert isinstance(last(case), ReviewDeclined)
    assert (case.state, case.reasons) == (State.DECLINED, "会议纪要系事后补写")


def test_a_team_that_shrinks_below_two_is_dissolved():
    case = scene.verifying(WANG, ZHAO, QIAN)
    case.recuse(holder(WANG), RecusalGround.INTEREST, "持有股份", by(WANG))
    assert (case.assignee, last(case).unassigned) == (holder(ZHAO), False)
    case.recuse(holder(QIAN), RecusalGround.INTEREST, "持有股份", by(LEAD))
    assert (case.team, case.assignee, last(case).unassigned) == ((), None, True)


def test_suspension_resumption_extension():
    case = scene.verifying(WANG, ZHAO)
    first = case.due_at
    case.suspend("等待鉴定", by(WANG, day(2, 24)))
    assert isinstance(last(case), ReviewSuspended)
    assert last(case).suspended_by == "wang"
    refused("clock.already_suspended", case, lambda it: it.suspend("再停", by(WANG, day(2, 24))))
    refused("clock.already_suspended", case, lambda it: it.extend("复杂", by(WANG, day(2, 24))))
    case.resume(by(WANG, day(2, 26)))
    assert last(case).due_at == case.due_at > first
    refused("clock.not_suspended", case, lambda it: it.resume(by(WANG, day(2, 26))))
    second = case.due_at
    case.extend("涉及面广", by(WANG, day(2, 27)))
    assert isinstance(last(case), DeadlineMoved)
    assert (last(case).former_due_at, last(case).due_at > second) == (second, True)
    refused("clock.extended_already", case, lambda it: it.extend("还要", by(WANG, day(2, 27))))


def test_an_overdue_stage_is_not_extended():
    refused("review.extension_not_possible", scene.verifying(WANG, ZHAO),
            lambda case: case.extend("忘了", by(WANG, day(4, 1))))


def test_a_new_edition_moves_only_what_really_moves():
    case, calendar = scene.held(), scene.RULES.calendar(scene.DIVISION)
    elsewhere = scene.without(calendar, day(11, 3))
    case.follow_calendar(by(SYSTEM, calendar=elsewhere))
    assert case.edition == elsewhere.edition
    assert kinds(case)[-1] is ReviewAssigned
    nearer = scene.without(calendar, day(2, 14))
    case.follow_calendar(by(SYSTEM, calendar=nearer))
    assert last(case).due_at.date() == day(2, 24).date()
    assert (last(case).reason, last(case).former_due_at.date()) == ("new_calendar", day(2, 14).date())


def test_a_new_edition_moves_the_earliest_date_of_a_paused_case_without_a_word():
    case, calendar = scene.held(), scene.RULES.calendar(scene.DIVISION)
    case.suspend("等待鉴定", by(WANG))
    case.follow_calendar(by(SYSTEM, calendar=scene.without(calendar, day(2, 14))))
    assert (case.due_at.date(), kinds(case)[-1]) == (day(2, 24).date(), ReviewSuspended)


def test_a_new_edition_moves_the_filers_date_while_a_supplement_is_awaited():
    case, calendar = scene.awaiting(), scene.RULES.calendar(scene.DIVISION)
    case.follow_calendar(by(SYSTEM, calendar=scene.without(calendar, day(2, 24))))
    assert last(case).former_due_at.date() == day(2, 27).date()
    assert last(case).due_at.date() == day(2, 28).date()  # a Saturday that is worked


def test_a_verb_first_tells_the_move_that_a_new_edition_brought():
    case = scene.opened()
    nearer = scene.without(scene.RULES.calendar(scene.DIVISION), day(2, 14))
    case.assign(view(WANG), by(LEAD, calendar=nearer))
    assert kinds(case) == [ReviewOpened, DeadlineMoved, ReviewAssigned]
    assert last(case).due_at.date() == day(2, 24).date()


def test_a_date_in_an_unpublished_year_is_provisional_until_it_is_published():
    filing = replace(scene.FILING, submitted_at=day(12, 31))
    case = ReviewCase.open(filing, by(SYSTEM, day(12, 31)))
    assert last(case).provisional is True
    calendar = scene.RULES.calendar(scene.DIVISION)
    year = replace(calendar.national[2026], year=2027, workdays={},
                   holidays={date(2027, 1, 1): calendar.national[2026].holidays[date(2026, 1, 1)]})
    published = replace(calendar, national={**calendar.national, 2027: year})
    case.follow_calendar(by(SYSTEM, day(12, 31), published))
    assert (case.provisional, kinds(case)) == (False, [ReviewOpened])


def test_a_withdrawal_closes_and_after_a_decision_is_only_noted():
    case = scene.held()
    case.close("不再实施", day(2, 14), by(SYSTEM, day(2, 14)))
    assert last(case) == ReviewClosed(case_id="f1", organ_id=scene.ORGAN, reason="不再实施", at=day(2, 14))
    refused("review.move_not_allowed", case, lambda it: it.accept("同意", by(WANG, day(2, 14))))
    decided = scene.accepted()
    decided.close("不再实施", day(2, 14), by(SYSTEM, day(2, 14)))
    assert (decided.state, decided.history[-1].what) == (State.ACCEPTED, "withdrawal_after_end")
    assert kinds(decided)[-1] is ReviewAccepted
