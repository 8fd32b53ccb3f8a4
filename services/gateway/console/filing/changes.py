"""变更备案 on a filing's page: what was changed, and whether something can be."""

from collections.abc import Callable
from functools import partial
from typing import Any

from flask_babel import lazy_gettext

from rongcuo.chassis.threads import begin
from rongcuo.contracts.filing import ChangeState
from rongcuo.contracts.filing.change.operations import CHANGES
from services.gateway.console.page.backend import Answer, ask
from services.gateway.console.page.labels import Words

PENDING = frozenset({ChangeState.OPEN, ChangeState.OBJECTED})
STATES: Words = {
    ChangeState.OPEN: lazy_gettext("变更待审查"), ChangeState.APPROVED: lazy_gettext("已同意变更"),
    ChangeState.DECLINED: lazy_gettext("不同意变更"), ChangeState.OBJECTED: lazy_gettext("异议审查中"),
    ChangeState.WITHDRAWN: lazy_gettext("已撤回"),
    ChangeState.LAPSED: lazy_gettext("报备失效，变更终止")}
TERMS: Words = {
    "scope": lazy_gettext("项目和范围"), "way": lazy_gettext("方式"), "procedure": lazy_gettext("程序"),
    "act_from": lazy_gettext("行为开始"), "act_until": lazy_gettext("行为结束"),
    "valid_until": lazy_gettext("有效期结束")}


def changes_beside(filing: Answer) -> Callable[[], dict[str, Any]]:
    """Asked beside the page's other questions; of what was never accepted there are none."""
    if not filing.get("versions"):
        return lambda: _shown(filing, [])
    asked = begin(partial(ask, CHANGES, filing_id=filing["filing_id"], tab="own"))
    return lambda: _shown(filing, asked()["lines"])


def _shown(filing: Answer, changes: list[Answer]) -> dict[str, Any]:
    waiting = any(each["state"] in PENDING for each in changes)
    return {"changes": changes, "change_states": STATES, "change_terms": TERMS,
            "may_change": "propose_change" in filing["allowed"] and not waiting}
