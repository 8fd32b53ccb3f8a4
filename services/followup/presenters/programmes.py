"""A programme as its view. Pure: the use cases answer with it, and so do the queries."""

from collections.abc import Iterable
from dataclasses import replace

from rongcuo.casework.holding import held_by
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.presenters import recusal_views
from rongcuo.casework.transitions import holds
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.followup import (
    ChangeRecord,
    DutyView,
    ProgrammeNumber,
    ProgrammeView,
    TalkWith,
    VisitRecord,
)
from rongcuo.contracts.followup.programme.enums import PersonChange
from rongcuo.policy.calendar import ZONE
from services.followup.access import programmes as access
from services.followup.domain.programme import FOLLOWING, Duty, Programme, is_theirs
from services.followup.domain.programme import ProgrammeVerb as Verb

INSIDE = frozenset({
    Verb.RECUSE, Verb.HAND_UP, Verb.CLASSIFY, Verb.GATHER, Verb.EVALUATE,
    Verb.ESCALATE, Verb.ANSWER_ESCALATION, Verb.EXTEND_EXECUTION})
PERSON_CHANGES = frozenset(each.value for each in PersonChange)


def view_of(programme: Programme, occasion: Occasion) -> ProgrammeView:
    """As the asking actor may see it, with what they may do now. The person sees all that is about them, but
    not what others said of them in talks apart, what was gathered inside, and how those inside found the
    help."""
    inside, rule = access.sees_inside(occasion.actor, programme), occasion.pack.followup
    own_class = rule.classes[programme.person_class.value]
    duties = programme.duties(occasion)
    return ProgrammeView(
        case_id=programme.id, number=programme.number, title=programme.title, organ_id=programme.organ_id,
        division_code=programme.division_code, pack_id=programme.pack_id, person=programme.person,
        basis=programme.basis, state=programme.state, held_by=held_by(programme), tag=programme.tag,
        theirs=is_theirs(programme, occasion.actor.officer_id), person_class=programme.person_class,
        assignee_id=programme.assignee_id,
        assignee_name=programme.assignee.name if programme.assignee else "",
        begins_on=programme.basis.since, ends_on=programme.ends_on, duties=tuple(map(_duty, duties)),
        visits=programme.visits if inside else tuple(map(_for_the_person, programme.visits)),
        requests=programme.requests, records=programme.records, mentor=programme.mentor,
        plans=programme.plans, milestones=programme.milestones, executed=programme.executed,
        gathered=programme.gathered if inside else None,
        unit_evaluation=programme.unit_evaluation, evaluation=programme.evaluation if inside else None,
        escalations=programme.escalations if inside else (),
        changes=programme.changes if inside else _changes(programme.changes), remarks=programme.remarks,
        card=programme.card, recommendation=programme.recommendation,
        closing_words=programme.closing_words, end_told_at=programme.end_told_at,
        least_visitors=rule.visitors_at_least, most_visits=rule.formal_visits_a_year,
        illustrative=own_class.source.illustrative, recusals=recusal_views(programme) if inside else (),
        late=is_late(programme, duties, occasion), due_at=None if programme.ended else programme.due_at,
        provisional=programme.provisional, allowed=allowed(programme, occasion),
        history=_told(programme.history, inside), opened_at=programme.opened_at)


def number_of(programme: Programme) -> ProgrammeNumber:
    """All that a command answers."""
    return ProgrammeNumber(case_id=programme.id, number=programme.number, tag=programme.tag)


def allowed(programme: Programme, occasion: Occasion) -> tuple[str, ...]:
    """The verbs this actor may use now: by their post or their name, and by the programme itself."""
    return tuple(verb.value for verb in Verb if verb not in FOLLOWING
                 and access.may(occasion.actor, verb, programme)
                 and holds(programme.require, verb, occasion.knowing()))


def is_late(programme: Programme, duties: Iterable[Duty], occasion: Occasion) -> bool:
    """Something was due on a day that is over, and is not done."""
    today = occasion.now.astimezone(ZONE).date()
    return not programme.ended and any(not each.done and each.due_on < today for each in duties)


def _duty(duty: Duty) -> DutyView:
    return DutyView(kind=duty.kind, due_on=duty.due_on, done=duty.done, visit=duty.visit,
                    provisional=duty.provisional)


def _for_the_person(visit: VisitRecord) -> VisitRecord:
    """With their own talk alone; the outline is the visitors'."""
    own = tuple(each for each in visit.talks if each.with_whom is TalkWith.PERSON)
    return replace(visit, talks=own, outline="")


def _changes(changes: tuple[ChangeRecord, ...]) -> tuple[ChangeRecord, ...]:
    """Of what happened to the person, why it was decided so is the organ's own."""
    return tuple(replace(each, words="") if each.what in PERSON_CHANGES else each for each in changes)


def _told(history: tuple[HistoryEntry, ...], inside: bool) -> tuple[HistoryEntry, ...]:
    """Steps of which the person is told nothing are not in theirs."""
    return history if inside else tuple(each for each in history if each.what not in INSIDE)
