"""What one session has read and is to write: events that sit together fetch and write once."""

from sqlalchemy.orm import Session

from rongcuo.chassis.database.write_behind import WriteBehindRows
from services.documents.storage.tables import matters


class InSession:
    """What is written by the end of the session."""

    def __init__(self, session: Session) -> None:
        self.rows = WriteBehindRows(session, matters)

    @property
    def session(self) -> Session:
        """With all that was put."""
        return self.rows.session()
