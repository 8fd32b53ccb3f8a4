"""What one session has read and is to write: events that sit together fetch and write once."""

from sqlalchemy.orm import Session

from rongcuo.chassis.database.write_behind import WriteBehindRows
from services.notify.domain.directory import Officer
from services.notify.storage.tables import (
    apart,
    deliveries,
    digests,
    matters,
    messages,
    officers,
    task_holders,
    tasks,
)


class InSession:
    """Of what was fetched for changing there is one object."""

    def __init__(self, session: Session) -> None:
        self._rows = WriteBehindRows(
            session, matters, apart, tasks, task_holders, messages, deliveries, officers, digests)
        self._people: dict[str, Officer] = {}   # by id, and
        self._asked: set[str] = set()           # of whom they were asked: officers and whole organs
        self._named_soon: set[str] = set()      # and of whom they will be: read with the first
        self._organs_soon: set[str] = set()

    @property
    def _session(self) -> Session:
        """With all that was put."""
        return self._rows.session()
