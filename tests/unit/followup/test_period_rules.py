"""The period of a sanction is what its decision and the pack say, and nobody alone moves its end."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from rongcuo.contracts.followup import (
    PeriodChange,
    PersonChange,
    ProgrammeEnded,
)
from rongcuo.contracts.followup import ProgrammeState as State
from services.followup.domain.programme import after_sanction
from services.followup.presenters.programmes import view_of
from tests.unit.followup import scene
from tests.unit.followup.scene import (
    LEAD,
    NOW,
    OVER,
    PACK,
    PAPER,
    UNTIL,
    WANG,
    WEN,
    at,
    by,
)
from tests.unit.followup.test_rules import refused, told
from tests.unit.review.scene import view


def test_what_is_over_or_was_lifted_is_not_run_anew():
    programme = scene.counselling()
    for day in (date(2026, 1, 11), date(2026, 3, 3)):
        with refused("followup.added_outside"):
            programme.change_period(PeriodChange.ADDED, day, "号", 24, "又受处分", (PAPER,), by(LEAD))
    with refused("followup.period_is_over"):
        programme.change_period(PeriodChange.ADDED, OVER.date(), "号", 24, "又受处分", (PAPER,),
                                by(LEAD, OVER))
    programme.change_period(PeriodChange.LIFTED, date(2026, 6, 1), "号", 0, "提前解除", (PAPER,), by(LEAD))
    with refused("followup.period_is_over"):
        programme.change_period(PeriodChange.ADDED, NOW.date(), "号", 24, "又受处分", (PAPER,), by(LEAD))
    assert programme.ends_on == date(2026, 6, 1)


@pytest.mark.parametrize("day", [at(1, 12, 2027), OVER, at(1, 12, 2030)])
@pytest.mark.parametrize("what", [PeriodChange.ADDED, PeriodChange.LIFTED])
def test_the_end_of_which_they_were_told_moves_neither_way(what: PeriodChange, day: datetime):
    programme = scene.counselling()
    programme.tell_what_ends(by(LEAD, day))
    with refused("followup.period_is_over"):
        programme.change_period(what, date(2026, 6, 1), "号", 48, "另有决定", (PAPER,), by(LEAD, day))
    assert programme.ends_on == UNTIL


def test_a_period_is_lifted_once():
    programme = scene.counselling()
    programme.change_period(PeriodChange.LIFTED, date(2026, 6, 1), "号", 0, "提前解除", (PAPER,), by(LEAD))
    with refused("followup.period_is_over"):
        programme.change_period(PeriodChange.LIFTED, date(2026, 5, 1), "号", 0, "再提前", (PAPER,), by(LEAD))
    programme.change_period(PeriodChange.OVERTURNED, NOW.date(), "号", 0, "撤销", (PAPER,), by(LEAD))
    assert programme.state is State.ENDED


@pytest.mark.parametrize("months", [6, 24, 48])
def test_a_sanction_has_the_effect_period_of_its_degree(months: int):
    with refused("followup.period_of_the_degree"):
        after_sanction(replace(scene.SANCTION, effect_months=months), (PAPER,), "zhao", PACK.followup)


def test_nobodys_word_alone_changes_a_period_or_ends_a_programme():
    programme = scene.counselling()
    for what in PeriodChange:
        with refused("followup.paper_missing"):
            programme.change_period(what, NOW.date(), "号", 24, "据说", (), by(LEAD))
    for person, ends in ((PersonChange.DIED, False), (PersonChange.LEFT, True)):
        with refused("followup.paper_missing"):
            programme.change_person(person, NOW.date(), "", "", "", ends, "据说", (), by(LEAD))
    with refused("followup.paper_missing"):
        after_sanction(scene.SANCTION, (), "zhao", PACK.followup)


def test_who_was_cleared_leaves_when_they_want_and_nobody_else_does():
    with refused("followup.no_clearing"):
        scene.counselling().opt_out("", (), by(WEN))
    programme = scene.cleared()
    with refused("followup.not_the_person"):
        programme.opt_out("", (PAPER,), by(WANG))
    programme.opt_out("已经放下", (), by(WEN))
    assert programme.state is State.ENDED
    assert [each.why for each in told(programme, ProgrammeEnded)] == ["own_wish"]


def test_whoever_registered_a_sanction_gives_it_to_nobody():
    programme = scene.opened(after_sanction(scene.SANCTION, (PAPER,), "lead", PACK.followup))
    with refused("followup.second_person"):
        programme.assign(view(WANG), by(LEAD))
    programme.assign(view(WANG), by(scene.DEPUTY))


def test_what_is_gathered_before_the_end_waits_for_no_step_once_its_day_has_come():
    programme = scene.assistance()
    assert "gather" not in view_of(programme, by(WANG, at(12, 12))).allowed
    with refused("followup.gathered_too_early"):
        programme.gather(scene.GATHERED, by(WANG, at(12, 12)))
    assert "gather" in view_of(programme, by(WANG, at(12, 13))).allowed
    programme.gather(scene.GATHERED, by(WANG, at(12, 13)))
    assert (programme.gathered, programme.state) == (scene.GATHERED, State.ASSISTANCE)
