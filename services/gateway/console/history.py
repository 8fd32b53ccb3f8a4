"""The timeline: what filing and review remember, merged by time."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from flask_babel import gettext

from rongcuo.contracts.actor import SYSTEM
from services.gateway.console.backend import Answer
from services.gateway.console.gaps import FIELD, acknowledged_words
from services.gateway.console.words import VERBS

ONCE = frozenset({"object"})   # filing notes when it was said, review when it was heard


def timeline_of(filing: Answer, case: Answer | None) -> list[dict[str, Any]]:
    """Newest last; the same step told by both services is shown once, by the person who took it."""
    entries = [*filing["history"], *(case["history"] if case else ())]
    by_people_last = sorted(entries, key=lambda entry: entry["actor_id"] != SYSTEM.officer_id)
    told = {(entry["what"], entry["at"] if entry["what"] not in ONCE else ""): entry
            for entry in by_people_last}
    return [{"what": entry["what"], "who": _who(entry), "at": entry["at"], "note": _note(entry)}
            for entry in sorted(told.values(), key=lambda entry: str(entry["at"]))]


def told_by(matter: Answer, words: Mapping[str, str] = MappingProxyType({})) -> list[dict[str, Any]]:
    """What a case, a meeting or an appeal remembers, oldest first; codes in its notes by their `words`."""
    return [{"what": _of_a_case(entry["what"]), "who": _who(entry), "at": entry["at"],
             "note": words.get(entry["note"]) or _note(entry)} for entry in matter["history"]]


def _note(entry: Answer) -> str:
    return acknowledged_words(entry["note"]) if entry["what"] == FIELD else str(entry["note"])


def _who(entry: Answer) -> str:
    return gettext("系统") if entry["actor_id"] == SYSTEM.officer_id else str(entry["actor_name"])


def _of_a_case(verb: str) -> str:
    """Some steps have another name in a case than in a filing."""
    return f"case.{verb}" if f"case.{verb}" in VERBS else verb
