"""How programmes begin, by what was decided elsewhere, and how they hear that it was decided anew."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeVar

from rongcuo.casework.access import require_caseworker
from rongcuo.casework.apart import apart_of
from rongcuo.casework.asking import Officers, officer_asked, officers_upwards
from rongcuo.casework.case import Case
from rongcuo.casework.leaving import way_up
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.contracts import clarify, determination
from rongcuo.contracts import followup as contract
from rongcuo.contracts.case_moved import CaseMoved, Standing
from rongcuo.contracts.clarify import ConcernedKind
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate, Event
from rongcuo.contracts.followup import Basis, ProgrammeNumber, VisitedPerson
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.pack import FollowupRule
from services.followup.access.programmes import overseen_from
from services.followup.domain.programme import (
    Programme,
    after_clearing,
    after_sanction,
    after_tolerance,
    basis_key,
    person_key,
    same_sanction,
)
from services.followup.domain.programme.beginning import OUTCOMES
from services.followup.ports import Kept, OfSource
from services.followup.presenters.programmes import number_of
from services.followup.usecases import casebook_facts
from services.followup.usecases.asking import account_of
from services.followup.usecases.fetching import Context, files_of, occasion_in, occasion_of

TOLERATED: Final = frozenset(OUTCOMES)
FOLLOWING: Final[tuple[Callable[[Kept], OfSource[Case]], ...]] = (
    lambda store: store.programmes,
    lambda store: store.problems,
    lambda store: store.corrections)
E = TypeVar("E", bound=Event)
Take = Callable[[Context, Kept, E], tuple[Aggregate, ...]]
"""What else follows from an event, in the one transaction that hears it."""


def register_sanction(context: Context, command: contract.RegisterSanction) -> ProgrammeNumber:
    """In the actor's own organ, with the decision. Another lead than who registers gives it to somebody."""
    actor = context.actor
    require_caseworker(actor)
    person = _known(context, command.person)
    decision = files_of(context, command.attachments)
    if command.sanction.effective_on > context.now.astimezone(ZONE).date():
        raise CaseError("followup.day_ahead", details={"day": command.sanction.effective_on.isoformat()})
    with context.unit() as unit:
        programme = _open(context, unit.store, person, actor.organ_id,
                          lambda rule: after_sanction(command.sanction, decision, actor.officer_id, rule))
        programme.require_free(actor.officer_id, actor.units)
        programme.require_not_apart(actor)
        return unit.commit(programme, answer=number_of(programme))


def take_determination(context: Context, event: determination.DeterminationMade,
                       *also: Take[determination.DeterminationMade]) -> None:
    """With tolerance, somebody is accompanied from now on; decided anew without, nobody is any more."""
    stands, subject, tolerated = event.standing, event.subject, event.outcome in TOLERATED
    with context.unit() as unit:
        casebook_facts.keep(unit.store, casebook_facts.of_determination(event))
        there = unit.store.programmes.of_source(stands.matter_id)
        changed = there
        if tolerated and not there:
            person = VisitedPerson(name=subject.name, unit=subject.unit, officer_id=subject.officer_id)
            changed = (_open_after(context, unit.store, person, stands, lambda rule: after_tolerance(
                stands.matter_id, stands.number, event.outcome, event.decided_at.astimezone(ZONE).date(),
                rule)),)
        for programme in there:
            words = f"容错认定：{OUTCOMES[event.outcome]}" if tolerated else programme.basis.words
            programme.keep_from(apart_of(stands), occasion_of(context, programme))
            programme.heed_decision(words, stands.number, tolerated, occasion_of(context, programme))
        others = (each for take in also for each in take(context, unit.store, event))
        unit.commit(*(each for each in changed if each.happened), *others)


def take_revocation(context: Context, event: determination.DeterminationRevoked) -> None:
    """It holds no more, and what followed from it ends."""
    with context.unit() as unit:
        unit.store.casebook.forget_case(event.standing.matter_id)
        there = unit.store.programmes.of_source(event.standing.matter_id)
        for programme in there:
            programme.heed_decision(programme.basis.words, event.standing.number, False,
                                    occasion_of(context, programme))
        unit.commit(*(each for each in there if each.happened))


def take_clearing(context: Context, event: clarify.ClarificationArchived,
                  *also: Take[clarify.ClarificationArchived]) -> None:
    """Carried out and on file: a person who was cleared is accompanied, an organisation is not."""
    stands, concerned = event.standing, event.concerned
    with context.unit() as unit:
        casebook_facts.keep(unit.store, casebook_facts.of_clearing(event))
        opened: tuple[Programme, ...] = ()
        if concerned.kind is ConcernedKind.PERSON and not unit.store.programmes.of_source(stands.matter_id):
            person = VisitedPerson(name=concerned.name, unit=concerned.unit or concerned.name,
                                   post=concerned.post, officer_id=concerned.officer_id)
            opened = (_open_after(context, unit.store, person, stands, lambda rule: after_clearing(
                stands.matter_id, stands.number, event.at.astimezone(ZONE).date(), rule)),)
        unit.commit(*opened, *(each for take in also for each in take(context, unit.store, event)))


def kept_from(store: Kept, source_id: str) -> frozenset[str]:
    """The keys of those from whom a matter is kept, as far as what follows from it was told."""
    there = [each for of in FOLLOWING for each in of(store).read_of_source(source_id)] if source_id else []
    return frozenset[str]().union(*(each.keys_apart for each in there))


def heed_source(context: Context, event: CaseMoved) -> None:
    """What they follow from, or are about, may be kept from more people by now: so are the programme and the
    request for correction, also one that has ended, the problem, and the inside of a typical case. What
    nobody is left for goes up."""
    keys, source = apart_of(event.standing), event.standing.matter_id
    with context.reading() as store:
        there = [(of, each) for of in FOLLOWING for each in of(store).read_of_source(source)]
    widened = [(of, each) for of, each in there if not keys <= each.keys_apart]
    officers = {organ_id: officers_upwards(context, organ_id)
                for organ_id in {each.organ_id for _, each in widened}}
    with context.unit() as unit:
        changed = [of(unit.store).get(each.id) for of, each in widened]
        for case in changed:
            case.keep_from(keys, occasion_of(context, case))
            _go_up(context, case, officers.get(case.organ_id, {}))
        told = [unit.store.casebook.get(each.id) for each in unit.store.casebook.read_of_source(source)
                if not keys <= each.known.apart]
        for entry in told:
            entry.keep_from(keys, occasion_of(context, entry))
        unit.commit(*(each for each in (*changed, *told) if each.happened))


def find_an_organ(context: Context, event: contract.ProgrammeOpened) -> None:
    """Whom an organ's own people may not visit is visited by the nearest one above that has anybody."""
    officers = officers_upwards(context, event.standing.organ_id)
    with context.unit() as unit:
        programme = unit.store.programmes.get(event.standing.matter_id)
        _go_up(context, programme, officers)
        unit.commit(*((programme,) if programme.happened else ()))


def _go_up(context: Context, case: Case, officers: Officers) -> None:
    for _ in () if case.ended else way_up(case, officers):
        case.hand_up(NOBODY_LEFT, occasion_of(context, case))


def _open_after(context: Context, store: Kept, person: VisitedPerson, stands: Standing,
                basis: Callable[[FollowupRule], Basis]) -> Programme:
    return _open(context, store, person, stands.organ_id, basis, apart_of(stands))


def _open(context: Context, store: Kept, person: VisitedPerson, organ_id: str,
          basis: Callable[[FollowupRule], Basis], keys_apart: frozenset[str] = frozenset()) -> Programme:
    """Raises `followup.already_open` where there is one of this person for the same thing."""
    division = overseen_from(organ_id)
    occasion = occasion_in(context, division)
    told = basis(occasion.pack.followup)
    found = store.programmes.of_basis(person_key(person), basis_key(told)) or _of_it(store, person, told)
    if found is not None:
        raise CaseError("followup.already_open", details={"number": found.number})
    year = context.now.astimezone(ZONE).year
    number = f"回访〔{year}〕{store.programmes.next_number(organ_id, year)}号"
    return Programme.open(context.new_id(), number, person, told, organ_id, division, occasion, keys_apart)


def _of_it(store: Kept, person: VisitedPerson, told: Basis) -> Programme | None:
    """Of the same sanction, also one that is over: only who had left may come back to it."""
    keys = {person_key(person), person_key(replace(person, officer_id=""))}
    theirs = (each for key in sorted(keys) for each in store.programmes.of_person(key))
    return next((each for each in theirs if same_sanction(each.basis, told) and not each.left), None)


def _known(context: Context, person: VisitedPerson) -> VisitedPerson:
    """Who has an account is called as identity calls them, and signs themselves, also where it was not
    named."""
    if person.officer_id:
        officer = officer_asked(context, person.officer_id, "followup.person_unknown")
    elif (found := account_of(context, person, context.actor.organ_id)) is not None:
        officer = found
    else:
        return person
    return replace(person, officer_id=officer.officer_id, name=officer.name,
                   unit=officer.unit or officer.organ_name)
