"""What is told of the later life of a filing. None says who meddled."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import ClassVar

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.events import event
from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.filing.oversight.enums import OutcomeKind, OutcomeUnit, Track


class AboutOversight(CaseMoved):
    """Whose task begins is told so in these words."""

    holders_told = "filing.oversight_waiting"


@event("filing", "oversight_opened")
class OversightOpened(AboutOversight):
    """A filing on the whitelist, or to be watched, needs a plan of checkpoints."""

    filing_id: str
    at: datetime = moment()


@event("filing", "oversight_moved")
class OversightMoved(AboutOversight):
    """A step. `what` is its verb; `concerns`: officers whom it is about."""

    steps_told: ClassVar[Mapping[str, str]] = {
        "report_deviation": "filing.deviation_reported", "correct": "filing.correction_reported"}
    filing_id: str
    what: str
    actor_id: str
    concerns: tuple[str, ...] = ()
    at: datetime = moment()


@event("filing", "guidance_given")
class GuidanceGiven(AboutOversight):
    """The filer has something to put right. `appeal_until`: by which day; notify fills {until} with it."""

    subject_told = "filing.guidance_given"
    filing_id: str
    deviation: int
    appeal_until: date
    at: datetime = moment()


@event("filing", "bounds_left")
class BoundsLeft(AboutOversight):
    """What was done lies outside of what was filed: act, way or period. `what`: its verb, for notify."""

    subject_told = "filing.bounds_left"
    steps_told: ClassVar[Mapping[str, str]] = {"leave_bounds": "filing.bounds_left_inside"}
    filing_id: str
    deviation: int
    what: str = "leave_bounds"
    outside: tuple[str, ...] = ()
    on: date
    at: datetime = moment()


@event("filing", "matter_evaluated")
class MatterEvaluated(AboutOversight):
    """The matter was evaluated; no person was."""

    subject_told = "filing.matter_evaluated"
    filing_id: str
    track: Track = chosen()
    at: datetime = moment()


@event("filing", "outcome_recorded")
class OutcomeRecorded(AboutOversight):
    """An outcome in its unit. `corrects`: of an entry that it stands in place of."""

    filing_id: str
    entry: int
    kind_of: OutcomeKind = chosen()
    unit: OutcomeUnit = chosen()
    amount: int
    on: date
    corrects: int = 0
    at: datetime = moment()


@event("filing", "retrospective_held")
class FilingRetrospectiveHeld(AboutOversight):
    """一案一议: there is one, or a new one. What was learned, followup asks for (`oversight`)."""

    filing_id: str
    at: datetime = moment()


@event("filing", "oversight_closed")
class OversightClosed(AboutOversight):
    """The later life is over, with the use that is made of it."""

    subject_told = "filing.oversight_closed"
    filing_id: str
    uses: tuple[str, ...] = ()
    at: datetime = moment()
