"""What is told of a programme. The subject of an event is the programme; none says how the help went."""

from datetime import date, datetime

from rongcuo.contracts.case_moved import CaseMoved
from rongcuo.contracts.events import event
from rongcuo.contracts.fields import chosen, moment
from rongcuo.contracts.followup.programme.enums import BasisKind, Recommendation


@event("followup", "programme_opened")
class ProgrammeOpened(CaseMoved):
    """Somebody will be accompanied. `ends_on`: the last local day of the period."""

    subject_told = "followup.programme_opened"
    basis: BasisKind = chosen()
    basis_number: str
    source_id: str = ""
    ends_on: date
    at: datetime = moment()


@event("followup", "programme_moved")
class ProgrammeMoved(CaseMoved):
    """A step of which the person is told nothing. `what` is its verb; `concerns`: officers it is about."""

    what: str
    actor_id: str
    concerns: tuple[str, ...] = ()
    at: datetime = moment()


@event("followup", "visit_planned")
class VisitPlanned(CaseMoved):
    """The person is told who comes, and when. `appeal_until`: that day, which notify fills in for {until}."""

    subject_told = "followup.visit_planned"
    visit: int
    visitors: str
    appeal_until: date | None = None
    at: datetime = moment()


@event("followup", "visit_recorded")
class VisitRecorded(CaseMoved):
    """What 回访教育谈话情况登记表 needs. Of talks with others than the person it says only that they were.
    The person is told that what they said is there to be read, and put right."""

    subject_told = "followup.visit_recorded"
    visit: int
    whom: str
    unit: str
    visit_kind: str
    visited_on: str
    place: str
    visitors: str
    outline: str
    said: str
    wishes: str
    others: str
    at: datetime = moment()


@event("followup", "step_awaits_signature")
class StepAwaitsSignature(CaseMoved):
    """The record of a step was written: the person is asked to sign it."""

    subject_told = "followup.step_awaits_signature"
    step: str
    at: datetime = moment()


@event("followup", "plan_awaits_signature")
class PlanAwaitsSignature(CaseMoved):
    """A growth plan was written, or revised: the person is asked to sign it."""

    subject_told = "followup.plan_awaits_signature"
    plan_revision: int
    at: datetime = moment()


@event("followup", "unit_evaluated")
class UnitEvaluated(CaseMoved):
    """What 受处理人员所在党组织（单位）评价表 needs. The person is told that their unit has spoken."""

    subject_told = "followup.unit_evaluated"
    whom: str
    unit: str
    organisation: str
    evaluation: str
    at: datetime = moment()


@event("followup", "programme_evaluated")
class ProgrammeEvaluated(CaseMoved):
    """What 回访教育评价意见表 needs, for those inside."""

    whom: str
    unit: str
    basis_words: str
    visited: str
    evaluation: str
    evaluated_by_name: str
    at: datetime = moment()


@event("followup", "end_told")
class EndTold(CaseMoved):
    """期满前告知: the period ends soon. `appeal_until`: its last local day, which notify fills in for
    {until}."""

    subject_told = "followup.end_told"
    appeal_until: date | None = None
    at: datetime = moment()


@event("followup", "period_over")
class PeriodOver(CaseMoved):
    """The period is over, whatever is still to be done about the programme."""

    subject_told = "followup.period_over"
    ended_on: date
    at: datetime = moment()


@event("followup", "programme_completed")
class ProgrammeCompleted(CaseMoved):
    """办结."""

    subject_told = "followup.programme_completed"
    recommendation: Recommendation = chosen()
    note: str
    at: datetime = moment()


@event("followup", "programme_ended")
class ProgrammeEnded(CaseMoved):
    """It ends before the period does. `why`: a `PeriodChange` or a `PersonChange`, that the decision it
    followed from holds no more, or that the person wants no more of it."""

    subject_told = "followup.programme_ended"
    why: str
    at: datetime = moment()


@event("followup", "programme_escalated")
class ProgrammeEscalated(CaseMoved):
    """The level above is asked for help."""

    asked_organ_id: str
    at: datetime = moment()


@event("followup", "care_card_sent")
class CareCardSent(CaseMoved):
    """What 关爱提醒卡 needs."""

    subject_told = "followup.care_card_sent"
    whom: str
    words: str
    reminders: str
    contact: str
    at: datetime = moment()


@event("followup", "care_card_read")
class CareCardRead(CaseMoved):
    """已阅, at that moment."""

    at: datetime = moment()
