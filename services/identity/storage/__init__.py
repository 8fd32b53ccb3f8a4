"""Where identity keeps officers and what they sign in with."""

from sqlalchemy.orm import Session

from rongcuo.casework.repository import AggregateRepository
from services.identity.domain.officer import Officer
from services.identity.domain.organ_unit import OrganUnit
from services.identity.storage import tables
from services.identity.storage.budgets import SqlBudgets
from services.identity.storage.credentials import CredentialRows
from services.identity.storage.kept import KeptRows
from services.identity.storage.officers import OfficerRows, officer_of, officer_row
from services.identity.storage.tables import METADATA
from services.identity.storage.units import UnitRows, unit_of, unit_row


class OfficerStorage(OfficerRows, UnitRows, CredentialRows, KeptRows):
    """The repository of `ports.Officers`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._officers = AggregateRepository(session, tables.officers, officer_row, officer_of)
        self._units = AggregateRepository(session, tables.units, unit_row, unit_of)

    def put(self, aggregate: Officer | OrganUnit) -> None:
        if isinstance(aggregate, OrganUnit):
            self.put_unit(aggregate)
        else:
            self.put_officer(aggregate)


__all__ = ["METADATA", "OfficerStorage", "SqlBudgets"]
