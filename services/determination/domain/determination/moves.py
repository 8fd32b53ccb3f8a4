"""Which verb leads a determination from which state to which. What is not in the table cannot happen."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from rongcuo.contracts.determination import DeterminationState as State


class Verb(StrEnum):
    """What happens to a determination."""

    ASSIGN = "assign"
    RECUSE = "recuse"
    ASK_RECUSAL = "ask_recusal"
    ANSWER_RECUSAL = "answer_recusal"
    WITHDRAW_RECUSAL = "withdraw_recusal"
    ACCEPT = "accept"
    REFUSE = "refuse"
    FORM_TEAM = "form_team"
    LINK_FILING = "link_filing"
    ADD_EVIDENCE = "add_evidence"
    RECORD_FINDING = "record_finding"
    RECORD_STATEMENT = "record_statement"
    WRITE_FACTS_MATERIAL = "write_facts_material"
    ANSWER_NEGATIVE_ITEM = "answer_negative_item"
    ASSESS = "assess"
    REPORT = "report"
    RETURN = "return"
    WITHDRAW = "withdraw"
    SUSPEND = "suspend"
    RESUME = "resume"
    EXTEND = "extend"
    HAND_UP = "hand_up"
    MAKE = "make"
    GIVE_FEEDBACK = "give_feedback"
    FILE_FOR_RECORD = "file_for_record"
    CORRECT = "correct"
    REVOKE = "revoke"
    LODGE_APPEAL = "lodge_appeal"

    DENY = "deny"        # what `report` becomes where an item of the negative list is hit
    RESOLVE = "resolve"  # the members signed what their meeting found
    POST_ENDED = "post_ended"   # of somebody who held it


FOLLOWING = frozenset({Verb.DENY, Verb.RESOLVE, Verb.POST_ENDED})
"""Verbs that nobody asks review for by name."""

ON: Final = None
"""To the state of the pack's next stage, after a correction its first one after a decision; behind the last
one the case is concluded."""

OPEN = (State.ACCEPTANCE, State.VERIFICATION, State.MEETING, State.FEEDBACK, State.RECORD_FILING)
DECIDED = (State.FEEDBACK, State.RECORD_FILING, State.CONCLUDED)
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

MOVES: Mapping[tuple[State, Verb], State | None] = {
    **{(state, verb): state for verb, states in STAYING.items() for state in states},
    (State.ACCEPTANCE, Verb.ACCEPT): ON,
    (State.ACCEPTANCE, Verb.REFUSE): State.REFUSED,
    (State.VERIFICATION, Verb.REPORT): ON,
    (State.VERIFICATION, Verb.DENY): ON,
    (State.MEETING, Verb.RETURN): State.VERIFICATION,
    (State.MEETING, Verb.MAKE): ON,
    (State.FEEDBACK, Verb.GIVE_FEEDBACK): ON,
    (State.RECORD_FILING, Verb.FILE_FOR_RECORD): ON,
    **{(state, Verb.WITHDRAW): State.WITHDRAWN
       for state in (State.ACCEPTANCE, State.VERIFICATION, State.MEETING)},
    **{(state, Verb.CORRECT): ON for state in DECIDED},   # told and filed for record anew
    **{(state, Verb.REVOKE): State.VERIFICATION for state in DECIDED},
}

ENDED = frozenset({State.CONCLUDED, State.REFUSED, State.WITHDRAWN})
SETTLED = frozenset(DECIDED)
