"""Which event counts as what: one table. A new figure is a `Code` in the contract and a line here.

Most kinds are heard selectively, so an event may overtake an earlier one of its matter, which then never
comes: what it `implies` counts from then on, if it did not yet.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from rongcuo.contracts import determination, filing, followup, review
from rongcuo.contracts.events import Event
from rongcuo.contracts.insight import Code

OUTCOMES: Final = (Code.EXEMPT, Code.MITIGATE, Code.LIGHTEN, Code.DENIED)
IN_TIME: Final = (Code.ON_TIME, Code.LATE)
KINDS: Final[Mapping[filing.OutcomeKind, Code]] = {kind: Code(kind.value) for kind in filing.OutcomeKind}


@dataclass(frozen=True, kw_only=True)
class Telling:
    """What an event of some kind changes in the figures of its matter.

    `at`: its attribute that says when. `counts`: the figure it counts in, once for each matter; or for each
    `each` of a matter, such as its visits. `drops`: those in which it counts no more. `implies`: those that
    have to be there before. `begins`: a stage that runs from now on; `ends`: those that are over.
    `reopened`: those in which it counts no more where it is open after this; the others wait until it is over
    again. `kept_back`: what is kept from somebody, who might read figures, counts once it is over.
    """

    at: str = "at"
    counts: Callable[[Any], Code | None] = lambda _: None
    each: Callable[[Any], int] | None = None
    drops: tuple[Code, ...] = ()
    implies: tuple[Code, ...] = ()
    begins: tuple[Code, ...] = ()
    ends: tuple[Code, ...] = ()
    reopened: tuple[Code, ...] = ()
    kept_back: bool = False


def _always(code: Code) -> Callable[[Any], Code]:
    return lambda _: code


def _in_time(event: Any) -> Code:
    return Code.LATE if event.late else Code.ON_TIME


REVIEWED: Final = Telling(at="decided_at", counts=_in_time, drops=IN_TIME)
MENTIONED: Final = Telling(kept_back=True)     # it may end what was kept back so far
TELLINGS: Final[Mapping[type[Event], Telling]] = {
    filing.FilingSubmitted: Telling(at="submitted_at", counts=_always(Code.FILED), begins=(Code.IN_REVIEW,)),
    filing.FilingAccepted: Telling(
        at="accepted_at", counts=_always(Code.ACCEPTED), implies=(Code.FILED,), ends=(Code.IN_REVIEW,)),
    review.ReviewAccepted: REVIEWED,
    review.ReviewDeclined: REVIEWED,
    review.ObjectionDecided: REVIEWED,
    determination.DeterminationOpened: Telling(
        at="opened_at", counts=_always(Code.OPENED), begins=(Code.IN_DETERMINATION,), kept_back=True),
    determination.DeterminationMade: Telling(
        at="decided_at", counts=lambda event: Code(event.outcome.value), drops=OUTCOMES,
        implies=(Code.OPENED,), begins=(Code.IN_FEEDBACK,), ends=(Code.IN_DETERMINATION,), kept_back=True),
    determination.DeterminationRevoked: Telling(drops=OUTCOMES, kept_back=True),
    determination.DeterminationRefused: MENTIONED,
    determination.DeterminationWithdrawn: MENTIONED,
    determination.FeedbackGiven: Telling(
        begins=(Code.IN_RECORD,), ends=(Code.IN_FEEDBACK,), kept_back=True),
    determination.RecordFiled: Telling(ends=(Code.IN_RECORD,), kept_back=True),
    determination.MinutesConcluded: Telling(counts=_always(Code.MEETINGS), kept_back=True),
    determination.AppealLodged: Telling(at="lodged_at", counts=_always(Code.APPEALS), kept_back=True),
    determination.AppealDecided: Telling(
        at="decided_at", counts=lambda event: None if event.upheld else Code.CHANGED,
        implies=(Code.APPEALS,), kept_back=True),
    followup.ProgrammeOpened: Telling(counts=_always(Code.PROGRAMMES)),
    followup.VisitRecorded: Telling(counts=_always(Code.VISITS), each=lambda event: int(event.visit)),
    followup.ProgrammeCompleted: Telling(counts=_always(Code.COMPLETED)),
    followup.ProposalDelivered: Telling(counts=_always(Code.PROPOSALS)),
    followup.ProposalClosed: Telling(counts=_always(Code.ANSWERED), implies=(Code.PROPOSALS,)),
    followup.ProposalWithdrawn: Telling(drops=(Code.PROPOSALS, Code.ANSWERED)),
    followup.ProblemMoved: Telling(reopened=(Code.MENDED,), kept_back=True),
    followup.RuleEntered: Telling(
        counts=_always(Code.RULES), each=lambda event: int(event.rule), kept_back=True),
    followup.ProblemClosed: Telling(counts=_always(Code.MENDED), kept_back=True),
}
