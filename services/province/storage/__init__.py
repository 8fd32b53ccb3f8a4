"""Nodes and what they told as rows: tables, and the repository."""

from services.province.storage.repository import ProvinceStorage
from services.province.storage.tables import METADATA

__all__ = ["METADATA", "ProvinceStorage"]
