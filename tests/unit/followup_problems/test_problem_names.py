"""No text of a problem names anybody; which problems may be one; how often one came up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    ProblemMoved,
    ProblemRaised,
    RuleEntered,
    Shared,
    WeakPoint,
)
from rongcuo.policy.limit import add_months
from services.followup.domain.problem import Problem, recurrences, shared_by
from tests.unit.followup.scene import LEAD, PACK, TODAY, UNIT, WANG, by
from tests.unit.followup_problems import scene
from tests.unit.followup_problems.scene import ADVICE, DESCRIBED, MEASURE, RISK, RULE, SOURCE
from tests.unit.review.scene import view


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(CaseError) as refusal:
        act()
    return refusal.value.code


NAMING: list[Callable[[Problem, str], object]] = [
    lambda case, words: case.describe(replace(DESCRIBED, title=words), by(LEAD)),
    lambda case, words: case.describe(replace(DESCRIBED, words=words), by(LEAD)),
    lambda case, words: case.describe(replace(DESCRIBED, cause=words), by(LEAD)),
    lambda case, words: case.plan_measure(replace(MEASURE, words=words), view(WANG), by(LEAD)),
    lambda case, words: case.enter_rule(replace(RULE, text=words), by(LEAD)),
    lambda case, words: case.enter_rule(replace(RULE, title=words), by(LEAD)),
    lambda case, words: case.write_risk_point(words, ADVICE, by(LEAD)),
    lambda case, words: case.write_risk_point(RISK, words, by(LEAD)),
    lambda case, words: case.recur(TODAY, "", words, by(LEAD)),
    lambda case, words: case.dismiss(words, by(LEAD)),
]


@pytest.mark.parametrize("words", ["温小波先行调用物资", "物资由溫 小波调用", "wang某负责", "lead某批示"],
                         ids=["subject", "written otherwise", "who described it", "who writes it"])
@pytest.mark.parametrize("act", NAMING)
def test_no_text_names_whom_the_matter_knows(act: Callable[[Problem, str], object], words: str):
    problem = scene.opened()
    before = problem.version
    assert refused(lambda: act(problem, words)) == "followup.person_named"
    assert problem.version == before


@pytest.mark.parametrize(("act", "field"), list(zip(NAMING, (
    "title", "words", "cause", "words", "text", "title", "words", "advice", "words", "reason"), strict=True)))
def test_who_named_somebody_is_told_in_which_field(act: Callable[[Problem, str], object], field: str):
    with pytest.raises(CaseError) as refusal:
        act(scene.opened(), "wang某负责")
    assert refusal.value.details == {"field": field}


def test_the_platforms_own_name_and_other_words_are_no_names():
    problem = scene.opened()
    problem.describe(replace(DESCRIBED, words="系统里没有温水波动的记录。"), by(LEAD))
    assert not any("温小波" in str(value) for value in vars(problem).values())


def test_what_was_said_where_it_was_seen_is_kept_only_where_it_names_nobody():
    told = scene.raised(replace(SOURCE, words="物资台账没有人管"))
    assert told.sources[0].words == "物资台账没有人管"
    assert scene.raised(replace(SOURCE, words="温小波没有报批")).sources[0].words == ""


def test_a_risk_point_names_no_unit_and_needs_a_situation():
    assert refused(lambda: scene.opened().write_risk_point(f"{UNIT}抢险来不及报批", ADVICE, by(WANG))
                   ) == "followup.unit_named"
    without = scene.opened(situation="")
    assert refused(lambda: without.write_risk_point(RISK, ADVICE, by(WANG))) == "followup.situation_missing"
    assert refused(lambda: scene.opened(situation="no_such")) == "followup.situation_unknown"


# ---------------------------------------------------------------- repeats and recurrence

def test_what_two_have_in_common():
    one = scene.opened()
    assert set(shared_by(one, scene.opened("b2"))) == set(Shared)
    other = scene.opened("b3", situation=scene.OTHER_SITUATION, unit=f" {UNIT}", title="车辆停放混乱",
                         words="院内没有划线。", weak_point=WeakPoint.OVERSIGHT_GAP)
    assert shared_by(one, other) == (Shared.UNIT,)
    same_words = scene.opened("b4", situation="", unit="别的局", weak_point=WeakPoint.POWER_RISK,
                              title="應急物資調用沒有先用後報的規定")
    assert shared_by(one, same_words) == (Shared.WORDS,)
    blank = scene.raised(case_id="b5")
    blank.unit = blank.situation = ""
    assert shared_by(blank, blank) == ()


def test_times_are_counted_in_steps_before_a_rule_and_since():
    day = date(2026, 3, 1)
    rule = replace(scene.closed().rules[0], in_force_on=day)
    on = [add_months(day, -24), add_months(day, -1), day - timedelta(days=1), day, add_months(day, 7),
          add_months(day, -24) - timedelta(days=1), add_months(day, 24)]
    sources = tuple(replace(SOURCE, on=each) for each in on)
    [told] = recurrences(sources, (rule,), PACK, add_months(day, 24))
    assert (told.before, told.after, told.step_months, told.whole) == ((1, 0, 0, 2), (1, 1, 0, 0), 6, True)
    [early] = recurrences(sources, (rule,), PACK, day)
    assert not early.whole
    assert recurrences(sources, (replace(rule, in_force_on=day + timedelta(days=1)),), PACK, day) == ()


def test_what_is_told_says_nothing_of_what_it_is_about():
    problem = scene.settled()
    kinds = [type(event) for _, event in problem.happened]
    assert (kinds[0], kinds[-1], set(kinds[1:-1])) == (ProblemRaised, RuleEntered, {ProblemMoved})
    assert "温小波" not in str(problem.happened)
