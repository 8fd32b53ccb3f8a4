"""Letters in words, before the step that calls for them is taken."""

from typing import Any

from rongcuo.contracts.documents.operations import DRAFT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import Command
from rongcuo.contracts.rehearsal import rehearsal_of
from services.gateway.console.backend import Answer, ask

REHEARSAL = "rehearsal"     # stands for the command's id: nothing is carried out


def drafted(command: Command[Any, Any], **step: Any) -> list[Answer]:
    """The letters that a step would call for. Raises what the step itself would be refused for."""
    told = ask(rehearsal_of(command), command_id=REHEARSAL, **step)["told"]
    return [letter for each in told if (letter := _draft(each))["name"]]


def _draft(event: Answer) -> Answer:
    """Without its words where documents can't give them now: that holds up no decision."""
    try:
        return ask(DRAFT, **event)
    except CaseError:
        return {"name": ""}
