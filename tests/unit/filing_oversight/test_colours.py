"""A colour follows from facts, by the published numbers, and says which fact."""

from datetime import date, datetime, timedelta

import pytest

from rongcuo.contracts.filing import Bound, OversightView
from tests.unit.filing.people import FILER, LEAD, MAY_6, REVIEWER, ZONE
from tests.unit.filing_oversight.scene import DAY, MAY_20, Scene


def shown(view: OversightView, preset: str) -> tuple[str, str]:
    [found] = [each for each in view.colours if each.preset == preset]
    return (found.colour or "", found.cause.value)


@pytest.mark.parametrize(("done", "planned", "colour", "cause"), [
    (40, 40, "green", "on_plan"), (60, 40, "green", "on_plan"), (31, 40, "green", "on_plan"),
    (30, 40, "yellow", "behind"), (10, 40, "yellow", "behind"), (9, 40, "red", "far_behind"),
    (1, 100, "red", "far_behind"),
])
def test_by_progress_the_points_behind_set_the_colour(
        done: int, planned: int, colour: str, cause: str) -> None:
    scene = Scene()
    scene.progress(done, planned)
    assert shown(scene.seen_by(FILER), "by_progress") == (colour, cause)


@pytest.mark.parametrize(("today", "colour", "cause"), [
    (date(2026, 5, 31), "", "not_reported"), (date(2026, 6, 1), "yellow", "not_started"),
    (date(2026, 7, 31), "yellow", "not_started"), (date(2026, 8, 1), "red", "long_not_started"),
])
def test_what_is_not_begun_in_the_planned_month_is_yellow_and_three_months_later_red(
        today: date, colour: str, cause: str) -> None:
    now = datetime(today.year, today.month, today.day, 9, tzinfo=ZONE)
    assert shown(Scene().seen_by(FILER, now), "by_progress") == (colour, cause)


def test_the_latest_day_counts_and_a_report_of_nothing_is_no_beginning() -> None:
    scene, august = Scene(), datetime(2026, 8, 3, 9, tzinfo=ZONE)
    scene.progress(0, 5, now=august, on=date(2026, 8, 3))
    assert shown(scene.seen_by(FILER, august), "by_progress") == ("red", "long_not_started")
    scene.progress(50, 50, now=august, on=date(2026, 8, 2))
    scene.progress(20, 50, now=august, on=date(2026, 7, 1))
    assert shown(scene.seen_by(FILER, august), "by_progress")[1] == "long_not_started"    # of 3 August
    scene.progress(48, 50, now=august, on=date(2026, 8, 3))
    assert shown(scene.seen_by(FILER, august), "by_progress") == ("green", "on_plan")


def test_by_risk_the_gravest_fact_comes_first_and_goes_with_its_correction() -> None:
    scene = Scene()
    assert shown(scene.seen_by(LEAD), "by_risk") == ("yellow", "watched")    # livelihood is on the whitelist
    scene.deviate()
    assert shown(scene.seen_by(LEAD), "by_risk") == ("yellow", "deviation_open")
    scene.guide(1, days=8)
    assert shown(scene.seen_by(LEAD, MAY_20 + 8 * DAY), "by_risk") == ("yellow", "deviation_open")
    assert shown(scene.seen_by(LEAD, MAY_20 + 9 * DAY), "by_risk") == ("red", "correction_late")
    scene.deviate(Bound.WAY)
    assert shown(scene.seen_by(LEAD), "by_risk") == ("red", "out_of_bounds")
    scene.correct(2)
    scene.correct(1)
    assert shown(scene.seen_by(LEAD, MAY_20 + 2 * DAY), "by_risk") == ("yellow", "watched")


def test_that_supervisors_are_late_does_not_colour_the_filers_matter() -> None:
    scene = Scene()
    scene.plan(("decision", 2))
    late = MAY_20 + 3 * DAY
    assert shown(scene.seen_by(LEAD, late), "by_risk") == ("yellow", "watched")


def test_what_the_filer_contradicts_weighs_on_nothing_before_it_is_answered() -> None:
    scene = Scene()
    scene.deviate(Bound.WAY, who=REVIEWER)
    assert shown(scene.seen_by(LEAD), "by_risk") == ("red", "out_of_bounds")
    scene.dispute()
    assert shown(scene.seen_by(LEAD), "by_risk") == ("yellow", "deviation_open")
    scene.answer(stands=True)
    assert shown(scene.seen_by(LEAD), "by_risk") == ("red", "out_of_bounds")
    scene.dispute()
    scene.answer(stands=False)
    assert shown(scene.seen_by(LEAD), "by_risk") == ("yellow", "watched")


@pytest.mark.parametrize(("now", "colour", "cause"), [
    (MAY_6 + DAY, "green", "not_begun"), (MAY_20, "yellow", "under_way"),
    (MAY_6 + timedelta(days=800), "red", "over")])
def test_by_phase(now: datetime, colour: str, cause: str) -> None:
    assert shown(Scene().seen_by(FILER, now), "by_phase") == (colour, cause)


def test_what_is_evaluated_is_over_and_the_phases_it_was_in_are_told() -> None:
    scene = Scene()
    assert scene.seen_by(FILER, MAY_6 + DAY).phases == ("before",)
    scene.progress(40, 40)
    scene.evaluate()
    seen = scene.seen_by(FILER)
    assert (shown(seen, "by_phase"), seen.phases) == (("red", "over"), ("before", "during", "after"))
