"""Filings are kept as filing tells of them, and a match is judged with the proof of when they were made."""

from dataclasses import replace
from types import SimpleNamespace

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import (
    JudgeMatch,
    ReportQuery,
    ShieldJudged,
    ShieldVerdict,
)
from rongcuo.contracts.filing import FilingContent, FilingState, FilingView, FilingVoided
from rongcuo.contracts.review import FilingCheckEnded, FilingFault
from services.clarify.domain.shield import folded
from services.clarify.usecases import shield
from services.clarify.views import shield as beside
from tests.unit.clarify import scene
from tests.unit.clarify.context import FakeContext, assigned, refused
from tests.unit.clarify.scene import ROAD

VOIDED = FilingVoided(filing_id="f1", number=ROAD.number, organ_id=scene.ORGAN, filer_id="liu", voided=True,
                      determination="容认〔2026〕1号", at=scene.RECEIVED_AT)
FILED = FilingView(
    filing_id="f1", number=ROAD.number, organ_id=scene.ORGAN, division_code=scene.DIVISION, filer_id="liu",
    filer_name="柳成林", unit=scene.BUREAU, pack_id="p", whitelisted=False, state=FilingState.ACCEPTED,
    register_number="R1", digest=ROAD.digest, valid_from=ROAD.valid_from, valid_until=ROAD.valid_until,
    content=FilingContent(title=ROAD.title, description="因历史遗留问题，手续同步补办",
                          act_from=ROAD.act_from, act_until=ROAD.act_until),
    drafted_at=ROAD.submitted_at, submitted_at=ROAD.submitted_at)


def test_a_filing_is_kept_as_filing_tells_of_it_whichever_event_says_so():
    context = replace(FakeContext(), filings={"f1": FILED}).sit(SYSTEM)
    shield.take_filing(context, VOIDED)
    assert context.store.filings.read("f1") == replace(ROAD, seen=folded(
        ROAD.title, "因历史遗留问题，手续同步补办"))
    again = replace(context, filings={"f1": replace(FILED, voided=True)})
    shield.take_filing(again, VOIDED)
    assert again.store.filings.read("f1").voided


def test_a_filing_that_was_never_accepted_is_not_kept():
    never = replace(FILED, register_number="", valid_from=None, valid_until=None)
    context = replace(FakeContext(), filings={"f1": never}).sit(SYSTEM)
    shield.take_filing(context, VOIDED)
    assert context.store.filings.kept == {}


def test_a_match_is_judged_with_the_proof_of_when_the_filing_was_made():
    context = replace(assigned(), receipts={"f1": SimpleNamespace(proof=None)})
    context.store.filings.keep(ROAD)
    shield.judge_match(context, JudgeMatch(
        command_id="c2", report_id="id1", allegation=1, filing_id="f1", verdict=ShieldVerdict.COVERS,
        reasons="同一项目"))
    assert [each.verdict for each in context.store.reports.get("id1").matches] == [ShieldVerdict.COVERS]
    assert isinstance(context.told[-1], ShieldJudged)
    refused("not_found", lambda: shield.judge_match(context, JudgeMatch(
        command_id="c3", report_id="id1", allegation=1, filing_id="f9", verdict=ShieldVerdict.COVERS,
        reasons="同一项目")))


def test_candidates_come_by_allegation_the_likeliest_first_and_only_to_whom_it_is_there():
    context = assigned()
    for matter in (replace(ROAD, filing_id="f2", seen=folded("别的事"), filer_id="x"), ROAD):
        context.store.filings.keep(matter)
    shown = beside.candidates(context, ReportQuery(report_id="id1")).candidates
    assert [(each.allegation, each.filing_id) for each in shown] == [
        (1, "f1"), (1, "f2"), (2, "f1"), (2, "f2")]
    refused("not_found", lambda: beside.candidates(context.sit(scene.LIU), ReportQuery(report_id="id1")))




def test_what_review_found_of_the_filing_stands_beside_the_match_and_stays_there():
    context = replace(assigned(), receipts={"f1": SimpleNamespace(proof=None)})
    context.store.filings.keep(ROAD)
    judge = JudgeMatch(command_id="c2", report_id="id1", allegation=1, filing_id="f1",
                       verdict=ShieldVerdict.COVERS, reasons="同一项目")
    shield.judge_match(context, judge)
    ended = FilingCheckEnded(
        standing=replace(context.told[-1].standing, kind="filing_check", matter_id="k1"), report_id="id1",
        filing_id="f1", faults=(FilingFault.OTHERWISE,), at=scene.later(3))
    shield.take_check(context.sit(SYSTEM), replace(ended, faults=(), set_aside=True))
    assert context.store.reports.get("id1").matches[0].checked_at is None
    shield.take_check(context.sit(SYSTEM), ended)
    shield.judge_match(context.sit(scene.WANG), replace(judge, verdict=ShieldVerdict.UNRELATED))
    [match] = context.store.reports.get("id1").matches
    assert (match.verdict, match.checked_at, match.faults) == (
        ShieldVerdict.UNRELATED, scene.later(3), (FilingFault.OTHERWISE,))
    assert (context.told[-1].same_matter, context.store.reports.get("id1").outcome) == (False, None)


def test_of_two_allegations_one_is_enough_for_the_filing_to_be_checked():
    context = replace(assigned(), receipts={"f1": SimpleNamespace(proof=None)})
    context.store.filings.keep(ROAD)
    for allegation, verdict in ((1, ShieldVerdict.COVERS), (2, ShieldVerdict.UNRELATED)):
        shield.judge_match(context, JudgeMatch(
            command_id=f"c{allegation}", report_id="id1", allegation=allegation, filing_id="f1",
            verdict=verdict, reasons="逐项比对"))
    assert [(each.verdict, each.same_matter) for each in context.told if isinstance(each, ShieldJudged)] == [
        (ShieldVerdict.COVERS, True), (ShieldVerdict.UNRELATED, True)]
