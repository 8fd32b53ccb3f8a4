"""The finding of a false accusation (诬告陷害认定): two approvals from above, a hearing, and time to
complain."""

from services.clarify.domain.false_accusation.approver import approving_organ
from services.clarify.domain.false_accusation.false_accusation import FalseAccusation
from services.clarify.domain.false_accusation.proof import Proof
from services.clarify.domain.false_accusation.suspicion import Suspicion
from services.clarify.domain.false_accusation.transitions import (
    ENDED,
    FOLLOWING,
    HOLDING,
    TRANSITIONS,
    FalseAccusationVerb,
)

__all__ = ["ENDED", "FOLLOWING", "HOLDING", "TRANSITIONS", "FalseAccusation", "FalseAccusationVerb", "Proof",
           "Suspicion", "approving_organ"]
