"""What of a clarification's life whoever it clears is told."""

from rongcuo.contracts.filing import HistoryEntry
from services.clarify.domain.clarification.transitions import INSIDE


def told_outside(history: tuple[HistoryEntry, ...]) -> tuple[HistoryEntry, ...]:
    """Without the steps that are the organ's own."""
    return tuple(each for each in history if each.what not in INSIDE)


def tag_outside(case_id: str, history: tuple[HistoryEntry, ...]) -> str:
    """Names one state by what is told of it: a number of all steps would count those that are not."""
    return f"{case_id}:seen.{len(told_outside(history))}"
