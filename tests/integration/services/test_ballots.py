"""Ballots against somebody with the database in their hands: none of it counts, and it is told."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import select, update

from rongcuo.chassis.config import Config
from rongcuo.contracts.determination import (
    AdjournMeeting,
    CallRoll,
    CastVote,
    ItemState,
    MeetingState,
    OpenVote,
    SignMinutes,
)
from rongcuo.contracts.errors import CaseError
from services.determination.domain.determination.earlier_findings import outcome_stands
from services.determination.sealing import keys_of
from services.determination.storage.meetings import meetings
from tests.integration.services.ballot_box import all_vote, reveal, voted
from tests.integration.services.meeting_chamber import Chamber
from tests.integration.services.meeting_hall import Hall
from tests.unit.determination.determination_scene import MEMBERS
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.scene import FIVE, LATER, ONE, SUN, item
from tests.unit.review.scene import LEAD

Content = dict[str, Any]


@pytest.fixture
def hall(config: Config) -> Iterator[Hall]:
    opened = Hall(config)
    yield opened
    opened.shop.stop()


def refused(act: Callable[[], Any]) -> CaseError:
    with pytest.raises(CaseError) as refusal:
        act()
    return refusal.value


def tamper(hall: Hall, change: Callable[[Content], None], meeting_id: str = "mt") -> None:
    """As somebody does who writes into the database itself."""
    with hall.shop.database.writing() as session, session.begin():
        content = session.scalar(select(meetings.c.content).where(meetings.c.id == meeting_id))
        change(content)
        session.execute(update(meetings).where(meetings.c.id == meeting_id).values(content=content))


def other_member(content: Content) -> None:
    sealed = content["items"][0]["sealed"]
    sealed[3][3], sealed[0][3] = sealed[0][3], sealed[3][3]


def own_words(content: Content) -> None:
    """Plain votes in place of sealed ones."""
    first = content["items"][0]
    gone = first["sealed"].pop()
    first["ballots"].append([gone[0], "exempt", "", "00" * 16])


def a_bit(content: Content) -> None:
    sealed = content["items"][0]["sealed"][4]
    sealed[3] = sealed[3][:-8] + ("A" if sealed[3][-8] != "A" else "B") + sealed[3][-7:]


def another_round(content: Content) -> None:
    content["items"][0]["round"] += 1


def an_earlier_round(content: Content) -> None:
    content["items"][0]["round"] = 0


def a_vote_less(content: Content) -> None:
    content["items"][0]["sealed"].pop()
    content["present"].remove(FIVE[-1].officer_id)


def a_vote_more(content: Content) -> None:
    first = content["items"][0]
    first["ballots"].append(["nobody", "exempt", "", "00" * 16])


def another_algorithm(content: Content) -> None:
    content["items"][0]["sealed"][0][1] = "none"


def not_base64(content: Content) -> None:
    content["items"][0]["sealed"][0][3] = "选票"


@pytest.mark.parametrize("change", [other_member, own_words, a_bit, another_round, an_earlier_round,
                                    a_vote_less, a_vote_more, another_algorithm, not_base64])
def test_a_changed_ballot_is_refused_told_and_voted_on_anew(hall: Hall, change: Callable[[Content], None]):
    voted(hall)
    tamper(hall, change)
    refusal = refused(lambda: reveal(hall))
    assert refusal.code == "meeting.ballots_differ"
    assert refusal.details["items"] == ["mt-1"]
    kept, rows = hall.kept(), hall.rows()
    assert (item(kept).state, item(kept).voted, item(kept).result) == (ItemState.WAITING, (), "")
    assert not any("ballots_revealed" in row["type_name"] for row in rows["outbox"])
    told, = (json.loads(row["body"]) for row in rows["outbox"] if "ballots_differ" in row["body"])
    assert (told["what"], told["concerns"]) == ("ballots_differ", ["sun", LEAD.officer_id])
    line, = (json.loads(row["body"]) for row in rows["ledger"] if "review.ballots_differ" in row["body"])
    assert line["facts"]["item"] == "mt-1"
    hall.do(SUN, CallRoll, present_ids=tuple(each.officer_id for each in FIVE))
    hall.do(SUN, OpenVote, item_id="mt-1")
    all_vote(hall)
    assert reveal(hall).items[0].result == "exempt"


def test_an_earlier_vote_is_not_put_in_place_of_a_later_one(hall: Hall):
    voted(hall)
    former: Content = {}
    tamper(hall, lambda content: former.update(json.loads(json.dumps(content))))
    hall.do(SUN, AdjournMeeting, reason="改日", until=LATER)
    hall.time.shows = LATER
    hall.do(SUN, CallRoll, present_ids=tuple(each.officer_id for each in FIVE))
    hall.do(SUN, OpenVote, item_id="mt-1")
    all_vote(hall)
    tamper(hall, lambda content: content.update(items=former["items"]))
    assert refused(lambda: reveal(hall)).code == "meeting.ballots_differ"


@pytest.mark.parametrize("change", [
    lambda content: content["items"][0]["ballots"][0].__setitem__(1, "denied"),
    lambda content: content["items"][0]["ballots"].pop(),
    lambda content: content["items"][0].__setitem__("result", "denied"),
])
def test_nobody_signs_votes_that_were_changed_after_the_reveal(config: Config, change):
    chamber = Chamber(config)
    try:
        chamber.ready()
        meeting = chamber.begin()
        item_id = meeting.items[-1].item_id
        chamber.vote(meeting, -1, "exempt")
        chamber.write(meeting)
        tamper(chamber, change, meeting.meeting_id)
        first = next(each for each in MEMBERS if each.officer_id == meeting.signers[0])
        refusal = refused(lambda: chamber.do(first, SignMinutes, meeting.meeting_id))
        assert (refusal.code, refusal.details["items"]) == ("meeting.ballots_differ", [item_id])
        kept = chamber.kept(meeting.meeting_id)
        assert (kept.state, kept.signatures, item(kept, -1).state) == (
            MeetingState.IN_SESSION, (), ItemState.WAITING)
        assert not outcome_stands(chamber.case())
        chamber.vote(meeting, -1, "mitigate")
        assert chamber.sign(meeting).state is MeetingState.SIGNED
        assert chamber.case().resolved == "mitigate"
    finally:
        chamber.shop.stop()


def test_a_reveal_after_a_restart_and_under_a_newer_key(hall: Hall, config: Config):
    hall.plant(scene.voting())
    for actor in FIVE[:3]:
        hall.do(actor, CastVote, item_id="mt-1", choice="exempt")
    hall.shop.stop()
    keys_of(config).make()
    again = Hall(config)
    try:
        for actor in FIVE[3:]:
            again.do(actor, CastVote, item_id="mt-1", choice="denied")
        assert len({each.key_id for each in item(again.kept()).sealed}) == 2
        assert reveal(again).items[0].tally == {"exempt": 3, "denied": 2}
    finally:
        again.shop.stop()


def test_without_the_key_nothing_is_lost_and_the_meeting_can_go_on(hall: Hall, config: Config):
    voted(hall)
    folder = config.sealing_folder
    away = folder.rename(folder.with_name("away"))
    assert refused(lambda: reveal(hall)).code == "meeting.sealing_key_missing"
    assert hall.meeting(ONE).items[0].my_choice == ""
    assert len(item(hall.kept()).sealed) == 5
    away.rename(folder)
    assert reveal(hall).items[0].result == "exempt"


def test_the_keys_are_their_users_alone(hall: Hall, config: Config):
    voted(hall)
    file, = config.sealing_folder.glob("*")
    assert (file.stat().st_mode & 0o777, config.sealing_folder.stat().st_mode & 0o777) == (0o600, 0o700)
