"""Tracked cases with their tasks."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, exists, func, or_, select
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership
from rongcuo.casework.apart import known_by
from rongcuo.casework.lists import case_order
from rongcuo.casework.visibility import shown
from rongcuo.chassis.database.pagination import page
from rongcuo.chassis.database.write_behind import Gathered
from rongcuo.chassis.triggers import ReceivedEvent
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingSubmitted
from rongcuo.contracts.notify import TasksQuery
from services.notify.access import held_by, scopes
from services.notify.domain.task import Task
from services.notify.domain.tracked_case import TrackedCase
from services.notify.storage.rows import Values, apart_rows, case_of, case_row, holder_row, task_row
from services.notify.storage.session import InSession
from services.notify.storage.tables import apart, matters, task_holders, tasks

OWNERSHIP = Ownership(matters.c.organ_id, matters.c.division_code, matters.c.filer_id, matters.c.unit,
                      matters.c.organ_id)
OPEN = tasks.c.closed_at.is_(None)
THESE = matters.c.id.in_(bindparam("these", expanding=True))
TO_CHANGE = select(matters).where(THESE).order_by(matters.c.id).with_for_update()
TO_REMIND = (select(matters).where(matters.c.remind_at <= bindparam("now")).order_by(matters.c.remind_at)
             .limit(bindparam("most")).with_for_update(skip_locked=True))
THEIRS = tasks.c.matter_id.in_(bindparam("these", expanding=True))
IN_ORDER = (tasks.c.due_at, tasks.c.opened_at, tasks.c.number_order, tasks.c.id)
THEIR_TASKS = select(tasks).where(THEIRS).order_by(tasks.c.place)


class CaseRows(InSession):
    """One session's cases."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._apart: dict[str, dict[str, Values]] = {}      # of each case, as they are written
        self._cases = Gathered(self._rows, matters, lambda one: TrackedCase(id=one), self._read)
        self.case = self._cases.take

    def expect(self, events: Sequence[ReceivedEvent]) -> None:
        """Their matters, and the people of those that begin one: all in one go."""
        self._cases.expect(each.subject for each in events)
        for each in events:
            if isinstance(each.told, FilingSubmitted):
                self._named_soon.add(each.told.filer_id)
                self._organs_soon.add(each.told.organ_id)

    def _read(self, matter_ids: Collection[str]) -> dict[str, TrackedCase]:
        return {case.id: case for case in self._found(TO_CHANGE, {"these": matter_ids})}

    def seen(self, actor: Actor, matter_id: str) -> TrackedCase:
        found = self._found(select(matters).where(matters.c.id == matter_id, _seen_by(actor)))
        if not found:
            raise CaseError("not_found")
        return found[0]

    def put_case(self, case: TrackedCase) -> None:
        self._rows.write(matters, case_row(case))
        self._put_apart(case)
        for place, task in enumerate(case.tasks):
            former = self._rows.write(tasks, task_row(case, place, task))
            self._put_holders(task, former["holders"] if former else ())

    def _put_apart(self, case: TrackedCase) -> None:
        now = apart_rows(case)
        for who, row in self._apart.get(case.id, {}).items():
            if who not in now:
                self._rows.remove(apart, row)
        for row in now.values():
            self._rows.write(apart, row)
        self._apart[case.id] = now

    def _put_holders(self, task: Task, former: Iterable[str]) -> None:
        for holder in former:
            if holder not in task.holders:
                self._rows.remove(task_holders, holder_row(task, holder))
        for holder in task.holders:
            self._rows.write(task_holders, holder_row(task, holder))

    def held_by(self, holder: str, limit: int) -> tuple[TrackedCase, ...]:
        held = select(tasks.c.matter_id).join(task_holders).where(OPEN, task_holders.c.holder == holder)
        ids = self._session.scalars(held.order_by(tasks.c.due_at).limit(limit)).all()
        return tuple(self._in_order(ids))

    def claim_reminders(self, now: datetime, limit: int) -> tuple[TrackedCase, ...]:
        return tuple(self._found(TO_REMIND, {"now": now, "most": limit}))

    def with_open_task(self, matter_ids: Iterable[str]) -> set[str]:
        wanted = list(matter_ids)
        found: set[str] = set()
        for start in range(0, len(wanted), 500):
            held = select(tasks.c.matter_id).join(task_holders).where(
                OPEN, tasks.c.matter_id.in_(wanted[start:start + 500]))
            found |= set(self._session.scalars(held))
        return found

    def open_tasks(self) -> int:
        return self._session.scalar(select(func.count()).select_from(tasks).where(OPEN)) or 0

    def tasks_page(self, actor: Actor, query: TasksQuery) -> tuple[list[tuple[TrackedCase, Task]], str]:
        wanted = select(tasks.c.matter_id, *IN_ORDER).where(_listed_for(actor))
        wanted = wanted if query.include_closed else wanted.where(OPEN)
        order = case_order(query.sort, *IN_ORDER, over=False)
        found = page(self._session, wanted, order, query.cursor, query.limit)
        by_id = {task.id: (case, task) for case in self._in_order({row.matter_id for row in found.rows})
                 for task in case.tasks}
        return [by_id[row.id] for row in found.rows], found.cursor or ""

    def _in_order(self, ids: Iterable[str]) -> list[TrackedCase]:
        wanted = list(dict.fromkeys(ids))
        found = {each.id: each for each in self._found(select(matters).where(matters.c.id.in_(wanted)))}
        return [found[one] for one in wanted]

    def _found(self, query: Select[Any], values: Values | None = None) -> list[TrackedCase]:
        rows = self._session.execute(query, values).all()
        under_review = [row.id for row in rows if row.content["review"]]
        of: defaultdict[str, list[Row[Any]]] = defaultdict(list)
        if under_review:
            for task in self._session.execute(THEIR_TASKS, {"these": under_review}):
                of[task.matter_id].append(task)
        return [self._remembered(case_of(row, of[row.id])) for row in rows]

    def _remembered(self, case: TrackedCase) -> TrackedCase:
        self._rows.remember(matters, case_row(case))
        self._apart[case.id] = apart_rows(case)
        for row in self._apart[case.id].values():
            self._rows.remember(apart, row)
        for place, task in enumerate(case.tasks):
            self._rows.remember(tasks, task_row(case, place, task))
            for holder in task.holders:
                self._rows.remember(task_holders, holder_row(task, holder))
        return case


def _seen_by(actor: Actor) -> ColumnElement[bool]:
    """The actor's row scope in SQL, and what they have or had to do something about."""
    held = select(tasks.c.matter_id).join(task_holders).where(task_holders.c.holder == actor.officer_id)
    return or_(matters.c.id.in_(held), shown(scopes(actor), actor, OWNERSHIP))


def _listed_for(actor: Actor) -> ColumnElement[bool]:
    """Their own tasks, and what waits in their queues of matters of which they are not apart."""
    held, keys = task_holders.c, sorted(known_by(actor))
    apart_from = exists().where(apart.c.matter_id == tasks.c.matter_id, apart.c.who.in_(keys))
    return exists().where(
        held.task_id == tasks.c.id, held.holder.in_(held_by(actor)),
        or_(held.holder == actor.officer_id, ~apart_from))
