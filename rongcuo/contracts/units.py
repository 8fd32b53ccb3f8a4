"""Whether two names of a unit (单位) mean the same."""

import unicodedata

BRACKETS = str.maketrans("[{〔【〈《「『⟨", "(((((((((") | str.maketrans("]}〕】〉》」』⟩", ")))))))))")


def same_unit(one: str, other: str) -> bool:
    """Whether two unit names mean the same: width, kind of brackets, spaces, case and what
    cannot be seen do not matter. No name is nobody's."""
    return plain_unit(one) == plain_unit(other) != ""


def plain_unit(unit: str) -> str:
    """A unit's name without what does not matter, for comparing."""
    letters = unicodedata.normalize("NFKC", unit).translate(BRACKETS).casefold()
    return "".join(letter for letter in letters if unicodedata.category(letter)[0] not in "ZC")
