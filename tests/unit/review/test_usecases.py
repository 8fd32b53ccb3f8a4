"""Use cases with a fake desk: rights, identity asked first, events of other services, new calendars."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingWithdrawn
from rongcuo.contracts.review import (
    AcceptFiling,
    AssignReview,
    DeadlineMoved,
    DeclineFiling,
    ExtendReview,
    FormVerificationTeam,
    RecusalGround,
    RecuseReviewer,
    ReportVerification,
    RequestSupplement,
    ResumeReview,
    ReviewAccepted,
    ReviewState,
    SuspendReview,
)
from services.review.usecases import calendars
from services.review.usecases import filings as usecases
from tests.unit.review import scene
from tests.unit.review.desk import FakeDesk
from tests.unit.review.scene import (
    COLLEAGUE,
    ELSEWHERE,
    FILER,
    FILING,
    LEAD,
    OPERATOR,
    PARTY,
    SUPERVISOR,
    WANG,
    ZHAO,
    day,
)


@pytest.fixture
def desk() -> FakeDesk:
    desk = FakeDesk()
    usecases.open_filing_review(desk, FILING)
    return desk


def assign(officer_id: str) -> AssignReview:
    return AssignReview(command_id="c", case_id="f1", officer_id=officer_id)


ACCEPT = AcceptFiling(command_id="c", case_id="f1", opinion="同意")


def code_of(act) -> str:
    with pytest.raises(CaseError) as refusal:
        act()
    return refusal.value.code


def test_a_reviewer_takes_an_unassigned_case_and_decides(desk: FakeDesk):
    taken = usecases.assign(desk.sit(WANG), assign("wang"))
    assert (taken.assignee_name, taken.state) == ("wang某", ReviewState.PRELIMINARY_REVIEW)
    assert taken.allowed == ("recuse", "accept", "request_supplement", "decline", "suspend")
    done = usecases.accept(desk, ACCEPT)
    assert (done.state, done.opinion, done.allowed) == (ReviewState.ACCEPTED, "同意", ())
    assert isinstance(desk.told[-1], ReviewAccepted)


def test_a_reviewer_assigns_nobody_else_and_takes_nothing_from_a_colleague(desk: FakeDesk):
    assert code_of(lambda: usecases.assign(desk.sit(WANG), assign("zhao"))) == "forbidden"
    usecases.assign(desk.sit(ZHAO), assign("zhao"))
    assert code_of(lambda: usecases.assign(desk.sit(WANG), assign("wang"))) == "review.already_assigned"
    usecases.assign(desk.sit(LEAD), assign("wang"))
    assert code_of(lambda: usecases.accept(desk.sit(ZHAO), ACCEPT)) == "review.not_assigned"


def test_whom_nobody_knows_is_no_reviewer(desk: FakeDesk):
    assert code_of(lambda: usecases.assign(desk.sit(LEAD), assign("ghost"))) == "review.not_a_reviewer"
    assert desk.units == 1


def test_an_unreachable_identity_is_said_and_nothing_is_opened(desk: FakeDesk, monkeypatch):
    def cut(*_):
        raise CaseError("service_unavailable")

    monkeypatch.setattr(desk, "ask", cut)
    assert code_of(lambda: usecases.assign(desk.sit(LEAD), assign("wang"))) == "service_unavailable"
    assert desk.units == 1


@pytest.mark.parametrize(("actor", "code"), [
    (ELSEWHERE, "not_found"), (OPERATOR, "not_found"), (FILER, "forbidden"), (SUPERVISOR, "forbidden"),
    (PARTY, "review.not_assigned"), (COLLEAGUE, "review.recused"),
])
def test_who_is_kept_out(desk: FakeDesk, actor, code):
    desk.sit(actor)
    answers = {code_of(act) for act in (
        lambda: usecases.accept(desk, ACCEPT),
        lambda: usecases.decline(desk, DeclineFiling(command_id="c", case_id="f1", reasons="不属实")),
        lambda: usecases.suspend(desk, SuspendReview(command_id="c", case_id="f1", reason="等")),
    )}
    assert answers <= {code, "forbidden"}
    assert code in answers


def test_an_unknown_case_is_not_found(desk: FakeDesk):
    unknown = replace(ACCEPT, case_id="f2")
    assert code_of(lambda: usecases.accept(desk.sit(LEAD), unknown)) == "not_found"


def test_only_a_lead_recuses_others(desk: FakeDesk):
    usecases.assign(desk.sit(WANG), assign("wang"))
    command = RecuseReviewer(
        command_id="c", case_id="f1", officer_id="wang", ground=RecusalGround.RELATIVE, reason="亲属")
    assert code_of(lambda: usecases.recuse(desk.sit(ZHAO), command)) == "forbidden"
    answer = usecases.recuse(desk.sit(LEAD), command)
    told = [(each.officer_name, each.ground) for each in answer.recusals]
    assert told == [("wang某", RecusalGround.RELATIVE)]
    assert answer.assignee_id == ""


def test_verification_from_team_to_report():
    desk = FakeDesk()
    usecases.open_filing_review(desk, replace(FILING, colour="yellow"))
    usecases.assign(desk.sit(LEAD), assign("wang"))
    assert usecases.accept(desk.sit(WANG), ACCEPT).state is ReviewState.VERIFICATION
    team = FormVerificationTeam(command_id="c", case_id="f1", officer_ids=("zhao", "qian", "zhao"))
    assert code_of(lambda: usecases.form_team(desk.sit(WANG), team)) == "forbidden"
    assert usecases.form_team(desk.sit(LEAD), team).team == ("zhao", "qian")
    pause = usecases.suspend(desk, SuspendReview(command_id="c", case_id="f1", reason="等待鉴定"))
    assert pause.deadline is not None
    assert (pause.deadline.suspended, "resume" in pause.allowed) == (True, True)
    usecases.resume(desk, ResumeReview(command_id="c", case_id="f1"))
    longer = usecases.extend(desk, ExtendReview(command_id="c", case_id="f1", reason="复杂"))
    assert longer.deadline is not None
    assert longer.deadline.limit == "10 个工作日，延长 10 个工作日"
    report = ReportVerification(command_id="c", case_id="f1", findings="属实", confirmed=True)
    assert usecases.report_verification(desk.sit(ZHAO), report).state is ReviewState.ACCEPTED


def test_the_supplements_due_date_is_shown_while_it_is_awaited(desk: FakeDesk):
    usecases.assign(desk.sit(WANG), assign("wang"))
    command = RequestSupplement(command_id="c", case_id="f1", needed="会议纪要")
    sent = usecases.request_supplement(desk, command)
    assert sent.supplement_due_at is not None
    assert sent.supplement_due_at.date() == day(2, 27).date()
    usecases.take_supplement(desk.sit(SYSTEM, day(2, 24)), scene.supplement(day(2, 24)))
    assert desk.store.get("f1").state is ReviewState.PRELIMINARY_REVIEW


WITHDRAWAL = FilingWithdrawn(
    filing_id="f1", number=FILING.number, reason="不再实施", organ_id=scene.ORGAN, filer_id="filer",
    withdrawn_at=day(2, 14))


def test_a_withdrawal_that_crossed_a_decision_is_noted_once_and_tells_nothing(desk: FakeDesk):
    usecases.assign(desk.sit(WANG), assign("wang"))
    usecases.accept(desk, ACCEPT)
    told = list(desk.told)
    usecases.close(desk.sit(SYSTEM, day(2, 14)), WITHDRAWAL)
    kept = desk.store.get("f1")
    assert (kept.state, desk.told) == (ReviewState.ACCEPTED, told)
    assert [entry.what for entry in kept.history].count("withdrawal_after_end") == 1


def test_a_decision_that_comes_after_the_withdrawal_is_refused(desk: FakeDesk):
    usecases.assign(desk.sit(WANG), assign("wang"))
    usecases.close(desk.sit(SYSTEM, day(2, 14)), WITHDRAWAL)
    assert code_of(lambda: usecases.accept(desk.sit(WANG), ACCEPT)) == "review.move_not_allowed"


class Almanac:
    """The same packs with another calendar."""

    def __init__(self, calendar) -> None:
        self._calendar = calendar

    pack_by_id = staticmethod(scene.RULES.pack_by_id)

    def calendar(self, _: str):
        return self._calendar


def test_a_new_calendar_moves_all_open_cases_in_small_transactions():
    desk = FakeDesk()
    for number in range(calendars.BATCH * 2 + 1):
        usecases.open_filing_review(desk, replace(FILING, filing_id=f"f{number}"))
    opened = desk.units
    calendars.follow_calendars(desk)
    assert desk.units == opened
    desk.rules = Almanac(scene.without(scene.RULES.calendar(scene.DIVISION), day(2, 14)))
    calendars.follow_calendars(desk)
    moved = [told for told in desk.told if isinstance(told, DeadlineMoved)]
    assert (len(moved), desk.units - opened) == (101, 3)
    assert {told.due_at.date() for told in moved} == {day(2, 24).date()}
    calendars.follow_calendars(desk)
    assert desk.units - opened == 3


def test_a_dismissed_officer_can_still_be_recused(desk: FakeDesk):
    desk.officers = tuple(replace(each, active=each.officer_id != "wang") for each in desk.officers)
    command = RecuseReviewer(
        command_id="c", case_id="f1", officer_id="wang", ground=RecusalGround.OTHER, reason="已调离")
    assert usecases.recuse(desk.sit(LEAD), command).recusals[0].officer_id == "wang"


def test_one_with_both_roles_may_take_and_assign(desk: FakeDesk):
    both = scene.officer("both", Role.REVIEWER, Role.LEAD)
    desk.officers += (scene.view(both),)
    assert usecases.assign(desk.sit(both), assign("zhao")).assignee_id == "zhao"
    assert usecases.assign(desk, assign("both")).assignee_id == "both"
