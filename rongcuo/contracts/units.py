"""Whether two names are those of one unit (单位): there is no other comparison anywhere."""

from rongcuo.texts.folding import seen_as


def unit_key(name: str) -> str:
    """The same for every way of writing one name: width, script, case, blanks, kinds of brackets, dots and
    dashes do not matter, nor what cannot be seen. Empty for no name, which is nobody's."""
    return seen_as(name)


def unit_keys(*names: str) -> frozenset[str]:
    """Of all names that one unit has: whatever else is written is another unit."""
    return frozenset(map(unit_key, names)) - {""}
