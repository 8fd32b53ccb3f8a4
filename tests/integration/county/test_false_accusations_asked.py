"""An inquiry of a node whose approving organ is on another: it asks by itself, and the answer passes its
gates as an officer there would."""

import json
from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import select

from rongcuo.chassis.database.tables import outbox
from rongcuo.chassis.triggers import ReceivedEvent, Tick
from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import Bearing, Element, Factor, ManagedBy, ReportOutcome
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.county import ApprovalAnswered, ApprovalOutcome, ApprovalsQuery, operations
from rongcuo.contracts.events import load_event
from rongcuo.contracts.province.line import ApprovalAnswered as OnLine
from rongcuo.contracts.province.line import Down, Up
from rongcuo.policy.calendar import ZONE
from services.clarify.usecases import false_accusations, heeding, on_line
from services.clarify.views import false_accusations as questions
from services.county import views
from services.county.usecases import approvals
from tests.integration.county.hub import Hub, Node, lead
from tests.unit.clarify import scene
from tests.unit.clarify.scene import RECEIVED_AT, ZHAO
from tests.unit.clarify_procedures import accusation_scene
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.clarification_scene import PAPER
from tests.unit.clarify_procedures.desk import Desk

GIVEN, REFUSED = ApprovalOutcome.GIVEN, ApprovalOutcome.REFUSED
ABOVE, PROVINCE = "530100", "530000"
MIDWAY = RECEIVED_AT + timedelta(days=20)


class House:
    """clarify and county of one node, and what passes between them in place of a bus."""

    def __init__(self, desk: Desk, node: Node, hub: Hub) -> None:
        self.desk, self.node, self.hub = desk, node, hub
        self.desk.officers = tuple(each for each in desk.officers if each.organ_id == scene.ORGAN)
        self._heard, self._read, self._calls = 0, 0, 0
        node.shop.time = SimpleNamespace(now=lambda: desk.now)    # type: ignore[assignment]

    def moved(self) -> None:
        """What clarify told since, is heard by county; the line is exchanged."""
        fresh = self.desk.told[self._heard:]
        self._heard = len(self.desk.told)
        for event in fresh:
            if isinstance(event, contract.FalseAccusationMoved | contract.FalseAccusationFound
                          | contract.FalseAccusationEnded):
                self._heed(event.standing.matter_id)
        self.node.exchange()

    def told(self) -> None:
        """What county told since, is heard by clarify, and by itself."""
        self.node.exchange()
        with self.node.shop.database.reading() as session:
            rows = session.execute(select(outbox.c.type_name, outbox.c.body).order_by(outbox.c.seq)).all()
        fresh, self._read = rows[self._read:], len(rows)
        for name, body in fresh:
            event = load_event(name, _data(body))
            if isinstance(event, ApprovalAnswered):
                self._bridge(lambda this=event: on_line.take_word(self.desk.sit(SYSTEM), this))
                self._heed(event.asked_for)
        self.moved()

    def answers(self, outcome: ApprovalOutcome, reason: str = "", by: str = ABOVE, officer_id: str = "k.li",
                which: int = -1) -> None:
        self.hub.send(Down.APPROVAL_ANSWERED, OnLine(
            request_id=self.asked[which]["request_id"], outcome=outcome, reason=reason, by=by,
            officer_id=officer_id, at=self.desk.now))
        self.told()

    @property
    def asked(self) -> list[dict[str, Any]]:
        return self.hub.book.bodies(Up.APPROVAL_ASKED)

    @property
    def withdrawn(self) -> list[str]:
        return [each["request_id"] for each in self.hub.book.bodies(Up.APPROVAL_WITHDRAWN)]

    @property
    def steps(self) -> list[str]:
        return [entry.what for entry in self.desk.inquiry.history]

    def gives(self, actor: Any, usecase: Any, kind: type[Any], **rest: Any) -> None:
        self.desk.give(actor, usecase, kind, self.desk.inquiry.id, **rest)
        self.moved()

    def requested(self, managed_by: ManagedBy = ManagedBy.COUNTY) -> "House":
        at.suspected(self.desk, managed_by)
        self.gives(ZHAO, false_accusations.request_beginning, contract.RequestBeginning,
                   grounds="张三的截图系伪造")
        return self

    def sent_up(self) -> None:
        """Weighed, heard, served, answered, and sent up with the file."""
        self.gives(ZHAO, false_accusations.add_evidence, contract.AddAccusationEvidence, title="鉴定意见",
                   attachments=(PAPER,))
        [evidence] = self.desk.inquiry.proof.evidence
        for element, factor in product(Element, Factor):
            weighing = accusation_scene.weighing(element, factor, Bearing.PROVES, evidence.evidence_id)
            self.gives(ZHAO, false_accusations.weigh, contract.WeighFactor, weighing=weighing)
        self.gives(ZHAO, false_accusations.ask_reporter, contract.AskReporter, question="来源和依据")
        self.desk.wrote()
        self.gives(ZHAO, false_accusations.record_hearing, contract.RecordReporterHearing, source="他人转来",
                   basis="没有其他依据")
        at.confirmed(self.desk)
        self.gives(ZHAO, false_accusations.serve_draft, contract.ServeDraftFinding,
                   draft=accusation_scene.DRAFT)
        self.desk.read()
        self.desk.now = MIDWAY
        self.desk.wrote()
        self.gives(ZHAO, false_accusations.answer_draft, contract.RecordDraftAnswer, words="不服",
                   considered="已核")
        at.confirmed(self.desk)
        file = contract.FindingFile(
            review_opinion="事实清楚", committee_on=MIDWAY.date(), attachments=(PAPER,))
        self.gives(ZHAO, false_accusations.request_finding, contract.RequestFinding, file=file)

    def _heed(self, case_id: str) -> None:
        self._calls += 1
        trigger = ReceivedEvent("clarify.events--county", f"e{self._calls}", case_id, self._calls, True)
        context = self.node.shop.context(trigger, SYSTEM, ask=self._of_clarify)
        approvals.heed(context, case_id, self.node.this)

    def _of_clarify(self, _operation: Any, question: Any) -> Any:
        return questions.approval_wanted(self.desk.sit(SYSTEM), question)

    def _bridge(self, act: Any) -> None:
        ask = self.desk.ask

        def asked(operation: Any, question: Any) -> Any:
            if operation is operations.ANSWER:
                return self.node.sees(views.answer, question, SYSTEM)
            return ask(operation, question)
        self.desk.ask = asked       # type: ignore[method-assign]
        try:
            act()
        finally:
            self.desk.ask = ask     # type: ignore[method-assign]


def _data(body: str) -> Any:
    envelope = json.loads(body)
    return envelope.get("data", envelope)


@pytest.fixture
def house(node: Node, hub: Hub) -> Iterator[House]:
    with at.opened() as desk:
        yield House(desk, node, hub)


def test_both_gates_are_passed_by_answers_from_the_hub_of_two_people(house: House) -> None:
    [asked] = house.requested().asked
    assert (asked["kind"], asked["division_code"], asked["provincial"]) == (
        "false_accusation_begin", scene.ORGAN, False)
    assert house.desk.inquiry.state is State.BEGIN_APPROVAL
    house.answers(GIVEN, "同意启动")
    assert house.desk.inquiry.state is State.INQUIRY
    house.sent_up()
    assert [each["kind"] for each in house.asked] == ["false_accusation_begin", "false_accusation_find"]
    house.answers(GIVEN, "同意认定")       # by whom it was begun
    assert (house.desk.inquiry.state, house.steps[-1]) == (State.FINDING_APPROVAL, "word_without_effect")
    assert [each["kind"] for each in house.asked][2:] == ["false_accusation_find"]
    house.answers(GIVEN, "同意认定", officer_id="k.wang")
    assert house.desk.inquiry.state is State.FOUND
    assert [(each.organ_id, each.by, each.reasons) for each in house.desk.inquiry.approvals] == [
        (ABOVE, "k.li", "同意启动"), (ABOVE, "k.wang", "同意认定")]
    assert (len(house.asked), house.withdrawn) == (3, [])


def test_an_answer_that_is_told_twice_passes_one_gate(house: House) -> None:
    house.requested().answers(GIVEN)
    house.answers(GIVEN)
    house.answers(REFUSED, "不同意", officer_id="k.wang")
    assert (house.desk.inquiry.state, len(house.desk.inquiry.approvals)) == (State.INQUIRY, 1)
    assert house.steps[-1] == "word_late"


def test_what_goes_up_has_no_name_and_no_word_that_anybody_wrote(house: House) -> None:
    house.requested()
    [entry] = [each for each in house.hub.book.entries if each.kind == Up.APPROVAL_ASKED]
    case, report = house.desk.inquiry, house.desk.report
    secret = {case.grounds, case.title, case.pseudonym, case.reporter_ref, case.report_id, case.id,
              *(each.name for each in case.concerned), *(each.unit for each in case.concerned),
              *(each.text for each in report.allegations), ZHAO.officer_id, ZHAO.name}
    assert [each for each in secret if len(each) > 1 and each in entry.body] == []
    assert set(json.loads(entry.body)) == {"request_id", "kind", "division_code", "provincial", "case_number",
                                           "summary", "due_on", "asked_at"}


def test_the_request_stands_in_no_list_of_the_asking_organ(house: House) -> None:
    house.requested()
    assert house.node.sees(views.approvals_page, ApprovalsQuery(), lead(scene.ORGAN)).lines == ()


def test_of_who_is_managed_by_the_province_the_province_is_asked(house: House) -> None:
    house.requested(ManagedBy.PROVINCE)
    assert [each["provincial"] for each in house.asked] == [True]
    house.answers(GIVEN, by=ABOVE)
    assert (house.desk.inquiry.state, house.steps[-1]) == (State.BEGIN_APPROVAL, "word_without_effect")
    house.answers(GIVEN, by=PROVINCE)
    assert house.desk.inquiry.state is State.INQUIRY


def test_a_refusal_ends_it_with_its_reasons(house: House) -> None:
    house.requested().answers(REFUSED, "证据不足")
    assert (house.desk.inquiry.state, house.desk.inquiry.ending) == (State.NOT_BEGUN, "证据不足")
    assert house.withdrawn == []


def test_an_inquiry_that_ends_meanwhile_withdraws_its_request_and_a_late_answer_is_only_shown(
        house: House) -> None:
    house.requested()
    case = house.desk.inquiry
    case.heed_outcome(ReportOutcome.MISTAKEN, heeding.FOUND_OTHERWISE, accusation_scene.by(
        SYSTEM, house.desk.now))
    with house.desk.unit() as unit:
        unit.commit(case)
    house.moved()
    assert house.withdrawn == [house.asked[0]["request_id"]]
    house.answers(GIVEN)
    assert (house.desk.inquiry.state, house.steps[-1]) == (State.MISTAKEN, "word_late")
    assert len(house.asked) == 1


def test_what_nobody_answers_in_time_is_asked_anew_and_passes_no_gate(house: House) -> None:
    house.requested()
    house.desk.now = late = house.desk.inquiry.due_at + timedelta(days=30)
    approvals.expire(house.node.shop.context(Tick(), SYSTEM))
    house.told()
    assert (house.desk.inquiry.state, "word_missing" in house.steps) == (State.BEGIN_APPROVAL, True)
    assert len(house.asked) == 2
    assert house.asked[1]["due_on"] >= late.astimezone(ZONE).date().isoformat()
