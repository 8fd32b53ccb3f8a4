"""What must hold before a verb of a programme. A guard raises CaseError and changes nothing."""

from datetime import date, datetime
from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    Basis,
    BasisKind,
    CareCard,
    Escalation,
    EvaluationView,
    ExecutionCheck,
    ExecutionItem,
    GatheredInformation,
    GrowthPlan,
    Mentor,
    StepRecord,
    VisitedPerson,
    VisitRecord,
    VisitState,
)
from rongcuo.contracts.followup import ProgrammeState as State
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.clock import DeadlineClock


class Asked(Protocol):
    """A `Programme`, which knows them itself."""

    organ_id: str
    state: State
    person: VisitedPerson
    basis: Basis
    visits: tuple[VisitRecord, ...]
    records: tuple[StepRecord, ...]
    mentor: Mentor | None
    plans: tuple[GrowthPlan, ...]
    executed: tuple[ExecutionCheck, ...]
    gathered: GatheredInformation | None
    unit_evaluation: EvaluationView | None
    escalations: tuple[Escalation, ...]
    card: CareCard | None
    end_told_at: datetime | None

    @property
    def holders(self) -> frozenset[str]: ...

    @property
    def ends_on(self) -> date: ...

    @property
    def graded(self) -> bool: ...

    def require_free(self, officer_id: str, units: frozenset[str]) -> None: ...


def is_theirs(programme: Asked, officer_id: str) -> bool:
    """Whether it is for this officer."""
    return bool(officer_id) and officer_id == programme.person.officer_id


def actor_is_the_person(programme: Asked, occasion: Occasion) -> None:
    """Whose programme it is."""
    if not is_theirs(programme, occasion.actor.officer_id):
        raise CaseError("followup.not_the_person")


def actor_leads(programme: Asked, occasion: Occasion) -> None:
    """A lead of the organ."""
    actor = occasion.actor
    if not actor.has(Role.LEAD) or actor.organ_id != programme.organ_id:
        raise CaseError("followup.lead_wanted", details={"organ_id": programme.organ_id})


def person_or_caseworker(programme: Asked, occasion: Occasion) -> None:
    """They themselves, or who holds it and was told so."""
    actor = occasion.actor
    if is_theirs(programme, actor.officer_id):
        return
    programme.require_free(actor.officer_id, actor.units)
    if actor.officer_id not in programme.holders:
        raise CaseError("review.not_assigned")


def person_says_it(programme: Asked, occasion: Occasion) -> None:
    """Theirs alone, who can sign in; for others it is entered."""
    guard = actor_is_the_person if programme.person.officer_id else person_or_caseworker
    guard(programme, occasion)


def visit_was_offered(programme: Asked, _: Occasion) -> None:
    """Counselling is a talk: it was made, or the person declined it."""
    settled = (VisitState.MADE, VisitState.DECLINED)
    if programme.state is State.COUNSELLING and not any(each.state in settled for each in programme.visits):
        raise CaseError("followup.visit_missing")


def mentor_and_plan_are_there(programme: Asked, occasion: Occasion) -> None:
    """Help has somebody who gives it, and a plan that both have signed, or had time to."""
    if programme.state is not State.ASSISTANCE:
        return
    if programme.mentor is None:
        raise CaseError("followup.mentor_missing")
    plan = programme.plans[-1] if programme.plans else None
    if plan is None or not (is_signed(plan) or had_time(plan.at, occasion)):
        raise CaseError("followup.plan_not_signed")


def step_is_written(programme: Asked, _: Occasion) -> None:
    """There is a record of the step that is under way."""
    if not any(each.step.value == programme.state.value for each in programme.records):
        raise CaseError("followup.step_not_written")


def person_had_time(programme: Asked, occasion: Occasion) -> None:
    """To read the record, before anybody writes that they do not sign it."""
    if not had_time(programme.records[-1].at, occasion):
        raise CaseError("followup.time_to_read")


def plan_is_there(programme: Asked, _: Occasion) -> None:
    """Something to come forward with."""
    if not programme.plans:
        raise CaseError("followup.plan_missing")


def plan_awaits_somebody(programme: Asked, occasion: Occasion) -> None:
    """A signature is missing, and the actor may give it or enter it."""
    plan_is_there(programme, occasion)
    if is_signed(programme.plans[-1]):
        raise CaseError("followup.signed_already")
    person_or_caseworker(programme, occasion)


def of_a_sanction(programme: Asked, _: Occasion) -> None:
    """Only a sanction is carried out, and only it has an effect period."""
    if programme.basis.kind is not BasisKind.SANCTION:
        raise CaseError("followup.no_sanction")


def of_a_tolerance(programme: Asked, _: Occasion) -> None:
    """A care card is for whoever was tolerated, once until it is read."""
    if programme.basis.kind is not BasisKind.TOLERANCE:
        raise CaseError("followup.no_tolerance")
    if programme.card is not None and programme.card.read_at is None:
        raise CaseError("followup.card_not_read_yet")


def of_a_clearing(programme: Asked, _: Occasion) -> None:
    """Who was cleared has nothing to follow from."""
    if programme.basis.kind is not BasisKind.CLEARING:
        raise CaseError("followup.no_clearing")


def another_has_registered_it(programme: Asked, occasion: Occasion) -> None:
    """A sanction is nobody's word alone: whoever registered it gives it to nobody."""
    if programme.basis.registered_by and programme.basis.registered_by == occasion.actor.officer_id:
        raise CaseError("followup.second_person")


def card_is_open(programme: Asked, _: Occasion) -> None:
    """There is one, which was not read yet."""
    if programme.card is None or programme.card.read_at is not None:
        raise CaseError("followup.no_card")


def no_question_is_open(programme: Asked, occasion: Occasion) -> None:
    """The level above was asked nothing, has answered, or had time to."""
    asked = open_question(programme)
    if asked is not None and not had_time(asked.at, occasion):
        raise CaseError("followup.above_was_asked")


def actor_answers_above(programme: Asked, occasion: Occasion) -> None:
    """A lead of the organ that was asked."""
    actor, asked = occasion.actor, open_question(programme)
    if asked is None:
        raise CaseError("followup.nothing_was_asked")
    if not actor.has(Role.LEAD) or actor.organ_id != asked.organ_id:
        raise CaseError("followup.lead_wanted", details={"organ_id": asked.organ_id})


def period_is_over(programme: Asked, occasion: Occasion) -> None:
    """Nothing is completed before its end."""
    if occasion.now.astimezone(ZONE).date() < programme.ends_on:
        raise CaseError("followup.period_runs", details={"ends_on": programme.ends_on.isoformat()})


def unit_was_heard(programme: Asked, occasion: Occasion) -> None:
    """It has spoken, or had until the end of the period to."""
    over = occasion.now.astimezone(ZONE).date() >= programme.ends_on
    if programme.unit_evaluation is None and not over:
        raise CaseError("followup.unit_not_heard")


def everything_is_done(programme: Asked, _: Occasion) -> None:
    """Gathered, evaluated, the person told, and the sanction carried out."""
    if programme.gathered is None:
        raise CaseError("followup.not_gathered")
    if not programme.graded:
        raise CaseError("followup.not_evaluated")
    if programme.end_told_at is None:
        raise CaseError("followup.end_not_told")
    if programme.basis.kind is BasisKind.SANCTION and (left := unchecked(programme.executed)):
        raise CaseError("followup.not_executed", details={"items": sorted(left)})


def unchecked(executed: tuple[ExecutionCheck, ...]) -> frozenset[ExecutionItem]:
    """Of what it is not known that it was done."""
    return frozenset(ExecutionItem) - {each.item for each in executed}


def had_time(asked_at: datetime, occasion: Occasion) -> bool:
    """Whether whoever was asked then had as long to answer as the rules give: silence holds nothing up."""
    return occasion.is_late(DeadlineClock(asked_at, occasion.pack.followup.answered_within))


def is_signed(plan: GrowthPlan) -> bool:
    """By both."""
    return plan.signed is not None and plan.unit_signed is not None


def open_question(programme: Asked) -> Escalation | None:
    """What the level above has not answered yet."""
    last = programme.escalations[-1] if programme.escalations else None
    return last if last is not None and not last.answer else None
