"""A request that waits is a task of the leads who answer it; whoever asked hears that there is a result."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rongcuo.contracts.county import ApprovalKind, ApprovalOutcome, ApprovalState
from rongcuo.contracts.province import ApprovalAsked
from rongcuo.contracts.province.line import ApprovalAnswered
from rongcuo.policy.divisions import PROVINCE
from services.county.domain import Approval as AtNode
from services.notify.domain.on_filing_events import hear
from services.notify.domain.tracked_case import TrackedCase
from services.notify.wording import body_of, subject_of
from services.province.domain import Approval as AtHub
from tests.unit.county.test_approval import LEAD, NOW, asked, says

SECRET = "张三举报李四"
ASKED = ApprovalAsked(request_id="r1", kind=ApprovalKind.TRACING, division_code="530125", summary=SECRET,
                      due_on=date(2026, 3, 9), asked_at=NOW)


def at_node() -> AtNode:
    return AtNode.asked_by_other(ASKED, "p")


def at_hub() -> AtHub:
    found = AtHub.ask("530125", ASKED, "p")
    found.wait_here()
    return found


def heard(request: Any, case: TrackedCase) -> list[Any]:
    return [told for _, event in request.take_events() for told in hear(case, event, NOW)]


@pytest.mark.parametrize("request_of", [at_node, at_hub])
def test_the_leads_who_answer_have_a_task_with_its_day_and_no_word_of_it(request_of: Any) -> None:
    request = request_of()
    case = TrackedCase(request.id)
    [told] = heard(request, case)
    assert case.task is not None
    assert (case.task.holders, case.task.due_at.date(), told.to) == (
        ("530100/lead",), date(2026, 3, 9), ("530100/lead",))
    assert SECRET not in subject_of(told) + body_of(told)
    request.answer(*((says(ApprovalOutcome.GIVEN), replace(LEAD, organ_id="530100"), NOW)
                     if isinstance(request, AtNode) else (ApprovalOutcome.GIVEN, "", "530100", NOW)))
    assert heard(request, case) == []
    assert case.task is None


def test_of_who_is_managed_by_the_province_its_leads_have_the_task() -> None:
    request = AtHub.ask("530125", replace(ASKED, provincial=True), "p")
    request.wait_here()
    assert request.standing().holders == (f"{PROVINCE}/lead",)


@pytest.mark.parametrize("request_of", [at_node, at_hub])
def test_what_is_withdrawn_or_comes_to_its_day_is_no_task_any_more(request_of: Any) -> None:
    withdrawn, expired = request_of(), request_of()
    withdrawn.withdrawn(NOW) if isinstance(withdrawn, AtNode) else withdrawn.withdraw(NOW)
    expired.expire(NOW.replace(month=4))
    for request, state in ((withdrawn, "withdrawn"), (expired, "expired")):
        case = TrackedCase(request.id)
        heard(request, case)
        assert (request.state, case.task) == (ApprovalState(state).value, None)


def test_whoever_asked_hears_once_that_there_is_a_result_and_has_no_task() -> None:
    request = asked()
    case = TrackedCase(request.id)
    answer = ApprovalAnswered(request_id="r1", outcome=ApprovalOutcome.GIVEN, by="530100", reason=SECRET,
                              at=NOW)
    request.take_answer(answer, NOW)
    request.take_answer(answer, NOW)
    [told] = heard(request, case)
    assert (told.to, case.task) == (("lead",), None)
    assert SECRET not in subject_of(told) + body_of(told)
