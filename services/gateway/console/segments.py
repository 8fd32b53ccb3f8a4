"""The parts of the work beside each other, and how much is open in each."""

from collections.abc import Mapping
from typing import Any

from rongcuo.contracts.determination import operations as of_determination
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import Query
from rongcuo.contracts.review import operations as of_review
from services.gateway.console.backend import ask_if_visible

COUNTED: Mapping[str, Query[Any, Any]] = {
    "console.work_list": of_review.PAGE, "console.determinations": of_determination.DETERMINATIONS,
    "console.appeals": of_determination.APPEALS,
}
AWAY = frozenset({"service_unavailable", "answer_late", "busy"})


def open_in(page: str) -> int:
    """How much is open on a page that counts it, for the person; nothing while its service is away."""
    try:
        found = ask_if_visible(COUNTED[page], limit=1) if page in COUNTED else None
    except CaseError as refusal:
        if refusal.code not in AWAY:
            raise
        return 0
    return int(found.get("counts", {}).get("organ", 0)) if found else 0
