"""What somebody got by a false accusation, how it was undone, and from when on."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from rongcuo.contracts.clarify import Gain
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import ZONE


def undone(gains: Sequence[Gain], gain_id: str, how: str, on: date) -> tuple[Gain, ...]:
    """With one that was taken back. Raises `clarify.gain_unknown`."""
    if gain_id not in {each.gain_id for each in gains}:
        raise CaseError("clarify.gain_unknown", details={"gain_id": gain_id})
    return tuple(replace(each, how=how, undone_on=on) if each.gain_id == gain_id else each for each in gains)


def require_in_effect(effective_at: datetime | None, day: date) -> None:
    """Nothing is done about it before it takes effect; otherwise `clarify.before_effect`."""
    if effective_at is None or day < effective_at.astimezone(ZONE).date():
        raise CaseError("clarify.before_effect")
