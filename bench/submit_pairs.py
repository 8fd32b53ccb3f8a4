"""Submissions and the bare work beside them, in turns; prints the seconds each took."""

import json
from typing import Any

import psycopg2

from bench.bare_rows import BareRows
from bench.caller import Caller, calling, timed
from bench.progress import progress

WARM_UP = 30
REST = 0.025   # seconds, so that the relay's work for one submission does not fall into the next step


def main(facts: dict[str, Any]) -> None:
    """Measure, print, end."""
    print(json.dumps(calling(facts, lambda caller: _pairs(caller, facts))))


def _pairs(caller: Caller, facts: dict[str, Any]) -> dict[str, list[float]]:
    caller.submit()
    bare = BareRows(psycopg2.connect(facts["filing"]), psycopg2.connect(facts["bare"]))
    steps = {"ours": caller.submit, "call": caller.bare_call, "commit": bare.write}
    taken: dict[str, list[float]] = {name: [] for name in steps}
    for number in range(-WARM_UP, facts["n"]):
        progress("submit_ratio", number, facts["n"])
        for name, step in steps.items():
            taken[name].append(timed(step, REST))
    return {name: seconds[WARM_UP:] for name, seconds in taken.items()}
