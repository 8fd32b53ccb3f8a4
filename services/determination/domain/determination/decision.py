"""A decision (认定决定), and what holds of every one."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import (
    Consent,
    DecisionStanding,
    DecisionTerms,
    Outcome,
    Overturned,
    Rectification,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.clock import DeadlineClock
from services.determination.domain.determination.severity import Said

FIRST_FORM = 1
"""第一种形态: a talk, a warning. Every form behind it is a sanction."""
SAYS_NOTHING = DecisionTerms(reasons="")


class Basis(StrEnum):
    """What a decision rests on."""

    MEETING = "meeting"
    NEGATIVE_LIST = "negative_list"
    CORRECTION = "correction"
    APPEAL = "appeal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """`deciders`: who had a say in it, and so none in an appeal. `consent`: of the subject, to other words;
    `overturned`: what a panel found not to apply. `appeal_until`: the last local day of the
    appeal period; None where the decision is final, or `forgone`: the subject withdrew an appeal
    against it whose panel they knew."""

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
    consent: Consent | None = None
    overturned: tuple[Overturned, ...] = ()
    forgone: bool = False

    @property
    def current(self) -> bool:
        """Whether it is the one that holds."""
        return self.standing is DecisionStanding.CURRENT

    @property
    def final(self) -> bool:
        """Whether an appeal made or upheld it: no other one is possible."""
        return self.appeal_until is None and not self.forgone

    def says(self, outcome: Outcome, terms: DecisionTerms) -> bool:
        """Whether that is what it says already: nothing beside reasons, or the same in substance."""
        return outcome is self.outcome and _substance(terms) in (SAYS_NOTHING, _substance(self.terms))

    @property
    def said(self) -> Said:
        """What later decisions are weighed against."""
        return Said(self.outcome, self.terms, local_day(self.decided_at))


def local_day(at: datetime) -> date:
    """The local date of a moment."""
    return at.astimezone(ZONE).date()


def today(occasion: Occasion) -> date:
    """The local date."""
    return local_day(occasion.now)


def appeal_until(occasion: Occasion) -> date:
    """The last day on which a decision of this moment can be appealed against."""
    return occasion.due(DeadlineClock(occasion.now, occasion.pack.appeal.lodge_within)).date


def require_terms(outcome: Outcome, terms: DecisionTerms, assessed: frozenset[str], occasion: Occasion,
                  ordered: Rectification | None = None) -> None:
    """Reasons, assessments that were made, a measure the pack knows, no sanction beside an exemption, a
    rectification still to come or by the day that was `ordered` before."""
    given(terms.reasons, Reader.SUBJECT)
    if strange := set(terms.cited) - assessed:
        raise CaseError("determination.cited_not_assessed", details={"sets": sorted(strange)})
    if terms.measure and terms.measure not in occasion.pack.measures:
        raise CaseError("determination.unknown_measure",
                        details={"measure": terms.measure, "known": list(occasion.pack.measures)})
    if outcome is Outcome.EXEMPT and terms.discipline_form > FIRST_FORM:
        raise CaseError("determination.exempt_with_sanction",
                        details={"discipline_form": terms.discipline_form})
    wanted = terms.rectification
    kept = wanted and ordered and wanted.due_on == ordered.due_on   # in time then, it may be repeated
    if wanted and not kept and wanted.due_on < today(occasion):
        raise CaseError("determination.rectification_in_the_past")


def _substance(terms: DecisionTerms) -> DecisionTerms:
    """What it orders, whatever it rests on."""
    return replace(terms, reasons="", cited=())
