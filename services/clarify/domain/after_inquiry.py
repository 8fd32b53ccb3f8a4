"""What an inquiry into its maker does to a report: where there was no malice, it is suspected no more."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.clarify import FalseAccusationState, ReportOutcome
from services.clarify.domain.facts import Facts
from services.clarify.domain.verbs import Verb

HELD_TO_BE: Final[Mapping[FalseAccusationState, ReportOutcome]] = {
    FalseAccusationState.MISTAKEN: ReportOutcome.MISTAKEN,
    FalseAccusationState.SET_ASIDE: ReportOutcome.UNSUBSTANTIATED}


def heed_inquiry(report: Facts, ending: FalseAccusationState, occasion: Occasion) -> None:
    """What was suspected is mistaken, or untrue and nothing more. It stays untrue: whoever is to be cleared
    of it, still is."""
    outcome = HELD_TO_BE.get(ending)
    suspected = {number: found for number, found in report.findings.items()
                 if found.outcome is ReportOutcome.SUSPECTED_MALICIOUS}
    if outcome is None or not suspected or not report.transitions.allow(report.state, Verb.HEED_INQUIRY):
        return
    changed = {number: replace(found, outcome=outcome) for number, found in suspected.items()}
    report.findings = {**report.findings, **changed}
    report.step(Verb.HEED_INQUIRY, occasion, outcome.value)
