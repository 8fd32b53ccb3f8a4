"""The table whole: what each state allows of the later life, and nothing else."""

import pytest

from rongcuo.contracts.filing import OversightState as State
from services.filing.domain.oversight import TRANSITIONS, OversightVerb
from services.filing.domain.oversight.transitions import TABLE

NOTED = "report_deviation guide correct dispute_deviation answer_dispute register_meddling record_outcome "
ALLOWED = {
    State.RUNNING: NOTED + "plan_checkpoints check report_progress evaluate hold_retrospective require_plan "
                           "stop_oversight follow_change lapse post_ended",
    State.STOPPED: NOTED + "hold_retrospective close_oversight resume_oversight lapse post_ended",
    State.EVALUATED: NOTED + "plan_checkpoints check report_progress evaluate hold_retrospective "
                             "close_oversight require_plan stop_oversight follow_change lapse post_ended",
    State.CLOSED: "register_meddling record_outcome hold_retrospective resume_oversight follow_change lapse "
                  "post_ended",
}
MOVES = {
    (State.RUNNING, "evaluate"): State.EVALUATED, (State.RUNNING, "stop_oversight"): State.STOPPED,
    (State.STOPPED, "resume_oversight"): State.RUNNING, (State.STOPPED, "close_oversight"): State.CLOSED,
    (State.EVALUATED, "stop_oversight"): State.STOPPED, (State.EVALUATED, "close_oversight"): State.CLOSED,
    (State.CLOSED, "resume_oversight"): State.RUNNING,
}


@pytest.mark.parametrize("state", State)
def test_a_state_allows_what_it_allows_and_nothing_else(state: State) -> None:
    allowed = {verb.value for verb in OversightVerb if TRANSITIONS.allow(state, verb)}
    assert allowed == set(ALLOWED[state].split())


def test_only_seven_steps_change_the_state() -> None:
    moved = {(state, verb.value): after for (state, verb), after in TABLE.items() if after is not state}
    assert moved == MOVES
