"""A service's own database: one writing transaction at a time for the caller, and reading beside it.

    database = open_database("filing", config)
    with database.writing() as session:       # rolled back unless committed
        ...
        session.commit()
"""

from rongcuo.chassis.config import Config
from rongcuo.chassis.database.base import Database, RelayLock
from rongcuo.chassis.database.postgres import PostgresDatabase
from rongcuo.chassis.database.sqlite import DatabaseInUse, SqliteDatabase

__all__ = ["Database", "DatabaseInUse", "PostgresDatabase", "RelayLock", "SqliteDatabase", "open_database"]


def open_database(service: str, config: Config, *, visiting: bool = False) -> Database:
    """Open the database of a service. Raises DatabaseInUse where another process has its SQLite file.

    A visitor (the operator's command line) may come beside that process, for single short transactions.
    """
    url = config.url_of(service)
    if url.startswith("sqlite"):
        return SqliteDatabase(url, config, visiting=visiting)
    return PostgresDatabase(url, service, config)
