"""A service that was split off another takes its part of the other's data with it, before either is started.

It says so where it declares its tables:

    METADATA = MetaData(info={"migrations": …, "split_from": SplitFrom("review", TABLES, EVENTS)})

The rows are brought in one transaction of the new service's database and then removed in one of the other's;
interrupted in between, the second is made up for. The ledger goes on where the other's stood: every line is
brought, in its order, and one line more says whose they were and which root they have.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    MetaData,
    Table,
    case,
    delete,
    func,
    insert,
    inspect,
    literal,
    select,
    table,
    tuple_,
)
from sqlalchemy.orm import Session

from rongcuo.chassis.config import Config, StartRefused
from rongcuo.chassis.database import Database, open_database
from rongcuo.chassis.database.gram_tables import GRAMS, fill_grams
from rongcuo.chassis.database.history import SplitFrom, count_discarded_as_heard
from rongcuo.chassis.database.tables import (
    command_log,
    dead_letters,
    inbox,
    ledger,
    made_for,
    outbox,
    subject_versions,
)
from rongcuo.chassis.ledger import tree_store
from rongcuo.chassis.ledger.entries import number_ledger_lines, write_audit
from rongcuo.chassis.ledger.ledger import Ledger, origin_of
from rongcuo.chassis.starting.tables import ensure_tables
from rongcuo.chassis.time_source import time_source
from rongcuo.chassis.triggers import Invocation, Tick
from rongcuo.contracts.actor import SYSTEM

CONTINUED: Final = "ledger.continued"    # the line of a ledger that goes on where another stood
PORTION: Final = 1_000                   # rows read and written at once
Keys = tuple[ColumnElement[Any], ...]    # by which a table is read on


def take_along(config: Config, name: str, declared: MetaData) -> int:
    """Bring what a service was split off with; how many rows came. Both services stand still.

    Raises DatabaseInUse or StartRefused where one of them runs, StartRefused where the service has data of
    its own, or the ledger is not what it was; nothing is moved or removed then.
    """
    split: SplitFrom = declared.info["split_from"]
    with closing(open_database(split.service, config)) as former:
        if not _is_there(former, split):
            return 0
        with (closing(open_database(name, config)) as own,
              _standing_still(former, own, split.service, name)):
            ensure_tables(own, name, declared, upgrade=True)
            brought = 0 if _is_brought(own) else _bring(former, own, name, declared, config)
            _remove(former, own, name, split)
    return brought


def _is_there(database: Database, split: SplitFrom) -> bool:
    with database.reading() as session:
        there = inspect(session.connection())
        return all(there.has_table(table) for table in split.tables)


@contextmanager
def _standing_still(former: Database, own: Database, *names: str) -> Iterator[None]:
    """A service that runs has the lock of its relay."""
    held = former.relay_lock(), own.relay_lock()
    try:
        taken = [lock.take() for lock in held]
        if not all(taken):
            raise _still_running(names)
        yield
    finally:
        for lock in held:
            lock.release()


def _is_brought(own: Database) -> bool:
    """Whether only the removing was interrupted."""
    with own.reading() as session:
        return session.scalar(select(ledger.c.line_id).where(
            ledger.c.body.contains(f'"what":"{CONTINUED}"')).limit(1)) is not None


def _bring(former: Database, own: Database, name: str, declared: MetaData, config: Config) -> int:
    split: SplitFrom = declared.info["split_from"]
    Ledger(former, split.service, config, time_source(config)).number()
    with own.alone() as here:
        with former.alone() as there:
            moved = _chassis(split, name) + _own(there.connection(), here.connection(), split)
            if used := [into.name for into, *_ in moved
                        if here.scalar(select(literal(1)).select_from(into).limit(1))]:
                raise _data_of_its_own(name, used)
            count = sum(_copy(there, here, *each) for each in moved)
            for searched in (each for each in declared.tables.values() if GRAMS in each.info):
                fill_grams(here.connection(), searched)
            count_discarded_as_heard(here.connection())
            size = tree_store.size_of(there)
            root = tree_store.root_of(there, size) if size else b""
        while number_ledger_lines(here):
            tree_store.grow(here)
        if size and _root_of(here, size) != root:
            raise _other_ledger(name)
        about = Invocation(name, Tick(), SYSTEM, time_source(config).now(), "")
        write_audit(here, about, CONTINUED, name, {
            "ledger": origin_of(config, split.service), "size": size, "root": root.hex()})
    return count


def _root_of(session: Session, size: int) -> bytes:
    """Empty where there are not so many lines."""
    try:
        return tree_store.root_of(session, size)
    except LookupError:
        return b""


def _chassis(split: SplitFrom, name: str) -> list[tuple[Table, Any, Keys]]:
    """Of the chassis' tables: who was answered what, what was heard and told. What was told goes by the new
    names. Who hears it is told all of it once more, and passes over what they know."""
    told = outbox.c.type_name.in_(split.events)
    kept = [column for column in outbox.columns if column.name != "seq"]
    versions = subject_versions.c
    return [
        (made_for, select(made_for), (made_for.c.only,)),
        (command_log, select(command_log), (command_log.c.command_id,)),
        (inbox, select(_listens(inbox.c.consumer, split, name), inbox.c.event_id, inbox.c.at),
         (inbox.c.consumer, inbox.c.event_id)),
        (subject_versions,
         select(_listens(versions.consumer, split, name), versions.subject, versions.sequence),
         (versions.consumer, versions.subject)),
        (dead_letters, select(*(_listens(column, split, name) if column.key == "consumer" else column
                                for column in dead_letters.columns if column.key != "letter_id"))
         .where(dead_letters.c.state == "discarded"), (dead_letters.c.letter_id,)),
        (outbox, select(*(_renamed(column, split, name) for column in kept)).where(told), (outbox.c.seq,)),
        (ledger, select(ledger.c.body, ledger.c.leaf, ledger.c.salt), (ledger.c.seq,)),
    ]


def _listens(consumer: ColumnElement[str], split: SplitFrom, name: str) -> ColumnElement[str]:
    return func.replace(consumer, f".events--{split.service}", f".events--{name}").label("consumer")


def _renamed(column: ColumnElement[Any], split: SplitFrom, name: str) -> ColumnElement[Any]:
    if column.key == "source":
        return literal(name).label("source")
    return case(dict(split.events), value=column).label("type_name") if column.key == "type_name" else column


def _own(there: Connection, here: Connection, split: SplitFrom) -> list[tuple[Table, Any, Keys]]:
    """The service's own tables, with the columns that they had."""
    before, after = MetaData(), MetaData()
    before.reflect(there, only=list(split.tables))
    after.reflect(here, only=list(split.tables.values()))
    return [(after.tables[new], select(before.tables[old]), tuple(before.tables[old].primary_key))
            for old, new in split.tables.items()]


def _copy(there: Session, here: Session, into: Table, wanted: Any, keys: Keys) -> int:
    """In the order of the keys, a portion at a time."""
    marked = wanted.add_columns(*(key.label(f"key_{number}") for number, key in enumerate(keys)))
    page, count = marked.order_by(*keys).limit(PORTION), 0
    rows = there.execute(page).mappings().all()
    while rows:
        here.execute(insert(into), [
            {name: value for name, value in row.items() if not name.startswith("key_")} for row in rows])
        count += len(rows)
        last = [literal(rows[-1][f"key_{number}"]) for number in range(len(keys))]
        rows = there.execute(page.where(tuple_(*keys) > tuple_(*last))).mappings().all()
    return count


def _remove(former: Database, own: Database, name: str, split: SplitFrom) -> None:
    """Those others refer to go last. Raises StartRefused where there are more rows than came."""
    with former.alone() as session, own.reading() as here:
        for old, new in reversed(tuple(split.tables.items())):
            if _count(session, old) > _count(here, new):
                raise _still_running((split.service, name))
            session.execute(delete(table(old)))
        session.execute(delete(outbox).where(outbox.c.type_name.in_(split.events)))


def _count(session: Session, name: str) -> int:
    return session.scalar(select(func.count()).select_from(table(name))) or 0


def _still_running(names: Sequence[str]) -> StartRefused:
    told = "、".join(names), " and ".join(names)
    return StartRefused(
        f"没有升级：{told[0]} 还在运行。请先停止，再运行 rongcuo migrate · "
        f"Not upgraded: {told[1]} still run. Stop them, then run `rongcuo migrate`")


def _data_of_its_own(name: str, tables: Sequence[str]) -> StartRefused:
    return StartRefused(
        f"没有升级：{name} 在升级之前已经启动过，它的数据库里有数据（{'、'.join(tables)}）。请停止它，"
        f"清空它的数据库，再运行 rongcuo migrate · "
        f"Not upgraded: {name} was started before, and its database holds data ({', '.join(tables)}). Stop "
        f"it, empty its database, then run `rongcuo migrate`")


def _other_ledger(name: str) -> StartRefused:
    return StartRefused(
        f"没有升级：{name} 的台账与原来的不一致，什么都没有改动；请先用 tools/verify_ledger.py 查验原台账 · "
        f"Not upgraded: the ledger brought to {name} is not what it was, and nothing was changed. Check the "
        f"former one with tools/verify_ledger.py first")
