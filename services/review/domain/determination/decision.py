"""A decision (认定决定), and what holds of every one."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from rongcuo.contracts.determination import DecisionStanding, DecisionTerms, Outcome
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.clock import Clock
from services.review.domain.matter import given
from services.review.domain.occasion import Occasion

MILDEST_FIRST = tuple(Outcome)


class Basis(StrEnum):
    """What a decision rests on."""

    MEETING = "meeting"
    NEGATIVE_LIST = "negative_list"
    CORRECTION = "correction"
    APPEAL = "appeal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """`deciders`: who had a say in it, and so none in an appeal. `appeal_until`: the last local day of the
    appeal period; None where the decision is final."""

    decision_id: str
    basis: Basis
    outcome: Outcome
    terms: DecisionTerms
    decided_by: str
    decided_by_name: str
    deciders: frozenset[str]
    decided_at: datetime
    standing: DecisionStanding = DecisionStanding.CURRENT
    why: str = ""
    meeting_id: str = ""
    appeal_until: date | None = None

    @property
    def current(self) -> bool:
        """Whether it is the one that holds."""
        return self.standing is DecisionStanding.CURRENT

    def require_not_harsher(self, outcome: Outcome, code: str) -> None:
        """A later decision is never to the subject's harm."""
        if MILDEST_FIRST.index(outcome) > MILDEST_FIRST.index(self.outcome):
            raise CaseError(code, details={"outcome": outcome.value, "former": self.outcome.value})


def today(occasion: Occasion) -> date:
    """The local date."""
    return occasion.now.astimezone(ZONE).date()


def appeal_until(occasion: Occasion) -> date:
    """The last day on which a decision of this moment can be appealed against."""
    return occasion.due(Clock(occasion.now, occasion.pack.appeal.lodge_within)).date


def require_terms(terms: DecisionTerms, assessed: frozenset[str], occasion: Occasion) -> None:
    """Reasons, assessments that were made, a measure the pack knows, a rectification still to come."""
    given(terms.reasons)
    if strange := set(terms.cited) - assessed:
        raise CaseError("determination.cited_not_assessed", details={"sets": sorted(strange)})
    if terms.measure and terms.measure not in occasion.pack.measures:
        raise CaseError("determination.unknown_measure",
                        details={"measure": terms.measure, "known": list(occasion.pack.measures)})
    if terms.rectification and terms.rectification.due_on < today(occasion):
        raise CaseError("determination.rectification_in_the_past")
