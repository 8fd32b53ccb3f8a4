"""The parts of the work beside each other, and how much is open in each."""

from collections.abc import Mapping

from rongcuo.contracts.errors import CaseError
from services.gateway.console.backend import ask_if_visible

COUNTED: Mapping[str, tuple[str, str]] = {
    "console.work_list": ("review", "page"), "console.determinations": ("determination", "determinations"),
    "console.appeals": ("determination", "appeals"),
}
AWAY = frozenset({"service_unavailable", "answer_late", "busy"})


def open_in(page: str) -> int:
    """How much is open on a page that counts it, for the person; nothing while its service is away."""
    try:
        found = ask_if_visible(*COUNTED[page], limit=1) if page in COUNTED else None
    except CaseError as refusal:
        if refusal.code not in AWAY:
            raise
        return 0
    return int(found.get("counts", {}).get("organ", 0)) if found else 0
