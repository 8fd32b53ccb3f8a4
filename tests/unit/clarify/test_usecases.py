"""What the use cases fetch, ask and answer; and what nobody is told."""

from dataclasses import fields, replace
from datetime import date
from types import NoneType

from rongcuo.casework.people import Holder
from rongcuo.chassis.call_context import NOBODY
from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.clarify import (
    AcceptReport,
    Allegation,
    DisposeReport,
    HandReportUp,
    LinkKind,
    LinkReport,
    MayHandle,
    PassReportUp,
    ReceiveReport,
    RecuseFromReport,
    RegisterReport,
    ReportDisposal,
    ReportedPerson,
    ReporterKind,
    ReporterRequest,
    ReportNumber,
    ReportOpened,
    ReportPassedUp,
    ReportQuery,
    ReportState,
    operations,
)
from rongcuo.contracts.identity import OfficerDismissed
from rongcuo.contracts.operation import Command
from rongcuo.contracts.review import RecusalGround
from services.clarify.usecases import registering, reports, settling
from services.clarify.views import reporter as for_the_vault
from services.clarify.views import reports as questions
from tests.unit.clarify import scene
from tests.unit.clarify.context import FakeContext, assigned, opened, refused, registered
from tests.unit.clarify.scene import CONTENT, LEAD, WANG, ZHAO, view


def test_who_registers_is_told_the_number_and_sees_it_only_once_it_is_opened():
    context = FakeContext().sit(WANG)
    told = registering.register(context, RegisterReport(command_id="c1", content=CONTENT))
    assert told == ReportNumber(report_id="id1", number="信访〔2026〕1号", tag="id1:1.0")
    refused("not_found", lambda: questions.report(context, ReportQuery(report_id="id1")))
    context.heard()
    seen = questions.report(context.sit(WANG), ReportQuery(report_id="id1"))
    assert (seen.state, seen.pseudonym, "assign" in seen.allowed) == (ReportState.RECEIVED, "举报人甲", True)


def test_who_takes_no_reports_in_registers_none():
    for actor in (scene.LIU, scene.SUPERVISOR, scene.OPERATOR):
        refused("forbidden", lambda who=actor: registered(actor=who))


def test_by_the_public_form_it_comes_from_nobody_to_an_organ_that_there_is():
    context = FakeContext().sit(NOBODY)
    registering.receive(context, ReceiveReport(command_id="c1", organ_id=scene.ORGAN, content=CONTENT))
    context.heard()
    assert context.store.reports.get("id1").state is ReportState.RECEIVED
    assert [each.actor_id for each in context.store.reports.get("id1").history] == ["", "system"]
    refused("policy.unknown_division", lambda: registering.receive(context.sit(NOBODY), ReceiveReport(
        command_id="c2", organ_id="110000", content=replace(CONTENT, reporter_ref="r-8"))))


def test_a_marked_secret_is_refused_before_anything_is_kept_and_the_ledger_says_that_it_was():
    secret = replace(CONTENT, allegations=(replace(scene.GIFTS, text="见附文\n机密★10年"),))
    context = FakeContext().sit(WANG)
    refused("clarify.marked_secret", lambda: registering.register(
        context, RegisterReport(command_id="c1", content=secret)))
    assert (context.units, context.store.reports.rows, context.told) == (0, {}, [])
    assert context.reads == [("clarify.marked_secret_refused", "wang")]
    public = FakeContext().sit(NOBODY)
    refused("clarify.marked_secret", lambda: registering.receive(
        public, ReceiveReport(command_id="c1", organ_id=scene.ORGAN, content=secret)))
    assert public.reads == [("clarify.marked_secret_refused", "public_form")]


def test_what_is_about_the_organs_own_people_is_opened_with_the_organ_above():
    about = replace(CONTENT, allegations=(Allegation(text="收礼", person=ReportedPerson(officer_id="lead")),))
    context = opened(about)
    [told] = context.told
    assert isinstance(told, ReportOpened)
    assert told.standing.organ_id == scene.ABOVE
    for actor in (LEAD, WANG, ZHAO):
        refused("not_found", lambda who=actor: questions.report(
            context.sit(who), ReportQuery(report_id="id1")))
    assert questions.report(context.sit(scene.LEAD_ABOVE), ReportQuery(report_id="id1"))


def test_somebody_named_whom_identity_does_not_know_stops_nothing():
    about = replace(CONTENT, allegations=(Allegation(text="收礼", person=ReportedPerson(officer_id="gone")),))
    assert opened(about).store.reports.get("id1").state is ReportState.RECEIVED


def test_what_is_passed_up_is_the_report_of_the_organ_above_from_then_on():
    context = assigned()
    registering.pass_up(context, PassReportUp(command_id="c2", report_id="id1", reason="市管干部"))
    seen = questions.report(context, ReportQuery(report_id="id1"))
    assert (seen.state, seen.passed_to, seen.allegations, seen.reporter_ref) == (
        ReportState.PASSED_UP, scene.ABOVE, (), "")
    passed = next(each for each in context.told if isinstance(each, ReportPassedUp))
    context.heard()
    theirs = context.store.reports.get(passed.continued_by)
    assert (theirs.organ_id, theirs.state, theirs.allegations) == (
        scene.ABOVE, ReportState.RECEIVED, CONTENT.allegations)
    assert context.store.reports.of_reporter("r-7f3a").id == theirs.id
    assert questions.report(context.sit(scene.REVIEWER_ABOVE), ReportQuery(report_id=theirs.id)).allegations
    refused("not_found", lambda: questions.report(context.sit(WANG), ReportQuery(report_id=theirs.id)))


def test_what_the_reporter_asked_for_and_who_stepped_back_goes_up_with_it_and_its_days_count_on():
    context = assigned()
    report = context.store.reports.get("id1")
    report.confirm_reporter(scene.by(WANG))
    report.take_request(ReporterRequest.PROTECTION, "", scene.later(1), scene.by(SYSTEM, scene.later(1)))
    report.take_message(scene.later(2), scene.by(SYSTEM, scene.later(2)))
    report.recuse(Holder("zhao", "赵某"), RecusalGround.OTHER, "与举报人有过节", scene.by(LEAD))
    context.store.put(report)
    context.now = scene.later(3)
    registering.pass_up(context, PassReportUp(command_id="c2", report_id="id1", reason="市管干部"))
    passed = next(each for each in context.told if isinstance(each, ReportPassedUp))
    theirs = context.store.reports.get(passed.continued_by)
    assert [each.kind for each in theirs.requests] == [ReporterRequest.PROTECTION]
    assert (theirs.confirmed, theirs.kind, theirs.wrote_at) == (True, ReporterKind.REAL_NAME, scene.later(2))
    assert (theirs.received_at, theirs.clock.started) == (scene.RECEIVED_AT, scene.RECEIVED_AT)
    assert [each.reason for each in theirs.recusals] == ["与举报人有过节"]
    assert theirs.is_apart(scene.ZHAO)
    left = context.store.reports.get("id1")
    assert (left.recusals, left.is_apart(scene.ZHAO)) == ((), True)


def test_what_somebody_may_not_see_is_not_there_for_any_command():
    context = opened()
    for actor in scene.NAMED:
        refused("not_found", lambda who=actor: reports.accept(
            context.sit(who), AcceptReport(command_id="c9", report_id="id1")))
    refused("forbidden", lambda: reports.accept(
        context.sit(ZHAO), AcceptReport(command_id="c9", report_id="id1")))


def test_whoever_steps_back_is_told_no_more_than_the_number():
    context = assigned()
    told = reports.recuse(context, RecuseFromReport(
        command_id="c2", report_id="id1", officer_id="wang", ground=RecusalGround.RELATIVE, reason="表弟"))
    assert isinstance(told, ReportNumber)
    refused("not_found", lambda: questions.report(context, ReportQuery(report_id="id1")))


def test_nobody_links_what_they_do_not_see():
    context = assigned()
    hidden = scene.elsewhere("r2")
    context.store.put(hidden)
    refused("not_found", lambda: reports.link(context, LinkReport(
        command_id="c2", report_id="id1", other_id="r2", kind=LinkKind.REPEATS)))


def test_a_read_by_a_supervisor_is_written_down_and_one_of_the_organ_is_not():
    context = opened()
    questions.report(context.sit(LEAD), ReportQuery(report_id="id1"))
    assert context.reads == []
    questions.report(context.sit(scene.SUPERVISOR), ReportQuery(report_id="id1"))
    assert context.reads == [("clarify.report_read", "id1")]


def test_the_vault_learns_who_handles_it_and_who_is_named():
    context = assigned().sit(SYSTEM)
    answers = {each.officer_id: for_the_vault.may_handle(
        context, MayHandle(reporter_ref="r-7f3a", officer_id=each.officer_id)) for each in scene.EVERYBODY}
    assert {each for each, told in answers.items() if told.handles} == {"wang", "lead", "second"}
    assert {*answers["lead"].named} == {"liu", "namesake", "colleague"}
    assert (answers["lead"].units_named, answers["lead"].names) == ((scene.BUREAU,), ("柳成林",))
    assert not for_the_vault.may_handle(context, MayHandle(reporter_ref="r-other", officer_id="lead")).known
    fresh = registered().sit(SYSTEM)
    assert not for_the_vault.may_handle(fresh, MayHandle(reporter_ref="r-7f3a", officer_id="lead")).known
    nobody = for_the_vault.may_handle(context, MayHandle(reporter_ref="r-7f3a", officer_id="nobody"))
    assert (nobody.known, nobody.handles) == (True, False)


def test_who_handles_it_is_answered_also_to_whoever_sees_none_of_them(monkeypatch):
    """Otherwise nobody of the organ above could ever consent to an order."""
    context, everybody = assigned().sit(scene.LEAD_ABOVE), assigned()
    monkeypatch.setattr(context, "officers", ())
    monkeypatch.setattr(context, "ask_itself", everybody.ask, raising=False)
    answers = {each: for_the_vault.may_handle(context, MayHandle(reporter_ref="r-7f3a", officer_id=each))
               for each in ("wang", "lead", "zhao", "liu")}
    assert [each for each, told in answers.items() if told.handles] == ["wang", "lead"]
    assert {*answers["liu"].named} == {"liu", "namesake", "colleague"}


def test_whose_post_has_ended_handles_nothing():
    context = replace(assigned(), officers=tuple(
        view(each, active=each.officer_id != "wang") for each in scene.EVERYBODY))
    assert not for_the_vault.may_handle(context, MayHandle(reporter_ref="r-7f3a", officer_id="wang")).handles


def test_what_somebody_held_waits_for_others_when_their_post_ends():
    context = assigned()
    settling.take_dismissal(context.sit(SYSTEM), OfficerDismissed(officer_id="wang", organ_id=scene.ORGAN))
    assert context.store.reports.get("id1").assignee is None


def test_a_lead_above_draws_it_up_without_reading_it():
    context = opened().sit(scene.LEAD_ABOVE)
    told = reports.hand_up(context, HandReportUp(command_id="c2", report_id="id1", reason="由我们办理"))
    assert isinstance(told, ReportNumber)
    assert context.store.reports.get("id1").organ_id == scene.ABOVE


def test_the_page_says_by_when_the_reporter_hears_and_what_was_assigned_is_closed():
    context = assigned()
    report = context.store.reports.get("id1")
    report.confirm_reporter(scene.by(WANG))
    report.origin = scene.CONTENT.origin.ASSIGNED
    context.store.put(report)
    seen = questions.report(context, ReportQuery(report_id="id1"))
    assert (seen.acceptance_due_on, seen.assigned_due_on) == (date(2026, 5, 26), date(2026, 8, 6))


def test_what_may_be_done_is_told_to_whom_it_is_allowed():
    context = assigned()
    reports.accept(context, AcceptReport(command_id="c2", report_id="id1"))
    of_wang = questions.report(context, ReportQuery(report_id="id1")).allowed
    assert {"dispose", "pass_up", "judge_match"} <= {*of_wang}
    assert not {"close", "find", "return", "register"} & {*of_wang}
    reports.dispose(context, DisposeReport(
        command_id="c3", report_id="id1", disposal=ReportDisposal.INQUIRY, tolerance_arises=False,
        reasons="函询"))
    assert "find" in questions.report(context, ReportQuery(report_id="id1")).allowed
    assert not questions.report(context.sit(scene.officer("watch", Role.SUPERVISOR, unit="县委")),
                                ReportQuery(report_id="id1")).allowed


def test_no_command_answers_with_what_is_reported():
    """Answers are kept, so that a command has one effect; of what is passed up no copy may stay."""
    told = {each.gives for each in vars(operations).values() if isinstance(each, Command)}
    assert told == {ReportNumber, NoneType}
    assert {each.name for each in fields(ReportNumber)} == {"report_id", "number", "tag"}
