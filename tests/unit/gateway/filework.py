"""A filing as filing answers it to the console, from draft to decision."""

from dataclasses import replace
from typing import Any

from rongcuo.contracts.filing import FilingContent, FilingState, FilingView
from rongcuo.contracts.serialisation import dump
from tests.unit.gateway.site import NOW

CONTENT = FilingContent(title="盘活批而未供土地", situation="legacy_problems", policy_basis="容缺办理方案")
FILING = FilingView(
    filing_id="b1", number="", organ_id="530127", division_code="530127", filer_id="liu", filer_name="刘某",
    unit="杨桥街道办事处", content=CONTENT, pack_id="", whitelisted=False, state=FilingState.DRAFT,
    drafted_at=NOW)


def filing(*allowed: str, **changes: Any) -> dict[str, Any]:
    """In wire form, with the verbs that the reader may use."""
    return dump(replace(FILING, allowed=allowed, **changes))


def draft(**content: Any) -> dict[str, Any]:
    """A draft of which something is written."""
    return filing("revise", "submit", content=replace(CONTENT, **content))
