"""An appeal as its subject and the organ see it: on the case's page, on its own, in the lists."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.determination import AppealState, DeterminationState
from tests.unit.gateway.casework import APPEAL, DECIDED, DECISION, NOW, TEAM, case
from tests.unit.gateway.console_site import Site

PAGE = "/determinations/f1"
APPEALED = {"state": DeterminationState.CONCLUDED, "appeals": (APPEAL,), **DECIDED}


def status_of(page: str) -> dict[str, str]:
    """What the status panel says, by its headings, without markup."""
    panel = page[page.index('<dl class="status'):page.index("</dl>", page.index('<dl class="status'))]
    found = re.findall(r"<dt>(.*?)</dt><dd[^>]*>(.*?)</dd>", panel, re.DOTALL)
    return {heading: " ".join(re.sub("<[^>]+>", " ", said).split()) for heading, said in found}


@pytest.mark.parametrize("who", ["subject", "lead"])
def test_an_appeal_that_runs_says_where_a_closed_case_is(who):
    page = Site(who, determination=case(**APPEALED)).get(PAGE).text
    told = status_of(page)
    assert told["现在在哪一步"] == "申诉复核（已提出）"
    assert told["在谁手里"] == "等组成复核组"
    assert told["什么时候到期"].startswith("剩 27 天")
    assert 'href="/appeals/ap1"' in page
    assert "申请复核" not in told
    assert "<dt>申请复核</dt>" not in page
    assert "现在没有需要您办理的。在谁手里：等组成复核组。" in page


@pytest.mark.parametrize("who", ["subject", "lead"])
def test_after_a_decision_the_first_screen_tells_what_is_left_until_when(who):
    closed = case("lodge_appeal", state=DeterminationState.CONCLUDED, **DECIDED)
    page = Site(who, determination=closed).get(PAGE).text
    told = status_of(page)
    assert told["申请复核"] == "剩 30 天 · 3月15日（周日）前（含当日）"
    assert told["限期整改"] == "剩 76 天 · 4月30日（周四）前（含当日）"
    assert "什么时候到期" not in told
    assert page.count("前（含当日）") == 4


def test_a_day_that_has_passed_is_no_more_waited_for():
    old = replace(DECISION, appeal_until=NOW.date() - timedelta(days=1))
    page = Site("subject", determination=case(
        state=DeterminationState.CONCLUDED, decisions=(old,), resolved="exempt")).get(PAGE).text
    assert "申请复核" not in status_of(page)
    assert "已过" not in page


def test_its_panel_has_a_case_that_is_appealed():
    heard = {**APPEALED, "appeals": (replace(APPEAL, state=AppealState.REVIEWED, panel=TEAM),)}
    told = status_of(Site("subject", determination=case(**heard)).get(PAGE).text)
    assert (told["现在在哪一步"], told["在谁手里"]) == ("申诉复核（复核中）", "复核组")


def test_a_case_that_goes_on_beside_its_appeal_keeps_its_own_day():
    told = status_of(Site("subject", determination=case(
        **{**APPEALED, "state": DeterminationState.FEEDBACK})).get(PAGE).text)
    assert told["在谁手里"] == "赵清"
    assert "容复〔2026〕1号" in told["申诉复核"]


def test_an_appeal_taken_back_closes_the_case_again():
    over = (replace(APPEAL, state=AppealState.WITHDRAWN),)
    told = status_of(Site("subject", determination=case(**{**APPEALED, "appeals": over})).get(PAGE).text)
    assert told["现在在哪一步"] == told["在谁手里"] == "已办结"


def test_a_subject_finds_their_appeals_and_no_untrue_emptiness():
    none_open = {"lines": [], "next_cursor": "", "counts": {"organ": 0, "closed": 1}}
    page = Site("subject", determinations=none_open).get("/determinations").text
    assert 'href="/appeals"' in page
    assert "您没有在办的认定案件" in page
    assert 'href="/work"' not in page
    empty = Site("subject", appeals={"lines": [], "next_cursor": ""}).get("/appeals").text
    assert "您对认定不服的，可以在案件页申请复核" in empty
