"""A database's tables are those that this edition reads and writes, or are led there, or nothing is started.

Without this look, each use of another edition's tables would fail by itself later.
"""

from sqlalchemy import MetaData

from rongcuo.chassis.config import StartRefused
from rongcuo.chassis.database import Database
from rongcuo.chassis.database.history import Columns, columns_of, history_of
from rongcuo.chassis.database.tables import CHASSIS


def ensure_tables(database: Database, name: str, declared: MetaData, *, upgrade: bool) -> list[str]:
    """Make the tables in an empty database and, where `upgrade` says so, lead an earlier edition's here.

    Answers the revisions that were run. Raises StartRefused, and the database is as it was.
    """
    history = history_of(declared)
    ours: Columns = {table.name: {column.name for column in table.columns}
                     for each in (declared, CHASSIS) for table in each.tables.values()}
    done: list[str] = []
    with database.alone() as session:
        connection = session.connection()
        applied = history.applied(connection)
        if later := history.unknown(applied):
            raise _made_by_another(name, later)
        if applied != history.heads:
            found = columns_of(connection)
            if found and not applied:
                _require_same(name, history.first_tables(), found)
            if ours.keys() & found.keys() and not upgrade:
                raise StartRefused(
                    f"没有启动：{name} 的数据库是较早的版本建的。请停止各服务，备份，再运行 "
                    f"rongcuo migrate · Not started: the database of {name} was made by an earlier edition. "
                    f"Stop the services, make a backup, then run `rongcuo migrate`")
            done = history.upgrade(connection)
        if "migrations" not in declared.info:
            declared.create_all(connection)
        _require_same(name, ours, columns_of(connection))
    return done


def _require_same(name: str, wanted: Columns, found: Columns) -> None:
    """Tables that are not there are not missed."""
    if other := sorted(table for table in wanted.keys() & found.keys() if wanted[table] != found[table]):
        raise _made_by_another(name, other)


def _made_by_another(name: str, seen_by: list[str]) -> StartRefused:
    return StartRefused(
        f"没有启动：{name} 的数据库是另一个版本建的（{'、'.join(seen_by)}）。请用建它的版本打开，"
        f"或用 RONGCUO_DATA_DIR、database_url 另指一处新的 · "
        f"Not started: the database of {name} was made by another edition ({', '.join(seen_by)}). Open it "
        f"with that one, or name a new place by RONGCUO_DATA_DIR or database_url")
