"""Clarification (澄清正名): the name of whoever was reported wrongly is cleared, of that and of nothing
else."""

from services.clarify.domain.clarification.beginning import Application, Unfounded
from services.clarify.domain.clarification.clarification import Clarification
from services.clarify.domain.clarification.plan import digest_of, preview
from services.clarify.domain.clarification.refusal import Objection
from services.clarify.domain.clarification.transitions import (
    ENDED,
    FOLLOWING,
    TRANSITIONS,
    ClarificationVerb,
)
from services.clarify.domain.clarification.units import is_unwilling

__all__ = ["ENDED", "FOLLOWING", "TRANSITIONS", "Application", "Clarification",
           "ClarificationVerb", "Objection", "Unfounded", "digest_of", "is_unwilling", "preview"]
