"""A proposal to a unit (建议书): what should be put right, until it was, and whether it stayed so."""

from services.followup.domain.proposal.guards import is_addressed_to
from services.followup.domain.proposal.proposal import Proposal
from services.followup.domain.proposal.transitions import (
    AWAITED,
    CLOSED,
    ENDED,
    FOLLOWING,
    TRANSITIONS,
    ProposalVerb,
)

__all__ = ["AWAITED", "CLOSED", "ENDED", "FOLLOWING", "TRANSITIONS", "Proposal", "ProposalVerb",
           "is_addressed_to"]
