"""Letters in words, before the step that calls for them is taken."""

from typing import Any

from rongcuo.contracts.errors import CaseError
from services.gateway.console.backend import Answer, ask

REHEARSAL = "rehearsal"     # stands for the command's id: nothing is carried out


def drafted(service: str, method: str, **step: Any) -> list[Answer]:
    """The letters that a step would call for. Raises what the step itself would be refused for."""
    told = ask(service, f"rehearse_{method}", command_id=REHEARSAL, **step)["told"]
    return [letter for each in told if (letter := _draft(each))["name"]]


def _draft(event: Answer) -> Answer:
    """Without its words where documents can't give them now: that holds up no decision."""
    try:
        return ask("documents", "draft", **event)
    except CaseError:
        return {"name": ""}
