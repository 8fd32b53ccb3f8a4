"""The arithmetic of the figures, and what the result file holds. Never how fast anything is."""

import json
from pathlib import Path

import pytest

from bench.__main__ import written
from bench.casebook import searching
from bench.casebook_entries import READER, SEARCHED, entry
from bench.dashboard import looking
from bench.figures import Figure, Goal, beside, percentile
from bench.lists import growth
from bench.match import matching
from bench.meeting_hall import MEMBERS, RULES, member, voted
from bench.relay import rate
from bench.report import report_ratio
from bench.search import finding
from bench.submit import submit_ratio
from rongcuo.casework.occasion import Occasion
from services.followup.access.casebook import divisions_of
from services.followup.storage.casebook_grams import rows_of

KEYS = {"median", "p99", "floor", "ratio", "n", "unit", "goal", "met"}


def test_a_percentile_is_a_sample_that_so_many_do_not_exceed():
    samples = list(range(1, 101))
    assert percentile(samples, 0.99) == 99
    assert percentile(samples, 1.0) == 100
    assert percentile(samples, 0.01) == 1
    assert percentile([7.0], 0.99) == 7.0
    with pytest.raises(ValueError, match="no samples"):
        percentile([], 0.5)


def test_the_ratio_is_that_of_the_medians():
    figure = beside([2.0, 4.0, 60.0], [1.0, 2.0, 3.0], "ms", Goal(limit=1.5, at_most=True))
    assert (figure.median, figure.floor, figure.ratio, figure.p99, figure.n) == (4.0, 2.0, 2.0, 60.0, 3)
    assert figure.met is False


@pytest.mark.parametrize(("limit", "at_most", "figure", "met"), [
    (1.5, True, 1.5, True), (1.5, True, 1.51, False), (0.5, False, 0.5, True), (0.5, False, 0.49, False)])
def test_a_goal_is_met_from_its_own_side(limit: float, at_most: bool, figure: float, met: bool):
    assert Goal(limit=limit, at_most=at_most).met_by(figure) is met


def test_a_goal_may_be_about_the_median():
    figure = Figure(unit="filings/s", n=1, median=120.0, p99=80.0, goal=Goal(limit=100, at_most=False),
                    judged="median")
    assert figure.met is True
    assert Figure(unit="s", n=1, median=1.0, p99=1.0).met is None


def test_a_submissions_floor_is_the_call_and_the_commit():
    figure = submit_ratio({"ours": [0.006, 0.006], "call": [0.003, 0.003], "commit": [0.001, 0.001]})
    assert (figure.median, figure.floor) == (pytest.approx(6), pytest.approx(4))
    assert figure.ratio == pytest.approx(1.5)
    assert figure.told()["floor_call"] == 3


def test_a_measured_meeting_only_waits_for_the_reveal():
    meeting = voted("m")
    meeting.reveal_votes("m-1", Occasion(member(0), meeting.since, RULES.pack_by_id(meeting.pack_id),
                                         RULES.calendar(meeting.division_code)))
    assert (len(meeting.agenda.items[0].ballots), meeting.agenda.items[0].result) == (MEMBERS, "exempt")


def test_the_relays_rate_leaves_out_the_batch_whose_beginning_nobody_saw_and_the_last():
    assert rate([1.0] * 500 + [2.0] * 500 + [3.0] * 500 + [3.1] * 200) == 500


def test_the_list_that_grows_most_stands_for_all():
    told = {"a.first": {"few": [1.0], "many": [1.1]}, "b.200th": {"few": [1.0], "many": [4.0]}}
    figures = growth(told)
    assert figures["list_growth"].ratio == 4.0
    assert figures["list_growth.a.first"].met is True


def test_the_dashboard_is_judged_by_its_median_and_by_how_it_grows():
    figures = looking({"postgresql": {"few": [10.0], "many": [16.0]},
                       "sqlite": {"few": [90.0], "many": [101.0]}})
    assert {name: figure.met for name, figure in figures.items()} == {
        "dashboard_ms": True, "dashboard_growth": False, "dashboard_ms.sqlite": False,
        "dashboard_growth.sqlite": True}


def test_the_slowest_words_stand_for_every_search_of_the_casebook():
    figures = searching({"postgresql": {"common": {"few": [3.0], "many": [6.0]},
                                        "rare": {"few": [10.0], "many": [50.5]}},
                         "sqlite": {"common": {"few": [2.0], "many": [49.0]}}})
    assert {name: (figure.median, figure.met) for name, figure in figures.items()} == {
        "casebook_search_ms": (50.5, False), "casebook_search_ms.common": (6.0, True),
        "casebook_search_ms.rare": (50.5, False), "casebook_search_ms.sqlite": (49.0, True),
        "casebook_search_ms.common.sqlite": (49.0, True)}
    assert figures["casebook_search_ms.common"].ratio == 2.0


def test_measured_entries_hold_of_each_kind_of_words_what_is_said_of_it():
    held = [rows_of(entry(number))[0]["sought"] for number in range(1_000)]
    shown = [entry(number).shown_in in divisions_of(READER) for number in range(1_000)]
    found = {kind: [all(word in each for word in words.split()) for each in held]
             for kind, words in SEARCHED.items()}
    seen = {kind: sum(map(all, zip(each, shown, strict=True))) for kind, each in found.items()}
    assert {kind: (sum(found[kind]) > 0, seen[kind] > 0) for kind in SEARCHED} == {
        "common": (True, True), "rare": (True, True), "sentence": (True, True), "absent": (False, False),
        "apart": (False, False), "elsewhere": (True, False)}
    assert 0 < seen["rare"] < 30 < seen["common"]


def test_matching_is_judged_by_its_median_and_by_how_it_grows():
    figures = matching({"postgresql": {"few": [10.0], "many": [29.0]},
                        "sqlite": {"few": [2.0], "many": [3.0]}})
    assert {name: figure.met for name, figure in figures.items()} == {
        "match_ms": True, "match_growth": False, "match_ms.sqlite": True, "match_growth.sqlite": True}
    assert (figures["match_ms"].median, figures["match_growth"].ratio) == (29.0, 2.9)


def test_the_search_that_grows_most_stands_for_all_and_the_slowest_is_judged_by_its_median():
    figures = finding({"postgresql": {"number": {"few": [4.0], "many": [4.4]},
                                      "absent": {"few": [2.0], "many": [3.2]}},
                       "sqlite": {"common": {"few": [40.0], "many": [51.0]}}})
    assert {name: (figure.median, figure.met) for name, figure in figures.items()} == {
        "search_growth": (3.2, False), "search_ms": (4.4, True), "search_growth.number": (4.4, True),
        "search_growth.absent": (3.2, False), "search_growth.sqlite": (51.0, True),
        "search_ms.sqlite": (51.0, False), "search_growth.common.sqlite": (51.0, True)}


def test_a_reports_floor_is_its_calls_cryptography_shares_and_rows():
    told = {"ours": [0.1, 0.1], "call": [0.01, 0.01], "cryptography": [0.07, 0.07], "shares": [0.01, 0.01],
            "commit": [0.01, 0.01]}
    figure = report_ratio(told)
    assert (figure.median, figure.floor) == (pytest.approx(100), pytest.approx(100))
    assert figure.told()["floor_cryptography"] == 70


def test_the_result_keeps_what_was_not_measured_this_time(tmp_path: Path):
    file = tmp_path / "var" / "bench.json"
    about = {"cpu": "one", "date": "2026-03-03T09:00:00+08:00"}
    written(file, {"first": beside([1.0], [1.0], "ms")}, about)
    written(file, {"second": beside([3.0], [2.0], "ms", Goal(limit=2, at_most=True), clients=16)}, about)
    result = json.loads(file.read_text())
    assert result.keys() == {"first", "second", "machine"}
    assert result["first"].keys() >= KEYS
    second = result["second"]
    assert (second["ratio"], second["met"], second["clients"]) == (1.5, True, 16)
    assert result["machine"] == about
