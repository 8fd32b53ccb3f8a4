"""What a programme follows from, and for how long."""

from datetime import date
from typing import Final

from rongcuo.contracts.determination import Outcome
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.followup import DEGREES, Basis, BasisKind, Sanction, VisitedPerson
from rongcuo.contracts.unit_names import unit_key
from rongcuo.policy.pack import FollowupRule
from rongcuo.texts.folding import name_key, number_keys

OUTCOMES: Final = {Outcome.EXEMPT: "免责", Outcome.MITIGATE: "减轻", Outcome.LIGHTEN: "从轻"}
CLEARED: Final = "澄清正名"


def after_sanction(sanction: Sanction, decision: tuple[AttachmentRef, ...], registered_by: str,
                   rule: FollowupRule) -> Basis:
    """处分, with its decision. Its effect runs as long as the rules give its degree; more is only added to
    it."""
    if not decision:
        raise CaseError("followup.paper_missing")
    if sanction.degree not in DEGREES[sanction.kind]:
        raise CaseError("followup.degree_of_another_kind", details={
            "degree": sanction.degree.value, "kind": sanction.kind.value})
    most = rule.effect_at_longest.amount
    if sanction.effect_months > most:
        raise CaseError("followup.period_wrong", details={"most": most, "now": 0})
    known = rule.effect_periods.get(f"{sanction.kind}.{sanction.degree}")
    if known and sanction.effect_months != known.months:
        raise CaseError("followup.period_of_the_degree", details={"months": known.months})
    return Basis(
        kind=BasisKind.SANCTION, number=sanction.number.strip(), words=known.name if known else "处分",
        decided_by=sanction.decided_by.strip(), sanction=sanction, registered_by=registered_by,
        attachments=decision, months=sanction.effect_months, since=sanction.effective_on)


def after_tolerance(case_id: str, number: str, outcome: Outcome, since: date, rule: FollowupRule) -> Basis:
    """容错认定, with tolerance."""
    return Basis(kind=BasisKind.TOLERANCE, number=number, words=f"容错认定：{OUTCOMES[outcome]}",
                 source_id=case_id, months=rule.tolerance_period.amount, since=since)


def after_clearing(case_id: str, number: str, since: date, rule: FollowupRule) -> Basis:
    """澄清正名."""
    return Basis(kind=BasisKind.CLEARING, number=number, words=CLEARED, source_id=case_id,
                 months=rule.clearing_period.amount, since=since)


def basis_key(basis: Basis) -> str:
    """By which a basis is the same one: a determination or a clearing, or a sanction's number and whose it
    is."""
    if basis.source_id:
        return f"{basis.kind}:{basis.source_id}"
    return f"{basis.kind}:{name_key(basis.decided_by)}:{name_key(basis.number)}"


def same_sanction(one: Basis, other: Basis) -> bool:
    """Whether both are one, however its number was written and whoever is said to have decided it."""
    kinds = {one.kind, other.kind}
    return kinds == {BasisKind.SANCTION} and number_keys(one.number) == number_keys(other.number)


def person_key(person: VisitedPerson) -> str:
    """By which somebody is the same person: their account, or their name and unit."""
    return person.officer_id or f"{name_key(person.name)}@{unit_key(person.unit)}"
