"""What lists of cases ask of their rows: how many there are of each kind, and when the local day begins."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time
from typing import Any

from sqlalchemy import Column, ColumnElement, func, select
from sqlalchemy.orm import Session

from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import ZONE

MOST_COUNTED = 1_000
Condition = ColumnElement[bool]


def require_tab(tab: str, tabs: Iterable[str]) -> None:
    """Raises `invalid` for one that there is not."""
    if tab not in (known := tuple(tabs)):
        raise CaseError("invalid", "tab", {"fields": {"tab": [f"must be one of {', '.join(known)}"]}})


def counted_up(session: Session, key: Column[Any], where: Condition,
               kinds: Mapping[str, Condition]) -> dict[str, int]:
    """How many of each kind, up to MOST_COUNTED: counting on would cost more the more there is."""
    columns = [select(func.count()).select_from(
        select(key).where(where, kind).limit(MOST_COUNTED).subquery()).scalar_subquery().label(name)
        for name, kind in kinds.items()]
    return dict(session.execute(select(*columns)).mappings().one())


def midnight(now: datetime) -> datetime:
    """The beginning of the local day, with which lists compare due dates."""
    return datetime.combine(now.astimezone(ZONE).date(), time(), ZONE)
