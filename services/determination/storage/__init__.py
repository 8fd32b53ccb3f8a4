"""What the service keeps, as rows: tables, mapping, repositories, and row scope in SQL."""

from services.determination.storage.metadata import METADATA
from services.determination.storage.storage import CaseStorage

__all__ = ["METADATA", "CaseStorage"]
