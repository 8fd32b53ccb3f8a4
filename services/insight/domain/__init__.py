"""What is counted, and how. Pure Python."""

from services.insight.domain.matter import Count, Matter
from services.insight.domain.measures import TELLINGS, Telling
from services.insight.domain.places import AREA, area_of, is_area, parts_of

__all__ = ["AREA", "TELLINGS", "Count", "Matter", "Telling", "area_of", "is_area", "parts_of"]
