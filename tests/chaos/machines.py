"""R14: state machines of the services and one of the chassis, so many steps."""

import math
from collections import Counter
from importlib import import_module

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test

from tests.chaos.figures import Figures
from tests.chaos.processes import Nursery
from tests.chaos.sizes import Size

MACHINES = (("tests.unit.filing.test_machine", "FilingMachine", 0.15),
            ("tests.unit.review.test_machine", "ReviewMachine", 0.15),
            ("tests.unit.determination.test_determination_machine", "DeterminationMachine", 0.1),
            ("tests.unit.determination.test_terms_machine", "TermsMachine", 0.1),
            ("tests.unit.determination.test_floor_machine", "FloorMachine", 0.1),
            ("tests.unit.determination.meeting.test_machine", "MeetingMachine", 0.1),
            ("tests.unit.determination.meeting.test_heads_machine", "HeadsMachine", 0.1),
            ("tests.unit.clarify.test_machine", "ReportMachine", 0.1),
            ("tests.unit.clarify_procedures.test_accusation_machine", "AccusationMachine", 0.1),
            ("tests.unit.clarify_procedures.test_clarification_machine", "ClarificationMachine", 0.1),
            ("tests.unit.vault.test_unsealing_machine", "Unsealing", 0.1),
            ("tests.unit.notify.test_any_order", "TwoVoices", 0.1),
            ("tests.chaos.inbox_machine", "InboxMachine", 0.1))     # its steps are real commits
PER_RUN = 50


def run(size: Size, seed_: int, nursery: Nursery, figures: Figures) -> None:
    steps, breaks = Counter[str](), 0
    for module, name, part in MACHINES:
        machine, turn, share = getattr(import_module(module), name), 0, math.ceil(size.steps * part)
        while steps[name] < share:
            try:
                _run(machine, seed_ + turn, steps, share - steps[name])
            except Exception as error:  # noqa: BLE001  (whatever breaks is what we look for)
                breaks += 1
                figures.fail(f"{name}, seed {seed_ + turn}: {type(error).__name__}: {str(error)[:300]}")
                break
            turn += 1
        figures.tell(f"{name}: {steps[name]} steps")
    figures.put(r14={"steps": sum(steps.values()), "breaks": breaks})


def _run(machine: type[RuleBasedStateMachine], number: int, steps: Counter[str], wanted: int) -> None:
    """Runs the machine for about so many steps; each step is counted as it is checked."""
    class Counted(machine):
        def check_invariants(self, *args: object, **kwargs: object) -> None:
            steps[machine.__name__] += 1
            super().check_invariants(*args, **kwargs)

    examples = max(1, min(100, wanted // PER_RUN))
    chosen = settings(max_examples=examples, stateful_step_count=PER_RUN, deadline=None, database=None,
                      phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(seed(number)(Counted), settings=chosen)


