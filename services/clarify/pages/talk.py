"""举报人: what somebody who handles a report, or decides an inquiry, sees of its reporter, whom only
the vault knows."""

from datetime import timedelta
from typing import Any

from flask import g

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.vault import operations
from services.clarify.pages.words import PARTS, REQUESTS, TOLD
from services.gateway.console.case.told_reporter import SAYINGS
from services.gateway.console.page.backend import AWAY, Answer, ask_if_visible
from services.gateway.console.page.form_errors import sentence
from services.gateway.console.page.forms import Form

UNSURE = "vault.handling_unknown"       # whether the person handles it: then nothing is shown
PROPOSED = timedelta(hours=4)           # of a window; our figure


def talk_tab(matter: Answer, typed: Form | None) -> dict[str, Any]:
    """The talk, where the person may have it; each look at it is a line in the ledger."""
    window = [at.strftime("%Y-%m-%dT%H:%M") for at in (g.now, g.now + PROPOSED)]
    told: dict[str, Any] = {"wish_words": REQUESTS, "told_words": TOLD, "sayings": SAYINGS,
                            "part_words": PARTS, "dialogue": None, "window": window,
                            "written": Form() if typed is None else typed}
    if not matter["reporter_ref"]:
        return told
    try:
        return told | {"dialogue": ask_if_visible(operations.DIALOGUE, reporter_ref=matter["reporter_ref"])}
    except CaseError as refusal:
        if refusal.code not in {*AWAY, UNSURE}:
            raise
        return told | {"away": sentence(refusal.code)}
