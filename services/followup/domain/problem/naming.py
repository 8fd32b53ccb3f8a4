"""Whether a text names somebody whom the matter knows. Names are kept as digests alone: none stands in a
problem, and yet each is found."""

from collections.abc import Iterable, Iterator

from rongcuo.casework.apart import folded_keys
from rongcuo.texts.folding import name_key

Marks = frozenset[tuple[int, str]]     # of names: how many signs, and the digest
LEAST = 2                              # a single sign is a word like any other


def marks_of(*names: str) -> Marks:
    """What is kept of these names."""
    folded = (name_key(each) for each in names)
    return frozenset((len(each), key) for each in folded if len(each) >= LEAST
                     for key in folded_keys(names=(each,)))


def names_somebody(marks: Marks, texts: Iterable[str]) -> bool:
    """Whether one of the texts holds one of the names, however it is written."""
    known = frozenset(key for _, key in marks)
    lengths = sorted({length for length, _ in marks})
    return any(not known.isdisjoint(folded_keys(names=_parts(name_key(text), length)))
               for text in texts for length in lengths)


def _parts(text: str, length: int) -> Iterator[str]:
    return (text[start:start + length] for start in range(len(text) - length + 1))
