"""A proposal holds only where the platform's own days, reminders and records bear it out."""

from dataclasses import replace
from typing import Any

import pytest

from scenarios.facts import Scenario
from scenarios.proposal_play import is_proposed
from scenarios.proposed import CHECKS
from scenarios.stage import Seen

RULE = {"title": "调用办法", "text": "三日内补报", "on": "2026-04-06"}
PROPOSAL: dict[str, Any] = {
    "delivered_at": "2026-03-03T10:00:00+08:00", "reply_by": "2026-04-02", "state": "closed",
    "content": {"reply_days": 30}, "replies": [{"rules": [RULE]}]}
REMINDED = {"late": True, "reply_by": "2026-04-02", "reminded_at": "2026-04-13T10:00:01+08:00"}
WHOLE = Seen(Scenario("qujing_lists"), proposal=PROPOSAL, reminded=REMINDED)
EXPECTED = {"reply_due_days": 30, "overdue_reminded": True, "rule_changed": True}


def holds(seen: Seen, expected: dict[str, Any] = EXPECTED) -> bool:
    return CHECKS["proposal"](None, seen, expected)


def test_what_the_platform_did_holds_whole_and_each_by_itself():
    assert holds(WHOLE)
    assert all(holds(WHOLE, {key: wanted}) for key, wanted in EXPECTED.items())
    assert not holds(Seen(Scenario("nothing")))


@pytest.mark.parametrize("broken", [
    {"proposal": {**PROPOSAL, "reply_by": "2026-04-01"}},
    {"proposal": {**PROPOSAL, "reply_by": "2026-04-20"}},
    {"proposal": {**PROPOSAL, "content": {"reply_days": 20}}}, {"reminded": {}},
    {"reminded": {**REMINDED, "late": False}},
    {"reminded": {**REMINDED, "reminded_at": "2026-03-10T10:00:00+08:00"}},
    {"proposal": {**PROPOSAL, "replies": [{"rules": []}]}},
    {"proposal": {**PROPOSAL, "replies": [{"rules": [{**RULE, "text": ""}]}]}},
    {"proposal": {**PROPOSAL, "state": "replied"}}])
def test_what_it_did_not_fails(broken: dict[str, Any]):
    assert not holds(replace(WHOLE, **broken))


def test_what_nobody_knows_of_a_proposal_does_not_hold():
    assert not holds(WHOLE, {**EXPECTED, "applauded": True})


def test_only_a_scenario_that_expects_something_of_one_plays_it():
    assert is_proposed(Scenario("a", expect={"proposal": EXPECTED}))
    assert not is_proposed(Scenario("b", expect={"shield": True}))
