"""Masking at the door: in what handlers read, 〔举报人〕 stands for the reporter's own name and numbers.

Looked for by what is seen, as `texts.folding` folds it: width, case, traditional signs and blanks tell
nothing apart, nor does any sign between that is neither letter nor digit; also as HTML, address lines and
programs spell it, and with numbers in words. Of a mail address the name before the @ is looked for by itself,
of a postal one its finest part with any before it. Not found: half a name, a nickname, letters put between,
pinyin, other codes.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple, Self

from rongcuo.sealing.spellings import Sign, as_written, folded, in_figures, signs_of
from rongcuo.texts.folding import seen_as

MASK = "〔举报人〕"
SHORTEST = 2        # signs; a single one stands in every second word
LONG = 3            # signs from which on whatever stands between them is passed over
LEAST_BEFORE_AT = 4     # signs of a mail address before its @: fewer are part of many words
_LONG_NUMBER = re.compile(r"\d{7}")     # of a phone, a card, an account
_ABROAD = re.compile(r"(?:00)?86(1\d{10})")     # a telephone as it is called from abroad
_IN_NAMES = frozenset("·-_.")
_FULL_STOP = "。"    # folded to a point, but no short name goes on behind it
# A postal address in its parts, each up to the sign of its level; and those that are of one door.
_LEVELS, _DOORS = "省市州盟县旗区乡镇村社组队屯寨路道街巷弄号栋幢座楼元层室户房院", "弄号栋幢座楼元层室户房"
_PART = re.compile(rf"\d[^{_LEVELS}]*[{_LEVELS}]*|[^{_LEVELS}\d]*[{_LEVELS}]+|[^{_LEVELS}\d]+")
_FIGURE = re.compile(r"\d")
LONGEST = 12        # parts of an address


class _Read(NamedTuple):
    """Signs of a text, with what is read of them."""

    signs: tuple[Sign, ...]
    text: str

    @classmethod
    def of(cls, signs: Iterable[Sign]) -> Self:
        """These."""
        return cls(kept := tuple(signs), _text(kept))


class _Spelling(NamedTuple):
    """The text in one spelling: its letters and digits; and with what else tells short names apart."""

    bare: _Read
    short: _Read


def masked(text: str, known: Iterable[str], addresses: Iterable[str] = ()) -> str:
    """The text, without any of these values of the reporter's. It is the same text where there was none.
    Postal `addresses` are looked for in their parts, too; a name is whole, whatever signs are in it."""
    wanted = {each for value in known for each in _ways(value)}
    wanted |= {each for address in addresses for each in _ways_of_address(address)}
    spellings = list(_spellings(text))
    spans = sorted(span for each in wanted for spelling in spellings for span in _spans(spelling, each))
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
    return left not in (text, MASK) or any(_LONG_NUMBER.search(each.bare.text) for each in _spellings(text))


def _ways(value: str) -> Iterator[str]:
    """As it is given, and as its owner writes it elsewhere: letters and digits."""
    plain = seen_as(value)
    bare = _bare(plain)
    yield from (bare, _in_figures(bare))
    before, at, _ = plain.partition("@")
    if at and len(_bare(before)) >= LEAST_BEFORE_AT:
        yield _bare(before)
    if called := _ABROAD.fullmatch(bare):
        yield called[1]


def _ways_of_address(address: str) -> Iterator[str]:
    """What tells a door, or where no door is told the last number, with what stands around it; also with one
    of the other parts alone."""
    yield from _ways(address)
    parts = _PART.findall(_in_figures(_bare(seen_as(address))))[-LONGEST:]
    numbered = [each for each in parts if _FIGURE.search(each)]
    finest = {each for each in numbered if each[-1] in _DOORS} or {*numbered[-1:]}
    runs = (parts[start:end] for start, end in combinations(range(len(parts) + 1), 2))
    for some in (*runs, *combinations(parts, 2)):
        if len(some) > 1 and not finest.isdisjoint(some):
            yield "".join(some)


def _spellings(text: str) -> Iterator[_Spelling]:
    """Each that is another one."""
    written = as_written(text)
    unspelt = signs_of(written)
    for signs in [written] if unspelt == written else [written, unspelt]:
        seen = folded(signs)
        figures = in_figures(seen)
        for each in [seen] if figures == seen else [seen, figures]:
            yield _Spelling(_Read.of(sign for sign in each if sign.shown.isalnum()),
                            _Read.of(sign for sign in each if _tells_apart(text, sign)))


def stretches(text: str, value: str) -> Iterable[tuple[int, int]]:
    """Where a value stands in the text, however it is written there: from which sign up to which."""
    bare = _bare(seen_as(value))
    return sorted({span for spelling in _spellings(text) for span in _spans(spelling, bare)})


def _tells_apart(text: str, sign: Sign) -> bool:
    return sign.shown not in _IN_NAMES or text[sign.start:sign.end] == _FULL_STOP


def _spans(spelling: _Spelling, bare: str) -> Iterator[tuple[int, int]]:
    signs, text = spelling.short if len(bare) < LONG else spelling.bare
    if len(bare) < SHORTEST or bare not in text:
        return
    for found in _looked_for(bare).finditer(text):
        yield signs[found.start()].start, signs[found.start() + len(bare) - 1].end


def _looked_for(bare: str) -> re.Pattern[str]:
    """A number in a name or an address is no part of a longer one."""
    within = not bare.isascii()
    before = r"(?<!\d)" if within and bare[0].isdigit() else ""
    after = r"(?!\d)" if within and bare[-1].isdigit() else ""
    return re.compile(f"{before}(?={re.escape(bare)}{after})")


def _text(signs: Iterable[Sign]) -> str:
    return "".join(each.shown for each in signs)


def _in_figures(bare: str) -> str:
    """With its numbers in words as figures."""
    return _text(in_figures(folded(as_written(bare))))


def _bare(folded_text: str) -> str:
    """Its letters and digits."""
    return "".join(sign for sign in folded_text if sign.isalnum())
