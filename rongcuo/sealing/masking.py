"""Masking at the door: in what handlers read, 〔举报人〕 stands for the reporter's own name and numbers.

Looked for by what is seen, as `texts.folding` folds it: width, case, traditional signs and blanks tell
nothing apart, nor does any sign between that is neither letter nor digit. Of a mail address the name before
the @ is looked for by itself. Not found: numbers in words, half a name, a nickname, letters put between.
"""

import re
from collections.abc import Iterable

from rongcuo.texts.folding import seen_as

MASK = "〔举报人〕"
SHORTEST = 2        # signs; a single one stands in every second word
LONG = 3            # signs from which on whatever stands between them is passed over
LEAST_BEFORE_AT = 4     # signs of a mail address before its @: fewer are part of many words
_LONG_NUMBER = re.compile(r"\d{7}")     # of a phone, a card, an account
_ABROAD = re.compile(r"(?:00)?86(1\d{10})")     # a telephone as it is called from abroad
_IN_NAMES = frozenset("·-_.")
_FULL_STOP = "。"    # folded to a point, but no short name goes on behind it


def masked(text: str, known: Iterable[str]) -> str:
    """The text, without any of these values of the reporter's. It is the same text where there was none."""
    spans = sorted(span for value in known for each in _ways(value) for span in stretches(text, each))
    parts, done = [], 0
    for start, end in spans:
        if end > done:
            parts += [text[done:start], MASK] if start >= done else []
            done = end
    return "".join((*parts, text[done:]))


def betrays(text: str, known: Iterable[str]) -> bool:
    """Whether one of these values stands in it beside something else, or any number by which somebody is
    found. A namesake of the reporter's, and nothing but that, betrays nobody."""
    left = masked(text, known)
    figures = _bare(seen_as(text))
    return left not in (text, MASK) or bool(_LONG_NUMBER.search(figures))


def _ways(value: str) -> Iterable[str]:
    """As it is given, and as its owner writes it elsewhere."""
    yield value
    before, at, _ = seen_as(value).partition("@")
    if at and len(_bare(before)) >= LEAST_BEFORE_AT:
        yield before
    if called := _ABROAD.fullmatch(_bare(seen_as(value))):
        yield called[1]


def stretches(text: str, value: str) -> Iterable[tuple[int, int]]:
    """Where a value stands in the text, however it is written there: from which sign up to which."""
    bare = _bare(seen_as(value))
    if len(bare) < SHORTEST:
        return
    seen, places = [], []
    for place, sign in enumerate(text):
        for shown in seen_as(sign):
            if shown.isalnum() or (len(bare) < LONG and (shown not in _IN_NAMES or sign == _FULL_STOP)):
                seen.append(shown)
                places.append(place)
    for found in re.finditer(f"(?={re.escape(bare)})", "".join(seen)):
        yield places[found.start()], places[found.start() + len(bare) - 1] + 1


def _bare(folded: str) -> str:
    """Its letters and digits."""
    return "".join(sign for sign in folded if sign.isalnum())
