"""A letter in words before there is one: what the decision is about to say."""

from typing import Any

import pytest

from rongcuo.chassis.config import Config
from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.errors import CaseError
from tests.integration.services.documents_office import Office
from tests.unit.documents import scene


@pytest.mark.parametrize("event", [scene.made(), scene.made(Outcome.DENIED), scene.refused()],
                         ids=["decision", "denial", "refusal"])
def test_a_draft_has_the_letter_s_words_and_leaves_no_trace(config: Config, event: Any) -> None:
    office = Office(config)
    draft = office.draft(event)
    assert office.letters("d1") == []
    office.hear(event)
    [letter] = office.letters("d1")
    assert (draft.name, draft.addressee, draft.body) == (letter.name, letter.recipient, letter.body)
    assert draft.name_en == letter.name_en != ""
    assert letter.number.endswith("〔2026〕1号")


def test_a_draft_of_an_appeal_s_letter_names_the_decision(sqlite_config: Config) -> None:
    small = Office(sqlite_config)
    small.hear(scene.made())
    assert "原决定书：嵩纪容〔2026〕1号" in small.draft(scene.appeal_decided()).body
    assert "原决定书：嵩纪容〔2026〕1号" in small.draft(scene.revoked()).body


@pytest.mark.parametrize(("about_to", "told"), [
    (scene.declining(), scene.declined()), (scene.answering(), scene.answered()),
    (scene.supplement_requested(), scene.supplement_requested())],
    ids=["declined", "objection", "supplement"])
def test_a_letter_to_a_filer_can_be_read_before_it_is_decided(config: Config, about_to: Any,
                                                              told: Any) -> None:
    office = Office(config)
    office.hear(scene.submitted())
    draft = office.draft(about_to, scene.REVIEWER)
    assert office.letters("f1") == []
    assert office.draft(about_to, scene.ELSEWHERE).name == ""
    office.hear(told)
    [letter] = office.letters("f1")
    assert (draft.name, draft.addressee, draft.body) == (letter.name, letter.recipient, letter.body)
    assert draft.name_en == letter.name_en != ""


def test_drafts_are_for_those_who_decide(sqlite_config: Config) -> None:
    small = Office(sqlite_config)
    with pytest.raises(CaseError, match="forbidden"):
        small.draft(scene.made(), scene.FILER)
