"""Which verb leads a determination from which state to which, what must hold before, and in whose hands it is
meanwhile. What is not in the table cannot happen."""

from collections.abc import Mapping
from typing import Final

from rongcuo.casework.guards import (
    actor_has_no_part,
    actor_holds_the_case,
    actor_not_recused_yet,
    clock_runs,
    clock_stands_still,
    extension_remains,
    team_is_formed,
)
from rongcuo.casework.holding import Holding, at_work, in_verification
from rongcuo.casework.transitions import Guard, Transitions
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.review import HeldBy
from services.determination.domain.determination.assessment import unassessed
from services.determination.domain.determination.facts import Facts
from services.determination.domain.determination.guards import (
    DECIDES,
    a_recusal_is_asked_for,
    actor_is_the_subject,
    answers_are_open,
    appeal_period_runs,
    asked_without_a_hand,
    assessment_is_open,
    meeting_has_resolved,
    negative_list_is_answered,
    no_appeal_is_open,
    no_vote_waits_for_signatures,
    nobody_has_voted,
    not_revoked_here,
    not_settled_on_appeal,
    nothing_resolved_yet,
    recusals_are_answered,
    something_is_left_above,
    something_is_left_to_do,
    statements_are_taken,
    subject_appeals,
    subject_applied,
    subject_or_holder,
)
from services.determination.domain.determination.verbs import DECIDED, OPEN, Verb

STAYING: Mapping[Verb, tuple[State, ...]] = {
    Verb.ASSIGN: (State.ACCEPTANCE, State.MEETING, State.FEEDBACK, State.RECORD_FILING),
    Verb.RECUSE: (*OPEN, State.CONCLUDED),    # concluded: with an appeal against the decision
    Verb.ASK_RECUSAL: (*OPEN, State.CONCLUDED),
    Verb.ANSWER_RECUSAL: (*OPEN, State.CONCLUDED),
    Verb.WITHDRAW_RECUSAL: (*OPEN, State.CONCLUDED),
    Verb.FORM_TEAM: (State.VERIFICATION,),
    Verb.LINK_FILING: (State.ACCEPTANCE, State.VERIFICATION),
    Verb.ADD_EVIDENCE: (State.VERIFICATION,),
    Verb.RECORD_FINDING: (State.VERIFICATION,),
    Verb.RECORD_STATEMENT: (State.ACCEPTANCE, State.VERIFICATION, State.MEETING),
    Verb.WRITE_FACTS_MATERIAL: (State.VERIFICATION,),
    Verb.ANSWER_NEGATIVE_ITEM: (State.VERIFICATION,),
    Verb.ASSESS: (State.VERIFICATION, State.MEETING),
    Verb.SUSPEND: OPEN,
    Verb.RESUME: OPEN,
    Verb.EXTEND: OPEN,
    Verb.HAND_UP: (*OPEN, State.CONCLUDED),
    Verb.RESOLVE: (State.MEETING,),
    Verb.POST_ENDED: OPEN,
    Verb.LODGE_APPEAL: DECIDED,
}
LEADING_ON: Mapping[Verb, tuple[State, ...]] = {
    Verb.ACCEPT: (State.ACCEPTANCE,),
    Verb.REPORT: (State.VERIFICATION,),
    Verb.DENY: (State.VERIFICATION,),
    Verb.MAKE: (State.MEETING,),
    Verb.GIVE_FEEDBACK: (State.FEEDBACK,),
    Verb.FILE_FOR_RECORD: (State.RECORD_FILING,),
    Verb.CORRECT: DECIDED,     # told and filed for record anew
}
"""The verb ends the stage, and leaves the state to the one that begins then: the pack's next, after a
correction its first one after a decision. Behind the last one the case is concluded."""

TABLE: Mapping[tuple[State, Verb], State] = {
    **{(state, verb): state for verb, states in {**STAYING, **LEADING_ON}.items() for state in states},
    (State.ACCEPTANCE, Verb.REFUSE): State.REFUSED,
    (State.MEETING, Verb.RETURN): State.VERIFICATION,
    **{(state, Verb.WITHDRAW): State.WITHDRAWN
       for state in (State.ACCEPTANCE, State.VERIFICATION, State.MEETING)},
    **{(state, Verb.REVOKE): State.VERIFICATION for state in DECIDED},
}

REPORTS: tuple[Guard, ...] = (actor_has_no_part, team_is_formed, actor_holds_the_case,
                              negative_list_is_answered, recusals_are_answered)

GUARDS: Mapping[Verb, tuple[Guard, ...]] = {
    Verb.ASSIGN: (actor_has_no_part,),
    Verb.RECUSE: (actor_not_recused_yet, something_is_left_to_do),
    Verb.ASK_RECUSAL: (subject_appeals, something_is_left_to_do, asked_without_a_hand),
    Verb.ANSWER_RECUSAL: (actor_has_no_part, a_recusal_is_asked_for),
    Verb.WITHDRAW_RECUSAL: (actor_is_the_subject, a_recusal_is_asked_for),
    Verb.ACCEPT: DECIDES,
    Verb.REFUSE: (*DECIDES, recusals_are_answered),
    Verb.FORM_TEAM: (actor_has_no_part,),
    Verb.LINK_FILING: DECIDES,
    Verb.ADD_EVIDENCE: DECIDES,
    Verb.RECORD_FINDING: DECIDES,
    Verb.RECORD_STATEMENT: (subject_or_holder, statements_are_taken),
    Verb.WRITE_FACTS_MATERIAL: DECIDES,
    Verb.ANSWER_NEGATIVE_ITEM: DECIDES,
    Verb.ASSESS: (actor_has_no_part, assessment_is_open, answers_are_open),
    Verb.REPORT: REPORTS,
    Verb.DENY: REPORTS,
    Verb.RETURN: (actor_has_no_part, nothing_resolved_yet, no_vote_waits_for_signatures),
    Verb.WITHDRAW: (actor_is_the_subject, subject_applied, nobody_has_voted),
    Verb.SUSPEND: (actor_has_no_part, clock_runs),
    Verb.RESUME: (actor_has_no_part, clock_stands_still),
    Verb.EXTEND: (actor_has_no_part, clock_runs, extension_remains),
    Verb.HAND_UP: (something_is_left_above,),
    Verb.RESOLVE: (nothing_resolved_yet,),
    Verb.POST_ENDED: (),
    Verb.MAKE: (actor_has_no_part, meeting_has_resolved, recusals_are_answered),
    Verb.GIVE_FEEDBACK: (actor_has_no_part,),
    Verb.FILE_FOR_RECORD: (actor_has_no_part,),
    Verb.CORRECT: (actor_has_no_part, no_appeal_is_open, recusals_are_answered),
    Verb.REVOKE: (actor_has_no_part, no_appeal_is_open, not_settled_on_appeal, not_revoked_here,
                  recusals_are_answered),
    Verb.LODGE_APPEAL: (subject_appeals, no_appeal_is_open, appeal_period_runs),
}

TRANSITIONS: Final = Transitions(TABLE, "review.move_not_allowed", GUARDS)


def _before_meeting(case: Facts) -> HeldBy:
    """Once the minutes are signed it is no longer with the members: their turns are the meeting's own tasks,
    the case is its leads'."""
    if case.resolved:
        return HeldBy.DECISION
    if case.on_agenda:
        return HeldBy.MEETING
    return HeldBy.CONVENING if not unassessed(case) else at_work(case)


def _concluded(case: Facts) -> HeldBy:
    return HeldBy.APPEAL if case.open_appeal else HeldBy.NOBODY


HELD: Final[Mapping[State, Holding]] = {
    State.ACCEPTANCE: at_work,
    State.VERIFICATION: in_verification,
    State.MEETING: _before_meeting,
    State.FEEDBACK: at_work,
    State.RECORD_FILING: at_work,
    State.CONCLUDED: _concluded,
    State.REFUSED: HeldBy.NOBODY,
    State.WITHDRAWN: HeldBy.NOBODY,
}
