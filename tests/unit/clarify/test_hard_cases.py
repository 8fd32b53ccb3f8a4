"""The hard cases of reports, each by its name; those of the vault stand in tests/unit/vault."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import SYSTEM, Role
from rongcuo.contracts.clarify import (
    Allegation,
    LinkKind,
    LinkReport,
    NoteMarkedSecret,
    RegisterReport,
    ReportDisposal,
    ReportedPerson,
    ReportQuery,
    ReportState,
    ShieldVerdict,
)
from rongcuo.contracts.serialisation import dump
from services.clarify.domain import Report
from services.clarify.usecases import registering, reports
from services.clarify.views import reports as questions
from services.clarify.views import shield as beside
from tests.unit.clarify import scene
from tests.unit.clarify.context import FakeContext, assigned, opened, refused
from tests.unit.clarify.scene import CONTENT, GIFTS, LEAD, LIU, UNBUILT, WANG, ZHAO, officer, view

DOTTED = "迪丽热巴·迪力木拉提"
LONG = "买买提·" + "阿卜杜热合曼·" * 6 + "吐尔逊江"
SPELT = [*(f"迪丽热巴{sign}迪力木拉提" for sign in ("•", "・", "‧", ".", "．", " ", "")),
         "迪麗熱巴·迪力木拉提"]
PAIRS = [*((DOTTED, spelt) for spelt in SPELT), ("𠮷田龘䶮", "𠮷田 龘䶮"), (LONG, LONG.replace("·", "."))]


def named(name: str, unit: str = "") -> Report:
    """A report about somebody who is written so, and has no account."""
    about = Allegation(text="收了施工方的礼金", person=ReportedPerson(name=name, unit=unit))
    report = scene.registered(replace(CONTENT, allegations=(about,)))
    report.open((), {scene.ORGAN: tuple(map(view, (LEAD, WANG, ZHAO)))}, scene.by(SYSTEM))
    return report


@pytest.mark.parametrize(("written", "theirs"), PAIRS)
def test_a_name_with_a_dot_of_fifty_or_of_rare_characters_is_one_name_however_it_is_written(written, theirs):
    assert len(LONG) == 50
    for name, account in ((written, theirs), (theirs, written)):
        assert named(name).is_apart(officer("later", Role.LEAD, name=account))
        assert not named(name).is_apart(officer("other", Role.LEAD, name=account + "江"))


@pytest.mark.parametrize("spelt", SPELT)
def test_a_handler_whose_name_is_written_otherwise_is_kept_from_it_with_their_unit(spelt):
    about = Allegation(text="收礼", person=ReportedPerson(name=spelt))
    report = scene.registered(replace(CONTENT, allegations=(about,)))
    handler = officer("dili", Role.REVIEWER, unit="县水务局", name=DOTTED)
    line = officer("line", Role.REVIEWER, unit="县水务局")
    report.open((), {scene.ORGAN: tuple(map(view, (LEAD, WANG, handler, line)))}, scene.by(SYSTEM))
    assert report.is_apart(handler)
    assert report.is_apart(line)


@pytest.mark.parametrize("role", [Role.LEAD, Role.CUSTODIAN_A, Role.CUSTODIAN_B, Role.INTAKE])
def test_what_is_about_the_countys_head_its_custodian_or_its_desk_is_read_by_nobody_of_the_county(role):
    head = officer("head", role, name="钱进")
    about = replace(CONTENT, allegations=(Allegation(text="收礼", person=ReportedPerson(officer_id="head")),))
    context = FakeContext(officers=tuple(map(view, (*scene.EVERYBODY, head)))).sit(WANG)
    registering.register(context, RegisterReport(command_id="c1", content=about))
    context.heard()
    for actor in (head, LEAD, WANG, scene.DESK):
        refused("not_found", lambda who=actor: questions.report(
            context.sit(who), ReportQuery(report_id="id1")))
    assert questions.report(context.sit(scene.LEAD_ABOVE), ReportQuery(report_id="id1")).state is (
        ReportState.RECEIVED)


def test_a_reporter_who_files_too_sees_nothing_of_their_report_by_their_account():
    context, reporter = opened(), officer("ouyang", Role.FILER, unit="县水务局", name="欧阳")
    refused("not_found", lambda: questions.report(context.sit(reporter), ReportQuery(report_id="id1")))
    refused("not_found", lambda: beside.candidates(context.sit(reporter), ReportQuery(report_id="id1")))
    report = context.store.reports.get("id1")
    assert "ouyang" not in repr(context.told) + repr(report)


def test_a_subject_who_asks_who_reported_finds_no_report():
    context = assigned()
    for question in (questions.report, beside.candidates):
        refused("not_found", lambda ask=question: ask(context.sit(LIU), ReportQuery(report_id="id1")))
    refused("not_found", lambda: reports.link(context.sit(LIU), LinkReport(
        command_id="c2", report_id="id1", other_id="id1", kind=LinkKind.RELATED)))
    assert context.reads == []


def test_two_reports_that_each_hold_half_stand_beside_each_other_and_are_judged_each():
    first, second = (scene.registered(replace(CONTENT, reporter_ref=ref, allegations=(half,)))
                     for ref, half in (("r-one", UNBUILT), ("r-two", GIFTS)))
    second.id, second.number = "r2", "信访〔2026〕2号"
    for report in (first, second):
        report.open((view(LIU),), scene.OFFICERS, scene.by(SYSTEM))
        report.assign(view(WANG), scene.by(LEAD))
    first.link(second, LinkKind.RELATED, scene.by(WANG))
    assert [(each.report_id, each.kind) for each in first.links] == [("r2", LinkKind.RELATED)]
    first.judge_match(1, ShieldVerdict.COVERS, (), "同一项目", scene.ROAD, None, scene.by(WANG))
    assert [each.verdict for each in first.matches] == [ShieldVerdict.COVERS]
    assert second.matches == (), "what covers one half says nothing of the other"
    assert not first.repeats
    assert "r-two" not in repr(dump(first.links[0]))


def test_what_was_refused_at_the_door_leaves_a_line_and_nothing_else():
    for actor, who in ((SYSTEM, "public_form"), (WANG, "wang")):
        context = FakeContext().sit(replace(actor, officer_id="" if actor is SYSTEM else actor.officer_id))
        registering.note_marked_secret(context, NoteMarkedSecret(command_id="c1"))
        assert context.audits == [("clarify.marked_secret_refused", who, {})]
        assert (context.store.reports.rows, context.told) == ({}, [])


@pytest.mark.parametrize("between", [None, ReportDisposal.VERIFY])
def test_held_again_and_again_it_comes_to_its_end(between: ReportDisposal | None):
    report = scene.disposed(ReportDisposal.HOLD)
    due = report.due_at
    for day in (150, 300):
        if between is not None:
            report.dispose(between, False, "似有条件", scene.by(LEAD, scene.later(day - 1)))
        report.dispose(ReportDisposal.HOLD, False, "仍无条件", scene.by(LEAD, scene.later(day)))
        assert report.due_at == due
    report.dispose(ReportDisposal.INQUIRY, False, "条件已有", scene.by(LEAD, scene.later(301)))
    assert report.late
