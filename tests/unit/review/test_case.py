"""What one case does: holding, deciding, supplement, verification, clocks, withdrawal."""

from copy import deepcopy
from dataclasses import replace

import pytest

from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import (
    DeadlineMoved,
    RecusalGround,
    ReviewAccepted,
    ReviewAssigned,
    ReviewClosed,
    ReviewDeclined,
    ReviewerRecused,
    ReviewOpened,
    ReviewResumed,
    ReviewSuspended,
    SupplementRequested,
    VerificationStarted,
    VerificationTeamFormed,
)
from rongcuo.contracts.review import ReviewState as State
from services.review.domain import ReviewCase
from tests.unit.review import scene
from tests.unit.review.scene import (
    COLLEAGUE,
    ELSEWHERE,
    LEAD,
    PARTY,
    PARTY_LEAD,
    QIAN,
    WANG,
    ZHAO,
    by,
    day,
    holder,
    view,
)


def kinds(case: ReviewCase) -> list[type]:
    return [type(happening) for _, happening in case.happened]


def last(case: ReviewCase):
    return case.happened[-1][1]


def refused(code: str, case: ReviewCase, act) -> None:
    """The act is refused with this code and leaves the case as it was."""
    before = deepcopy(vars(case))
    with pytest.raises(CaseError) as refusal:
        act(case)
    assert refusal.value.code == code
    assert vars(case) == before


def test_a_filing_of_friday_is_due_on_the_worked_saturday():
    case = scene.opened()
    told = last(case)
    assert isinstance(told, ReviewOpened)
    assert (told.case_id, told.due_at, told.provisional) == ("f1", day(2, 14, 17).replace(minute=30), False)


def test_every_event_takes_the_next_version():
    case = scene.verifying(WANG, ZHAO)
    case.report_verification("属实", True, by(WANG))
    assert kinds(case) == [
        ReviewOpened, ReviewAssigned, VerificationStarted, VerificationTeamFormed, ReviewAccepted]
    assert [version for version, _ in case.happened] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(("who", "code"), [
    (view(PARTY), "review.recused"),
    (view(COLLEAGUE), "review.recused"),
    (view(scene.officer("filer", Role.REVIEWER)), "review.recused"),
    (view(ELSEWHERE), "review.not_a_reviewer"),
    (view(scene.FILER), "review.not_a_reviewer"),
    (view(WANG, active=False), "review.not_a_reviewer"),
])
def test_who_may_not_be_assigned_nor_verify(who, code):
    refused(code, scene.opened(), lambda case: case.assign(who, by(LEAD)))
    refused(code, scene.verifying(), lambda case: case.form_team((view(ZHAO), who), by(LEAD)))


def test_a_lead_with_a_part_steers_nothing_but_may_step_back():
    case, verification = scene.held(), scene.verifying(WANG, ZHAO)
    refused("review.recused", case, lambda it: it.assign(view(ZHAO), by(PARTY_LEAD)))
    refused("review.recused", case, lambda it: it.suspend("等等", by(PARTY_LEAD)))
    refused("review.recused", verification, lambda it: it.extend("复杂", by(PARTY_LEAD)))
    refused("review.recused", verification, lambda it: it.form_team((view(QIAN), view(ZHAO)), by(PARTY_LEAD)))
    refused("review.recused", case, lambda it: it.recuse(
        holder(WANG), RecusalGround.OTHER, "换一个人", by(PARTY_LEAD)))
    case.recuse(holder(PARTY_LEAD), RecusalGround.SELF, "本人参加了集体决策", by(PARTY_LEAD))
    assert case.assignee == holder(WANG)
    assert last(case).unassigned is False


def test_a_recused_lead_steers_nothing_either():
    case = scene.held()
    case.recuse(holder(LEAD), RecusalGround.RELATIVE, "亲属", by(LEAD))
    refused("review.recused", case, lambda it: it.assign(view(ZHAO), by(LEAD)))
    refused("review.recused", case, lambda it: it.recuse(holder(WANG), RecusalGround.OTHER, "换人", by(LEAD)))


def test_a_recused_reviewer_stays_barred_and_the_case_returns_to_the_queue():
    case = scene.held()
    case.recuse(holder(WANG), RecusalGround.RELATIVE, "与报备人是亲属", by(WANG))
    assert isinstance(last(case), ReviewerRecused)
    assert (last(case).unassigned, case.assignee) == (True, None)
    refused("review.recused", case, lambda it: it.assign(view(WANG), by(LEAD)))
    refused("review.recused", case, lambda it: it.recuse(holder(WANG), RecusalGround.OTHER, "再次", by(LEAD)))
    case.assign(view(ZHAO), by(LEAD))
    refused("review.recused", case, lambda it: it.accept("同意", by(WANG)))


def test_a_recusal_needs_its_reason():
    refused("review.reasons_missing", scene.held(), lambda case: case.recuse(
        holder(WANG), RecusalGround.OTHER, "  ", by(WANG)))


def test_the_filer_has_a_part_even_where_nobody_lists_them():
    case = ReviewCase.open(replace(scene.FILING, parties=(), unit=""), by(SYSTEM))
    filer = view(scene.officer("filer", Role.REVIEWER))
    refused("review.recused", case, lambda it: it.assign(filer, by(LEAD)))
    case.assign(view(replace(WANG, unit="")), by(LEAD))  # two who name no unit are not of the same unit


def test_only_the_assignee_decides():
    for act in (lambda case: case.accept("", by(LEAD)), lambda case: case.decline("理由", by(ZHAO)),
                lambda case: case.request_supplement("缺件", by(LEAD))):
        refused("review.not_assigned", scene.held(), act)
        refused("review.not_assigned", scene.opened(), act)
    case = scene.held(LEAD)
    case.accept("", by(LEAD))
    assert (case.state, case.decided_by) == (State.ACCEPTED, "lead")


def test_an_assignee_whose_unit_became_the_filers_does_not_decide():
    moved = replace(WANG, unit=scene.FILERS_UNIT)
    refused("review.recused", scene.held(), lambda case: case.accept("", by(moved)))


@pytest.mark.parametrize("blank", ["", "   ", "\n"])
def test_adverse_steps_need_words(blank):
    refused("review.reasons_missing", scene.held(), lambda case: case.decline(blank, by(WANG)))
    refused("review.reasons_missing", scene.held(), lambda case: case.request_supplement(blank, by(WANG)))
    refused("review.reasons_missing", scene.held(), lambda case: case.suspend(blank, by(WANG)))
    team = scene.verifying(WANG, ZHAO)
    refused("review.reasons_missing", team, lambda case: case.report_verification(blank, True, by(WANG)))
    refused("review.reasons_missing", team, lambda case: case.report_verification(blank, False, by(WANG)))
    refused("review.reasons_missing", team, lambda case: case.extend(blank, by(WANG)))


@pytest.mark.parametrize(("at", "late"), [(day(2, 14, 23), False), (day(2, 15, 0), True)])
def test_late_is_a_matter_of_local_dates(at, late):
    case = scene.held()
    case.accept("同意", by(WANG, at))
    assert last(case) == ReviewAccepted(
        case_id="f1", organ_id=scene.ORGAN, decided_by="wang", decided_by_name="wang某", opinion="同意",
        late=late, decided_at=at)


def test_a_late_preliminary_review_is_not_forgotten_in_verification():
    case = scene.held(colour="yellow")
    case.accept("同意", by(WANG, day(2, 24)))
    case.form_team((view(ZHAO), view(QIAN)), by(LEAD, day(2, 24)))
    case.report_verification("属实", True, by(ZHAO, day(2, 25)))
    assert last(case).late is True


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


def test_an_assignee_who_has_become_a_party_is_recused_by_the_supplement():
    case = scene.awaiting()
    case.take_supplement(scene.supplement(day(2, 24), "wang"), by(SYSTEM, day(2, 24)))
    assert kinds(case)[-2:] == [ReviewerRecused, ReviewResumed]
    assert (case.assignee, last(case).assignee_id) == (None, "")
    assert case.recusals[-1].ground is RecusalGround.INTEREST
    refused("review.recused", case, lambda it: it.assign(view(WANG), by(LEAD)))


def test_once_a_party_always_a_party():
    case = scene.awaiting()
    case.take_supplement(scene.supplement(day(2, 24)), by(SYSTEM, day(2, 24)))
    refused("review.recused", case, lambda it: it.assign(view(PARTY), by(LEAD)))


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
    year = replace(calendar.national[2026], year=2027, holidays={}, workdays={})
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
