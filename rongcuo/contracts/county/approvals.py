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
