"""Signs in texts: which turn the direction of writing, which nobody can read, and which can be seen."""

import re
from unicodedata import category

# Marks, embeddings and isolates that turn the direction of what follows, other people's words too.
TURNING = re.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]")
# The blocks of letters and digits that are written from right to left: they move the figures and brackets of
# the sentence around them.
LEFTWARD = re.compile("[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefe\\U00010800-\\U00010fff"
                      "\\U0001e800-\\U0001efff]")
# What nobody can read: controls, half pairs, code points that are no characters, tags, annotation marks. The
# line and paragraph separators are among them, since no two programs agree on what they do.
_UNREADABLE = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u2065\\u206a-\\u206f\\ud800-\\udfff\\ufdd0-\\ufdef"
    "\\ufff0-\\ufffb\\U0001d173-\\U0001d17a\\U000e0000-\\U000e00ff\\U000e01f0-\\U000e0fff"
    + "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(17)) + "]")
BREAKING = re.compile("[\\t\\n\\r]")
ONE_LINE, LINES = (re.compile("|".join(each.pattern for each in those)) for those in
                     ((TURNING, _UNREADABLE, BREAKING), (TURNING, _UNREADABLE)))
# What draws nothing by itself, letters by their category among it: joiners, selectors of a variant, the soft
# hyphen, the fillers of Hangul, the empty Braille cell.
INVISIBLE = re.compile(
    "[\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200d\\u2060-\\u2064\\u2800\\u3164"
    "\\ufe00-\\ufe0f\\ufeff\\uffa0\\U0001107f\\U00016fe4\\U0001bca0-\\U0001bca3\\U0001d159"
    "\\U000e0100-\\U000e01ef]")
# The same where no spelling needs it: variants are of ideographs and Mongolian letters, joiners of the
# scripts between Devanagari and Myanmar.
HIDING = re.compile(
    "(?<![\\u3400-\\u9fff\\uf900-\\ufaff\\U00020000-\\U0003ffff])[\\ufe00-\\ufe02\\U000e0100-\\U000e01ef]"
    "|(?<![\\u1820-\\u18aa])[\\u180b-\\u180f]|(?<![\\u0900-\\u109f])[\\u200c\\u200d]"
    "|[\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u200b\\u2060-\\u2064\\u2800\\u3164\\ufe03-\\ufe0f\\ufeff\\uffa0"
    "\\U0001bca0-\\U0001bca3\\U0001d159]")
# Marks are seen on a letter only; what is unassigned may be a newer ideograph than this Python knows.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zs", "Zl", "Zp", "Mn", "Me"})
# Marks stand over and under a sign, each farther away; without a bound they cover the lines around.
# Consonants that Tibetan writes under another have a bound of their own.
MOST_MARKS = 4
_MARKS = frozenset({"Mn", "Me"})
_SUBJOINED = re.compile("[\\u0f90-\\u0fbc]")
_JOINS = frozenset("\u1039\u17d2\u1a60")     # the letter after it is written under the one before
# Where there may be too many: so many signs on end outside the blocks of letters that have no marks.
_MARKED = re.compile(
    "[^\\x00-\\u02ff\\u2e80-\\u3029\\u3030-\\u3098\\u309b-\\ua66e\\uac00-\\ufaff\\uff00-\\uffff]"
    f"{{{MOST_MARKS + 1},}}")
_LINE = re.compile("[^\\r\\n]+")
_OPENS, _CLOSES = "\u2068", "\u2069"
_APART = re.compile(f"{_OPENS}([^\\u2066-\\u2069\\n]*){_CLOSES}|{LINES.pattern}")


def is_seen(text: str) -> bool:
    """Whether the text holds anything that a reader can see."""
    return any(category(sign) not in _UNSEEN and not INVISIBLE.match(sign) for sign in text)


def overloaded(text: str) -> str:
    """The first mark that is more than one sign may bear; empty where there is none."""
    return next(filter(None, (_too_many(found[0]) for found in _MARKED.finditer(text))), "")


def _too_many(signs: str) -> str:
    marks = subjoined = 0
    before = ""
    for sign in signs:
        kind = category(sign)
        if _SUBJOINED.match(sign):
            subjoined += 1
        elif kind in _MARKS:
            marks += 1
        elif kind != "Cf" and before not in _JOINS:
            marks = subjoined = 0
        if max(marks, subjoined) > MOST_MARKS:
            return sign
        before = sign
    return ""


def isolated(text: str) -> str:
    """The text to be quoted in a sentence of ours: each line that is written from right to left keeps its
    direction to itself. Any other text is the same."""
    return _LINE.sub(_set_apart, text) if LEFTWARD.search(text) else text


def _set_apart(line: re.Match[str]) -> str:
    return f"{_OPENS}{line[0]}{_CLOSES}" if LEFTWARD.search(line[0]) else line[0]


def readable(text: str) -> str:
    """The text for showing: what would turn or hide other people's words stands as a replacement mark. Texts
    that were taken before such characters were refused may hold them."""
    on_one_line = str.replace(text, "\n", "")
    return text if on_one_line.isprintable() else _without_turns(text, "\ufffd")     # no such sign is


def undisturbed(text: str) -> str:
    """The text for printing, without those signs."""
    return _without_turns(text, "")


def _without_turns(text: str, instead: str) -> str:
    """What `isolated` has set stays."""
    return _APART.sub(lambda found: instead if found[1] is None else
                      f"{_OPENS}{LINES.sub(instead, found[1])}{_CLOSES}", text)


# What holds two words together on a line: blanks that do not break, and other narrow ones that fonts lack;
# the hyphen and the mark of syllables that do not; joiners of words, which draw nothing.
_HOLDING = str.maketrans({
    **dict.fromkeys("\u00a0\u1680\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200b))), " "),
    "\u2011": "-", "\u0f0c": "\u0f0b", "\u2060": None, "\ufeff": None, "\u034f": None})


def flowing(text: str) -> str:
    """The text for paper: what would turn it is left out, and what would hold a line together past its edge
    stands as what breaks."""
    return undisturbed(text).translate(_HOLDING)
