"""What was determined about one person, for the record of their own doings: as far as the asking actor may
see each. Before a decision was made there is nothing: the person is told with it."""

from typing import Final

from sqlalchemy import select

from rongcuo.casework.apart import apart_of
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.actor import Role
from rongcuo.contracts.determination import DecidedAbout, DecidedAboutQuery, DecidedCase
from services.determination.storage import CaseStorage
from services.determination.storage.determinations import c, table, visible_to

MOST: Final = 200
LINE = (c.id, c.number, c.title, c.organ_id, c.outcome, c.decided_at)


def decided_about(context: ExecutionContext[CaseStorage], query: DecidedAboutQuery) -> DecidedAbout:
    theirs = select(*LINE).where(visible_to(context.actor), c.subject_id == query.subject_id, c.outcome != "")
    with context.reading() as store:
        rows = store.session.execute(theirs.order_by(c.decided_at.desc(), c.id.desc()).limit(MOST + 1)).all()
        kept = _kept_from(store, [row.id for row in rows]) if context.actor.has(Role.SYSTEM) else {}
    return DecidedAbout(more=len(rows) > MOST, cases=tuple(DecidedCase(
        case_id=row.id, number=row.number, title=row.title, organ_id=row.organ_id, outcome=row.outcome,
        decided_at=row.decided_at, keys_apart=kept.get(row.id, ())) for row in rows[:MOST]))


def _kept_from(store: CaseStorage, case_ids: list[str]) -> dict[str, tuple[str, ...]]:
    cases = store.determinations.all(select(table).where(c.id.in_(case_ids)))
    return {each.id: tuple(sorted(apart_of(each.standing()))) for each in cases}
