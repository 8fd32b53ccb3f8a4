"""A year of return visits of an organ: its plan, in versions, and its report."""

from services.followup.domain.year.counting import drawn_up, figures_of
from services.followup.domain.year.year import VisitYear, YearVerb

__all__ = ["VisitYear", "YearVerb", "drawn_up", "figures_of"]
