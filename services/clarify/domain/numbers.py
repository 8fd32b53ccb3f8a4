"""The number of a report, and of the clue that it is: an organ's own, of a year, without gaps."""

import re
from typing import Final

from rongcuo.texts.folding import number_keys

SERIES: Final = "信访"
_TYPED: Final = re.compile(rf"{SERIES}(\d{{4}})0*([1-9]\d*)")


def numbered(year: int, count: int) -> str:
    """As it is written."""
    return f"{SERIES}〔{year}〕{count}号"


def number_typed(words: str) -> str:
    """The number of a report that somebody typed in whatever brackets; empty where it is of another kind."""
    found = _TYPED.fullmatch(number_keys(words)[0])
    return numbered(int(found[1]), int(found[2])) if found else ""
