"""How much is open where the rail leads."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from flask import g, request

from rongcuo.contracts.determination import operations as of_determination
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import Query
from rongcuo.contracts.review import operations as of_review
from services.gateway.console.page.backend import AWAY, aside, ask_if_visible

COUNTED: Mapping[str, Query[Any, Any]] = {
    "console.work_list": of_review.PAGE, "console.determinations": of_determination.DETERMINATIONS,
    "console.appeals": of_determination.APPEALS,
}


def begin_counting(pages: Iterable[str]) -> None:
    """Ask beside the page's own question, which counts for its own part."""
    g.counts = {page: aside(page, partial(_open, page)) for page in COUNTED.keys() & set(pages)
                if page != request.endpoint}


def open_in(page: str) -> int:
    """How much is open there for the person; nothing where it was not asked, or its service is away."""
    asked = g.get("counts", {}).get(page)
    try:
        return int(asked()) if asked else 0
    except CaseError as refusal:
        if refusal.code not in AWAY:
            raise
        return 0


def _open(page: str) -> int:
    found = ask_if_visible(COUNTED[page], limit=1)
    return int(found.get("counts", {}).get("organ", 0)) if found else 0
