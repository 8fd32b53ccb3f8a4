"""Who was recused from which filing, for the database to find them by."""

from typing import Final

from sqlalchemy import Column, ForeignKey, Index, Select, String, Table, select
from sqlalchemy.orm import Session

from rongcuo.chassis.database.statements import insert_if_absent
from services.filing.domain import Filing
from services.filing.storage.metadata import METADATA

recused: Final = Table(
    "filing_recused", METADATA,
    Column("filing_id", String(64), ForeignKey("filing.id"), primary_key=True),
    Column("officer_id", String(64), primary_key=True),
    Index("filing_recused_officer", "officer_id"),
)


def barring(officer_id: str) -> Select[tuple[str]]:
    """The ids of filings from which an officer was recused."""
    return select(recused.c.filing_id).where(recused.c.officer_id == officer_id)


def write_recusals(session: Session, filing: Filing) -> None:
    """They only become more."""
    if filing.recused:
        insert_if_absent(session, recused, *(
            {"filing_id": filing.id, "officer_id": officer_id} for officer_id in filing.recused))
