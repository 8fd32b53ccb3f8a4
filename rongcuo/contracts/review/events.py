"""What review tells the others. The subject is the case, whose id is the filing's id."""

from datetime import date, datetime

from rongcuo.contracts.events import Event, event
from rongcuo.contracts.message import moment


@event("review", "review_opened")
class ReviewOpened(Event):
    """A case was opened for a submitted filing; its first stage has a limit."""

    case_id: str
    organ_id: str
    stage: str
    due_at: datetime = moment()
    provisional: bool = False


@event("review", "review_assigned")
class ReviewAssigned(Event):
    """A reviewer holds the case."""

    case_id: str
    organ_id: str
    number: str
    title: str
    stage: str
    officer_id: str
    officer_name: str
    due_at: datetime | None = moment(default=None)


@event("review", "reviewer_recused")
class ReviewerRecused(Event):
    """Somebody may not take part; `unassigned` says whether the case went back to the organ's queue."""

    case_id: str
    organ_id: str
    number: str
    title: str
    stage: str
    officer_id: str
    unassigned: bool
    due_at: datetime | None = moment(default=None)


@event("review", "review_handed_up")
class ReviewHandedUp(Event):
    """The organ above has the case from now on: `organ_id`; nobody holds it yet."""

    case_id: str
    organ_id: str
    former_organ_id: str
    number: str
    title: str
    stage: str
    reason: str
    handed_up_by: str
    due_at: datetime | None = moment(default=None)
    at: datetime = moment()


@event("review", "holder_left")
class ReviewHolderLeft(Event):
    """The post of somebody who held the case has ended. `holders`: who go on with it; empty: it waits to be
    given to somebody."""

    case_id: str
    organ_id: str
    number: str
    title: str
    stage: str
    officer_id: str
    holders: tuple[str, ...] = ()
    due_at: datetime | None = moment(default=None)


@event("review", "supplement_requested")
class SupplementRequested(Event):
    """The filing goes back once for what is missing; due from the filer by `supplement_due_at`."""

    case_id: str
    organ_id: str
    needed: str
    requested_at: datetime = moment()
    supplement_due_at: datetime = moment()


@event("review", "review_resumed")
class ReviewResumed(Event):
    """The clock runs again, after a supplement or a suspension."""

    case_id: str
    organ_id: str
    stage: str
    assignee_id: str
    provisional: bool = False
    due_at: datetime = moment()


@event("review", "review_suspended")
class ReviewSuspended(Event):
    """The clock was stopped for a stated reason; the task stays, without a running deadline."""

    case_id: str
    organ_id: str
    reason: str
    at: datetime = moment()


@event("review", "deadline_moved")
class DeadlineMoved(Event):
    """An open case has another due date: extended, or a new calendar edition was published (`new_calendar`).
    While a supplement is awaited it is the filer's date."""

    case_id: str
    organ_id: str
    assignee_id: str
    reason: str
    due_at: datetime = moment()
    former_due_at: datetime = moment()
    provisional: bool = False


@event("review", "verification_started")
class VerificationStarted(Event):
    """The preliminary review is done and the pack asks for verification."""

    case_id: str
    organ_id: str
    number: str
    title: str
    provisional: bool = False
    due_at: datetime = moment()


@event("review", "verification_team_formed")
class VerificationTeamFormed(Event):
    """At least two officers verify the matter."""

    case_id: str
    organ_id: str
    number: str
    title: str
    officer_ids: tuple[str, ...] = ()
    due_at: datetime | None = moment(default=None)


@event("review", "review_accepted")
class ReviewAccepted(Event):
    """The review ended with acceptance."""

    case_id: str
    organ_id: str
    decided_by: str
    decided_by_name: str
    opinion: str
    late: bool
    decided_at: datetime = moment()


@event("review", "review_declined")
class ReviewDeclined(Event):
    """The review ended with refusal. `objection_until`: the last day on which the filer can object, once."""

    case_id: str
    organ_id: str
    decided_by: str
    decided_by_name: str
    reasons: str
    late: bool
    objection_until: date | None = None
    decided_at: datetime = moment()


@event("review", "objection_opened")
class ObjectionOpened(Event):
    """The filer objected to a refusal; nobody holds the case yet, and none of those who refused will."""

    case_id: str
    organ_id: str
    provisional: bool = False
    due_at: datetime = moment()


@event("review", "objection_decided")
class ObjectionDecided(Event):
    """`taken_up`: the case is in its first stage again, due by `due_at`; otherwise the refusal stands."""

    case_id: str
    organ_id: str
    decided_by: str
    decided_by_name: str
    taken_up: bool
    reasons: str
    stage: str
    late: bool
    provisional: bool = False
    due_at: datetime | None = moment(default=None)
    decided_at: datetime = moment()


@event("review", "review_closed")
class ReviewClosed(Event):
    """The review ended without a decision: the filer withdrew."""

    case_id: str
    organ_id: str
    reason: str
    at: datetime = moment()
