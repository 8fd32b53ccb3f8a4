"""The life of a clarification on one page: which verb leads where, what must hold before, and in whose hands
it is meanwhile. Nothing is carried out that was not approved, nothing approved of which the person was not
asked."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from rongcuo.casework.guards import (
    actor_has_no_part,
    actor_holds_the_case,
    actor_not_recused_yet,
    extension_remains,
)
from rongcuo.casework.holding import Holding, at_work
from rongcuo.casework.transitions import Guard, Transitions
from rongcuo.contracts.clarify import ClarificationState as State
from rongcuo.contracts.review import HeldBy
from services.clarify.domain.clarification.closing_guards import (
    still_troubles,
    visit_is_known,
    visit_is_theirs_to_answer,
    whoever_may_close,
)
from services.clarify.domain.clarification.guards import (
    actor_answers_the_objection,
    actor_is_concerned,
    actor_is_the_head,
    applied_for,
    concerned_or_caseworker,
    concerned_says_it,
    may_be_refused,
    no_mode_is_left,
    no_objection_waits,
    objection_remains,
    opinion_is_heeded,
    opinion_is_known,
    opinion_was_asked,
    plan_is_sound,
    report_is_linked,
    report_is_settled,
    something_was_done_since,
    stays_with_its_report,
)
from services.clarify.domain.clarification.reaching import served_on_paper, something_is_unread


class ClarificationVerb(StrEnum):
    """What happens to it."""

    ASSIGN = "assign"
    RECUSE = "recuse"
    EXTEND = "extend"
    HAND_UP = "hand_up"
    POST_ENDED = "post_ended"

    LINK_REPORT = "link_report"
    ASSESS = "assess"
    PLAN = "plan"
    ASK_OPINION = "ask_opinion"
    GIVE_OPINION = "give_opinion"
    READ = "read"                      # what was put to the person has reached them
    SERVE = "serve"                    # or was served on them on paper
    REQUEST_APPROVAL = "request_approval"
    PROPOSE_REFUSAL = "propose_refusal"
    APPROVE = "approve"
    RETURN = "return"
    REFUSE = "refuse"
    OBJECT = "object"
    DIRECT = "direct"                  # the next level: clear
    UPHOLD_REFUSAL = "uphold_refusal"  # or the refusal stands
    RECORD_ACT = "record_act"
    DROP_MODE = "drop_mode"
    ASK_UNIT = "ask_unit"
    ANSWER_UNIT = "answer_unit"
    FINISH = "finish"
    ARCHIVE = "archive"
    VISIT = "visit"
    ANSWER_VISIT = "answer_visit"
    GIVE_FEEDBACK = "give_feedback"
    WITHDRAW = "withdraw"
    REPORT_CLOSED = "report_closed"        # what was found of it stands
    REPORT_CHANGED = "report_changed"      # it was found otherwise before its end
    MOVE_ON = "move_on"                    # nobody is left there who may answer an objection
    DECLINE = "decline"                    # with the report: its clearing question was answered with no


Verb = ClarificationVerb
FOLLOWING = frozenset({Verb.POST_ENDED, Verb.REPORT_CLOSED, Verb.REPORT_CHANGED, Verb.DECLINE, Verb.MOVE_ON})
"""Verbs that nobody asks for by name."""

INSIDE = frozenset({
    Verb.RECUSE, Verb.RETURN, Verb.PROPOSE_REFUSAL, Verb.HAND_UP, Verb.ASK_UNIT, Verb.ASSESS,
    Verb.LINK_REPORT, Verb.REPORT_CLOSED, Verb.REPORT_CHANGED})
"""Steps that the organ tells nobody of, not even that there was one."""
OWN_STEPS = frozenset({
    Verb.LINK_REPORT, Verb.ASSESS, Verb.PLAN, Verb.REQUEST_APPROVAL, Verb.PROPOSE_REFUSAL, Verb.FINISH,
    Verb.ARCHIVE, Verb.VISIT})
"""Whose steps they are does not approve it."""

ENDED = frozenset({State.CLOSED, State.REFUSED, State.WITHDRAWN})
OPEN = tuple(state for state in State if state not in ENDED)
AT_WORK = (State.ASSESSMENT, State.CARRYING_OUT, State.ARCHIVE, State.VISIT, State.FEEDBACK)
TIMED = (State.ASSESSMENT, State.CARRYING_OUT)
BEFORE_ACTS = (State.ASSESSMENT, State.APPROVAL)
AFTER_APPROVAL = (State.CARRYING_OUT, State.ARCHIVE, State.VISIT, State.FEEDBACK)

STAYING: Mapping[Verb, tuple[State, ...]] = {
    Verb.ASSIGN: AT_WORK,      # not while others decide: whoever held it does not
    Verb.RECUSE: OPEN,
    Verb.POST_ENDED: OPEN,
    Verb.HAND_UP: (*AT_WORK, State.APPROVAL),
    Verb.EXTEND: TIMED,
    **dict.fromkeys((Verb.LINK_REPORT, Verb.ASSESS, Verb.PLAN, Verb.ASK_OPINION), (State.ASSESSMENT,)),
    Verb.GIVE_OPINION: BEFORE_ACTS,     # until it is decided, they may say otherwise
    **dict.fromkeys((Verb.READ, Verb.SERVE), (*BEFORE_ACTS, State.REFUSED, State.FEEDBACK)),
    Verb.ANSWER_VISIT: (State.FEEDBACK,),
    Verb.REPORT_CLOSED: (State.ASSESSMENT,),
    Verb.RECORD_ACT: (State.CARRYING_OUT,),
    Verb.DROP_MODE: (State.CARRYING_OUT,),
    Verb.ASK_UNIT: AFTER_APPROVAL,
    Verb.ANSWER_UNIT: AFTER_APPROVAL,
    Verb.OBJECT: (*BEFORE_ACTS, *AFTER_APPROVAL),     # nothing comes of it, or a mode was dropped
    Verb.MOVE_ON: (State.OBJECTED, *BEFORE_ACTS, *AFTER_APPROVAL),
    Verb.UPHOLD_REFUSAL: (*BEFORE_ACTS, *AFTER_APPROVAL),
    Verb.DIRECT: (*BEFORE_ACTS, State.CARRYING_OUT),
}
TABLE: Mapping[tuple[State, Verb], State] = {
    **{(state, verb): state for verb, states in STAYING.items() for state in states},
    (State.ASSESSMENT, Verb.REQUEST_APPROVAL): State.APPROVAL,
    (State.ASSESSMENT, Verb.PROPOSE_REFUSAL): State.APPROVAL,
    (State.APPROVAL, Verb.APPROVE): State.CARRYING_OUT,
    (State.APPROVAL, Verb.RETURN): State.ASSESSMENT,
    (State.APPROVAL, Verb.REFUSE): State.REFUSED,
    (State.REFUSED, Verb.OBJECT): State.OBJECTED,
    (State.OBJECTED, Verb.DIRECT): State.ASSESSMENT,
    (State.OBJECTED, Verb.UPHOLD_REFUSAL): State.REFUSED,
    **dict.fromkeys(((state, Verb.DIRECT) for state in AFTER_APPROVAL[1:]), State.CARRYING_OUT),
    (State.FEEDBACK, Verb.RETURN): State.CARRYING_OUT,     # it still has effects
    (State.CARRYING_OUT, Verb.FINISH): State.ARCHIVE,
    (State.ARCHIVE, Verb.ARCHIVE): State.VISIT,
    (State.VISIT, Verb.VISIT): State.FEEDBACK,
    (State.FEEDBACK, Verb.GIVE_FEEDBACK): State.CLOSED,
    (State.ASSESSMENT, Verb.WITHDRAW): State.WITHDRAWN,
    (State.APPROVAL, Verb.WITHDRAW): State.WITHDRAWN,
    (State.ASSESSMENT, Verb.REPORT_CHANGED): State.WITHDRAWN,
    (State.ASSESSMENT, Verb.DECLINE): State.REFUSED,
}

HANDLES: tuple[Guard, ...] = (actor_has_no_part, actor_holds_the_case)
HEADS: tuple[Guard, ...] = (actor_has_no_part, actor_is_the_head)
ANSWERS: tuple[Guard, ...] = (actor_has_no_part, actor_answers_the_objection)
READY: tuple[Guard, ...] = (report_is_linked, plan_is_sound, opinion_is_known, opinion_is_heeded)

GUARDS: Mapping[Verb, tuple[Guard, ...]] = {
    Verb.ASSIGN: (actor_has_no_part,),
    Verb.RECUSE: (actor_not_recused_yet,),
    Verb.EXTEND: (actor_has_no_part, extension_remains),
    Verb.HAND_UP: (),
    Verb.POST_ENDED: (),
    Verb.REPORT_CLOSED: (),
    Verb.REPORT_CHANGED: (),
    Verb.DECLINE: (),
    Verb.MOVE_ON: (),
    Verb.LINK_REPORT: (*HANDLES, applied_for, stays_with_its_report),
    Verb.ASSESS: (*HANDLES, report_is_linked),
    **dict.fromkeys((Verb.RECORD_ACT, Verb.ASK_UNIT, Verb.ANSWER_UNIT), HANDLES),
    **dict.fromkeys((Verb.ARCHIVE, Verb.VISIT), (*HANDLES, no_objection_waits)),
    Verb.ANSWER_VISIT: (concerned_says_it, visit_is_theirs_to_answer),
    Verb.GIVE_FEEDBACK: (actor_has_no_part, whoever_may_close, no_objection_waits, visit_is_known),
    Verb.READ: (actor_is_concerned, something_is_unread),
    Verb.SERVE: (actor_has_no_part, concerned_or_caseworker, served_on_paper, something_is_unread),
    Verb.DROP_MODE: (*HEADS, no_objection_waits),
    Verb.PLAN: (*HANDLES, report_is_linked),
    Verb.ASK_OPINION: (*HANDLES, report_is_settled, plan_is_sound),
    Verb.GIVE_OPINION: (concerned_says_it, opinion_was_asked),
    Verb.REQUEST_APPROVAL: (*HANDLES, report_is_settled, *READY),
    Verb.PROPOSE_REFUSAL: (*HANDLES, may_be_refused, report_is_settled),
    Verb.APPROVE: (*HEADS, *READY),
    Verb.RETURN: (*HEADS, still_troubles),
    Verb.REFUSE: (*HEADS, may_be_refused),
    Verb.OBJECT: (concerned_says_it, objection_remains),
    Verb.DIRECT: ANSWERS,
    Verb.UPHOLD_REFUSAL: ANSWERS,
    Verb.FINISH: (*HANDLES, no_mode_is_left, something_was_done_since, no_objection_waits),
    Verb.WITHDRAW: (actor_is_concerned, applied_for),
}

TRANSITIONS: Final = Transitions(TABLE, "clarify.move_not_allowed", GUARDS)

def _told(case: Any) -> HeldBy:
    """What still has effects, the head has."""
    return HeldBy.DECISION if case.troubled else at_work(case)


HELD: Final[Mapping[State, Holding]] = {
    **dict.fromkeys(AT_WORK, at_work),
    State.APPROVAL: HeldBy.DECISION,
    State.FEEDBACK: _told,
    State.OBJECTED: HeldBy.APPEAL,      # of the next level
    **dict.fromkeys(ENDED, HeldBy.NOBODY),
}
