"""Texts: their signs in UTF-8, whatever they were written in."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE

from rongcuo.cleaning.refusals import NotCleaned, Reason
from rongcuo.texts.secrecy import marked_secret

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x19\x1c-\x1f]")
# What is not seen may mark whose copy it is: signs without width, of direction, tags.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
                     "\U000e0000-\U000e01ef]")


def copy(content: bytes, _: str) -> bytes:
    """Raises `NotCleaned` for what is no text in UTF-8, UTF-16 with its mark, or GB 18030."""
    text = _read(content)
    if _CONTROL.search(text):
        raise NotCleaned(Reason.LIES)
    if marked_secret(text):
        raise NotCleaned(Reason.MARKED)
    seen = _UNSEEN.sub("", text)
    if not seen.strip():
        raise NotCleaned(Reason.EMPTY)
    return "\n".join(line.rstrip() for line in seen.splitlines()).encode() + b"\n"


def _read(content: bytes) -> str:
    marked = content.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotCleaned(Reason.LIES)
