"""What every matter with a deadline has: a clock, holders, recusals, a history, and verbs that steer it."""

from services.review.domain.matter.matter import ACKNOWLEDGED, NEW_CALENDAR, Matter, given
from services.review.domain.matter.steering import Steered

__all__ = ["ACKNOWLEDGED", "NEW_CALENDAR", "Matter", "Steered", "given"]
