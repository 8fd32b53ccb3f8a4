"""What the seats of matters have in common: reading, locking, claiming and saving rows of one table."""

from abc import abstractmethod
from collections.abc import Mapping
from functools import cache
from typing import Any, ClassVar, Generic, TypeVar

from sqlalchemy import ColumnElement, RowMapping, Select, Table, and_, bindparam, select
from sqlalchemy.orm import Session

from rongcuo.chassis.database.statements import compare_and_swap, insert_if_absent, update
from rongcuo.contracts.errors import CaseError
from services.review.domain.matter import Matter

M = TypeVar("M", bound=Matter)


class MatterRows(Generic[M]):
    """A seat (ports.Dated) on one session. A subclass says which table, and how a row is mapped."""

    table: ClassVar[Table]

    def __init__(self, session: Session) -> None:
        self.session = session
        self._locked: dict[str, int] = {}   # versions as read here: nobody can have changed these meanwhile

    @abstractmethod
    def row_of(self, matter: M) -> dict[str, Any]:
        """The row that holds a matter."""

    @abstractmethod
    def matter_of(self, row: RowMapping) -> M:
        """The matter that a row holds."""

    def get(self, matter_id: str) -> M:
        matter = self._one(matter_id, locked=True)
        self._locked[matter.id] = matter.version
        return matter

    def read(self, matter_id: str) -> M:
        return self._one(matter_id, locked=False)

    def open_of(self, organ_id: str) -> tuple[M, ...]:
        wanted = select(self.table).where(self.table.c.organ_id == organ_id, self.is_open())
        return tuple(self.matter_of(row) for row in self.session.execute(wanted).mappings())

    def is_open(self) -> ColumnElement[bool]:
        """Whether something is left to be done about the matter of a row."""
        return ~self.table.c.ended

    def editions(self) -> tuple[tuple[str, str], ...]:
        c = self.table.c
        held = select(c.division_code, c.edition).where(~c.ended).distinct()
        return tuple((division_code, edition) for division_code, edition in self.session.execute(held))

    def claim(self, division_code: str, edition: str, most: int) -> tuple[M, ...]:
        c = self.table.c
        here = and_(~c.ended, c.division_code == division_code, c.edition == edition)
        claimed = select(self.table).where(here).order_by(c.id).limit(most).with_for_update(skip_locked=True)
        return tuple(self.matter_of(row) for row in self.session.execute(claimed).mappings())

    def put(self, matter: M) -> None:
        if not self._write(self.row_of(matter), matter.version - len(matter.happened)):
            raise CaseError("changed_meanwhile", matter.id)

    def _one(self, matter_id: str, *, locked: bool) -> M:
        wanted = _wanted(self.table, locked=locked)
        row = self.session.execute(wanted, {"this": matter_id}).mappings().one_or_none()
        if row is None:
            raise CaseError("not_found")
        return self.matter_of(row)

    def _write(self, row: Mapping[str, Any], before: int) -> bool:
        if before == 0:
            return insert_if_absent(self.session, self.table, row)
        if self._locked.pop(row["id"], None) != before:
            return compare_and_swap(self.session, self.table, row, version=before)
        update(self.session, self.table, row)     # goes with the commit
        return True


@cache
def _wanted(table: Table, *, locked: bool) -> Select[Any]:
    """Put together once, not for every step of every matter."""
    wanted = select(table).where(table.c.id == bindparam("this"))
    return wanted.with_for_update() if locked else wanted
