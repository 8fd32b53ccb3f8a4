"""Where a value comes from, and how far it may be trusted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """`ILLUSTRATIVE` (示例): no source supports it for this place, and the product says so."""

    VERIFIED = "verified"
    ILLUSTRATIVE = "illustrative"


class Grade(StrEnum):
    """How well a fact is supported: the law's text, a page that was read, a secondary copy, the reporting
    article, general knowledge, or nothing."""

    LAW = "A"
    READ = "B"
    SECONDARY = "C"
    ARTICLE = "S"
    GENERAL = "M"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Source:
    """`checked` is the day on which someone last compared the value with the source; None if never."""

    text: str
    standing: Standing
    checked: date | None = None
    grade: str = Grade.NONE

    @property
    def illustrative(self) -> bool:
        return self.standing is Standing.ILLUSTRATIVE
