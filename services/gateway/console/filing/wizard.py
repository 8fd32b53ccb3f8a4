"""What a person typed into the wizard's steps, put into a filing's content, and back."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.pack import Pack
from rongcuo.policy.pack.checks import Matter, check_dates
from services.gateway.console.page.forms import Content, Form, reference, typed

PARTS = ("matter", "grounds", "risks", "period", "statements", "check")
DAYS = ("act_from", "act_until", "valid_from", "valid_until")
COUNTS = ("households", "people", "workers")
EMPTY: Content = {
    "title": "", "description": "", "situation": "", "situation_reason": "", "colour": "", "policy_basis": "",
    "collective_decision": None, "risks": [], "remedy": "", "no_private_gain": False, "interests": [],
    "act_from": None, "act_until": None, "valid_from": None, "valid_until": None,
    "beneficiaries": {"households": 0, "people": 0, "workers": 0}, "negative_answers": {},
    "class_answers": {}, "attachments": [],
}
CLASS = "class-"    # the names of the fields about classes of the pack
YES_OR_NO = {"yes": True, "no": False}   # anything else is no answer: nobody declares by saying nothing
STEP_OF: Mapping[str, int] = {
    **dict.fromkeys(("policy_basis", "collective_decision", "meeting", "held_on"), 2),
    **dict.fromkeys(("risks", "remedy"), 3), **dict.fromkeys((*DAYS, *COUNTS, "beneficiaries", "colour"), 4),
    **dict.fromkeys(("negative_answers", "class_answers", "interests", "no_private_gain", "attachments"), 5),
}


def step_of(name: str) -> int:
    """The step on which a field of the content is typed."""
    return STEP_OF.get(name, 1)


def filled(content: Content, part: str, form: Form, negative_list: Mapping[str, Any]) -> Content:
    """The content with one part replaced by what was typed. Shapes only; the service judges."""
    return {**content, **READERS[part](form, content, negative_list)}


def with_file(content: Content, taken: Content) -> Content:
    """The content with one more attachment; the same file again is no other."""
    others = [file for file in content["attachments"] if file["sha256"] != taken["sha256"]]
    return {**content, "attachments": [*others, reference(taken)]}


def wrong_days(content: Content, part: str, pack: Pack, now: datetime) -> None:
    """Said on the step where the days are typed, by the check that is made again on sending. Raises its first
    failure's code."""
    failures = check_dates(pack, DAYS_OF[part](content, now))
    if failures:
        told = [{"code": each.code, "details": dict(each.details)} for each in failures]
        raise CaseError(failures[0].code, details={"failures": told})


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


DAYS_OF: Mapping[str, Callable[[Content, datetime], Matter]] = {
    "grounds": lambda content, now: Matter(
        submitted_at=now, situation="",
        decided_on=_day((content["collective_decision"] or {}).get("held_on"))),
    "period": lambda content, now: Matter(
        submitted_at=now, situation="", acts_from=_day(content["act_from"]),
        acts_until=_day(content["act_until"]), valid_from=_day(content["valid_from"]),
        valid_until=_day(content["valid_until"])),
}


def _words(form: Form, *names: str) -> Content:
    return {name: typed(form, name) for name in names}


def _dates(form: Form, *names: str) -> Content:
    return {name: form.get(name) or None for name in names}


def _grounds(form: Form, content: Content, _: Any) -> Content:
    told = {**_words(form, "meeting"), **_dates(form, "held_on")}
    decision = {**(content["collective_decision"] or {}), **told} if any(told.values()) else None
    return {**_words(form, "policy_basis"), "collective_decision": decision}


def _risks(form: Form, *_: Any) -> Content:
    pairs = [_words(form, f"risk-{number}", f"measure-{number}").values() for number in range(50)]
    return {**_words(form, "remedy"), "risks": [{"risk": risk, "measure": measure}
                                                for risk, measure in pairs if risk or measure]}


def _period(form: Form, *_: Any) -> Content:
    counts = {name: _count(form.get(name, "")) for name in COUNTS}
    return {**_dates(form, *DAYS), **_words(form, "colour"), "beneficiaries": counts}


def _count(written: str) -> int | str:
    """A whole number; anything else goes on as it was typed."""
    whole = written.isascii() and written.isdigit() and len(written) < 12
    return int(written) if whole else written or 0


def _statements(form: Form, content: Content, negative_list: Mapping[str, Any]) -> Content:
    kept = set(form.getlist("keep"))
    said = {code: form.get(f"negative-{code}", "") for code in negative_list}
    return {"negative_answers": {code: YES_OR_NO[word] for code, word in said.items() if word in YES_OR_NO},
            "class_answers": {name.removeprefix(CLASS): YES_OR_NO[word] for name, word in form.items()
                              if name.startswith(CLASS) and word in YES_OR_NO},
            "interests": _interests(form, content["interests"]),
            "attachments": [file for file in content["attachments"] if file["sha256"] in kept],
            "no_private_gain": form.get("no_private_gain") == "1"}


def _interests(form: Form, known: list[Content]) -> list[Content]:
    """Who is named, with the officer's id where the draft already knew it."""
    ids = {interest["name"]: interest.get("officer_id", "") for interest in known}
    pairs = [_words(form, f"interest-{number}", f"relation-{number}").values() for number in range(50)]
    return [{"name": name, "relation": relation, "officer_id": ids.get(name, "")}
            for name, relation in pairs if name or relation]


READERS: Mapping[str, Callable[[Form, Content, Mapping[str, Any]], Content]] = {
    "matter": lambda form, *_: _words(form, "title", "situation", "situation_reason", "description"),
    "grounds": _grounds, "risks": _risks, "period": _period, "statements": _statements,
    "check": lambda *_: {},
}
