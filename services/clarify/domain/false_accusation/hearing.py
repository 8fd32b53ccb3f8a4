"""听取举报人说明: what came of asking the reporter for source and basis."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import Hearing, Unheard
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import DeadlineClock
from services.clarify.domain.stages import is_over, latest


def is_closed(hearing: Hearing) -> bool:
    """The reporter was heard, or could not be."""
    return hearing.heard_at is not None or hearing.unheard is not None


def answer_clock(hearing: Hearing, occasion: Occasion) -> DeadlineClock:
    """How long the reporter has to answer, from when they have read it, if they have."""
    return DeadlineClock(hearing.read_at or hearing.asked_at, occasion.pack.false_accusation.answer_within)


def reopened(hearings: tuple[Hearing, ...], found_at: datetime | None) -> tuple[Hearing, ...]:
    """Whoever had not read the question, and is reached before anything is found, was not out of reach: the
    last hearing is open again."""
    if not hearings or found_at or hearings[-1].read_at is not None:
        return hearings
    return (*hearings[:-1], replace(hearings[-1], unheard=None))


def without(hearings: tuple[Hearing, ...], moments: Collection[datetime]) -> tuple[Hearing, ...]:
    """The questions stay, and what was taken down at these moments does not."""
    return tuple(replace(each, source="", basis="", heard_at=None) if each.heard_at in moments else each
                 for each in hearings)


def taken(hearing: Hearing, source: str, basis: str, occasion: Occasion) -> Hearing:
    """With what the reporter said."""
    return replace(hearing, source=given(source, Reader.INSIDE), basis=given(basis, Reader.INSIDE),
                   heard_at=occasion.now, unheard=None)


def unheard(hearing: Hearing, why: Unheard, account: str, told: date | None, occasion: Occasion) -> Hearing:
    """With why it was impossible, which is known of nobody before their time is up, as it is
    counted now and as they were `told`: `clarify.reporter_has_time`. Silent, or unwilling, is nobody who has
    not read the question: `clarify.not_served`."""
    clock = answer_clock(hearing, occasion)
    if hearing.read_at is None and why in (Unheard.NO_ANSWER, Unheard.DECLINED):
        raise CaseError("clarify.not_served")
    if not is_over(occasion, clock, told):
        due = latest(occasion, clock, told)
        raise CaseError("clarify.reporter_has_time", details={"due_on": due.isoformat() if due else ""})
    return replace(hearing, unheard=why, account=given(account, Reader.ORGAN_ABOVE))
