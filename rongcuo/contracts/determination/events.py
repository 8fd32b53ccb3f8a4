"""What review tells of determinations, meetings and appeals.

The subject of an event is the case, the meeting or the appeal. Each carries the `Standing` after it: notify's
tasks follow from that alone. No event tells how somebody voted before the votes are revealed, nor an
assessment's
content.
"""

from dataclasses import dataclass
from datetime import date, datetime

from rongcuo.contracts.determination.content import Act, DecisionTerms, Subject
from rongcuo.contracts.determination.words import Disposal, Initiation, Outcome
from rongcuo.contracts.events import Event, event
from rongcuo.contracts.message import chosen, moment


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Where a case, a meeting or an appeal stands, and who has to act by when.

    `kind`: determination, meeting or appeal. `holders`: officers with the task; empty: the organ's queue.
    `parties`: officers with a part in the matter, who hear nothing of its inside. `ended`: no task any more.
    """

    kind: str
    matter_id: str
    number: str
    title: str
    organ_id: str
    division_code: str
    pack_id: str
    stage: str
    subject_id: str = ""
    holders: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    provisional: bool = False
    suspended: bool = False
    ended: bool = False
    due_at: datetime = moment()


@event("review", "determination_opened")
@dataclass(frozen=True, kw_only=True)
class DeterminationOpened(Event):
    """A determination case began."""

    standing: Standing
    initiation: Initiation = chosen()
    subject: Subject
    act: Act
    situation: str = ""
    clue_number: str = ""
    opened_at: datetime = moment()


@event("review", "clue_disposed")
@dataclass(frozen=True, kw_only=True)
class ClueDisposed(Event):
    """A clue was disposed of, and the tolerance question answered. `case_id` is empty where none was
    opened."""

    clue_id: str
    clue_number: str
    organ_id: str
    tolerance_arises: bool
    case_id: str = ""
    disposal: Disposal = chosen()
    at: datetime = moment()


@event("review", "determination_moved")
@dataclass(frozen=True, kw_only=True)
class DeterminationMoved(Event):
    """A step that changes no outcome. `what` is its verb (assign, recuse, accept, form_team, suspend, resume,
    extend, link_filing, add_evidence, record_finding, record_statement, write_facts_material,
    answer_negative_item, assess, report, return, give_feedback, new_calendar …); `concerns`: officers it is
    about;
    `note` only what every party may read."""

    standing: Standing
    what: str
    actor_id: str
    concerns: tuple[str, ...] = ()
    note: str = ""
    at: datetime = moment()


@event("review", "determination_refused")
@dataclass(frozen=True, kw_only=True)
class DeterminationRefused(Event):
    """不予受理."""

    standing: Standing
    subject: Subject
    reasons: str
    refused_by_name: str
    at: datetime = moment()


@event("review", "determination_withdrawn")
@dataclass(frozen=True, kw_only=True)
class DeterminationWithdrawn(Event):
    """The applicant took the application back."""

    standing: Standing
    reason: str
    at: datetime = moment()


@event("review", "determination_made")
@dataclass(frozen=True, kw_only=True)
class DeterminationMade(Event):
    """A decision: the first, or, with `replaces`, a correction or the change on appeal. What its letters
    need.

    `decision_id` is the case's id and the decision's number in it, such as `…-1`. `basis`: meeting,
    negative_list,
    correction or appeal. `appeal_until`: the last local day of the appeal period."""

    standing: Standing
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


@event("review", "determination_revoked")
@dataclass(frozen=True, kw_only=True)
class DeterminationRevoked(Event):
    """A decision no longer holds; the case is open again."""

    standing: Standing
    decision_id: str
    reasons: str
    at: datetime = moment()


@event("review", "feedback_given")
@dataclass(frozen=True, kw_only=True)
class FeedbackGiven(Event):
    """反馈: what the feedback letter needs."""

    standing: Standing
    decision_id: str
    subject: Subject
    note: str
    given_by_name: str
    outcome: Outcome = chosen()
    at: datetime = moment()


@event("review", "record_filed")
@dataclass(frozen=True, kw_only=True)
class RecordFiled(Event):
    """备案, and the notice to the personnel body (函告组织人事部门)."""

    standing: Standing
    decision_id: str
    subject: Subject
    body: str
    effects: str = ""
    outcome: Outcome = chosen()
    at: datetime = moment()


@event("review", "meeting_moved")
@dataclass(frozen=True, kw_only=True)
class MeetingMoved(Event):
    """A step of a joint meeting. `what`: convene, recuse_member, call_roll, open_vote, adjourn, cancel,
    write_minutes, sign_minutes. `members` are invited; `case_ids` on the agenda."""

    standing: Standing
    what: str
    actor_id: str
    chair_id: str
    case_ids: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    concerns: tuple[str, ...] = ()
    item_id: str = ""
    place: str = ""
    note: str = ""
    meets_at: datetime = moment()
    at: datetime = moment()


@event("review", "ballot_sealed")
@dataclass(frozen=True, kw_only=True)
class BallotSealed(Event):
    """Somebody voted. `commitment`: SHA-256 of salt, choice and reason; opened with all others."""

    standing: Standing
    item_id: str
    member_id: str
    commitment: str
    at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class OpenedBallot:
    """A ballot with the salt of its commitment, in hexadecimal."""

    member_id: str
    member_name: str
    choice: str
    reason: str
    salt: str


@event("review", "ballots_revealed")
@dataclass(frozen=True, kw_only=True)
class BallotsRevealed(Event):
    """All votes of an item at once. `result`: the choice that has the pack's majority, or `no_majority`."""

    standing: Standing
    item_id: str
    case_id: str
    question: str
    result: str
    ballots: tuple[OpenedBallot, ...] = ()
    at: datetime = moment()


@event("review", "minutes_concluded")
@dataclass(frozen=True, kw_only=True)
class MinutesConcluded(Event):
    """The last member signed the minutes; what 会议纪要 needs."""

    standing: Standing
    chair_name: str
    minutes: str
    place: str = ""
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    recused: tuple[str, ...] = ()
    resolved: tuple[str, ...] = ()   # one sentence for each item, in Chinese
    minority: tuple[str, ...] = ()   # minority opinions, in Chinese
    met_at: datetime = moment()
    at: datetime = moment()


@event("review", "appeal_lodged")
@dataclass(frozen=True, kw_only=True)
class AppealLodged(Event):
    """申诉: the subject appeals against a decision."""

    standing: Standing
    case_id: str
    decision_id: str
    lodged_at: datetime = moment()


@event("review", "appeal_moved")
@dataclass(frozen=True, kw_only=True)
class AppealMoved(Event):
    """A step of an appeal: form_panel, withdraw, new_calendar."""

    standing: Standing
    case_id: str
    what: str
    actor_id: str
    concerns: tuple[str, ...] = ()
    at: datetime = moment()


@event("review", "appeal_decided")
@dataclass(frozen=True, kw_only=True)
class AppealDecided(Event):
    """`upheld`: the decision stands; otherwise a milder one follows as `DeterminationMade` of the case."""

    standing: Standing
    case_id: str
    decision_id: str
    upheld: bool
    reasons: str
    outcome: Outcome = chosen()
    decided_at: datetime = moment()
