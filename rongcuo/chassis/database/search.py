"""Words that are looked for in the keys of rows, along an index (docs/adr/0046).

First the list's rows are walked in their order, so many for each that is wanted: common words are among them,
however many rows there are. Where that does not suffice, the index names all rows that may hold the words.
Each is the list's own statement, with its rights: whichever answers, the page is the same.
"""

from collections.abc import Sequence
from typing import Any, Final, cast

from sqlalchemy import (
    Column,
    ColumnElement,
    FromClause,
    Row,
    Select,
    Table,
    Text,
    column,
    func,
    literal,
    or_,
    select,
    table,
    true,
)
from sqlalchemy import cast as type_cast
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from rongcuo.chassis.database.gram_tables import GRAMS, index_of
from rongcuo.chassis.database.pagination import Key, column_of, falls
from rongcuo.texts.folding import APART, sought_words, written_as
from rongcuo.texts.grams import grams_of

WALKED: Final = 20       # rows for each that is wanted


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
        self._searched = cast("Table", key.table)
        self._found_by = grams_of(search)

    def rows(self, session: Session, wanted: Select[Any], keys: Sequence[Key], most: int
             ) -> Sequence[Row[Any]]:
        """The first of the wanted that hold all words; all, where nothing is looked for."""
        if not self._found_by:
            return session.execute(wanted.order_by(*keys).limit(most)).all()
        near = _with(wanted, self._key).order_by(*keys).limit(WALKED * most).cte("near")
        here = select(near).where(*finds(near.c[self._key.name], self._search))
        here_first = _in_order(here, near, keys).limit(most).subquery("here")
        walked = select(func.count().label("walked")).select_from(near).subquery("walk")
        beside = select(here_first, walked.c.walked).select_from(walked.outerjoin(here_first, true()))
        rows = session.execute(_in_order(beside, here_first, keys)).all()
        if rows[0].walked < WALKED * most or len(rows) == most:
            return [row for row in rows if row._mapping[column_of(keys[0]).name] is not None]
        return session.execute(self._along_the_index(session, wanted, keys).limit(most)).all()

    def _along_the_index(self, session: Session, wanted: Select[Any], keys: Sequence[Key]) -> Select[Any]:
        """Those that the index names, fetched before they are put in order: the other way round would be a
        walk over all rows wherever the database takes the words for common."""
        named = wanted.where(self._searched.c.id.in_(self._named(session)), *finds(self._key, self._search))
        inside = named.cte("named").prefix_with("MATERIALIZED")
        return _in_order(select(inside), inside, keys)

    def _named(self, session: Session) -> Select[Any]:
        made = self._searched.info[GRAMS]
        if session.get_bind().dialect.name != "sqlite":
            pieces = " & ".join(each.replace("*", ":*") for each in self._found_by)
            return select(made.c.row_id).where(made.c.grams.op("@@")(type_cast(literal(pieces), TSQUERY)))
        index = table(index_of(made), column("rowid"), column(index_of(made)))
        pieces = " ".join(each.replace("*", " *") for each in self._found_by)
        places = select(index.c.rowid).where(index.c[index_of(made)].op("MATCH")(pieces))
        return select(made.c.row_id).where(made.c.place.in_(places))


def _with(wanted: Select[Any], key: "Column[str]") -> Select[Any]:
    return wanted if key.name in wanted.selected_columns else wanted.add_columns(key)


def _holds(key: ColumnElement[str], word: str, *otherwise: str) -> ColumnElement[bool]:
    ended = key + APART
    return or_(key.contains(word, autoescape=True),
               *(ended.contains(way, autoescape=True) for way in otherwise))


def _in_order(rows: Select[Any], of: FromClause, keys: Sequence[Key]) -> Select[Any]:
    names = ((of.c[column_of(key).name], falls(key)) for key in keys)
    return rows.order_by(*(each.desc() if down else each for each, down in names))
