"""The rule for texts that come in: which characters they may hold, and whether there is anything to see.

A text is kept as it was written: digests and receipts stand for exactly these characters, so nothing is
normalised. Comparing and searching look through what can't be seen.
"""

from dataclasses import dataclass

from marshmallow import ValidationError

from rongcuo.texts.drawing import undrawn
from rongcuo.texts.signs import BREAKING, LINES, ONE_LINE, TURNING, is_seen


@dataclass(frozen=True, slots=True)
class Writing:
    """A field's rule for texts that come in: on one line or more; `required` asks for something to see;
    `printed` in letters, whose fonts must draw it. What is stored or was told already is read without it."""

    one_line: bool
    required: bool
    printed: bool = True

    def __call__(self, text: str) -> None:
        found = (ONE_LINE if self.one_line else LINES).search(text)
        if found:
            raise ValidationError(_refusal(found[0]))
        if self.printed and (sign := undrawn(text)):
            named = f"{sign} (U+{ord(sign):04X})" if sign.isprintable() else f"U+{ord(sign):04X}"
            raise ValidationError(f"must not hold {named}, which no letter can show.")
        if self.required and text and not is_seen(text):
            raise ValidationError("must hold something that can be seen.")


def _refusal(sign: str) -> str:
    named = f"U+{ord(sign):04X}"
    if TURNING.match(sign):
        return f"must not hold {named}, which turns the direction of writing."
    if BREAKING.match(sign):
        return f"must stand on one line, without {named}."
    return f"must not hold {named}, a control or other unreadable character."
