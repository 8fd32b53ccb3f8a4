"""Scenario facts in the platform's words. What a report leaves open is filled plainly, marked 示例."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import cycle, islice
from typing import Any

from rongcuo.policy.calendar import ZONE
from rongcuo.policy.divisions import division, divisions
from rongcuo.policy.rules import Rules
from scenarios.facts import Scenario
from scenarios.filing_play import FilingFacts
from scenarios.keys import INSIDE
from scenarios.moments import dated, day_of, moment_of, period_of
from scenarios.negative import hit_of
from scenarios.oversight_facts import oversight_of
from scenarios.persons import unit_of
from scenarios.stopping import stop_of
from scenarios.wording import (
    NotUnderstood,
    colour_of,
    filing_outcome_of,
    in_one_line,
    number_of,
    situation_of,
    yes_of,
)

DISPATCHED = {"安宁高新区纪检监察工委": "530181.gaoxin"}
BY_WHOM = re.compile("会|研究|决策|集体|班子|党")
COUNTED = INSIDE["beneficiaries"]
RETURNED = "supplement_requested"
FUNNEL_FROM, FUNNEL_DAYS = date(2026, 1, 5), 240
HOURS = (time(9, 10), time(11, 30), time(14, 20), time(16, 45))
UNITS = ("住房和城乡建设局", "自然资源局", "发展和改革局", "交通运输局")
def filing_of(scenario: Scenario, filed_at: datetime, rules: Rules) -> FilingFacts:
    """The filing that a scenario begins with."""
    outcome = filing_outcome_of(scenario.expect.get("filing_outcome") or "accepted")
    supplement, supplemented_at = dated("supplement", scenario.chosen.get("supplement"))
    content = _content(scenario, filed_at.date(), rules)
    return FilingFacts(scenario.id, organ_of(scenario), unit_of(scenario), filed_at, content,
                       accepted=outcome != "declined", withdrawn=outcome == "withdrawn",
                       supplement=supplement or outcome == RETURNED,
                       returned=outcome == RETURNED, refused="." in outcome,
                       expires=outcome == "expired",
                       reviewed_at=moment_of(scenario.chosen.get("reviewed_at")),
                       supplemented_at=supplemented_at,
                       stop_before=stop_of(scenario.chosen.get("stop_before")),
                       later=oversight_of(scenario, content["beneficiaries"].get("households", 0)))


def unlike(filing: FilingFacts, others: Iterable[FilingFacts]) -> FilingFacts:
    """Each scenario is a matter of its own, also where two are told in the same words: the title of the
    later one says which it is."""
    title = filing.content["title"]
    if all((filing.organ_id, title) != (other.organ_id, other.content["title"]) for other in others):
        return filing
    return replace(filing, content={**filing.content, "title": f"{title[:120]}({filing.key})"})


def organ_of(scenario: Scenario) -> str:
    """The place's commission, or the dispatched organ that the scenario names."""
    told = f"{scenario.given} {scenario.chosen}"
    named = [organ for name, organ in DISPATCHED.items() if name in told and organ.startswith(scenario.place)]
    said = str(scenario.chosen.get("organ") or "")
    if said and not named and division(scenario.place).name not in said:
        raise NotUnderstood(f"organ: 平台没有这个机关 · no such organ: {said}")
    return named[0] if named else scenario.place


def _content(scenario: Scenario, filed_on: date, rules: Rules) -> dict[str, Any]:
    pack = rules.pack(scenario.place, filed_on)
    title = in_one_line(scenario.given.get("matter") or scenario.id)
    named = str(scenario.chosen.get("situation") or "")
    content = matter(title[:200], situation_of(named, (title,), pack), filed_on)
    content["colour"] = colour_of(str(scenario.chosen.get("colour") or ""), pack)
    content |= _days(scenario, filed_on)
    content["negative_answers"] = dict.fromkeys(pack.negative_list, False)
    if not decided_together(scenario.given.get("collective_decision")):
        content["collective_decision"] = None
    asked = scenario.expect.get("filing_outcome") == "filing.negative_list"
    if asked and (hit := hit_of(scenario.chosen, title, asked, pack)):
        content["negative_answers"][hit] = True
    content["beneficiaries"] = _beneficiaries(scenario.given.get("beneficiaries") or {})
    return content


def _beneficiaries(said: Any) -> dict[str, int]:
    """What is counted of them; what else is told of them is `unread`."""
    told = said if isinstance(said, Mapping) else {"households": said}
    return {key: number_of(f"beneficiaries.{key}", count) for key, count in told.items() if key in COUNTED}


def decided_together(said: Any) -> bool:
    """Yes or no, or in words by whom: 经党组会研究, 未经集体研究."""
    if isinstance(said, str) and BY_WHOM.search(said):
        return not said.startswith(("未", "没", "无", "不"))
    return yes_of("collective_decision", said, True)


def _days(scenario: Scenario, filed_on: date) -> dict[str, str | None]:
    """The planned days of the act and of the validity. An act begun before the filing is no plan: it is left
    out, unless the scenario wants to see it refused."""
    act, valid = period_of(scenario.chosen.get("act")), period_of(scenario.chosen.get("validity"))
    told = {"act_from": act[0], "act_until": act[1], "valid_from": valid[0],
            "valid_until": valid[1] or day_of(scenario.chosen.get("valid_until"))}
    refusal = str(scenario.expect.get("filing_outcome", "")).startswith("filing.")
    if told["act_from"] and told["act_from"] < filed_on and not refusal:
        told["act_from"] = told["act_until"] = None
    return {name: day.isoformat() if day else None for name, day in told.items()}


def matter(title: str, situation: str, filed_on: date) -> dict[str, Any]:
    """A filing's content with everything that packs ask for."""
    held_on = (filed_on - timedelta(days=3)).isoformat()
    return {"title": title, "situation": situation, "situation_reason": "示例:本地清单未尽列举",
            "description": f"{title}(示例说明)", "policy_basis": "示例:上级政策尚无明确限制",
            "collective_decision": {"meeting": "班子会议(示例)", "held_on": held_on},
            "risks": [{"risk": "手续先后衔接不上(示例)", "measure": "设专人跟办,按周核对(示例)"}],
            "remedy": "一旦出现偏差立即暂停并补办(示例)", "no_private_gain": True}


def funnel_of(scenario: Scenario, others: list[FilingFacts], rules: Rules,
              complete: Collection[str] = ()) -> list[FilingFacts]:
    """As many filings as it takes, beside those of other scenarios there, to reach the reported funnel.
    `complete`: places whose own funnel is made already, and so is not added to."""
    inside = [facts for facts in others
              if facts.organ_id.startswith(below(scenario.place)) and not facts.refused]
    received = _told_number(scenario, "received") - len(inside)
    accepted = _told_number(scenario, "accepted") - sum(facts.ends_accepted for facts in inside)
    if not 0 <= accepted <= received:
        told = f"{received} more received, {accepted} more accepted, beside {len(inside)} of other scenarios"
        raise NotUnderstood(f"漏斗凑不齐 · the funnel cannot be made: {told}")
    children = [child.code for child in divisions() if child.parent == scenario.place]
    inner = [code for code in children if code not in complete]
    counties = cycle(inner or [scenario.place])
    return [_funnel_filing(f"{scenario.id}.{number}", county, _day(number, received), number,
                           _spread(number, received, accepted), rules)
            for number, county in enumerate(islice(counties, received))]


def _told_number(scenario: Scenario, key: str) -> int:
    told = scenario.given.get(key)
    if told is None:
        raise NotUnderstood(f"given.{key}: 没有写数 · missing")
    return number_of(f"given.{key}", told)


def below(place: str) -> str:
    """What the codes at or below a place begin with."""
    return place.removesuffix("00").removesuffix("00")


def _day(number: int, received: int) -> date:
    return FUNNEL_FROM + timedelta(days=number * FUNNEL_DAYS // received)


def _spread(number: int, received: int, accepted: int) -> bool:
    """Whether this one is accepted, so that exactly `accepted` of `received` are, evenly spread."""
    return (number + 1) * accepted // received > number * accepted // received


def _funnel_filing(key: str, county: str, day: date, number: int, accepted: bool,
                   rules: Rules) -> FilingFacts:
    at = datetime.combine(day, HOURS[number % len(HOURS)], ZONE)
    pack = rules.pack(county, day)
    situation = list(pack.situations.values())[number % len(pack.situations)]
    name = division(county).name
    content = matter(f"{name}{situation.name}事项第 {number + 1} 号(示例)", situation.code, day)
    content["negative_answers"] = dict.fromkeys(pack.negative_list, False)
    content["colour"] = next(iter(pack.colours), "")
    unit = f"{name}{UNITS[int(county) % len(UNITS)]}"
    return FilingFacts(key, county, unit, at, content, accepted, supplement=number % 9 == 4)
