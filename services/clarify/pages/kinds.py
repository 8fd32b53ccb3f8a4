"""What reports and both procedures have in common on their pages: none has a title of its own, each tells its
history in its own words, and each page has one thing to be done next."""

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import LazyString, gettext

from rongcuo.policy.pack.terms import Stage
from rongcuo.policy.provenance import Source
from services.gateway.console.case.actions import Act, Kind
from services.gateway.console.case.parts import last
from services.gateway.console.page.backend import Answer
from services.gateway.console.page.forms import Form
from services.gateway.console.page.labels import Words, word

Notes = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True, kw_only=True)
class Titled(Kind):
    """`title`: of all that are of this kind. `worded`: what happened to one, in words."""

    title: LazyString
    worded: Callable[[Answer], list[Answer]]

    def found(self, matter_id: str, *, gone: bool = False) -> Answer:
        found = super().found(matter_id, gone=gone)
        return {**found, "title": str(self.title), "steps": found.get("history", []),
                "history": self.worded(found)}


def told_in(matter: Answer, verbs: Words, notes: Notes) -> list[Answer]:
    """What happened: the steps by `verbs`, where the console has no words for them; the codes in what was
    noted with a step by its `notes`."""
    return [{**entry, "what": str(verbs.get(entry["what"], entry["what"])),
             "note": _in_words(entry["note"], notes.get(entry["what"]))}
            for entry in matter.get("history", ())]


def day_of_each(matter: Answer, ends: Iterable[tuple[str, ...]]) -> list[str]:
    """The day on which each stage ended, by the steps that may end it; empty where none has."""
    told = {"history": matter["steps"]}
    return [ended["at"] if (ended := last(told, *verbs)) else "" for verbs in ends]


def limit_source(matter: Answer, stages: Iterable[Stage], code: str) -> Source | None:
    """Which rule sets the limit that runs in the stage with this code."""
    running = stages if matter["deadline"] else ()
    return next((stage.source for stage in running if stage.code == code), None)


def outcome_of(case: Answer, ended: Container[str], states: Words) -> str:
    """What came of it, in one calm sentence; nothing before it is over."""
    return word(states, case["state"]) if case["state"] in ended else ""


def ended_at(case: Answer, ended: Container[str]) -> str:
    """When it was over."""
    return str(case["steps"][-1]["at"]) if case["state"] in ended and case["steps"] else ""


def _in_words(note: str, words: Mapping[str, object] | None) -> str:
    if words is None:
        return note
    return gettext("、").join(str(words.get(code, code)) for code in note.split())


def offered(kind: Kind, matter: Answer, wanted: Iterable[str], called: Callable[[Answer, Act], str],
            inline: Container[str] = (), elsewhere: Container[str] = ()) -> dict[str, Any]:
    """The first of the `wanted` steps that is allowed, and the others with where their forms are. What is
    `inline` has its form right there; what is `elsewhere` stands beside what it is about."""
    may = [verb for verb in kind.acts if verb in matter["allowed"]]
    first = next((verb for verb in wanted if verb in may), "")
    act = kind.acts.get(first)
    others = [{"word": called(matter, kind.acts[verb]), "address": kind.address(matter, verb)}
              for verb in may if verb != first and verb not in elsewhere]
    here = act is not None and first in inline
    form = {"act": act, "typed": Form(act.typed(matter)), **act.choices(matter)} if act and here else {}
    return {"first": act, "inline": here, "others": others, "kind": kind,
            "first_word": called(matter, act) if act else "", **form}
