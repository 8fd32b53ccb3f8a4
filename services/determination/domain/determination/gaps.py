"""What a determination may lack when a step is taken, to its subject's disadvantage."""

from collections.abc import Mapping

from rongcuo.casework.gaps import Check, Checks
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.determination import NegativeAnswer
from rongcuo.policy.gaps import Gap
from services.determination.domain.determination.assessment import unassessed
from services.determination.domain.determination.decision import today
from services.determination.domain.determination.earlier_findings import recused_voters
from services.determination.domain.determination.facts import Facts


def facts_not_shown(case: Facts, _: Occasion) -> bool:
    """The subject never saw what is held against them, or not what came to it since."""
    if case.facts_material is None:
        return True
    held = [item.added_at for item in case.evidence] + [
        found.at for found in case.negative_findings.values() if found.answer is not NegativeAnswer.CLEAR]
    return any(at > case.facts_material.at for at in held)


def not_heard(case: Facts, _: Occasion) -> bool:
    """Nothing that the subject said is on file, or nothing to the facts as they were last shown to them."""
    shown = case.facts_material
    return not any(shown is None or said.at >= shown.at for said in case.statements)


def filing_is_void(case: Facts, _: Occasion) -> bool:
    """A filing on which it would rest applies no more."""
    return any(each.void_by for each in case.filings)


def no_evidence(case: Facts, _: Occasion) -> bool:
    """The report would rest on nothing."""
    return not case.evidence


def no_report(case: Facts, _: Occasion) -> bool:
    """The members would have nothing to read."""
    return not case.report


def not_assessed(case: Facts, _: Occasion) -> bool:
    """Somebody has not answered a set of criteria yet."""
    return bool(unassessed(case))


def minutes_unsigned(case: Facts, _: Occasion) -> bool:
    """No meeting has found anything that its members signed."""
    return case.state is State.MEETING and not case.resolved


def voter_recused(case: Facts, _: Occasion) -> bool:
    """Somebody who voted takes no part any more."""
    return bool(recused_voters(case))


def no_account(case: Facts, _: Occasion) -> bool:
    """The subject reads nothing here: what they are to know, somebody has to bring them."""
    return not case.subject.officer_id


def appeal_is_open(case: Facts, _: Occasion) -> bool:
    """The decision may yet be changed."""
    return bool(case.open_appeal)


def appeal_is_possible(case: Facts, occasion: Occasion) -> bool:
    """The subject may still appeal."""
    until = case.current.appeal_until if case.current else None
    return until is not None and today(occasion) <= until


def not_told(case: Facts, _: Occasion) -> bool:
    """The decision that holds was not told to the subject by feedback."""
    whats = [entry.what for entry in case.history]
    decided = max((place for place, what in enumerate(whats) if what in DECIDING), default=0)
    return "give_feedback" not in whats[decided:]


DECIDING = frozenset({"make", "deny", "correct", "change_on_appeal"})
REPORTING: Mapping[Gap, Check] = {
    Gap.REPORT_FACTS_NOT_SHOWN: facts_not_shown, Gap.REPORT_NOT_HEARD: not_heard,
    Gap.REPORT_NO_EVIDENCE: no_evidence}

GAPS: Checks = {
    "refuse": {Gap.REFUSE_NOT_HEARD: not_heard},
    "report": REPORTING,
    "deny": REPORTING,
    "convene": {
        Gap.CONVENE_NO_REPORT: no_report, Gap.CONVENE_NOT_ASSESSED: not_assessed,
        Gap.CONVENE_FACTS_NOT_SHOWN: facts_not_shown, Gap.CONVENE_NOT_HEARD: not_heard,
        Gap.CONVENE_FILING_VOID: filing_is_void},
    "make": {
        Gap.MAKE_MINUTES_UNSIGNED: minutes_unsigned, Gap.MAKE_VOTER_RECUSED: voter_recused,
        Gap.MAKE_FACTS_NOT_SHOWN: facts_not_shown, Gap.MAKE_NOT_HEARD: not_heard,
        Gap.MAKE_FILING_VOID: filing_is_void},
    "give_feedback": {Gap.FEEDBACK_NO_ACCOUNT: no_account, Gap.FEEDBACK_NOT_HEARD: not_heard},
    "file_for_record": {
        Gap.RECORD_APPEAL_OPEN: appeal_is_open, Gap.RECORD_APPEAL_POSSIBLE: appeal_is_possible,
        Gap.RECORD_NOT_TOLD: not_told},
}
