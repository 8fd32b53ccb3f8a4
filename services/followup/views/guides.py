"""The guides, and who has read them."""

from sqlalchemy import func, select

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    NOTICE,
    AreaLine,
    Areas,
    AreasQuery,
    GuideEntry,
    GuideQuery,
    GuideView,
    ReadingLine,
    ReadingsQuery,
    ReadingsView,
)
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.pack.casebook import Area
from services.followup.access import casebook as access
from services.followup.domain.casebook import edition_of
from services.followup.storage import FollowupStorage
from services.followup.storage.casebook import c, readings, table
from services.followup.storage.casebook_content import entry_in
from services.followup.storage.casebook_guides import hold, of_area
from services.followup.views.casebook import rule_of

Context = ExecutionContext[FollowupStorage]
r = readings.c


def guide(context: Context, query: GuideQuery) -> GuideView:
    """As the actor reads it today, and whether they were asked to."""
    actor, today = context.actor, context.now.astimezone(ZONE).date()
    area = _area(context, query.area)
    with context.reading() as store:
        rows = store.session.execute(of_area(actor, area.code, today, table)).mappings().all()
        entries = [entry_in(row) for row in rows]
        edition = edition_of((each.id, each.version) for each in entries) if entries else ""
        asked = store.session.execute(select(readings).where(
            r.organ_id == actor.organ_id, r.area == area.code, r.edition == edition,
            r.officer_id == actor.officer_id)).mappings().first()
    return GuideView(
        area=area.code, area_name=area.name, area_name_en=area.name_en,
        illustrative=area.source.illustrative, edition=edition, as_of=today, notice=NOTICE,
        entries=tuple(GuideEntry(case_id=each.id, number=each.number, text=each.masked,
                                 until=each.validity.until) for each in entries if each.validity),
        asked_by=asked["assigned_by"] if asked else "", read_by=asked["read_by"] if asked else None,
        read_at=asked["read_at"] if asked else None, may_assign=access.leads(actor) and bool(entries))


def areas(context: Context, _: AreasQuery) -> Areas:
    """Those of the actor's place, each with how many entries it has for them."""
    actor, today = context.actor, context.now.astimezone(ZONE).date()
    with context.reading() as store:
        counted = select(c.area, func.count()).where(hold(actor, today)).group_by(c.area)
        many: dict[str, int] = {row[0]: row[1] for row in store.session.execute(counted)}
        asked = select(r.area, r.edition).where(
            r.officer_id == actor.officer_id, r.organ_id == actor.organ_id, r.read_at.is_(None))
        unread = {area for area, edition in store.session.execute(asked).all()
                  if edition == store.guides.edition(actor, area, context.now)}
    return Areas(lines=tuple(
        AreaLine(area=each.code, name=each.name, name_en=each.name_en, entries=many.get(each.code, 0),
                 unread=each.code in unread) for each in rule_of(context).areas.values()))


def read_by_whom(context: Context, query: ReadingsQuery) -> ReadingsView:
    """For the leads: everybody of the organ who was asked or has read, each by the edition they read last;
    counted are those of the edition that stands now."""
    actor = context.actor
    access.require_lead(actor)
    area = _area(context, query.area)
    with context.reading() as store:
        edition = store.guides.edition(actor, area.code, context.now)
        found = store.session.execute(select(readings).where(
            r.organ_id == actor.organ_id, r.area == area.code).order_by(r.assigned_at, r.id)).mappings()
        latest = {row["officer_id"]: row for row in found}
    lines = tuple(ReadingLine(
        officer_id=row["officer_id"], name=row["officer_name"], edition=row["edition"],
        current=row["edition"] == edition, assigned_by=row["assigned_by"], read_by=row["read_by"],
        assigned_at=row["assigned_at"], read_at=row["read_at"]) for row in latest.values())
    current = [each for each in lines if each.current]
    return ReadingsView(area=area.code, edition=edition, asked=len(current), lines=lines,
                        read=sum(each.read_at is not None for each in current))


def _area(context: Context, code: str) -> Area:
    known = rule_of(context).areas
    if code not in known:
        raise CaseError("followup.area_unknown", details={"area": code})
    return known[code]
