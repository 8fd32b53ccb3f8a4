"""发文字号: per organ, series and year, from 1, without gaps: 昆纪容〔2026〕1号."""

from enum import StrEnum


class Series(StrEnum):
    """Which sequence a letter is numbered in; its value stands behind the organ's mark."""

    DECISION = ""     # 决定书、通知
    LETTER = "函"     # 反馈函、函告
    MINUTES = "纪要"  # 联席会议纪要


def numbered(mark: str, series: Series, year: int, number: int) -> str:
    """The written form, with six-angle brackets, the whole year, and no leading zero."""
    return f"{mark}{series.value}〔{year}〕{number}号"
