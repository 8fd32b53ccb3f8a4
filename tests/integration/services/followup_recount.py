"""What the follow-up has in its own ledger and rows, counted from the outside."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from rongcuo.casework.case import Case
from rongcuo.chassis.triggers import Query, Tick
from rongcuo.contracts import followup
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.followup import ProblemState, VisitState
from rongcuo.contracts.insight import Code
from rongcuo.policy.calendar import ZONE
from services.followup.domain.problem import Problem
from tests.unit.followup import scene as programmes
from tests.unit.followup_problems import scene as problems
from tests.unit.followup_proposals import scene as proposals

Counts = Counter[tuple[str, str, str]]
Lines = Callable[[Any], Counter[str]]     # of a kind of event: how many lines each subject has
COUNTED = tuple(each.type_name() for each in (
    followup.ProgrammeOpened, followup.VisitRecorded, followup.ProgrammeCompleted, followup.ProposalDelivered,
    followup.ProposalClosed, followup.ProposalWithdrawn, followup.RuleEntered, followup.ProblemClosed))


def come_up_again() -> Problem:
    """It was closed, and has a second rule since it is open again."""
    problem = problems.closed()
    problem.recur(programmes.TODAY, "", "又调用了一次", later())
    problem.enter_rule(problems.RULE, later())
    return problem


def closed_again() -> Problem:
    """Both rules, and mended once."""
    problem = come_up_again()
    problem.close("两项制度都已施行", programmes.by(programmes.LEAD, programmes.at(4, 3)))
    return problem


def later() -> Any:
    return programmes.by(programmes.WANG, programmes.at(4, 2))


def played(context: Any) -> None:
    """Each kind in each of its states, and problems that came up again."""
    every: list[Case] = [*_several("p", programmes.CASES.values()), *_several("b", proposals.CASES.values())]
    every += _several("q", (*problems.CASES.values(), come_up_again, closed_again))
    with context(Tick()).unit() as unit:
        unit.commit(*every)


def _several(mark: str, made: Iterable[Callable[[], Case]]) -> Iterator[Case]:
    """Each under an id of its own, and so that none is taken for the same as another."""
    for number, make in enumerate(made, start=1):
        case: Any = make()
        case.id = f"{mark}{number}"
        case.happened = [(version, replace(event, standing=replace(event.standing, matter_id=case.id)))
                         for version, event in case.happened]
        if isinstance(case, Problem):
            case.sources = tuple(replace(each, source_id=f"{case.id}-{place}")
                                 for place, each in enumerate(case.sources))
        elif mark == "p":
            case.basis = programmes.replace_number(case.basis, case.id)
        yield case


def recounted(context: Any, lines: Lines) -> Counts:
    """Of whom there are lines says the ledger; where and when, and what stands of it now, their rows."""
    with context(Query(), SYSTEM).reading() as store:
        return _of_programmes(store, lines) + _of_proposals(store, lines) + _of_problems(store, lines)


def _of_programmes(store: Any, lines: Lines) -> Counts:
    counts: Counts = Counter()
    visits = lines(followup.VisitRecorded)
    for subject, told in lines(followup.ProgrammeOpened).items():
        programme = store.programmes.read(subject)
        made = [each for each in programme.visits if each.state is VisitState.MADE]
        assert visits[subject] == len(made), "a line for each visit"
        counts[_in(programme, programme.opened_at, Code.PROGRAMMES)] += told
        counts.update((programme.first_organ_id, f"{each.on:%Y}", str(Code.VISITS)) for each in made)
    for subject in lines(followup.ProgrammeCompleted):
        programme = store.programmes.read(subject)
        counts[_in(programme, programme.decided_at, Code.COMPLETED)] += 1
    return counts


def _of_proposals(store: Any, lines: Lines) -> Counts:
    """But for those that were taken back."""
    counts: Counts = Counter()
    delivered, closed = lines(followup.ProposalDelivered), lines(followup.ProposalClosed)
    for subject in delivered.keys() - lines(followup.ProposalWithdrawn).keys():
        proposal = store.proposals.read(subject)
        counts[_in(proposal, proposal.delivered_at, Code.PROPOSALS)] += 1
        if subject in closed:
            counts[_in(proposal, proposal.closed_at, Code.ANSWERED)] += 1
    return counts


def _of_problems(store: Any, lines: Lines) -> Counts:
    """Those that are over, by whatever end; mended are those that are closed."""
    counts: Counts = Counter()
    ruled, closed = lines(followup.RuleEntered), lines(followup.ProblemClosed)
    for subject in ruled.keys() | closed.keys():
        problem = store.problems.read(subject)
        entered = [each.at for each in problem.history if each.what == "enter_rule"]
        assert ruled[subject] == len(entered) == len(problem.rules), "a line for each rule"
        if problem.ended:
            counts.update(_in(problem, at, Code.RULES) for at in entered)
        if problem.state is ProblemState.CLOSED:
            counts[_in(problem, problem.decided_at, Code.MENDED)] += 1
    return counts


def _in(case: Case, at: datetime, code: Code) -> tuple[str, str, str]:
    """At the organ where it began: nothing is counted anew where another has it by now."""
    return case.first_organ_id, f"{at.astimezone(ZONE):%Y}", str(code)
