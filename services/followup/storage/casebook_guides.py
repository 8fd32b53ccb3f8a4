"""Guides as rows: the entries of an area that hold on a day, as somebody reads them."""

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import Session

from rongcuo.contracts.actor import Actor
from rongcuo.policy.calendar import ZONE
from services.followup.domain.casebook import edition_of
from services.followup.storage.casebook import c, read_by

MOST: Final = 300     # entries of a guide


def hold(actor: Actor, today: date) -> ColumnElement[bool]:
    """Published for the actor, and still to be referred to."""
    return and_(read_by(actor), c.valid_until >= today)


def of_area(actor: Actor, area: str, today: date, *columns: Any) -> Select[Any]:
    """In the order of their numbers."""
    return select(*columns).where(hold(actor, today), c.area == area).order_by(
        c.number_order, c.id).limit(MOST)


class GuideRows:
    """The guides (ports.Guides) on one session."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def edition(self, actor: Actor, area: str, now: datetime) -> str:
        found = of_area(actor, area, now.astimezone(ZONE).date(), c.id, c.version)
        entries = [(entry_id, version) for entry_id, version in self.session.execute(found)]
        return edition_of(entries) if entries else ""
