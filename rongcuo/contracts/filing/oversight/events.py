"""What is told of the later life of a filing. None says who meddled."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import ClassVar

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.events import event
from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.filing.oversight.enums import OutcomeKind, OutcomeUnit, Track

WAITING = "filing.oversight_waiting"     # said to whoever has the task that begins


@event("filing", "oversight_opened")
class OversightOpened(CaseMoved):
    """A filing on the whitelist needs a plan of checkpoints."""

    holders_told = WAITING
    filing_id: str
    at: datetime = moment()


@event("filing", "oversight_moved")
class OversightMoved(CaseMoved):
    """A step. `what` is its verb; `concerns`: officers whom it is about."""

    holders_told = WAITING
    steps_told: ClassVar[Mapping[str, str]] = {
        "report_deviation": "filing.deviation_reported", "correct": "filing.correction_reported",
        "dispute_deviation": "filing.deviation_disputed"}
    filing_id: str
    what: str
    actor_id: str
    concerns: tuple[str, ...] = ()
    at: datetime = moment()


@event("filing", "deviation_noted")
class DeviationNoted(CaseMoved):
    """Somebody else than the filer has noted a deviation within the bounds: it is the filer's to read, and to
    contradict."""

    holders_told = WAITING
    subject_told = "filing.deviation_noted"
    filing_id: str
    deviation: int
    at: datetime = moment()


@event("filing", "dispute_answered")
class DisputeAnswered(CaseMoved):
    """What the filer said against a deviation is answered. `stands`: whether it is still one."""

    holders_told = WAITING
    subject_told = "filing.dispute_answered"
    filing_id: str
    deviation: int
    stands: bool
    at: datetime = moment()


@event("filing", "guidance_given")
class GuidanceGiven(CaseMoved):
    """The filer has something to put right. `appeal_until`: by which day; notify fills {until} with it."""

    holders_told = WAITING
    subject_told = "filing.guidance_given"
    filing_id: str
    deviation: int
    appeal_until: date
    at: datetime = moment()


@event("filing", "bounds_left")
class BoundsLeft(CaseMoved):
    """What was done lies outside of what was filed: act, way or period. `what`: its verb, for notify."""

    holders_told = WAITING
    subject_told = "filing.bounds_left"
    steps_told: ClassVar[Mapping[str, str]] = {"leave_bounds": "filing.bounds_left_inside"}
    filing_id: str
    deviation: int
    what: str = "leave_bounds"
    outside: tuple[str, ...] = ()
    on: date
    at: datetime = moment()


@event("filing", "matter_evaluated")
class MatterEvaluated(CaseMoved):
    """The matter was evaluated; no person was."""

    holders_told = WAITING
    subject_told = "filing.matter_evaluated"
    filing_id: str
    track: Track = chosen()
    at: datetime = moment()


@event("filing", "outcome_recorded")
class OutcomeRecorded(CaseMoved):
    """An outcome in its unit. `corrects`: of an entry that it stands in place of."""

    holders_told = WAITING
    filing_id: str
    entry: int
    kind_of: OutcomeKind = chosen()
    unit: OutcomeUnit = chosen()
    amount: int
    on: date
    corrects: int = 0
    at: datetime = moment()


@event("filing", "retrospective_held")
class FilingRetrospectiveHeld(CaseMoved):
    """一案一议: there is one, or a new one. What was learned, followup asks for (`oversight`)."""

    holders_told = WAITING
    filing_id: str
    at: datetime = moment()


@event("filing", "oversight_closed")
class OversightClosed(CaseMoved):
    """The later life is over, with the use that is made of it."""

    holders_told = WAITING
    subject_told = "filing.oversight_closed"
    filing_id: str
    uses: tuple[str, ...] = ()
    at: datetime = moment()
