"""What a meeting shows to whoever has a part in one of its cases, or is recused from it."""

from dataclasses import replace

import pytest

from rongcuo.contracts.determination import MeetingQuery, NameChair
from rongcuo.contracts.review import RecusalGround
from services.determination.presenters.meetings import view_of
from services.determination.usecases import meetings as usecases
from services.determination.views import meetings as views
from tests.unit.determination import context as contexts
from tests.unit.determination.context import FakeContext
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.glass import GLASS
from tests.unit.determination.meeting.scene import FOUR, LATER, ONE, SUN, MadeUpCase, by
from tests.unit.determination.meeting.steps import code_of
from tests.unit.review.scene import LEAD, WANG

SUBJECT = replace(FOUR, unit="成员单位4")


def written(**of_case):
    """Signing has begun; m4 is the subject of the first case."""
    subject = replace(MadeUpCase().subject, officer_id="m4")
    first = MadeUpCase(subject=subject, barred={"m4": RecusalGround.SELF}, **of_case)
    return scene.with_minutes(first, MadeUpCase("case2"))


@pytest.fixture
def context(monkeypatch) -> FakeContext:
    monkeypatch.setitem(contexts.KINDS, "MadeUpCase", "determinations")
    opened = FakeContext(now=scene.MEETS_AT)
    for kept in (MadeUpCase(recused=frozenset({"wang"})), MadeUpCase("case2"), written()):
        kept.take_events()
        opened.store.put(kept)
    return opened


def shown(view) -> list[tuple[bool, int, str, bool]]:
    return [(item.withheld, len(item.ballots), item.result, bool(item.tally)) for item in view.items]


def test_a_subject_who_is_a_member_reads_of_the_other_cases_only():
    view = view_of(written(), by(SUBJECT), recused_from=frozenset())
    assert shown(view) == [(True, 0, "", False), (False, 5, "exempt", True)]
    assert (view.minutes, view.minutes_withheld, view.draft) == ("", True, "")
    assert "sign_minutes" not in view.allowed
    assert "m4" not in view.signers
    member = view_of(written(), by(ONE), recused_from=frozenset())
    assert (member.minutes, member.minutes_withheld) == ("会议纪要正文", False)
    assert shown(member)[0] == (False, 4, "exempt", True)


def test_before_any_vote_it_is_said_already_what_will_be_withheld():
    meeting = scene.in_session(MadeUpCase(barred={"m4": RecusalGround.SELF}), MadeUpCase("case2"))
    view = view_of(meeting, by(FOUR), recused_from=frozenset({"case1"}))
    assert [item.withheld for item in view.items] == [True, False]
    assert not any(item.withheld for item in view_of(meeting, by(ONE), recused_from=frozenset()).items)


def test_why_somebody_was_recused_is_not_for_whom_the_case_concerns():
    meeting = scene.in_session(MadeUpCase(barred={"m4": RecusalGround.SELF}))
    meeting.recuse_member("case1", "m1", RecusalGround.INTEREST, "曾任顾问", by(ONE))
    assert "曾任顾问" not in str(view_of(meeting, by(SUBJECT)).history)
    assert "曾任顾问" in str(view_of(meeting, by(SUN)).history)


def test_whoever_is_recused_in_the_case_itself_reads_nothing_of_it_here(context: FakeContext):
    query = MeetingQuery(meeting_id="mt")
    assert code_of(lambda: views.meeting(context.sit(WANG), query, GLASS)) == "not_found"
    lead = views.meeting(context.sit(LEAD), query, GLASS)
    assert (lead.minutes, shown(lead)[0][0]) == ("会议纪要正文", False)


def test_a_members_answer_shows_votes_and_an_answer_to_nobody_looked_up_does_not(context: FakeContext):
    answer = usecases.name_chair(context.sit(LEAD), NameChair(
        command_id="c", meeting_id="mt", chair_id="m1", reason="病休", until=LATER))
    assert all(withheld for withheld, *_ in shown(answer))
    assert answer.minutes == ""
