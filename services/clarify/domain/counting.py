"""Figures of reports: how they came in, by whom, about whom and what, and how many came again."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Final

from rongcuo.contracts.clarify import Figure, Measure, ReportedPerson, ReportFigures
from services.clarify.domain.figures import Count, figure
from services.clarify.domain.report import Report

UNIT: Final = "unit"                # where a unit is reported, nobody's level
UNSORTED: Final = "unsorted"        # nobody has put it into categories yet
FIRST, REPEATED = "first", "repeated"


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What figures need of a report, as JSON holds it, without its content. `categories`: in both levels;
    each of them, and of `levels`, once, in however many allegations it stands. Of what was passed up nothing
    is there: it is counted, and in no part of a figure."""

    channel: str
    kind: str
    origin: str
    turn: str
    categories: Collection[str]
    levels: Collection[str]


def counted(report: Report) -> Counted | None:
    """Of one; None where it is in no figures: nobody sees it yet, or somebody who reads them is named."""
    if report.left_out or not report.seen_by_any:
        return None
    if report.passed_to:
        return Counted(channel="", kind="", origin="", turn="", categories=(), levels=())
    codes = {code for each in report.allegations for code in each.categories or (UNSORTED,)}
    tops = {code.partition(".")[0] for code in codes}
    return Counted(
        channel=report.channel.value, kind=report.kind.value, origin=report.origin.value,
        turn=REPEATED if report.repeats else FIRST, categories=sorted(codes | tops),
        levels=sorted({_level_of(each.person) for each in report.allegations}))


def figures_of(reports: Iterable[Counted]) -> ReportFigures:
    """All in 件; of what several may be true of one report, the sum is more than there are."""
    every = tuple(reports)
    whole = Count(Measure.MATTERS, len(every))
    return ReportFigures(figures=(
        figure("reports", whole),
        *(figure(code, whole, Counter(filter(None, (getattr(each, code) for each in every))))
          for code in ("channel", "kind", "origin", "turn")),
        _overlapping("categories", whole, (each.categories for each in every)),
        _overlapping("levels", whole, (each.levels for each in every))))


def _overlapping(code: str, whole: Count, labels: Iterable[Collection[str]]) -> Figure:
    return figure(code, whole, Counter(chain.from_iterable(labels)), overlap=True)


def _level_of(person: ReportedPerson) -> str:
    return person.level.value if person.name or person.officer_id else UNIT
