"""The parts of the work beside each other, and how much is open in each."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from flask import g, request

from rongcuo.contracts.determination import operations as of_determination
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import Query
from rongcuo.contracts.review import operations as of_review
from services.gateway.console.backend import aside, ask_if_visible

COUNTED: Mapping[str, Query[Any, Any]] = {
    "console.work_list": of_review.PAGE, "console.determinations": of_determination.DETERMINATIONS,
    "console.appeals": of_determination.APPEALS,
}
CASEWORK = frozenset({"reviewer", "lead"})
AWAY = frozenset({"service_unavailable", "answer_late", "busy"})


def begin_counting() -> None:
    """Ask beside the page's own question, which counts for its own part."""
    seen = COUNTED if CASEWORK & set(g.person["roles"]) else COUNTED.keys() - {"console.work_list"}
    g.counts = {page: aside(page, partial(_open, page)) for page in seen if page != request.endpoint}


def open_in(page: str) -> int:
    """How much is open on a page that counts it, for the person; nothing while its service is away."""
    asked = g.get("counts", {}).get(page) or partial(_open, page)
    try:
        return int(asked()) if page in COUNTED else 0
    except CaseError as refusal:
        if refusal.code not in AWAY:
            raise
        return 0


def _open(page: str) -> int:
    found = ask_if_visible(COUNTED[page], limit=1)
    return int(found.get("counts", {}).get("organ", 0)) if found else 0
