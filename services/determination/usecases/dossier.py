"""A determination: fetched with the right to a verb, committed with the answer."""

from rongcuo.casework.gaps import require_none
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.ports import ExecutionContext, UnitOfWork
from rongcuo.contracts.determination import DeterminationView
from rongcuo.contracts.events import Aggregate
from rongcuo.policy.gaps import Gap
from services.determination.access import determinations as access
from services.determination.domain.appeal import Appeal
from services.determination.domain.determination import Determination, Opening, Verb, require_act, today
from services.determination.ports import Cases
from services.determination.presenters.determinations import view_of


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
    beside = (each.id for each in repository.of_subject(read.subject) if read.is_about(each))
    locked = {each: repository.get(each) for each in sorted({case_id, *beside})}
    case = locked[case_id]
    access.require(context.actor, verb, case)
    others = [each for each in locked.values() if each is not case]
    case.look_beside(others)
    return case, occasion_of(context, case).knowing(acknowledged), others


def occasion_of(context: ExecutionContext[Cases], case: Determination | Appeal) -> Occasion:
    """With the pack that runs the case."""
    return Occasion.at(context, case.pack_id, case.division_code)


def appeals_of(store: Cases, case: Determination) -> tuple[Appeal, ...]:
    """The open appeal, if any; locked after the case."""
    return (store.appeals.get(case.open_appeal),) if case.open_appeal else ()


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
        earlier.require_undecided(opening)
    known = (Gap.OPEN_DECIDED_NEARBY,) if decided_nearby(store, opening) else ()
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


def decided_nearby(store: Cases, opening: Opening) -> list[Determination]:
    """Cases of the same person and time that were decided, or voted on."""
    return [each for each in store.determinations.of_subject(opening.subject)
            if each.is_decided_near(opening)]
