"""Signs in texts: which turn the direction of writing, which nobody can read, and which can be seen."""

import re
from unicodedata import category

# Marks, embeddings and isolates that turn the direction of what follows, other people's words too.
TURNING = re.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]")
# What nobody can read: controls, half pairs, code points that are no characters, tags, annotation marks. The
# line and paragraph separators are among them, since no two programs agree on what they do.
_UNREADABLE = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u2065\\u206a-\\u206f\\ud800-\\udfff\\ufdd0-\\ufdef"
    "\\ufff0-\\ufffb\\U0001d173-\\U0001d17a\\U000e0000-\\U000e00ff\\U000e01f0-\\U000e0fff"
    + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(17)) + "]")
BREAKING = re.compile("[\\t\\n\\r]")
ONE_LINE, LINES = (re.compile("|".join(each.pattern for each in those)) for those in
                     ((TURNING, _UNREADABLE, BREAKING), (TURNING, _UNREADABLE)))
# Letters and signs by their category that draw nothing: the fillers of Hangul and the empty Braille cell.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
# Marks are seen on a letter only; what is unassigned may be a newer ideograph than this Python knows.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Mn", "Me"})


def is_seen(text: str) -> bool:
    """Whether the text holds anything that a reader can see."""
    return any(category(sign) not in _UNSEEN and sign not in _BLANK for sign in text)


def readable(text: str) -> str:
    """The text for showing: what would turn or hide other people's words stands as a replacement mark. Texts
    that were taken before such characters were refused may hold them."""
    return LINES.sub("\ufffd", text)


def undisturbed(text: str) -> str:
    """The text for printing, without those signs."""
    return LINES.sub("", text)
