"""Whether two names of a unit (单位) mean the same."""

import unicodedata


def same_unit(one: str, other: str) -> bool:
    """Whether two unit names mean the same: width, spaces and case do not matter. No name is nobody's."""
    return plain_unit(one) == plain_unit(other) != ""


def plain_unit(unit: str) -> str:
    """A unit's name without what does not matter, for comparing."""
    return "".join(unicodedata.normalize("NFKC", unit).split()).casefold()
