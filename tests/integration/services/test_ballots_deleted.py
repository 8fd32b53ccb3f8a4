"""A vote deleted with what the ledger says of it: the ledger is no longer whole, and so none of it counts."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from rongcuo.chassis.config import Config
from rongcuo.chassis.database.tables import ledger_checkpoints
from rongcuo.chassis.ledger import record
from rongcuo.chassis.triggers import Tick
from rongcuo.contracts.determination import BallotSealed, CallRoll, CastVote, ItemState, OpenVote
from rongcuo.contracts.errors import CaseError
from services.determination.domain.meeting import COMMITTED
from services.determination.usecases.ballots import CALLED
from tests.integration.services.ballot_box import all_vote, reveal
from tests.integration.services.meeting_hall import Hall
from tests.integration.services.test_ballots import refused, tamper
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.scene import FIVE, SUN, item
from tests.unit.review.scene import LEAD

LAST = FIVE[-1].officer_id
NOTE, EVENT = COMMITTED, BallotSealed.type_name()
Content = dict[str, Any]


@pytest.fixture
def hall(config: Config) -> Iterator[Hall]:
    opened = Hall(config)
    opened.plant(scene.convened())
    begin(opened)
    yield opened
    opened.shop.stop()


def begin(hall: Hall) -> None:
    hall.do(SUN, CallRoll, present_ids=tuple(each.officer_id for each in FIVE))
    hall.do(SUN, OpenVote, item_id="mt-1")


def vote_gone(content: Content, member: str = LAST) -> None:
    """As if they had never been there."""
    first = content["items"][0]
    first["sealed"] = [each for each in first["sealed"] if each[0] != member]
    content["present"].remove(member)


def unguard(session: Session, table: str) -> None:
    """No trigger stops them."""
    if session.get_bind().dialect.name == "sqlite":
        for name in session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
            session.execute(text(f"DROP TRIGGER {name}"))
    else:
        session.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))


def lines_gone(hall: Hall, *whats: str, member: str = LAST, close_the_gap: bool = False) -> None:
    """By somebody who owns the database."""
    with hall.shop.database.writing() as session, session.begin():
        unguard(session, "ledger")
        rows = session.execute(text("SELECT line_id, seq, body FROM ledger ORDER BY line_id")).all()
        struck = [row for row in rows if (told := json.loads(row.body))["what"] in whats
                  and member in (told["actor"], told.get("facts", {}).get("member"))]
        assert struck
        for row in reversed(struck):
            session.execute(text("DELETE FROM ledger WHERE line_id = :id"), {"id": row.line_id})
            if close_the_gap:
                session.execute(text("DELETE FROM ledger_subjects WHERE seq = :seq"), {"seq": row.seq})
                for table in ("ledger", "ledger_subjects"):
                    for seq in [each.seq for each in rows if each.seq and each.seq > row.seq]:
                        moved = text(f"UPDATE {table} SET seq = seq - 1 WHERE seq = :seq")  # noqa: S608
                        session.execute(moved, {"seq": seq})
                rows = session.execute(text("SELECT line_id, seq, body FROM ledger ORDER BY line_id")).all()


def checkpoint_spoilt(hall: Hall, change: Callable[[str], str]) -> None:
    """The newest one, by the same somebody."""
    with hall.shop.database.writing() as session, session.begin():
        unguard(session, "ledger_checkpoints")
        note = session.scalar(select(ledger_checkpoints.c.note))
        session.execute(update(ledger_checkpoints).values(note=change(note)))


def void(hall: Hall) -> CaseError:
    """The reveal is refused, told, and everybody votes anew: then it counts."""
    refusal = refused(lambda: reveal(hall))
    assert (refusal.code, refusal.details["items"]) == ("meeting.ballots_differ", ["mt-1"])
    assert (item(hall.kept()).state, item(hall.kept()).voted) == (ItemState.WAITING, ())
    told = [json.loads(row["body"]) for row in hall.rows()["outbox"] if "ballots_differ" in row["body"]]
    assert [each["concerns"] for each in told] == [["sun", LEAD.officer_id]]
    begin(hall)
    all_vote(hall)
    assert reveal(hall).items[0].tally == {"exempt": 3, "denied": 2}
    return refusal


@pytest.mark.parametrize("numbered", [True, False])
@pytest.mark.parametrize("whats", [(NOTE,), (EVENT,), (NOTE, EVENT)])
def test_a_vote_deleted_with_its_lines(hall: Hall, whats: tuple[str, ...], numbered: bool):
    member = FIVE[1].officer_id
    all_vote(hall)
    if numbered:
        hall.shop.ledger.keep()
    tamper(hall, lambda content: vote_gone(content, member))
    lines_gone(hall, *whats, member=member)
    assert set(void(hall).details["members"]) >= {each.officer_id for each in FIVE} - {member}


def test_lines_deleted_alone(hall: Hall):
    all_vote(hall)
    hall.shop.ledger.keep()
    lines_gone(hall, NOTE)
    void(hall)


def test_a_gap_that_was_closed_does_not_come_out_at_the_signed_root(hall: Hall):
    all_vote(hall)
    hall.shop.ledger.keep()
    tamper(hall, vote_gone)
    lines_gone(hall, NOTE, close_the_gap=True)
    void(hall)


@pytest.mark.parametrize("change", [
    lambda _: "no checkpoint at all",
    lambda note: "\n".join([note.splitlines()[0], "x", *note.splitlines()[2:]]),
    lambda note: "\n".join([*note.splitlines()[:2], "*", *note.splitlines()[3:]]),
    lambda note: note.rstrip("\n=") + "\n",
    lambda note: f"{note.rsplit(' ', 1)[0]} AAAA\n",
    lambda note: note.rsplit("\n\n", 1)[0],
])
def test_a_checkpoint_that_says_or_proves_nothing(hall: Hall, change: Callable[[str], str]):
    all_vote(hall)
    hall.shop.ledger.keep()
    checkpoint_spoilt(hall, change)
    assert refused(lambda: reveal(hall)).code == "meeting.ballots_differ"


def test_the_last_vote_as_if_it_had_not_been(hall: Hall):
    """With the meeting's own count turned back: the index still knows of more lines."""
    all_vote(hall)
    hall.shop.ledger.keep()
    tamper(hall, vote_gone)
    lines_gone(hall, NOTE, EVENT)
    with hall.shop.database.writing() as session, session.begin():
        session.execute(text("UPDATE joint_meeting SET version = version - 1"))
        session.execute(text("DELETE FROM outbox WHERE body LIKE :who"), {"who": f'%"member_id":"{LAST}"%'})
    assert refused(lambda: reveal(hall)).code == "meeting.ballots_differ"


def test_a_member_struck_from_the_roll_before_they_voted(hall: Hall):
    for actor in FIVE[:-1]:
        hall.do(actor, CastVote, item_id="mt-1", choice="exempt", reason="")
    tamper(hall, lambda content: content["present"].remove(LAST))
    void(hall)


@pytest.mark.parametrize("change", [
    lambda content: content["items"][0]["ballots"].append([LAST, "exempt", "", "00" * 16]),
    lambda content: content["items"][0]["sealed"].append(content["items"][0]["sealed"][0]),
])
def test_a_ballot_slipped_in(hall: Hall, change: Callable[[Content], None]):
    all_vote(hall)
    tamper(hall, change)
    void(hall)


def test_what_happened_to_others_lines_voids_the_vote_too(hall: Hall):
    """A line in between, whoever it speaks of: nobody knows what else is missing."""
    with hall.shop.context(Tick()).unit() as unit:
        unit.audit("some.thing", "another-matter", member=LAST)
        unit.commit()
    all_vote(hall)
    hall.shop.ledger.keep()
    lines_gone(hall, "some.thing")
    void(hall)


def test_a_whole_ledger_of_many_lines_is_taken_as_it_is(hall: Hall):
    hall.shop.ledger.keep()
    for _ in range(3):
        with hall.shop.context(Tick()).unit() as unit:
            unit.audit("some.thing", "another-matter")
            unit.commit()
    all_vote(hall)
    hall.shop.ledger.keep()
    assert reveal(hall).items[0].result == "exempt"
    roll, = (json.loads(row["body"]) for row in hall.rows()["ledger"] if CALLED in row["body"])
    assert set(roll["facts"]["present"].split(",")) == {each.officer_id for each in FIVE}


def test_the_ledger_is_looked_through_once_for_a_whole_agenda(hall: Hall, monkeypatch: pytest.MonkeyPatch):
    """However many items there are: a signature holds the lock of all meetings meanwhile."""
    all_vote(hall)
    hall.shop.ledger.keep()
    looked: list[Any] = []
    comes_out = record._comes_out
    monkeypatch.setattr(record, "_comes_out", lambda *given: looked.append(given) or comes_out(*given))
    context, told = hall.shop.context(Tick()), hall.kept().version
    with context.unit() as unit:
        whole = unit.record("mt")
        assert all(whole.after("review.ballots_differ", item=f"mt-{number}").is_whole(told, context.signed)
                   for number in range(1, 31))
    assert len(looked) == 1
