"""Supplement, decision, withdrawal; and who commits first."""

from collections.abc import Callable
from copy import deepcopy
from datetime import date, datetime, timedelta

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import (
    CollectiveDecision,
    FilingAccepted,
    FilingDeclined,
    FilingState,
    FilingSupplemented,
    FilingWithdrawn,
    Interest,
    SupplementFiling,
    WhitelistFiling,
    WithdrawFiling,
)
from rongcuo.contracts.review import DeadlineMoved, ReviewResumed, VerificationStarted
from rongcuo.policy.rules import Rules
from services.filing import usecases
from services.filing.domain import Filing, matter
from services.filing.presenters import receipt_of, view_of
from tests.unit.filing.conftest import ContextOf, Submit
from tests.unit.filing.fakes import Cabinet
from tests.unit.filing.people import (
    FILER,
    LEAD,
    MAY_6,
    YILIANG,
    accepted,
    content,
    declined,
    supplement_requested,
)

MAY_7 = MAY_6 + timedelta(days=1)
MAY_11 = MAY_6 + timedelta(days=5)
Decide = Callable[[str, datetime], None]


@pytest.fixture
def filing_id(submit: Submit) -> str:
    return submit().filing_id


def last(cabinet: Cabinet, filing_id: str) -> Event:
    return cabinet.events(filing_id)[-1]


def ask_for_supplement(context: ContextOf, filing_id: str) -> None:
    usecases.take_supplement_request(
        context(now=MAY_7), supplement_requested(filing_id, MAY_7, MAY_7 + timedelta(days=7)))


def accept(context: ContextOf, filing_id: str, at: datetime = MAY_7) -> None:
    usecases.take_acceptance(context(now=at), accepted(filing_id, at))


# ---------------------------------------------------------------------- supplement

def test_the_filer_reads_what_is_missing_and_until_when(
        context: ContextOf, cabinet: Cabinet, filing_id: str) -> None:
    ask_for_supplement(context, filing_id)
    view = view_of(cabinet.filings[filing_id], FILER)
    assert (view.state, view.reasons) == (FilingState.SUPPLEMENT_REQUESTED, "请补充会议纪要")
    assert view.supplement_due_on == date(2026, 5, 14)
    assert view.allowed == ("supplement", "withdraw")


def test_a_supplement_keeps_what_was_filed_before_and_restarts_the_clock(
        context: ContextOf, cabinet: Cabinet, filing_id: str) -> None:
    ask_for_supplement(context, filing_id)
    amended = content(situation="project_construction", description="补充了纪要")
    receipt = usecases.supplement(context(FILER, MAY_11), SupplementFiling(
        command_id="s", filing_id=filing_id, content=amended, note="见附件"))
    told = last(cabinet, filing_id)
    assert isinstance(told, FilingSupplemented)
    assert (told.situation, told.note) == ("project_construction", "见附件")
    assert receipt.digest == told.digest == matter.digest(amended)
    days = (receipt.submitted_at, receipt.supplemented_at, receipt.review_due_on)
    assert days == (MAY_6, MAY_11, date(2026, 5, 12))
    assert (cabinet.filings[filing_id].superseded, cabinet.filings[filing_id].reasons) == ((content(),), "")


def test_who_was_named_before_a_supplement_is(context: ContextOf, cabinet: Cabinet, filing_id: str) -> None:
    ask_for_supplement(context, filing_id)
    usecases.supplement(context(FILER, MAY_11), SupplementFiling(command_id="s", filing_id=filing_id,
        content=content(interests=(Interest(name="赵清", relation="同学"),))))
    told = last(cabinet, filing_id)
    assert isinstance(told, FilingSupplemented)
    assert ("shen" in told.named, told.named_in_words) == (True, ("赵清",))


def test_an_act_may_have_begun_after_the_filing_but_not_be_moved_behind_the_supplement(
        context: ContextOf, cabinet: Cabinet, submit: Submit) -> None:
    filing_id = submit(content(act_from=date(2026, 5, 8))).filing_id
    ask_for_supplement(context, filing_id)
    before = cabinet.copy()
    moved = SupplementFiling(command_id="s", filing_id=filing_id, content=content(act_from=date(2026, 5, 7)))
    with pytest.raises(CaseError, match=r"filing\.act_before_filing"):
        usecases.supplement(context(FILER, MAY_11), moved)
    assert cabinet == before
    same = SupplementFiling(command_id="t", filing_id=filing_id, content=content(act_from=date(2026, 5, 8)))
    assert usecases.supplement(context(FILER, MAY_11), same).number == "530125-2026-000001"


def test_a_supplement_may_bring_a_decision_taken_since_the_filing_but_none_still_to_come(
        context: ContextOf, filing_id: str) -> None:
    ask_for_supplement(context, filing_id)

    def bring(held_on: date) -> None:
        decision = CollectiveDecision(meeting="局党组会", held_on=held_on)
        usecases.supplement(context(FILER, MAY_11), SupplementFiling(
            command_id=str(held_on), filing_id=filing_id, content=content(collective_decision=decision)))
    with pytest.raises(CaseError, match=r"filing\.decision_still_to_come"):
        bring(date(2026, 5, 12))
    bring(date(2026, 5, 11))


def test_a_clock_of_another_machine_that_runs_ahead_does_no_harm(context: ContextOf, filing_id: str) -> None:
    ahead = supplement_requested(filing_id, MAY_7 + timedelta(seconds=3), MAY_11)
    usecases.take_supplement_request(context(now=MAY_7), ahead)
    receipt = usecases.supplement(context(FILER, MAY_7), SupplementFiling(
        command_id="s", filing_id=filing_id, content=content()))
    assert receipt.review_due_on == date(2026, 5, 7)


# ---------------------------------------------------------------------- acceptance and refusal

def test_acceptance_enters_it_in_the_register_and_on_the_whitelist(
        context: ContextOf, cabinet: Cabinet, filing_id: str) -> None:
    accept(context, filing_id)
    told = last(cabinet, filing_id)
    assert isinstance(told, FilingAccepted)
    assert told.register_number == "530125-B-2026-000001"
    assert (told.valid_from, told.valid_until) == (date(2026, 5, 7), date(2027, 5, 7))
    assert told.whitelisted
    view = view_of(cabinet.filings[filing_id], LEAD)
    assert (view.state, view.decided_at, view.allowed) == (FilingState.ACCEPTED, MAY_7, ("whitelist",))
    assert view.history[-1].actor_name == "zhou同志"


def test_a_situation_that_the_pack_does_not_whitelist_is_not(
        context: ContextOf, cabinet: Cabinet, submit: Submit) -> None:
    filing_id = submit(content(situation="policy_ambiguity")).filing_id
    accept(context, filing_id)
    assert not cabinet.filings[filing_id].whitelisted
    with pytest.raises(CaseError, match=r"filing\.not_on_whitelist_rule"):
        usecases.whitelist(context(LEAD, MAY_7), WhitelistFiling(command_id="w", filing_id=filing_id))


def test_refusal_gives_the_filer_the_reasons(context: ContextOf, cabinet: Cabinet, filing_id: str) -> None:
    usecases.take_refusal(context(now=MAY_7), declined(filing_id, MAY_7))
    told = last(cabinet, filing_id)
    assert isinstance(told, FilingDeclined)
    assert told.reasons == view_of(cabinet.filings[filing_id], FILER).reasons == "已有明令禁止"
    assert view_of(cabinet.filings[filing_id], FILER).allowed == ("object",)


def test_after_a_refusal_it_may_be_filed_anew(context: ContextOf, filing_id: str, submit: Submit) -> None:
    usecases.take_refusal(context(now=MAY_7), declined(filing_id, MAY_7))
    assert submit(now=MAY_11).number == "530125-2026-000002"


@pytest.mark.parametrize("told", [
    DeadlineMoved(case_id="filing1", organ_id=YILIANG, assignee_id="", reason="新日历", due_at=MAY_11,
                  former_due_at=MAY_7, provisional=True),
    ReviewResumed(case_id="filing1", organ_id=YILIANG, stage="verification", assignee_id="", due_at=MAY_11,
                  provisional=True),
    VerificationStarted(case_id="filing1", organ_id=YILIANG, number="", title="", due_at=MAY_11,
                        provisional=True),
], ids=lambda told: told.kind)
def test_another_due_day_is_shown_to_the_filer(
        told: DeadlineMoved | ReviewResumed | VerificationStarted, context: ContextOf, cabinet: Cabinet,
        filing_id: str) -> None:
    usecases.take_due_day(context(), told)
    view = view_of(cabinet.filings[filing_id], FILER)
    assert (view.review_due_on, view.review_due_provisional) == (date(2026, 5, 11), True)
    accept(context, filing_id, MAY_11)
    decided = deepcopy(cabinet.filings[filing_id])
    usecases.take_due_day(context(), DeadlineMoved(
        case_id=filing_id, organ_id=YILIANG, assignee_id="", reason="", due_at=MAY_7, former_due_at=MAY_11))
    assert cabinet.filings[filing_id] == decided


def test_a_deadline_moved_while_a_supplement_is_awaited_is_the_filers(
        context: ContextOf, cabinet: Cabinet, filing_id: str) -> None:
    ask_for_supplement(context, filing_id)
    former = MAY_7 + timedelta(days=7)
    usecases.take_due_day(context(), DeadlineMoved(
        case_id=filing_id, organ_id=YILIANG, assignee_id="", reason="新日历", former_due_at=former,
        due_at=former + timedelta(days=1)))
    view = view_of(cabinet.filings[filing_id], FILER)
    assert (view.supplement_due_on, view.review_due_on) == (date(2026, 5, 15), date(2026, 5, 7))


# ---------------------------------------------------------------------- withdrawal

def withdraw(context: ContextOf, filing_id: str) -> None:
    command = WithdrawFiling(command_id="w", filing_id=filing_id, reason="情况有变")
    usecases.withdraw(context(FILER, MAY_7), command)


def test_a_withdrawal_is_told_with_its_reason(context: ContextOf, cabinet: Cabinet, filing_id: str) -> None:
    withdraw(context, filing_id)
    told = last(cabinet, filing_id)
    assert isinstance(told, FilingWithdrawn)
    assert (told.number, told.reason) == ("530125-2026-000001", "情况有变")


@pytest.mark.parametrize("decide", [
    accept,
    lambda context, filing_id: usecases.take_refusal(context(), declined(filing_id, MAY_7)),
    ask_for_supplement,
], ids=["accept", "decline", "request_supplement"])
def test_a_decision_that_comes_after_the_withdrawal_is_noted_and_changes_nothing(
        decide: Decide, context: ContextOf, cabinet: Cabinet, filing_id: str) -> None:
    withdraw(context, filing_id)
    before = cabinet.copy()
    decide(context, filing_id)
    after = cabinet.filings[filing_id]
    assert after.history[-1].what == "decision_too_late"
    assert after.history[:-1] == before.filings[filing_id].history
    after.history = before.filings[filing_id].history
    assert cabinet == before


def test_a_withdrawal_that_comes_after_the_decision_is_refused(
        context: ContextOf, cabinet: Cabinet, filing_id: str) -> None:
    accept(context, filing_id)
    before = cabinet.copy()
    with pytest.raises(CaseError, match=r"filing\.move_not_allowed"):
        withdraw(context, filing_id)
    assert cabinet == before


def test_a_decision_about_nothing_known_is_an_error(context: ContextOf, cabinet: Cabinet) -> None:
    with pytest.raises(CaseError, match="not_found"):
        accept(context, "no-such-filing")
    assert cabinet == Cabinet()


def test_a_draft_has_no_receipt() -> None:
    with pytest.raises(CaseError, match="not_found"):
        receipt_of(Filing.begin("d", FILER, MAY_6), Rules())
