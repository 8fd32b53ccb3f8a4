"""The life of a programme on one page: which verb leads where, and what must hold before. A step ends with
the person's signature, or with the reason why there is none."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from rongcuo.casework.guards import actor_has_no_part, actor_holds_the_case, actor_not_recused_yet
from rongcuo.casework.holding import Holding, at_work
from rongcuo.casework.transitions import Guard, Transitions
from rongcuo.contracts.followup import ProgrammeState as State
from rongcuo.contracts.review import HeldBy
from services.followup.domain.programme.guards import (
    actor_answers_above,
    actor_is_the_person,
    actor_leads,
    another_has_registered_it,
    card_is_open,
    everything_is_done,
    mentor_and_plan_are_there,
    no_question_is_open,
    of_a_clearing,
    of_a_sanction,
    of_a_tolerance,
    period_is_over,
    person_had_time,
    person_says_it,
    plan_awaits_somebody,
    plan_is_there,
    step_is_written,
    unit_was_heard,
    visit_was_offered,
)
from services.followup.domain.programme.schedule import end_is_near


class ProgrammeVerb(StrEnum):
    """What happens to it."""

    ASSIGN = "assign"
    RECUSE = "recuse"
    HAND_UP = "hand_up"
    POST_ENDED = "post_ended"

    CLASSIFY = "classify"
    PLAN_VISIT = "plan_visit"
    RECORD_VISIT = "record_visit"
    DECLINE_VISIT = "decline_visit"
    ACCEPT_VISIT = "accept_visit"      # after it was declined
    CORRECT_TALK = "correct_talk"
    OPT_OUT = "opt_out"                # of who was cleared
    CANCEL_VISIT = "cancel_visit"
    REQUEST_VISIT = "request_visit"
    WRITE_STEP = "write_step"
    SIGN_STEP = "sign_step"
    GO_ON_UNSIGNED = "go_on_unsigned"
    NAME_MENTOR = "name_mentor"
    WRITE_PLAN = "write_plan"
    SIGN_PLAN = "sign_plan"
    RECORD_MILESTONE = "record_milestone"
    CHECK_EXECUTION = "check_execution"
    EXTEND_EXECUTION = "extend_execution"
    GATHER = "gather"
    RECORD_UNIT_EVALUATION = "record_unit_evaluation"
    EVALUATE = "evaluate"
    ESCALATE = "escalate"
    ANSWER_ESCALATION = "answer_escalation"
    CHANGE_PERIOD = "change_period"
    CHANGE_PERSON = "change_person"
    COMPLETE = "complete"
    REMARK = "remark"
    SEND_CARD = "send_card"
    READ_CARD = "read_card"
    END = "end"                        # what a change comes to where nothing is left to accompany
    TELL_END = "tell_end"              # the platform: the period ends soon
    TELL_OVER = "tell_over"            # and that it is over
    BASIS_CHANGED = "basis_changed"    # the decision it follows from is another one now


Verb = ProgrammeVerb
FOLLOWING = frozenset({Verb.POST_ENDED, Verb.END, Verb.TELL_END, Verb.TELL_OVER, Verb.BASIS_CHANGED})
"""Verbs that nobody asks for by name."""

STEPS = (State.COUNSELLING, State.ASSISTANCE, State.TRACKING)
OPEN = (*STEPS, State.CONCLUDING)
ENDED = frozenset({State.COMPLETED, State.ENDED})

STAYING: Mapping[Verb, tuple[State, ...]] = {
    **dict.fromkeys((
        Verb.ASSIGN, Verb.RECUSE, Verb.HAND_UP, Verb.POST_ENDED, Verb.CLASSIFY, Verb.PLAN_VISIT,
        Verb.RECORD_VISIT, Verb.DECLINE_VISIT, Verb.ACCEPT_VISIT, Verb.CANCEL_VISIT, Verb.REQUEST_VISIT,
        Verb.NAME_MENTOR, Verb.WRITE_PLAN, Verb.SIGN_PLAN, Verb.RECORD_MILESTONE, Verb.CHECK_EXECUTION,
        Verb.GATHER, Verb.EXTEND_EXECUTION, Verb.RECORD_UNIT_EVALUATION, Verb.ESCALATE,
        Verb.ANSWER_ESCALATION, Verb.CHANGE_PERIOD, Verb.CHANGE_PERSON, Verb.OPT_OUT, Verb.SEND_CARD,
        Verb.TELL_END, Verb.TELL_OVER, Verb.BASIS_CHANGED), OPEN),
    Verb.WRITE_STEP: STEPS,
    Verb.EVALUATE: (State.CONCLUDING,),
    Verb.REMARK: tuple(State),
    Verb.CORRECT_TALK: tuple(State),
    Verb.READ_CARD: tuple(State),
}
NEXT = dict(zip(STEPS, OPEN[1:], strict=True))
TABLE: Mapping[tuple[State, Verb], State] = {
    **{(state, verb): state for verb, states in STAYING.items() for state in states},
    **{(state, verb): after for state, after in NEXT.items()
       for verb in (Verb.SIGN_STEP, Verb.GO_ON_UNSIGNED)},
    **{(state, Verb.END): State.ENDED for state in OPEN},
    (State.CONCLUDING, Verb.COMPLETE): State.COMPLETED,
}

HANDLES: tuple[Guard, ...] = (actor_has_no_part, actor_holds_the_case)
LEADS: tuple[Guard, ...] = (actor_has_no_part, actor_leads)

GUARDS: Mapping[Verb, tuple[Guard, ...]] = {
    Verb.ASSIGN: (*LEADS, another_has_registered_it),
    Verb.RECUSE: (actor_not_recused_yet,),
    Verb.HAND_UP: (),
    **dict.fromkeys(FOLLOWING, ()),
    **dict.fromkeys((
        Verb.CLASSIFY, Verb.PLAN_VISIT, Verb.RECORD_VISIT, Verb.CANCEL_VISIT, Verb.NAME_MENTOR,
        Verb.WRITE_PLAN, Verb.RECORD_UNIT_EVALUATION), HANDLES),
    Verb.GATHER: (*HANDLES, end_is_near),
    Verb.EVALUATE: (*HANDLES, unit_was_heard),
    **dict.fromkeys((Verb.DECLINE_VISIT, Verb.ACCEPT_VISIT, Verb.REQUEST_VISIT, Verb.CORRECT_TALK),
                    (person_says_it,)),
    Verb.OPT_OUT: (person_says_it, of_a_clearing),
    Verb.WRITE_STEP: (*HANDLES, visit_was_offered, mentor_and_plan_are_there),
    Verb.SIGN_STEP: (person_says_it, step_is_written),
    Verb.GO_ON_UNSIGNED: (*HANDLES, step_is_written, person_had_time),
    Verb.SIGN_PLAN: (plan_awaits_somebody,),
    Verb.RECORD_MILESTONE: (*HANDLES, plan_is_there),
    Verb.CHECK_EXECUTION: (*HANDLES, of_a_sanction),
    Verb.EXTEND_EXECUTION: (*LEADS, of_a_sanction),
    Verb.ESCALATE: (*HANDLES, no_question_is_open),
    Verb.ANSWER_ESCALATION: (actor_has_no_part, actor_answers_above),
    Verb.CHANGE_PERIOD: (*LEADS, of_a_sanction),
    Verb.CHANGE_PERSON: LEADS,
    Verb.COMPLETE: (*HANDLES, period_is_over, everything_is_done, no_question_is_open),
    Verb.REMARK: (actor_is_the_person,),
    Verb.SEND_CARD: (*HANDLES, of_a_tolerance),
    Verb.READ_CARD: (actor_is_the_person, card_is_open),
}

TRANSITIONS: Final = Transitions(TABLE, "followup.move_not_allowed", GUARDS)

HELD: Final[Mapping[State, Holding]] = {
    **dict.fromkeys(OPEN, at_work), **dict.fromkeys(ENDED, HeldBy.NOBODY)}
