"""`rongcuo demo`: plays the scenarios through the running platform, tells what happens, judges and counts."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from rongcuo.policy.rules import Rules
from scenarios.agenda import Act
from scenarios.expectations import FAILED, PASSED, judge, overall
from scenarios.facts import Scenario
from scenarios.filing_play import FilingPlay
from scenarios.platform import Answer, awaited
from scenarios.stage import Seen, Stage
from scenarios.translation import filing_of, funnel_of

Say = Callable[[str], None]
WEEKDAYS = "一二三四五六日"
MARKS = {PASSED: "✓ 符合", FAILED: "✗ 不符", "later": "… 待后续版本"}


def play(stage: Stage, scenarios: list[Scenario], rules: Rules, say: Say) -> dict[str, Any]:
    """Play everything in the order of its dates; answers what `var/demo.json` holds."""
    _plan(stage, scenarios, rules)
    for act in stage.agenda:
        stage.set_time(act.at)
        say(_told(stage, act, act.do()))
    _let_the_day_pass(stage)
    return _summary(stage, scenarios)


def _plan(stage: Stage, scenarios: list[Scenario], rules: Rules) -> None:
    filings = {scenario.id: filing_of(scenario, scenario.filed_at, rules)
               for scenario in scenarios if scenario.filed_at}
    for scenario in scenarios:
        stage.seen[scenario.id] = Seen(scenario)
        if scenario.id in filings:
            FilingPlay(stage, stage.seen[scenario.id], filings[scenario.id])
        if scenario.is_funnel:
            for facts in funnel_of(scenario, list(filings.values()), rules):
                FilingPlay(stage, Seen(scenario), facts)


def _told(stage: Stage, act: Act, remark: str) -> str:
    done = f"[{stage.agenda.played:>3}/{stage.agenda.known}]"
    day = f"{act.at:%Y-%m-%d %H:%M} 周{WEEKDAYS[act.at.weekday()]}"
    return f"{done} {day}  {act.what}  → {remark}"


def _let_the_day_pass(stage: Stage) -> None:
    """Quiet hours defer e-mail: go to the next forenoon and wait until nothing is pending."""
    last = max((datetime.fromisoformat(seen.case["decided_at"]) for seen in stage.filings
                if seen.case.get("decided_at")), default=None)
    if last:
        stage.set_time((last + timedelta(days=1)).replace(hour=10, minute=0))
    awaited(lambda: None if _pending(stage) else {"settled": True}, "通知送达")


def _pending(stage: Stage) -> int:
    counts = _delivery_counts(stage)
    return int(counts.get("pending", 0)) + int(counts.get("sending", 0))


def _delivery_counts(stage: Stage) -> Answer:
    counts: Answer = stage.people.operator.get("/operations/deliveries")["counts"]
    return counts


def _summary(stage: Stage, scenarios: list[Scenario]) -> dict[str, Any]:
    judged = {scenario.id: judge(stage, scenario) for scenario in scenarios}
    funnel = stage.people.supervisor.get("/filings/funnel", division_code="530000")
    punctuality = stage.people.supervisor.get("/reviews/punctuality", division_code="530000")
    watchdog = stage.people.operator.get("/operations/watchdog")
    return {"received": funnel["received"], "accepted": funnel["accepted"],
            "not_accepted": funnel["not_accepted"], "on_time": punctuality["on_time"],
            "late": punctuality["late"], "notifications_delivered": _delivery_counts(stage)["delivered"],
            "open_without_task": len(watchdog["without_task"]),
            "watchdog_unreachable": watchdog["unreachable"],
            "scenarios": {scenario: overall(verdicts) for scenario, verdicts in judged.items()},
            "expectations": judged}


def report(summary: Mapping[str, Any], say: Say) -> None:
    """The verdicts and the funnel as a person reads them."""
    say("")
    for scenario, verdicts in summary["expectations"].items():
        say(f"{MARKS[summary['scenarios'][scenario]]}  {scenario}")
        for key, verdict in verdicts.items():
            say(f"      {MARKS[verdict]}  {key}")
    widest = max(summary["received"], 1)
    for word, key in (("收到", "received"), ("受理", "accepted"), ("不予受理", "not_accepted")):
        say(f"{word:<5}\t{'█' * (summary[key] * 40 // widest)} {summary[key]}")
    say(f"按期初审 {summary['on_time']} · 逾期 {summary['late']}"
        f" · 通知送达 {summary['notifications_delivered']} · 无任务的在办事项 {summary['open_without_task']}")


def all_within_reach_hold(summary: Mapping[str, Any]) -> bool:
    """Whether no expectation within reach failed and every open case has its task."""
    whole = not summary["open_without_task"] and not summary["watchdog_unreachable"]
    return whole and FAILED not in summary["scenarios"].values()


def write(summary: Mapping[str, Any], file: Path) -> None:
    """Write `var/demo.json`."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(summary, ensure_ascii=False, indent=2) + "\n", "utf-8")
