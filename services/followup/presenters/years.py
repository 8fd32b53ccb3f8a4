"""A year of return visits as its view. Pure."""

from collections import Counter
from dataclasses import replace

from rongcuo.casework.occasion import Occasion
from rongcuo.casework.transitions import holds
from rongcuo.contracts.followup import MonthCount, PersonClass, YearNumber, YearView
from services.followup.access import years as access
from services.followup.domain.year import VisitYear, YearVerb


def number_of(year: VisitYear) -> YearNumber:
    """All that a step answers."""
    return YearNumber(case_id=year.id, number=year.number, tag=year.tag)


def view_of(year: VisitYear, seen: frozenset[str], occasion: Occasion) -> YearView:
    """`seen`: the programmes that the reader sees; of the others a plan has no line for them."""
    newest = year.plans[-1]
    counts = Counter((each.on.month, each.person_class) for each in newest.lines)
    plans = tuple(replace(each, lines=tuple(line for line in each.lines if line.programme_id in seen))
                  for each in reversed(year.plans))
    return YearView(
        case_id=year.id, number=year.number, title=year.title, organ_id=year.organ_id, year=year.year,
        state=year.state, plans=plans, report=year.report, due_at=None if year.ended else year.due_at,
        months=tuple(MonthCount(month=month, person_class=each, visits=counts[month, each])
                     for month in range(1, 13) for each in PersonClass if counts[month, each]),
        provisional=year.provisional, late=not year.ended and occasion.now > year.due_at,
        allowed=tuple(verb.value for verb in YearVerb if access.may(occasion.actor, verb, year)
                      and holds(year.require, verb, occasion)),
        history=year.history, tag=year.tag, opened_at=year.opened_at)
