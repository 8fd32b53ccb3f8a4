"""Scenario facts in the platform's words. What a report leaves open is filled plainly, marked 示例."""

from datetime import date, datetime, time, timedelta
from itertools import cycle, islice
from typing import Any

from rongcuo.policy.calendar import ZONE
from rongcuo.policy.divisions import division, divisions
from rongcuo.policy.rules import Rules
from scenarios.facts import Scenario
from scenarios.filing_play import FilingFacts

DISPATCHED = {"安宁高新区纪检监察工委": "530181.gaoxin"}
FUNNEL_FROM, FUNNEL_DAYS = date(2026, 1, 5), 240
HOURS = (time(9, 10), time(11, 30), time(14, 20), time(16, 45))
UNITS = ("住房和城乡建设局", "自然资源局", "发展和改革局", "交通运输局")
NOT_ACCEPTED = {"declined", "rejected", "not_accepted"}


def filing_of(scenario: Scenario, filed_at: datetime, rules: Rules) -> FilingFacts:
    """The filing that a scenario begins with."""
    outcome = str(scenario.expect.get("filing_outcome", "accepted"))
    unit = str(scenario.given.get("filer") or scenario.given.get("subject") or "示例单位")
    content = _content(scenario, filed_at.date(), rules)
    return FilingFacts(scenario.id, organ_of(scenario), unit, filed_at, content,
                       accepted=outcome not in NOT_ACCEPTED,
                       withdrawn=outcome == "withdrawn", supplement=bool(scenario.chosen.get("supplement")))


def organ_of(scenario: Scenario) -> str:
    """The place's commission, or the dispatched organ that the scenario names."""
    told = f"{scenario.given} {scenario.chosen}"
    named = [organ for name, organ in DISPATCHED.items() if name in told]
    return named[0] if named else scenario.place


def _content(scenario: Scenario, filed_on: date, rules: Rules) -> dict[str, Any]:
    pack = rules.pack(scenario.place, filed_on)
    act = scenario.chosen.get("act") or {}
    situation = scenario.chosen.get("situation") or next(iter(pack.situations))
    content = matter(str(scenario.given["matter"]), situation, filed_on)
    content["colour"] = str(scenario.chosen.get("colour", ""))
    content["act_from"], content["act_until"] = act.get("from"), act.get("to")
    content["negative_answers"] = dict.fromkeys(pack.negative_list, False)
    content["beneficiaries"] = dict(scenario.given.get("beneficiaries") or {})
    return content


def matter(title: str, situation: str, filed_on: date) -> dict[str, Any]:
    """A filing's content with everything that packs ask for."""
    held_on = (filed_on - timedelta(days=3)).isoformat()
    return {"title": title, "situation": situation, "situation_reason": "示例:本地清单未尽列举",
            "description": f"{title}(示例说明)", "policy_basis": "示例:上级政策尚无明确限制",
            "collective_decision": {"meeting": "班子会议(示例)", "held_on": held_on},
            "risks": [{"risk": "手续先后衔接不上(示例)", "measure": "设专人跟办,按周核对(示例)"}],
            "remedy": "一旦出现偏差立即暂停并补办(示例)", "no_private_gain": True}


def funnel_of(scenario: Scenario, others: list[FilingFacts], rules: Rules) -> list[FilingFacts]:
    """As many filings as it takes, beside those of other scenarios there, to reach the reported funnel."""
    inside = [facts for facts in others if facts.organ_id.startswith(scenario.place[:4])]
    received = int(scenario.given["received"]) - len(inside)
    accepted = int(scenario.given["accepted"]) - sum(facts.accepted for facts in inside)
    counties = cycle(child.code for child in divisions() if child.parent == scenario.place)
    return [_funnel_filing(f"{scenario.id}.{number}", county, _day(number, received), number,
                           _spread(number, received, accepted), rules)
            for number, county in enumerate(islice(counties, received))]


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
