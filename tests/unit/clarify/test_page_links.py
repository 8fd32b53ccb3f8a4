"""From a report's page one goes on to what it has led to, and from there back, as far as one sees both."""

import pytest

from rongcuo.contracts.clarify import Followed, ReportDisposal
from rongcuo.contracts.determination import CaseOfReport, DeterminationState, OfReport, Subject
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.serialisation import dump
from tests.unit.clarify import scene
from tests.unit.clarify.scene import BUREAU, LEAD, by
from tests.unit.gateway import casework
from tests.unit.gateway.console_site import Site
from tests.unit.gateway.report_pages import FOUND, ONE, of

LED_TO = OfReport(cases=(CaseOfReport(
    case_id="f1", number="容认〔2026〕3号", title="先行施工", subject=Subject(name="柳成林", unit=BUREAU),
    state=DeterminationState.VERIFICATION),))
NEW = "/determinations/new?report=r1"


def arisen(arises: bool = True):
    report = scene.accepted()
    report.dispose(ReportDisposal.INQUIRY, arises, "推进工作中的偏差", by(LEAD))
    return report


def site(said: dict[str, object], **of_others: object) -> Site:
    there = Site("lead")
    there.caller.said |= {**said, **of_others}
    return there


def test_after_a_yes_a_determination_is_one_click_away_and_those_that_there_are_stand_beside() -> None:
    said = {"determination.of_report": dump(LED_TO)}
    page = site(of(arisen(), "open_determination"), **said).get(ONE).text
    assert page.count(f'href="{NEW}"') == 2      # beside the determinations, and among what can be done
    assert 'href="/determinations/f1"' in page
    assert "容认〔2026〕3号" in page


def test_without_a_yes_nothing_of_it_stands_there_and_nobody_is_asked() -> None:
    there = site(of(arisen(False)))
    page = there.get(ONE).text
    assert "容错认定</h2>" not in page
    assert NEW not in page
    assert "determination.of_report" not in [target for target, _ in there.caller.asked]


def test_what_followed_is_linked_for_whoever_sees_it() -> None:
    followed = (Followed(case_id="c1", number="澄清〔2026〕1号"),)
    inquiry = (Followed(case_id="a1", number="信访〔2026〕1号"),)
    page = site(of(FOUND, clarifications=followed, false_accusations=inquiry)).get(ONE).text
    assert 'href="/clarify/clarifications/c1"' in page
    assert 'href="/clarify/false-accusations/a1"' in page
    assert "由此办理的" not in site(of(FOUND)).get(ONE).text


def test_it_is_opened_by_the_reports_number_with_what_is_known_and_none_of_its_words() -> None:
    there = site(of(arisen()), **{"determination.open_determination": casework.case()})
    page = there.get(NEW).text
    assert "信访〔2026〕1号" in page
    assert 'name="clue_number"' not in page
    assert 'value="柳成林"' in page
    assert 'value="2026-03-02"' in page
    assert "推进工作中的偏差</textarea>" in page
    typed = [each.partition("</textarea>")[0] for each in page.split("<textarea")[1:]]
    assert not [each for each in typed if "未批先建" in each]
    done = there.post(NEW, name="柳成林", unit=BUREAU, officer_id="", title="先行施工", what="先行施工",
                      since="2026-03-02", until="", grounds="推进工作")
    assert done.location == "/determinations/f1"
    sent = there.sent("open_determination")
    assert (sent["initiation"], sent["report_id"]) == ("clue", "r1")


def test_who_does_not_see_the_report_opens_nothing_from_it() -> None:
    there = site({"clarify.report": CaseError("not_found")})
    assert there.get(NEW).status_code == 404


@pytest.mark.parametrize("sees", [True, False])
def test_a_determination_leads_back_for_whoever_sees_the_report(sees: bool) -> None:
    clue = {"report_id": "r1"} if sees else CaseError("not_found")
    case = casework.case(clue_number="信访〔2026〕1号", report_id="r1")
    page = site({"determination.determination": case, "clarify.clue": clue}).get("/determinations/f1").text
    assert "信访〔2026〕1号" in page
    assert ('href="/matters/r1"' in page) is sees


@pytest.mark.parametrize("sees", [True, False])
def test_the_number_of_a_report_is_refused_with_the_way_to_it(sees: bool) -> None:
    found = [{"report_id": "r1", "number": "信访〔2026〕1号", "organ_id": scene.ORGAN}] if sees else []
    there = site({"determination.dispose_clue": CaseError("determination.clue_is_a_report"),
                  "clarify.clues": {"organs": [scene.ORGAN], "clues": found}})
    page = there.post("/clue-disposals/new", clue_number="信访〔2026〕1号", disposal="verify", reasons="核实",
                      tolerance_arises="0", received_at="2026-02-12T09:00", since="2025-11-03").text
    assert "这是举报件的编号" in page
    assert ('href="/matters/r1"' in page) is sees
