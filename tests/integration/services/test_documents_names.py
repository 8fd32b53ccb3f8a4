"""How its organ is called in a letter: asked of identity where the letter is called for."""

from typing import Any

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.database.statements import insert
from rongcuo.contracts.operation import Operation
from rongcuo.contracts.serialisation import dump
from services.documents.storage.tables import matters
from tests.integration.services import documents_office
from tests.integration.services.documents_office import Office, identity
from tests.unit.documents import scene


@pytest.fixture
def office(config: Config) -> Office:
    return Office(config)


def test_identity_is_asked_where_a_letter_is_called_for(office: Office,
                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    """The letter bears the name that its organ has at that moment, also where the filing is heard later."""
    asked: list[str] = []

    def others(operation: Operation[Any, Any], question: Any) -> Any:
        if operation.service == "identity":
            asked.append(question.division_code)
        return identity(operation, question)

    monkeypatch.setattr(documents_office, "identity", others)
    office.hear(scene.submitted("f1"), scene.supplemented("f1"), scene.supplement_requested("f2"))
    assert asked == [scene.ORGAN]
    office.hear(scene.submitted("f2"))
    assert asked == [scene.ORGAN]
    assert office.letters("f2")[0].organ_name == scene.ORGAN_NAME
    office.hear(scene.accepted("f1"))
    assert asked == [scene.ORGAN] * 2


def test_what_an_earlier_edition_kept_is_understood(office: Office) -> None:
    facts = {"number": "530127-2026-000001", "title": "续建停工楼盘", "organ_id": scene.ORGAN,
             "organ_name": "旧名", "division_code": scene.ORGAN, "filer_id": "liu", "unit": "杨桥街道办事处",
             "pack_id": scene.PACK, "situation": "legacy_problems", "parties": ["liu"]}
    early = {"type": "filing.filing_accepted.v1", "data": dump(scene.accepted("f2"))}
    with office.runtime.database.writing() as session:
        insert(session, matters,
               {"id": "f1", "content": {"facts": facts, "early": [], "supplements_asked": 1}},
            {"id": "f2", "content": {"facts": None, "early": [early], "supplements_asked": 0}})
        session.commit()
    office.hear(scene.supplement_requested("f1"), scene.submitted("f2"))
    [second], [accepted] = office.letters("f1"), office.letters("f2")
    assert (second.kind, second.organ_name) == ("supplement_request", scene.ORGAN_NAME)
    assert (accepted.kind, accepted.organ_name) == ("acceptance_decision", scene.ORGAN)
