"""The life of a review on one page: which verb leads from which state to which, what must hold before, and in
whose hands it is meanwhile."""

from collections.abc import Mapping
from enum import StrEnum
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
from rongcuo.contracts.review import HeldBy
from rongcuo.contracts.review import ReviewState as State
from services.review.domain.guards import (
    actor_did_not_refuse,
    actor_is_not_in_doubt,
    supplement_not_awaited,
    supplement_remains,
)


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

OPEN = (State.PRELIMINARY_REVIEW, State.AWAITING_SUPPLEMENT, State.VERIFICATION, State.OBJECTED)

STAYING: Mapping[Verb, tuple[State, ...]] = {
    Verb.ASSIGN: (State.PRELIMINARY_REVIEW, State.AWAITING_SUPPLEMENT, State.OBJECTED),
    Verb.FORM_TEAM: (State.VERIFICATION,),
    Verb.RECUSE: OPEN,
    Verb.SUSPEND: (State.PRELIMINARY_REVIEW, State.VERIFICATION),
    Verb.RESUME: (State.PRELIMINARY_REVIEW, State.VERIFICATION),
    Verb.EXTEND: (State.PRELIMINARY_REVIEW, State.VERIFICATION),
    Verb.HAND_UP: OPEN,
    Verb.POST_ENDED: OPEN,
}
TABLE: Mapping[tuple[State, Verb], State] = {
    **{(state, verb): state for verb, states in STAYING.items() for state in states},
    (State.PRELIMINARY_REVIEW, Verb.REQUEST_SUPPLEMENT): State.AWAITING_SUPPLEMENT,
    (State.AWAITING_SUPPLEMENT, Verb.SUPPLEMENT): State.PRELIMINARY_REVIEW,
    (State.PRELIMINARY_REVIEW, Verb.ACCEPT): State.ACCEPTED,
    (State.PRELIMINARY_REVIEW, Verb.VERIFY): State.VERIFICATION,
    (State.PRELIMINARY_REVIEW, Verb.DECLINE): State.DECLINED,
    (State.AWAITING_SUPPLEMENT, Verb.DECLINE): State.DECLINED,
    (State.VERIFICATION, Verb.REPORT_VERIFICATION): State.ACCEPTED,
    (State.VERIFICATION, Verb.REFUTE): State.DECLINED,
    (State.DECLINED, Verb.OBJECT): State.OBJECTED,
    (State.OBJECTED, Verb.TAKE_UP): State.PRELIMINARY_REVIEW,
    (State.OBJECTED, Verb.UPHOLD): State.DECLINED,
    **{(state, Verb.CLOSE): State.CLOSED for state in OPEN},
}

DECIDES: tuple[Guard, ...] = (actor_has_no_part, actor_holds_the_case, actor_is_not_in_doubt)
REPORTS: tuple[Guard, ...] = (actor_has_no_part, team_is_formed, actor_holds_the_case, actor_is_not_in_doubt)

GUARDS: Mapping[Verb, tuple[Guard, ...]] = {
    Verb.ASSIGN: (actor_has_no_part,),
    Verb.RECUSE: (actor_not_recused_yet,),
    Verb.ACCEPT: DECIDES,
    Verb.VERIFY: DECIDES,
    Verb.DECLINE: (*DECIDES, supplement_not_awaited),
    Verb.REQUEST_SUPPLEMENT: (*DECIDES, supplement_remains, clock_runs),
    Verb.FORM_TEAM: (actor_has_no_part,),
    Verb.REPORT_VERIFICATION: REPORTS,
    Verb.REFUTE: REPORTS,
    Verb.TAKE_UP: (*DECIDES, actor_did_not_refuse),
    Verb.UPHOLD: (*DECIDES, actor_did_not_refuse),
    Verb.SUSPEND: (actor_has_no_part, clock_runs),
    Verb.RESUME: (actor_has_no_part, clock_stands_still),
    Verb.EXTEND: (actor_has_no_part, clock_runs, extension_remains),
    Verb.HAND_UP: (),
    Verb.SUPPLEMENT: (),
    Verb.CLOSE: (),
    Verb.OBJECT: (),
    Verb.POST_ENDED: (),
}

TRANSITIONS: Final = Transitions(TABLE, "review.move_not_allowed", GUARDS)

DECIDED = frozenset({State.ACCEPTED, State.DECLINED})
ENDED = DECIDED | {State.CLOSED}

HELD: Final[Mapping[State, Holding]] = {
    State.PRELIMINARY_REVIEW: at_work,
    State.AWAITING_SUPPLEMENT: HeldBy.FILER,
    State.VERIFICATION: in_verification,
    State.ACCEPTED: HeldBy.NOBODY,     # the filer's own, in the register
    State.DECLINED: HeldBy.NOBODY,
    State.OBJECTED: at_work,
    State.CLOSED: HeldBy.NOBODY,
}
