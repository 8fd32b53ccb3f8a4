"""A report (检举控告) from its registration to what was learned from it, and the filings held against it."""

from rongcuo.casework.occasion import Occasion
from services.clarify.domain.apart import known_by
from services.clarify.domain.report import Report
from services.clarify.domain.shield import FiledMatter
from services.clarify.domain.transitions import TRANSITIONS
from services.clarify.domain.verbs import ENDED, Verb

__all__ = ["ENDED", "TRANSITIONS", "FiledMatter", "Occasion", "Report", "Verb", "known_by"]
