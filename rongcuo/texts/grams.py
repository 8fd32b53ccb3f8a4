"""The short pieces of a key by which an index finds it: at each sign of a value two signs, and of a number as
many of its digits as follow, up to six. Two digits stand in nearly every number, six in few.

A word is found by the pieces that it has whole. Where it has none, because it is one sign or the beginning of
a number, it is found by what begins with it. Whoever has all pieces need not have the word (`用地`, `地动`
for `用地动`), so the key itself is asked as well; whoever has the word has all pieces.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from rongcuo.texts.folding import APART, LAST, as_number, sought_words

MOST: Final = 6
_PIECE = re.compile(rf"(?=(\d{{1,{MOST}}}|\D.?))", re.DOTALL)
_WITHOUT_DIGITS = re.compile(r"(?=(\D\D?))")
_MARK = re.compile(r"[\x00-/:-`{-\x7f]")     # what the databases' own readers would take for theirs


def grams(key: str) -> str:
    """Of what `folding.search_key` made, with blanks between them."""
    return " ".join(sorted({_plain(each) for value in key.split(APART) for each in _of_value(value)}))


def grams_of(search: str) -> tuple[str, ...]:
    """All of which a key has that holds the words of this search; with a star behind it, what only begins so.
    None where nothing is looked for."""
    words = tuple(map(_certain, sought_words(search)))
    whole = [_plain(each) for word, ends in words for each in _whole(word, ends=ends)]
    return tuple(dict.fromkeys(whole or (f"{_plain(word)}*" for word, _ in words)))


def _of_value(value: str) -> Iterable[str]:
    """Words with digits are looked for where nothing stands between the parts of a number."""
    return (_PIECE if as_number(value) == value else _WITHOUT_DIGITS).findall(value)


def _certain(word: str) -> tuple[str, bool]:
    """Without the last sign of a number, which may be left out in a key; and whether a number ends there."""
    number = word.removesuffix(LAST)
    ends = number != word and number[-1:].isdigit()
    return (number if ends else word), ends


def _whole(word: str, *, ends: bool) -> Iterator[str]:
    """Those that go no further in a key."""
    for piece in _PIECE.finditer(word):
        of_digits = piece[1][0].isdecimal()
        if len(piece[1]) == (MOST if of_digits else 2) or (of_digits and (ends or piece.end(1) < len(word))):
            yield piece[1]


def _plain(piece: str) -> str:
    return _MARK.sub("x", piece)
