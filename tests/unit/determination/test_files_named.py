"""Files of evidence and statements are what documents took in, never what a command says of them."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from rongcuo.contracts import determination as contract
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from services.determination.usecases import verification
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.context import FakeContext
from tests.unit.determination.determination_context import jinghong, keep, of
from tests.unit.determination.determination_scene import SUBJECT, WANG, ZHAO

DIGEST = "ab" * 32
CLAIMED = AttachmentRef(name="无关.pdf", sha256=DIGEST, size=1, media_type="text/plain")
TAKEN = SimpleNamespace(name="纪要.pdf", sha256=DIGEST, size=2_048, media_type="application/pdf")
KEPT = AttachmentRef(**vars(TAKEN))


@pytest.fixture
def context() -> FakeContext:
    context = jinghong()
    keep(context, scene.verifying())
    context.files = {"wang": {DIGEST: TAKEN}, "subject": {DIGEST: TAKEN}}
    return context


def evidence(*files: AttachmentRef) -> contract.AddEvidence:
    return replace(scene.EVIDENCE, attachments=files)


def test_evidence_bears_the_files_of_the_upload(context: FakeContext):
    answer = verification.add_evidence(context.sit(WANG), evidence(CLAIMED))
    assert answer.evidence[-1].attachments == (KEPT,)


def test_so_does_a_statement(context: FakeContext):
    said = of(contract.RecordStatement, words="情况紧急", attachments=(CLAIMED,))
    assert verification.record_statement(context.sit(SUBJECT), said).statement.attachments == (KEPT,)


@pytest.mark.parametrize(("who", "ref"), [
    (ZHAO, CLAIMED), (WANG, AttachmentRef(name="无关.pdf", sha256="0" * 64, size=1, media_type="x"))])
def test_a_file_that_one_has_not_uploaded_is_refused_by_its_name(context: FakeContext, who: Any, ref: Any):
    with pytest.raises(CaseError) as refusal:
        verification.add_evidence(context.sit(who), evidence(ref))
    assert refusal.value.code == "attachment.unknown"
    assert refusal.value.details == {"name": "无关.pdf", "sha256": ref.sha256}
    assert context.units == 0


def test_while_documents_is_away_nothing_is_taken_on_trust(context: FakeContext,
                                                           monkeypatch: pytest.MonkeyPatch):
    def away(*_: Any) -> Any:
        raise CaseError("service_unavailable")

    monkeypatch.setattr(context, "ask", away)
    with pytest.raises(CaseError, match="service_unavailable"):
        verification.add_evidence(context.sit(WANG), evidence(CLAIMED))
