"""`rongcuo demo`: plays the scenarios through the running platform, tells what happens, judges and counts."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from rongcuo.policy.rules import Rules
from scenarios import counting
from scenarios.agenda import Act
from scenarios.casebook_play import WaitingEntryPlay, told_at
from scenarios.determination_facts import determination_of, is_wanted
from scenarios.determination_play import DeterminationPlay
from scenarios.expectations import FAILED, LATER, PASSED, UNJUDGED, judge, overall, unread_of
from scenarios.facts import Scenario
from scenarios.filing_play import FilingFacts, FilingPlay
from scenarios.followup_play import FollowupPlay, is_visited
from scenarios.platform import Answer, awaited
from scenarios.proposal_play import ProposalPlay, is_proposed
from scenarios.reasons import CANNOT_GO_ON, why
from scenarios.report_facts import facts_of
from scenarios.report_play import ReportPlay
from scenarios.report_words import is_reported
from scenarios.stage import Seen, Stage
from scenarios.translation import below, filing_of, funnel_of, unlike

Say = Callable[[str], None]
WEEKDAYS = "一二三四五六日"
MARKS = {PASSED: "✓ 符合", FAILED: "✗ 不符", LATER: "… 待后续版本", UNJUDGED: "○ 未作评判"}


def play(stage: Stage, scenarios: list[Scenario], rules: Rules, say: Say) -> dict[str, Any]:
    """Play everything in the order of its dates; answers what `var/demo.json` holds."""
    last = act_out(stage, scenarios, rules, say)
    let_the_day_pass(stage, last)
    return summary_of(stage, scenarios)


def act_out(stage: Stage, scenarios: list[Scenario], rules: Rules, say: Say,
            until: datetime | None = None) -> datetime | None:
    """Everything that is done up to a moment, or to the end; answers when the last of it was."""
    _plan(stage, scenarios, rules, say)
    return perform(stage, say, until)


def perform(stage: Stage, say: Say, until: datetime | None = None) -> datetime | None:
    """What is on the agenda, the same way."""
    last = None
    for act in stage.agenda:
        if until and act.at > until:
            break
        stage.set_time(act.at)
        say(_told(stage, act, _done(stage, act)))
        last = act.at
    return last


def _plan(stage: Stage, scenarios: list[Scenario], rules: Rules, say: Say) -> None:
    """Everything that is known before it begins. A scenario that cannot be planned says why."""
    for scenario in scenarios:
        seen = stage.seen[scenario.id] = Seen(scenario, cases=[Seen(case) for case in scenario.cases()])
        stage.actors.update({one.scenario.id: one for one in seen.all})
        if scenario.problem:
            seen.failures.append(scenario.problem)
    filings: dict[str, FilingFacts] = {}
    for plan in (_plan_filing, _plan_report, _plan_determination, _plan_followup, _plan_proposal,
                 _plan_typical_case):
        for whole in stage.seen.values():
            for one in whole.all:
                with telling(one):
                    plan(stage, one, whole, filings, rules)
    _plan_funnels(stage, filings, rules)
    for actor in stage.actors.values():
        for failure in actor.failures:
            say(f"{actor.scenario.id} 不能演示 · cannot be played: {failure}")


@contextmanager
def telling(seen: Seen) -> Iterator[None]:
    """What cannot be planned becomes a failure of its scenario, not of the demo."""
    try:
        yield
    except CANNOT_GO_ON as error:
        seen.failures.append(why(error))


def _plan_filing(stage: Stage, seen: Seen, _: Seen, filings: dict[str, FilingFacts], rules: Rules) -> None:
    scenario = seen.scenario
    if filed_at := scenario.filed_at:
        facts = unlike(filing_of(scenario, filed_at, rules), filings.values())
        FilingPlay(stage, seen, facts)
        filings[scenario.id] = facts


def _plan_report(stage: Stage, seen: Seen, whole: Seen, filings: dict[str, FilingFacts],
                 rules: Rules) -> None:
    """If somebody reports. What is told of the whole is told of each of its cases."""
    scenario = seen.scenario
    if not seen.failures and is_reported(scenario) and (seen is not whole or not seen.cases):
        filed = seen if scenario.id in filings else whole
        ReportPlay(stage, seen, facts_of(scenario, rules, filed.scenario.filed_at), filed, rules)


def _plan_determination(stage: Stage, seen: Seen, whole: Seen, filings: dict[str, FilingFacts],
                        rules: Rules) -> None:
    """If the scenario speaks of one, as a case does of which nobody reports. A case without a filing of its
    own has that of the whole scenario."""
    scenario = seen.scenario
    told = is_wanted(scenario) or (seen is not whole and not is_reported(scenario))
    if not seen.failures and told and not seen.cases:
        filed = seen if scenario.id in filings else whole
        facts = determination_of(scenario, rules, filed.scenario.filed_at)
        DeterminationPlay(stage, seen, facts, filed, rules)


def _plan_followup(stage: Stage, seen: Seen, _: Seen, __: dict[str, FilingFacts], rules: Rules) -> None:
    """If somebody was sanctioned, and is visited after it."""
    if not seen.failures and is_visited(seen.scenario):
        FollowupPlay(stage, seen, rules)


def _plan_proposal(stage: Stage, seen: Seen, _: Seen, __: dict[str, FilingFacts], rules: Rules) -> None:
    """If something is expected of one."""
    if not seen.failures and is_proposed(seen.scenario):
        ProposalPlay(stage, seen, rules)


def _plan_typical_case(stage: Stage, seen: Seen, _: Seen, __: dict[str, FilingFacts], ___: Rules) -> None:
    """If one is told by hand."""
    if not seen.failures and (at := told_at(seen.scenario)):
        unit = str(seen.scenario.given["unit"])
        WaitingEntryPlay(stage, seen, stage.people.at(seen.scenario.place, unit), at)


def _widest_last(seen: Seen) -> int:
    """The funnel of a county is part of that of its prefecture, and so is made before it."""
    return -len(below(seen.scenario.place))


def _plan_funnels(stage: Stage, filings: dict[str, FilingFacts], rules: Rules) -> None:
    complete: list[str] = []
    for seen in sorted(stage.seen.values(), key=_widest_last):
        if not seen.scenario.is_funnel or seen.failures:
            continue
        with telling(seen):
            for told in funnel_of(seen.scenario, list(filings.values()), rules, complete):
                filings[told.key] = facts = unlike(told, filings.values())
                FilingPlay(stage, Seen(seen.scenario), facts)
        complete.append(seen.scenario.place)


def _done(stage: Stage, act: Act) -> str:
    """The act's remark. Where it is refused, its scenario ends here, with the reason."""
    try:
        return act.do()
    except CANNOT_GO_ON as error:
        stage.actors[act.scenario].failures.append(f"{act.what}: {why(error)}")
        return f"演示中断 · stopped: {why(error)}"


def _told(stage: Stage, act: Act, remark: str) -> str:
    done = f"[{stage.agenda.played:>3}/{stage.agenda.known}]"
    day = f"{act.at:%Y-%m-%d %H:%M} 周{WEEKDAYS[act.at.weekday()]}"
    return f"{done} {day}  {act.what}  → {remark}"


def let_the_day_pass(stage: Stage, last: datetime | None) -> None:
    """Quiet hours defer e-mail: go to the next forenoon and wait until nothing is pending."""
    if last:
        stage.set_time((last + timedelta(days=1)).replace(hour=10, minute=0))
    with suppress(TimeoutError):  # the summary tells how many are still pending
        awaited(lambda: None if _pending(stage) else {"settled": True}, "通知送达")


def _pending(stage: Stage) -> int:
    counts = _delivery_counts(stage)
    return int(counts.get("pending", 0)) + int(counts.get("sending", 0))


def _delivery_counts(stage: Stage) -> Answer:
    counts: Answer = stage.people.operator.get("/operations/deliveries")["counts"]
    return counts


def summary_of(stage: Stage, scenarios: list[Scenario]) -> dict[str, Any]:
    """What the platform says at the end, and the verdicts."""
    without_letter = counting.settle(stage)
    judged = {scenario.id: judge(stage, scenario) for scenario in scenarios}
    funnel = stage.people.supervisor.get("/filings/funnel", division_code="530000")
    punctuality = stage.people.supervisor.get("/reviews/punctuality", division_code="530000")
    watchdog = stage.people.operator.get("/operations/watchdog")
    return {"received": funnel["received"], "accepted": funnel["accepted"],
            "not_accepted": funnel["not_accepted"], "on_time": punctuality["on_time"],
            "late": punctuality["late"], "notifications_delivered": _delivery_counts(stage)["delivered"],
            "notifications_pending": _pending(stage),
            "open_without_task": len(watchdog["without_task"]),
            "watchdog_unreachable": watchdog["unreachable"],
            "determinations": counting.determinations(stage), "letters": counting.letters(stage),
            "meetings": counting.meetings(stage), "decided_without_letter": without_letter,
            "failures": {name: told for name, seen in stage.seen.items() if (told := _failures(seen))},
            "instead": {name: found for name, seen in stage.seen.items() if (found := _instead(seen))},
            "unread": {scenario.id: list(keys) for scenario in scenarios if (keys := unread_of(scenario))},
            "scenarios": {scenario: overall(verdicts) for scenario, verdicts in judged.items()},
            "expectations": judged}


def _failures(seen: Seen) -> list[str]:
    """Why it could not be played or judged; of a case with its number."""
    return [*seen.failures, *(f"case {number}: {failure}" for number, case in enumerate(seen.cases, 1)
                              for failure in case.failures)]


def _instead(seen: Seen) -> dict[str, str]:
    """What was found where an expectation does not hold; of a case with its number."""
    cases = {f"case {number}: {key}": told for number, case in enumerate(seen.cases, 1)
             for key, told in case.instead.items()}
    return {**seen.instead, **cases}


def report(summary: Mapping[str, Any], say: Say) -> None:
    """The verdicts and the funnel as a person reads them."""
    say("")
    for scenario, verdicts in summary["expectations"].items():
        instead = summary["instead"].get(scenario, {})
        say(f"{MARKS[summary['scenarios'][scenario]]}  {scenario}")
        for key, verdict in verdicts.items():
            say(f"      {MARKS[verdict]}  {key}  {instead.get(key, '')}".rstrip())
        for failure in summary["failures"].get(scenario, ()):
            say(f"      ! {failure}")
        if unread := summary["unread"].get(scenario):
            say(f"      · 未用到 · nothing made of: {'、'.join(unread)}")
    widest = max(summary["received"], 1)
    for word, key in (("收到", "received"), ("受理", "accepted"), ("不予受理", "not_accepted")):
        say(f"{word:<5}\t{'█' * (summary[key] * 40 // widest)} {summary[key]}")
    say(f"按期初审 {summary['on_time']} · 逾期 {summary['late']}"
        f" · 通知送达 {summary['notifications_delivered']} · 无任务的在办事项 {summary['open_without_task']}")
    decided = summary["determinations"]
    say(f"容错认定 {decided['opened']}:免责 {decided['exempt']} · 减轻 {decided['mitigate']}"
        f" · 从轻 {decided['lighten']} · 不予容错 {decided['denied']}"
        f" · 联席会议 {summary['meetings']} · 文书 {summary['letters']}")


def all_within_reach_hold(summary: Mapping[str, Any]) -> bool:
    """Whether no expectation within reach failed, every open case has its task, every decision its letter."""
    missing = ("open_without_task", "watchdog_unreachable", "decided_without_letter", "notifications_pending")
    whole = bool(summary["scenarios"]) and not any(summary[key] for key in missing)
    return whole and FAILED not in summary["scenarios"].values()


def write(summary: Mapping[str, Any], file: Path) -> None:
    """Write `var/demo.json`."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(summary, ensure_ascii=False, indent=2) + "\n", "utf-8")
