"""Figures of clarifications: from unfounded reports to those that were cleared, and how many working days
each stage took."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from statistics import median_low

from rongcuo.contracts.clarify import (
    ClarificationFigures,
    ClarificationState,
    ConcernedKind,
    Figure,
    Measure,
    StageDays,
)
from services.clarify.domain.clarification.clarification import Clarification
from services.clarify.domain.figures import Count, figure

NOT_CLEARED = frozenset({ClarificationState.REFUSED, ClarificationState.OBJECTED})


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What figures need of a clarification, as JSON holds it, without its content. `matter`: its report, or
    itself where none is linked; `whom`: tells persons apart; `refusal`: of one that stands; `passed`: as
    `Passed`; `left_out`: of an application, as long as no report is linked."""

    matter: str
    whom: str
    kind: str
    approved: bool
    cleared: bool
    visited: bool
    refusal: str
    modes: Sequence[str]
    passed: Sequence[Sequence[str | int | bool]]
    left_out: bool = True      # nobody has looked at those of before
    withdrawn: bool = False


def counted(case: Clarification) -> Counted:
    """Of one."""
    whom = case.concerned.officer_id or f"{case.concerned.name} {case.concerned.unit}"
    return Counted(
        matter=case.report_id or case.id, whom=whom, kind=case.concerned.kind.value,
        approved=case.approved_at is not None, cleared=case.carried_out_at is not None,
        visited=case.visit is not None, refusal=case.refusal if case.state in NOT_CLEARED else "",
        modes=[each.mode.value for each in case.acts], passed=[list(each) for each in case.passed],
        left_out=case.left_out, withdrawn=case.state is ClarificationState.WITHDRAWN)


def figures_of(cases: Iterable[Counted], unfounded: int, alone: Iterable[Counted] = ()
               ) -> ClarificationFigures:
    """`unfounded`: how many reports were found untrue (件), of which these are the clarifications.
    `alone`: what was applied for without a report that was found, which is in no other figure."""
    every = tuple(cases)
    approved = [each for each in every if each.approved]
    cleared = [each for each in every if each.cleared]
    refused = [each for each in every if each.refusal]
    not_all = {each.matter for each in every if not (each.cleared or each.withdrawn)}
    assessed = {each.matter for each in (*approved, *refused)}
    return ClarificationFigures(
        figures=(
            figure("unfounded", Count(Measure.MATTERS, unfounded)),
            figure("assessed", Count(Measure.MATTERS, len(assessed))),
            *_of_whom("to_clear", approved),
            *_of_whom("cleared", cleared),
            figure("acts", Count(Measure.ITEM_TIMES, sum(len(each.modes) for each in cleared)),
                   Counter(mode for each in cleared for mode in each.modes)),
            figure("refused", Count(Measure.ITEM_TIMES, len(refused)),
                   Counter(each.refusal for each in refused)),
            figure("visited", Count(Measure.PERSON_TIMES, sum(each.visited for each in every))),
            figure("applied_alone", Count(Measure.MATTERS, sum(not each.left_out for each in alone)))),
        stages=_stages(every),
        share_cleared=_share(len({each.matter for each in cleared} - not_all), unfounded))


def _of_whom(code: str, cases: Collection[Counted]) -> tuple[Figure, ...]:
    """In each measure of its own."""
    def of(kind: ConcernedKind) -> int:
        return len({each.whom for each in cases if each.kind == kind})
    return (figure(code, Count(Measure.MATTERS, len({each.matter for each in cases}))),
            figure(code, Count(Measure.PERSONS, of(ConcernedKind.PERSON))),
            figure(code, Count(Measure.ORGANISATIONS, of(ConcernedKind.ORGANISATION))))


def _stages(cases: Sequence[Counted]) -> tuple[StageDays, ...]:
    spent: dict[str, list[int]] = {}
    late: Counter[str] = Counter()
    for stage, days, too_late in (each for case in cases for each in case.passed):
        spent.setdefault(str(stage), []).append(int(days))
        late[str(stage)] += bool(too_late)
    return tuple(StageDays(stage=stage, median=median_low(days), ended=len(days), late=late[stage])
                 for stage, days in spent.items())


def _share(part: int, whole: int) -> int | None:
    return min(100, part * 100 // whole) if whole else None
