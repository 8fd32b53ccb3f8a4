"""The life of a proposal on one page: which verb leads where, and what must hold before. Nobody reviews what
they wrote, and nobody approves what they wrote or reviewed."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from rongcuo.casework.guards import actor_has_no_part, actor_holds_the_case, actor_not_recused_yet
from rongcuo.casework.holding import Holding, at_work
from rongcuo.casework.transitions import Guard, Transitions
from rongcuo.contracts.followup import ProposalState as State
from rongcuo.contracts.review import HeldBy
from services.followup.domain.proposal.guards import (
    actor_did_not_review_it,
    actor_did_not_write_it,
    actor_leads,
    addressee_or_handler,
    evaluated_as_failed,
    evaluated_as_passed,
    extension_remains,
    is_not_signed_for,
    is_signed_for_or_by_account,
    may_be_referred,
    not_returned_before,
    soon_enough_to_recur,
)


class ProposalVerb(StrEnum):
    """What happens to it."""

    ASSIGN = "assign"
    RECUSE = "recuse"
    POST_ENDED = "post_ended"

    REVISE = "revise_proposal"
    REVIEW = "review_proposal"
    SEND_BACK = "send_back"
    APPROVE = "approve_proposal"
    DELIVER = "deliver"
    SIGN_FOR = "sign_for"
    ACKNOWLEDGE = "acknowledge_proposal"
    PLAN = "plan_rectification"
    REPLY = "reply"
    EXTEND = "extend_reply"
    REMIND = "remind"
    EVALUATE = "evaluate_rectification"
    CLOSE = "close_proposal"
    RETURN = "return_rectification"
    REFER = "refer"
    RECORD_SUPERIOR = "record_superior"
    LOOK_BACK = "look_back"
    RECUR = "recur"
    WITHDRAW = "withdraw_proposal"
    FOUND_AGAIN = "found_again"        # a later proposal names the same problem in the same unit
    ADDRESSEE_NAMED = "addressee_named"    # it is called otherwise, or was merged into another unit
    TELL_DUE = "tell_due"              # the platform: the answer is due soon
    TELL_OVERDUE = "tell_overdue"      # and that its day is over


Verb = ProposalVerb
FOLLOWING = frozenset({Verb.POST_ENDED, Verb.FOUND_AGAIN, Verb.ADDRESSEE_NAMED, Verb.TELL_DUE,
                       Verb.TELL_OVERDUE})
"""Verbs that nobody asks for by name."""

PREPARING = (State.DRAFT, State.REVIEWED, State.APPROVED)
AWAITED = (State.DELIVERED, State.ACKNOWLEDGED, State.PLANNED, State.RETURNED)     # of the addressee
CLOSED = (State.CLOSED, State.ONCE_LOOKED_BACK, State.LOOKED_BACK)
ENDED = frozenset({State.LOOKED_BACK, State.RECURRED, State.WITHDRAWN})
OPEN = tuple(each for each in State if each not in ENDED)

STAYING: Mapping[Verb, tuple[State, ...]] = {
    **dict.fromkeys((Verb.ASSIGN, Verb.RECUSE, Verb.POST_ENDED), OPEN),
    Verb.ADDRESSEE_NAMED: (*OPEN, State.LOOKED_BACK),
    Verb.REVISE: (State.DRAFT,),
    Verb.SIGN_FOR: (State.DELIVERED,),
    Verb.PLAN: (State.PLANNED, State.RETURNED),
    Verb.EXTEND: (State.DELIVERED, State.ACKNOWLEDGED, State.PLANNED),
    **dict.fromkeys((Verb.REMIND, Verb.TELL_DUE, Verb.TELL_OVERDUE), AWAITED),
}
TABLE: Mapping[tuple[State, Verb], State] = {
    **{(state, verb): state for verb, states in STAYING.items() for state in states},
    (State.DRAFT, Verb.REVIEW): State.REVIEWED,
    **{(state, Verb.SEND_BACK): State.DRAFT for state in (State.DRAFT, State.REVIEWED)},
    (State.REVIEWED, Verb.APPROVE): State.APPROVED,
    (State.APPROVED, Verb.DELIVER): State.DELIVERED,
    (State.DELIVERED, Verb.ACKNOWLEDGE): State.ACKNOWLEDGED,
    (State.ACKNOWLEDGED, Verb.PLAN): State.PLANNED,
    **{(state, Verb.REPLY): State.REPLIED for state in (State.PLANNED, State.RETURNED)},
    (State.REPLIED, Verb.EVALUATE): State.EVALUATED,
    (State.EVALUATED, Verb.CLOSE): State.CLOSED,
    (State.EVALUATED, Verb.RETURN): State.RETURNED,
    **{(state, Verb.REFER): State.REFERRED for state in (State.EVALUATED, *AWAITED)},
    (State.REFERRED, Verb.RECORD_SUPERIOR): State.CLOSED,
    (State.CLOSED, Verb.LOOK_BACK): State.ONCE_LOOKED_BACK,
    (State.ONCE_LOOKED_BACK, Verb.LOOK_BACK): State.LOOKED_BACK,
    **{(state, verb): State.RECURRED for state in CLOSED for verb in (Verb.RECUR, Verb.FOUND_AGAIN)},
    **{(state, Verb.WITHDRAW): State.WITHDRAWN for state in (*PREPARING, *AWAITED)},
}

HANDLES: tuple[Guard, ...] = (actor_has_no_part, actor_holds_the_case)
LEADS: tuple[Guard, ...] = (actor_has_no_part, actor_leads)

GUARDS: Mapping[Verb, tuple[Guard, ...]] = {
    Verb.ASSIGN: LEADS,
    Verb.RECUSE: (actor_not_recused_yet,),
    **dict.fromkeys(FOLLOWING, ()),
    Verb.REVISE: HANDLES,
    Verb.REVIEW: (actor_has_no_part, actor_did_not_write_it),
    Verb.SEND_BACK: (actor_has_no_part, actor_did_not_write_it),
    Verb.APPROVE: (*LEADS, actor_did_not_write_it, actor_did_not_review_it),
    Verb.DELIVER: HANDLES,
    Verb.SIGN_FOR: (addressee_or_handler, is_not_signed_for),
    Verb.ACKNOWLEDGE: (addressee_or_handler, is_signed_for_or_by_account),
    Verb.PLAN: (addressee_or_handler,),
    Verb.REPLY: (addressee_or_handler,),
    Verb.EXTEND: (*LEADS, extension_remains),
    Verb.REMIND: HANDLES,
    Verb.EVALUATE: HANDLES,
    Verb.CLOSE: (*LEADS, evaluated_as_passed),
    Verb.RETURN: (*LEADS, evaluated_as_failed, not_returned_before),
    Verb.REFER: (*LEADS, may_be_referred),
    Verb.RECORD_SUPERIOR: HANDLES,
    Verb.LOOK_BACK: HANDLES,
    Verb.RECUR: (*HANDLES, soon_enough_to_recur),
    Verb.WITHDRAW: LEADS,
}

TRANSITIONS: Final = Transitions(TABLE, "followup.proposal_not_allowed", GUARDS)

HELD: Final[Mapping[State, Holding]] = {
    **dict.fromkeys(OPEN, at_work), **dict.fromkeys(ENDED, HeldBy.NOBODY),
    **dict.fromkeys((State.REVIEWED, State.EVALUATED), HeldBy.DECISION)}
