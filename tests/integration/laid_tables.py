"""A service's tables as its migrations make them, for tests of anything else: what the migrations did to the
first empty database of a kind is done to each later one at once. Tests of migrations begin with other
databases, or run them themselves; what lies there is looked at in each start."""

from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, event, inspect

from rongcuo.chassis.database.history import history_of
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.contracts.errors import CaseError
from services import WITH_DATABASE, metadata

CHANGES = ("CREATE", "ALTER", "DROP", "INSERT", "UPDATE", "DELETE")
Change = tuple[str, Any]       # a statement and its parameters
_done: dict[tuple[str, str], list[Change]] = {}       # by service and kind of database


def lay(runtime: ServiceRuntime[Any]) -> None:
    """Before it starts; nothing where anything lies already. Who can't be reached says so when started."""
    if runtime.service_name not in WITH_DATABASE or not runtime._metadata.tables:     # it only tries the way
        return
    with suppress(CaseError), runtime.database.alone() as session:
        connection = session.connection()
        if inspect(connection).get_table_names():
            return
        kind = runtime.service_name, connection.dialect.name
        if kind not in _done:
            _done[kind] = _migrated(connection, runtime.service_name)
            return
        for statement, parameters in _done[kind]:
            connection.exec_driver_sql(statement, parameters or None)


def _migrated(connection: Connection, service: str) -> list[Change]:
    """Run the migrations; what they changed."""
    changes: list[Change] = []

    def hear(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        if statement.lstrip().upper().startswith(CHANGES):
            changes.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", hear)
    history_of(metadata(service)).upgrade(connection)
    event.remove(connection, "before_cursor_execute", hear)
    return changes
