"""Filing as a running service, beside identity and review: calls, events, and both at the same moment."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import eventlet
import pytest

from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.host import ServiceHost, hosted
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import (
    FilingContent,
    FilingQuery,
    FilingState,
    FilingView,
    Receipt,
    SubmitFiling,
    WithdrawFiling,
)
from rongcuo.contracts.filing.operations import DRAFT, FILING, FUNNEL, OPEN_MATTERS, PAGE, SUBMIT, WITHDRAW
from rongcuo.contracts.operation import Operation
from rongcuo.contracts.review import AcceptFiling, AssignReview, CaseQuery, CaseView, ReviewState
from rongcuo.contracts.review.operations import ACCEPT, ASSIGN, CASE
from rongcuo.contracts.serialisation import dump
from services.filing.service import FilingService
from services.identity.service import IdentityService
from services.review.service import ReviewService
from tests.integration.front_door import FrontDoor, calls_of, provider_of
from tests.integration.services.enrolling import enrolled
from tests.patience import CALL, OF_CALLS, OF_DATABASE
from tests.unit.filing.people import FILER, REVIEWER, STRANGER, content


class County:
    """Three services, and people who call them."""

    def __init__(self, host: ServiceHost) -> None:
        self.host = host
        self.reviewer = replace(REVIEWER, officer_id=self.enrolled(REVIEWER))

    def provider(self, service: str) -> Any:
        return provider_of(self.host, service)

    def ask(self, by: Actor, operation: Operation[Any, Any], question: Any) -> Any:
        return calls_of(self.host).ask(CallContext(by, uuid4().hex, time.time() + CALL), operation, question)

    def call(self, by: Actor, operation: Operation[Any, Any], payload: dict[str, Any]) -> dict[str, Any]:
        return calls_of(self.host).call(CallContext(by, uuid4().hex, time.time() + CALL), operation, payload)

    def enrolled(self, officer: Actor) -> str:
        return enrolled(self.ask, officer.officer_id, officer.name, officer.organ_id, tuple(officer.roles),
                        officer.unit).officer_id

    def submit(self, what: FilingContent) -> Receipt:
        return self.ask(FILER, SUBMIT, SubmitFiling(command_id=uuid4().hex, content=what))

    def filing(self, filing_id: str, by: Actor = FILER) -> FilingView:
        return self.ask(by, FILING, FilingQuery(filing_id=filing_id))

    def case(self, case_id: str) -> CaseView | None:
        try:
            return self.ask(self.reviewer, CASE, CaseQuery(case_id=case_id))
        except CaseError as error:
            if error.code != "not_found":
                raise
        return None

    def take(self, case_id: str) -> None:
        until(lambda: self.case(case_id))
        command = AssignReview(command_id=uuid4().hex, case_id=case_id, officer_id=self.reviewer.officer_id)
        self.ask(self.reviewer, ASSIGN, command)

    def accept(self, case_id: str) -> None:
        command = AcceptFiling(command_id=uuid4().hex, case_id=case_id)
        self.ask(self.reviewer, ACCEPT, command)

    def withdraw(self, filing_id: str) -> None:
        command = WithdrawFiling(command_id=uuid4().hex, filing_id=filing_id, reason="情况有变")
        self.ask(FILER, WITHDRAW, command)

    def quiet(self) -> bool:
        """Everything told has been sent and heard."""
        return not any(self.provider(name).runtime.outbox.backlog() for name in ("filing", "review"))

    def dead_letters(self) -> list[Any]:
        return [letter for name in ("filing", "review")
                for letter in self.provider(name).runtime.dead_letters.list().rows]


def until(condition: Callable[[], Any]) -> None:
    with eventlet.Timeout(60, exception=False):
        while not condition():
            eventlet.sleep(0.02)
    assert condition()


@pytest.fixture
def county(tmp_path: Path) -> Iterator[County]:
    config = Config(mode="test", data_dir=tmp_path, bus_url=f"embedded://{uuid4().hex}",
                    retry_delays=(0.1, 0.2), outbox_poll=0.05, **OF_DATABASE, **OF_CALLS)
    with hosted((IdentityService, FilingService, ReviewService, FrontDoor), config) as host:
        yield County(host)


def test_a_filing_is_accepted_by_review_and_enters_the_register(county: County) -> None:
    receipt = county.submit(content(act_from=None, act_until=None))
    county.take(receipt.filing_id)
    county.accept(receipt.filing_id)
    until(lambda: county.filing(receipt.filing_id).state is FilingState.ACCEPTED)
    view = county.filing(receipt.filing_id)
    assert view.register_number.startswith("530125-B-")
    assert (view.whitelisted, view.history[-1].actor_name) == (True, REVIEWER.name)
    assert county.dead_letters() == []


def test_withdrawn_and_accepted_in_the_same_moment_leaves_no_message_behind(county: County) -> None:
    receipts = [county.submit(content(title=f"事项{n}", act_from=None, act_until=None)) for n in range(4)]
    for receipt in receipts:
        county.take(receipt.filing_id)
    acts = [act for receipt in receipts for act in (county.accept, county.withdraw)]
    ids = [receipt.filing_id for receipt in receipts for _ in range(2)]
    for thread in [eventlet.spawn(_tried, act, filing_id) for act, filing_id in zip(acts, ids, strict=True)]:
        thread.wait()
    until(county.quiet)
    closed = {FilingState.ACCEPTED, FilingState.WITHDRAWN}
    until(lambda: {county.filing(filing_id).state for filing_id in ids} <= closed)
    until(lambda: all(case and case.state in {ReviewState.ACCEPTED, ReviewState.CLOSED}
                      for case in map(county.case, ids)))
    assert county.dead_letters() == []


def _tried(act: Callable[[str], None], filing_id: str) -> str:
    try:
        act(filing_id)
    except CaseError as error:
        return error.code
    return ""


@pytest.mark.parametrize(("operation", "body", "code"), [
    (SUBMIT, {"command_id": "c"}, "filing.incomplete"),
    (SUBMIT, {"command_id": "c", "content": []}, "invalid"),
    (SUBMIT, {"command_id": "c", "content": {"title": "长" * 201}}, "invalid"),
    (DRAFT, {"command_id": "c", "content": {"situation": "nonsense"}}, "filing.unknown_situation"),
    (DRAFT, {"content": {}}, "invalid"),
    (WITHDRAW, {"command_id": "c", "filing_id": "nobody", "reason": "x"}, "not_found"),
    (FILING, {"filing_id": "nobody"}, "not_found"),
    (PAGE, {"cursor": "garbage"}, "invalid"),
    (FUNNEL, {"division_code": "999999"}, "policy.unknown_division"),
    (OPEN_MATTERS, {}, "forbidden"),
    (replace(PAGE, method="expire"), {}, "not_found"),
])
def test_bad_input_is_answered_with_a_code(
        county: County, operation: Operation[Any, Any], body: dict[str, Any], code: str) -> None:
    with pytest.raises(CaseError) as refusal:
        county.call(FILER, operation, body)
    assert refusal.value.code == code


def test_a_command_sent_again_is_answered_again_and_not_done_twice(county: County) -> None:
    command = {"command_id": "once", "content": dump(content(act_from=None, act_until=None))}
    first, again = (county.call(FILER, SUBMIT, command) for _ in range(2))
    assert first == again
    other = {**command, "content": {**command["content"], "title": "另一件事"}}
    with pytest.raises(CaseError, match="command_reused"):
        county.call(FILER, SUBMIT, other)
    assert county.call(STRANGER, SUBMIT, other)["number"] != first["number"]
