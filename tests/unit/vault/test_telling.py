"""What a reporter hears of their report: each step in a few kind words, and nothing of what is in it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from rongcuo.contracts import clarify
from rongcuo.contracts import vault as contract
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.clarify import FeedbackStage, NoRemit, ReportDisposal, ReportOutcome, WordsToReporter
from rongcuo.contracts.vault import ReporterStatus as Status
from rongcuo.contracts.vault import Saying
from services.vault.usecases import by_code, telling
from tests.unit.vault.house import NOBODY, NOW, ORGAN, House, refusal

STANDING = Standing(
    kind="report", matter_id="r1", number="信访〔2026〕1号", title="检举控告件", organ_id=ORGAN,
    division_code=ORGAN, pack_id="p", stage="remit", due_at=NOW)
OVER = replace(STANDING, ended=True)
WRITTEN = WordsToReporter(refusal="这是合同纠纷", acceptance="已经受理，由张同志联系",
                          result="经查属实，已处理")


class Telling:
    """A reporter, and what clarify tells, hour by hour."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.reporter_ref, self.code = house.deposit()
        house.context.words = WRITTEN

    def hear(self, kind: type[Any], standing: Standing = STANDING, **facts: Any) -> None:
        self.house.wait(timedelta(hours=1))
        event = kind(standing=standing, reporter_ref=self.reporter_ref, at=self.house.context.now, **facts)
        telling.hear(self.house.as_(NOBODY), event, self.house.room)

    def last(self) -> tuple[Status, Saying | str]:
        told = self.house.look(self.code).told[-1]
        return told.status, told.said or told.words

    def read(self) -> None:
        command = contract.AcknowledgeByCode(
            command_id=self.house.command_id(), code=self.house.to_node(self.code))
        by_code.acknowledge(self.house.as_(NOBODY), command, self.house.room)


@pytest.fixture
def told(house: House) -> Telling:
    return Telling(house)


def test_a_report_from_its_opening_to_the_feedback(told: Telling) -> None:
    told.hear(clarify.ReportOpened, channel=clarify.Channel.WEB, origin=clarify.Origin.OWN_LEVEL)
    assert told.last() == (Status.RECEIVED, Saying.OPENED)
    told.hear(clarify.ReportAccepted)
    assert told.last() == (Status.ACCEPTED, Saying.ACCEPTED)
    told.hear(clarify.ReportDisposed, disposal=ReportDisposal.VERIFY, tolerance_arises=True)
    assert told.last() == (Status.BEING_HANDLED, Saying.BEING_HANDLED)
    told.hear(clarify.ReporterFeedbackGiven, stage=FeedbackStage.ACCEPTANCE)
    assert told.last() == (Status.BEING_HANDLED, WRITTEN.acceptance)
    told.hear(clarify.ReportClosed, outcome=ReportOutcome.SUBSTANTIATED)
    assert told.last() == (Status.CLOSED, Saying.RESULT_FOLLOWS)
    told.hear(clarify.ReporterFeedbackGiven, OVER, stage=FeedbackStage.RESULT)
    assert told.last() == (Status.CLOSED, WRITTEN.result)


@pytest.mark.parametrize("disposal", ReportDisposal)
def test_no_way_of_disposal_is_told_from_another(told: Telling, disposal: ReportDisposal) -> None:
    told.hear(clarify.ReportDisposed, disposal=disposal, tolerance_arises=False)
    told.hear(clarify.ReportDisposed, disposal=ReportDisposal.VERIFY, tolerance_arises=True)
    assert [each.said for each in told.house.look(told.code).told] == [None, Saying.BEING_HANDLED]


@pytest.mark.parametrize("outcome", ReportOutcome)
def test_an_end_without_feedback_says_nothing_of_what_was_found(
        told: Telling, outcome: ReportOutcome) -> None:
    told.hear(clarify.ReportClosed, OVER, outcome=outcome)
    assert told.last() == (Status.CLOSED, Saying.CLOSED)


def test_a_refusal_says_why_and_where_to_turn(told: Telling) -> None:
    told.hear(clarify.ReportRefused, OVER, reason=NoRemit.LITIGATION, turn_to="请向人民法院提出")
    assert told.last() == (Status.NOT_ACCEPTED, "这是合同纠纷")
    assert told.house.look(told.code).told[-1].turn_to == "请向人民法院提出"


def test_what_was_passed_on_is_kept_for_as_long_as_it_goes_on(told: Telling) -> None:
    told.hear(clarify.ReportPassedUp, OVER, passed_to="530100", continued_by="r2")
    assert told.last() == (Status.PASSED_ON, Saying.PASSED_ON)
    assert told.house.store.reporters[told.reporter_ref].retained_until is None


def test_the_receipt_says_until_when_what_was_told_has_been_read(told: Telling) -> None:
    told.hear(clarify.ReportAccepted)
    said = told.house.context.now
    told.house.wait(timedelta(days=1))
    told.read()
    receipt = told.house.context.told[-1]
    assert isinstance(receipt, contract.ReporterRead)
    assert (receipt.told_until, receipt.at) == (said, told.house.context.now)


def test_while_clarify_is_silent_nothing_half_is_told(told: Telling) -> None:
    told.house.context.matters = None
    assert refusal(lambda: told.hear(
        clarify.ReportRefused, OVER, reason=NoRemit.LITIGATION, turn_to="请")) == "service_unavailable"
    assert told.last() == (Status.RECEIVED, "")


def test_who_came_by_letter_is_not_there_and_stops_nothing(house: House) -> None:
    event = clarify.ReportAccepted(standing=STANDING, reporter_ref="by-letter", at=NOW)
    telling.hear(house.as_(NOBODY), event, house.room)
    assert house.context.told == []
