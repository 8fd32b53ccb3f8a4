"""What a figure tells: counts below five are suppressed, and none follows from others that are told.

The figure of one organ is told from five on. That of an area is the sum of its parts, and is told as it is
unless it would say more of a part that is not told than its own figure says: then it says only what is told
of the parts, and that there is more. So each count that is not told is in one told sum at most (the lowest
that is told as it is; above it, it is part of a known number), and that sum leaves it every value that it may
have.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

LEAST_TOLD: Final = 5
TOO_SMALL: Final = f"<{LEAST_TOLD}"
UNTOLD: Final = "—"     # of a part: it, or what it leaves of the whole, is too small


@dataclass(frozen=True, slots=True)
class Part:
    """`told`: what everybody may know of it; `rest`: what is not told, of which is known that it lies between
    `least` and `most`."""

    told: int
    rest: int = 0
    least: int = 0
    most: int = 0

    @property
    def exact(self) -> bool:
        """Whether it is told as it is."""
        return not self.most

    @property
    def shown(self) -> str:
        """Digits; “<5”; or “213+”, where what is missing lies in parts that are not told. “0+” of several
        parts: together they may be five and more, and no other limit is told."""
        if self.exact:
            return str(self.told)
        return TOO_SMALL if not self.told and self.most < LEAST_TOLD else f"{self.told}+"


def small(number: int) -> bool:
    """Whether it is not told. That there is none, is: it is about nobody."""
    return 0 < number < LEAST_TOLD


def parts_told(numbers: Iterable[int]) -> list[str]:
    """Of one organ, from the whole to its parts: none that is small, and none by which what it leaves of one
    before it would be. Which of both it is, is not said: of six, five and one would follow."""
    told: list[int] = []
    shown = []
    for number in numbers:
        if small(number) or any(small(abs(each - number)) for each in told):
            shown.append(UNTOLD if told else TOO_SMALL)
        else:
            told.append(number)
            shown.append(str(number))
    return shown


def of_one(number: int) -> Part:
    """The figure of one organ."""
    return Part(0, number, 1, LEAST_TOLD - 1) if small(number) else Part(number)


def of_organs(number: int, small_ones: int, in_them: int) -> Part:
    """The figure of an area: of its organs so many are small, with so much in them together."""
    if not small_ones:
        return Part(number)
    most = LEAST_TOLD - 1
    hidden = Part(number - in_them, in_them, small_ones, small_ones * most)
    return Part(number) if _leaves(in_them, 1, most, small_ones - 1, (small_ones - 1) * most) else hidden


def together(parts: Collection[Part]) -> Part:
    """The figure of an area that consists of areas."""
    open_ones = [each for each in parts if not each.exact]
    told, rest = sum(each.told for each in parts), sum(each.rest for each in parts)
    least, most = sum(each.least for each in open_ones), sum(each.most for each in open_ones)
    if all(_leaves(rest, each.least, each.most, least - each.least, most - each.most) for each in open_ones):
        return Part(told + rest)
    return Part(told, rest, least, most)


def _leaves(whole: int, least: int, most: int, others_least: int, others_most: int) -> bool:
    """Whether a sum that is told leaves a part of it every value between `least` and `most`."""
    return whole - others_most <= least and whole - others_least >= most
