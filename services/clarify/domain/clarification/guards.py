"""What must hold before a verb of a clarification. A guard raises CaseError and changes nothing."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.actor import Role
from rongcuo.contracts.clarify import (
    ClarificationMode,
    ClarificationStart,
    ClearedAllegation,
    ClearingAct,
    ClearingOpinion,
    Concerned,
    Plan,
    ReportOutcome,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.clock import DeadlineClock
from services.clarify.domain.apart import Somebody, is_one_of, require_not_apart
from services.clarify.domain.clarification.plan import modes_of, require_heeded, require_sound
from services.clarify.domain.clarification.refusal import Objection


class Asked(Protocol):
    """A `Clarification`, which knows them itself."""

    concerned: Concerned
    start: ClarificationStart
    organ_id: str
    untrue: Mapping[str, ReportOutcome]
    settled: bool
    allegations: tuple[ClearedAllegation, ...]
    plan: Plan | None
    opinion: ClearingOpinion | None
    opinion_clock: DeadlineClock | None
    object_clock: DeadlineClock | None
    objection: Objection | None
    directed: bool
    engaged: frozenset[Holder]
    refusers: frozenset[Holder]
    acts: tuple[ClearingAct, ...]
    dropped: dict[ClarificationMode, str]
    carried_out_at: datetime | None

    @property
    def holders(self) -> frozenset[str]: ...

    def is_apart(self, somebody: Somebody) -> bool: ...


def actor_is_concerned(case: Asked, occasion: Occasion) -> None:
    """It is theirs, or their organisation's, alone."""
    if not is_concerned(case, occasion.actor.officer_id):
        raise CaseError("clarify.not_concerned")


def concerned_or_caseworker(case: Asked, occasion: Occasion) -> None:
    """They write themselves; of others only somebody free of the organ, who holds it or leads there, enters
    what they have on paper."""
    actor = occasion.actor
    if is_concerned(case, actor.officer_id):
        return
    require_not_apart(case, actor)
    leads = actor.has(Role.LEAD) and actor.organ_id == case.organ_id
    if not leads and actor.officer_id not in case.holders:
        raise CaseError("review.not_assigned")


def concerned_says_it(case: Asked, occasion: Occasion) -> None:
    """Theirs alone, who can sign in: nobody answers or objects for them, in words of their own."""
    guard = actor_is_concerned if case.concerned.officer_id else concerned_or_caseworker
    guard(case, occasion)


def applied_for(case: Asked, _: Occasion) -> None:
    """What the organ itself began, the person cannot end."""
    if case.start is not ClarificationStart.APPLICATION:
        raise CaseError("clarify.not_an_application")


def stays_with_its_report(case: Asked, _: Occasion) -> None:
    """What the next level wants cleared, is not exchanged for less."""
    if case.directed and case.untrue:
        raise CaseError("clarify.must_clear")


def report_is_linked(case: Asked, _: Occasion) -> None:
    """Nobody is cleared of what nobody has looked into."""
    if not case.untrue:
        raise CaseError("clarify.report_missing")


def report_is_settled(case: Asked, _: Occasion) -> None:
    """Nobody is told of a report, or refused, before it is over: what was found may still change."""
    if case.untrue and not case.settled:
        raise CaseError("clarify.report_open")


def plan_is_sound(case: Asked, _: Occasion) -> None:
    """There is a plan, of all that was found untrue and of nothing else, and written is in it."""
    if case.plan is None:
        raise CaseError("clarify.plan_missing")
    require_sound(case.plan, case.allegations, case.untrue)


def opinion_is_known(case: Asked, occasion: Occasion) -> None:
    """The person was asked about this very plan, and has answered, or had the time to."""
    if case.opinion_clock is None:
        raise CaseError("clarify.opinion_not_asked")
    if case.opinion is None and not occasion.is_late(case.opinion_clock):
        raise CaseError("clarify.opinion_awaited",
                        details={"due_on": occasion.due(case.opinion_clock).date.isoformat()})


def opinion_is_heeded(case: Asked, _: Occasion) -> None:
    """What goes further than the person wishes says why."""
    if case.plan is not None:
        require_heeded(case.plan, case.opinion)


def opinion_was_asked(case: Asked, _: Occasion) -> None:
    """There is something to answer, and it was not answered yet."""
    if case.opinion_clock is None or case.opinion is not None:
        raise CaseError("clarify.opinion_not_asked")


def actor_is_the_head(case: Asked, occasion: Occasion) -> None:
    """A lead of the organ, who has not proposed it themselves."""
    actor = occasion.actor
    if not actor.has(Role.LEAD) or actor.organ_id != case.organ_id:
        raise CaseError("clarify.head_wanted", details={"organ_id": case.organ_id})
    if is_one_of(actor, case.engaged):
        raise CaseError("clarify.own_proposal", details={"officer_id": actor.officer_id})


def may_be_refused(case: Asked, _: Occasion) -> None:
    """What the next level wants cleared is not refused again."""
    if case.directed:
        raise CaseError("clarify.must_clear")


def objection_remains(case: Asked, occasion: Occasion) -> None:
    """Once, and in time."""
    if case.objection is not None:
        raise CaseError("clarify.objected_already")
    if case.object_clock is None or occasion.is_late(case.object_clock):
        raise CaseError("clarify.objection_late")


def actor_answers_the_objection(case: Asked, occasion: Occasion) -> None:
    """A lead of the next level, who had no hand in it."""
    actor, wanted = occasion.actor, case.objection.organ_id if case.objection else ""
    if not actor.has(Role.LEAD) or actor.organ_id != wanted:
        raise CaseError("clarify.approver_wanted", details={"organ_id": wanted})
    if is_one_of(actor, case.engaged | case.refusers):
        raise CaseError("clarify.had_a_hand", details={"officer_id": actor.officer_id})


def no_mode_is_left(case: Asked, _: Occasion) -> None:
    """Each was carried out, or dropped for a reason; the written one was carried out."""
    done = {each.mode for each in case.acts}
    planned = modes_of(case.plan) if case.plan else frozenset()
    if left := (planned - done - case.dropped.keys()) | ({ClarificationMode.WRITTEN} - done):
        raise CaseError("clarify.modes_left", details={"modes": sorted(left)})


def is_concerned(case: Asked, officer_id: str) -> bool:
    """Whether it is their own name, or they answer for the organisation."""
    return bool(officer_id) and officer_id == case.concerned.officer_id
