"""What a county needs the word of the organ above for."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class ApprovalKind(StrEnum):
    """Each has its basis in the rules that ask for it."""

    FALSE_ACCUSATION_BEGIN = "false_accusation_begin"    # 诬告陷害：启动调查
    FALSE_ACCUSATION_FIND = "false_accusation_find"      # 诬告陷害：认定
    TRACING = "tracing"                                  # 追查匿名举报人
    EXTENSION = "extension"                              # 延长办理期限


OF_FALSE_ACCUSATIONS: Final = (ApprovalKind.FALSE_ACCUSATION_BEGIN, ApprovalKind.FALSE_ACCUSATION_FIND)
TITLES: Final[Mapping[ApprovalKind, str]] = {     # of their tasks and notices
    ApprovalKind.FALSE_ACCUSATION_BEGIN: "请求批准：启动诬告陷害调查",
    ApprovalKind.FALSE_ACCUSATION_FIND: "请求批准：认定诬告陷害",
    ApprovalKind.TRACING: "请求批准：追查匿名举报人", ApprovalKind.EXTENSION: "请求批准：延长办理期限"}


class ApprovalOutcome(StrEnum):
    """`EXPIRED`: nobody answered in time; then it counts as not given."""

    GIVEN = "given"
    REFUSED = "refused"
    EXPIRED = "expired"


class ApprovalState(StrEnum):
    """Where a request stands, as the node that asked knows it: `SENT` once the hub has it. The last four are
    final: what comes after them changes nothing, and is shown."""

    ASKED = "asked"              # 等待报送
    SENT = "sent"                # 已报送，等待答复
    GIVEN = "given"              # 同意
    REFUSED = "refused"          # 不同意
    EXPIRED = "expired"          # 到期没有答复，视为不同意
    WITHDRAWN = "withdrawn"      # 已撤回
