"""What is due when: derived from the period, the class and what was done."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rongcuo.contracts.followup import DutyKind, PeriodChange, PersonClass, VisitKind
from rongcuo.policy.limit import add_months
from services.followup.domain.programme.schedule import visit_days
from tests.unit.followup import scene
from tests.unit.followup.scene import NOW, PACK, SINCE, UNTIL, WANG, WEN, by

RULE = PACK.followup


def dues(programme, kind: DutyKind) -> list[tuple[date, bool]]:
    return [(each.due_on, each.done) for each in programme.duties(by(WANG)) if each.kind is kind]


def test_a_demerit_of_a_year_has_a_visit_in_six_months_and_one_before_its_end():
    programme = scene.counselling()
    assert dues(programme, DutyKind.VISIT) == [(date(2026, 7, 12), False), (date(2027, 1, 11), False)]
    assert dues(programme, DutyKind.EXECUTION) == [(date(2026, 2, 12), False)]
    assert dues(programme, DutyKind.GATHERING) == [(date(2026, 12, 13), False)]
    assert dues(programme, DutyKind.END_NOTICE) == [(date(2027, 1, 5), False)]
    assert programme.ends_on == UNTIL
    assert not dues(programme, DutyKind.CONTACT)


def test_what_is_due_next_is_the_cases_day_and_moves_when_it_is_done():
    programme = scene.counselling()
    assert programme.due_at.date() == date(2026, 2, 12)
    scene.executed(programme)
    assert programme.due_at.date() == date(2026, 7, 12)
    scene.visit(programme)
    assert programme.due_at.date() == date(2026, 12, 13)


def test_a_visit_that_the_person_declined_is_no_failing_and_one_that_was_cancelled_counts_for_nothing():
    programme = scene.counselling()
    programme.cancel_visit(scene.plan_visit(programme), "下乡", by(WANG))
    assert dues(programme, DutyKind.VISIT)[0] == (date(2026, 7, 12), False)
    programme.decline_visit(scene.plan_visit(programme), "", (), by(WEN))
    assert dues(programme, DutyKind.VISIT)[0] == (date(2026, 7, 12), True)


@pytest.mark.parametrize(("person_class", "months", "expected"), [
    (PersonClass.KEY, 12, [(VisitKind.CONTACT, (2026, 4, 12)), (VisitKind.FORMAL, (2026, 7, 12)),
                           (VisitKind.CONTACT, (2026, 10, 12)), (VisitKind.FORMAL, (2027, 1, 11))]),
    (PersonClass.KEY, 6, [(VisitKind.CONTACT, (2026, 4, 12)), (VisitKind.FORMAL, (2026, 7, 11))]),
    (PersonClass.GENERAL, 6, [(VisitKind.FORMAL, (2026, 7, 11))]),
    (PersonClass.ENCOURAGING, 18, [(VisitKind.FORMAL, (2026, 7, 12)), (VisitKind.FORMAL, (2027, 7, 11))]),
])
def test_each_class_has_its_rhythm(person_class: PersonClass, months: int, expected: list):
    found = visit_days(SINCE, add_months(SINCE, months), person_class, RULE)
    assert found == tuple((kind, date(*day)) for kind, day in expected)


@given(since=st.dates(date(2020, 1, 1), date(2030, 1, 1)), months=st.integers(1, 48),
       person_class=st.sampled_from(PersonClass))
def test_nobody_is_to_be_visited_more_often_than_twice_a_year_nor_after_the_end(
        since: date, months: int, person_class: PersonClass):
    until = add_months(since, months)
    found = visit_days(since, until, person_class, RULE)
    days = [day for _, day in found]
    formal = [day for kind, day in found if kind is VisitKind.FORMAL]
    assert days == sorted(set(days))
    assert since <= days[0] <= add_months(since, 6)
    assert formal[-1] == days[-1] == until - timedelta(days=1)
    assert all(sum(day.year == year for day in formal) <= 2 for year in {day.year for day in formal})
    assert all((later - earlier).days <= 184 or person_class is PersonClass.ENCOURAGING
               for earlier, later in pairwise(days))


def test_a_period_that_was_lifted_or_added_to_moves_every_day():
    programme = scene.counselling()
    programme.change_period(PeriodChange.ADDED, NOW.date(), "牟监处〔2026〕9号", 24, "又受处分",
                            (scene.PAPER,),
                            by(scene.LEAD))
    assert programme.ends_on == date(2028, 1, 12)
    assert len(dues(programme, DutyKind.VISIT)) == 4
    programme.change_period(PeriodChange.LIFTED, date(2026, 9, 1), "解除〔2026〕1号", 0, "提前解除",
                            (scene.PAPER,),
                            by(scene.LEAD))
    assert programme.ends_on == date(2026, 9, 1)
    assert [day for day, _ in dues(programme, DutyKind.VISIT)] == [date(2026, 7, 12), date(2026, 8, 31)]
