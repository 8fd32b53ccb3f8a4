"""What a case can be told from: the concluded matters that the person sees, to choose from."""

from collections.abc import Iterator, Mapping
from typing import Any

from flask import request
from flask_babel import gettext

from rongcuo.contracts.clarify.clarification.operations import CLARIFICATIONS
from rongcuo.contracts.determination.operations import DETERMINATIONS
from rongcuo.contracts.filing.oversight.operations import OVERSIGHTS
from rongcuo.contracts.followup import EntrySourceKind as Kind
from rongcuo.contracts.operation import Query
from services.followup.pages.casebook import words as said
from services.gateway.console.page.backend import Answer, ask_if_visible, unless_away
from services.gateway.console.page.labels import word

MOST = 50     # of each kind
LISTS: Mapping[str, tuple[Query[Any, Any], str, str]] = {
    Kind.DETERMINATION: (DETERMINATIONS, "case_id", "title"),
    Kind.CLEARING: (CLARIFICATIONS, "case_id", "about"),
    Kind.OVERSIGHT: (OVERSIGHTS, "oversight_id", "title")}


def sources(begun: Answer) -> Mapping[str, str]:
    """By hand, what was chosen already, and what was found: each its kind and its id in one."""
    by_hand = {Kind.HAND.value: word(said.SOURCES, Kind.HAND)}
    known = {**by_hand, **dict(_found(request.args.get("search", "")))}
    held = begun.get("source_id", "")
    if held and held not in known:
        known[held] = " · ".join(filter(None, (
            word(said.SOURCES, parted(held)[0]), begun.get("source_number", "") or gettext("已经选定的"))))
    return known


def named() -> str:
    """The one in the address; by hand where there is none."""
    kind, source_id = request.args.get("kind", ""), request.args.get("source_id", "")
    return chosen(kind, source_id) if kind in LISTS and source_id else Kind.HAND.value


def chosen(kind: str, source_id: str) -> str:
    """As one choice."""
    return f"{kind}:{source_id}" if source_id else kind


def parted(choice: str) -> tuple[str, str]:
    """Its kind, and its id where it has one."""
    kind, _, source_id = choice.partition(":")
    return kind, source_id


def _found(search: str) -> Iterator[tuple[str, str]]:
    for kind, (query, key, title) in LISTS.items():
        for line in _listed(query, search):
            yield chosen(kind, line[key]), f"{word(said.SOURCES, kind)} · {line['number']} · {line[title]}"


def _listed(query: Query[Any, Any], search: str) -> list[Answer]:
    """None where the person has no such list, or its service is away."""
    page = unless_away(lambda: ask_if_visible(query, tab="closed", search=search, limit=MOST)) or {}
    found: list[Answer] = page.get("lines", [])
    return found
