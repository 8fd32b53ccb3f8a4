"""What must hold of reports at the end, of clearings and of inquiries: what is found, beside what was
expected."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from scenarios.moments import local_day
from scenarios.platform import Answer
from scenarios.report_words import CLEARINGS, FINDINGS, modes_of
from scenarios.sight import learnt_by_subject
from scenarios.stage import Seen, Stage
from scenarios.wording import number_of, one_of

Check = Callable[[Stage, Seen, Any], bool]
Found = Callable[[Stage, Seen], Any]
ACCUSATIONS = "/clarify/false-accusations"
HOLDING = {"found", "complaint", "upheld", "effective", "concluded"}
FIRST_VISIT, LAST_VISIT = timedelta(days=30), timedelta(days=90)
NEVER = ("never", "从不", "不", "否", False)


def reports(seen: Seen) -> list[Seen]:
    """Those of a scenario and its cases of which somebody reported."""
    return [each for each in seen.all if each.report]


def _modes(_: Stage, seen: Seen) -> list[str]:
    """In which the person was cleared."""
    return sorted(act["mode"] for act in seen.clearing.get("acts", ()))


def _clearing(stage: Stage, seen: Seen) -> Answer:
    answered = seen.report["clearing"]
    return {"needed": bool(answered and answered["clear"]), "modes": _modes(stage, seen),
            "outcome": seen.clearing.get("state", "")}


def _of_clearing(key: str) -> Found:
    return lambda stage, seen: _clearing(stage, seen)[key]


def _visited(_: Stage, seen: Seen) -> bool:
    """Within 30 to 90 days after it was carried out, with what it led to told."""
    case = seen.clearing
    if not case.get("visit") or case["state"] != "closed" or not case["feedback"]:
        return False
    done = [local_day(entry["at"]) for entry in case["history"] if entry["what"] == "finish"]
    return FIRST_VISIT <= date.fromisoformat(case["visit"]["on"]) - date.fromisoformat(done[-1]) <= LAST_VISIT


def _reason_needed(_: Stage, seen: Seen) -> bool | None:
    """Without one it was refused; with one it stands on file. None where nobody refused."""
    if not seen.refusal:
        return None
    told = bool(seen.refusal["refusal"] and seen.refusal["reasons"])
    return told and bool(seen.clearing_refused_with)


def _guided(_: Stage, seen: Seen) -> bool:
    """Units that dare not, or will not, are told what to heed."""
    return bool(seen.clearing.get("guidance"))


def _accusation_found(_: Stage, seen: Seen) -> bool | None:
    """Through both gates. Of a report that is not suspected, that nothing could be opened shows in the code,
    and nothing is in the organ's lists. None where that was never tried."""
    if seen.inquiry:
        return seen.inquiry["state"] in HOLDING and _approvals(seen) == ["begin", "find"]
    return bool(_listed(seen)) if seen.inquiry_refused_with == "clarify.not_suspected" else None


def _listed(seen: Seen) -> list[Answer]:
    if seen.place is None:
        return []
    lines = (line for tab in ("organ", "closed") for line in seen.place.lead.get(
        ACCUSATIONS, tab=tab, limit=200)["lines"])
    return [line for line in lines if seen.report["number"] in line["title"]]


def _approvals(seen: Seen) -> list[str]:
    told = seen.inquiry.get("approvals", ())
    return sorted(each["gate"] for each in told if each["answer"] == "approved")


def _sanctioned(_: Stage, seen: Seen) -> bool:
    """Whether anything was done about whoever reported."""
    return any(each["kind"] != "none" for each in seen.inquiry.get("handlings", ()))


def _heard(_: Stage, seen: Seen) -> bool:
    return any(each["heard_at"] for each in seen.inquiry.get("hearings", ()))


def _alone(_: Stage, seen: Seen) -> bool | None:
    """Whether the organ that inquires let itself. None where it did not try."""
    return not seen.gate_refused_with if seen.inquiry else None


def _checked(_: Stage, seen: Seen) -> bool:
    """In review; what it found stands beside the match."""
    return seen.filing_check.get("state") == "concluded"


def _told(_: Stage, seen: Seen) -> bool:
    """A real-name reporter has had both feedbacks, with their receipts."""
    told = {each["stage"] for each in seen.report["feedbacks"] if each["read_at"]}
    return told == {"acceptance", "result"} and seen.reporter_side.get("status") == "closed"


FOUND: Mapping[str, Found] = {
    "report_finding": lambda _, seen: seen.report["outcome"],
    "clarification": _clearing,
    "clarification_needed": _of_clearing("needed"),
    "clarification_outcome": _of_clearing("outcome"),
    "clarified_with": _modes,
    "clarification_return_visit": _visited,
    "refusal_needs_reason": _reason_needed,
    "guidance_shown": _guided,
    "false_accusation_found": _accusation_found,
    "approvals_before_finding": lambda _, seen: len(_approvals(seen)),
    "county_finds_alone": _alone,
    "reporter_heard": _heard,
    "reporter_sanctioned": _sanctioned,
    "reporter_told": _told,
    "filing_checked": _checked,
    "subject_learns_reporter": learnt_by_subject,
}


def expected_as(key: str, said: Any) -> Any:
    """What a scenario expects, as it would be found."""
    if key == "clarification":
        told = said if isinstance(said, Mapping) else {"needed": said}
        return {part: expected_as(PARTS[part], each) for part, each in told.items() if part in PARTS}
    if key == "clarified_with":
        return sorted(modes_of(said))
    if key == "report_finding":
        return one_of(key, said, FINDINGS)
    if key == "clarification_outcome":
        return one_of(key, said, CLEARINGS)
    if key == "approvals_before_finding":
        return number_of(key, said)
    return False if key == "subject_learns_reporter" and said in NEVER else said


PARTS = {"modes": "clarified_with", "outcome": "clarification_outcome", "needed": "clarification_needed"}


def _check(key: str) -> Check:
    """Whether it is found of every report of the scenario, and there is one."""
    def holds(stage: Stage, seen: Seen, expected: Any) -> bool:
        wanted, found = expected_as(key, expected), found_of(key, stage, seen)
        return bool(found) and all(_same(each, wanted) for each in found)
    return holds


def found_of(key: str, stage: Stage, seen: Seen) -> Sequence[Any]:
    """What is found of each report."""
    return [FOUND[key](stage, each) for each in reports(seen)]


def _same(found: Any, wanted: Any) -> bool:
    """Of a mapping the parts that are named. Yes is no number, and no word."""
    if isinstance(wanted, Mapping):
        return all(_same(found[part], each) for part, each in wanted.items())
    return type(found) is type(wanted) and bool(found == wanted)


CHECKS: Mapping[str, Check] = {key: _check(key) for key in FOUND}
WHOLE: Mapping[str, Callable[[Any], bool]] = {
    "clarification": lambda said: not isinstance(said, Mapping) or set(said) <= set(PARTS)}
