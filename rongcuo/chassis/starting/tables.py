"""Whether a database's tables are those that this edition reads and writes.

Nothing turns an earlier edition's tables into them: without this look, each use would fail by itself later.
"""

from sqlalchemy import MetaData, inspect

from rongcuo.chassis.config import StartRefused
from rongcuo.chassis.database import Database


def require_tables_of_ours(database: Database, name: str, *declared: MetaData) -> None:
    """Tables that are not there yet are not missed. Raises StartRefused."""
    ours = {table.name: {column.name for column in table.columns}
            for metadata in declared for table in metadata.tables.values()}
    with database.writing() as session:
        found = inspect(session.connection()).get_multi_columns()
    theirs = {table: {column["name"] for column in columns} for (_, table), columns in found.items()}
    other = sorted(table for table in ours.keys() & theirs.keys() if ours[table] != theirs[table])
    if other:
        raise StartRefused(
            f"没有启动：{name} 的数据库是另一个版本建的（{'、'.join(other)}）。请用建它的版本打开，"
            f"或用 RONGCUO_DATA_DIR、database_url 另指一处新的 · "
            f"Not started: the database of {name} was made by another edition ({', '.join(other)}). Open it "
            f"with that one, or name a new place by RONGCUO_DATA_DIR or database_url")
