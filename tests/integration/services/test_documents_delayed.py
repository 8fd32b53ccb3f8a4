"""A letter that can't be made is told to whoever can mend it, once, and is made when it can be."""

from datetime import timedelta
from typing import Any

import pytest

from rongcuo.chassis.config import Config
from rongcuo.contracts.errors import CaseError
from services.documents import usecases
from services.documents.ports import Made
from tests.integration.services.documents_office import Office
from tests.unit.documents import scene
from tests.unit.documents.printing import printed


@pytest.fixture
def office(config: Config) -> Office:
    return Office(config)


class Hindered:
    """A renderer that can't."""

    def __init__(self, trouble: CaseError) -> None:
        self.trouble = trouble

    def make(self, *_: Any) -> Made:
        raise self.trouble


def tried(office: Office, trouble: CaseError) -> None:
    usecases.make_letters(office.tick(), lambda: Hindered(trouble), office.dependencies.files)
    office.time.at += timedelta(seconds=61)


def test_a_sign_that_no_font_draws_is_named_once_and_the_letter_made_later(office: Office) -> None:
    office.hear(scene.made())
    for _ in range(3):
        tried(office, CaseError("letter.glyph_missing", details={"signs": "𪛘"}))
    [letter] = office.letters("d1")
    assert (letter.trouble, letter.signs) == ("letter.glyph_missing", "𪛘")
    assert office.told() == ["letter_delayed"]
    assert office.make() == 1
    assert office.told() == ["letter_delayed", "letter_issued"]
    assert office.letters("d1")[0].signs == ""


def test_what_passes_by_itself_is_told_to_nobody(office: Office) -> None:
    office.hear(scene.made())
    tried(office, CaseError("attachment.store_unavailable"))
    assert office.letters("d1")[0].trouble == "attachment.store_unavailable"
    assert office.told() == []


def test_the_press_says_which_sign_it_is() -> None:
    with pytest.raises(CaseError) as refused:
        printed("当事人𪛘某")
    assert refused.value.details["signs"] == "𪛘"
