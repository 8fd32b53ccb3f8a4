"""What is told of determinations."""

from datetime import date, datetime

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.clarify.enums import ReportDisposal
from rongcuo.contracts.determination.content import Act, DecisionTerms, Rectification, Subject
from rongcuo.contracts.determination.enums import Initiation, Outcome
from rongcuo.contracts.events import Event, event
from rongcuo.contracts.fields import chosen, moment


@event("determination", "determination_opened")
class DeterminationOpened(CaseMoved):
    """A determination case began."""

    initiation: Initiation = chosen()
    subject: Subject
    act: Act
    situation: str = ""
    clue_number: str = ""
    opened_at: datetime = moment()


@event("determination", "clue_disposed")
class ClueDisposed(Event):
    """A clue was disposed of, and the tolerance question answered. `case_id` is empty where none was
    opened."""

    clue_id: str
    clue_number: str
    organ_id: str
    tolerance_arises: bool
    case_id: str = ""
    disposal: ReportDisposal = chosen()
    at: datetime = moment()


@event("determination", "determination_moved")
class DeterminationMoved(CaseMoved):
    """A step that changes no outcome. `what` is its verb (assign, recuse, accept, form_team, suspend, resume,
    extend, link_filing, add_evidence, record_finding, record_statement, write_facts_material,
    answer_negative_item, assess, report, return, give_feedback, put_on_agenda, new_calendar …); `concerns`:
    officers it is about; `note` only what every party may read."""

    what: str
    actor_id: str
    concerns: tuple[str, ...] = ()
    note: str = ""
    at: datetime = moment()


@event("determination", "determination_refused")
class DeterminationRefused(CaseMoved):
    """不予受理."""

    subject: Subject
    reasons: str
    refused_by_name: str
    at: datetime = moment()


@event("determination", "determination_withdrawn")
class DeterminationWithdrawn(CaseMoved):
    """The applicant took the application back."""

    reason: str
    at: datetime = moment()


@event("determination", "determination_made")
class DeterminationMade(CaseMoved):
    """A decision: the first, or, with `replaces`, a correction or the change on appeal. What its letters
    need.

    `decision_id` is the case's id and the decision's number in it, such as `…-1`. `basis`: meeting,
    negative_list,
    correction or appeal. `appeal_until`: the last local day of the appeal period."""

    decision_id: str
    replaces: str
    basis: str
    subject: Subject
    act: Act
    initiation: Initiation = chosen()
    outcome: Outcome = chosen()
    terms: DecisionTerms
    situation: str = ""
    negative_items: tuple[str, ...] = ()
    filing_numbers: tuple[str, ...] = ()
    meeting_id: str = ""
    decided_by_name: str = ""
    appeal_until: date | None = None
    decided_at: datetime = moment()


@event("determination", "determination_revoked")
class DeterminationRevoked(CaseMoved):
    """A decision no longer holds; the case is open again. `subject` is missing in what was told before there
    was a letter of it."""

    decision_id: str
    reasons: str
    subject: Subject | None = None
    at: datetime = moment()


@event("determination", "feedback_given")
class FeedbackGiven(CaseMoved):
    """反馈: what the feedback letter needs. `answer`: what the subject said to it; the rest is the
    decision's. `appeal_until` is empty where it is final."""

    decision_id: str
    subject: Subject
    note: str
    given_by_name: str
    answer: str = ""
    effects: str = ""
    rectification: Rectification | None = None
    appeal_until: date | None = None
    outcome: Outcome = chosen()
    at: datetime = moment()


@event("determination", "record_filed")
class RecordFiled(CaseMoved):
    """备案, and the notice to the personnel body (函告组织人事部门)."""

    decision_id: str
    subject: Subject
    body: str
    note: str = ""
    effects: str = ""
    outcome: Outcome = chosen()
    at: datetime = moment()
