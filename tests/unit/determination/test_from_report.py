"""A report is the clue: a determination is opened from it, and kept from whoever the report is kept from."""

from dataclasses import replace
from typing import Any

import pytest

from rongcuo.casework.apart import name_keys, officer_keys, unit_names_keys
from rongcuo.contracts import determination as contract
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import ClueView, Disposition, ReportDisposal, ReportMoved
from rongcuo.contracts.determination import Initiation, OfReportQuery
from rongcuo.contracts.serialisation import dump, load
from services.determination.access import determinations as access
from services.determination.usecases import clues, determinations, reported
from services.determination.views.clues import of_report
from tests.unit.casework.people import Known
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.context import FakeContext
from tests.unit.determination.determination_context import code_of, jinghong, keep, of
from tests.unit.determination.determination_scene import (
    COLLEAGUE,
    DEPUTY,
    LEAD,
    QIAN,
    SUBJECT,
    SUPERVISOR,
    WANG,
    ZHAO,
)
from tests.unit.determination.meeting import scene as meetings
from tests.unit.determination.test_appeal_usecases import CLUE
from tests.unit.determination.test_determination_usecases import OPEN
from tests.unit.review.scene import view

NUMBER = "信访〔2026〕7号"
FROM_REPORT = replace(OPEN, initiation=Initiation.CLUE, report_id="r7")
KEPT_FROM = (officer_keys("subject", "qian") | name_keys(SUBJECT.name)
             | unit_names_keys(SUBJECT.unit))     # whom it is about; qian was recused


def disposition(by: str, arises: bool = True) -> Disposition:
    return Disposition(disposal=ReportDisposal.CLOSED_ON_REPLY, tolerance_arises=arises, reasons="推进工作中",
                       by=by, by_name=f"{by}某", at=scene.NOW)


def report(*by: str, keys: frozenset[str] = KEPT_FROM, opens: bool = True) -> ClueView:
    return ClueView(report_id="r7", number=NUMBER, organ_id="532801", division_code="532801",
                    dispositions=tuple(map(disposition, by)), keys_apart=tuple(sorted(keys)),
                    opens_determination=opens)


@pytest.fixture
def context() -> FakeContext:
    found = jinghong()
    found.reports = {"r7": report("zhao")}
    return found


def opened(context: FakeContext) -> Any:
    case = determinations.open_determination(context.sit(LEAD), FROM_REPORT)
    return context.store.determinations.get(case.case_id)


def told(what: str = "recuse") -> ReportMoved:
    stands = replace(scene.opened().standing(), matter_id="r7")
    return ReportMoved(standing=stands, what=what, actor_id="lead", at=scene.NOW)


def test_it_goes_by_the_number_of_the_report_and_whoever_disposed_of_that_is_its_handler(
        context: FakeContext) -> None:
    case = opened(context)
    assert (case.clue_number, case.report_id, case.clue_handlers) == (NUMBER, "r7", {"lead", "zhao"})
    assert context.store.clues.rows == {}
    assert context.told[0].standing.keys_apart == tuple(sorted(KEPT_FROM))
    seen = determinations.open_determination(
        context.sit(WANG), replace(FROM_REPORT, subject=contract.Subject(name="另一人", unit="某局")))
    assert (seen.clue_number, seen.report_id) == (NUMBER, "r7")


@pytest.mark.parametrize(("command", "clue", "code"), [
    (replace(FROM_REPORT, report_id=""), report("zhao"), "determination.clue_not_disposed"),
    (replace(FROM_REPORT, initiation=Initiation.OWN_INITIATIVE), report("zhao"),
     "determination.clue_not_disposed"),
    (FROM_REPORT, report("zhao", opens=False), "determination.clue_not_disposed"),
    (FROM_REPORT, None, "not_found")])
def test_without_a_yes_at_a_report_that_they_handle_nobody_opens_one(
        context: FakeContext, command: Any, clue: ClueView | None, code: str) -> None:
    context.reports = {"r7": clue} if clue else {}
    assert code_of(lambda: determinations.open_determination(context.sit(LEAD), command)) == code
    assert context.store.determinations.rows == {}


def test_where_no_report_leads_to_it_none_is_named() -> None:
    """As the gateway hands it on."""
    assert load(contract.OpenDetermination, dump(OPEN)).report_id == ""


def test_a_report_leads_to_one_case_of_each_person(context: FakeContext) -> None:
    opened(context)
    assert code_of(lambda: opened(context)) == "determination.opened_from_report"


@pytest.mark.parametrize("again", [{"name": "阿·依 某"}, {"name": "阿依某"}, {"unit": "某局（筹）"}])
def test_another_spelling_is_not_another_person(context: FakeContext, again: dict[str, str]) -> None:
    without = contract.Subject(name="阿依·某", unit="某局(筹)")
    determinations.open_determination(context.sit(WANG), replace(FROM_REPORT, subject=without))
    assert code_of(lambda: determinations.open_determination(context.sit(WANG), replace(
        FROM_REPORT, subject=replace(without, **again)))) == "determination.opened_from_report"
    for other in ({"name": "阿衣某"}, {"unit": "另一局"}):
        determinations.open_determination(context.sit(WANG), replace(
            FROM_REPORT, subject=replace(without, **other)))


def test_whom_the_report_is_kept_from_the_case_is_kept_from_but_for_what_is_their_own(
        context: FakeContext) -> None:
    case = opened(context)
    assert all(access.sees_inside(each, case) for each in (LEAD, WANG, SUPERVISOR))
    namesake = replace(WANG, officer_id="later", name=SUBJECT.name)
    for actor in (QIAN, namesake):
        assert not access.sees(actor, case)
        assert not case.judges_among((view(actor),))
        context.officers = (*context.officers, view(actor))
        assign = of(contract.AssignDetermination, officer_id=actor.officer_id)
        assert code_of(lambda a=assign: determinations.assign(
            context.sit(LEAD), replace(a, case_id=case.id))) == "review.recused"
    assert not any(access.sees(each, case) for each in (SUBJECT, COLLEAGUE)), "before anybody has told them"
    assert not access.sees_inside(SUBJECT, case)
    assert case.bars(Known("qian")) is not None


def test_the_case_follows_the_report(context: FakeContext) -> None:
    """Whoever steps back from it later holds the case no longer, and who disposes of it anew is a handler."""
    case = opened(context)
    determinations.assign(context.sit(LEAD), replace(of(
        contract.AssignDetermination, officer_id="wang"), case_id=case.id))
    context.reports = {"r7": report("zhao", "deputy", keys=KEPT_FROM | officer_keys("wang"))}
    context.told.clear()
    reported.heed_report(context.sit(SYSTEM), told())
    case = context.store.determinations.get(case.id)
    assert (case.assignee, case.clue_handlers) == (None, {"lead", "zhao", "deputy"})
    assert not access.sees(WANG, case)
    [moved] = context.told
    assert set(moved.standing.keys_apart) >= officer_keys("wang")
    reported.heed_report(context.sit(SYSTEM), told())
    assert context.told == [moved]


def test_nobodys_vote_goes_by_what_is_done_at_the_report(context: FakeContext) -> None:
    case = scene.resolved()
    case.report_id, voter = "r7", min(case.voters)
    keep(context, case)
    for each in case.meeting_ids:
        context.store.meetings.put(meetings.convened(meetings.MadeUpCase(id=case.id), named=each))
    context.reports = {"r7": report(voter, keys=officer_keys("deputy"))}
    reported.heed_report(context.sit(SYSTEM), told("dispose"))
    case = context.store.determinations.get(case.id)
    assert voter in case.voters - case.clue_handlers
    assert not access.sees(DEPUTY, case)


def test_what_happened_to_the_report_while_its_case_was_opened_is_not_missed(context: FakeContext) -> None:
    case = opened(context)
    event = context.told[0]
    context.reports = {"r7": report("zhao", keys=KEPT_FROM | officer_keys("zhao"))}
    reported.heed_opening(context.sit(SYSTEM), event)
    assert not access.sees(ZHAO, context.store.determinations.get(case.id))


def test_a_report_is_disposed_of_in_no_second_register(context: FakeContext) -> None:
    """Whether it is seen or not: that there is one of a number tells nothing."""
    for actor in (WANG, QIAN):
        assert code_of(lambda a=actor: clues.dispose(
            context.sit(a), replace(CLUE, clue_number=NUMBER))) == "determination.clue_is_a_report"
    assert clues.dispose(context.sit(WANG), CLUE).report_id == ""


def test_nobodys_explanation_is_believed_who_was_not_asked(context: FakeContext) -> None:
    believed = replace(CLUE, disposal=ReportDisposal.CLOSED_ON_REPLY, tolerance_arises=False)
    assert code_of(lambda: clues.dispose(context.sit(WANG), believed)) == (
        "determination.clue_nobody_was_asked")
    clues.dispose(context, replace(believed, disposal=ReportDisposal.INQUIRY))
    assert clues.dispose(context, believed).disposal is ReportDisposal.CLOSED_ON_REPLY


def test_from_a_report_its_cases_are_found_by_whoever_sees_their_inside(context: FakeContext) -> None:
    case = opened(context)
    seen = {each.officer_id: [found.case_id for found in of_report(
        context.sit(each), OfReportQuery(report_id="r7")).cases] for each in (LEAD, QIAN, SUBJECT)}
    assert seen == {"lead": [case.id], "qian": [], "subject": []}
    assert of_report(context.sit(LEAD), OfReportQuery(report_id="other")).cases == ()
