"""What somebody got by a false accusation, and how it was undone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rongcuo.contracts.clarify import Gain
from rongcuo.contracts.errors import CaseError


def undone(gains: Sequence[Gain], gain_id: str, how: str, on: date) -> tuple[Gain, ...]:
    """With one that was taken back. Raises `clarify.gain_unknown`."""
    if gain_id not in {each.gain_id for each in gains}:
        raise CaseError("clarify.gain_unknown", details={"gain_id": gain_id})
    return tuple(replace(each, how=how, undone_on=on) if each.gain_id == gain_id else each for each in gains)
