"""What the tests of a meeting's use cases say over and over, in a fake context."""

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
from services.determination.usecases import ballots
from services.determination.usecases import meetings as usecases
from tests.unit.determination.context import FakeContext
from tests.unit.determination.meeting.glass import GLASS
from tests.unit.determination.meeting.scene import CALLED_AT, FIVE, MEETS_AT, SUN, call
from tests.unit.review.scene import LEAD


def code_of(act) -> str:
    with pytest.raises(CaseError) as refusal:
        act()
    return refusal.value.code


def convene(context: FakeContext, actor=LEAD, **changes):
    return usecases.convene(context.sit(actor, CALLED_AT), replace(call(*FIVE), **changes))


def convened(context: FakeContext, **changes) -> str:
    return convene(context, **changes).meeting_id


def sit(context: FakeContext, meeting_id: str):
    return usecases.call_roll(context.sit(SUN, MEETS_AT), CallRoll(
        command_id="c", meeting_id=meeting_id, present_ids=tuple(each.officer_id for each in FIVE)))


def cast(context: FakeContext, actor, meeting_id: str, item_id: str, choice: str = "exempt"):
    return ballots.cast_vote(context.sit(actor), CastVote(
        command_id="c", meeting_id=meeting_id, item_id=item_id, choice=choice, reason="因为"), GLASS)


def open_vote(context: FakeContext, meeting_id: str, item_id: str, actor=SUN):
    return usecases.open_vote(context.sit(actor), OpenVote(
        command_id="c", meeting_id=meeting_id, item_id=item_id))


def reveal(context: FakeContext, meeting_id: str, item_id: str, actor=SUN):
    return ballots.reveal_votes(context.sit(actor), RevealVotes(
        command_id="c", meeting_id=meeting_id, item_id=item_id), GLASS)


def vote(context: FakeContext, meeting_id: str, item_id: str, *voters, choice: str = "exempt"):
    open_vote(context, meeting_id, item_id)
    for voter in voters:
        cast(context, voter, meeting_id, item_id, choice)
    return reveal(context, meeting_id, item_id)


def write(context: FakeContext, meeting_id: str, minutes: str = "纪要正文"):
    return usecases.write_minutes(context.sit(SUN), WriteMinutes(
        command_id="c", meeting_id=meeting_id, minutes=minutes))


def sign(context: FakeContext, actor, meeting_id: str):
    return usecases.sign_minutes(context.sit(actor), SignMinutes(command_id="c", meeting_id=meeting_id))
