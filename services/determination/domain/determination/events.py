"""What a determination tells: each event says where the case stands after the step."""

from rongcuo.casework.holding import next_to_act
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import (
    DeterminationMade,
    DeterminationMoved,
    DeterminationOpened,
    DeterminationRefused,
    DeterminationRevoked,
    DeterminationWithdrawn,
    FeedbackGiven,
    RecordFiled,
    Standing,
)
from services.determination.domain.determination.agenda_of_case import standing_items
from services.determination.domain.determination.clue_of_case import is_told
from services.determination.domain.determination.decision import Decision
from services.determination.domain.determination.facts import Facts

KIND = "determination"


def standing(case: Facts) -> Standing:
    """Where the case stands, as its events tell it. Before the subject has heard of it, none is told."""
    told = case.subject.officer_id if is_told(case) else ""
    return Standing(
        kind=KIND, matter_id=case.id, number=case.number, title=case.title, organ_id=case.organ_id,
        division_code=case.division_code, pack_id=case.pack_id, stage=case.stage,
        subject_id=told, holders=next_to_act(case),
        parties=tuple(filter(None, (case.subject.officer_id,))),
        apart=tuple(sorted({case.subject.officer_id, *case.recused} - {""})),
        units_apart=(case.subject.unit,), keys_apart=tuple(sorted(case.keys_apart)),
        readers=tuple(sorted(case.readers)), ended=case.ended, provisional=case.provisional,
        suspended=case.clock.suspended, due_at=case.due_at)


def opened(case: Facts, occasion: Occasion) -> DeterminationOpened:
    """On application, by the organ itself, or from a clue."""
    return DeterminationOpened(
        standing=standing(case), initiation=case.initiation, subject=case.subject, act=case.act,
        situation=case.situation, clue_number=case.clue_number, opened_at=occasion.now)


def moved(case: Facts, what: str, occasion: Occasion, note: str = "", *concerns: str) -> DeterminationMoved:
    """A step that changes no outcome, without its content."""
    return DeterminationMoved(
        standing=standing(case), what=str(what), actor_id=occasion.actor.officer_id, concerns=concerns,
        note=note, at=occasion.now)


def refused(case: Facts, reasons: str, occasion: Occasion) -> DeterminationRefused:
    """With reasons that the subject reads."""
    return DeterminationRefused(
        standing=standing(case), subject=case.subject, reasons=reasons,
        refused_by_name=occasion.actor.name, at=occasion.now)


def withdrawn(case: Facts, reason: str, occasion: Occasion) -> DeterminationWithdrawn:
    """By the subject."""
    return DeterminationWithdrawn(standing=standing(case), reason=reason, at=occasion.now)


def made(case: Facts, decision: Decision, replaces: str) -> DeterminationMade:
    """A decision holds; `replaces`: the id of the one that held before."""
    return DeterminationMade(
        standing=standing(case), decision_id=decision.decision_id, replaces=replaces,
        basis=decision.basis.value, subject=case.subject, act=case.act, initiation=case.initiation,
        outcome=decision.outcome, terms=decision.terms, situation=case.situation,
        negative_items=standing_items(case),
        filing_numbers=tuple(filing.number for filing in case.filings), meeting_id=decision.meeting_id,
        decided_by_name=decision.decided_by_name, appeal_until=decision.appeal_until,
        decided_at=decision.decided_at)


def feedback_given(case: Facts, decision: Decision, note: str, answer: str,
                   occasion: Occasion) -> FeedbackGiven:
    """The subject was told, and may have answered."""
    return FeedbackGiven(
        standing=standing(case), decision_id=decision.decision_id, subject=case.subject, note=note,
        given_by_name=occasion.actor.name, answer=answer, effects=decision.terms.effects,
        rectification=decision.terms.rectification, appeal_until=decision.appeal_until,
        outcome=decision.outcome, at=occasion.now)


def record_filed(case: Facts, decision: Decision, body: str, note: str, occasion: Occasion) -> RecordFiled:
    """With the party committee of the same level."""
    return RecordFiled(
        standing=standing(case), decision_id=decision.decision_id, subject=case.subject, body=body,
        note=note, effects=decision.terms.effects, outcome=decision.outcome, at=occasion.now)


def revoked(case: Facts, decision: Decision, reasons: str, occasion: Occasion) -> DeterminationRevoked:
    """It holds no longer."""
    return DeterminationRevoked(
        standing=standing(case), decision_id=decision.decision_id, subject=case.subject, reasons=reasons,
        at=occasion.now)
