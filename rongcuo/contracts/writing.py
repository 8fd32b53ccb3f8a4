"""The rule for texts that come in: which characters they may hold, and whether there is anything to see.

A text is kept as it was written: digests and receipts stand for exactly these characters, so nothing is
normalised. Comparing and searching look through what can't be seen, and names on one line do without it.
"""

from dataclasses import dataclass

from marshmallow import ValidationError

from rongcuo.contracts.readers import Reader
from rongcuo.texts.drawing import undrawn
from rongcuo.texts.signs import (
    BREAKING,
    HIDING,
    LEFTWARD,
    LINES,
    MOST_MARKS,
    ONE_LINE,
    TURNING,
    is_seen,
    overloaded,
)


@dataclass(frozen=True, slots=True)
class Writing:
    """A field's rule for texts that come in: on one line, as names are, or more; `required` asks for
    something to see; `printed` in letters, whose fonts must draw it and whose lines run from left to right;
    `read_by` is named where there is nothing. What is stored or was told already is read without it."""

    one_line: bool
    required: bool
    printed: bool = True
    read_by: Reader | None = None

    def __call__(self, text: str) -> None:
        found = (ONE_LINE if self.one_line else LINES).search(text)
        if found:
            raise ValidationError(_refusal(found[0]))
        if mark := overloaded(text):
            raise ValidationError(
                f"must not hold more than {MOST_MARKS} marks on one sign, such as U+{ord(mark):04X}.")
        if self.printed and (leftward := LEFTWARD.search(text)):
            named = _named(leftward[0])
            raise ValidationError(f"must not hold {named}, which is written from right to left.")
        if self.printed and (sign := undrawn(text)):
            raise ValidationError(f"must not hold {_named(sign)}, which no letter can show.")
        if self.required and text and not is_seen(text):
            raise ValidationError(unseen(self.read_by))
        if self.one_line and (hiding := HIDING.search(text)):
            raise ValidationError(f"must not hold {_named(hiding[0])}, which nobody can see.")


def _named(sign: str) -> str:
    """The sign and its number; what is not seen has a number alone."""
    return f"{sign} (U+{ord(sign):04X})" if is_seen(sign) and sign.isprintable() else f"U+{ord(sign):04X}"


def unseen(read_by: Reader | None) -> str:
    """The sentence about a required text that holds nothing."""
    return f"must hold something that can be seen. {read_by.en if read_by else ''}".strip()


def _refusal(sign: str) -> str:
    named = _named(sign)
    if TURNING.match(sign):
        return f"must not hold {named}, which turns the direction of writing."
    if BREAKING.match(sign):
        return f"must stand on one line, without {named}."
    return f"must not hold {named}, a control or other unreadable character."
