"""Numbers of filings and of the register: per organ and year, without gaps."""

from collections.abc import Callable
from enum import StrEnum


class Series(StrEnum):
    """Which sequence a number belongs to; its mark stands in the number."""

    FILING = ""       # 530127-2026-000001
    REGISTER = "B"    # 530127-B-2026-000001 (备案库)


Numbers = Callable[[Series, str, int], int]
"""The next number of a series for an organ and a year, from 1. Taken last, so that a refusal uses none up."""


def numbered(series: Series, organ_id: str, year: int, numbers: Numbers) -> str:
    """The written form of the next number."""
    mark = (series.value,) if series.value else ()
    return "-".join((organ_id, *mark, str(year), f"{numbers(series, organ_id, year):06}"))
