"""What review keeps, as rows: tables, mapping, repository, and row scope in SQL."""

from services.review.storage.metadata import METADATA
from services.review.storage.storage import CaseStorage

__all__ = ["METADATA", "CaseStorage"]
