"""Texts: their signs in UTF-8, whatever they were written in. Whoever gave each reader another copy may have
marked it by what nobody sees: signs that draw nothing, one blank or another, a sign or its twin."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from functools import cache
from unicodedata import category, decomposition, normalize

from rongcuo.cleaning.refusals import NotCleaned, Reason
from rongcuo.texts.secrecy import marked_secret
from rongcuo.texts.signs import INVISIBLE, LINES

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x19\x1c-\x1f]")
_BLANKS = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile("\n{3,}")
# Whose twin looks the same; another form of it, such as a raised or circled one, means something else.
_TWINS = ("<font>", "<compat>", "<noBreak>", "<narrow>", "<initial>", "<medial>", "<final>", "<isolated>")
_WIDE = "<wide>"        # of letters and digits; 。，（ are punctuation of their own


def copy(content: bytes, _: str) -> bytes:
    """Raises `NotCleaned` for what is no text in UTF-8, UTF-16 with its mark, or GB 18030."""
    text = _read(content)
    if _CONTROL.search(text):
        raise NotCleaned(Reason.LIES)
    if marked_secret(text):
        raise NotCleaned(Reason.MARKED)
    seen = _seen("\n".join(text.splitlines()))
    if not seen:
        raise NotCleaned(Reason.EMPTY)
    return seen.encode() + b"\n"


def _seen(text: str) -> str:
    """What a reader sees of it: how many blanks stand somewhere, and which, counts as one."""
    signs = normalize("NFC", "".join(map(_sign, normalize("NFC", text))))
    lines = (_BLANKS.sub(" ", line).strip() for line in signs.split("\n"))
    return _EMPTY_LINES.sub("\n\n", "\n".join(lines)).strip()


@cache
def _sign(sign: str) -> str:
    """The one by which all stand that look as it does; nothing for what draws nothing. Whatever may be an
    ideograph stays, also one that is newer than this Python (Cn) or of somebody's own (Co)."""
    kind = category(sign)
    if sign in "\t\n" or kind == "Zs":
        return "\n" if sign == "\n" else " "
    if kind in ("Cc", "Cf", "Cs") or INVISIBLE.match(sign) or LINES.match(sign):
        return ""
    form, twin = decomposition(sign).partition(" ")[0], normalize("NFKC", sign)
    same = form in _TWINS or (form == _WIDE and sign.isalnum())
    return twin if same and " " not in twin else sign


def _read(content: bytes) -> str:
    marked = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotCleaned(Reason.LIES)
