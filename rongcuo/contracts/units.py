"""Whether two names are those of one unit (单位): there is no other comparison anywhere."""

import unicodedata

BRACKETS = str.maketrans("[{〔【〈《「『⟨", "(((((((((") | str.maketrans("]}〕】〉》」』⟩", ")))))))))")


def unit_key(name: str) -> str:
    """The same for every way of writing one name: width, kind of brackets, spaces, case and what cannot be
    seen do not matter. Empty for no name, which is nobody's."""
    letters = unicodedata.normalize("NFKC", name).translate(BRACKETS).casefold()
    return "".join(letter for letter in letters if unicodedata.category(letter)[0] not in "ZC")


def unit_keys(*names: str) -> frozenset[str]:
    """Of all names that one unit has: whatever else is written is another unit."""
    return frozenset(map(unit_key, names)) - {""}
