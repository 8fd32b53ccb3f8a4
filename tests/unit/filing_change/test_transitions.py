"""The table whole: what each state allows of a change, and nothing else."""

import pytest

from rongcuo.contracts.filing import ChangeState as State
from services.filing.domain.change import PENDING, TRANSITIONS, ChangeVerb
from services.filing.domain.change.transitions import TABLE

ALLOWED = {
    State.OPEN: {"take_change": State.OPEN, "step_back": State.OPEN, "post_ended": State.OPEN,
                 "approve_change": State.APPROVED, "decline_change": State.DECLINED,
                 "withdraw_change": State.WITHDRAWN, "lapse_change": State.LAPSED},
    State.DECLINED: {"object_to_change": State.OBJECTED},
    State.OBJECTED: {"approve_after_all": State.APPROVED, "uphold_change": State.DECLINED,
                     "withdraw_change": State.WITHDRAWN, "lapse_change": State.LAPSED},
    State.APPROVED: {}, State.WITHDRAWN: {}, State.LAPSED: {},
}


@pytest.mark.parametrize("state", State)
def test_a_state_allows_what_it_allows_and_nothing_else(state: State) -> None:
    assert {verb.value: TABLE[state, verb] for verb in ChangeVerb
            if TRANSITIONS.allow(state, verb)} == ALLOWED[state]


def test_what_waits_is_what_can_be_withdrawn_and_lapses() -> None:
    for verb in (ChangeVerb.WITHDRAW, ChangeVerb.LAPSE):
        assert {state for state in State if TRANSITIONS.allow(state, verb)} == PENDING
