"""What one person filed, for the record of their own doings: as far as the asking actor may see each."""

from typing import Final

from sqlalchemy import select

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.filing import Deviation, FiledBy, FiledByQuery, FiledMatter, FilingState, GuidedOn
from rongcuo.policy.calendar import ZONE
from services.filing.domain import RECEIVED
from services.filing.domain.oversight import Oversight
from services.filing.domain.oversight.facts import is_disputed, is_withdrawn
from services.filing.presenters.oversights import totals
from services.filing.storage import FilingStorage, f, visible_to
from services.filing.storage.oversights import o, table
from services.filing.storage.oversights import visible_to as visible_later

MOST: Final = 200
LINE = (f.id, f.number, f.title, f.organ_id, f.state, f.submitted_at)


def filed_by(context: ExecutionContext[FilingStorage], query: FiledByQuery) -> FiledBy:
    """Drafts are nobody's to see here, also not their own."""
    theirs = select(*LINE).where(
        visible_to(context.actor), f.filer_id == query.filer_id, f.state.in_(sorted(RECEIVED)))
    overseen = select(table).where(visible_later(context.actor), o.filer_id == query.filer_id)
    with context.reading() as store:
        rows = store.session.execute(
            theirs.order_by(f.submitted_at.desc(), f.id.desc()).limit(MOST + 1)).all()
        later = {each.filing_id: each for each in store.oversights.all(overseen)}
    return FiledBy(more=len(rows) > MOST, matters=tuple(FiledMatter(
        filing_id=row.id, number=row.number, title=row.title, organ_id=row.organ_id,
        state=FilingState(row.state), submitted_at=row.submitted_at,
        guidance=_guidance(later.get(row.id)),
        outcomes=totals(later[row.id]) if row.id in later else ()) for row in rows[:MOST]))


def _guidance(matter: Oversight | None) -> tuple[GuidedOn, ...]:
    """In the order in which it was given."""
    found = (each for one in (matter.deviations if matter else ()) for each in _given(one))
    return tuple(sorted(found, key=lambda each: each.on))


def _given(deviation: Deviation) -> tuple[GuidedOn, ...]:
    """What was withdrawn, or is contradicted and not answered, weighs on nobody."""
    if is_withdrawn(deviation) or is_disputed(deviation):
        return ()
    corrected = min((each.on for each in deviation.corrections), default=None)
    return tuple(GuidedOn(on=each.at.astimezone(ZONE).date(), words=each.words, corrected_on=corrected)
                 for each in deviation.guidance)
