"""Where identity keeps officers and what they sign in with."""

from services.identity.storage.budgets import SqlBudgets
from services.identity.storage.credentials import CredentialRows
from services.identity.storage.officers import OfficerRows
from services.identity.storage.tables import METADATA


class OfficerStorage(OfficerRows, CredentialRows):
    """The repository of `ports.Officers`."""


__all__ = ["METADATA", "OfficerStorage", "SqlBudgets"]
