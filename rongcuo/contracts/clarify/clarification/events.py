"""What is told of a clarification. The subject of an event is the case; none says who reported."""

from datetime import date, datetime

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.clarify.clarification.enums import ClarificationStart
from rongcuo.contracts.clarify.procedures import Concerned
from rongcuo.contracts.events import event, upcast
from rongcuo.contracts.fields import chosen, moment


@event("clarify", "clarification_proposed", version=2)
class ClarificationProposed(CaseMoved):
    """The organ asks itself whether to clear somebody, who hears nothing of it yet. Whom, is asked of clarify
    by whoever may see it."""

    report_id: str
    start: ClarificationStart = chosen(default=ClarificationStart.HANDLER)
    at: datetime = moment()


upcast("clarify.clarification_proposed.v1", ClarificationProposed)(dict)     # which named them


@event("clarify", "clarification_applied_for")
class ClarificationAppliedFor(CaseMoved):
    """Somebody applied to be cleared."""

    subject_told = "clarify.clarification_applied_for"
    concerned: Concerned
    at: datetime = moment()


@event("clarify", "clarification_begun")
class ClarificationBegun(CaseMoved):
    """The report is closed, and whether to clear whoever was asked in it is under way: they know of the
    report, and hear of this."""

    subject_told = "clarify.clarification_begun"
    at: datetime = moment()


@event("clarify", "clarification_moved")
class ClarificationMoved(CaseMoved):
    """A step of which the person concerned is told nothing. `what` is its verb; `concerns`: officers it is
    about."""

    what: str
    actor_id: str
    concerns: tuple[str, ...] = ()
    at: datetime = moment()


@event("clarify", "clarification_opinion_asked")
class ClarificationOpinionAsked(CaseMoved):
    """What 拟澄清告知书 needs. `said`: a line for each allegation, here and below."""

    subject_told = "clarify.clarification_opinion_asked"
    whom: str
    said: str
    modes: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    appeal_until: date | None = None    # by which to say what they think of it; notify fills {until} with it
    at: datetime = moment()


@event("clarify", "clarification_approved")
class ClarificationApproved(CaseMoved):
    """What 澄清审批表 needs. `source_number`: of the report, which says nothing of who made it."""

    subject_told = "clarify.clarification_approved"
    report_id: str
    whom: str
    unit: str
    post: str
    source_number: str
    effects: str
    opinion: str
    recommendation: str
    review_opinion: str
    approved_by_name: str
    said: str
    note: str = ""
    false_accusation: str = ""
    grounds: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    at: datetime = moment()


@event("clarify", "clarification_written")
class ClarificationWritten(CaseMoved):
    """What 澄清函 needs: the written mode, in the words that were previewed."""

    head: str
    whom: str
    said: str
    audiences: tuple[str, ...] = ()
    at: datetime = moment()


@event("clarify", "clarification_carried_out")
class ClarificationCarriedOut(CaseMoved):
    """What 实施记录 needs: a line for each mode that was carried out, and each that was not. `reach`: 人次,
    for one and the same person may be there in two modes."""

    subject_told = "clarify.clarification_carried_out"
    report_id: str
    whom: str
    acts: str
    dropped: str = ""
    persons_words: str = ""
    reach: int = 0
    at: datetime = moment()


@event("clarify", "clarification_archived")
class ClarificationArchived(CaseMoved):
    """What 澄清归档单 needs: it is on file, `personnel_body` was told, and it lies in the 廉政档案 where
    `filed` says so in words."""

    report_id: str
    concerned: Concerned
    archive_number: str
    personnel_body: str = ""
    integrity_file: bool = False
    whom: str = ""
    said: str = ""
    modes: tuple[str, ...] = ()
    filed: str = ""
    at: datetime = moment()


@event("clarify", "clarification_copied")
class ClarificationCopied(CaseMoved):
    """What the letter to the personnel body (函告组织人事部门) needs."""

    personnel_body: str
    whom: str
    unit: str
    post: str
    said: str
    at: datetime = moment()


@event("clarify", "clarification_visited")
class ClarificationVisited(CaseMoved):
    """Somebody was visited, and what was written down of it is theirs to read and to put right.
    `appeal_until`: at least until that day, and from when they read it."""

    subject_told = "clarify.clarification_visited"
    appeal_until: date | None = None
    at: datetime = moment()


@event("clarify", "clarification_closed")
class ClarificationClosed(CaseMoved):
    """Visited, and told of the result."""

    subject_told = "clarify.clarification_closed"
    report_id: str
    note: str
    at: datetime = moment()


@event("clarify", "clarification_refused")
class ClarificationRefused(CaseMoved):
    """What 不予澄清告知书 needs. `ground_code` is the pack's; `appeal_until`: the last local day of an
    objection, empty where there was one."""

    subject_told = "clarify.clarification_refused"
    report_id: str
    whom: str
    ground_code: str
    ground: str
    reasons: str
    refused_by_name: str
    appeal_until: date | None = None
    at: datetime = moment()


@event("clarify", "clarification_objected")
class ClarificationObjected(CaseMoved):
    """异议: it waits for the next level."""

    subject_told = "clarify.clarification_objected"
    at: datetime = moment()


@event("clarify", "clarification_objection_answered")
class ClarificationObjectionAnswered(CaseMoved):
    """What the next level says; `cleared`: the organ has to clear. `result`: that in words, for the
    letter."""

    subject_told = "clarify.clarification_objection_answered"
    whom: str
    cleared: bool
    result: str
    reasons: str
    answered_by_organ_id: str
    at: datetime = moment()


@event("clarify", "clarification_withdrawn")
class ClarificationWithdrawn(CaseMoved):
    """Whoever applied took it back; or the report, before its end, was found otherwise."""

    report_id: str
    at: datetime = moment()


@event("clarify", "unit_asked")
class UnitAsked(CaseMoved):
    """A unit was asked to do its part of a clearing, by that day."""

    ask_id: str
    unit: str
    what: str
    until: date
    at: datetime = moment()
