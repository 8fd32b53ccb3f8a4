"""What one session has read and is to write: events that sit together fetch and write once."""

from sqlalchemy.orm import Session

from rongcuo.chassis.rows import Rows
from services.documents.domain import Matter
from services.documents.storage.tables import matters


class InSession:
    """Of a matter that was fetched for changing there is one object."""

    def __init__(self, session: Session) -> None:
        self.rows = Rows(session, matters)
        self._expected: set[str] = set()
        self._fetched: dict[str, Matter] = {}

    @property
    def session(self) -> Session:
        """With all that was put."""
        return self.rows.session()
