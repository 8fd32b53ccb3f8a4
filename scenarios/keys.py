"""The keys that something is made of. What else a file says is told in the result, not passed over."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

TOP = frozenset({"id", "practices", "place", "given", "chosen", "expect", "cases"})
GIVEN = frozenset({"filer", "subject", "unit", "matter", "mistake", "what", "verified", "motive", "remedy",
                   "collective_decision", "beneficiaries", "received", "accepted", "report", "organisation",
                   "course", "end", "proposal", "names", "typical_case"})
MOMENTS = ("filed_at", "reviewed_at", "reported_at", "clue_received_at", "clue_at", "applied_at",
           "application_at", "initiated_at", "opened_at", "begun_at", "started_at", "determined_at",
           "appealed_at", "valid_until", "planned_at", "checked_at", "progress_at", "deviation_at",
           "guidance_at", "corrected_at", "changed_at", "evaluated_at", "proposed_at", "told_at")
PERIODS = ("act", "validity")
CHOSEN = frozenset({*MOMENTS, *PERIODS, "situation", "colour", "supplement", "disposal", "initiation",
                    "tolerance_arises", "list_hit", "negative_item", "first_determination", "appeal", "cases",
                    "organ", "meeting", "extension", "stop_before", "report", "reporter", "finding",
                    "unit_first_answer", "next_level", "exceeded", "false_accusation", "unsealing"})
PERSON = frozenset({"name", "姓名", "unit", "单位", "post", "职务"})
INSIDE: Mapping[str, frozenset[str]] = {
    "proposal": frozenset({"title", "problems", "causes", "suggestions", "rule", "rule_text", "code"}),
    "typical_case": frozenset({"title", "keywords", "gist", "facts", "meaning", "factors", "risks"}),
    "act": frozenset({"what", "from", "since", "on", "date", "at", "to", "until"}),
    "validity": frozenset({"from", "since", "on", "date", "at", "to", "until"}),
    "appeal": frozenset({"at", "lodged_at", "outcome"}),
    "meeting": frozenset({"absent", "recused", "votes"}),
    "extension": frozenset({"reason"}),
    "supplement": frozenset({"at"}),
    "report": frozenset({"kind", "channel", "received_at", "at"}),
    "reporter": frozenset({"kind"}),
    "false_accusation": frozenset({"begin", "find", "complaint", "managed_by", "heard"}),
    "beneficiaries": frozenset({"households", "people", "workers"}),
    **dict.fromkeys(("subject", "filer"), PERSON),
}


def unread_of(data: Mapping[str, Any], cases: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """The keys of a file, and of its cases, that nothing is made of."""
    found = [str(key) for key in data if key not in TOP]
    found += _in("given", data.get("given"), GIVEN)
    found += _in("chosen", data.get("chosen"), CHOSEN)
    for number, case in enumerate(cases, 1):
        found += _in(f"cases[{number}]", case, GIVEN | CHOSEN | TOP)
        found += _in(f"cases[{number}].given", case.get("given"), GIVEN)
        found += _in(f"cases[{number}].chosen", case.get("chosen"), CHOSEN)
    return tuple(found)


def _in(where: str, said: Any, known: frozenset[str]) -> Iterator[str]:
    for key, value in (said or {}).items():
        if key not in known:
            yield f"{where}.{key}"
        elif isinstance(value, Mapping):
            yield from (f"{where}.{key}.{inner}" for inner in value if inner not in INSIDE.get(key, value))
