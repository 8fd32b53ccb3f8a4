"""A record's entries and requests for correction as their views. Pure. Facts only: nothing is weighed."""

from dataclasses import replace

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.followup import (
    Accompanied,
    CorrectionNumber,
    CorrectionView,
    Look,
    VisitedOn,
    VisitState,
)
from rongcuo.policy.pack import Pack
from services.followup.access import records as access
from services.followup.domain.programme import Programme
from services.followup.domain.record import Correction, CorrectionVerb

EIGHT_LOOKS = "eight_views"
SHOWN = (VisitState.MADE, VisitState.PLANNED)     # that somebody declined one says nothing of them


def number_of(case: Correction) -> CorrectionNumber:
    """All that a step answers."""
    return CorrectionNumber(case_id=case.id, number=case.number, tag=case.tag)


def correction_view(case: Correction, occasion: Occasion) -> CorrectionView:
    """For the person, and for whoever sees it."""
    actor = occasion.actor
    answers = not case.ended and access.may_answer(actor, case)
    return CorrectionView(
        case_id=case.id, number=case.number, title=case.title, person_id=case.person_id,
        person_name=case.person_name, unit=case.unit, organ_id=case.organ_id, state=case.state,
        kind=case.kind, matter_id=case.matter_id, about=case.about, words=case.words, answer=case.answer,
        theirs=access.is_theirs(actor, case.person_id), due_at=None if case.ended else case.due_at,
        provisional=case.provisional, late=case.late if case.ended else occasion.is_late(case.clock),
        illustrative=occasion.pack.followup.correction_answered_within.source.illustrative,
        allowed=(CorrectionVerb.ANSWER.value,) if answers else (), tag=case.tag,
        history=tuple(replace(each, note="") for each in case.history), asked_at=case.opened_at)


def accompanied(programme: Programme) -> Accompanied:
    """With the visits that were made, or are planned."""
    visits = sorted((each for each in programme.visits if each.state in SHOWN), key=lambda each: each.on)
    return Accompanied(
        case_id=programme.id, number=programme.number, organ_id=programme.organ_id,
        basis=programme.basis.kind, basis_words=programme.basis.words, state=programme.state,
        begins_on=programme.basis.since, ends_on=programme.ends_on,
        visits=tuple(VisitedOn(on=each.on, kind=each.kind, state=each.state) for each in visits))


def looks_of(pack: Pack) -> tuple[str, tuple[Look, ...]]:
    """八看, where the place looks so; otherwise the first set by which it assesses a matter."""
    asked = next((each for each in (EIGHT_LOOKS, *sorted(pack.assessment.sets))
                  if pack.criteria_sets.get(each)), "")
    return asked, tuple(Look(code=each.code, name=each.name, name_en=each.name_en, text=each.text,
                             illustrative=each.source.illustrative)
                        for each in pack.criteria_sets.get(asked, ()))


def concerns_what_is_seen(case: Correction, actor: Actor, seen: frozenset[str]) -> bool:
    """Whether the matter it is about is among those the reader sees, or it is theirs to know."""
    return case.matter_id in seen or access.sees_correction(actor, case)
