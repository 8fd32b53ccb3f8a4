"""What an earlier filing is to an allegation: what dates say is computed, and nobody can say otherwise."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from rongcuo.contracts.clarify import Likeness, Outside, ShieldJudged
from rongcuo.contracts.clarify import ShieldVerdict as Verdict
from services.clarify.domain.shield import compare, folded, in_the_way
from tests.unit.casework.looking import last, refused
from tests.unit.clarify import scene
from tests.unit.clarify.scene import LEAD, ROAD, UNBUILT, WANG, ZONE, by


def judged(report, verdict, matter=ROAD, outside=(), allegation=1):
    report.judge_match(allegation, verdict, outside, "会议纪要与报备一致", matter, None, by(WANG))


def test_a_filing_of_the_same_person_and_matter_speaks_for_itself():
    beside = compare(1, UNBUILT, ROAD)
    assert set(beside.speaks_for) == {
        Likeness.SAME_PERSON, Likeness.SAME_NAME, Likeness.SAME_UNIT, Likeness.SAME_PLACE,
        Likeness.ALIKE_TEXT, Likeness.ACT_WITHIN}
    assert beside.speaks_against == ()


def test_words_are_alike_in_whatever_script_and_width_they_are_written():
    plain, other = (replace(ROAD, seen=folded(each)) for each in (ROAD.title, "楊林片區道路項目先行施工"))
    assert compare(1, UNBUILT, other).alike == compare(1, UNBUILT, plain).alike >= 30


@pytest.mark.parametrize(("matter", "against"), [
    ({"submitted_at": datetime(2026, 3, 2, 8, tzinfo=ZONE)}, Likeness.FILED_AFTER_ACT),    # on the very day
    ({"submitted_at": datetime(2026, 4, 2, 8, tzinfo=ZONE)}, Likeness.FILED_AFTER_ACT),
    ({"valid_from": date(2026, 3, 3)}, Likeness.NOT_VALID_THEN),
    ({"valid_until": date(2026, 3, 19)}, Likeness.NOT_VALID_THEN),
    ({"act_from": date(2026, 3, 10)}, Likeness.OUTSIDE_PERIOD),
    ({"act_until": date(2026, 3, 10)}, Likeness.OUTSIDE_PERIOD),
    ({"voided": True}, Likeness.VOIDED),
    ({"unit": "嵩明县水务局"}, Likeness.OTHER_UNIT),
    ({"seen": folded("农村饮水管网改造")}, Likeness.UNLIKE_TEXT)])
def test_what_speaks_against_a_filing_is_shown(matter, against):
    assert against in compare(1, UNBUILT, replace(ROAD, **matter)).speaks_against


@pytest.mark.parametrize(("matter", "code"), [
    ({"submitted_at": datetime(2026, 3, 2, 8, tzinfo=ZONE)}, "clarify.filed_after_act"),
    ({"valid_until": date(2026, 3, 19)}, "clarify.not_valid_then"),
    ({"act_until": date(2026, 3, 10)}, "clarify.outside_period"),
    ({"voided": True}, "clarify.filing_voided")])
def test_nobody_can_say_that_it_covers_what_its_dates_do_not(matter, code):
    refused(code, scene.assigned(), lambda each: judged(each, Verdict.COVERS, replace(ROAD, **matter)))


def test_an_act_without_a_day_is_covered_by_nothing():
    refused("clarify.act_undated", scene.assigned(), lambda each: judged(each, Verdict.COVERS, allegation=2))


@pytest.mark.parametrize("days", [
    {"act_from": None}, {"act_until": None}, {"act_from": date(2026, 3, 20), "act_until": date(2026, 3, 2)}])
def test_half_a_period_is_none(days):
    """Known to have ended on 20 March, it may have begun before a filing of the 10th."""
    matter = replace(ROAD, submitted_at=datetime(2026, 3, 10, 8, tzinfo=ZONE), valid_from=date(2026, 3, 10),
                     act_from=None)
    allegation = replace(UNBUILT, **days)
    assert list(in_the_way(allegation, matter)) == [Likeness.ACT_UNDATED]
    report = scene.assigned()
    report.allegations = (allegation, *report.allegations[1:])
    refused("clarify.act_undated", report, lambda each: judged(each, Verdict.COVERS))


def test_the_days_are_put_right_as_they_were_verified_and_what_was_judged_of_others_is_not_kept():
    report, last_day = scene.assigned(), date(2026, 3, 20)
    refused("clarify.act_ends_early", report, lambda each: each.classify(
        1, (), None, by(WANG), act_from=date(2026, 3, 21)))
    judged(report, Verdict.COVERS)
    report.classify(1, (), None, by(WANG), act_from=UNBUILT.act_from)
    assert [each.verdict for each in report.matches] == [Verdict.COVERS]
    report.classify(1, (), None, by(WANG), act_from=date(2026, 2, 2))
    assert (report.allegations[0].act_from, report.allegations[0].act_until) == (date(2026, 2, 2), last_day)
    assert report.matches == ()
    assert report.history[-1].note == "2026-03-02—2026-03-20 → 2026-02-02—2026-03-20"
    refused("clarify.filed_after_act", report, lambda each: judged(each, Verdict.COVERS))
    report.classify(2, (), None, by(WANG), act_from=last_day, act_until=last_day)
    judged(report, Verdict.COVERS, allegation=2)


def test_the_day_is_the_local_one():
    """00:30 on 2 March here is still 1 March elsewhere; the filing came on the day of the act."""
    just_after_midnight = datetime(2026, 3, 2, 0, 30, tzinfo=ZONE)
    that_day = replace(ROAD, submitted_at=just_after_midnight)
    assert Likeness.FILED_AFTER_ACT in compare(1, UNBUILT, that_day).speaks_against
    eve = replace(ROAD, submitted_at=just_after_midnight - timedelta(hours=1), valid_from=date(2026, 3, 1))
    assert compare(1, UNBUILT, eve).speaks_against == ()


def test_what_lies_outside_says_in_what_and_nothing_else_does():
    report = scene.assigned()
    refused("clarify.outside_in_what", report, lambda each: judged(each, Verdict.OUTSIDE))
    refused("clarify.outside_in_what", report,
            lambda each: judged(each, Verdict.EXCEEDED, outside=(Outside.WAY,)))
    judged(report, Verdict.OUTSIDE, outside=(Outside.WAY, Outside.PROCEDURE))
    assert report.matches[0].outside == (Outside.WAY, Outside.PROCEDURE)


def test_two_filings_about_one_act_are_judged_each_and_the_last_word_on_each_counts():
    report, other = scene.assigned(), replace(ROAD, filing_id="f2", number="530127-2026-000002")
    judged(report, Verdict.COVERS)
    judged(report, Verdict.EXPIRED, other)
    judged(report, Verdict.EXCEEDED)
    assert {(each.filing_id, each.verdict) for each in report.matches} == {
        ("f1", Verdict.EXCEEDED), ("f2", Verdict.EXPIRED)}


def test_a_verdict_is_told_with_when_the_filing_was_made_and_decides_nothing_else():
    report = scene.assigned()
    before = (report.state, report.outcome, report.disposal)
    judged(report, Verdict.COVERS)
    told = last(report)
    assert isinstance(told, ShieldJudged)
    assert (told.filing_id, told.digest, told.submitted_at, told.verdict) == (
        "f1", ROAD.digest, ROAD.submitted_at, Verdict.COVERS)
    assert (report.state, report.outcome, report.disposal) == before
    refused("review.reasons_missing", report, lambda each: each.judge_match(
        1, Verdict.UNRELATED, (), "  ", ROAD, None, by(LEAD)))
