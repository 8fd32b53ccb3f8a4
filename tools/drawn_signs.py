"""Writes rongcuo/texts/drawn.txt: the code points that the fonts `make install` brings can draw.

Private use says nothing to a reader, and an enclosing key is drawn around no sign.
"""

import subprocess
from collections.abc import Iterator
from itertools import groupby
from unicodedata import category

from fontTools.ttLib import TTCollection, TTFont

from rongcuo.texts.drawing import RANGES

PACKAGES = ("fonts-noto-cjk", "fonts-noto-core", "fonts-hanazono")
KEYCAP = 0x20e3


def code_points() -> set[int]:
    """Of all fonts of the packages."""
    listed = subprocess.run(["dpkg", "-L", *PACKAGES], capture_output=True, text=True, check=True).stdout
    files = [name for name in listed.split() if name.endswith((".ttf", ".otf", ".ttc"))]
    found = set().union(*map(_of_file, files))
    return {point for point in found if category(chr(point)) not in ("Co", "Cc", "Cs")} - {KEYCAP}


def _of_file(name: str) -> set[int]:
    fonts = TTCollection(name, lazy=True).fonts if name.endswith(".ttc") else [TTFont(name, lazy=True)]
    return set().union(*(font.getBestCmap() or {} for font in fonts))


def ranges(points: set[int]) -> Iterator[str]:
    """As hexadecimal, `first-last` or a single one."""
    for _, run in groupby(enumerate(sorted(points)), lambda pair: pair[1] - pair[0]):
        places = [point for _, point in run]
        yield f"{places[0]:x}-{places[-1]:x}" if places[1:] else f"{places[0]:x}"


if __name__ == "__main__":
    RANGES.write_text("\n".join(ranges(code_points())) + "\n", "ascii")
