"""Figures of proposals: letters, and apart from them the suggestions that they hold. What is so small that
somebody could be known by it is told to nobody but those who work there."""

from dataclasses import dataclass
from typing import Final

from rongcuo.contracts.followup import ProposalFigure, ProposalKind

LEAST_TOLD: Final = 5
TOO_SMALL: Final = f"<{LEAST_TOLD}"
NOT_ALL: Final = f"≥{LEAST_TOLD}"     # of a part, where the rest is too small to be told


@dataclass(frozen=True, slots=True)
class Counted:
    """Of one organ and kind. `answered`, `closed`: how many of the letters were."""

    organ_id: str
    kind: ProposalKind
    letters: int
    suggestions: int
    answered: int
    closed: int


def figure_of(counted: Counted, *, exactly: bool) -> ProposalFigure:
    """`exactly`: for those who may open each that is counted, in their own organ."""
    parts = (counted.answered, counted.closed)
    if exactly:
        shown = [str(each) for each in (counted.letters, counted.suggestions, *parts)]
    elif counted.letters < LEAST_TOLD:
        shown = [TOO_SMALL] * 4
    else:
        shown = [str(counted.letters), str(counted.suggestions),
                 *(_part(each, counted.letters) for each in parts)]
    letters, suggestions, answered, closed = shown
    return ProposalFigure(organ_id=counted.organ_id, kind=counted.kind, letters=letters,
                          suggestions=suggestions, answered=answered, closed=closed)


def _part(part: int, whole: int) -> str:
    """Neither it nor what is left of the whole may be small."""
    if part < LEAST_TOLD:
        return TOO_SMALL
    return str(part) if whole - part >= LEAST_TOLD else NOT_ALL
