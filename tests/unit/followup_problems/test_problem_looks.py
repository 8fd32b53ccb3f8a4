"""On which tab the list of problems opens, and what is looked at twice before it is done."""

import pytest

from rongcuo.contracts.followup import ProblemsPage
from rongcuo.contracts.followup.problem import operations
from rongcuo.contracts.serialisation import dump
from tests.unit.followup.scene import LEAD
from tests.unit.followup_problems import scene
from tests.unit.followup_problems.test_problem_pages import LISTED, ONE, seen
from tests.unit.gateway.console_site import Site


def test_what_is_looked_at_twice_has_its_label_and_no_empty_heading():
    there = Site("lead")
    there.caller.said |= seen(scene.opened(), LEAD, "close")
    as_read = there.caller.said[operations.PROBLEM.name]["tag"]
    shown = there.post(f"{ONE}/act/close", words="短板已补上", as_read=as_read).text
    assert '<dt>销号意见</dt><dd><span class="said">短板已补上' in shown
    assert "各方会收到" not in shown


@pytest.mark.parametrize(("counts", "address", "shown"), [
    ({"raised": 3, "open": 1}, LISTED, "raised"), ({"raised": 0, "open": 0, "mine": 2}, LISTED, "mine"),
    ({}, LISTED, "raised"), ({"raised": 3}, f"{LISTED}?tab=open", "open")])
def test_the_list_opens_on_the_first_tab_that_holds_something(
        counts: dict[str, int], address: str, shown: str):
    there = Site("lead")
    there.caller.said |= {operations.PROBLEMS.name: dump(ProblemsPage(counts=counts))}
    told = there.get(address).text
    assert there.sent(operations.PROBLEMS.name)["tab"] == shown
    assert f'<a href="{LISTED}?tab={shown}" aria-current="page">' in told
