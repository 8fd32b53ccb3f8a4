"""Between a report and its reporter: what the vault tells of them, and what it asks."""

from dataclasses import replace
from datetime import timedelta

from rongcuo.contracts import vault
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import (
    FeedbackStage,
    NoRemit,
    ReporterRequest,
    ReportMoved,
    ReportOutcome,
    ReportQuery,
    WordsToReporter,
)
from rongcuo.contracts.serialisation import dump
from rongcuo.policy.calendar import midnight
from services.clarify.domain import Report
from services.clarify.presenters import reports as presenters
from services.clarify.usecases import reporter
from services.clarify.views import reporter as for_the_vault
from services.clarify.views import reports as questions
from tests.unit.clarify import scene
from tests.unit.clarify.context import FakeContext, assigned, refused, registered
from tests.unit.clarify.scene import LEAD, WANG, by, found, later

TRUE = ReportOutcome.SUBSTANTIATED
ABOUT = {"reporter_ref": "r-7f3a", "organ_id": scene.ORGAN, "at": later(1)}


def fed_back() -> Report:
    report = scene.told(found(TRUE, TRUE, real=True))
    report.close(by(LEAD))
    report.give_feedback(FeedbackStage.RESULT, "柳成林未批先建属实", by(WANG, later(3)))
    return report


def test_a_receipt_is_of_what_was_told_by_then_and_of_nothing_later():
    report = fed_back()
    report.take_receipt(later(2), later(4), by(SYSTEM, later(4)))     # they read before the result was there
    assert [each.read_at for each in report.feedbacks] == [later(4), None]
    report.take_receipt(later(3), later(5), by(SYSTEM, later(5)))
    report.take_receipt(later(3), later(6), by(SYSTEM, later(6)))
    assert [each.read_at for each in report.feedbacks] == [later(4), later(5)]


def test_nobody_hears_of_any_step_before_it_is_known_whom_to_keep_it_from():
    report = scene.registered()
    report.take_events()
    report.take_request(ReporterRequest.PROTECTION, "", later(0), by(SYSTEM))
    report.take_message(later(0), by(SYSTEM))
    report.tell("new_calendar", by(SYSTEM))
    assert report.happened == []
    assert (len(report.requests), report.wrote_at) == (1, later(0))


def test_what_an_officer_writes_for_the_reporter_is_in_no_event():
    refusing, told = scene.assigned(), fed_back()
    refusing.refuse(NoRemit.LITIGATION, "这是与柳成林的合同纠纷", by(WANG))
    events = repr([dump(event) for each in (refusing, told) for _, event in each.happened])
    for word in ("柳成林", "未批先建", "合同纠纷", "已经受理"):
        assert word not in events, word
    assert presenters.words_to_reporter(refusing).refusal == "这是与柳成林的合同纠纷"
    assert presenters.words_to_reporter(told) == WordsToReporter(
        acceptance="您反映的问题已经受理", result="柳成林未批先建属实")


def test_only_the_platform_itself_asks_what_was_written_for_a_reporter():
    context, question = assigned(), ReportQuery(report_id="id1")
    for actor in (LEAD, WANG, scene.SUPERVISOR):
        refused("forbidden", lambda who=actor: for_the_vault.words_to_reporter(context.sit(who), question))
    assert for_the_vault.words_to_reporter(context.sit(SYSTEM), question) == WordsToReporter()


def test_who_comes_back_after_a_refusal_is_heard():
    report = scene.assigned()
    report.refuse(NoRemit.NO_SUBSTANCE, "请写明时间、地点", by(WANG))
    report.take_message(later(2), by(SYSTEM, later(2)))
    report.take_request(ReporterRequest.PROTECTION, "", later(2), by(SYSTEM, later(2)))
    assert (report.wrote_at, [each.kind for each in report.requests]) == (
        later(2), [ReporterRequest.PROTECTION])


def test_what_the_reporter_asks_of_the_vault_reaches_the_handlers_or_comes_again():
    context, asked = assigned().sit(SYSTEM), vault.ReporterAsked(wish=vault.Wish.PROTECTION, **ABOUT)
    reporter.take_request(context, asked)
    assert [each.kind for each in context.store.reports.get("id1").requests] == [ReporterRequest.PROTECTION]
    refused("not_found", lambda: reporter.take_request(FakeContext().sit(SYSTEM), asked))
    fresh = registered().sit(SYSTEM)
    fresh.told.clear()
    reporter.take_request(fresh, asked)
    assert (fresh.told, len(fresh.store.reports.get("id1").requests)) == ([], 1)


def test_that_the_reporter_wrote_is_on_the_page_and_told_without_what():
    context = assigned().sit(SYSTEM)
    reporter.take_message(context, vault.ReporterWrote(**ABOUT))
    assert questions.report(context.sit(WANG), ReportQuery(report_id="id1")).wrote_at == midnight(later(1))
    told = context.told[-1]
    assert isinstance(told, ReportMoved)
    assert (told.what, told.steps_told[told.what], told.note) == (
        "take_message", "clarify.reporter_wrote", "")


def test_a_receipt_is_kept_with_what_was_told():
    context = assigned()
    report = scene.told(scene.accepted(real=True))
    report.id = "id1"
    context.store.put(report)
    reporter.take_receipt(context.sit(SYSTEM), vault.ReporterRead(told_until=scene.RECEIVED_AT, **ABOUT))
    assert [each.read_at for each in context.store.reports.get("id1").feedbacks] == [later(1)]


def test_when_the_reporter_was_there_is_told_by_the_day_and_not_by_the_second():
    report, at = fed_back(), later(5) + timedelta(hours=3, seconds=7)
    report.take_receipt(later(4), at, by(SYSTEM, at))
    report.take_message(at, by(SYSTEM, at))
    report.take_request(ReporterRequest.PROTECTION, "", at, by(SYSTEM, at))
    tomorrow = midnight(at) + timedelta(days=1)
    shown = presenters.view_of(report, by(LEAD, tomorrow), (), talks=True)
    theirs = [each.at for each in shown.history if each.what.startswith("take_")]
    told = [shown.wrote_at, shown.requests[-1].at, *(each.read_at for each in shown.feedbacks), *theirs]
    assert len(theirs) == 3
    assert set(told) == {midnight(at)}
    assert report.wrote_at == at, "what is counted from it stays exact"


def test_what_the_reporter_does_today_nobody_sees_come_but_who_is_told_at_once():
    report, at = fed_back(), later(5) + timedelta(hours=3, seconds=7)
    report.take_message(later(4), by(SYSTEM, later(4)))
    before = [presenters.view_of(report, by(LEAD, at), (), talks=talks) for talks in (False, True)]
    report.take_receipt(later(4), at, by(SYSTEM, at))
    seen = [presenters.view_of(report, by(LEAD, at), (), talks=talks) for talks in (False, True)]
    assert [replace(each, tag="") for each in seen] == [replace(each, tag="") for each in before], "reading"
    report.take_message(at, by(SYSTEM, at))
    report.take_request(ReporterRequest.PROTECTION, "", at, by(SYSTEM, at))
    far, near = (presenters.view_of(report, by(LEAD, at), (), talks=talks) for talks in (False, True))
    assert replace(far, tag="") == replace(before[0], tag="")
    assert (far.wrote_at, near.wrote_at) == (midnight(later(4)), midnight(at))
    assert [each.kind for each in near.requests] == [ReporterRequest.PROTECTION]


def test_no_tag_tells_the_second_at_which_the_reporter_wrote():
    context = assigned()

    def tags() -> list[str]:
        return [questions.report(context.sit(who), ReportQuery(report_id="id1")).tag for who in (WANG, LEAD)]
    before, report = tags(), context.store.reports.get("id1")
    for take in (reporter.take_message, reporter.take_request, reporter.take_receipt):
        happened = {reporter.take_message: vault.ReporterWrote(**ABOUT), reporter.take_receipt:
                    vault.ReporterRead(told_until=scene.RECEIVED_AT, **ABOUT)}
        asked = vault.ReporterAsked(wish=vault.Wish.PROTECTION, **ABOUT)
        take(context.sit(SYSTEM), happened.get(take, asked))
    assert context.store.reports.get("id1").version > report.version
    assert tags() == before
    assert context.store.reports.get("id1").tag == before[0], "nobody's step is refused for it"
