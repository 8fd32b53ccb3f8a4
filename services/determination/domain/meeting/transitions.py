"""Which verb leads a meeting from which state to which. What is not in the table cannot happen."""

from collections.abc import Mapping
from enum import StrEnum

from rongcuo.contracts.determination.enums import MeetingState as State


class MeetingVerb(StrEnum):
    """What happens to a joint meeting."""

    RECUSE_MEMBER = "recuse_member"
    CALL_ROLL = "call_roll"
    OPEN_VOTE = "open_vote"
    CAST_VOTE = "cast_vote"
    REVEAL_VOTES = "reveal_votes"
    ADJOURN = "adjourn"
    NAME_CHAIR = "name_chair"
    CALL_SUBSTITUTES = "call_substitutes"
    CANCEL = "cancel"
    WRITE_MINUTES = "write_minutes"
    SIGN_MINUTES = "sign_minutes"

    CONCLUDE = "conclude"  # what `sign_minutes` becomes with the last signature
    DROP = "drop"          # a case of the agenda was withdrawn
    VOID_VOTES = "ballots_differ"   # votes are not those that were cast
    POST_ENDED = "post_ended"     # of a member


FOLLOWING = frozenset({MeetingVerb.CONCLUDE, MeetingVerb.DROP, MeetingVerb.VOID_VOTES,
                       MeetingVerb.POST_ENDED})
"""Verbs that nobody asks for by name."""

OF_AN_ITEM = (
    MeetingVerb.OPEN_VOTE, MeetingVerb.CAST_VOTE, MeetingVerb.REVEAL_VOTES, MeetingVerb.RECUSE_MEMBER)
"""Verbs that are asked for an item of the agenda."""

BEFORE_MINUTES = (State.CONVENED, State.IN_SESSION, State.ADJOURNED)
OPEN = (*BEFORE_MINUTES, State.MINUTES)

STAYING: Mapping[MeetingVerb, tuple[State, ...]] = {
    MeetingVerb.RECUSE_MEMBER: BEFORE_MINUTES,
    MeetingVerb.CALL_SUBSTITUTES: BEFORE_MINUTES,
    MeetingVerb.OPEN_VOTE: (State.IN_SESSION,),
    MeetingVerb.CAST_VOTE: (State.IN_SESSION,),
    MeetingVerb.REVEAL_VOTES: (State.IN_SESSION,),
    MeetingVerb.VOID_VOTES: (State.IN_SESSION,),
    MeetingVerb.WRITE_MINUTES: (State.MINUTES,),
    MeetingVerb.SIGN_MINUTES: (State.MINUTES,),
    MeetingVerb.DROP: OPEN,
    MeetingVerb.POST_ENDED: OPEN,
}
MOVES: Mapping[tuple[State, MeetingVerb], State] = {
    **{(state, verb): state for verb, states in STAYING.items() for state in states},
    **{(state, MeetingVerb.CALL_ROLL): State.IN_SESSION for state in BEFORE_MINUTES},
    **{(state, MeetingVerb.CANCEL): State.CANCELLED for state in BEFORE_MINUTES},
    **{(state, MeetingVerb.ADJOURN): State.ADJOURNED for state in OPEN},   # signatures lapse with the text
    **{(state, MeetingVerb.NAME_CHAIR): State.ADJOURNED for state in OPEN},
    (State.IN_SESSION, MeetingVerb.WRITE_MINUTES): State.MINUTES,
    (State.MINUTES, MeetingVerb.RECUSE_MEMBER): State.IN_SESSION,  # votes begin anew, and so do the minutes
    (State.MINUTES, MeetingVerb.VOID_VOTES): State.IN_SESSION,  # signatures lapse, and the vote is held anew
    (State.MINUTES, MeetingVerb.CONCLUDE): State.SIGNED,
}

OVER = frozenset({State.SIGNED, State.CANCELLED})
