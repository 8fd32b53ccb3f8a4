"""Row visibility in SQL: what `access.shows` says of one object, said of all rows of a table.

    OWNERSHIP = Ownership(c.organ_id, c.division_code, c.filer_id, c.unit_key, c.first_organ_id)
    select(table).where(shown(access.scopes(actor), actor, OWNERSHIP))
"""

from collections.abc import Collection, Iterable
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, false, or_, true

from rongcuo.casework.access import Ownership, Reading, Scope
from rongcuo.contracts.actor import Actor
from rongcuo.policy.divisions import beginning

Column = ColumnElement[Any]
Condition = ColumnElement[bool]
TRUE: Final[Condition] = true()


def at_or_below(column: Column, division_code: str) -> Condition:
    """Rows of a division and of those below it; of an unknown one, none."""
    shared = beginning(division_code)
    return false() if shared is None else column.startswith(shared, autoescape=True)


class _OfColumns(Reading[Column, Condition]):
    def same(self, held: Column | None, theirs: str) -> Condition:
        return false() if held is None or not theirs else held == theirs

    def one_of(self, held: Column | None, theirs: Collection[str]) -> Condition:
        return false() if held is None or not theirs else held.in_(theirs)

    def at_or_below(self, held: Column, division_code: str) -> Condition:
        return at_or_below(held, division_code)

    def any_of(self, *conditions: Condition) -> Condition:
        return or_(false(), *conditions)

    def all_of(self, *conditions: Condition) -> Condition:
        return and_(true(), *conditions)


_OF_COLUMNS = _OfColumns()


def shown(scopes: Iterable[Scope], actor: Actor, columns: Ownership[Column],
          open_to: Condition = TRUE) -> Condition:
    """Rows that one of these scopes shows to the actor. `open_to`: as in `access.Reading.shown`."""
    return or_(false(), *(_OF_COLUMNS.shown(scope, actor, columns, open_to) for scope in scopes))
