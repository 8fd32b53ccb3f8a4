"""What must hold before a verb of a determination. A guard raises CaseError and changes nothing."""

from itertools import takewhile

from rongcuo.casework.guards import actor_has_no_part, actor_holds_the_case
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.transitions import Guard
from rongcuo.contracts.determination import DecisionStanding, Initiation
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.errors import CaseError
from services.determination.domain.determination.assessment import answerable, came_before_meeting
from services.determination.domain.determination.decision import today
from services.determination.domain.determination.earlier_findings import (
    outcome_stands,
    recused_voters,
    resolved_too_heavy,
    revoked_here,
)
from services.determination.domain.determination.facts import Facts
from services.determination.domain.determination.recusal_applications import require_recusals_answered

DECIDES: tuple[Guard, ...] = (actor_has_no_part, actor_holds_the_case)


def actor_is_the_subject(case: Facts, occasion: Occasion) -> None:
    """It is theirs to ask, and to leave it."""
    if not case.is_subject(occasion.actor.officer_id):
        raise CaseError("determination.not_the_subject")


def subject_appeals(case: Facts, occasion: Occasion) -> None:
    """It is theirs alone; only for somebody without an account others enter what they handed in."""
    guard: Guard = actor_is_the_subject if case.subject.officer_id else actor_has_no_part
    guard(case, occasion)


def subject_or_holder(case: Facts, occasion: Occasion) -> None:
    """The subject writes themselves, or a member of the team takes it down."""
    if not case.is_subject(occasion.actor.officer_id):
        for guard in DECIDES:
            guard(case, occasion)


def subject_applied(case: Facts, _: Occasion) -> None:
    """What the organ itself began, the subject cannot end."""
    if case.initiation is not Initiation.APPLICATION:
        raise CaseError("determination.not_an_application")


def assessment_is_open(case: Facts, _: Occasion) -> None:
    """Once a meeting has the case before it, everybody may read all answers: nobody assesses any more."""
    if case.resolved or came_before_meeting(case):
        raise CaseError("determination.assessment_closed")


def answers_are_open(case: Facts, occasion: Occasion) -> None:
    """Some set is left of which the actor's answers are not final."""
    if not answerable(case, occasion.actor.officer_id):
        raise CaseError("determination.assessment_final")


def statements_are_taken(case: Facts, _: Occasion) -> None:
    """Once the members have signed, the subject is heard by feedback and appeal."""
    if case.resolved:
        raise CaseError("determination.statement_closed")


def negative_list_is_answered(case: Facts, _: Occasion) -> None:
    """The list is a gate: every item of it is looked at."""
    if missing := set(case.yardstick.negative_items) - case.negative_findings.keys():
        raise CaseError("determination.negative_list_unanswered", details={"items": sorted(missing)})


def meeting_has_resolved(case: Facts, _: Occasion) -> None:
    """The decision carries out what a meeting with a quorum found and signed."""
    if not case.resolved:
        raise CaseError("determination.not_resolved")
    if recused_voters(case):
        raise CaseError("determination.voter_recused", details={"voters": sorted(recused_voters(case))})


def nothing_resolved_yet(case: Facts, _: Occasion) -> None:
    """What the members have signed, is to be decided, unless one of them had to be recused since,
    or their outcome would be heavier than what was found before."""
    if case.resolved and not recused_voters(case) and not resolved_too_heavy(case):
        raise CaseError("determination.resolved_already")


def no_vote_waits_for_signatures(case: Facts, _: Occasion) -> None:
    """What the members have voted on openly, one lead does not undo; it can go to the organ above."""
    if outcome_stands(case):
        raise CaseError("determination.resolved_already")


def nobody_has_voted(case: Facts, _: Occasion) -> None:
    """Whose votes are known is decided about: nobody withdraws and applies anew until a meeting is mild."""
    if case.ever_voted or case.reached:
        raise CaseError("determination.voted_on")


def no_appeal_is_open(case: Facts, _: Occasion) -> None:
    """One thing after the other."""
    if case.open_appeal:
        raise CaseError("determination.appeal_open", details={"appeal_id": case.open_appeal})


def not_settled_on_appeal(case: Facts, _: Occasion) -> None:
    """What a panel found or upheld, also behind a correction of it, one lead does not undo; something milder
    is still possible."""
    holding = takewhile(lambda each: each.standing is not DecisionStanding.REVOKED, reversed(case.decisions))
    if any(decision.final for decision in holding):
        raise CaseError("determination.settled_on_appeal")


def appeal_period_runs(case: Facts, occasion: Occasion) -> None:
    """Within the pack's period, and not against what an appeal has decided. While the person has yet to be
    told by feedback, it does not run out."""
    until = case.current.appeal_until if case.current else None
    if until is None:
        raise CaseError("appeal.forgone" if case.current and case.current.forgone else "appeal.final")
    entered = not case.subject.officer_id     # the day on which it was handed in is looked at with it
    if today(occasion) > until and case.state is not State.FEEDBACK and not entered:
        raise CaseError("appeal.too_late", details={"until": until.isoformat()})


def something_is_left_to_do(case: Facts, _: Occasion) -> None:
    """Of a concluded case an open appeal can be handed up, or be stepped back from, and what the subject has
    asked be answered."""
    if case.ended and not case.open_appeal and not case.recusals_open:
        raise CaseError("review.move_not_allowed", details={"state": case.state.value})


def something_is_left_above(case: Facts, occasion: Occasion) -> None:
    """What was revoked here once, is revoked once more only by the organ above."""
    if not revoked_here(case):
        something_is_left_to_do(case, occasion)


def not_revoked_here(case: Facts, _: Occasion) -> None:
    """An organ doesn't revoke one decision of a case after the other."""
    if revoked_here(case):
        raise CaseError("determination.revoked_before")


def asked_without_a_hand(case: Facts, occasion: Occasion) -> None:
    """What stops a panel from deciding, is not entered in somebody's name by whoever decided before it."""
    if case.open_appeal and not case.subject.officer_id:
        case.require_no_hand(occasion.actor.officer_id)


def a_recusal_is_asked_for(case: Facts, _: Occasion) -> None:
    """There is something to answer."""
    if not case.recusals_open:
        raise CaseError("determination.no_recusal_asked")


def recusals_are_answered(case: Facts, _: Occasion) -> None:
    """Nobody whom the subject has asked to step back decides, unmakes what was decided, or names who votes,
    before somebody else has looked at it."""
    require_recusals_answered(case)
