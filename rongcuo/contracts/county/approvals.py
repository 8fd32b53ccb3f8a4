"""What a county needs the word of the organ above for."""

from enum import StrEnum


class ApprovalKind(StrEnum):
    """Each has its basis in the rules that ask for it."""

    FALSE_ACCUSATION_BEGIN = "false_accusation_begin"    # 诬告陷害：启动调查
    FALSE_ACCUSATION_FIND = "false_accusation_find"      # 诬告陷害：认定
    TRACING = "tracing"                                  # 追查匿名举报人
    EXTENSION = "extension"                              # 延长办理期限


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
