"""How a problem goes, in words: who has it, its step line, what came of it, what happened, what is next."""

from collections.abc import Mapping
from typing import Any

from flask import g, url_for
from flask_babel import gettext

from rongcuo.contracts.clarify.clarification.operations import CLARIFICATION
from rongcuo.contracts.clarify.operations import REPORT
from rongcuo.contracts.determination.operations import DETERMINATION
from rongcuo.contracts.filing.oversight.operations import OVERSIGHT
from rongcuo.contracts.followup import ProblemSourceKind as Kind
from rongcuo.contracts.followup.proposal.operations import PROPOSAL, PROPOSALS
from rongcuo.contracts.operation import Query
from services.followup.pages.problem.acts import PROBLEM
from services.followup.pages.problem.chart import Chart, chart_of
from services.followup.pages.problem.words import STATES, VERBS
from services.gateway.console.case.holders import PLACES
from services.gateway.console.case.pages import address_of
from services.gateway.console.case.parts import last, step_line
from services.gateway.console.page.backend import Answer, ask, unless_away
from services.gateway.console.page.labels import word

ENDED = ("closed", "merged", "dismissed")
PENDING = ("open", "reported")
SEEN_IN: Mapping[Kind, tuple[Query[Any, Any], ...]] = {
    Kind.DETERMINATION: (DETERMINATION,), Kind.CLARIFICATION: (CLARIFICATION,), Kind.DEVIATION: (OVERSIGHT,),
    Kind.RETROSPECTIVE: (REPORT, OVERSIGHT), Kind.PROPOSAL: (PROPOSAL,)}
LINKED = 10     # of the newest times that it came up, as each is asked for
OF_A_MEASURE = ("plan_measure", "report_measure", "close_measure", "return_measure", "move_measure",
                "drop_measure")


def worded(problem: Answer) -> list[Answer]:
    """What happened, in a problem's own words."""
    return [{**each, "what": str(VERBS.get(each["what"], each["what"])), "note": _note(each)}
            for each in problem["history"]]


def _note(entry: Answer) -> str:
    """Of a measure its number stands first: alone, or before why."""
    number, colon, why = str(entry["note"]).partition("：")
    if entry["what"] not in OF_A_MEASURE or not number.isdecimal():
        return str(entry["note"])
    return gettext("第 %(n)s 条措施", n=number) + colon + why


def holder_of_problem(problem: Answer) -> str:
    """The owners of what is open; else the leads, or the organ."""
    if problem["state"] in ENDED:
        return str(PLACES["nobody"])
    owners = dict.fromkeys(each["owner_name"] for each in problem["measures"]
                           if each["state"] == "open" and each["owner_name"])
    if owners:
        return gettext("、").join(owners)
    return gettext("负责人") if problem["measures"] else gettext("本机关（待办）")


def steps_of_way(problem: Answer) -> list[dict[str, str]]:
    """From what happened to its end, with the days; of what became another one, or none, nothing."""
    if problem["state"] in ("merged", "dismissed"):
        return []
    described, closed = last(problem, "describe", "enter"), last(problem, "close")
    planned = last(problem, "plan_measure")
    settled = bool(problem["measures"]) and all(each["state"] not in PENDING for each in problem["measures"])
    here = 4 if problem["state"] == "closed" else 3 if settled else 2 if problem["measures"] else (
        1 if problem["description"] else 0)
    took = (described, planned, last(problem, "close_measure"), closed)
    days = [each["at"] if each else "" for each in took]
    names = [gettext("梳理"), gettext("定措施"), gettext("整改、销账"), gettext("销号")]
    return step_line(names, days, here)


def outcome_of(problem: Answer) -> str:
    """What came of it; nothing while it is open."""
    return word(STATES, problem["state"]) if problem["state"] in ENDED else ""


def charts_of(problem: Answer) -> list[Chart]:
    """One for each rule whose day has come; the newest first."""
    rules = {each["place"]: each for each in problem["rules"]}
    return [chart_of(each, rules[each["rule"]], g.now.date()) for each in reversed(problem["recurrences"])]


def steps_of(problem: Answer) -> dict[str, Any]:
    """The first step that is wanted, and the others with where their forms are."""
    may = [verb for verb in PROBLEM.acts if verb in problem["allowed"]
           and (verb != "merge" or problem["likely"])]
    first = next((verb for verb in _wanted(problem) if verb in may), "")
    act = PROBLEM.acts.get(first)
    others = [{"word": called(problem, verb), "address": PROBLEM.address(problem, verb)}
              for verb in may if verb != first]
    return {"first": act, "first_word": called(problem, first) if act else "", "others": others}


def called(problem: Answer, verb: str) -> str:
    """The word of an act, as this problem has it."""
    if verb == "describe" and problem["state"] == "open":
        return gettext("修改梳理")
    if verb == "write_risk_point" and problem["risk_point"]:
        return gettext("修改风险点")
    return str(PROBLEM.acts[verb].word)


def occurrences(problem: Answer) -> list[Answer]:
    """Each time that it came up, the newest first, with the way to its matter."""
    found = list(reversed(problem["sources"]))
    return [{**each, "address": _way_to(each, problem) if place < LINKED else ""}
            for place, each in enumerate(found)]


def proposals_of(problem: Answer) -> list[Answer]:
    """The letters that came of it, as far as the person sees them."""
    return [line for tab in ("organ", "closed")
            for line in ask(PROPOSALS, tab=tab, problem=problem["case_id"]).get("lines", ())]


def _way_to(source: Answer, problem: Answer) -> str:
    """Empty where it is not the person's to see. Whoever looks from above is led to where it is decided: to
    ask here would say in the ledger that they had read it."""
    matter_id = source["source_id"].partition(":")[0]
    kinds = SEEN_IN.get(Kind(source["kind"]), ())
    if not matter_id or not kinds:
        return ""
    if problem["organ_id"] != g.person["organ_id"]:
        return url_for("console.matter", matter_id=matter_id)
    return unless_away(lambda: address_of(matter_id, *kinds)) or ""


def _wanted(problem: Answer) -> list[str]:
    """Verbs in the order in which the problem needs them."""
    states = [each["state"] for each in problem["measures"]]
    unowned = any(not each["owner_id"] and each["state"] in PENDING for each in problem["measures"])
    needed = (
        ("describe", problem["description"] is None), ("plan_measure", not states), ("move_measure", unowned),
        ("close_measure", "reported" in states), ("report_measure", "open" in states),
        ("enter_rule", problem["state"] == "open" and not problem["rules"]),
        ("write_risk_point", problem["risk_point"] is None), ("close", True))
    return [verb for verb, is_needed in needed if is_needed]
