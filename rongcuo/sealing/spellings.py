"""The ways in which a text spells one sign: as itself, as HTML, an address line or a program writes it, and a
number in figures or in words. Each sign keeps the place in the text that stands for it."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from html import unescape
from itertools import groupby
from typing import NamedTuple

from rongcuo.texts.folding import seen_as


class Sign(NamedTuple):
    """What is seen, and where in the text it begins and ends."""

    shown: str
    start: int
    end: int


_POINT = (r"(?:(?-i:\\U)000[\da-f]{5}|(?:\\u|%u)[\da-f]{4}|(?:\\u\{|u\+|&#x)[\da-f]{2,6}(?:\}|;|\s)?"
          r"|&#\d{2,7};?)")
_POINTS = re.compile(_POINT, re.IGNORECASE)
_SPELT = re.compile(rf"{_POINT}+|&[a-z]{{2,31}};|(?:[%=][\da-f]{{2}}[\w.~-]?)+|(?:\\x[\da-f]{{2}})+",
                    re.IGNORECASE | re.ASCII)
_DIGITS = re.compile(r"[\da-f]{2,}", re.IGNORECASE)
_BYTES = re.compile(r"(?:[%=]|\\x)([\da-f]{2})|[\w.~-]", re.IGNORECASE)     # and what stands for itself
_HIGH, _LOW, _PLANE = range(0xD800, 0xDC00), range(0xDC00, 0xE000), 0x10000
_ENCODINGS = ("utf-8", "gb18030")
DEEPEST = 3     # what was spelt so, and then spelt so again
_FIGURES = {sign: value for value, signs in enumerate((
    "〇零", "一壹幺", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")) for sign in signs}
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1_000, "仟": 1_000}


def as_written(text: str) -> list[Sign]:
    """Each for itself."""
    return [Sign(sign, place, place + 1) for place, sign in enumerate(text)]


def signs_of(written: list[Sign]) -> list[Sign]:
    """What they spell."""
    signs = written
    for _ in range(DEEPEST):
        before, signs = signs, list(_unspelt(signs))
        if signs == before:
            break
    return signs


def folded(signs: Iterable[Sign]) -> list[Sign]:
    """As `seen_as` has them."""
    return [each._replace(shown=shown) for each in signs for shown in seen_as(each.shown)]


def in_figures(signs: Iterable[Sign]) -> list[Sign]:
    """Numbers in words, 十二 or 一三八, in figures."""
    found: list[Sign] = []
    for words, those in groupby(signs, lambda each: each.shown in _FIGURES or each.shown in _TENS):
        run = list(those)
        if words and any(each.shown in _TENS for each in run):
            found += [Sign(figure, run[0].start, run[-1].end)
                      for figure in str(_value(each.shown for each in run))]
        else:
            found += [each._replace(shown=str(_FIGURES[each.shown])) if words else each for each in run]
    return found


def _value(words: Iterable[str]) -> int:
    total = figure = 0
    for each in words:
        if each in _TENS:
            total, figure = total + (figure or 1) * _TENS[each], 0
        else:
            figure = _FIGURES[each]
    return total + figure


def _unspelt(signs: list[Sign]) -> Iterator[Sign]:
    text, done = "".join(each.shown for each in signs), 0
    for found in _SPELT.finditer(text):
        yield from signs[done:found.start()]
        at, done = found.start(), found.end()
        for shown, length in _parts(found[0]):
            yield Sign(shown, signs[at].start, signs[at + length - 1].end)
            at += length
        yield from signs[at:done]       # which spell nothing
    yield from signs[done:]


def _parts(spelt: str) -> Iterable[tuple[str, int]]:
    """The signs that it spells, each with how much of it spells that."""
    if _POINTS.match(spelt):
        return _of_points(spelt)
    if spelt[0] == "&":
        return [(unescape(spelt), len(spelt))] if len(unescape(spelt)) == 1 else []
    return _of_bytes(spelt)


def _of_points(spelt: str) -> Iterator[tuple[str, int]]:
    high = length = 0
    for found in _POINTS.finditer(spelt):
        base = 10 if found[0][:2] == "&#" and found[0][2] not in "xX" else 16
        point, length = int(_DIGITS.findall(found[0])[-1], base), length + len(found[0])
        if point in _HIGH:
            high = point
            continue
        if point in _LOW and high:
            point = _PLANE + ((high - _HIGH.start) << 10) + point - _LOW.start
        yield chr(point) if point < 0x110000 and point not in _LOW else "\ufffd", length
        high = length = 0


def _of_bytes(spelt: str) -> Iterator[tuple[str, int]]:
    units = list(_BYTES.finditer(spelt))
    content = bytes(int(each[1], 16) if each[1] else ord(each[0]) for each in units)
    for encoding in _ENCODINGS:
        with suppress(UnicodeDecodeError):
            for sign in content.decode(encoding):
                mine, units = units[:len(sign.encode(encoding))], units[len(sign.encode(encoding)):]
                yield sign, mine[-1].end() - mine[0].start()
            return
