"""Which signs the fonts of letters draw, so that nobody writes what no letter can be made of.

`drawn.txt` holds their code points as ranges, made by `tools/drawn_signs.py` from Debian's fonts-noto-cjk,
fonts-noto-core and fonts-hanazono. Every ideograph may be written, also one that those lack: a name can't be
spelt otherwise, and a font for it can be added. What draws nothing by itself needs no font.
"""

import re
from functools import cache
from pathlib import Path
from unicodedata import category

RANGES = Path(__file__).with_name("drawn.txt")
IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_NOTHING_TO_DRAW = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})


def undrawn(text: str) -> str:
    """The first sign that no letter could show; empty where there is none."""
    if text.isascii():
        return ""
    outside = (found[0] for found in _outside().finditer(text))
    return next((sign for sign in outside if category(sign) not in _NOTHING_TO_DRAW), "")


@cache
def _outside() -> re.Pattern[str]:
    ranges = (line.split("-") for line in RANGES.read_text("ascii").split())
    drawn = "".join(f"\\U{int(ends[0], 16):08x}-\\U{int(ends[-1], 16):08x}" for ends in ranges)
    return re.compile(f"[^{drawn}{IDEOGRAPHS}\\ufe00-\\ufe0f\\U000e0100-\\U000e01ef]")
