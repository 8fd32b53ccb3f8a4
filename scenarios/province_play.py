"""One funnel over many nodes: each county's filings are played on its own platform, on one agenda, and the
hub is asked what all of them come to."""

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from rongcuo.policy.divisions import divisions
from rongcuo.policy.rules import Rules
from scenarios import demo
from scenarios.expectations import FAILED, PASSED, judge, overall, unread_of
from scenarios.facts import Scenario
from scenarios.filing_play import FilingPlay
from scenarios.people import People
from scenarios.platform import Answer, awaited
from scenarios.stage import Seen, Stage
from scenarios.translation import below, funnel_of
from scenarios.wording import number_of

FUNNEL = "funnel"
EQUAL = "province_equals_the_counties"
COUNTED = ("received", "accepted", "not_accepted")


@dataclass
class Nodes:
    """The hub's people, and where each county's play takes place, by its code. Their stages share the agenda
    and the clock."""

    hub: People
    counties: Mapping[str, Stage]

    def agrees(self, place: str, year: str) -> bool:
        """Whether the hub hears all of them, and shows of each county what the county itself shows."""
        told = self.hub.supervisor.get("/province/nodes")["nodes"]
        well = {each["code"] for each in told
                if each["state"] == "connected" and not (each["lag"] or each["troubles"] or each["aside"])}
        return well >= set(self.counties) and all(
            self.hub.supervisor.get("/province/figures", place=code, year=year)["figures"]
            == stage.people.supervisor.get("/insight/figures", place=code, year=year)["figures"]
            for code, stage in self.counties.items()) and self.of_hub(place, year) == self.sum()

    def of_hub(self, place: str, year: str) -> dict[str, str]:
        """The funnel on the hub's dashboard, as it is shown. Everything is decided: what is not accepted is
        the rest."""
        told = self.hub.supervisor.get("/province/figures", place=below(place), year=year)["figures"]
        shown = {each["code"]: each["shown"] for each in told if each["period"] == year}
        received, accepted = shown["filed"], shown["accepted"]
        exact = received.isdecimal() and accepted.isdecimal()
        return dict(zip(COUNTED, (received, accepted, str(int(received) - int(accepted)) if exact else ""),
                        strict=True))

    def of_each(self) -> dict[str, dict[str, int]]:
        """The funnel of each county, as it counts it itself."""
        return {code: {key: funnel[key] for key in COUNTED} for code, stage in self.counties.items()
                if (funnel := stage.people.supervisor.get("/filings/funnel", division_code=code))}

    def sum(self) -> dict[str, str]:
        """Of all counties, as numbers are shown."""
        counted = self.of_each().values()
        return {key: str(sum(each[key] for each in counted)) for key in COUNTED}


def play(nodes: Nodes, scenario: Scenario, rules: Rules, say: demo.Say) -> dict[str, Any]:
    """Answers what `var/demo-province.json` holds."""
    seen, stages = Seen(scenario), list(nodes.counties.values())
    elsewhere = [each.code for each in divisions()
                 if each.parent == scenario.place and each.code not in nodes.counties]
    for stage in stages:
        stage.seen[scenario.id] = stage.actors[scenario.id] = seen
    with demo.telling(seen):
        for told in funnel_of(scenario, [], rules, elsewhere):
            FilingPlay(nodes.counties[told.organ_id], Seen(scenario), told)
    last = demo.perform(stages[0], say)
    for stage in stages:
        demo.let_the_day_pass(stage, last)
    return _summary(nodes, scenario, str(last.year if last else ""))


def _summary(nodes: Nodes, scenario: Scenario, year: str) -> dict[str, Any]:
    first, *_ = stages = list(nodes.counties.values())
    parts = {code: demo.summary_of(stage, []) for code, stage in nodes.counties.items()}
    with suppress(TimeoutError):      # then the verdict tells
        awaited(lambda: {"agreed": True} if nodes.agrees(scenario.place, year) else None, "汇总")
    shown, seen = nodes.of_hub(scenario.place, year), first.seen[scenario.id]
    wanted = scenario.expect.get(FUNNEL, {})
    whole = Stage(nodes.hub, first.set_time, seen=first.seen,
                  filings=[each for stage in stages for each in stage.filings])
    others = replace(scenario, expect={key: told for key, told in scenario.expect.items() if key != FUNNEL})
    judged = judge(whole, others) | {
        FUNNEL: _verdict(all(shown[key] == str(number_of(key, told)) for key, told in wanted.items())),
        EQUAL: _verdict(nodes.agrees(scenario.place, year))}
    instead = seen.instead | {key: str(shown) for key in (FUNNEL, EQUAL) if judged[key] == FAILED}
    return _added(parts) | {
        "failures": {scenario.id: seen.failures} if seen.failures else {},
        "instead": {scenario.id: instead} if instead else {},
        "unread": {scenario.id: list(keys)} if (keys := unread_of(scenario)) else {},
        "scenarios": {scenario.id: overall(judged)}, "expectations": {scenario.id: judged},
        "province": shown, "counties": nodes.of_each()}


def _verdict(holds: bool) -> str:
    return PASSED if holds else FAILED


def _added(parts: Mapping[str, Answer]) -> Answer:
    """Numbers of all nodes together."""
    first = next(iter(parts.values()))
    numbers = {key: sum(part[key] for part in parts.values())
               for key, value in first.items() if isinstance(value, int)}
    unreachable = [f"{code}: {each}" for code, part in parts.items() for each in part["watchdog_unreachable"]]
    return numbers | {"determinations": _together(part["determinations"] for part in parts.values()),
                      "watchdog_unreachable": unreachable}


def _together(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    added: Counter[str] = Counter()
    for each in counts:
        added.update(each)
    return dict(added)
