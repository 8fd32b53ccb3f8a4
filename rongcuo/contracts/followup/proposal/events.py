"""What is told of a proposal. The subject of an event is the proposal; the addressee's contact is told."""

from datetime import date, datetime

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.events import event
from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.followup.proposal.enums import ProposalKind, ProposalMark


@event("followup", "proposal_moved")
class ProposalMoved(CaseMoved):
    """A step of which the addressee is told nothing. `what` is its verb; `concerns`: officers it is about."""

    what: str
    actor_id: str
    concerns: tuple[str, ...] = ()
    at: datetime = moment()


@event("followup", "proposal_delivered")
class ProposalDelivered(CaseMoved):
    """What the letter needs. `appeal_until`: the last day of the answer, notify's {until}."""

    subject_told = "followup.proposal_delivered"
    proposal_kind: ProposalKind = chosen()
    problem_id: str = ""
    kind_words: str
    addressee: str
    found_by: str
    problems: str
    causes: str
    suggestions: str
    copied_to: str = ""
    acknowledge_words: str
    plan_words: str
    appeal_until: date
    approved_by_name: str
    at: datetime = moment()


@event("followup", "proposal_due_soon")
class ProposalDueSoon(CaseMoved):
    """So many working days are left. `appeal_until`: as above."""

    subject_told = "followup.proposal_due_soon"
    workdays: int
    appeal_until: date
    at: datetime = moment()


@event("followup", "proposal_reminded")
class ProposalReminded(CaseMoved):
    """What the letter of a reminder (催办函) needs. `by_name` is empty where the platform reminds."""

    subject_told = "followup.proposal_reminded"
    addressee: str
    kind_words: str
    awaited: str
    words: str = ""
    by_name: str = ""
    appeal_until: date
    at: datetime = moment()


@event("followup", "proposal_extended")
class ProposalExtended(CaseMoved):
    """The answer may come later."""

    subject_told = "followup.proposal_extended"
    appeal_until: date
    reason: str
    at: datetime = moment()


@event("followup", "proposal_replied")
class ProposalReplied(CaseMoved):
    """The unit has answered. `rules`: the titles of those that it made or changed."""

    problem_id: str = ""
    rules: tuple[str, ...] = ()
    at: datetime = moment()


@event("followup", "rectification_evaluated")
class RectificationEvaluated(CaseMoved):
    """What 整改评估意见书 needs."""

    subject_told = "followup.rectification_evaluated"
    mark: ProposalMark = chosen()
    addressee: str
    kind_words: str
    marks_words: str
    mark_words: str
    words: str
    evaluated_by_name: str
    at: datetime = moment()


@event("followup", "rectification_returned")
class RectificationReturned(CaseMoved):
    """Once more, by a new day."""

    subject_told = "followup.rectification_returned"
    words: str
    appeal_until: date
    at: datetime = moment()


@event("followup", "proposal_referred")
class ProposalReferred(CaseMoved):
    """The superior of the unit is asked."""

    subject_told = "followup.proposal_referred"
    superior: str
    words: str
    at: datetime = moment()


@event("followup", "proposal_closed")
class ProposalClosed(CaseMoved):
    """销号; it is looked back at later."""

    subject_told = "followup.proposal_closed"
    problem_id: str = ""
    words: str
    at: datetime = moment()


@event("followup", "proposal_recurred")
class ProposalRecurred(CaseMoved):
    """The same problem in the same unit, after it was closed."""

    problem_id: str = ""
    problem_code: str = ""
    later_number: str = ""
    at: datetime = moment()


@event("followup", "proposal_withdrawn")
class ProposalWithdrawn(CaseMoved):
    """撤回. Who never had it, is told nothing."""

    subject_told = "followup.proposal_withdrawn"
    reason: str
    at: datetime = moment()
