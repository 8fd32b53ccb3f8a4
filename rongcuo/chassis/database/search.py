"""Words that are looked for in the keys of rows, along an index (docs/adr/0046).

Two ways lead to a page, and nobody knows beforehand which is shorter: to walk the list in its order, where
common words soon are, or to fetch the rows that the index names, of which rare words have few. So they are
tried in turns, further each time. Each is the list's own statement, with its rights: both give the same page.
"""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnElement,
    FromClause,
    Row,
    Select,
    Text,
    cast,
    column,
    func,
    literal,
    or_,
    select,
    table,
    text,
    true,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from rongcuo.chassis.database.deferred import later
from rongcuo.chassis.database.gram_tables import GRAMS, index_of
from rongcuo.chassis.database.pagination import Key, column_of, falls
from rongcuo.chassis.database.statements import among
from rongcuo.texts.folding import APART, sought_words, written_as
from rongcuo.texts.grams import grams_of

AT_FIRST: Final = 1_000      # rows that are walked or fetched
FURTHER: Final = 4           # times as many, when neither has sufficed


def key_column() -> "Column[str]":
    """The key of a row, of what `search_key` makes of its searched values."""
    return Column("sought", Text, nullable=False)


def finds(key: ColumnElement[str], search: str) -> list[ColumnElement[bool]]:
    """Every word somewhere in the key."""
    return [_holds(key, *written_as(word)) for word in sought_words(search)]


class Search:
    """What is looked for in the keys of a table, among the rows of a statement that reads it."""

    def __init__(self, key: "Column[str]", search: str) -> None:
        self._key, self._search = key, search
        self._searched = key.table
        self._found_by = grams_of(search)

    def rows(self, session: Session, wanted: Select[Any], keys: Sequence[Key], most: int
             ) -> Sequence[Row[Any]]:
        """The first of the wanted that hold all words; all, where nothing is looked for."""
        if not self._found_by:
            return session.execute(wanted.order_by(*keys).limit(most)).all()
        far = AT_FIRST
        while True:
            rows, is_all = self._walked(session, wanted, keys, most, far)
            if is_all or len(rows) == most:
                return rows
            named = self._named(session, far + 1)
            if len(named) <= far:
                return self._fetched(session, wanted, keys, most, named)
            far *= FURTHER

    def _walked(self, session: Session, wanted: Select[Any], keys: Sequence[Key], most: int, far: int
                ) -> tuple[Sequence[Row[Any]], bool]:
        """What the first of the list hold; and whether these are the whole list."""
        near = _with(wanted, self._key).order_by(*keys).limit(far).cte("near")
        here = select(near).where(*finds(near.c[self._key.name], self._search))
        first = _in_order(here, near, keys).limit(most).subquery("here")
        count = select(func.count().label("walked")).select_from(near).subquery("walk")
        beside = select(first, count.c.walked).select_from(count.outerjoin(first, true()))
        rows = session.execute(_in_order(beside, first, keys)).all()
        there = [row for row in rows if row._mapping[column_of(keys[0]).name] is not None]
        return there, rows[0].walked < far

    def _named(self, session: Session, most: int) -> Sequence[str]:
        """Ids of rows that may hold the words: no more than so many. What PostgreSQL takes for common (words
        that many have, but never together) it would look for in row after row."""
        on_sqlite = session.get_bind().dialect.name == "sqlite"
        if not on_sqlite:
            later(session, text("SET LOCAL enable_seqscan = off"), {})
        found = session.scalars(self._naming(most, on_sqlite=on_sqlite)).all()
        if not on_sqlite:
            later(session, text("SET LOCAL enable_seqscan = on"), {})
        return found

    def _naming(self, most: int, *, on_sqlite: bool) -> Select[Any]:
        made = self._searched.info[GRAMS]
        if not on_sqlite:
            pieces = " & ".join(each.replace("*", ":*") for each in self._found_by)
            holds = made.c.grams.op("@@")(cast(literal(pieces), TSQUERY))
            return select(made.c.row_id).where(holds).limit(most)
        index = table(index_of(made), column("rowid"), column(index_of(made)))
        pieces = " ".join(each.replace("*", " *") for each in self._found_by)
        places = select(index.c.rowid).where(index.c[index_of(made)].op("MATCH")(pieces)).limit(most)
        return select(made.c.row_id).where(made.c.place.in_(places))

    def _fetched(self, session: Session, wanted: Select[Any], keys: Sequence[Key], most: int,
                 named: Sequence[str]) -> Sequence[Row[Any]]:
        """Fetched before they are put in order: the other way round would be a walk over all rows."""
        among_them = among(session, self._searched.c.id, named)
        inside = wanted.where(among_them, *finds(self._key, self._search)).cte("inside").prefix_with(
            "MATERIALIZED")
        return session.execute(_in_order(select(inside), inside, keys).limit(most)).all() if named else []


def _with(wanted: Select[Any], key: "Column[str]") -> Select[Any]:
    return wanted if key.name in wanted.selected_columns else wanted.add_columns(key)


def _holds(key: ColumnElement[str], word: str, *otherwise: str) -> ColumnElement[bool]:
    ended = key + APART
    return or_(key.contains(word, autoescape=True),
               *(ended.contains(way, autoescape=True) for way in otherwise))


def _in_order(rows: Select[Any], of: FromClause, keys: Sequence[Key]) -> Select[Any]:
    names = ((of.c[column_of(key).name], falls(key)) for key in keys)
    return rows.order_by(*(each.desc() if down else each for each, down in names))
