"""What is told of changes. That a filing covers something else from now on, FilingChanged tells."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import ClassVar

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.events import event
from rongcuo.contracts.fields import moment

WAITING = "filing.change_waiting"     # said to whoever has the task that begins


@event("filing", "change_proposed")
class ChangeProposed(CaseMoved):
    """A change was filed. `digest` is its receipt's, `rests_on` that of what it changes."""

    holders_told = WAITING
    filing_id: str
    digest: str
    rests_on: str
    at: datetime = moment()


@event("filing", "change_moved")
class ChangeMoved(CaseMoved):
    """A step that decides nothing. `what` is its verb; `concerns`: officers whom it is about."""

    holders_told = WAITING
    steps_told: ClassVar[Mapping[str, str]] = {
        "withdraw_change": "filing.change_withdrawn", "object_to_change": "filing.change_objected"}
    filing_id: str
    what: str
    actor_id: str
    concerns: tuple[str, ...] = ()
    at: datetime = moment()


@event("filing", "change_approved")
class ChangeApproved(CaseMoved):
    """From now on the filing covers what the change says."""

    holders_told = WAITING
    subject_told = "filing.change_approved"
    filing_id: str
    digest: str
    version_of_filing: int
    at: datetime = moment()


@event("filing", "change_declined")
class ChangeDeclined(CaseMoved):
    """What was filed stays. `appeal_until`: the last day of an objection; notify fills {until} with it."""

    holders_told = WAITING
    subject_told = "filing.change_declined"
    filing_id: str
    appeal_until: date
    at: datetime = moment()


@event("filing", "change_upheld")
class ChangeUpheld(CaseMoved):
    """The objection was looked at: declined as before."""

    holders_told = WAITING
    subject_told = "filing.change_upheld"
    filing_id: str
    at: datetime = moment()


@event("filing", "change_lapsed")
class ChangeLapsed(CaseMoved):
    """The filing ran out, or applies no more: there is nothing left to change."""

    holders_told = WAITING
    subject_told = "filing.change_lapsed"
    filing_id: str
    at: datetime = moment()
