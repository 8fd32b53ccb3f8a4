"""Joint meetings without a bus: use cases and questions in the chassis' own context, on a real database."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from math import inf
from threading import Barrier, Thread
from typing import Any

from sqlalchemy import select

from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.config import Config
from rongcuo.chassis.database.tables import CHASSIS
from rongcuo.chassis.entrypoints.rpc import CommandMethod
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.triggers import Query, Tick
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.determination import (
    AdjournMeeting,
    CallRoll,
    CancelMeeting,
    CastVote,
    ConveneMeeting,
    MeetingQuery,
    MeetingsQuery,
    MeetingView,
    NameChair,
    OpenVote,
    RecuseMember,
    RevealVotes,
    SignMinutes,
    WriteMinutes,
    operations,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import Command
from rongcuo.contracts.serialisation import dump
from services.determination.domain.meeting import COMMITTED, JointMeeting
from services.determination.sealing import sealing_of
from services.determination.storage import METADATA, CaseStorage
from services.determination.usecases import ballots
from services.determination.usecases import meetings as usecases
from services.determination.views import meetings as views
from tests.integration.services.review_office import Stopped
from tests.unit.determination import determination_scene
from tests.unit.determination.context import FakeContext
from tests.unit.determination.meeting.scene import MEETS_AT, PEOPLE, member
from tests.unit.review.scene import RULES, view

ACTS = {
    ConveneMeeting: usecases.convene, RecuseMember: usecases.recuse_member, CallRoll: usecases.call_roll,
    OpenVote: usecases.open_vote,
    AdjournMeeting: usecases.adjourn, CancelMeeting: usecases.cancel, WriteMinutes: usecases.write_minutes,
    SignMinutes: usecases.sign_minutes, NameChair: usecases.name_chair,
}
SEALED = {CastVote: ballots.cast_vote, RevealVotes: ballots.reveal_votes}
FIFTEEN = tuple(member(number) for number in range(1, 16))
EVERYBODY = (*PEOPLE, *FIFTEEN)
OPERATIONS = {found.takes: found for found in vars(operations).values() if isinstance(found, Command)}


class Hall:
    """The service's use cases and questions, each in a context of its own occasion. Commands are digested as
    they are on the bus."""

    def __init__(self, config: Config) -> None:
        self.time, self.commands = Stopped(), 0
        self.time.shows = MEETS_AT
        self.sealing = sealing_of(config)
        self.shop = ServiceRuntime(
            "determination", METADATA, CaseStorage, config, time=self.time, rules=RULES)
        self.shop.start()
        self.known = FakeContext(officers=tuple(view(each) for each in EVERYBODY))

    def plant(self, meeting: JointMeeting) -> None:
        """A meeting that has come so far. What was voted in it stands in the ledger."""
        with self.shop.context(Tick()).unit() as unit:
            for item in meeting.agenda.items if isinstance(meeting, JointMeeting) else ():
                for ballot in item.ballots:
                    unit.audit(COMMITTED, meeting.id, item=item.id, member=ballot.member_id, round=item.round,
                               commitment=ballot.commitment)
            unit.commit(*self._missing_cases(unit.store, meeting), meeting)

    @staticmethod
    def _missing_cases(store: CaseStorage, meeting: Any) -> list[Any]:
        """A meeting's cases are there as well; these have left it."""
        found = []
        for case_id in meeting.agenda.case_ids if isinstance(meeting, JointMeeting) else ():
            try:
                store.determinations.read(case_id)
            except CaseError:
                found.append(replace(determination_scene.withdrawn(), id=case_id, number=case_id))
        return found

    def do(self, actor: Actor, contract: type, meeting_id: str = "mt", **rest: Any) -> MeetingView:
        self.commands += 1
        return self.carry_out(actor, contract(
            command_id=f"c{self.commands}-{actor.officer_id}", meeting_id=meeting_id, **rest))

    def carry_out(self, actor: Actor, command: Any) -> MeetingView:
        occasion = CommandMethod(OPERATIONS[type(command)]).trigger(
            dump(command), CallContext(actor, "", inf))
        context = self.shop.context(occasion, actor, ask=self.known.ask)
        sealed = SEALED.get(type(command))
        return sealed(context, command, self.sealing) if sealed else ACTS[type(command)](context, command)

    def meeting(self, actor: Actor, meeting_id: str = "mt") -> MeetingView:
        context = self.shop.context(Query(), actor)
        return views.meeting(context, MeetingQuery(meeting_id=meeting_id), self.sealing)

    def page(self, actor: Actor, **query: Any) -> list[str]:
        context = self.shop.context(Query(), actor)
        found = views.page(context, MeetingsQuery(**query))
        ids = [line.meeting_id for line in found.lines]
        return ids + (self.page(actor, **{**query, "cursor": found.next_cursor}) if found.next_cursor else [])

    def kept(self, meeting_id: str = "mt") -> JointMeeting:
        with self.shop.database.reading() as session:
            return CaseStorage(session).meetings.read(meeting_id)

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        """Everything in the database, table by table and by key: PostgreSQL promises no order."""
        tables = chain(METADATA.sorted_tables, CHASSIS.sorted_tables)
        with self.shop.database.reading() as session:
            return {table.name: [dict(row) for row in session.execute(
                        select(table).order_by(*table.primary_key)).mappings()] for table in tables}


def at_once(acts: Iterable[Any]) -> list[str]:
    """Run them at the same moment; each one's outcome, sorted."""
    acts = list(acts)
    start, outcomes = Barrier(len(acts)), []

    def run(act: Any) -> None:
        start.wait()
        try:
            outcomes.append(act().state.value)
        except CaseError as refused:
            outcomes.append(refused.code)

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return sorted(outcomes)
