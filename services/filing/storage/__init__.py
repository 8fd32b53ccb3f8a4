"""What the service keeps, as rows: tables, mapping, repositories, and row scope in SQL."""

from typing import Any

from sqlalchemy.orm import Session

from rongcuo.casework.census import Recounts, round_table
from services.filing.domain.change import FilingChange
from services.filing.domain.oversight import Oversight
from services.filing.storage.changes import ChangeRepository
from services.filing.storage.filings import (
    CENSUS,
    FilingRepository,
    by_post,
    counted_for,
    f,
    filings,
    visible_to,
)
from services.filing.storage.metadata import METADATA
from services.filing.storage.oversights import OversightRepository

__all__ = ["CENSUS", "METADATA", "FilingStorage", "by_post", "counted_for", "f", "filings", "visible_to"]
ROUNDS = round_table("filing_recount", METADATA)


class FilingStorage(FilingRepository):
    """The repositories (ports.Filings) on one session; what accompanies filings beside them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.oversights = OversightRepository(session)
        self.changes = ChangeRepository(session)
        self.recounts = Recounts(session, ROUNDS, CENSUS)

    def put(self, aggregate: Any) -> None:
        """Save, whatever its kind."""
        if isinstance(aggregate, Oversight):
            self.oversights.put(aggregate)
        elif isinstance(aggregate, FilingChange):
            self.changes.put(aggregate)
        else:
            super().put(aggregate)
