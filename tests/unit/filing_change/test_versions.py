"""From its approval on a filing covers what the change says; of earlier days, what was filed then holds."""

from dataclasses import replace
from datetime import date

import pytest

from rongcuo.contracts.clarify import Likeness
from rongcuo.contracts.filing import (
    Bound,
    BoundsLeft,
    ChangeContent,
    FiledTerms,
    FiledVersion,
    FilingChanged,
    OversightMoved,
    in_force,
)
from services.clarify.domain.shield import compare, in_the_way
from services.clarify.usecases.shield import _matter_of
from services.filing.domain.matter import digest
from tests.unit.clarify.scene import UNBUILT
from tests.unit.filing_change.scene import DAY, JUNE_1, WIDER, Changing

LATER = ChangeContent(act_until=date(2027, 6, 30), reasons="工期顺延")


def test_what_is_not_changed_stays_and_every_version_has_its_days_and_digest() -> None:
    scene = Changing()
    first = scene.page().versions[0]
    assert (first.number, first.digest, first.since, first.until) == (
        1, scene.filing.digest, date(2026, 5, 7), None)
    scene.approved()
    before, after = scene.page().versions
    assert before == replace(first, until=date(2026, 5, 31))
    assert (after.number, after.since, after.until, after.change_id) == (
        2, date(2026, 6, 1), None, f"{scene.filing_id}.c1")
    assert after.terms == replace(before.terms, scope=WIDER.scope, act_until=WIDER.act_until)
    assert after.digest == digest(WIDER, rests_on=first.digest) != digest(WIDER, rests_on="other")
    assert after.filed_at == after.holds_from == JUNE_1


def test_others_are_told_what_holds_from_now_on() -> None:
    scene = Changing()
    scene.approved(replace(WIDER, valid_until=date(2027, 9, 30)))
    changed = scene.cabinet.events(scene.filing_id)[-1]
    assert isinstance(changed, FilingChanged)
    assert (changed.version_of_filing, changed.act_until, changed.valid_until, changed.at) == (
        2, date(2027, 3, 31), date(2027, 9, 30), JUNE_1)
    assert scene.filing.valid_until == date(2027, 9, 30)
    assert scene.filing.history[-1].what == "change"


def test_a_second_change_rests_on_the_first() -> None:
    scene = Changing()
    scene.approved()
    scene.approved(LATER, JUNE_1 + 30 * DAY, 2)
    one, two, three = scene.page().versions
    assert scene.change(2).rests_on == two.digest
    assert (one.until, two.until, three.until) == (date(2026, 5, 31), date(2026, 6, 30), None)
    assert three.terms == replace(two.terms, act_until=LATER.act_until)


def version(number: int, since: int, until: int | None) -> FiledVersion:
    return FiledVersion(
        number=number, digest="d", terms=FiledTerms(scope="s"), since=date(2026, 6, since),
        until=date(2026, 6, until) if until else None, filed_at=JUNE_1, holds_from=JUNE_1)


@pytest.mark.parametrize(("first", "last", "found"), [
    (1, 3, [1]), (9, 9, [1]), (9, 10, [1, 3]), (10, 10, [3]), (20, 25, [3]), (3, 30, [1, 3])])
def test_of_each_day_what_was_filed_then_holds(first: int, last: int, found: list[int]) -> None:
    """The second was replaced on its own first day."""
    known = (version(3, 10, None), version(1, 5, 9), version(2, 10, 9))
    assert [each.number for each in in_force(known, date(2026, 6, first), date(2026, 6, last))] == found


# ---------------------------------------------------------------------- clarify's match


def match(scene: Changing, first: date, last: date):
    matter = _matter_of(scene.page())
    assert matter
    return matter, replace(UNBUILT, act_from=first, act_until=last)


def test_an_act_before_the_change_is_held_against_what_was_filed_then() -> None:
    scene = Changing()
    scene.approved(ChangeContent(act_until=date(2026, 8, 31), reasons="提前完成"), JUNE_1 + 60 * DAY)
    matter, act = match(scene, date(2026, 7, 1), date(2026, 7, 20))
    assert list(in_the_way(act, matter)) == []
    assert [share.number for share in compare(1, act, matter).shares] == [1]
    later = replace(act, act_from=date(2026, 9, 5), act_until=date(2026, 9, 9))
    assert list(in_the_way(later, matter)) == [Likeness.OUTSIDE_PERIOD]
    assert [share.number for share in compare(1, later, matter).shares] == [2]


def test_nothing_that_was_filed_later_covers_an_earlier_day() -> None:
    scene = Changing()
    narrow = ChangeContent(act_until=date(2026, 6, 30), reasons="只做一期")
    scene.approved(narrow)
    scene.approved(ChangeContent(act_until=date(2026, 12, 31), reasons="又做二期"), JUNE_1 + 60 * DAY, 2)
    matter, act = match(scene, date(2026, 7, 5), date(2026, 7, 9))
    assert list(in_the_way(act, matter)) == [Likeness.OUTSIDE_PERIOD]
    assert [(share.number, share.digest) for share in compare(1, act, matter).shares] == [
        (2, scene.page().versions[1].digest)]


def test_two_versions_that_each_cover_half_are_shown_as_such_and_cover_it_together() -> None:
    scene = Changing()
    at = JUNE_1 + 60 * DAY
    scene.approved(ChangeContent(act_from=at.date(), act_until=date(2026, 10, 31), reasons="分段实施"), at)
    matter, act = match(scene, date(2026, 7, 20), date(2026, 8, 10))
    one, two = compare(1, act, matter).shares
    assert (one.number, one.days_from, one.days_until, one.speaks_against) == (
        1, date(2026, 7, 20), date(2026, 7, 30), ())
    assert (two.number, two.days_from, two.days_until) == (2, date(2026, 7, 31), date(2026, 8, 10))
    assert list(in_the_way(act, matter)) == [Likeness.CHANGED_THAT_DAY]
    whole = replace(matter, versions=())
    assert Likeness.OUTSIDE_PERIOD in in_the_way(act, whole)     # today's days alone would not


def test_the_words_that_are_compared_are_those_of_the_days() -> None:
    scene = Changing(description="农村饮水管网改造")
    scene.approved(ChangeContent(scope=UNBUILT.text, reasons="改做道路"))
    matter, before = match(scene, date(2026, 5, 21), date(2026, 5, 25))
    after = replace(before, act_from=date(2026, 6, 20), act_until=date(2026, 6, 25))
    assert compare(1, before, matter).alike < 30 < 90 < compare(1, after, matter).alike


# ---------------------------------------------------------------------- oversight's bounds


def test_what_is_overseen_lies_within_the_new_days_from_the_change_on_and_in_the_old_ones_before() -> None:
    scene = Changing()
    narrow = ChangeContent(act_until=date(2026, 6, 30), reasons="只做一期")
    scene.approved(narrow)
    moved = scene.told[-1]
    assert isinstance(moved, OversightMoved)
    assert (moved.what, scene.matter.act_until) == ("follow_change", date(2026, 6, 30))
    scene.progress(10, 10, JUNE_1 + 60 * DAY, on=date(2026, 5, 25))
    assert scene.matter.deviations == ()
    scene.progress(40, 50, JUNE_1 + 60 * DAY, on=date(2026, 7, 5))
    [deviation] = scene.matter.deviations
    assert (deviation.by_rule, deviation.outside, deviation.on) == (True, (Bound.PERIOD,), date(2026, 7, 5))
    told = scene.told[-1]
    assert isinstance(told, BoundsLeft)
    assert (told.outside, told.on) == ((Bound.PERIOD,), date(2026, 7, 5))


def test_work_outside_of_the_days_is_said_once_until_it_is_put_right() -> None:
    scene = Changing()
    scene.progress(90, 90, JUNE_1 + 220 * DAY, on=date(2026, 12, 31))
    scene.progress(90, 100, JUNE_1 + 220 * DAY, on=date(2027, 1, 5))      # nothing was done
    assert scene.matter.deviations == ()
    scene.progress(95, 100, JUNE_1 + 230 * DAY, on=date(2027, 1, 10))
    scene.progress(97, 100, JUNE_1 + 231 * DAY, on=date(2027, 1, 12))
    assert [each.on for each in scene.matter.deviations] == [date(2027, 1, 10)]
    scene.correct(now=JUNE_1 + 232 * DAY)
    scene.progress(99, 100, JUNE_1 + 233 * DAY, on=date(2027, 1, 14))
    assert len(scene.matter.deviations) == 2


def test_work_before_the_days_that_were_filed_is_outside_too() -> None:
    scene = Changing()
    scene.progress(5, 0, on=date(2026, 5, 19))
    assert [each.outside for each in scene.matter.deviations] == [(Bound.PERIOD,)]


def test_a_reported_deviation_is_outside_of_the_period_by_its_day() -> None:
    scene = Changing()
    scene.deviate(Bound.WAY, now=JUNE_1 + 300 * DAY)
    assert scene.matter.deviations[0].outside == (Bound.WAY, Bound.PERIOD)
    scene = Changing()
    scene.deviate(Bound.WAY)
    assert scene.matter.deviations[0].outside == (Bound.WAY,)


def test_a_deviation_by_rule_is_told_to_the_filer_as_no_admission_and_theirs_to_contradict() -> None:
    scene, day = Changing(), JUNE_1 + 230 * DAY
    scene.progress(95, 100, day, on=date(2027, 1, 10))
    [deviation] = scene.matter.deviations
    told = scene.told[-1]
    assert isinstance(told, BoundsLeft)
    assert (deviation.reported, told.subject_told, told.standing.subject_id) == (
        False, "filing.bounds_left", "zhao")
    scene.dispute(now=day)
    scene.answer(stands=False, now=day + DAY)
    scene.progress(95, 100, day + 2 * DAY, on=date(2027, 1, 19))     # of what was looked at, no more is said
    assert len(scene.matter.deviations) == 1
    scene.progress(97, 100, day + 3 * DAY, on=date(2027, 1, 20))
    assert [each.number for each in scene.matter.deviations] == [1, 2]


def test_work_of_before_the_acceptance_deviates_from_nothing_by_its_date_either() -> None:
    scene = Changing()
    scene.progress(5, 0, on=date(2026, 5, 6))
    assert scene.matter.deviations == ()
    scene.progress(5, 0, on=date(2026, 5, 19))
    assert scene.matter.deviations == ()
    scene.progress(6, 0, on=date(2026, 5, 19))
    assert [each.on for each in scene.matter.deviations] == [date(2026, 5, 19)]
