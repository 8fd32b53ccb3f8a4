"""Assessments and the bare work beside them, in turns; prints the seconds each took."""

import json
import time
from typing import Any
from uuid import uuid4

import psycopg2

from bench import matter
from bench.assessment_cases import OPENING, reviewer
from bench.assessment_rows import AssessmentRows
from bench.caller import Caller, calling, timed
from bench.progress import progress
from bench.submit_pairs import REST
from rongcuo.chassis.call_context import CallContext, new_correlation_id
from rongcuo.contracts.determination import Assess, Criterion, DeterminationView, Leaning
from rongcuo.contracts.determination.operations import ASSESS
from rongcuo.contracts.serialisation import dump
from rongcuo.policy.rules import Rules

SET = "three_distinctions"


def main(facts: dict[str, Any]) -> None:
    """Measure, print, end."""
    print(json.dumps(calling(facts, lambda caller: _pairs(Assessor(caller, facts["cases"]), facts))))


class Assessor:
    """Assesses one case after the other, with the platform's own client and with nameko's."""

    def __init__(self, caller: Caller, cases: list[str]) -> None:
        self._caller = caller
        self._cases = iter(cases)
        pack = Rules(None).pack(matter.ORGAN, OPENING.act.since)
        self._answers = tuple(
            Criterion(criterion=item.code, leaning=Leaning.TOLERATE, evidence=("e1",),
                      reason="有会议纪要为证，出于公心，程序上的瑕疵已经补救")
            for item in pack.criteria_sets[SET])
        asked = dump(self._command(uuid4().hex))
        told = dump(self.assess())
        self._plain = asked | {"padding": "—" * (max(0, _size(told) - _size(asked)) // 6)}

    def assess(self) -> DeterminationView:
        """One assessment, of a case that has none."""
        context = CallContext(reviewer(), new_correlation_id(), time.time() + 10)
        return self._caller.calls.ask(context, ASSESS, self._command(next(self._cases)))

    def bare_call(self) -> None:
        """As many bytes to a stock service and back, together."""
        self._caller.echo.echo({**self._plain, "command_id": uuid4().hex})

    def _command(self, case_id: str) -> Assess:
        return Assess(command_id=uuid4().hex, case_id=case_id, criteria_set=SET, answers=self._answers)


def _pairs(assessor: Assessor, facts: dict[str, Any]) -> dict[str, list[float]]:
    bare = AssessmentRows(psycopg2.connect(facts["source"]), psycopg2.connect(facts["bare"]), facts["cases"])
    steps = {"ours": assessor.assess, "call": assessor.bare_call, "commit": bare.write}
    taken: dict[str, list[float]] = {name: [] for name in steps}
    for number in range(-facts["warm_up"], facts["n"]):
        progress("assessment_ratio", number, facts["n"])
        for name, step in steps.items():
            taken[name].append(timed(step, REST))
    return {name: seconds[facts["warm_up"]:] for name, seconds in taken.items()}


def _size(plain: Any) -> int:
    """Bytes on the wire."""
    return len(json.dumps(plain).encode())
