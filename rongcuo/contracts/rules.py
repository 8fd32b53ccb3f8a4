"""Rules for what comes in, beside those of `writing`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from marshmallow import ValidationError


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
