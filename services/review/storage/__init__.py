"""What review keeps, as rows: tables, mapping, repository, and row scope in SQL."""

from services.review.storage.cases import CaseStorage
from services.review.storage.metadata import METADATA

__all__ = ["METADATA", "CaseStorage"]
