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

MOVES: Mapping[tuple[State, MeetingVerb], State] = {
    (State.CONVENED, MeetingVerb.RECUSE_MEMBER): State.CONVENED,
    (State.CONVENED, MeetingVerb.CALL_ROLL): State.IN_SESSION,
    (State.CONVENED, MeetingVerb.ADJOURN): State.ADJOURNED,
    (State.CONVENED, MeetingVerb.NAME_CHAIR): State.ADJOURNED,
    (State.CONVENED, MeetingVerb.CANCEL): State.CANCELLED,
    (State.CONVENED, MeetingVerb.CALL_SUBSTITUTES): State.CONVENED,
    (State.CONVENED, MeetingVerb.DROP): State.CONVENED,
    (State.IN_SESSION, MeetingVerb.RECUSE_MEMBER): State.IN_SESSION,
    (State.IN_SESSION, MeetingVerb.CALL_ROLL): State.IN_SESSION,
    (State.IN_SESSION, MeetingVerb.OPEN_VOTE): State.IN_SESSION,
    (State.IN_SESSION, MeetingVerb.CAST_VOTE): State.IN_SESSION,
    (State.IN_SESSION, MeetingVerb.REVEAL_VOTES): State.IN_SESSION,
    (State.IN_SESSION, MeetingVerb.ADJOURN): State.ADJOURNED,
    (State.IN_SESSION, MeetingVerb.NAME_CHAIR): State.ADJOURNED,
    (State.IN_SESSION, MeetingVerb.CANCEL): State.CANCELLED,
    (State.IN_SESSION, MeetingVerb.CALL_SUBSTITUTES): State.IN_SESSION,
    (State.IN_SESSION, MeetingVerb.WRITE_MINUTES): State.MINUTES,
    (State.IN_SESSION, MeetingVerb.DROP): State.IN_SESSION,
    (State.IN_SESSION, MeetingVerb.VOID_VOTES): State.IN_SESSION,
    (State.ADJOURNED, MeetingVerb.RECUSE_MEMBER): State.ADJOURNED,
    (State.ADJOURNED, MeetingVerb.CALL_ROLL): State.IN_SESSION,
    (State.ADJOURNED, MeetingVerb.ADJOURN): State.ADJOURNED,
    (State.ADJOURNED, MeetingVerb.NAME_CHAIR): State.ADJOURNED,
    (State.ADJOURNED, MeetingVerb.CANCEL): State.CANCELLED,
    (State.ADJOURNED, MeetingVerb.CALL_SUBSTITUTES): State.ADJOURNED,
    (State.ADJOURNED, MeetingVerb.DROP): State.ADJOURNED,
    (State.MINUTES, MeetingVerb.RECUSE_MEMBER): State.IN_SESSION,  # votes begin anew, and so do the minutes
    (State.MINUTES, MeetingVerb.WRITE_MINUTES): State.MINUTES,
    (State.MINUTES, MeetingVerb.SIGN_MINUTES): State.MINUTES,
    (State.MINUTES, MeetingVerb.CONCLUDE): State.SIGNED,
    (State.MINUTES, MeetingVerb.ADJOURN): State.ADJOURNED,  # the signatures lapse with the text
    (State.MINUTES, MeetingVerb.NAME_CHAIR): State.ADJOURNED,
    (State.MINUTES, MeetingVerb.DROP): State.MINUTES,
    **{(state, MeetingVerb.POST_ENDED): state
       for state in (State.CONVENED, State.IN_SESSION, State.ADJOURNED, State.MINUTES)},
    (State.MINUTES, MeetingVerb.VOID_VOTES): State.IN_SESSION,  # signatures lapse, and the vote is held anew
}

OVER = frozenset({State.SIGNED, State.CANCELLED})
