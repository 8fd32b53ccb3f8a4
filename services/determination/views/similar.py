"""The consistency aid: how similar cases of the same prefecture were decided. Nobody is named."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, Row, func, or_, select

from rongcuo.casework.lists import Condition
from rongcuo.casework.visibility import at_or_below
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.determination import Outcome, SimilarCase, SimilarCases, SimilarCasesQuery
from rongcuo.policy.divisions import prefecture_of
from services.determination.access import determinations as access
from services.determination.domain.determination import Determination
from services.determination.storage import CaseStorage
from services.determination.storage.determination_content import flagged
from services.determination.storage.determinations import c, open_to

SUBJECT = "当事人"
LINE: tuple[Column[Any], ...] = (c.id, c.number, c.title, c.situation, c.division_code, c.outcome,
                                 c.subject_name, c.flagged, c.content, c.decided_at)


def similar_cases(context: ExecutionContext[CaseStorage], query: SimilarCasesQuery) -> SimilarCases:
    """For whoever sees the inside of the case. Raises `not_found` or `forbidden`."""
    with context.reading() as store:
        case = store.determinations.read(query.case_id)
        access.require_inside(context.actor, case)
        like = (*_like(case), *_there_for(context.actor))
        decided = select(*LINE).where(*like).order_by(c.decided_at.desc(), c.id.desc()).limit(query.limit)
        rows = store.session.execute(decided).all()
        counted = select(c.outcome, func.count().label("how_many")).where(*like).group_by(c.outcome)
        outcomes = store.session.execute(counted).all()
    context.audit_read("review.similar_cases_read", case.id)
    return SimilarCases(cases=tuple(_similar(row, case) for row in rows),
                        outcomes={row.outcome: row.how_many for row in outcomes})


def _like(case: Determination) -> Iterator[Condition]:
    yield c.outcome != ""
    yield c.id != case.id
    yield at_or_below(c.division_code, prefecture_of(case.division_code) or case.division_code)
    yield or_(c.situation == case.situation if case.situation else c.id == "",
              *(c.flagged.contains(f",{item},", autoescape=True) for item in _items(flagged(case))))


def _there_for(actor: Actor) -> Iterator[Condition]:
    """What is kept from the actor is as little there as in their lists; and of their own unit's they read
    nobody's words."""
    yield open_to(actor, c.id)
    yield c.unit_key.not_in(actor.units)


def _similar(row: Row[Any], case: Determination) -> SimilarCase:
    """Title and reasons without the name of their subject."""
    shared = sorted(_items(row.flagged) & _items(flagged(case)))
    reasons = next(each["terms"]["reasons"] for each in row.content["decisions"]
                   if each["standing"] == "current")
    return SimilarCase(
        case_id=row.id, number=row.number, title=row.title.replace(row.subject_name, SUBJECT),
        situation=row.situation, division_code=row.division_code,
        reasons=reasons.replace(row.subject_name, SUBJECT),
        shared=(*([row.situation] if row.situation and row.situation == case.situation else []), *shared),
        outcome=Outcome(row.outcome), decided_at=row.decided_at)


def _items(flags: str) -> set[str]:
    return set(filter(None, flags.split(",")))
