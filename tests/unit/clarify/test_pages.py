"""The list of reports and the page of one, as a person sees them."""

from dataclasses import replace

import pytest

from rongcuo.contracts.clarify import ReporterRequest, ReportLine, ReportsPage
from rongcuo.contracts.clarify.operations import REPORT, REPORTS
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import HeldBy
from rongcuo.contracts.serialisation import dump
from services.clarify.pages import CHANNELS, STATES
from services.clarify.presenters.reports import view_of
from tests.unit.clarify import scene
from tests.unit.clarify.scene import LEAD, WANG, by
from tests.unit.gateway.console_site import Site


def site(who: str = "lead", **said: object) -> Site:
    there = Site(who)
    there.caller.said |= said
    return there


def line_of(report) -> ReportLine:
    return ReportLine(
        report_id=report.id, number=report.number, organ_id=report.organ_id, about="柳成林",
        channel=report.channel, origin=report.origin, state=report.state, held_by=HeldBy.HANDLER,
        assignee_id="wang", assignee_name="王安", late=False, suspended=False, provisional=False, tag="t",
        due_at=report.due_at, opened_at=report.opened_at)


def listed(*reports) -> dict[str, object]:
    page = ReportsPage(counts={"organ": len(reports)}, lines=tuple(map(line_of, reports)))
    return {REPORTS.name: dump(page)}


def test_the_list_says_what_it_is_about_where_it_stands_and_who_has_it():
    page = site(**listed(scene.accepted())).get("/clarify/reports").text
    for word in ("信访〔2026〕1号", "柳成林", "来信", "已受理，待处置", "王安", "/clarify/reports/r1"):
        assert word in page


def test_an_empty_list_says_that_ones_own_are_not_shown():
    page = site(**listed()).get("/clarify/reports").text
    assert "与您本人或者本单位有关的，不在这里显示" in page


@pytest.mark.parametrize("report", [scene.opened(), scene.accepted(), scene.disposed(), scene.found(
    scene.ReportOutcome.UNSUBSTANTIATED, scene.ReportOutcome.SUBSTANTIATED)])
def test_the_page_of_one_shows_its_allegations_and_the_pseudonym_alone(report):
    told = dump(view_of(report, by(LEAD)))
    page = site(**{REPORT.name: told}).get("/clarify/reports/r1").text
    for word in ("信访〔2026〕1号", "未批先建", "两条烟", "举报人甲"):
        assert word in page
    assert report.reporter_ref not in page


def test_of_what_was_passed_up_the_page_says_only_that():
    report = scene.assigned()
    report.pass_up("市管干部", "r9", by(WANG))
    page = site(**{REPORT.name: dump(view_of(report, by(LEAD)))}).get("/clarify/reports/r1").text
    assert "已报上级，本级不留存" in page
    assert "柳成林" not in page


def test_for_whom_it_is_not_there_the_page_is_not_either():
    there = site(**{REPORT.name: CaseError("not_found")})
    assert there.get("/clarify/reports/r1").status_code == 404


def test_every_state_and_channel_that_somebody_sees_has_its_word():
    states = {each for each in scene.opened().state.__class__ if each is not scene.registered().state}
    assert states == STATES.keys()
    assert set(type(replace(scene.CONTENT).channel)) == CHANNELS.keys()


def test_the_page_says_that_the_reporter_wrote_and_what_they_ask_for():
    report = scene.accepted()
    report.take_message(scene.later(1), by(LEAD))
    report.take_request(ReporterRequest.RECUSAL, "", scene.later(2), by(LEAD))
    page = site(**{REPORT.name: dump(view_of(report, by(LEAD)))}).get("/clarify/reports/r1").text
    for word in ("举报人来信", "5月7日 09:30", "申请承办人回避"):
        assert word in page
    quiet = site(**{REPORT.name: dump(view_of(scene.accepted(), by(LEAD)))}).get("/clarify/reports/r1").text
    assert "举报人来信" not in quiet
    assert "举报人的请求" not in quiet
