"""Reveals and the bare work beside them, in turns; prints the seconds each took."""

import json
import time
from typing import Any
from uuid import uuid4

import psycopg2

from bench.bare_rows import insertion, like, newest
from bench.caller import Caller, calling, timed
from bench.meeting_hall import member
from bench.progress import progress
from rongcuo.chassis.call_context import CallContext, new_correlation_id
from rongcuo.contracts.determination import ItemState, MeetingView, RevealVotes
from rongcuo.contracts.determination.operations import REVEAL_VOTES
from rongcuo.contracts.serialisation import dump

REST = 0.025   # seconds, so that the relay's work for one reveal does not fall into the next step
CHANGE = "UPDATE joint_meeting SET {} WHERE id = %(id)s"
OWN = {"command_log": ("command_id",), "outbox": ("event_id", "subject"), "ledger": ()}


class BareReveal:
    """Takes the newest reveal's rows from one database, and writes their like into another."""

    def __init__(self, source: Any, target: Any, revealed: str) -> None:
        self._target = target
        self._rows = {table: newest(source, table) for table in OWN}
        self._inserts = {table: insertion(target, table, row) for table, row in self._rows.items()}
        self._meeting = newest(source, "joint_meeting", revealed)
        self._change = CHANGE.format(", ".join(f"{name} = %({name})s" for name in self._meeting))

    def write(self, meeting_id: str) -> None:
        """The meeting changed and three rows added, in one transaction: as many bytes."""
        with self._target, self._target.cursor() as cursor:
            cursor.execute(self._change, {**self._meeting, "id": meeting_id})
            for table, row in self._rows.items():
                fresh = {column: like(row[column]) for column in OWN[table]}
                cursor.execute(self._inserts[table], {**row, **fresh})


def reveal(caller: Caller, meeting_id: str) -> MeetingView:
    """By the chair."""
    command = RevealVotes(command_id=uuid4().hex, meeting_id=meeting_id, item_id=f"{meeting_id}-1")
    context = CallContext(member(0), new_correlation_id(), time.time() + 10)
    seen: MeetingView = caller.calls.ask(context, REVEAL_VOTES, command)
    assert seen.items[0].state is ItemState.REVEALED
    return seen


def main(facts: dict[str, Any]) -> None:
    """Measure, print, end."""
    print(json.dumps(calling(facts, lambda caller: _pairs(caller, facts))))


def _pairs(caller: Caller, facts: dict[str, Any]) -> dict[str, list[float]]:
    first, *ids = facts["ids"]
    answer = dump(reveal(caller, first))
    bare = BareReveal(psycopg2.connect(facts["source"]), psycopg2.connect(facts["bare"]), first)
    taken: dict[str, list[float]] = {"ours": [], "call": [], "commit": []}
    for number, meeting_id in enumerate(ids):
        progress("meeting_ratio", number - facts["warm_up"], len(ids) - facts["warm_up"])
        for name, step in {"ours": lambda it=meeting_id: reveal(caller, it),
                           "call": lambda: caller.echo.echo(answer),
                           "commit": lambda it=meeting_id: bare.write(it)}.items():
            taken[name].append(timed(step, REST))
    return {name: seconds[facts["warm_up"]:] for name, seconds in taken.items()}
