"""Where identity keeps officers and what they sign in with."""

from services.identity.domain import Officer, OrganUnit
from services.identity.storage.budgets import SqlBudgets
from services.identity.storage.credentials import CredentialRows
from services.identity.storage.kept import KeptRows
from services.identity.storage.officers import OfficerRows
from services.identity.storage.tables import METADATA
from services.identity.storage.units import UnitRows


class OfficerStorage(OfficerRows, UnitRows, CredentialRows, KeptRows):
    """The repository of `ports.Officers`."""

    def put(self, aggregate: Officer | OrganUnit) -> None:
        if isinstance(aggregate, OrganUnit):
            self.put_unit(aggregate)
        else:
            self.put_officer(aggregate)


__all__ = ["METADATA", "OfficerStorage", "SqlBudgets"]
