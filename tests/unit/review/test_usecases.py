"""Use cases with a fake context: rights, identity asked first, events of other services, new calendars."""

from dataclasses import replace

import pytest

from rongcuo.casework.calendars import BATCH
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
from services.review import usecases
from tests.unit.review import scene
from tests.unit.review.context import FakeContext
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
def context() -> FakeContext:
    context = FakeContext()
    usecases.open_filing_review(context, FILING)
    return context


def assign(officer_id: str) -> AssignReview:
    return AssignReview(command_id="c", case_id="f1", officer_id=officer_id)


ACCEPT = AcceptFiling(command_id="c", case_id="f1", opinion="同意")


def code_of(act) -> str:
    with pytest.raises(CaseError) as refusal:
        act()
    return refusal.value.code


def test_a_reviewer_takes_an_unassigned_case_and_decides(context: FakeContext):
    taken = usecases.assign(context.sit(WANG), assign("wang"))
    assert (taken.assignee_name, taken.state) == ("wang某", ReviewState.PRELIMINARY_REVIEW)
    assert taken.allowed == ("recuse", "accept", "request_supplement", "decline", "suspend")
    done = usecases.accept(context, ACCEPT)
    assert (done.state, done.opinion, done.allowed) == (ReviewState.ACCEPTED, "同意", ())
    assert isinstance(context.told[-1], ReviewAccepted)


def test_a_reviewer_assigns_nobody_else_and_takes_nothing_from_a_colleague(context: FakeContext):
    assert code_of(lambda: usecases.assign(context.sit(WANG), assign("zhao"))) == "forbidden"
    usecases.assign(context.sit(ZHAO), assign("zhao"))
    assert code_of(lambda: usecases.assign(context.sit(WANG), assign("wang"))) == "review.already_assigned"
    usecases.assign(context.sit(LEAD), assign("wang"))
    assert code_of(lambda: usecases.accept(context.sit(ZHAO), ACCEPT)) == "review.not_assigned"


def test_whom_nobody_knows_is_no_reviewer(context: FakeContext):
    assert code_of(lambda: usecases.assign(context.sit(LEAD), assign("ghost"))) == "review.not_a_reviewer"
    assert context.units == 1


def test_an_unreachable_identity_is_said_and_nothing_is_opened(context: FakeContext, monkeypatch):
    def cut(*_):
        raise CaseError("service_unavailable")

    monkeypatch.setattr(context, "ask", cut)
    assert code_of(lambda: usecases.assign(context.sit(LEAD), assign("wang"))) == "service_unavailable"
    assert context.units == 1


@pytest.mark.parametrize(("actor", "code"), [
    (ELSEWHERE, "not_found"), (OPERATOR, "not_found"), (FILER, "forbidden"), (SUPERVISOR, "forbidden"),
    (PARTY, "review.not_assigned"), (COLLEAGUE, "review.recused"),
])
def test_who_is_kept_out(context: FakeContext, actor, code):
    context.sit(actor)
    answers = {code_of(act) for act in (
        lambda: usecases.accept(context, ACCEPT),
        lambda: usecases.decline(context, DeclineFiling(command_id="c", case_id="f1", reasons="不属实")),
        lambda: usecases.suspend(context, SuspendReview(command_id="c", case_id="f1", reason="等")),
    )}
    assert answers <= {code, "forbidden"}
    assert code in answers


def test_an_unknown_case_is_not_found(context: FakeContext):
    unknown = replace(ACCEPT, case_id="f2")
    assert code_of(lambda: usecases.accept(context.sit(LEAD), unknown)) == "not_found"


def test_only_a_lead_recuses_others(context: FakeContext):
    usecases.assign(context.sit(WANG), assign("wang"))
    command = RecuseReviewer(
        command_id="c", case_id="f1", officer_id="wang", ground=RecusalGround.RELATIVE, reason="亲属")
    assert code_of(lambda: usecases.recuse(context.sit(ZHAO), command)) == "forbidden"
    answer = usecases.recuse(context.sit(LEAD), command)
    told = [(each.officer_name, each.ground) for each in answer.recusals]
    assert told == [("wang某", RecusalGround.RELATIVE)]
    assert answer.assignee_id == ""


def test_verification_from_team_to_report():
    context = FakeContext()
    usecases.open_filing_review(context, replace(FILING, colour="yellow"))
    usecases.assign(context.sit(LEAD), assign("wang"))
    assert usecases.accept(context.sit(WANG), ACCEPT).state is ReviewState.VERIFICATION
    team = FormVerificationTeam(command_id="c", case_id="f1", officer_ids=("zhao", "qian", "zhao"))
    assert code_of(lambda: usecases.form_team(context.sit(WANG), team)) == "forbidden"
    assert usecases.form_team(context.sit(LEAD), team).team == ("zhao", "qian")
    pause = usecases.suspend(context, SuspendReview(command_id="c", case_id="f1", reason="等待鉴定"))
    assert pause.deadline is not None
    assert (pause.deadline.suspended, "resume" in pause.allowed) == (True, True)
    assert (pause.deadline.suspended_since, pause.deadline.suspended_because) == (context.now, "等待鉴定")
    runs = usecases.resume(context, ResumeReview(command_id="c", case_id="f1")).deadline
    assert runs is not None
    assert (runs.suspended_since, runs.suspended_because) == (None, "")
    longer = usecases.extend(context, ExtendReview(command_id="c", case_id="f1", reason="复杂"))
    assert longer.deadline is not None
    assert longer.deadline.limit == "10 个工作日，延长 10 个工作日"
    report = ReportVerification(command_id="c", case_id="f1", findings="属实", confirmed=True)
    assert usecases.report_verification(context.sit(ZHAO), report).state is ReviewState.ACCEPTED


def test_the_supplements_due_date_is_shown_while_it_is_awaited(context: FakeContext):
    usecases.assign(context.sit(WANG), assign("wang"))
    command = RequestSupplement(command_id="c", case_id="f1", needed="会议纪要")
    sent = usecases.request_supplement(context, command)
    assert sent.supplement_due_at is not None
    assert sent.supplement_due_at.date() == day(2, 27).date()
    usecases.take_supplement(context.sit(SYSTEM, day(2, 24)), scene.supplement(day(2, 24)))
    assert context.store.get("f1").state is ReviewState.PRELIMINARY_REVIEW


WITHDRAWAL = FilingWithdrawn(
    filing_id="f1", number=FILING.number, reason="不再实施", organ_id=scene.ORGAN, filer_id="filer",
    withdrawn_at=day(2, 14))


def test_a_withdrawal_that_crossed_a_decision_is_noted_once_and_tells_nothing(context: FakeContext):
    usecases.assign(context.sit(WANG), assign("wang"))
    usecases.accept(context, ACCEPT)
    told = list(context.told)
    usecases.close(context.sit(SYSTEM, day(2, 14)), WITHDRAWAL)
    kept = context.store.get("f1")
    assert (kept.state, context.told) == (ReviewState.ACCEPTED, told)
    assert [entry.what for entry in kept.history].count("withdrawal_after_end") == 1


def test_a_decision_that_comes_after_the_withdrawal_is_refused(context: FakeContext):
    usecases.assign(context.sit(WANG), assign("wang"))
    usecases.close(context.sit(SYSTEM, day(2, 14)), WITHDRAWAL)
    assert code_of(lambda: usecases.accept(context.sit(WANG), ACCEPT)) == "review.move_not_allowed"


class Almanac:
    """The same packs with another calendar."""

    def __init__(self, calendar) -> None:
        self._calendar = calendar

    pack_by_id = staticmethod(scene.RULES.pack_by_id)

    def calendar(self, _: str):
        return self._calendar


def test_a_new_calendar_moves_all_open_cases_in_small_transactions():
    context = FakeContext()
    for number in range(BATCH * 2 + 1):
        usecases.open_filing_review(context, replace(FILING, filing_id=f"f{number}"))
    opened = context.units
    usecases.follow_calendars(context)
    assert context.units == opened
    context.rules = Almanac(scene.without(scene.RULES.calendar(scene.DIVISION), day(2, 14)))
    usecases.follow_calendars(context)
    moved = [told for told in context.told if isinstance(told, DeadlineMoved)]
    assert (len(moved), context.units - opened) == (101, 3)
    assert {told.due_at.date() for told in moved} == {day(2, 24).date()}
    usecases.follow_calendars(context)
    assert context.units - opened == 3


def test_a_dismissed_officer_can_still_be_recused(context: FakeContext):
    context.officers = tuple(replace(each, active=each.officer_id != "wang") for each in context.officers)
    command = RecuseReviewer(
        command_id="c", case_id="f1", officer_id="wang", ground=RecusalGround.OTHER, reason="已调离")
    assert usecases.recuse(context.sit(LEAD), command).recusals[0].officer_id == "wang"


def test_one_with_both_roles_may_take_and_assign(context: FakeContext):
    both = scene.officer("both", Role.REVIEWER, Role.LEAD)
    context.officers += (scene.view(both),)
    assert usecases.assign(context.sit(both), assign("zhao")).assignee_id == "zhao"
    assert usecases.assign(context, assign("both")).assignee_id == "both"
