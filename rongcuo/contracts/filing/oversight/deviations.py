"""What differs from what was filed: what was noted, what is to be put right, what the filer says of it."""

from dataclasses import dataclass
from datetime import date

from rongcuo.contracts.fields import choices
from rongcuo.contracts.filing.oversight.content import Noted
from rongcuo.contracts.filing.oversight.enums import Bound


@dataclass(frozen=True, kw_only=True)
class Guidance(Noted):
    """指导意见: what is to be put right, and until when."""

    words: str
    due_on: date


@dataclass(frozen=True, kw_only=True)
class Correction(Noted):
    """纠正: what was put right, and on which day."""

    words: str
    on: date


@dataclass(frozen=True, kw_only=True)
class Dispute(Noted):
    """异议 of the filer. `answer_by`: until when it is to be answered."""

    words: str
    answer_by: date


@dataclass(frozen=True, kw_only=True)
class DisputeAnswer(Noted):
    """Whether what was noted stands."""

    stands: bool
    words: str


@dataclass(frozen=True, kw_only=True)
class Deviation(Noted):
    """偏差, reported by the filer themselves, found by somebody else, or following from the dates alone
    (`by_rule`). `outside`: the bounds of the filing that were left. `checkpoint`: at which it was found.
    `guide_by`: until when guidance is due. `disputes`: what the filer says against it, each with its answer
    in `answers`."""

    number: int
    what: str
    on: date
    reported: bool
    guide_by: date
    checkpoint: str = ""
    by_rule: bool = False
    outside: tuple[Bound, ...] = choices(Bound)
    guidance: tuple[Guidance, ...] = ()
    corrections: tuple[Correction, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    answers: tuple[DisputeAnswer, ...] = ()
