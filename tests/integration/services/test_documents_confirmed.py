"""A letter needs more than a well-formed message: whoever decided confirms it from their own records."""

from typing import Any

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.triggers import ReceivedEvent
from rongcuo.contracts.confirmation import ConfirmEvent, EventConfirmed, confirm_event
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event, load_event
from rongcuo.contracts.operation import Operation
from services.documents import usecases
from tests.integration.services.documents_office import Office, identity
from tests.unit.documents import scene


@pytest.fixture
def office(config: Config) -> Office:
    return Office(config)


@pytest.mark.parametrize("event", [scene.made(), scene.minutes()], ids=["decision", "minutes"])
def test_what_its_owner_does_not_confirm_becomes_no_letter(office: Office, event: Event) -> None:
    def disowned(operation: Operation[Any, Any], question: Any) -> Any:
        if isinstance(question, ConfirmEvent):
            assert operation == confirm_event(event.source)
            assert load_event(question.type_name, question.data) == event
            return EventConfirmed(confirmed=False)
        return identity(operation, question)

    occasion = ReceivedEvent("documents.determination", "forged-1", event.standing.matter_id, 1)
    forged = office.runtime.context(occasion, ask=disowned)
    with pytest.raises(CaseError, match="not_confirmed"):
        usecases.hear_case(forged, event)
    assert office.make() == 0
    assert office.letters(event.standing.matter_id) == []
    office.hear(event)
    assert office.letters(event.standing.matter_id)[0].number.endswith("1号"), "no number was used up"
