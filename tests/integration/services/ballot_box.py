"""A vote of five in a hall, and its reveal."""

from typing import Any

from rongcuo.contracts.determination import CastVote, RevealVotes
from tests.integration.services.meeting_hall import Hall
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.scene import FIVE, SUN, MadeUpCase

VOTES = dict(zip(FIVE, ("exempt", "exempt", "exempt", "denied", "denied"), strict=True))


def voted(hall: Hall, *cases: MadeUpCase) -> None:
    hall.plant(scene.voting(*cases))
    all_vote(hall)


def all_vote(hall: Hall) -> None:
    for actor, choice in VOTES.items():
        hall.do(actor, CastVote, item_id="mt-1", choice=choice, reason="因为")


def reveal(hall: Hall) -> Any:
    return hall.do(SUN, RevealVotes, item_id="mt-1")
