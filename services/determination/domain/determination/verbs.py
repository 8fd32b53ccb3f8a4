"""What happens to a determination, and the states in which it is open, decided or over."""

from enum import StrEnum

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
"""Verbs that nobody asks for by name."""

OPEN = (State.ACCEPTANCE, State.VERIFICATION, State.MEETING, State.FEEDBACK, State.RECORD_FILING)
DECIDED = (State.FEEDBACK, State.RECORD_FILING, State.CONCLUDED)
SETTLED = frozenset(DECIDED)
ENDED = frozenset({State.CONCLUDED, State.REFUSED, State.WITHDRAWN})
