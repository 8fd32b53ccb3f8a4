"""Joint meetings on both databases, in the chassis' own execution context."""

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from rongcuo.chassis.config import Config
from rongcuo.chassis.triggers import AlreadyAnswered, Query
from rongcuo.contracts.determination import (
    CallRoll,
    CastVote,
    ItemState,
    MeetingState,
    OpenVote,
    RevealVotes,
    WriteMinutes,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import OpenMattersQuery
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.meeting import Ballot
from services.determination.views.open_cases import open_matters
from tests.integration.services.meeting_hall import FIFTEEN, Hall, at_once
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.scene import (
    FIVE,
    FOUR,
    MEETS_AT,
    ONE,
    SUBJECT,
    SUN,
    THREE,
    TWO,
    MadeUpCase,
    item,
)
from tests.unit.review.scene import ELSEWHERE, FILER, LEAD, OPERATOR, SUPERVISOR, WANG

CHAIR = FIFTEEN[0]
SECRET = "只有本人知道的理由"


@pytest.fixture
def hall(config: Config) -> Iterator[Hall]:
    opened = Hall(config)
    yield opened
    opened.shop.stop()


def refusal(act) -> str:
    with pytest.raises(CaseError) as refused:
        act()
    return refused.value.code


def of_fifteen(meeting_id: str = "mt"):
    meeting = scene.in_session(members=FIFTEEN, chair=CHAIR, named=meeting_id)
    meeting.open_vote(item(meeting).id, scene.by(CHAIR))
    return meeting


def test_a_meeting_is_kept_whole(hall: Hall):
    meeting = scene.signed(
        MadeUpCase(disputed=("gain",), barred={"m4": RecusalGround.RELATIVE}), MadeUpCase("case2"),
        absent=(THREE,), members=(*FIVE, *FIFTEEN[4:6]))
    meeting.history = tuple(replace(entry, note=f"{entry.note}，改") for entry in meeting.history)
    hall.plant(meeting)
    kept = hall.kept()
    assert kept == meeting
    assert (kept.state, kept.met_at, len(kept.agenda.items)) == (MeetingState.SIGNED, MEETS_AT, 3)
    assert isinstance(item(kept).ballots[0], Ballot)


def test_fifteen_who_vote_at_the_same_moment_are_all_counted_once(hall: Hall):
    hall.plant(of_fifteen())
    votes = {actor: ("exempt", "mitigate", "denied")[place % 3] for place, actor in enumerate(FIFTEEN)}
    outcomes = at_once(lambda actor=actor, choice=choice: hall.do(
        actor, CastVote, item_id="mt-1", choice=choice) for actor, choice in votes.items())
    assert outcomes == ["in_session"] * 15
    kept = hall.kept()
    kept.open_ballots("mt-1", hall.sealing)
    ballots = item(kept).ballots
    assert {ballot.member_id: ballot.choice for ballot in ballots} == {
        actor.officer_id: choice for actor, choice in votes.items()}
    assert len(ballots) == len({ballot.salt for ballot in ballots}) == 15
    sealed = [row for row in hall.rows()["outbox"] if "ballot_sealed" in row["type_name"]]
    assert sorted(row["sequence"] for row in sealed) == list(range(4, 19))


def test_of_two_votes_of_one_member_at_the_same_moment_one_counts(hall: Hall):
    hall.plant(of_fifteen())
    outcomes = at_once(lambda choice=choice: hall.do(
        CHAIR, CastVote, item_id="mt-1", choice=choice) for choice in ("exempt", "denied", "lighten"))
    assert outcomes == ["in_session", "meeting.voted_already", "meeting.voted_already"]
    assert item(hall.kept()).voted == (CHAIR.officer_id,)


def test_of_two_reveals_at_the_same_moment_one_tells(hall: Hall):
    hall.plant(of_fifteen())
    for actor in FIFTEEN:
        hall.do(actor, CastVote, item_id="mt-1", choice="exempt")
    outcomes = at_once(lambda: hall.do(CHAIR, RevealVotes, item_id="mt-1") for _ in range(3))
    assert outcomes == ["in_session", "meeting.vote_not_open", "meeting.vote_not_open"]
    told = [row for row in hall.rows()["outbox"] if "ballots_revealed" in row["type_name"]]
    assert len(told) == 1
    assert json.loads(told[0]["body"])["result"] == item(hall.kept()).result == "exempt"


def test_the_same_reveal_again_gets_the_same_answer(hall: Hall):
    hall.plant(of_fifteen())
    for actor in FIFTEEN:
        hall.do(actor, CastVote, item_id="mt-1", choice="exempt")
    command = RevealVotes(command_id="once", meeting_id="mt", item_id="mt-1")
    first = hall.carry_out(CHAIR, command)
    with pytest.raises(AlreadyAnswered) as again:
        hall.carry_out(CHAIR, command)
    assert again.value.answer["items"][0]["tally"] == first.items[0].tally == {"exempt": 15}


def test_nothing_tells_a_vote_before_the_reveal(hall: Hall, capfd, caplog):
    hall.plant(of_fifteen())
    for actor in FIFTEEN:
        hall.do(actor, CastVote, item_id="mt-1", choice="lighten", reason=SECRET)
    shown = [hall.meeting(actor) for actor in (*FIFTEEN, LEAD, SUPERVISOR)]
    rows = hall.rows()
    whole = json.dumps(rows, ensure_ascii=False, default=str)
    assert "ballot_sealed" in whole
    assert SECRET not in whole
    assert "lighten" not in json.dumps([rows["outbox"], rows["ledger"]], ensure_ascii=False, default=str)
    kept = item(hall.kept())
    assert (len(kept.sealed), kept.ballots) == (15, ())
    assert len({len(each.text) for each in kept.sealed}) == 1   # nor does the length tell
    opened = [hall.sealing.open(each, kept.ballot_box("mt")) for each in kept.sealed]
    assert not any(ballot.salt in whole for ballot in opened)
    answers = [each["answer"] for each in rows["command_log"] if "in_session" in str(each["answer"])]
    assert len(answers) == 15
    for answer in answers:
        seen = answer["items"][0]
        assert (seen["my_choice"], seen["ballots"], seen["tally"], seen["result"]) == ("", [], {}, "")
        assert "lighten" not in json.dumps({**answer, "items": [{**seen, "choices": []}]})
    assert [each.items[0].my_choice for each in shown] == ["lighten"] * 15 + ["", ""]
    assert all(each.items[0].ballots == () == each.items[0].minority for each in shown)
    printed = "".join(capfd.readouterr()) + caplog.text
    assert SECRET not in printed
    assert "lighten" not in printed


def test_what_is_kept_of_a_vote_is_the_same_whatever_was_voted(hall: Hall):
    for meeting_id, choice, reason in (("mtA", "exempt", ""), ("mtB", "denied", SECRET)):
        hall.plant(of_fifteen(meeting_id))
        hall.carry_out(CHAIR, CastVote(command_id=f"{meeting_id}v", meeting_id=meeting_id,
                                       item_id=f"{meeting_id}-1", choice=choice, reason=reason))
    log = {row["answer"]["meeting_id"]: row["answer"] for row in hall.rows()["command_log"]}
    first, second = (json.dumps(log[each], sort_keys=True).replace(each, "mt")
                     for each in ("mtA", "mtB"))
    assert first == second
    digests = {row["digest"] for row in hall.rows()["command_log"]}
    command = CastVote(command_id="same", meeting_id="mtA", item_id="mtA-1", choice="exempt")
    hall.carry_out(FIFTEEN[1], command)
    with pytest.raises(AlreadyAnswered):   # the choice is no part of the digest: it could be guessed from it
        hall.carry_out(FIFTEEN[1], replace(command, choice="denied", reason=SECRET))
    assert len(digests) == 2
    kept = hall.kept("mtA")
    kept.open_ballots("mtA-1", hall.sealing)
    assert [ballot.choice for ballot in item(kept).ballots] == ["exempt", "exempt"]


def test_a_refused_step_leaves_nothing(hall: Hall):
    hall.plant(scene.voting())
    before = hall.kept()
    for actor, contract, rest, code in (
            (ONE, RevealVotes, {"item_id": "mt-1"}, "meeting.not_the_chair"),
            (SUN, RevealVotes, {"item_id": "mt-1"}, "meeting.votes_missing"),
            (SUN, OpenVote, {"item_id": "mt-1"}, "meeting.vote_running"),
            (SUN, WriteMinutes, {"minutes": "正文"}, "meeting.items_open"),
            (SUN, CallRoll, {"present_ids": ("sun",)}, "meeting.vote_running"),
            (TWO, CastVote, {"item_id": "mt-1", "choice": "pardon"}, "meeting.unknown_choice"),
            (ELSEWHERE, CastVote, {"item_id": "mt-1", "choice": "exempt"}, "not_found")):
        assert refusal(lambda actor=actor, contract=contract, rest=rest: hall.do(
            actor, contract, **rest)) == code
    assert hall.kept() == before
    assert hall.rows()["command_log"] == []


def test_who_sees_which_meetings(hall: Hall):
    hall.plant(scene.convened(named="mt1"))
    hall.plant(scene.convened(members=FIFTEEN[3:8], chair=FIFTEEN[3], named="mt2"))
    everything = ["mt2", "mt1"]
    for actor, ids in ((LEAD, everything), (WANG, everything), (SUPERVISOR, everything), (SUN, ["mt1"]),
                       (FIFTEEN[6], ["mt2"]), (FOUR, everything), (ELSEWHERE, []), (OPERATOR, []),
                       (FILER, []), (SUBJECT, []), (replace(WANG, unit=" 安宁 高新区管委会"), []),
                       (replace(WANG, officer_id="subject"), [])):
        assert hall.page(actor) == ids, actor
        for meeting_id in everything:
            if meeting_id in ids:
                assert hall.meeting(actor, meeting_id).meeting_id == meeting_id
            else:
                assert refusal(lambda who=actor, which=meeting_id: hall.meeting(who, which)) == "not_found"
    audits = [row["body"] for row in hall.rows()["ledger"] if "review.meeting_read" in row["body"]]
    assert len(audits) == 2
    assert all('"actor":"supervisor"' in body for body in audits)


def test_meetings_come_in_pages_the_latest_first(hall: Hall):
    for number in range(7):
        meeting = scene.convened(named=f"mt{number}")
        meeting.meets_at = scene.MEETS_AT + (number % 3) * (scene.LATER - scene.MEETS_AT)
        hall.plant(meeting)
    whole = hall.page(LEAD)
    assert whole == ["mt5", "mt2", "mt4", "mt1", "mt6", "mt3", "mt0"]
    assert hall.page(LEAD, limit=2) == hall.page(SUN, limit=3) == whole
    assert hall.page(LEAD, search=scene.convened().number) == whole
    assert hall.page(LEAD, search="没有") == []
    assert refusal(lambda: hall.page(LEAD, cursor="garbage")) == "invalid"


def test_a_meeting_votes_to_the_end_through_the_database(hall: Hall):
    hall.plant(scene.convened(MadeUpCase(disputed=("gain",))))
    hall.do(SUN, CallRoll, present_ids=tuple(each.officer_id for each in FIVE))
    for place, choice in ((1, "applies_not"), (2, "mitigate")):
        hall.do(SUN, OpenVote, item_id=f"mt-{place}")
        for actor in FIVE:
            hall.do(actor, CastVote, item_id=f"mt-{place}", choice=choice)
        hall.do(SUN, RevealVotes, item_id=f"mt-{place}")
    seen = hall.meeting(SUN)
    written = hall.do(SUN, WriteMinutes, minutes=seen.draft)
    assert (written.state, written.next_to_sign) == (MeetingState.MINUTES, "m1")
    assert [each.state for each in written.items] == [ItemState.REVEALED] * 2
    assert hall.kept().agenda.resolution("case1") == "mitigate"
    assert written.version == hall.kept().version > seen.version


def test_the_watchdog_knows_every_meeting_until_it_is_over(hall: Hall):
    for number, made in enumerate((scene.convened, scene.in_session, scene.with_minutes, scene.signed)):
        hall.plant(made(named=f"mt{number}"))
    context = hall.shop.context(Query(), OPERATOR)
    found = open_matters(context, OpenMattersQuery(cursor="", limit=50)).matters
    assert [(each.matter_id, each.state) for each in found] == [
        ("mt0", "convened"), ("mt1", "in_session"), ("mt2", "minutes")]
    assert refusal(lambda: open_matters(hall.shop.context(Query(), LEAD), OpenMattersQuery())) == "forbidden"
