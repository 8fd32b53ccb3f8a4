"""A request for the word of the organ above: the first end stands, whatever comes after it."""

from datetime import date, timedelta

import pytest

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.county import (
    AnswerRequest,
    ApprovalKind,
    ApprovalOutcome,
    ApprovalState,
    AskApproval,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province.line import ApprovalAnswered, ApprovalAsked
from services.county.domain import Approval
from tests.unit.insight.events import at

NOW = at(3, 2)
LEAD = Actor("lead", "孙正", "530125", "530125", "", frozenset({Role.LEAD}))
ABOVE = Actor("above", "郑平", "530100", "530100", "", frozenset({Role.LEAD}))


def asked(due_on: date = date(2026, 3, 9)) -> Approval:
    return Approval.ask("r1", AskApproval(
        command_id="c", kind=ApprovalKind.EXTENSION, summary="需要延长", due_on=due_on), LEAD, NOW)


def answer(outcome: ApprovalOutcome = ApprovalOutcome.GIVEN) -> ApprovalAnswered:
    return ApprovalAnswered(request_id="r1", outcome=outcome, by="530100", at=NOW)


def below() -> Approval:
    return Approval.asked_by_other(ApprovalAsked(
        request_id="r1", kind=ApprovalKind.EXTENSION, division_code="530125", summary="需要延长",
        due_on=date(2026, 3, 9), asked_at=NOW))


def says(outcome: ApprovalOutcome, reason: str = "") -> AnswerRequest:
    return AnswerRequest(command_id="c", approval_id="r1", outcome=outcome, reason=reason)


def test_an_answer_in_time_is_told_once() -> None:
    request = asked()
    request.sent()
    for _ in range(2):
        request.take_answer(answer(), NOW)
    assert (request.state, len(request.happened), request.late_outcome) == (ApprovalState.GIVEN, 1, None)


def test_a_second_answer_that_differs_changes_nothing_and_is_shown() -> None:
    request = asked()
    request.take_answer(answer(), NOW)
    request.take_answer(answer(ApprovalOutcome.REFUSED), NOW)
    assert (request.state, request.late_outcome) == (ApprovalState.GIVEN, ApprovalOutcome.REFUSED)


def test_on_its_last_day_it_can_be_answered_and_the_day_after_it_cannot() -> None:
    day = NOW.date()
    on_the_day, after = asked(day), asked(day)
    on_the_day.take_answer(answer(), NOW)
    after.take_answer(answer(), NOW + timedelta(days=1))
    assert (on_the_day.state, after.state) == (ApprovalState.GIVEN, ApprovalState.EXPIRED)
    assert after.late_outcome is ApprovalOutcome.GIVEN
    assert [event.outcome for _, event in after.happened] == [ApprovalOutcome.EXPIRED]


def test_it_does_not_expire_before_its_day_is_over() -> None:
    request = asked(NOW.date())
    request.expire(NOW)
    assert request.open


@pytest.mark.parametrize(("act", "code"), [
    (lambda request: request.answer(says(ApprovalOutcome.EXPIRED), ABOVE, NOW), "county.no_answer"),
    (lambda request: request.answer(says(ApprovalOutcome.REFUSED, " "), ABOVE, NOW),
     "county.reason_wanted"),
    (lambda request: request.answer(says(ApprovalOutcome.GIVEN), ABOVE, NOW + timedelta(days=8)),
     "county.request_over"),
])
def test_an_organ_above_answers_in_time_and_says_why(act, code: str) -> None:
    with pytest.raises(CaseError) as refusal:
        act(below())
    assert refusal.value.code == code


def test_what_is_asked_of_us_is_of_the_organ_above_and_ends_when_it_is_withdrawn() -> None:
    request = below()
    assert (request.organ_id, request.asked_of_us) == ("530100", True)
    request.withdrawn(NOW)
    assert request.state is ApprovalState.WITHDRAWN
    request = below()
    request.answer(says(ApprovalOutcome.GIVEN), ABOVE, NOW)
    request.withdrawn(NOW)
    assert request.state is ApprovalState.GIVEN


def test_a_day_that_is_over_cannot_be_asked_for() -> None:
    with pytest.raises(CaseError, match=r"county\.due_already"):
        asked(date(2026, 3, 1))
