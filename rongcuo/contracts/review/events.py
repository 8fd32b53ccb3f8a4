"""What review tells the others. The subject is the case, whose id is the filing's id."""

from dataclasses import dataclass
from datetime import date, datetime

from rongcuo.contracts.events import Event, event
from rongcuo.contracts.fields import moment


@dataclass(frozen=True, kw_only=True)
class AboutReview(Event):
    """What everything told of a case says: which it is, and which organ has it."""

    case_id: str
    organ_id: str


@event("review", "review_opened")
class ReviewOpened(AboutReview):
    """A case was opened for a submitted filing; its first stage has a limit."""

    stage: str
    due_at: datetime = moment()
    provisional: bool = False


@event("review", "review_assigned")
class ReviewAssigned(AboutReview):
    """A reviewer holds the case."""

    number: str
    title: str
    stage: str
    officer_id: str
    officer_name: str
    due_at: datetime | None = moment(default=None)


@event("review", "reviewer_recused")
class ReviewerRecused(AboutReview):
    """Somebody may not take part; `unassigned` says whether the case went back to the organ's queue."""

    number: str
    title: str
    stage: str
    officer_id: str
    unassigned: bool
    due_at: datetime | None = moment(default=None)


@event("review", "review_handed_up")
class ReviewHandedUp(AboutReview):
    """The organ above has the case from now on: `organ_id`; nobody holds it yet."""

    former_organ_id: str
    number: str
    title: str
    stage: str
    reason: str
    handed_up_by: str
    due_at: datetime | None = moment(default=None)
    at: datetime = moment()


@event("review", "holder_left")
class ReviewHolderLeft(AboutReview):
    """The post of somebody who held the case has ended. `holders`: who go on with it; empty: it waits to be
    given to somebody."""

    number: str
    title: str
    stage: str
    officer_id: str
    holders: tuple[str, ...] = ()
    due_at: datetime | None = moment(default=None)


@event("review", "supplement_requested")
class SupplementRequested(AboutReview):
    """The filing goes back once for what is missing; due from the filer by `supplement_due_at`."""

    needed: str
    requested_at: datetime = moment()
    supplement_due_at: datetime = moment()


@event("review", "review_resumed")
class ReviewResumed(AboutReview):
    """The clock runs again, after a supplement or a suspension."""

    stage: str
    assignee_id: str
    provisional: bool = False
    due_at: datetime = moment()


@event("review", "review_suspended")
class ReviewSuspended(AboutReview):
    """The clock was stopped for a stated reason; the task stays, without a running deadline."""

    reason: str
    suspended_by: str = ""
    at: datetime = moment()


@event("review", "deadline_moved")
class DeadlineMoved(AboutReview):
    """An open case has another due date: extended, or a new calendar edition was published (`new_calendar`).
    While a supplement is awaited it is the filer's date."""

    assignee_id: str
    reason: str
    due_at: datetime = moment()
    former_due_at: datetime = moment()
    provisional: bool = False


@event("review", "verification_started")
class VerificationStarted(AboutReview):
    """The preliminary review is done and the pack asks for verification."""

    number: str
    title: str
    provisional: bool = False
    due_at: datetime = moment()


@event("review", "verification_team_formed")
class VerificationTeamFormed(AboutReview):
    """At least two officers verify the matter."""

    number: str
    title: str
    officer_ids: tuple[str, ...] = ()
    due_at: datetime | None = moment(default=None)


@event("review", "review_accepted")
class ReviewAccepted(AboutReview):
    """The review ended with acceptance. `watch`: classes for which it is to be accompanied."""

    decided_by: str
    decided_by_name: str
    opinion: str
    late: bool
    watch: tuple[str, ...] = ()
    decided_at: datetime = moment()


@event("review", "review_declined")
class ReviewDeclined(AboutReview):
    """The review ended with refusal. `objection_until`: the last day on which the filer can object, once.
    `no_file_class`: the class of what is not to be filed, where that is the ground."""

    decided_by: str
    decided_by_name: str
    reasons: str
    late: bool
    objection_until: date | None = None
    no_file_class: str = ""
    decided_at: datetime = moment()


@event("review", "objection_opened")
class ObjectionOpened(AboutReview):
    """The filer objected to a refusal; nobody holds the case yet, and none of those who refused will."""

    provisional: bool = False
    due_at: datetime = moment()


@event("review", "objection_decided")
class ObjectionDecided(AboutReview):
    """`taken_up`: the case is in its first stage again, due by `due_at`; otherwise the refusal stands."""

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
class ReviewClosed(AboutReview):
    """The review ended without a decision: the filer withdrew."""

    reason: str
    at: datetime = moment()
