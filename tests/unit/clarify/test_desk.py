"""Whoever takes reports in (信访受理): what lies before them, what they may do with it, and nothing after."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import (
    AssignReport,
    LinkKind,
    LinkReport,
    NoRemit,
    PassReportUp,
    RecuseFromReport,
    RegisterReport,
    ReportQuery,
    ReportState,
)
from rongcuo.contracts.review import RecusalGround
from services.clarify.access import reports as access
from services.clarify.domain import Report, Verb
from services.clarify.usecases import registering, reports
from services.clarify.views import reports as questions
from tests.unit.clarify import scene
from tests.unit.clarify.context import FakeContext, opened, refused
from tests.unit.clarify.scene import CONTENT, DESK, LEAD, WANG, by, officer

MAY = {Verb.REGISTER, Verb.ASSIGN, Verb.RECUSE, Verb.LINK, Verb.CLASSIFY, Verb.PASS_UP}
HELD = MAY - {Verb.ASSIGN}
BOTH = officer("both", Role.INTAKE, Role.REVIEWER)


def refused_one() -> Report:
    report = scene.assigned()
    report.refuse(NoRemit.LITIGATION, "合同纠纷", by(WANG))
    return report


def passed_up() -> Report:
    report = scene.opened()
    report.pass_up("市管干部", "r9", by(LEAD))
    return report


def verbs(actor: Actor, report: Report) -> set[Verb]:
    return {each for each in Verb if access.may(actor, each, report)}


@pytest.mark.parametrize(("report", "may"), [
    (scene.registered, set()), (scene.opened, MAY), (scene.assigned, HELD), (scene.accepted, set()),
    (scene.disposed, set()), (refused_one, set()), (passed_up, set())])
def test_before_the_remit_check_has_ended_it_lies_before_them_and_not_after(report, may):
    assert verbs(DESK, report()) == may
    assert access.sees(DESK, report()) is bool(may)
    assert not access.handles(DESK, report())


@pytest.mark.parametrize("desk", [
    officer("desk", Role.INTAKE, unit=scene.BUREAU), officer("desk", Role.INTAKE, name="柳成林"),
    officer("desk", Role.INTAKE, organ_id=scene.ABOVE), officer("liu", Role.INTAKE),
    officer("desk", Role.INTAKE, organ_id="530181")])
def test_what_is_about_them_or_is_elsewhere_is_not_there(desk):
    assert verbs(desk, scene.opened()) == set()
    assert not access.sees(desk, scene.opened())


def test_who_reviews_too_does_no_more_than_a_reviewer_once_it_is_accepted():
    report = scene.accepted()
    assert access.sees(BOTH, report)
    assert verbs(BOTH, report) == verbs(scene.ZHAO, report)
    assert Verb.PASS_UP in verbs(BOTH, scene.assigned()) - verbs(scene.ZHAO, scene.assigned())


def test_they_register_link_give_to_a_reviewer_and_see_it_no_longer_once_it_is_accepted():
    context = FakeContext().sit(DESK)
    registering.register(context, RegisterReport(command_id="c1", content=CONTENT))
    registering.register(context, RegisterReport(command_id="c2", content=replace(
        CONTENT, reporter_ref="r-2")))
    context.heard()
    reports.link(context.sit(DESK), LinkReport(
        command_id="c3", report_id="id2", other_id="id1", kind=LinkKind.REPEATS))
    reports.assign(context, AssignReport(command_id="c4", report_id="id1", officer_id="wang"))
    seen = questions.report(context, ReportQuery(report_id="id1"))
    assert (seen.state, seen.assignee_id) == (ReportState.RECEIVED, "wang")
    assert set(seen.allowed) == {"recuse", "link", "classify", "pass_up"}
    assert context.reads == []
    refused("forbidden", lambda: reports.assign(context, AssignReport(
        command_id="c5", report_id="id1", officer_id="zhao")))
    report = context.store.reports.get("id1")
    report.accept(by(WANG))
    context.store.put(report)
    refused("not_found", lambda: questions.report(context, ReportQuery(report_id="id1")))


def test_they_pass_up_what_is_for_the_level_above_and_step_back_for_themselves_alone():
    context = opened().sit(DESK)
    refused("forbidden", lambda: reports.recuse(context, RecuseFromReport(
        command_id="c2", report_id="id1", officer_id="wang", ground=RecusalGround.RELATIVE, reason="表弟")))
    registering.pass_up(context, PassReportUp(command_id="c3", report_id="id1", reason="市管干部"))
    refused("not_found", lambda: questions.report(context, ReportQuery(report_id="id1")))
    again = opened().sit(DESK)
    reports.recuse(again, RecuseFromReport(
        command_id="c2", report_id="id1", officer_id="desk", ground=RecusalGround.RELATIVE, reason="表弟"))
    refused("not_found", lambda: questions.report(again, ReportQuery(report_id="id1")))
