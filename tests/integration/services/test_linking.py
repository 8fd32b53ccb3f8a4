"""A filing that is voided while somebody links it is void in their case too, on both databases."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.triggers import Command, Tick
from rongcuo.contracts.determination import DeterminationView, LinkFiling
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingVoided
from rongcuo.contracts.filing.operations import FILING
from services.determination.usecases import verification
from tests.integration.services.determination_office import Office, at_once
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_context import jinghong
from tests.unit.determination.determination_scene import WANG

NUMBER = "容认〔2026〕9号"


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.shop.stop()


def hear(office: Office, voided: bool = True) -> None:
    verification.heed_void(office.shop.context(Tick()), FilingVoided(
        filing_id="f1", number="n", organ_id=scene.ORGAN, filer_id="subject", voided=voided,
        determination=NUMBER, at=scene.NOW))


def link(office: Office, case_id: str = "d1",
         meanwhile: Callable[[], None] = lambda: None) -> DeterminationView:
    """`meanwhile`: what happens once filing has answered."""
    known = jinghong()

    def ask(operation: Any, question: Any) -> Any:
        answer = known.ask(operation, question)
        if operation is FILING:
            meanwhile()
        return answer
    office.commands += 1
    command_id = f"c{office.commands}-{case_id}"
    context = office.shop.context(Command(command_id, command_id), WANG, ask=ask)
    return verification.link_filing(context, LinkFiling(
        command_id=command_id, case_id=case_id, filing_id="f1"))


def test_what_was_voided_since_filing_was_asked_is_not_linked_as_if_it_applied(office: Office) -> None:
    office.keep(scene.verifying())
    with pytest.raises(CaseError) as refused:
        link(office, meanwhile=lambda: hear(office))
    assert (refused.value.code, refused.value.details) == (
        "determination.filing_does_not_cover", {"reasons": ["no_longer_applies"]})
    assert office.read().filings == ()
    hear(office, voided=False)
    assert [each.void_by for each in link(office).filings] == [""]


def test_of_a_link_and_a_voiding_at_once_neither_misses_the_other(office: Office) -> None:
    for number in range(8):
        office.keep(scene.verifying(), case_id := f"d{number}")
        hear(office, voided=False)
        at_once((lambda case_id=case_id: link(office, case_id), lambda: hear(office)))
        assert [each.void_by for each in office.read(case_id).filings] in ([], [NUMBER])
