"""What the tests of a meeting's use cases say over and over, at a fake desk."""

from dataclasses import replace

import pytest

from rongcuo.contracts.determination import (
    CallRoll,
    CastVote,
    OpenVote,
    RevealVotes,
    SignMinutes,
    WriteMinutes,
)
from rongcuo.contracts.errors import CaseError
from services.review.usecases import ballots
from services.review.usecases import meetings as usecases
from tests.unit.review.desk import FakeDesk
from tests.unit.review.meeting.glass import GLASS
from tests.unit.review.meeting.scene import CALLED_AT, FIVE, MEETS_AT, SUN, call
from tests.unit.review.scene import LEAD


def code_of(act) -> str:
    with pytest.raises(CaseError) as refusal:
        act()
    return refusal.value.code


def convene(desk: FakeDesk, actor=LEAD, **changes):
    return usecases.convene(desk.sit(actor, CALLED_AT), replace(call(*FIVE), **changes))


def convened(desk: FakeDesk, **changes) -> str:
    return convene(desk, **changes).meeting_id


def sit(desk: FakeDesk, meeting_id: str):
    return usecases.call_roll(desk.sit(SUN, MEETS_AT), CallRoll(
        command_id="c", meeting_id=meeting_id, present_ids=tuple(each.officer_id for each in FIVE)))


def cast(desk: FakeDesk, actor, meeting_id: str, item_id: str, choice: str = "exempt"):
    return ballots.cast_vote(desk.sit(actor), CastVote(
        command_id="c", meeting_id=meeting_id, item_id=item_id, choice=choice, reason="因为"), GLASS)


def open_vote(desk: FakeDesk, meeting_id: str, item_id: str, actor=SUN):
    return usecases.open_vote(desk.sit(actor), OpenVote(
        command_id="c", meeting_id=meeting_id, item_id=item_id))


def reveal(desk: FakeDesk, meeting_id: str, item_id: str, actor=SUN):
    return ballots.reveal_votes(desk.sit(actor), RevealVotes(
        command_id="c", meeting_id=meeting_id, item_id=item_id), GLASS)


def vote(desk: FakeDesk, meeting_id: str, item_id: str, *voters, choice: str = "exempt"):
    open_vote(desk, meeting_id, item_id)
    for voter in voters:
        cast(desk, voter, meeting_id, item_id, choice)
    return reveal(desk, meeting_id, item_id)


def write(desk: FakeDesk, meeting_id: str, minutes: str = "纪要正文"):
    return usecases.write_minutes(desk.sit(SUN), WriteMinutes(
        command_id="c", meeting_id=meeting_id, minutes=minutes))


def sign(desk: FakeDesk, actor, meeting_id: str):
    return usecases.sign_minutes(desk.sit(actor), SignMinutes(command_id="c", meeting_id=meeting_id))
