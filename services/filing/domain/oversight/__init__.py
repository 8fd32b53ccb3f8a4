"""The later life of an accepted filing: 事中监督 and 事后评估. Pure Python."""

from services.filing.domain.oversight.colours import colours, phase_of
from services.filing.domain.oversight.due import next_due
from services.filing.domain.oversight.facts import standing
from services.filing.domain.oversight.oversight import Oversight, oversight_id
from services.filing.domain.oversight.telling import closing_of
from services.filing.domain.oversight.transitions import DECISIONS, OF_THE_FILER, TRANSITIONS, OversightVerb

__all__ = [
    "DECISIONS",
    "OF_THE_FILER",
    "TRANSITIONS",
    "Oversight",
    "OversightVerb",
    "closing_of",
    "colours",
    "next_due",
    "oversight_id",
    "phase_of",
    "standing",
]
