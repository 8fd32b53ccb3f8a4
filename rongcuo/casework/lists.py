"""What lists of cases ask of their rows: in which order, how many of each kind and in whose hands."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, Subquery, func, select
from sqlalchemy.orm import Session

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sorting import CaseSort, RecordSort
from rongcuo.contracts.workload import Load, Workload

MOST_COUNTED = 1_000
Condition = ColumnElement[bool]
Order = tuple[ColumnElement[Any], ...]   # rises or falls as a whole, so that an index can begin anywhere


def require_tab(tab: str, tabs: Iterable[str]) -> None:
    """Raises `invalid` for one that there is not."""
    if tab not in (known := tuple(tabs)):
        raise CaseError("invalid", "tab", {"fields": {"tab": [f"must be one of {', '.join(known)}"]}})


def case_order(sort: CaseSort, due_at: Column[Any], opened_at: Column[Any], *number: Column[Any],
               over: bool) -> Order:
    """`number`: what sets ties in the order of their numbers, and tells any two apart. `over`: of what is
    closed the latest deadline comes first."""
    if sort is CaseSort.NEWEST:
        return _falling(opened_at, *number)
    return _falling(due_at, *number) if over else (due_at, *number)


def record_order(sort: RecordSort, at: Column[Any], *number: Column[Any]) -> Order:
    """Either way along one index: within an organ, numbers are given in the order of days."""
    return (at, *number) if sort is RecordSort.OLDEST else _falling(at, *number)


def _falling(*keys: Column[Any]) -> Order:
    return tuple(key.desc() for key in keys)


def counted_up(session: Session, key: Column[Any], where: Condition,
               kinds: Mapping[str, Condition]) -> dict[str, int]:
    """How many of each kind, up to MOST_COUNTED: counting on would cost more the more there is."""
    columns = [select(func.count()).select_from(
        select(key).where(where, kind).limit(MOST_COUNTED).subquery()).scalar_subquery().label(name)
        for name, kind in kinds.items()]
    return dict(session.execute(select(*columns)).mappings().one())


def summed_up(session: Session, lines: Subquery, kinds: Mapping[str, Condition]) -> dict[str, int]:
    """How many of each kind by the lines of a census (`census.Census.seen_by`), however many they are."""
    columns = [func.coalesce(func.sum(lines.c.n).filter(kind), 0).label(name) for name, kind in kinds.items()]
    return dict(session.execute(select(*columns)).mappings().one())


def in_hand(session: Session, held: Select[Any], officer_id: ColumnElement[str],
            due_today: Condition) -> Workload:
    """What is `held`, a row for each case and officer, by officer."""
    due = func.count().filter(due_today).label("due_today")
    grouped = held.with_only_columns(officer_id, func.count().label("open"), due).group_by(officer_id)
    rows = session.execute(grouped.order_by(officer_id)).mappings()
    return Workload(loads=tuple(Load(**row) for row in rows))
