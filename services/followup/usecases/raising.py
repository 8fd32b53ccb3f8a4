"""How problems are raised by what was decided and learned elsewhere: nobody has to think of it. Each source
raises one at most, however often it is told."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from rongcuo.casework.apart import apart_of
from rongcuo.casework.asking import officers_upwards
from rongcuo.casework.leaving import way_up
from rongcuo.casework.organ_above import NOBODY_LEFT
from rongcuo.contracts import clarify, determination
from rongcuo.contracts import followup as contract
from rongcuo.contracts.case_moved import CaseMoved, Standing
from rongcuo.contracts.clarify import ReportQuery
from rongcuo.contracts.clarify.operations import RETROSPECTIVE
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.filing import OversightQuery, OversightView
from rongcuo.contracts.filing.oversight.operations import OVERSIGHT
from rongcuo.contracts.followup import ProblemSource
from rongcuo.contracts.followup import ProblemSourceKind as Kind
from rongcuo.policy.calendar import ZONE
from services.followup.access.programmes import overseen_from
from services.followup.domain.problem import Marks, Problem, marks_of
from services.followup.ports import Kept
from services.followup.usecases.fetching import Context, occasion_in, occasion_of

NOT_ASKED: Final = frozenset({     # steps of an oversight after which no deviation or retrospective is new
    "plan_checkpoints", "report_progress", "correct", "register_meddling", "require_plan", "post_ended"})
WEAK_POINTS: Final = ("rule_gaps", "power_risks", "oversight_gaps")     # as both retrospectives call them


def after_determination(context: Context, store: Kept,
                        event: determination.DeterminationMade) -> tuple[Aggregate, ...]:
    """Whatever was decided: somebody looks at what it shows to be missing."""
    stands, subject = event.standing, event.subject
    source = ProblemSource(kind=Kind.DETERMINATION, source_id=stands.matter_id, number=stands.number,
                           on=_day(event.decided_at))
    return _raised(context, store, stands, (source,), unit=subject.unit, situation=event.situation,
                   named=marks_of(subject.name), concerned=frozenset({subject.officer_id} - {""}))


def after_clearing(context: Context, store: Kept,
                   event: clarify.ClarificationArchived) -> tuple[Aggregate, ...]:
    """A name was cleared: why it had to be, may show what is missing."""
    stands, concerned = event.standing, event.concerned
    source = ProblemSource(kind=Kind.CLARIFICATION, source_id=stands.matter_id, number=stands.number,
                           on=_day(event.at))
    return _raised(context, store, stands, (source,), unit=concerned.unit or concerned.name,
                   named=marks_of(concerned.name) if concerned.unit else frozenset(),
                   concerned=frozenset({concerned.officer_id} - {""}))


def take_retrospective(context: Context, event: clarify.RetrospectiveWritten) -> None:
    """Of a report: each weak point that it names."""
    stands = event.standing
    told = context.ask(RETROSPECTIVE, ReportQuery(report_id=stands.matter_id)).retrospective
    sources = tuple(
        ProblemSource(kind=Kind.RETROSPECTIVE, source_id=f"{stands.matter_id}:{name}",
                      number=stands.number, on=_day(told.at), words=words)
        for name in WEAK_POINTS if told and (words := getattr(told, name).strip()))
    with context.unit() as unit:
        unit.commit(*_raised(context, unit.store, stands, sources,
                             named=marks_of(told.by_name) if told else frozenset()))


def take_oversight(context: Context, event: CaseMoved) -> None:
    """Of a filing's later life: each deviation, and each weak point of a retrospective. Of two events that
    overtake each other the newer is heard alone, so all are asked for each time."""
    stands = event.standing
    if getattr(event, "what", "") in NOT_ASKED:
        return
    view = context.ask(OVERSIGHT, OversightQuery(oversight_id=stands.matter_id))
    sources = (*_deviations(view), *_retrospectives(view))
    people = marks_of(view.filer_name, *(each.leader_name for each in view.meddlings),
                      *(each.by_name for each in (*view.deviations, *view.retrospectives)))
    with context.unit() as unit:
        unit.commit(*_raised(context, unit.store, stands, sources, unit=view.unit, named=people,
                             concerned=frozenset({view.filer_id} - {""})))


def find_an_organ(context: Context, event: contract.ProblemRaised) -> None:
    """Where too few of an organ's own people are free, the nearest one above that has somebody mends it."""
    officers = officers_upwards(context, event.standing.organ_id)
    with context.unit() as unit:
        problem = unit.store.problems.get(event.standing.matter_id)
        for _ in way_up(problem, officers):
            problem.hand_up(NOBODY_LEFT, occasion_of(context, problem))
        unit.commit(*((problem,) if problem.happened else ()))


def numbered(context: Context, store: Kept, organ_id: str) -> str:
    """The next number of the organ."""
    year = context.now.astimezone(ZONE).year
    return f"问题〔{year}〕{store.problems.next_number(organ_id, year)}号"


def _deviations(view: OversightView) -> Iterator[ProblemSource]:
    for each in view.deviations:
        yield ProblemSource(kind=Kind.DEVIATION, source_id=f"{view.oversight_id}:{each.number}",
                            number=view.number, on=each.on, words=each.what)


def _retrospectives(view: OversightView) -> Iterator[ProblemSource]:
    for number, each in enumerate(view.retrospectives, start=1):
        for name in WEAK_POINTS:
            if words := getattr(each, name).strip():
                yield ProblemSource(
                    kind=Kind.RETROSPECTIVE, number=view.number, on=each.held_on, words=words,
                    source_id=f"{view.oversight_id}:{number}:{name}")


def _raised(context: Context, store: Kept, stands: Standing, sources: tuple[ProblemSource, ...], *,
            unit: str = "", situation: str = "", named: Marks = frozenset(),
            concerned: frozenset[str] = frozenset()) -> tuple[Problem, ...]:
    """One for each that is not known yet, in the organ that has the matter; kept from whom that is."""
    division, known = overseen_from(stands.organ_id), store.problems.known(sources)
    occasion = occasion_in(context, division)
    return tuple(Problem.seen(
        context.new_id(), numbered(context, store, stands.organ_id), each, stands.organ_id, division,
        occasion, unit=unit, situation=situation if situation in occasion.pack.situations else "",
        named=named, concerned=concerned, keys_apart=apart_of(stands))
        for each in sources if each.source_id not in known)


def _day(at: datetime) -> date:
    return at.astimezone(ZONE).date()
