"""Whether every line of a letter ends on the paper, and where else one may break that would not."""

import re
from itertools import pairwise
from unicodedata import category, combining

import pypdfium2 as pdfium
from pypdfium2 import raw

from rongcuo.chassis.locks import Lock

STRETCHES = (10_000, 16, 1)     # signs without a break that are left so: tried in turn until every line fits
POINTS = 72 / 25.4              # of a millimetre
SLACK = 1.5                     # millimetres by which a sign may lean out of its square
LEFT, RIGHT, BOTTOM, TOP = (POINTS * each for each in (28 - SLACK, 184 + SLACK, 20, 297))
_BREAK = "\u200b"
_IDEOGRAPH, _WORD = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff", "0-9A-Za-z"
# Where any line may break anyway: after a blank, between ideographs and beside them, after a stop.
_BREAKS = re.compile(f"(?<= )(?=[^ ])|(?<=[{_IDEOGRAPH}])(?=[{_IDEOGRAPH}{_WORD}（《“])"
                     f"|(?<=[{_WORD}，。；：、！？）》])(?=[{_IDEOGRAPH}])")
_CONJOINING = re.compile("[\u1160-\u11ff\ud7b0-\ud7ff]")    # vowels and finals of a Hangul syllable
_PDFIUM = Lock()                # which is for one thread at a time, whatever is looked at


def loosened(line: str, most: int) -> str:
    """The line with breaks between the signs of every stretch that is longer than `most` without one."""
    if len(line) <= most:
        return line
    return "".join(part if len(part) <= most else _apart(part) for part in _BREAKS.split(line))


def _apart(part: str) -> str:
    """Never within a sign: its marks, and what joins two, stay with it."""
    return part[:1] + "".join(
        sign if _clings(before, sign) else _BREAK + sign for before, sign in pairwise(part))


def _clings(before: str, sign: str) -> bool:
    return (category(sign) in {"Mn", "Mc", "Me", "Cf"} or combining(before) == 9 or before == "\u200d"
            or bool(_CONJOINING.match(sign)))


def beyond_the_lines(pdf: bytes) -> bool:
    """Whether any words stand beside the type area of GB/T 9704-2012, or below the page's number."""
    with _PDFIUM:
        document = pdfium.PdfDocument(pdf)
        try:
            return any(_outside(words.get_bounds()) for page in document
                       for words in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]))
        finally:
            document.close()


def _outside(bounds: tuple[float, float, float, float]) -> bool:
    left, bottom, right, top = bounds
    return left < LEFT or right > RIGHT or bottom < BOTTOM or top > TOP
