"""The timeline: what filing and review remember, merged by time."""

from typing import Any

from services.gateway.console.backend import Answer


def timeline_of(filing: Answer, case: Answer | None) -> list[dict[str, Any]]:
    """Newest last; the same step told by both services is shown once."""
    entries = [*filing["history"], *(case["history"] if case else ())]
    told = {(entry["what"], entry["at"], entry["actor_id"]): entry for entry in entries}
    return [{"what": entry["what"], "who": entry["actor_name"], "at": entry["at"], "note": entry["note"]}
            for entry in sorted(told.values(), key=lambda entry: str(entry["at"]))]
