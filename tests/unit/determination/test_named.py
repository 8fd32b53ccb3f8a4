"""New evidence is named where the reasons give its title between its marks."""

from dataclasses import replace

import pytest

from rongcuo.contracts.determination import Evidence, EvidenceKind
from services.determination.domain.determination.floor import is_named
from tests.unit.determination import determination_scene as scene

EVIDENCE = Evidence(evidence_id="e", kind=EvidenceKind.DOCUMENT, title="", about="", added_by="王某",
                    added_at=scene.NOW)


@pytest.mark.parametrize(("title", "reasons", "named"), [
    ("证", "证据表明谋取私利", False), ("事实清楚", "事实清楚", False), ("和", "《甲》和《乙》", False),
    ("《》", "《》", False), ("证", "见《证》", True), ("银行 流水", "见“银行流水”", True),
    ("《关于流水的说明》", "《关于流水的说明》可证", True)])
def test_evidence_is_named_by_its_title_between_its_marks(title: str, reasons: str, named: bool):
    """A short title stands in nearly any words."""
    assert is_named(replace(EVIDENCE, title=title), reasons) is named
