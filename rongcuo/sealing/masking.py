"""Masking at the door: in what handlers read, 〔举报人〕 stands for the reporter's own name and numbers.

Looked for by what is seen, as `texts.folding` folds it: width, case, traditional signs, blanks and what
stands between the parts of a number tell nothing apart. Not found: numbers in words, half a name, a nickname.
"""

import re
from collections.abc import Iterable

from rongcuo.texts.folding import seen_as

MASK = "〔举报人〕"
SHORTEST = 2        # signs; a single one stands in every second word
_NUMBER = re.compile(r"\d[\d\W_]*x?")
_LONG_NUMBER = re.compile(r"\d{7}")     # of a phone, a card, an account
_IN_NAMES, _IN_NUMBERS = frozenset("·-_."), frozenset('()-/.:,;·"#_+')
_FULL_STOP = "。"    # folded to a point, but no name goes on behind it


def masked(text: str, known: Iterable[str]) -> str:
    """The text, without any of these values of the reporter's. It is the same text where there was none."""
    spans = sorted(span for value in known for span in _spans(text, value))
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
    figures = "".join(sign for sign in seen_as(text) if sign not in _IN_NUMBERS)
    return left not in (text, MASK) or bool(_LONG_NUMBER.search(figures))


def _spans(text: str, value: str) -> Iterable[tuple[int, int]]:
    folded = seen_as(value)
    between = _IN_NUMBERS if _NUMBER.fullmatch(folded.lstrip("+(")) else _IN_NAMES
    sought = "".join(sign for sign in folded if sign not in between)
    if len(sought) < SHORTEST:
        return
    seen, places = [], []
    for place, sign in enumerate(text):
        for shown in seen_as(sign):
            if shown not in between or sign == _FULL_STOP:
                seen.append(shown)
                places.append(place)
    for found in re.finditer(f"(?={re.escape(sought)})", "".join(seen)):
        yield places[found.start()], places[found.start() + len(sought) - 1] + 1
