"""The closed lists of changes."""

from enum import StrEnum


class ChangeState(StrEnum):
    """Where a change of an accepted filing stands."""

    OPEN = "open"            # 待审查
    APPROVED = "approved"    # 已同意，从同意时起适用
    DECLINED = "declined"    # 不同意，原报备不变
    OBJECTED = "objected"    # 异议审查中
    WITHDRAWN = "withdrawn"  # 已撤回
    LAPSED = "lapsed"        # 报备失效或者不再适用，变更终止
