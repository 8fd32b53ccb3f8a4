"""The life of a false accusation's finding on one page: which verb leads where, what must hold before, and in
whose hands it is meanwhile. Into `found` there is one way, through both gates."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from rongcuo.casework.guards import (
    actor_has_no_part,
    actor_holds_the_case,
    actor_not_recused_yet,
    extension_remains,
)
from rongcuo.casework.holding import Holding, at_work
from rongcuo.casework.transitions import Guard, Transitions
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.review import HeldBy
from services.clarify.domain.false_accusation.guards import (
    actor_answers_the_complaint,
    actor_approves,
    approves_once,
    begun_with_approval,
    both_are_proven,
    complaint_time_is_over,
    draft_was_open_to_answer,
    handled_and_undone,
    hearing_is_open,
    hearing_was_open,
    is_suspected,
    nothing_is_unread,
    report_is_settled,
    reporter_was_asked,
    reporter_was_heard,
    somebody_else_entered,
    something_is_to_be_served,
    was_never_open,
    what_was_entered_holds,
)


class FalseAccusationVerb(StrEnum):
    """What happens to it."""

    ASSIGN = "assign"
    RECUSE = "recuse"
    EXTEND = "extend"
    HAND_UP = "hand_up"
    POST_ENDED = "post_ended"

    REQUEST_BEGINNING = "request_beginning"
    APPROVE_BEGINNING = "approve_beginning"
    RETURN_BEGINNING = "return_beginning"
    REFUSE_BEGINNING = "refuse_beginning"

    ADD_EVIDENCE = "add_evidence"
    WEIGH = "weigh"
    ASK_REPORTER = "ask_reporter"
    RECORD_HEARING = "record_hearing"
    RECORD_UNHEARD = "record_unheard"
    RECORD_CIRCUMSTANCES = "record_circumstances"
    RECORD_GAIN = "record_gain"

    SERVE_DRAFT = "serve_draft"
    ANSWER_DRAFT = "answer_draft"
    RECORD_SERVICE = "record_service"
    CONFIRM_ENTRY = "confirm_entry"
    TAKE_DRAFT_BACK = "take_draft_back"
    REQUEST_FINDING = "request_finding"
    APPROVE_FINDING = "approve_finding"
    RETURN_FINDING = "return_finding"
    REFUSE_FINDING = "refuse_finding"

    TAKE_MESSAGE = "take_message"      # the reporter wrote
    TAKE_RECEIPT = "take_receipt"      # and has read what was put to them
    COMPLAIN = "complain"
    UPHOLD = "uphold"
    SET_ASIDE = "set_aside"
    TAKE_EFFECT = "take_effect"
    RECORD_HANDLING = "record_handling"
    UNDO_GAIN = "undo_gain"
    CONCLUDE = "conclude"

    END_MISTAKEN = "end_mistaken"
    END_UNPROVEN = "end_unproven"
    MOVE_ON = "move_on"                # nobody is left there who may decide it
    RAISE = "raise"                    # somebody named is managed higher up than was written
    HEED_MISTAKEN = "heed_mistaken"    # the report turned out to be mistaken
    HEED_UNPROVEN = "heed_unproven"    # or anything else that is not suspected


Verb = FalseAccusationVerb
FOLLOWING = frozenset({
    Verb.POST_ENDED, Verb.TAKE_MESSAGE, Verb.TAKE_RECEIPT, Verb.MOVE_ON, Verb.RAISE,
    Verb.HEED_MISTAKEN, Verb.HEED_UNPROVEN})
"""Verbs that nobody asks for by name."""
DECIDING = frozenset({
    Verb.APPROVE_BEGINNING, Verb.RETURN_BEGINNING, Verb.REFUSE_BEGINNING, Verb.APPROVE_FINDING,
    Verb.RETURN_FINDING, Verb.REFUSE_FINDING, Verb.UPHOLD, Verb.SET_ASIDE, Verb.RECUSE})
"""Verbs that are no hand in the inquiry."""

ENDED = frozenset({State.CONCLUDED, State.NOT_BEGUN, State.MISTAKEN, State.UNPROVEN, State.SET_ASIDE})
OPEN = tuple(state for state in State if state not in ENDED)
HOLDING = (State.FOUND, State.COMPLAINT, State.UPHELD, State.EFFECTIVE, State.CONCLUDED)
"""States in which something was found, and holds."""
NOT_IN_EFFECT = (State.FOUND, State.COMPLAINT, State.UPHELD)

UNDER_WAY = (State.PREPARATION, State.INQUIRY, State.DRAFT)                     # with the organ that inquires
BEFORE_FOUND = (*UNDER_WAY, State.BEGIN_APPROVAL, State.FINDING_APPROVAL)
TIMED = (State.INQUIRY, State.EFFECTIVE)
DECIDED_ABOVE = (State.BEGIN_APPROVAL, State.FINDING_APPROVAL, State.COMPLAINT)
COMPLAINED_OF = HOLDING
"""One answered before does not use up another; one in time that is heard of late, ends the effect, also of
what is concluded."""

STAYING: Mapping[Verb, tuple[State, ...]] = {
    Verb.ASSIGN: (*UNDER_WAY, State.FOUND, State.UPHELD, State.EFFECTIVE),   # not while others decide
    Verb.RECUSE: OPEN,
    Verb.POST_ENDED: OPEN,
    Verb.TAKE_MESSAGE: (*OPEN, State.CONCLUDED),
    Verb.TAKE_RECEIPT: OPEN,
    Verb.MOVE_ON: DECIDED_ABOVE,
    Verb.RAISE: (State.PREPARATION, State.BEGIN_APPROVAL),
    Verb.HAND_UP: (*UNDER_WAY, State.FOUND, State.UPHELD, State.EFFECTIVE),
    Verb.EXTEND: TIMED,
    **dict.fromkeys((
        Verb.ADD_EVIDENCE, Verb.WEIGH, Verb.ASK_REPORTER, Verb.RECORD_HEARING, Verb.RECORD_UNHEARD,
        Verb.RECORD_CIRCUMSTANCES, Verb.RECORD_GAIN), (State.INQUIRY,)),
    Verb.ANSWER_DRAFT: (State.DRAFT,),
    Verb.RECORD_SERVICE: (State.INQUIRY, State.DRAFT, State.FOUND, State.UPHELD),
    Verb.CONFIRM_ENTRY: (State.INQUIRY, State.DRAFT, State.FINDING_APPROVAL, *COMPLAINED_OF),
    Verb.RECORD_HANDLING: (State.EFFECTIVE,),
    Verb.UNDO_GAIN: (State.EFFECTIVE,),
}
TABLE: Mapping[tuple[State, Verb], State] = {
    **{(state, verb): state for verb, states in STAYING.items() for state in states},
    (State.PREPARATION, Verb.REQUEST_BEGINNING): State.BEGIN_APPROVAL,
    (State.BEGIN_APPROVAL, Verb.APPROVE_BEGINNING): State.INQUIRY,
    (State.BEGIN_APPROVAL, Verb.RETURN_BEGINNING): State.PREPARATION,
    (State.BEGIN_APPROVAL, Verb.REFUSE_BEGINNING): State.NOT_BEGUN,
    (State.INQUIRY, Verb.SERVE_DRAFT): State.DRAFT,
    (State.DRAFT, Verb.TAKE_DRAFT_BACK): State.INQUIRY,
    (State.DRAFT, Verb.REQUEST_FINDING): State.FINDING_APPROVAL,
    (State.FINDING_APPROVAL, Verb.APPROVE_FINDING): State.FOUND,
    (State.FINDING_APPROVAL, Verb.RETURN_FINDING): State.INQUIRY,
    (State.FINDING_APPROVAL, Verb.REFUSE_FINDING): State.UNPROVEN,
    **{(state, Verb.COMPLAIN): State.COMPLAINT for state in COMPLAINED_OF},
    (State.COMPLAINT, Verb.UPHOLD): State.UPHELD,
    **{(state, Verb.SET_ASIDE): State.SET_ASIDE for state in HOLDING},      # also of their own motion
    **{(state, Verb.RAISE): State.PREPARATION
       for state in (State.INQUIRY, State.DRAFT, State.FINDING_APPROVAL)},
    **{(state, Verb.RAISE): State.FINDING_APPROVAL for state in NOT_IN_EFFECT},     # with what was found
    (State.FOUND, Verb.TAKE_EFFECT): State.EFFECTIVE,
    (State.UPHELD, Verb.TAKE_EFFECT): State.EFFECTIVE,
    (State.EFFECTIVE, Verb.CONCLUDE): State.CONCLUDED,
    **{(state, Verb.END_MISTAKEN): State.MISTAKEN for state in UNDER_WAY},
    **{(state, Verb.END_UNPROVEN): State.UNPROVEN for state in UNDER_WAY},
    **{(state, Verb.HEED_MISTAKEN): State.MISTAKEN for state in BEFORE_FOUND},
    **{(state, Verb.HEED_UNPROVEN): State.UNPROVEN for state in BEFORE_FOUND},
    **{(state, Verb.HEED_MISTAKEN): State.SET_ASIDE for state in HOLDING},
    **{(state, Verb.HEED_UNPROVEN): State.SET_ASIDE for state in HOLDING},
}

HANDLES: tuple[Guard, ...] = (actor_has_no_part, actor_holds_the_case)
APPROVES: tuple[Guard, ...] = (actor_has_no_part, actor_approves)
ANSWERS: tuple[Guard, ...] = (actor_has_no_part, actor_answers_the_complaint)
SUSPECTED: tuple[Guard, ...] = (is_suspected, report_is_settled, was_never_open)
WHOLE: tuple[Guard, ...] = (
    *SUSPECTED, begun_with_approval, both_are_proven, reporter_was_heard, nothing_is_unread,
    what_was_entered_holds)

GUARDS: Mapping[Verb, tuple[Guard, ...]] = {
    Verb.ASSIGN: (actor_has_no_part,),
    Verb.RECUSE: (actor_not_recused_yet,),
    Verb.EXTEND: (actor_has_no_part, extension_remains),
    Verb.HAND_UP: (),
    Verb.POST_ENDED: (),
    Verb.TAKE_MESSAGE: (),
    Verb.TAKE_RECEIPT: (),
    Verb.MOVE_ON: (),
    Verb.RAISE: (),
    Verb.REQUEST_BEGINNING: (*HANDLES, *SUSPECTED),
    Verb.APPROVE_BEGINNING: (*APPROVES, *SUSPECTED),
    Verb.RETURN_BEGINNING: APPROVES,
    Verb.REFUSE_BEGINNING: APPROVES,
    **dict.fromkeys((Verb.ADD_EVIDENCE, Verb.WEIGH, Verb.ASK_REPORTER, Verb.RECORD_CIRCUMSTANCES,
                     Verb.RECORD_GAIN, Verb.ANSWER_DRAFT, Verb.TAKE_DRAFT_BACK, Verb.END_MISTAKEN,
                     Verb.END_UNPROVEN), HANDLES),
    **dict.fromkeys((Verb.RECORD_HANDLING, Verb.UNDO_GAIN), (*HANDLES, *SUSPECTED)),
    Verb.RECORD_HEARING: (*HANDLES, reporter_was_asked),
    Verb.RECORD_SERVICE: (*HANDLES, something_is_to_be_served),
    Verb.CONFIRM_ENTRY: (actor_has_no_part, somebody_else_entered),
    Verb.RECORD_UNHEARD: (*HANDLES, hearing_is_open, nothing_is_unread),
    Verb.SERVE_DRAFT: (*HANDLES, *WHOLE, hearing_was_open),
    Verb.REQUEST_FINDING: (*HANDLES, *WHOLE, draft_was_open_to_answer),
    Verb.APPROVE_FINDING: (*APPROVES, approves_once, *WHOLE, draft_was_open_to_answer),
    Verb.RETURN_FINDING: APPROVES,
    Verb.REFUSE_FINDING: APPROVES,
    Verb.COMPLAIN: (),
    Verb.UPHOLD: (*ANSWERS, what_was_entered_holds),
    Verb.SET_ASIDE: ANSWERS,
    Verb.TAKE_EFFECT: (*HANDLES, *SUSPECTED, complaint_time_is_over),
    Verb.CONCLUDE: (*HANDLES, *SUSPECTED, handled_and_undone),
    Verb.HEED_MISTAKEN: (),
    Verb.HEED_UNPROVEN: (),
}

TRANSITIONS: Final = Transitions(TABLE, "clarify.move_not_allowed", GUARDS)

HELD: Final[Mapping[State, Holding]] = {
    **dict.fromkeys(OPEN, at_work),
    State.BEGIN_APPROVAL: HeldBy.DECISION,      # of the organ that approves
    State.FINDING_APPROVAL: HeldBy.DECISION,
    State.COMPLAINT: HeldBy.APPEAL,             # of the organ above that one
    **dict.fromkeys(ENDED, HeldBy.NOBODY),
}
