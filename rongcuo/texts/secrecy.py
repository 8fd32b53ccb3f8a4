"""Marks of state secrets (国家秘密标志) in what people write: such a text is not taken in at all."""

import re
from unicodedata import normalize

_LEVEL = r"(?:绝\s*密|机\s*密|秘\s*密)"
_STAR = r"[★☆⭐\*]"
# The star makes a word a mark; so does a line, or a field 密级, that holds nothing but it. Who writes that
# somebody gave secrets away (泄露国家秘密) marks nothing.
_MARKED = re.compile(
    rf"{_LEVEL}\s*(?:级)?\s*{_STAR}|{_STAR}\s*{_LEVEL}"
    rf"|密\s*级\s*[::]\s*{_LEVEL}"
    rf"|^[\s【\[(]*{_LEVEL}\s*(?:级)?[\s】\])]*$", re.MULTILINE)


def marked_secret(*texts: str) -> bool:
    """Whether one of them bears the mark of a state secret."""
    return any(_MARKED.search(normalize("NFKC", text)) for text in texts)
