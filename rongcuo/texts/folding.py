"""Texts as they are looked for: by what is seen, whatever width, case, brackets, dashes, blanks and script.

A key is stored beside what is searched, and words are looked for in it by the same folding. A key holds each
value twice: with one kind of each punctuation, and without that of numbers, by which words with digits are
found (`530127 2026 000007` for `530127-2026-000007`).
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from unicodedata import category, normalize

from opencc import OpenCC

from rongcuo.texts.signs import INVISIBLE

APART = "\n"
_SAME = {
    **dict.fromkeys("〔〖【［﹝{⟨〈《<[", "("), **dict.fromkeys("〕〗】］﹞}⟩〉》>]", ")"),
    **dict.fromkeys("‐‑‒–—―−﹣─~～", "-"), **dict.fromkeys("“”„‟«»〝〞'‘’‚`´「」『』", '"'),
    **dict.fromkeys("•‧・●∙⋅", "·"), **dict.fromkeys("○◯", "〇"), "、": ",", "。": ".", "﹐": ",", "；": ";",
}
_LABEL = re.compile(r"(?:^|(?<=\s))"     # a word that names what follows: every …号, and those listed
                    r"(?:[\u4e00-\u9fff]{0,4}号|回执|文书|案件|单位|姓名|标题|名称|no)(?:\s*:|\.?\s*(?=[(\d]))")
_BETWEEN = re.compile(r'[()\-/.:,;·"#_]')      # what stands between the parts of a number
_IN_NAMES = re.compile(r"[·\-_.]")              # what stands between the parts of a name
_STROKE = re.compile(r"(?<=\d)[一ー](?=\d)")     # typed for the dash of a number: it looks the same there
LAST = "号"                                      # ends a number, which is written with it and without
_BEFORE_LAST = re.compile(rf"(?<=\d)\s+(?={LAST}(?:\s|$))")
_DIGITS = re.compile(r"[\d\W_]*\d[\d\W_]*")


def search_key(*values: str) -> str:
    """What is stored beside these values."""
    folded = [seen_as(value) for value in values if value]
    return APART.join(dict.fromkeys((*folded, *map(as_number, folded))))


def number_key(number: str) -> str:
    """What a number is found by as a whole, whatever stands before it or between its parts. Two numbers may
    share it, so it tells them apart for nobody."""
    return "".join(sought_words(number))


def number_keys(number: str) -> tuple[str, ...]:
    """The keys by which a whole number is looked for: with its last sign, and without."""
    without = number_key(number).removesuffix(LAST)
    return without, without + LAST


def written_as(word: str) -> tuple[str, ...]:
    """What is looked for in a key with APART behind it, any of them: what ends as a number does, may stand
    without its last sign at the end of a value."""
    number = word.removesuffix(LAST)
    return (word, number + APART) if number != word and number[-1:].isdigit() else (word,)


def sought_words(search: str) -> tuple[str, ...]:
    """The words that a key must hold, all of them. None where nothing can be seen in the search."""
    plain = _LABEL.sub(" ", _simplified(normalize("NFKC", search).casefold()))
    words = map(seen_as, _BEFORE_LAST.sub("", plain).split())
    return tuple(as_number(word) if any(map(str.isdigit, word)) else word
                 for word in _joined(filter(None, words)))


def _joined(words: Iterable[str]) -> Iterator[str]:
    """Parts of a number that were written with blanks between them are one word."""
    number = ""
    for word in words:
        if _DIGITS.fullmatch(word):
            number += word
            continue
        yield from [number] if number else []
        number = ""
        yield word
    yield from [number] if number else []


@lru_cache(maxsize=4096)
def seen_as(text: str) -> str:
    """What two texts have in common that look the same: one of them stands for the other. Simplified, narrow,
    small, one kind of each bracket, quote and dash; no blanks, nothing unseen."""
    same = "".join(_SAME.get(sign, sign) for sign in text)
    plain = normalize("NFKC", same).casefold()
    seen = "".join(_SAME.get(sign, sign) for sign in _simplified(plain) if not _unseen(sign))
    return _STROKE.sub("-", seen)


def name_key(name: str) -> str:
    """What is the same of a person's name however it is written: also with another sign between its parts, or
    with none."""
    return _IN_NAMES.sub("", seen_as(name))


def as_number(folded: str) -> str:
    """Without what stands between the parts of a number."""
    return _BETWEEN.sub("", folded)


def _unseen(sign: str) -> bool:
    """Blanks, marks of format, and what draws nothing."""
    kind = category(sign)
    return (kind[0] in "ZC" and kind not in ("Co", "Cn")) or bool(INVISIBLE.match(sign))


def _simplified(text: str) -> str:
    """Sign by sign: words of a text and of a search are cut differently, and a dictionary of words would
    turn them differently."""
    return "".join(map(_simple, text))


@cache
def _simple(sign: str) -> str:
    return str(_converter().convert(sign)) if sign > "\u2e7f" else sign


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
