"""A review, and the check of a filing, as their contract's views. Pure: the use cases answer with them, and
so do the queries."""

from dataclasses import replace

from rongcuo.casework.case import ACKNOWLEDGED
from rongcuo.casework.holding import held_by
from rongcuo.casework.presenters import deadline_of, gap_views, is_late, recusal_views
from rongcuo.casework.transitions import holds
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.gaps import GapView
from rongcuo.contracts.review import CaseView, FilingCheckNumber, FilingCheckView
from services.review import access
from services.review.access import filing_checks
from services.review.domain import DECIDED, CheckVerb, FilingCheck, Occasion, ReviewCase, Verb

# Steps whose notes are not for those with a part in the case.
INSIDE = frozenset({Verb.RECUSE, Verb.VERIFY, Verb.HAND_UP})


def view_of(case: ReviewCase, occasion: Occasion) -> CaseView:
    """A case as the asking actor may see it, with what they may do now."""
    inside = access.sees_inside(occasion.actor, case)
    return CaseView(
        case_id=case.id, tag=case.tag, number=case.number, title=case.title, situation=case.situation,
        organ_id=case.organ_id, division_code=case.division_code, unit=case.unit, filer_name=case.filer_name,
        pack_id=case.pack_id,
        assignee_id=case.assignee_id, assignee_name=case.assignee.name if case.assignee else "",
        stages=tuple(stage.code for stage in occasion.pack.filing_stages), state=case.state,
        held_by=held_by(case), deadline=deadline_of(case, occasion),
        team=tuple(holder.officer_id for holder in case.team),
        named=tuple(sorted(case.in_doubt)) if inside else (),
        named_in_words=tuple(sorted(case.named_in_words)) if inside else (),
        cleared=tuple(sorted(case.cleared)) if inside else (), first_organ_id=case.first_organ_id,
        recusals=recusal_views(case) if inside else (),
        opinion=case.opinion if inside or case.state in DECIDED else "", reasons=case.reasons,
        objection=case.objection,
        late=is_late(case, occasion), history=_told(case.history, inside),
        allowed=allowed(case, occasion), missing=_missing(case, occasion) if inside else (),
        opened_at=case.opened_at, decided_at=case.decided_at,
        supplement_due_at=case.due_at if case.awaits_supplement else None)


def _told(history: tuple[HistoryEntry, ...], inside: bool) -> tuple[HistoryEntry, ...]:
    if inside:
        return history
    return tuple(replace(entry, note="") if entry.what in INSIDE else entry
                 for entry in history if entry.what != ACKNOWLEDGED)


def _missing(case: ReviewCase, occasion: Occasion) -> tuple[GapView, ...]:
    """Before the steps that the actor's post has, while they are still to be taken."""
    theirs = (verb for verb in Verb if not case.ended and access.may(occasion.actor, verb, case))
    return gap_views(dict.fromkeys(gap for verb in theirs for gap in case.missing(verb, occasion)), occasion)


def allowed(case: ReviewCase, occasion: Occasion) -> tuple[str, ...]:
    """The verbs this actor may use now: by their post, and by the case itself."""
    theirs = (verb for verb in Verb if access.may(occasion.actor, verb, case))
    return tuple(verb.value for verb in theirs if holds(case.require, verb, occasion.knowing()))


def check_number(check: FilingCheck) -> FilingCheckNumber:
    """All that a command about a check answers."""
    return FilingCheckNumber(check_id=check.id, number=check.number, tag=check.tag)


def check_view(check: FilingCheck, occasion: Occasion) -> FilingCheckView:
    """A check as those see it for whom it is there, with what the actor may do now."""
    theirs = (verb for verb in CheckVerb if filing_checks.may(occasion.actor, verb, check))
    return FilingCheckView(
        check_id=check.id, number=check.number, organ_id=check.organ_id, division_code=check.division_code,
        pack_id=check.pack_id, state=check.state, held_by=held_by(check), tag=check.tag,
        filing_id=check.filing_id, filing_number=check.filing_number, digest=check.digest,
        submitted_at=check.submitted_at, proof=check.proof, assignee_id=check.assignee_id,
        assignee_name=check.assignee.name if check.assignee else "", recusals=recusal_views(check),
        deadline=deadline_of(check, occasion), late=is_late(check, occasion), faults=check.faults,
        words=check.words, history=check.history,
        allowed=tuple(verb.value for verb in theirs if holds(check.require, verb, occasion)),
        opened_at=check.opened_at, decided_at=check.decided_at)
