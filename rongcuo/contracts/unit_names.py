"""Whether two names are those of one unit (单位): there is no other comparison anywhere."""

from hashlib import sha256
from typing import Final

from rongcuo.texts.folding import seen_as

LONGEST_KEY: Final = 200     # characters; what columns hold


def unit_key(name: str) -> str:
    """The same for every way of writing one name: width, script, case, blanks, kinds of brackets, dots and
    dashes do not matter, nor what cannot be seen. Empty for no name, which is nobody's.

    One sign may be folded into eighteen: of what would be too long, the end is told by its digest, after a
    blank, which no other key has.
    """
    key = seen_as(name)
    if len(key) <= LONGEST_KEY:
        return key
    end = f" {sha256(key.encode()).hexdigest()}"
    return key[:LONGEST_KEY - len(end)] + end


def unit_keys(*names: str) -> frozenset[str]:
    """Of all names that one unit has: whatever else is written is another unit."""
    return frozenset(map(unit_key, names)) - {""}
