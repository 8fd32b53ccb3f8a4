"""Rules for what comes in, beside those of `writing`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from marshmallow import ValidationError

FIRST_YEAR, LAST_YEAR = 1900, 2200    # far from the calendar's ends, whatever the zone


def within_years(told: date | datetime) -> None:
    """A moment or day whose year, as written, is one that can be meant."""
    if not FIRST_YEAR <= told.year <= LAST_YEAR:
        raise ValidationError(f"must lie between the years {FIRST_YEAR} and {LAST_YEAR}.")


@dataclass(frozen=True, slots=True)
class Each:
    """The rule asked of every entry of a list, with the entry's place where it does not hold."""

    rule: Callable[[Any], Any]

    def __call__(self, entries: Iterable[Any]) -> None:
        wrong: dict[int, list[str]] = {}
        for place, entry in enumerate(entries):
            try:
                self.rule(entry)
            except ValidationError as error:
                wrong[place] = [str(sentence) for sentence in error.messages]
        if wrong:
            raise ValidationError({**wrong})
