"""The life of a problem on one page: which verb leads where, and what must hold before. What was
closed is open again where its rule is repealed, or where it comes up once more."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from rongcuo.casework.guards import actor_has_no_part, actor_not_recused_yet
from rongcuo.casework.holding import Holding
from rongcuo.casework.transitions import Guard, Transitions
from rongcuo.contracts.followup import ProblemState as State
from rongcuo.contracts.review import HeldBy
from services.followup.domain.problem.guards import (
    a_measure_is_open,
    a_measure_is_pending,
    a_rule_holds,
    actor_leads,
    evidence_was_brought,
    measures_are_settled,
    nothing_was_done,
    risk_point_is_there,
    rule_is_there,
    situation_is_known,
)


class ProblemVerb(StrEnum):
    """What happens to it."""

    RECUSE = "recuse"
    HAND_UP = "hand_up"
    POST_ENDED = "post_ended"

    DESCRIBE = "describe"
    DISMISS = "dismiss"
    MERGE = "merge"
    ABSORB = "absorb"          # another one was this one again
    PLAN_MEASURE = "plan_measure"
    MOVE_MEASURE = "move_measure"
    REPORT_MEASURE = "report_measure"
    RETURN_MEASURE = "return_measure"
    CLOSE_MEASURE = "close_measure"
    DROP_MEASURE = "drop_measure"
    ENTER_RULE = "enter_rule"
    REPEAL_RULE = "repeal_rule"
    WRITE_RISK_POINT = "write_risk_point"
    WITHDRAW_RISK_POINT = "withdraw_risk_point"
    RECUR = "recur"
    CLOSE = "close"


Verb = ProblemVerb
FOLLOWING = frozenset({Verb.POST_ENDED, Verb.ABSORB})
"""Verbs that nobody asks for by name."""

AT_WORK = (State.RAISED, State.OPEN)
ENDED = frozenset({State.CLOSED, State.MERGED, State.DISMISSED})

STAYING: Mapping[Verb, tuple[State, ...]] = {
    **dict.fromkeys((Verb.RECUSE, Verb.HAND_UP, Verb.POST_ENDED), AT_WORK),
    **dict.fromkeys((
        Verb.PLAN_MEASURE, Verb.MOVE_MEASURE, Verb.REPORT_MEASURE, Verb.RETURN_MEASURE, Verb.CLOSE_MEASURE,
        Verb.DROP_MEASURE), (State.OPEN,)),
    **dict.fromkeys((Verb.ENTER_RULE, Verb.WRITE_RISK_POINT, Verb.WITHDRAW_RISK_POINT),
                    (State.OPEN, State.CLOSED)),
}
TABLE: Mapping[tuple[State, Verb], State] = {
    **{(state, verb): state for verb, states in STAYING.items() for state in states},
    **{(state, Verb.DESCRIBE): State.OPEN for state in (*AT_WORK, State.DISMISSED)},
    **{(state, Verb.DISMISS): State.DISMISSED for state in AT_WORK},
    **{(state, Verb.MERGE): State.MERGED for state in AT_WORK},
    **{(state, verb): State.OPEN for verb in (Verb.ABSORB, Verb.RECUR, Verb.REPEAL_RULE)
       for state in (State.OPEN, State.CLOSED)},
    (State.OPEN, Verb.CLOSE): State.CLOSED,
}

WORKS: tuple[Guard, ...] = (actor_has_no_part,)
LEADS: tuple[Guard, ...] = (actor_has_no_part, actor_leads)

GUARDS: Mapping[Verb, tuple[Guard, ...]] = {
    Verb.RECUSE: (actor_not_recused_yet,),
    Verb.HAND_UP: (),
    Verb.POST_ENDED: (),
    **dict.fromkeys((Verb.DESCRIBE, Verb.MERGE, Verb.ABSORB, Verb.PLAN_MEASURE, Verb.ENTER_RULE, Verb.RECUR),
                    WORKS),
    Verb.DISMISS: (*WORKS, nothing_was_done),
    Verb.REPORT_MEASURE: (*WORKS, a_measure_is_open),
    Verb.RETURN_MEASURE: (*WORKS, evidence_was_brought),
    Verb.CLOSE_MEASURE: (*WORKS, evidence_was_brought),
    Verb.MOVE_MEASURE: (*LEADS, a_measure_is_pending),
    Verb.DROP_MEASURE: (*LEADS, a_measure_is_pending),
    Verb.REPEAL_RULE: (*WORKS, a_rule_holds),
    Verb.WRITE_RISK_POINT: (*WORKS, situation_is_known),
    Verb.WITHDRAW_RISK_POINT: (*WORKS, risk_point_is_there),
    Verb.CLOSE: (*LEADS, measures_are_settled, rule_is_there),
}

TRANSITIONS: Final = Transitions(TABLE, "followup.move_not_allowed", GUARDS)


def with_measures(problem: Any) -> HeldBy:
    """With the owners of what is open; without a measure it is the organ's to plan one, and what is reported,
    is nobody's any more or wants closing is the leads'."""
    if problem.to_act:
        return HeldBy.HANDLER
    return HeldBy.DECISION if problem.measures else HeldBy.ASSIGNMENT


HELD: Final[Mapping[State, Holding]] = {
    State.RAISED: HeldBy.ASSIGNMENT, State.OPEN: with_measures, **dict.fromkeys(ENDED, HeldBy.NOBODY)}
