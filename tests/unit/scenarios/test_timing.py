"""When the steps of a determination are played: nothing becomes late that the scenario does not make late."""

from dataclasses import replace
from datetime import datetime

import pytest

from rongcuo.policy.calendar import ZONE
from rongcuo.policy.rules import Rules
from scenarios.determination_facts import DeterminationFacts, determination_of
from scenarios.facts import Scenario
from scenarios.moments import at_work
from scenarios.timing import Timing
from scenarios.wording import NotUnderstood

RULES = Rules()
IS_WORKDAY = RULES.calendar("530127").is_workday


def at(day: int, hour: int = 9, minute: int = 0, month: int = 4) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


def timing(**chosen: str) -> Timing:
    told = Scenario("a", (), "530127", {"matter": "甲"}, {"reported_at": "2026-03-03", **chosen}, {})
    return Timing(determination_of(told, RULES, None), IS_WORKDAY)


def with_facts(plan: Timing, **changes: object) -> Timing:
    facts: DeterminationFacts = replace(plan.facts, **changes)  # type: ignore[arg-type]
    return replace(plan, facts=facts)


def test_a_stage_waits_for_its_day_and_no_longer() -> None:
    plan = timing(determined_at="2026-04-20T15:00")
    assert plan.stage("acceptance", "2026-03-10", at(3, month=3), False) == at(10, 9, 50, month=3)
    assert plan.stage("verification", "2026-04-21", at(10, month=3), False) == at(20, 13)
    assert plan.stage("meeting", "2026-05-07", at(20, 13), False) == at(20, 14)
    assert plan.decision(at(20, 14)) == at(20, 15)


def test_nobody_meets_before_the_office_opens() -> None:
    plan = timing(determined_at="2026-04-20")
    assert plan.stage("meeting", "2026-05-07", at(1), False) == at(17, 16, 30)
    assert at_work(at(18, 12), IS_WORKDAY) == at(17, 16, 30)
    assert at_work(at(20, 20), IS_WORKDAY) == at(20, 16, 30)


def test_no_step_comes_before_what_leads_to_it() -> None:
    plan = timing(determined_at="2026-04-20")
    assert plan.stage("meeting", "2026-05-07", at(20, 9), False) == at(20, 9, 5)


@pytest.mark.parametrize(("outcome", "hit", "stage"), [
    ("refused", "", "acceptance"), ("withdrawn", "", "acceptance"), ("denied", "hit", "verification")])
def test_what_ends_without_a_meeting_ends_when_it_was_dated(outcome: str, hit: str, stage: str) -> None:
    plan = with_facts(timing(determined_at="2026-04-20"), outcome=outcome, hit=hit)
    assert plan.stage(stage, "2026-05-07", at(1), False) == at(20)


def test_what_follows_the_decision_is_done_before_the_appeal() -> None:
    plan = timing(determined_at="2026-04-20", appealed_at="2026-04-22T10:00")
    assert plan.stage("feedback", "2026-04-27", at(20), False) == at(21, 16, 30)
    assert plan.stage("feedback", "2026-04-27", at(22), True) == at(27, 9, 50)
    assert plan.appeal(at(30).date(), at(21)) == at(22, 10)


def test_an_appeal_before_the_decision_is_told_not_moved() -> None:
    with pytest.raises(NotUnderstood, match="appealed_at"):
        timing(appealed_at="2026-04-22").appeal(at(30).date(), at(24))
