"""Where something is counted: at an organ, by its id, and in the areas above it: the first four digits of its
division (a prefecture; 5300: the province's own organs) and the first two (the province)."""

from typing import Final

from rongcuo.policy.divisions import DIGITS, Level, divisions

PROVINCE: Final = "53"
AREA: Final = 4     # digits of the areas that have rows of their own; the province is the sum of them


def division_of(place: str) -> str:
    """The division that an organ or an area belongs to."""
    return place.partition(".")[0].ljust(6, "0")


def area_of(organ_id: str) -> str:
    """In which area an organ's figures are counted."""
    return organ_id[:AREA]


def is_area(place: str) -> bool:
    """Whether it is no single organ."""
    return len(place) < DIGITS[Level.COUNTY]


def parts_of(place: str) -> tuple[str, ...]:
    """The areas that the province consists of; an area of its own is one."""
    if place != PROVINCE:
        return (place,)
    return tuple(dict.fromkeys(each.code[:AREA] for each in divisions()))
