"""Review as a running service beside identity: a meeting over calls, several members at the same moment."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import eventlet
import pytest

from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.host import ServiceHost, hosted
from rongcuo.chassis.triggers import Tick
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.determination import MeetingQuery, MeetingsQuery, MeetingState, MeetingView
from rongcuo.contracts.determination.operations import (
    CALL_ROLL,
    CAST_VOTE,
    CONVENE_MEETING,
    MEETING,
    MEETINGS,
    OPEN_VOTE,
    RECUSE_MEMBER,
    REVEAL_VOTES,
    SIGN_MINUTES,
    WRITE_MINUTES,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import Command, Operation
from rongcuo.contracts.review import RecusalGround
from rongcuo.policy.calendar import ZONE
from services.determination.service import DeterminationService
from services.identity.service import IdentityService
from tests.integration.front_door import FrontDoor, calls_of, provider_of
from tests.integration.services.enrolling import enrolled
from tests.patience import CALL, OF_CALLS, OF_DATABASE
from tests.unit.determination import determination_scene as scene
from tests.unit.determination.determination_scene import LEAD, MEMBERS

SECRET = "只有本人知道的理由"


class Town:
    """Two services, a case that waits for its meeting, and people who call."""

    def __init__(self, host: ServiceHost) -> None:
        self.host = host
        self.members = [self.enrolled(member) for member in MEMBERS]
        with self.determination.runtime.context(Tick()).unit() as unit:
            unit.commit(scene.before_meeting())

    @property
    def determination(self) -> Any:
        return provider_of(self.host, "determination")

    def ask(self, by: Actor, operation: Operation[Any, Any], question: Any) -> Any:
        return calls_of(self.host).ask(CallContext(by, uuid4().hex, time.time() + CALL), operation, question)

    def enrolled(self, officer: Actor) -> Actor:
        seen = enrolled(self.ask, officer.officer_id, officer.name, officer.organ_id, tuple(officer.roles),
                        officer.unit)
        return replace(officer, officer_id=seen.officer_id)

    def do(self, by: Actor, command: Command[Any, MeetingView], **fields: Any) -> MeetingView:
        return self.ask(by, command, command.takes(command_id=uuid4().hex, **fields))


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    config = Config(mode="test", data_dir=tmp_path, bus_url=f"embedded://{uuid4().hex}", outbox_poll=0.05,
                    **OF_DATABASE, **OF_CALLS)
    with hosted((IdentityService, DeterminationService, FrontDoor), config) as host:
        yield Town(host)


def together(acts: list[Callable[[], MeetingView]]) -> list[MeetingView]:
    return [thread.wait() for thread in [eventlet.spawn(act) for act in acts]]


def test_a_meeting_over_the_bus(town: Town, capfd, caplog):
    chair, ids = town.members[0], tuple(member.officer_id for member in town.members)
    called = town.do(LEAD, CONVENE_MEETING, title="联席会议", case_ids=("d1",),
                     member_ids=ids, chair_id=chair.officer_id, at=datetime.now(ZONE) + timedelta(hours=1))
    this = {"meeting_id": called.meeting_id}
    item = {**this, "item_id": called.items[0].item_id}
    town.do(chair, CALL_ROLL, **this, present_ids=ids)
    town.do(chair, OPEN_VOTE, **item)
    votes = together([lambda by=member: town.do(
        by, CAST_VOTE, **item, choice="lighten", reason=SECRET) for member in town.members])
    assert max(len(seen.items[0].voted) for seen in votes) == 5
    seen = [town.ask(member, MEETING, MeetingQuery(**this)) for member in town.members]
    assert {each.items[0].my_choice for each in seen} == {"lighten"}
    assert all(each.items[0].ballots == () for each in seen)
    logged = "".join(capfd.readouterr()) + caplog.text
    assert SECRET not in logged
    assert "lighten" not in logged
    revealed = town.do(chair, REVEAL_VOTES, **item)
    assert (revealed.items[0].result, revealed.items[0].tally) == ("lighten", {"lighten": 5})
    town.do(chair, WRITE_MINUTES, **this, minutes=revealed.draft)
    for member in (*town.members[1:], chair):
        signed = town.do(member, SIGN_MINUTES, **this)
    assert signed.state is MeetingState.SIGNED
    page = town.ask(chair, MEETINGS, MeetingsQuery())
    assert [line.state for line in page.lines] == [MeetingState.SIGNED]


def test_four_vote_through_a_meeting_and_three_are_told_what_they_lack(town: Town) -> None:
    chair, ids = town.members[0], tuple(member.officer_id for member in town.members)
    called = town.do(LEAD, CONVENE_MEETING, title="联席会议", case_ids=("d1",),
                     member_ids=ids, chair_id=chair.officer_id, at=datetime.now(ZONE) + timedelta(hours=1))
    this = {"meeting_id": called.meeting_id}
    town.do(chair, CALL_ROLL, **this, present_ids=ids)

    def recuse(member: Actor) -> MeetingView:
        return town.do(member, RECUSE_MEMBER, **this, case_id="d1",
                       officer_id=member.officer_id, ground=RecusalGround.INTEREST, reason="有利害关系")

    left = recuse(town.members[4])
    assert (len(left.items[0].entitled), left.items[0].voters_wanted, left.items[0].dropped_for) == (4, 4, "")
    item = {**this, "item_id": called.items[0].item_id}
    town.do(chair, OPEN_VOTE, **item)
    for member in town.members[:4]:
        town.do(member, CAST_VOTE, **item, choice="lighten")
    assert town.do(chair, REVEAL_VOTES, **item).items[0].tally == {"lighten": 4}
    with pytest.raises(CaseError, match=r"meeting\.not_waiting"):
        town.do(chair, OPEN_VOTE, **item)
    assert recuse(town.members[3]).items[0].dropped_for == "meeting.too_few_voters"
    with pytest.raises(CaseError, match=r"meeting\.too_few_voters"):
        town.do(chair, OPEN_VOTE, **item)
