"""Files that a command names: a digest under a mere file name."""

from typing import Any

import pytest

from rongcuo.contracts.determination import AddEvidence, Evidence
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import DraftFiling, FilingContent
from rongcuo.contracts.serialisation import load
from services.gateway.problems import problem_of

GOOD = {"name": "纪要（定稿）.pdf", "sha256": "ab" * 32, "size": 1, "media_type": "application/pdf"}
BAD = [("sha256", "A" * 64), ("sha256", "z" * 64), ("sha256", "ab" * 31 + "a\n"), ("name", "../../x"),
       ("name", "C:x.pdf"), ("name", "a\\b.pdf"), ("name", ".bashrc"), ("name", "a\tb.pdf")]


def evidence(ref: dict[str, Any]) -> dict[str, Any]:
    return {"command_id": "c", "case_id": "d1", "kind": "document", "title": "纪要",
            "attachments": [GOOD, ref]}


def filing(ref: dict[str, Any]) -> dict[str, Any]:
    return {"command_id": "c", "content": {"attachments": [GOOD, ref]}}


def fields_of(contract: type, data: dict[str, Any]) -> set[str]:
    with pytest.raises(CaseError, match="invalid") as refusal:
        load(contract, data)
    return {error["field"] for error in problem_of(refusal.value, "").errors}


@pytest.mark.parametrize(("field", "value"), BAD)
def test_what_is_no_digest_or_no_file_name_is_invalid_on_its_field(field: str, value: str) -> None:
    ref = {**GOOD, field: value}
    assert fields_of(AddEvidence, evidence(ref)) == {f"attachments.1.{field}"}
    assert fields_of(DraftFiling, filing(ref)) == {f"content.attachments.1.{field}"}


def test_the_minutes_of_a_collective_decision_too() -> None:
    meeting = {"meeting": "党工委会议", "held_on": "2026-01-05", "minutes": {**GOOD, "name": "a/b"}}
    told = fields_of(DraftFiling, {"command_id": "c", "content": {"collective_decision": meeting}})
    assert told == {"content.collective_decision.minutes.name"}


def test_what_is_sound_passes() -> None:
    assert load(AddEvidence, evidence(GOOD)).attachments[0].name == GOOD["name"]
    assert load(DraftFiling, filing(GOOD)).content.attachments[1].sha256 == GOOD["sha256"]


def test_what_an_earlier_edition_kept_is_still_read() -> None:
    old = {**GOOD, "sha256": "A" * 64, "name": "../../x"}
    row = {"evidence_id": "e1", "title": "纪要", "about": "", "added_by": "王某", "finding": "",
           "kind": "document", "obtained_on": None, "attachments": [old],
           "added_at": "2026-03-02T09:00:00+08:00"}
    assert load(Evidence, row, tolerant=True).attachments[0].name == "../../x"
    assert load(FilingContent, {"attachments": [old]}, tolerant=True).attachments[0].name == "../../x"
