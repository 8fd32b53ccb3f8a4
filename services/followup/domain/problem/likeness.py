"""Which problems may be one: by their situation, weak point, unit and words. It is proposed, never done."""

from typing import Final

from rongcuo.contracts.followup import Shared
from rongcuo.contracts.unit_names import unit_key
from rongcuo.texts.folding import seen_as
from services.followup.domain.problem.problem import Problem

LEAST: Final = 2          # so much has to be shared for two to be proposed as one
ALIKE: Final = 0.5        # from how large a share of their pairs of signs on two texts say the same


def shared_by(one: Problem, other: Problem) -> tuple[Shared, ...]:
    """What both have in common, of four things."""
    found = {
        Shared.SITUATION: bool(one.situation) and one.situation == other.situation,
        Shared.WEAK_POINT: one.weak_point is not None and one.weak_point is other.weak_point,
        Shared.UNIT: bool(one.unit) and unit_key(one.unit) == unit_key(other.unit),
        Shared.WORDS: _likeness(one.wording, other.wording) >= ALIKE}
    return tuple(each for each, holds in found.items() if holds)


def _likeness(one: str, other: str) -> float:
    """Dice's coefficient of the pairs of signs, whatever script, width or case they are written in."""
    ours, theirs = _pairs(seen_as(one)), _pairs(seen_as(other))
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[place:place + 2] for place in range(len(text) - 1))
