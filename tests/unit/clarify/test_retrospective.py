"""一案一议: kept with the report, read after its close by who sees it, asked for by the platform alone."""

import pytest

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import (
    ReportMoved,
    ReportOutcome,
    ReportQuery,
    RetrospectiveWritten,
    WriteRetrospective,
)
from rongcuo.contracts.serialisation import dump
from services.clarify.usecases import reports
from services.clarify.views import reports as questions
from tests.unit.clarify import scene
from tests.unit.clarify.context import FakeContext, refused
from tests.unit.clarify.scene import LEAD, SUPERVISOR, WANG, ZHAO

QUERY = ReportQuery(report_id="r1")
LEARNED = {"learned": "先行施工没有人提醒", "rule_gaps": "没有容缺办理的规定", "power_risks": "一人审批",
           "oversight_gaps": "开工以后没有人到现场"}


def closed() -> FakeContext:
    report = scene.found(ReportOutcome.SUBSTANTIATED, ReportOutcome.SUBSTANTIATED)
    report.close(scene.by(LEAD))
    report.take_events()
    context = FakeContext()
    context.store.put(report)
    return context


def written() -> FakeContext:
    context = closed().sit(WANG)
    reports.retrospect(context, WriteRetrospective(command_id="c1", report_id="r1", **LEARNED))
    return context


@pytest.mark.parametrize("reader", [WANG, ZHAO, LEAD, SUPERVISOR], ids=lambda actor: actor.officer_id)
def test_after_the_close_it_is_read_by_everybody_who_sees_the_report(reader):
    told = questions.report(written().sit(reader), QUERY).retrospective
    assert {name: getattr(told, name) for name in LEARNED} == LEARNED
    assert told.by_name == WANG.name


@pytest.mark.parametrize("named", scene.NAMED, ids=lambda actor: actor.officer_id)
def test_and_by_nobody_who_is_named(named):
    refused("not_found", lambda: questions.report(written().sit(named), QUERY))


def test_the_event_says_that_there_is_one_and_the_platform_asks_for_it():
    context = written()
    [event] = context.told
    assert isinstance(event, RetrospectiveWritten)
    assert not isinstance(event, ReportMoved)
    assert not [words for words in LEARNED.values() if words in repr(dump(event))]
    told = questions.retrospective(context.sit(SYSTEM), ReportQuery(report_id=event.standing.matter_id))
    assert (told.retrospective.power_risks, told.number) == ("一人审批", "信访〔2026〕1号")
    for word in ("柳成林", "未批先建", "r-7f3a", "举报人甲"):
        assert word not in repr(told)


def test_nobody_else_asks_for_it_and_before_there_is_one_there_is_none():
    context = written()
    for actor in (WANG, LEAD, SUPERVISOR, scene.LIU):
        refused("forbidden", lambda who=actor: questions.retrospective(context.sit(who), QUERY))
    assert questions.retrospective(closed().sit(SYSTEM), QUERY).retrospective is None
