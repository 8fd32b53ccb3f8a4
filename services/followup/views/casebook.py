"""One typical case, and the lists of them; among those published, what is looked for."""

from typing import Any, Final

from sqlalchemy import Row, and_, desc, select

from rongcuo.casework.lists import require_tab
from rongcuo.casework.occasion import Occasion
from rongcuo.chassis.database import pagination
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    EntriesPage,
    EntriesQuery,
    EntryLine,
    EntryQuery,
    EntryState,
    EntryView,
)
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.divisions import PROVINCE
from rongcuo.policy.pack.casebook import CasebookRule
from services.followup.access import casebook as access
from services.followup.domain.casebook import UNPUBLISHED
from services.followup.presenters.casebook import view_of
from services.followup.storage import FollowupStorage
from services.followup.storage.casebook import c, seen_inside
from services.followup.storage.casebook_grams import g, matching
from services.followup.storage.casebook_guides import hold

TABS: Final = ("published", "work", "over")
LINE: Final = (c.id, c.number, c.edition, c.title, c.area, c.organ_id, c.state, c.valid_until)
WORK: Final = tuple(each.value for each in UNPUBLISHED)
OUT: Final = (EntryState.WITHDRAWN.value, EntryState.SUPERSEDED.value)
Context = ExecutionContext[FollowupStorage]


def entry(context: Context, query: EntryQuery) -> EntryView:
    """Whole for whoever works on it, masked for everybody else."""
    with context.reading() as store:
        found = store.casebook.read(query.case_id)
        access.require_sight(context.actor, found)
        occasion = Occasion.at(context, found.pack_id, found.division_code)
        return view_of(found, occasion, store.casebook.fits)


def page(context: Context, query: EntriesQuery) -> EntriesPage:
    """Rights and words in one statement. Raises `invalid` for an unknown tab or cursor, and
    `followup.search_too_short`, `followup.search_published` for what can't be looked for."""
    require_tab(query.tab, TABS)
    if query.search and query.tab != "published":
        raise CaseError("followup.search_published")
    actor, today = context.actor, context.now.astimezone(ZONE).date()
    inside = seen_inside(actor)
    shown = {"published": hold(actor, today), "work": and_(inside, c.state.in_(WORK)),
             "over": and_(inside, c.state.in_(OUT))}[query.tab]
    area = (c.area == query.area,) if query.area else ()
    with context.reading() as store:
        sought = matching(store.session, c.id, query.search, access.divisions_of(actor))
        keys = (desc(g.since), desc(g.entry_id)) if sought else (desc(c.since), desc(c.id))
        columns = (*LINE, g.since, g.entry_id) if sought else (*LINE, c.since)
        found = pagination.page(store.session, select(*columns).where(shown, *area, *sought), keys,
                                query.cursor, query.limit)
    rule = rule_of(context)
    return EntriesPage(lines=tuple(_line(row, rule) for row in found.rows), next_cursor=found.cursor or "")


def rule_of(context: Context) -> CasebookRule:
    """Of the actor's own place, today; the province's for who has none."""
    place, today = context.actor.division_code or PROVINCE, context.now.astimezone(ZONE).date()
    return context.rules.pack(place, today).followup.casebook


def _line(row: Row[Any], rule: CasebookRule) -> EntryLine:
    """From the columns alone. An area that the place does not know is called by its code."""
    area = rule.areas.get(row.area)
    return EntryLine(
        case_id=row.id, number=row.number, edition=row.edition, title=row.title, area=row.area,
        area_name=area.name if area else row.area, area_name_en=area.name_en if area else row.area,
        organ_id=row.organ_id, state=EntryState(row.state), valid_until=row.valid_until, at=row.since)
