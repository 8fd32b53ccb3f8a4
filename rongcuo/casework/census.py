"""How many rows are alike, so that a figure is a sum over few lines and not a look at every row.

    CENSUS = Census("review_census", METADATA, OWNERSHIP, {"state": as_is(c.state), …})

Rows that are alike in every fact are one line with their number. A repository that has a census tells it of
each row that it writes, as it was and as it is; the difference goes into the lines in the same transaction
(docs/adr/0050). Recusals stand in no line: who is barred has those few rows taken off when they ask.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    BigInteger,
    Column,
    ColumnElement,
    Date,
    Integer,
    MetaData,
    Select,
    String,
    Subquery,
    Table,
    and_,
    cast,
    delete,
    event,
    func,
    literal,
    or_,
    select,
    true,
    tuple_,
    union_all,
)
from sqlalchemy.orm import Session

from rongcuo.casework.access import Ownership, Scope
from rongcuo.casework.recounting import Recount
from rongcuo.casework.visibility import Condition, shown
from rongcuo.chassis.database.statements import raise_by, upsert
from rongcuo.contracts.actor import Actor

Row = Mapping[Any, Any]
WAITING: Final = "census"       # of a session: what its rows changed in the lines, until the commit


@dataclass(frozen=True, slots=True)
class Fact:
    """What rows are alike in: said of all of them in SQL, and of one row as it is read and written."""

    sql: ColumnElement[Any]
    of: Callable[[Row], Any]


def as_is(column: Column[Any]) -> Fact:
    """As it stands in the row. Never null, for it is part of a key."""
    return Fact(column, itemgetter(column.name))


class Counted(NamedTuple):
    """A row in the census: in which line, with which amounts."""

    line: tuple[Any, ...]
    amounts: tuple[int, ...]


class Census:
    """Of one table. `within`: which of its rows are counted at all. `adds`: what is summed up beside the
    number of rows."""

    def __init__(self, name: str, metadata: MetaData, of: Ownership[Column[Any]],
                 facts: Mapping[str, Fact], *,
                 within: Fact | None = None, adds: tuple[Column[Any], ...] = ()) -> None:
        self._of = of
        self._facts = {"organ_id": as_is(of.organ_id), "division_code": as_is(of.division_code), **facts}
        self._within = within or Fact(true(), lambda _row: True)
        self._adds = adds
        self.table: Final = Table(
            name, metadata,
            *(Column(each, fact.sql.type, primary_key=True) for each, fact in self._facts.items()),
            Column("n", Integer, nullable=False),
            *(Column(each.name, BigInteger, nullable=False) for each in adds))
        self._amounts = [self.table.c[each] for each in ("n", *(each.name for each in adds))]

    def counted(self, row: Row) -> Counted | None:
        """As what a row is counted; None for one that is not."""
        if not self._within.of(row):
            return None
        return Counted(tuple(fact.of(row) for fact in self._facts.values()),
                       (1, *(row[each.name] for each in self._adds)))

    def moved(self, session: Session, before: Counted | None, now: Counted | None) -> None:
        """A row was that, and is this: the lines follow with the commit."""
        if before == now:
            return
        if WAITING not in session.info:
            session.info[WAITING] = {}
            event.listen(session, "before_commit", _write)
        lines = session.info[WAITING].setdefault(self, defaultdict(lambda: [0] * len(self._amounts)))
        for sign, counted in ((-1, before), (1, now)):
            if counted:
                for place, amount in enumerate(counted.amounts):
                    lines[counted.line][place] += sign * amount

    def raise_lines(self, session: Session, lines: Mapping[tuple[Any, ...], list[int]]) -> None:
        """In one order, so that two who raise several never wait for each other."""
        if rows := [self._row(line, lines[line]) for line in sorted(lines) if any(lines[line])]:
            raise_by(session, self.table, [each.name for each in self._amounts], *rows)

    def rows(self, sign: int = 1) -> Select[Any]:
        """Every row that is counted, as a line of its own."""
        facts = [fact.sql.label(name) for name, fact in self._facts.items()]
        amounts = [(sign * each).label(each.name) for each in self._adds]
        return select(*facts, literal(sign).label("n"), *amounts).where(self._within.sql)

    def seen_by(self, scopes: frozenset[Scope], actor: Actor, barred: Condition) -> Subquery:
        """Lines that sum up to what the actor sees, exactly: those of their post, less the rows in which they
        are `barred`, and what is their own or their unit's besides."""
        own, posts, lines = scopes & {Scope.OWN_UNIT}, scopes - {Scope.OWN_UNIT}, self.table.c
        by_post = shown(posts, actor, self._of)
        parts = [select(self.table).where(shown(
            posts, actor, Ownership(lines.organ_id, lines.division_code)))]
        if posts:
            parts.append(self.rows(-1).where(barred, by_post, ~shown(scopes, actor, self._of, ~barred)))
        if own:
            parts.append(self.rows().where(shown(own, actor, self._of), ~by_post))
        return union_all(*parts).subquery()

    def next_organ(self, session: Session, after: str) -> str | None:
        """The next that has rows or lines."""
        columns = (self._of.organ_id, self.table.c.organ_id)
        found = union_all(*(select(func.min(each).label("organ")).where(each > after) for each in columns))
        organ_id: str | None = session.scalar(select(func.min(found.subquery().c.organ)))
        return organ_id

    def differing(self, session: Session, organ_id: str) -> dict[tuple[Any, ...], list[int]]:
        """What an organ's lines lack of its rows. Both are read by one statement, so that whoever commits
        meanwhile changes both or neither."""
        said = select(*(self.table.c[each] for each in self._facts), *(-each for each in self._amounts))
        both = union_all(said.where(self.table.c.organ_id == organ_id),
                         self.rows().where(self._of.organ_id == organ_id)).subquery()
        facts, amounts = list(both.c)[:len(self._facts)], list(both.c)[len(self._facts):]
        sums = [cast(func.sum(each), BigInteger) for each in amounts]
        wanted = select(*facts, *sums).group_by(*facts).having(or_(*(each != 0 for each in sums)))
        return {tuple(row[:len(facts)]): list(row[len(facts):]) for row in session.execute(wanted)}

    def sweep(self, session: Session) -> None:
        """Lines that count nothing any more, but for those that somebody is raising."""
        key = tuple_(*self.table.primary_key)
        empty = select(*self.table.primary_key).where(*(each == 0 for each in self._amounts))
        session.execute(delete(self.table).where(key.in_(empty.with_for_update(skip_locked=True))))

    def _row(self, line: tuple[Any, ...], amounts: list[int]) -> dict[str, Any]:
        named = zip((each.name for each in self._amounts), amounts, strict=True)
        return {**dict(zip(self._facts, line, strict=True)), **dict(named)}


def _write(session: Session) -> None:
    """Last of all, in the breath of the commit: whoever waits for a line waits for one flush."""
    if not session.in_nested_transaction():
        waiting, session.info[WAITING] = session.info[WAITING], {}
        for census in sorted(waiting, key=lambda each: each.table.name):
            census.raise_lines(session, waiting[census])


def round_table(name: str, metadata: MetaData) -> Table:
    """How far the recount of each census has come, in which night."""
    return Table(name, metadata, Column("census", String(64), primary_key=True),
                 Column("night", Date, nullable=False), Column("organ_id", String(64), nullable=False))


class Recounts:
    """The recount of some censuses (recounting.Recounts) on one session."""

    def __init__(self, session: Session, rounds: Table, *censuses: Census) -> None:
        self._session, self._rounds, self._censuses = session, rounds, censuses

    def step(self, night: date) -> Recount | None:
        for census in self._censuses:
            after = self._reached(census, night)
            if organ_id := census.next_organ(self._session, after):
                return self._recount(census, night, organ_id)
        return None

    def sweep(self) -> None:
        for census in self._censuses:
            census.sweep(self._session)

    def _reached(self, census: Census, night: date) -> str:
        c = self._rounds.c
        mine = and_(c.census == census.table.name, c.night == night)
        return self._session.scalar(select(c.organ_id).where(mine).with_for_update()) or ""

    def _recount(self, census: Census, night: date, organ_id: str) -> Recount:
        name = census.table.name
        upsert(self._session, self._rounds, {"census": name, "night": night, "organ_id": organ_id})
        lacking = census.differing(self._session, organ_id)
        census.raise_lines(self._session, lacking)
        return Recount(name, organ_id, len(lacking), sum(abs(amounts[0]) for amounts in lacking.values()))
