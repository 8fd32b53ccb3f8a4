"""Where a letter stands."""

from enum import StrEnum


class LetterStanding(StrEnum):
    """What the public check tells of a genuine letter."""

    CURRENT = "current"        # 现行有效
    SUPERSEDED = "superseded"  # 已被更正或变更
    REVOKED = "revoked"        # 已撤销
