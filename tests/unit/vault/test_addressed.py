"""What is put to a reporter who is suspected of a false accusation: asked for, shown, and nothing else."""

from datetime import timedelta
from typing import Any

import pytest

from rongcuo.contracts import clarify
from rongcuo.contracts.clarify.false_accusation.operations import ADDRESSED
from rongcuo.contracts.vault import ReporterStatus as Status
from services.vault.usecases import telling
from tests.unit.vault.house import NOBODY, NOW, House

PUT = clarify.Addressed(words="请说明来源和依据", about=clarify.Address.ASKED, at=NOW)


def test_it_is_asked_for_and_shown_and_the_report_stands_where_it_stood(
        house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    reporter_ref, code = house.deposit()
    asked: list[Any] = []

    def ask(operation: Any, question: Any) -> Any:
        assert operation is ADDRESSED
        asked.append(question)
        return PUT
    house.wait(timedelta(hours=1))
    with monkeypatch.context() as patched:
        patched.setattr(house.context, "ask", ask)
        event = clarify.ReporterAddressed(
            reporter_ref=reporter_ref, case_id="x1", place=2, about=clarify.Address.ASKED,
            at=house.context.now)
        telling.hear(house.as_(NOBODY), event, house.room)
    assert asked == [clarify.AddressedQuery(case_id="x1", place=2)]
    told = house.look(code).told[-1]
    assert (told.status, told.words) == (Status.RECEIVED, PUT.words)
