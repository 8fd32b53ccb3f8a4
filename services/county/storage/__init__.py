"""What the node keeps of its line as rows."""

from services.county.storage.metadata import METADATA
from services.county.storage.repository import CountyStorage

__all__ = ["METADATA", "CountyStorage"]
