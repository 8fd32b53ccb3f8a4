"""Which verb leads from which state to which. What is not in the table cannot happen."""

from collections.abc import Mapping
from enum import StrEnum

from rongcuo.contracts.review import ReviewState as State


class Verb(StrEnum):
    """What happens to a case."""

    ASSIGN = "assign"
    RECUSE = "recuse"
    ACCEPT = "accept"
    REQUEST_SUPPLEMENT = "request_supplement"
    DECLINE = "decline"
    FORM_TEAM = "form_team"
    REPORT_VERIFICATION = "report_verification"
    TAKE_UP = "take_up"
    UPHOLD = "uphold_refusal"
    SUSPEND = "suspend"
    RESUME = "resume"
    EXTEND = "extend"
    HAND_UP = "hand_up"

    VERIFY = "verify"          # what `accept` becomes where the pack asks for verification
    REFUTE = "refute"          # what `report_verification` becomes where the findings do not confirm
    SUPPLEMENT = "supplement"  # the filer's step
    OBJECT = "object"          # the filer does not take the refusal
    CLOSE = "close"            # the filer withdrew
    POST_ENDED = "post_ended"  # of somebody who held it


FOLLOWING = frozenset({Verb.VERIFY, Verb.REFUTE, Verb.SUPPLEMENT, Verb.CLOSE, Verb.OBJECT, Verb.POST_ENDED})
"""Verbs that nobody asks review for by name."""

MOVES: Mapping[tuple[State, Verb], State] = {
    (State.PRELIMINARY_REVIEW, Verb.ASSIGN): State.PRELIMINARY_REVIEW,
    (State.PRELIMINARY_REVIEW, Verb.RECUSE): State.PRELIMINARY_REVIEW,
    (State.PRELIMINARY_REVIEW, Verb.SUSPEND): State.PRELIMINARY_REVIEW,
    (State.PRELIMINARY_REVIEW, Verb.RESUME): State.PRELIMINARY_REVIEW,
    (State.PRELIMINARY_REVIEW, Verb.EXTEND): State.PRELIMINARY_REVIEW,
    **{(state, verb): state for verb in (Verb.HAND_UP, Verb.POST_ENDED)
       for state in (State.PRELIMINARY_REVIEW, State.AWAITING_SUPPLEMENT, State.VERIFICATION,
                     State.OBJECTED)},
    (State.PRELIMINARY_REVIEW, Verb.REQUEST_SUPPLEMENT): State.AWAITING_SUPPLEMENT,
    (State.PRELIMINARY_REVIEW, Verb.VERIFY): State.VERIFICATION,
    (State.PRELIMINARY_REVIEW, Verb.ACCEPT): State.ACCEPTED,
    (State.PRELIMINARY_REVIEW, Verb.DECLINE): State.DECLINED,
    (State.PRELIMINARY_REVIEW, Verb.CLOSE): State.CLOSED,
    (State.AWAITING_SUPPLEMENT, Verb.ASSIGN): State.AWAITING_SUPPLEMENT,
    (State.AWAITING_SUPPLEMENT, Verb.RECUSE): State.AWAITING_SUPPLEMENT,
    (State.AWAITING_SUPPLEMENT, Verb.SUPPLEMENT): State.PRELIMINARY_REVIEW,
    (State.AWAITING_SUPPLEMENT, Verb.DECLINE): State.DECLINED,
    (State.AWAITING_SUPPLEMENT, Verb.CLOSE): State.CLOSED,
    (State.VERIFICATION, Verb.FORM_TEAM): State.VERIFICATION,
    (State.VERIFICATION, Verb.RECUSE): State.VERIFICATION,
    (State.VERIFICATION, Verb.SUSPEND): State.VERIFICATION,
    (State.VERIFICATION, Verb.RESUME): State.VERIFICATION,
    (State.VERIFICATION, Verb.EXTEND): State.VERIFICATION,
    (State.VERIFICATION, Verb.REPORT_VERIFICATION): State.ACCEPTED,
    (State.VERIFICATION, Verb.REFUTE): State.DECLINED,
    (State.VERIFICATION, Verb.CLOSE): State.CLOSED,
    (State.DECLINED, Verb.OBJECT): State.OBJECTED,
    (State.OBJECTED, Verb.ASSIGN): State.OBJECTED,
    (State.OBJECTED, Verb.RECUSE): State.OBJECTED,
    (State.OBJECTED, Verb.TAKE_UP): State.PRELIMINARY_REVIEW,
    (State.OBJECTED, Verb.UPHOLD): State.DECLINED,
    (State.OBJECTED, Verb.CLOSE): State.CLOSED,
}

DECIDED = frozenset({State.ACCEPTED, State.DECLINED})
ENDED = DECIDED | {State.CLOSED}
