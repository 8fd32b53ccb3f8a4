"""Whether places decide alike: a published rule, the same for all.

Of one situation and outcome a place is an outlier if its share lies outside of the 95 % Wilson interval of
all other places together, and theirs outside of its own. Of fewer than five determinations nothing is said.
"""

from math import sqrt
from typing import Final

Z: Final = 1.96
LEAST: Final = 5


def interval(part: int, whole: int) -> tuple[float, float]:
    """Wilson's, of a share of `part` of `whole`."""
    share = part / whole
    middle = share + Z * Z / (2 * whole)
    around = Z * sqrt(share * (1 - share) / whole + Z * Z / (4 * whole * whole))
    least = 1 + Z * Z / whole
    return (middle - around) / least, (middle + around) / least


def outlier(part: int, whole: int, all_parts: int, all_wholes: int) -> str:
    """`high`, `low`, or empty. A place is no part of what it is held against."""
    rest, rest_whole = all_parts - part, all_wholes - whole
    if whole < LEAST or rest_whole < LEAST:
        return ""
    low, high = interval(rest, rest_whole)
    share = part / whole
    own_low, own_high = interval(part, whole)
    if share > high and own_low > rest / rest_whole:
        return "high"
    return "low" if share < low and own_high < rest / rest_whole else ""
