"""What is found of a report, and what follows from it, in one transaction."""

from dataclasses import replace

import pytest

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.clarify import (
    ClarificationProposed,
    ClarificationState,
    FalseAccusationEnded,
    FalseAccusationState,
    ReportClosed,
    ReportedPerson,
    ReportMoved,
    ReportOutcome,
)
from rongcuo.contracts.errors import CaseError
from services.clarify.usecases import clarifications, false_accusations, heeding
from tests.unit.clarify import scene
from tests.unit.clarify.context import refused
from tests.unit.clarify.scene import LEAD, WANG
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.desk import SUSPECTED, UNTRUE, Desk

OPEN = {"report_id": "r1", "managed_by": contract.ManagedBy.COUNTY}


def found_again(desk: Desk, outcome: ReportOutcome) -> None:
    desk.give(WANG, heeding.find, contract.RecordFindings, report_id="r1",
              findings=tuple(scene.finding(number, outcome) for number in (1, 2)))


def test_a_yes_begins_the_clearing_of_whom_it_was_about_by_itself(desk: Desk):
    at.answered(at.found(desk, UNTRUE, UNTRUE))
    case = desk.clearing
    assert (case.number, case.concerned.name, case.concerned.officer_id) == (
        "澄清〔2026〕1号", "柳成林", "liu")
    assert (dict(case.untrue), case.settled) == ({"1": UNTRUE, "2": UNTRUE}, False)
    [begun] = [each for each in desk.told if isinstance(each, ClarificationProposed)]
    assert (begun.report_id, begun.standing.subject_id) == ("r1", "liu")


def test_each_person_and_unit_is_cleared_apart_and_of_what_was_found_untrue_alone(desk: Desk):
    about = (scene.UNBUILT, replace(scene.GIFTS, person=ReportedPerson(unit="嵩明县水务局")),
             replace(scene.GIFTS, person=ReportedPerson(officer_id="elsewhere")))
    report = scene.disposed()
    report.allegations = about
    report.find(tuple(scene.finding(number, outcome) for number, outcome in enumerate(
        (UNTRUE, ReportOutcome.MISTAKEN, ReportOutcome.NOT_RESOLVED), start=1)), scene.by(WANG))
    desk.put(report)
    at.answered(desk)
    cases = desk.store.clarifications.of_report("r1")
    assert [(each.concerned.name, each.concerned.kind, tuple(each.untrue)) for each in sorted(
        cases, key=lambda case: case.number)] == [
        ("柳成林", contract.ConcernedKind.PERSON, ("1",)),
        ("嵩明县水务局", contract.ConcernedKind.ORGANISATION, ("2",))]


def test_whoever_is_named_by_their_account_alone_goes_by_the_name_that_identity_knows(desk: Desk):
    report = scene.disposed()
    report.allegations = (replace(scene.GIFTS, person=ReportedPerson(officer_id="liu")),)
    report.find((scene.finding(1, UNTRUE),), scene.by(WANG))
    desk.put(report)
    at.answered(desk)
    assert (desk.clearing.concerned.name, desk.clearing.concerned.unit) == ("柳成林", scene.BUREAU)


def test_a_yes_that_is_given_twice_begins_one_clearing_and_a_no_ends_it(desk: Desk):
    at.answered(at.found(desk, UNTRUE, UNTRUE))
    at.answered(desk)
    assert desk.clearing.state is ClarificationState.ASSESSMENT
    at.answered(desk, clear=False)
    assert desk.clearing.state is ClarificationState.WITHDRAWN
    at.answered(desk)
    assert [each.state for each in desk.store.clarifications.of_report("r1")].count(
        ClarificationState.ASSESSMENT) == 1


def test_a_no_begins_nothing(desk: Desk):
    at.answered(at.found(desk, UNTRUE, UNTRUE), clear=False)
    assert desk.store.clarifications.of_report("r1") == ()


def test_what_is_found_otherwise_ends_the_clearing_and_asks_anew(desk: Desk):
    at.answered(at.found(desk, UNTRUE, UNTRUE))
    found_again(desk, ReportOutcome.SUBSTANTIATED)
    assert desk.clearing.ended
    assert desk.report.clearing is None


def test_nobody_is_told_before_the_report_is_closed(desk: Desk):
    at.answered(at.found(desk, UNTRUE, UNTRUE))
    case_id = desk.clearing.id
    desk.give(LEAD, clarifications.assign, contract.AssignClarification, case_id, officer_id="wang")
    desk.give(WANG, clarifications.assess, contract.AssessClarification, case_id, grounds=("career",),
              effects="影响考察", allegations=at.WORDS)
    desk.give(WANG, clarifications.plan, contract.PlanClarification, case_id, plan=at.PLAN)
    refused("clarify.report_open", lambda: desk.give(
        WANG, clarifications.ask_opinion, contract.AskOpinion, case_id))
    at.closed(desk)
    assert [type(each) for each in desk.told if isinstance(each, ReportClosed)] == [ReportClosed]
    assert desk.clearing.settled
    desk.give(WANG, clarifications.ask_opinion, contract.AskOpinion, case_id)
    assert desk.clearing.opinion_clock is not None


@pytest.mark.parametrize("outcome", [each for each in ReportOutcome if each is not SUSPECTED])
def test_nobody_is_inquired_into_for_a_report_that_is_not_suspected(desk: Desk, outcome: ReportOutcome):
    at.found(desk, outcome, outcome)
    refused("clarify.not_suspected", lambda: desk.give(
        LEAD, false_accusations.open_one, contract.OpenFalseAccusation, **OPEN))
    assert desk.store.false_accusations.of_report("r1") == ()


def test_nor_before_anything_was_found_or_where_one_allegation_is_something_else(desk: Desk):
    desk.put(scene.verified())
    refused("clarify.not_suspected", lambda: desk.give(
        LEAD, false_accusations.open_one, contract.OpenFalseAccusation, **OPEN))
    desk.give(WANG, heeding.find, contract.RecordFindings, report_id="r1", findings=(
        scene.finding(1, SUSPECTED), scene.finding(2, ReportOutcome.NOT_RESOLVED)))
    refused("clarify.not_suspected", lambda: desk.give(
        LEAD, false_accusations.open_one, contract.OpenFalseAccusation, **OPEN))


def test_what_was_once_neither_proved_nor_excluded_never_gets_there(desk: Desk):
    at.found(desk, SUSPECTED, SUSPECTED)
    found_again(desk, ReportOutcome.NOT_RESOLVED)
    refused("clarify.not_resolved_is_not_false", lambda: found_again(desk, SUSPECTED))
    refused("clarify.not_suspected", lambda: desk.give(
        LEAD, false_accusations.open_one, contract.OpenFalseAccusation, **OPEN))


def test_only_whoever_handles_the_report_asks_for_an_inquiry_and_once(desk: Desk):
    at.found(desk, SUSPECTED, SUSPECTED)
    refused("forbidden", lambda: desk.give(
        scene.SUPERVISOR, false_accusations.open_one, contract.OpenFalseAccusation, **OPEN))
    for actor in (*scene.NAMED, scene.ELSEWHERE):
        refused("not_found", lambda who=actor: desk.give(
            who, false_accusations.open_one, contract.OpenFalseAccusation, **OPEN))
    desk.give(WANG, false_accusations.open_one, contract.OpenFalseAccusation, **OPEN)
    assert {each.officer_id for each in desk.inquiry.engaged} >= {"wang", "zhao"}
    refused("clarify.inquired_already", lambda: desk.give(
        LEAD, false_accusations.open_one, contract.OpenFalseAccusation, **OPEN))


@pytest.mark.parametrize(("outcome", "state"), [
    (ReportOutcome.MISTAKEN, FalseAccusationState.MISTAKEN),
    (ReportOutcome.NOT_RESOLVED, FalseAccusationState.UNPROVEN),
    (ReportOutcome.SUBSTANTIATED, FalseAccusationState.UNPROVEN)])
def test_an_inquiry_ends_with_what_the_report_turns_out_to_be(desk: Desk, outcome: ReportOutcome,
                                                            state: FalseAccusationState):
    at.inquiring(desk)
    desk.told.clear()
    found_again(desk, outcome)
    assert (desk.inquiry.state, desk.inquiry.ended) == (state, True)
    assert [type(each) for each in desk.told if isinstance(each, ReportMoved | FalseAccusationEnded)] == [
        ReportMoved, FalseAccusationEnded]


def test_found_the_same_again_it_goes_on(desk: Desk):
    at.inquiring(desk)
    found_again(desk, SUSPECTED)
    assert desk.inquiry.state is FalseAccusationState.INQUIRY


def test_where_one_of_them_fails_nothing_has_happened(desk: Desk, monkeypatch: pytest.MonkeyPatch):
    at.inquiring(desk)

    def changed(*_: object) -> None:
        raise CaseError("changed_meanwhile")
    monkeypatch.setattr(desk.store.false_accusations, "put", changed)
    refused("changed_meanwhile", lambda: found_again(desk, ReportOutcome.MISTAKEN))
    assert desk.report.outcome is SUSPECTED
    assert not desk.inquiry.ended
