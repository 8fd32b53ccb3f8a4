"""Whether determinations of one situation end alike in all places."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from sqlalchemy import func, select

from rongcuo.casework.counting.measures import OUTCOMES
from rongcuo.casework.figures import parts_told
from rongcuo.casework.visibility import at_or_below
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.province import (
    ConsistencyQuery,
    ConsistencyView,
    PlaceShares,
    ShareView,
    SituationView,
)
from rongcuo.policy.divisions import PROVINCE, is_at_or_below
from services.province import access
from services.province.domain.shares import outlier
from services.province.storage import ProvinceStorage
from services.province.storage import tables as t

MOST = 100     # doubled numbers that are shown
Ended = Mapping[str, int]     # by outcome


def consistency(context: ExecutionContext[ProvinceStorage], query: ConsistencyQuery) -> ConsistencyView:
    """Each place is held against the whole province; shown are those at or below the reader's division."""
    division_code = context.actor.division_code
    access.require_above(context.actor, division_code)
    m = t.matters.c
    counted: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    with context.reading() as store:
        for row in store.session.execute(
                select(m.situation, m.organ_id, m.outcome, func.count().label("number"))
                .where(m.year == str(query.year), m.outcome != "", m.situation != "")
                .group_by(m.situation, m.organ_id, m.outcome)):
            counted[row.situation][row.organ_id][row.outcome] = row.number
        doubled = store.session.scalars(
            select(m.case_number).where(m.case_number != "").group_by(m.case_number)
            .having(func.count(m.node.distinct()) > 1, func.count(m.node.distinct()) > func.count() - 1)
            .where(at_or_below(m.organ_id, division_code)).order_by(m.case_number).limit(MOST)).all()
    return ConsistencyView(
        year=query.year, doubled=tuple(doubled),
        situations=tuple(_situation(name, places, division_code) for name, places in sorted(counted.items())))


def _situation(name: str, places: Mapping[str, Ended], division_code: str) -> SituationView:
    everywhere: Counter[str] = Counter()
    for ended in places.values():
        everywhere.update(ended)
    return SituationView(
        situation=name, province=_shares(PROVINCE, everywhere, everywhere),
        places=tuple(_shares(organ_id, ended, everywhere) for organ_id, ended in sorted(places.items())
                     if is_at_or_below(organ_id, division_code)))


def _shares(organ_id: str, ended: Ended, everywhere: Ended) -> PlaceShares:
    """A part that is small is not told, nor what would follow from it; so is no outlier that rests on one."""
    numbers = [ended.get(code.value, 0) for code in OUTCOMES]
    whole, *shown = parts_told([sum(numbers), *numbers])
    wholes, every = sum(numbers), sum(everywhere.values())
    return PlaceShares(organ_id=organ_id, of=whole, shares=tuple(
        ShareView(outcome=code, shown=told,
                  outlier=outlier(number, wholes, everywhere.get(code.value, 0), every)
                  if told.isdecimal() else "")
        for code, number, told in zip(OUTCOMES, numbers, shown, strict=True)))
