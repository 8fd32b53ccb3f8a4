"""Deciding, and what follows a decision. At most one decision holds; those before it are kept."""

from dataclasses import replace
from typing import Any

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import Consent, DecisionStanding, DecisionTerms, Outcome, Overturned
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from services.determination.domain.determination import events
from services.determination.domain.determination.agenda_of_case import require_gate
from services.determination.domain.determination.assessment import assessed
from services.determination.domain.determination.decision import (
    Basis,
    Decision,
    appeal_until,
    require_terms,
    today,
)
from services.determination.domain.determination.earlier_findings import require_within_floors
from services.determination.domain.determination.facts import Facts
from services.determination.domain.determination.severity import Said, require_no_heavier
from services.determination.domain.determination.stages import follow_anew, go_back, go_on
from services.determination.domain.determination.verbs import Verb

UP_TO_DECISION = frozenset({State.ACCEPTANCE.value, State.VERIFICATION.value, State.MEETING.value})


def make(case: Facts, outcome: Outcome, terms: DecisionTerms, occasion: Occasion,
         consent: Consent | None = None) -> None:
    """Carry out what the signed meeting resolved. The reasons rest on assessments that were made."""
    case.require(Verb.MAKE, occasion)
    if outcome.value != case.resolved:
        raise CaseError("determination.not_what_was_resolved", details={"resolved": case.resolved})
    require_within_floors(case, outcome, terms, consent, occasion)
    require_terms_of(case, outcome, terms, occasion)
    go_on(case, Verb.MAKE, occasion, outcome.value, UP_TO_DECISION)
    decide(case, Basis.MEETING, outcome, terms, case.voters, occasion, consent=consent)


def deny(case: Facts, report: str, terms: DecisionTerms | None, occasion: Occasion) -> None:
    """What a report ends in that finds an item of the negative list hit: there is no meeting."""
    if terms is None:
        raise CaseError("determination.terms_missing", details={"items": list(case.hits)})
    require_terms_of(case, Outcome.DENIED, terms, occasion)
    require_within_floors(case, Outcome.DENIED, terms, None, occasion)
    case.report = report
    deciders = case.holders | {occasion.actor.officer_id}
    go_on(case, Verb.DENY, occasion, past=UP_TO_DECISION)
    decide(case, Basis.NEGATIVE_LIST, Outcome.DENIED, terms, deciders, occasion)


def give_feedback(case: Facts, note: str, answer: str, occasion: Occasion) -> None:
    """反馈: the decision was told to the subject, who may have answered."""
    case.require(Verb.GIVE_FEEDBACK, occasion)
    told = given(note, Reader.SUBJECT)
    go_on(case, Verb.GIVE_FEEDBACK, occasion, f"{told}\n{answer}".strip())
    begin_appeal_period(case, occasion)
    case.record(events.feedback_given(case, decision_held(case), told, answer.strip(), occasion))


def file_for_record(case: Facts, body: str, note: str, occasion: Occasion) -> None:
    """备案 with the same-level party committee, and the notice to the personnel body."""
    case.require(Verb.FILE_FOR_RECORD, occasion)
    to = given(body, Reader.ADDRESSEE)
    go_on(case, Verb.FILE_FOR_RECORD, occasion, f"{to}\n{note}".strip())
    case.record(events.record_filed(case, decision_held(case), to, note.strip(), occasion))


def correct(case: Facts, outcome: Outcome, terms: DecisionTerms, why: str, occasion: Occasion,
            consent: Consent | None = None) -> None:
    """更正: mends the words of a decision, which is superseded: the same outcome, and no term heavier."""
    case.require(Verb.CORRECT, occasion)
    former = decision_held(case)
    if outcome is not former.outcome:
        raise CaseError("determination.correction_keeps_outcome",
                        details={"outcome": former.outcome.value})
    require_no_heavier(former.said, Said(outcome, terms), occasion.pack, consent, "determination.harsher",
                       today(occasion))
    require_terms_of(case, outcome, terms, occasion)
    case.turn(Verb.CORRECT, occasion, given(why, Reader.SUBJECT))
    deciders = former.deciders | {occasion.actor.officer_id}
    decide(case, Basis.CORRECTION, outcome, terms, deciders, occasion, why.strip(), consent,
           former.overturned)


def revoke(case: Facts, reasons: str, occasion: Occasion) -> None:
    """撤销: the decision no longer holds, and the case is open again in verification. Who revoked it had a
    say in what became of it: they hear no appeal in this case, nor name who does."""
    case.require(Verb.REVOKE, occasion)
    why, revoked = given(reasons, Reader.SUBJECT), decision_held(case)
    go_back(case, Verb.REVOKE, occasion, why)
    change_current(case, standing=DecisionStanding.REVOKED, why=why,
                   deciders=revoked.deciders | {occasion.actor.officer_id})
    case.resolved, case.applying, case.voters, case.decided_at = "", (), frozenset(), None
    case.record(events.revoked(case, revoked, why, occasion))


def require_terms_of(case: Facts, outcome: Outcome, terms: DecisionTerms, occasion: Occasion,
                     overturned: tuple[Overturned, ...] = ()) -> None:
    """What was voted on rests on assessments, in every decision about it. An item of the negative list
    that stands is a gate before every one of them."""
    require_gate(case, outcome, overturned)
    ordered = case.current.terms.rectification if case.current else None
    require_terms(outcome, terms, assessed(case), occasion, ordered)
    if case.resolved and not terms.cited:
        raise CaseError("determination.nothing_cited", details={"assessed": sorted(assessed(case))})


def decide(case: Facts, basis: Basis, outcome: Outcome, terms: DecisionTerms, deciders: frozenset[str],
           occasion: Occasion, why: str = "", consent: Consent | None = None,
           overturned: tuple[Overturned, ...] = ()) -> None:
    """A decision holds from now on, in place of the one that did."""
    replaced = case.current
    change_current(case, standing=DecisionStanding.SUPERSEDED)
    decision = Decision(
        decision_id=f"{case.id}-{len(case.decisions) + 1}", basis=basis, outcome=outcome, terms=terms,
        decided_by=occasion.actor.officer_id, decided_by_name=occasion.actor.name, deciders=deciders,
        decided_at=occasion.now, why=why, consent=consent, overturned=overturned,
        meeting_id=case.meeting_ids[-1] if basis is Basis.MEETING else "",
        appeal_until=None if basis is Basis.APPEAL else appeal_until(occasion))
    case.decisions = (*case.decisions, decision)
    case.decided_at = case.decided_at or occasion.now
    if replaced:
        follow_anew(case, occasion)
    case.record(events.made(case, decision, replaced.decision_id if replaced else ""))


def decision_held(case: Facts) -> Decision:
    """The one that holds; otherwise `review.move_not_allowed`."""
    if case.current is None:
        raise CaseError("review.move_not_allowed", "no decision holds", {"state": case.state.value})
    return case.current


def change_current(case: Facts, **changes: Any) -> None:
    """What becomes of the decision that holds, if one does."""
    case.decisions = tuple(replace(each, **changes) if each.current else each for each in case.decisions)


def begin_appeal_period(case: Facts, occasion: Occasion) -> None:
    """It is counted from when the person was told, and no shorter than what their decision says. What is
    final has none."""
    if case.current and case.current.appeal_until:
        change_current(case, appeal_until=max(case.current.appeal_until, appeal_until(occasion)))
