"""Letters that another service brings: drawn up, numbered and signed like ours, and by the same rule."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.triggers import ReceivedEvent
from rongcuo.contracts.confirmation import ConfirmEvent, EventConfirmed, confirm_event
from rongcuo.contracts.documents import LetterCheck, LetterStanding
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import EVENTS
from rongcuo.contracts.operation import Operation
from services.documents import usecases, views
from tests.integration.services.documents_office import Office, identity
from tests.unit.documents import brought, scene

CURRENT, SUPERSEDED, REVOKED = LetterStanding


@pytest.fixture
def office(config: Config, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    brought.bring(monkeypatch, tmp_path)
    return Office(config)


def test_it_is_made_for_its_subject_and_everybody_can_check_it(office: Office) -> None:
    office.hear(brought.ordered())
    assert office.make() == 1
    [letter] = office.letters("w1", scene.FILER)
    assert (letter.kind, letter.name, letter.name_en, letter.number) == (
        "followup.order", "整改通知书", "Order to mend", "嵩纪容函〔2026〕1号")
    assert (letter.recipient, letter.illustrative, bool(letter.pdf)) == ("刘某：", True, True)
    assert office.letters("w1", scene.OTHER_FILER) == []
    told = views.check(office.asked(scene.OPERATOR), LetterCheck(code=letter.code))
    assert (told.number, told.standing, told.sha256) == (letter.number, CURRENT, letter.sha256)


def test_of_its_family_only_the_newest_holds(office: Office) -> None:
    office.hear(brought.ordered(), scene.made(), brought.ordered(("公示结果",)))
    old, new = sorted(office.letters("w1"), key=lambda letter: letter.number)
    assert (new.standing, new.replaces, new.number) == (CURRENT, old.letter_id, "嵩纪容函〔2026〕2号")
    assert (old.standing, old.replaced_by) == (SUPERSEDED, new.letter_id)
    assert office.letters("d1")[0].standing is CURRENT, "another matter"


def test_one_that_revokes_leaves_nothing_of_its_matter_current_but_itself(office: Office) -> None:
    office.hear(brought.ordered(), brought.dropped(), brought.dropped())
    found = {(letter.kind, letter.standing, letter.reason) for letter in office.letters("w1")}
    assert found == {("followup.order", REVOKED, "情况已经变化。"), ("followup.end", CURRENT, "")}
    assert len(office.letters("w1")) == 3


def test_one_that_revokes_revokes_no_letter_of_another_service(office: Office) -> None:
    office.hear(scene.made(), replace(brought.dropped(), standing=scene.standing("mending", "d1")))
    assert {letter.standing for letter in office.letters("d1")} == {CURRENT}


def test_it_can_be_read_before_it_is_decided(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EVENTS, brought.Ordered.type_name(), brought.Ordered)
    draft = office.draft(brought.ordered())
    assert office.letters("w1") == []
    office.hear(brought.ordered())
    [letter] = office.letters("w1")
    assert (draft.name, draft.addressee, draft.body) == (letter.name, letter.recipient, letter.body)


def test_what_its_owner_does_not_confirm_becomes_no_letter(office: Office) -> None:
    def disowned(operation: Operation[Any, Any], question: Any) -> Any:
        if isinstance(question, ConfirmEvent):
            assert operation == confirm_event("followup")
            return EventConfirmed(confirmed=False)
        return identity(operation, question)

    occasion = ReceivedEvent("documents.followup", "forged-1", "w1", 1)
    with pytest.raises(CaseError, match="not_confirmed"):
        usecases.hear_case(office.runtime.context(occasion, ask=disowned), brought.ordered())
    assert (office.make(), office.letters("w1")) == (0, [])
    office.hear(brought.ordered())
    assert office.letters("w1")[0].number.endswith("1号"), "no number was used up"
