"""What is counted, and how. Pure Python."""

from rongcuo.casework.counting.matter import Count, Matter
from rongcuo.casework.counting.measures import TELLINGS, Telling
from rongcuo.casework.counting.places import AREA, area_of, is_area, parts_of

__all__ = ["AREA", "TELLINGS", "Count", "Matter", "Telling", "area_of", "is_area", "parts_of"]
