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
    ClarificationState,
    ClearedAllegation,
    ClearingAct,
    ClearingOpinion,
    Plan,
    ReportOutcome,
    Visit,
    VisitAnswer,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.clock import DeadlineClock
from services.clarify.domain.apart import Somebody, is_one_of, require_not_apart
from services.clarify.domain.clarification import reaching
from services.clarify.domain.clarification.plan import modes_of, require_heeded, require_sound
from services.clarify.domain.clarification.refusal import Objection

LIMITED = frozenset({ClarificationState.ASSESSMENT, ClarificationState.APPROVAL,
                     ClarificationState.CARRYING_OUT})
"""Of which the person can say that it takes too long."""


class Asked(reaching.Put, Protocol):
    """A `Clarification`, which knows them itself."""

    start: ClarificationStart
    organ_id: str
    untrue: Mapping[str, ReportOutcome]
    settled: bool
    allegations: tuple[ClearedAllegation, ...]
    plan: Plan | None
    opinion: ClearingOpinion | None
    objection: Objection | None
    directed: bool
    engaged: frozenset[Holder]
    judges: frozenset[Holder]
    refusers: frozenset[Holder]
    acts: tuple[ClearingAct, ...]
    dropped: dict[ClarificationMode, str]
    carried_out_at: datetime | None
    stage: str
    since: datetime
    clock: DeadlineClock
    complaint: Objection | None
    visit: Visit | None
    visit_answer: VisitAnswer | None

    @property
    def troubled(self) -> bool: ...

    @property
    def opinion_awaited(self) -> bool: ...

    @property
    def asked_organ_id(self) -> str: ...

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
    alone = case.concerned.officer_id and case.signs_in
    guard = actor_is_concerned if alone else concerned_or_caseworker
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
    if case.opinion_awaited and not reaching.is_over(case, reaching.OPINION, occasion):
        raise CaseError("clarify.opinion_awaited",
                        details={"due_on": str(reaching.last_day(case, reaching.OPINION, occasion) or "")})


def opinion_is_heeded(case: Asked, _: Occasion) -> None:
    """What goes further than the person wishes says why."""
    if case.plan is not None:
        require_heeded(case.plan, case.opinion)


def opinion_was_asked(case: Asked, occasion: Occasion) -> None:
    """There is something to answer; they may say otherwise until it is decided, and nobody enters anything in
    place of what they said themselves."""
    if case.opinion_clock is None:
        raise CaseError("clarify.opinion_not_asked")
    require_no_own_word(case, not case.opinion_awaited, occasion)


def actor_is_the_head(case: Asked, occasion: Occasion) -> None:
    """A lead of the organ, who had no hand in it, nor answered an objection to it."""
    actor = occasion.actor
    if not actor.has(Role.LEAD) or actor.organ_id != case.organ_id:
        raise CaseError("clarify.head_wanted", details={"organ_id": case.organ_id})
    if is_one_of(actor, case.engaged | case.judges):
        raise CaseError("clarify.own_proposal", details={"officer_id": actor.officer_id})


def may_be_refused(case: Asked, _: Occasion) -> None:
    """What the next level wants cleared is not refused again; where nothing was found that could be, they may
    object once more."""
    if case.directed and case.untrue:
        raise CaseError("clarify.must_clear")


def objection_remains(case: Asked, occasion: Occasion) -> None:
    """Once to a refusal, in their own words, and in time; to what is late, or dropped, until the next level
    has answered, and again where nothing comes of the answer."""
    if case.state is not ClarificationState.REFUSED:
        _require_complaint(case, occasion)
        return
    if case.objection is not None and case.objection.uses_up:
        raise CaseError("clarify.objected_already")
    if case.object_clock is None or reaching.is_over(case, reaching.REFUSAL, occasion):
        raise CaseError("clarify.objection_late")


def _require_complaint(case: Asked, occasion: Occasion) -> None:
    late = case.state in LIMITED and occasion.is_late(case.clock)
    if not (late or case.dropped):
        raise CaseError("clarify.nothing_to_object")
    said = case.complaint
    if said is None or (said.cleared is not None and said.stage != case.stage):
        return
    limit = occasion.pack.clarification.object_within
    if said.answered_at is None or not occasion.is_late(DeadlineClock(said.answered_at, limit)):
        raise CaseError("clarify.objected_already")


def actor_answers_the_objection(case: Asked, occasion: Occasion) -> None:
    """A lead of the next level, who had no hand in it."""
    actor, wanted = occasion.actor, case.asked_organ_id
    if not wanted:
        raise CaseError("clarify.nothing_to_object")
    if not actor.has(Role.LEAD) or actor.organ_id != wanted:
        raise CaseError("clarify.approver_wanted", details={"organ_id": wanted})
    if is_one_of(actor, case.engaged | case.refusers):
        raise CaseError("clarify.had_a_hand", details={"officer_id": actor.officer_id})


def no_objection_waits(case: Asked, _: Occasion) -> None:
    """What they have objected to is not ended before the next level has answered."""
    if case.asked_organ_id:
        raise CaseError("clarify.objection_awaited", details={"organ_id": case.asked_organ_id})


def no_mode_is_left(case: Asked, _: Occasion) -> None:
    """Each was carried out, or dropped for a reason; the written one was carried out."""
    done = {each.mode for each in case.acts}
    planned = modes_of(case.plan) if case.plan else frozenset()
    if left := (planned - done - case.dropped.keys()) | ({ClarificationMode.WRITTEN} - done):
        raise CaseError("clarify.modes_left", details={"modes": sorted(left)})


def something_was_done_since(case: Asked, _: Occasion) -> None:
    """What was visited and sent back is not finished as it was."""
    if case.visit is not None and not any(each.at >= case.since for each in case.acts):
        raise CaseError("clarify.nothing_done_since")


def require_no_own_word(case: Asked, said: bool, occasion: Occasion) -> None:
    """Nobody enters anything in place of what they have `said` themselves."""
    if said and not is_concerned(case, occasion.actor.officer_id):
        raise CaseError("clarify.own_word_stands")


def is_concerned(case: Asked, officer_id: str) -> bool:
    """Whether it is their own name, or they answer for the organisation."""
    return bool(officer_id) and officer_id == case.concerned.officer_id
