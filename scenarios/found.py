"""What was found where an expectation does not hold, told beside what was wanted."""

from collections.abc import Callable, Mapping
from typing import Any

from scenarios import overseen, reported
from scenarios.determination_facts import ASSESSED
from scenarios.determined import (
    appeal_ends,
    assessors_of,
    ended_in,
    extended,
    form_of,
    gone_through,
    hits_of,
    issued_of,
    proved,
    recused_of,
    shield_of,
    stopped,
    subjects,
)
from scenarios.stage import Seen, Stage

OF_FILING: Mapping[str, Callable[[Seen], Any]] = {
    "preliminary_review_due": lambda seen: seen.receipt.get("review_due_on"),
    "filing_outcome": lambda seen: "evaluated" if overseen.is_evaluated(seen) else (
        seen.filing.get("state") or seen.refused_with),
    "phases": lambda seen: seen.oversight.get("phases"),
    "retrospective_held": lambda seen: bool(seen.oversight.get("retrospectives")),
    "whitelist": lambda seen: seen.filing.get("whitelisted"),
    "provisional": lambda seen: seen.provisional,
    "letters": lambda seen: dict(issued_of(seen)),
}
OF_EACH: Mapping[str, Callable[[Seen], Any]] = {
    "determination": ended_in, "form_of_discipline": form_of,
    "negative_list_hit": lambda each: hits_of(each) or (False if gone_through(each) else None),
    "negative_hit_stops_before_meeting": lambda each: stopped(each) if proved(each) else None,
    **dict.fromkeys(("appeal", "appeal_outcome"), lambda each: each.appeal_refused_with or appeal_ends(each)),
    **dict.fromkeys(("quorum_met", "quorum"),
                    lambda each: not each.roll_refused_with if each.meeting else None),
    **dict.fromkeys(("recused_members", "members_recused"), recused_of),
    **dict.fromkeys(("verification_extended", "extended"), extended),
}
COUNTED = ("received", "accepted", "not_accepted", "open", "households")


def difference(stage: Stage, seen: Seen, key: str, expected: Any) -> str:
    """Wanted and found, as a person reads them."""
    return f"应为 {_told(expected)} 实为 {_told(_found(stage, seen, key)) or '没有'}"


def _found(stage: Stage, seen: Seen, key: str) -> Any:
    if key in OF_FILING:
        return OF_FILING[key](seen)
    if key in {"funnel", "dashboard_households"}:
        counted = stage.people.supervisor.get("/filings/funnel", division_code=seen.scenario.place)
        return counted["households"] if key != "funnel" else {each: counted[each] for each in COUNTED}
    if key in {"late", "overdue", "flagged_late"}:
        return any(told.get("late") for one in seen.all for told in (one.case, one.determination))
    if key in reported.FOUND:
        return reported.found_of(key, stage, seen)
    if key == "negative_list_hit" and not subjects(seen) and seen.filing:
        return False
    if key == "shield":
        return [shield_of(seen, each) for each in seen.all if each.determination or each.report]
    return [_of_each(each, key) for each in subjects(seen)]


def _of_each(each: Seen, key: str) -> Any:
    if key.endswith(ASSESSED):
        return assessors_of(each, key.removesuffix(ASSESSED))
    return OF_EACH[key](each) if key in OF_EACH else None


def _told(said: Any) -> str:
    if isinstance(said, Mapping):
        return "、".join(f"{key} {_told(each)}" for key, each in said.items())
    if isinstance(said, list | tuple):
        return "、".join(filter(None, map(_told, said)))
    if isinstance(said, bool):
        return "是" if said else "否"
    return "" if said is None else str(said)
