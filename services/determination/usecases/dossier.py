"""A determination, or a meeting: fetched with the right to it, and committed with the answer."""

from collections.abc import Callable
from typing import TypeVar

from rongcuo.casework.gaps import require_none
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.ports import OfCase
from rongcuo.chassis.ports import ExecutionContext, UnitOfWork
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.determination import DeterminationView
from rongcuo.contracts.events import Aggregate
from rongcuo.policy.gaps import Gap
from services.determination.access import determinations as access
from services.determination.access import meetings
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination import Determination, Opening, Verb, require_act, today
from services.determination.domain.determination.earlier_findings import (
    is_about,
    is_decided_near,
    require_undecided,
)
from services.determination.domain.meeting import JointMeeting
from services.determination.ports import Cases
from services.determination.presenters.determinations import view_of

C = TypeVar("C", bound=OfCase)
Step = Callable[[ExecutionContext[Cases], C], DeterminationView]    # a use case


def step(verb: Verb, act: Callable[[Determination, C, Occasion], None]) -> Step[C]:
    """The use case of a verb where nothing is asked of others before, and nothing changes beside the case."""
    def stepped(context: ExecutionContext[Cases], command: C) -> DeterminationView:
        with context.unit() as unit:
            case, occasion = fetch(context, unit.store, command.case_id, verb)
            act(case, command, occasion)
            return committed(unit, case, occasion)
    return stepped


def fetch(context: ExecutionContext[Cases], store: Cases, case_id: str, verb: Verb,
          acknowledged: bool = False) -> tuple[Determination, Occasion]:
    """The case, locked, for somebody who has the verb. `acknowledged`: they know what is missing."""
    case = store.determinations.get(case_id)
    access.require(context.actor, verb, case)
    return case, occasion_of(context, case).knowing(acknowledged)


def fetch_beside(context: ExecutionContext[Cases], store: Cases, case_id: str, verb: Verb,
                 acknowledged: bool = False) -> tuple[Determination, Occasion, list[Determination]]:
    """As `fetch`, of a case that knows what others have found about the same act. They are locked with it, in
    the order of their ids: of two that are decided at once the later one sees the earlier one's decision."""
    repository, read = store.determinations, store.determinations.read(case_id)
    access.require(context.actor, verb, read)      # before anything is locked
    beside = (each.id for each in repository.of_subject(read.subject) if is_about(read, each))
    locked = {each: repository.get(each) for each in sorted({case_id, *beside})}
    case = locked[case_id]
    access.require(context.actor, verb, case)
    others = [each for each in locked.values() if each is not case]
    case.look_beside(others)
    return case, occasion_of(context, case).knowing(acknowledged), others


def occasion_of(context: ExecutionContext[Cases], case: Determination | Appeal | JointMeeting) -> Occasion:
    """With the pack that runs it."""
    return Occasion.at(context, case.pack_id, case.division_code)


def appeals_of(store: Cases, case: Determination) -> tuple[Appeal, ...]:
    """The open appeal, if any; locked after the case."""
    return (store.appeals.get(case.open_appeal),) if case.open_appeal else ()


def meeting_fetched(context: ExecutionContext[Cases], store: Cases,
                    meeting_id: str) -> tuple[JointMeeting, Occasion]:
    """Locked, to be changed by somebody who sees it."""
    meeting = store.meetings.get(meeting_id)
    _require_sight(context, store, meeting)
    return meeting, occasion_of(context, meeting)


def meeting_seen(context: ExecutionContext[Cases], store: Cases, meeting_id: str) -> JointMeeting:
    """Not locked: for its agenda, whose cases stay as they were called, and are locked before it."""
    meeting = store.meetings.read(meeting_id)
    _require_sight(context, store, meeting)
    return meeting


def _require_sight(context: ExecutionContext[Cases], store: Cases, meeting: JointMeeting) -> None:
    """Raises `not_found`, also for whom its cases have barred."""
    recused = store.determinations.closed_to(context.actor, meeting.agenda.case_ids)
    meetings.require_sight(context.actor, meeting, recused)


def committed(unit: UnitOfWork[Cases], case: Determination, occasion: Occasion,
              *others: Aggregate) -> DeterminationView:
    """Save the case and what changed with it; the case as the actor may see it now."""
    appeals = unit.store.appeals.of_case(case.id) if case.decisions else ()
    return unit.commit(case, *others, answer=view_of(case, appeals, occasion))


def opened(context: ExecutionContext[Cases], store: Cases, case_id: str, opening: Opening,
           acknowledged: bool = False) -> tuple[Determination, Occasion]:
    """A new case of the actor's organ: run by today's pack, judged by that of the act's first day."""
    actor, rules = context.actor, context.rules
    occasion = occasion_today(context).knowing(acknowledged)
    require_act(opening.act, occasion)
    for earlier in store.determinations.of_subject(opening.subject):
        require_undecided(earlier, opening, access.may_know_of(actor, earlier))
    known = (Gap.OPEN_DECIDED_NEARBY,) if decided_nearby(actor, store, opening) else ()
    require_none(known, occasion)
    judged_by = rules.judging_pack(actor.division_code, opening.act.since)
    year = today(occasion).year
    number = f"容认〔{year}〕{store.determinations.next_number(actor.organ_id, year)}号"
    return Determination.open(case_id, number, opening, judged_by, actor.organ_id, actor.division_code,
                              occasion, known), occasion


def occasion_today(context: ExecutionContext[Cases]) -> Occasion:
    """In the actor's division, of what is not there yet: with the pack and the calendar of today."""
    code, rules = context.actor.division_code, context.rules
    return Occasion(context.actor, context.now, rules.pack(code, context.now.date()), rules.calendar(code))


def decided_nearby(actor: Actor, store: Cases, opening: Opening) -> list[Determination]:
    """Cases of the same person and time that were decided, or voted on, and that the actor may know of."""
    return [each for each in store.determinations.of_subject(opening.subject)
            if is_decided_near(each, opening) and access.may_know_of(actor, each)]
