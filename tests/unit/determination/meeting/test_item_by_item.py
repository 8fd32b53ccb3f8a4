"""A whole meeting, item by item, however many vote: what leaves the agenda says why, and what helps."""

from dataclasses import replace

import pytest

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.determination import APPLIES, APPLIES_NOT, ItemState, MeetingState
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from services.determination.domain.meeting import JointMeeting
from services.determination.presenters.meetings import view_of
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.scene import CALLED_AT, LEAD, SALT, MadeUpCase, member
from tests.unit.review.scene import view

DISPUTED = ("gain",)


class Held:
    """A meeting of so many members, where the place asks for `voters_at_least` on each item."""

    def __init__(self, called: int, *cases: MadeUpCase, voters_at_least: int = 3) -> None:
        self.members = tuple(member(number) for number in range(1, called + 1))
        self.pack = replace(scene.PACK, quorum=replace(
            scene.PACK.quorum, members_at_least=called, voters_at_least=voters_at_least))
        call = scene.call(*self.members, chair=self.chair, case_ids=tuple(case.id for case in cases))
        self.meeting = JointMeeting.convene("mt", "1号", call, cases, tuple(map(view, self.members)),
                                            replace(self.by(LEAD), now=CALLED_AT))

    @property
    def chair(self) -> Actor:
        return self.members[0]

    def by(self, actor: Actor) -> Occasion:
        return replace(scene.by(actor), pack=self.pack)

    def call_roll(self) -> None:
        self.meeting.call_roll(self.meeting.attendance.member_ids, self.by(self.chair))

    def recuse(self, case_id: str, *officers: Actor) -> None:
        for each in officers:
            self.meeting.recuse_member(case_id, each.officer_id, RecusalGround.OTHER, "同学", self.by(each))

    def open(self, place: int) -> str:
        """How it is refused; nothing where the vote is open."""
        try:
            self.meeting.open_vote(f"mt-{place}", self.by(self.chair))
        except CaseError as refusal:
            return refusal.code
        return ""

    def vote(self, place: int, choice: str) -> str:
        """Open, voted on by all who may, revealed: what came out, or how the opening was refused."""
        if refused := self.open(place):
            return refused
        item = self.meeting.agenda.item(f"mt-{place}")
        known = {each.officer_id: each for each in self.members}
        for officer_id in self.meeting.attendance.voters(item.case_id):
            self.meeting.cast_vote(item.id, choice, "", SALT, self.by(known[officer_id]))
        self.meeting.reveal_votes(item.id, self.by(self.chair))
        return self.meeting.agenda.item(item.id).result

    def end(self) -> None:
        """Minutes, signed by all who are to."""
        self.meeting.write_minutes("纪要", self.by(self.chair))
        while signer := self.meeting.next_to_sign:
            self.meeting.sign_minutes(self.by(next(one for one in self.members if one.officer_id == signer)))
        assert self.meeting.state is MeetingState.SIGNED

    def shown(self) -> list[str]:
        """Why items have left the agenda, as the chair sees it."""
        return [item.dropped_for for item in view_of(self.meeting, self.by(self.chair)).items]


@pytest.mark.parametrize("voters", [3, 4, 5, 6])
def test_a_whole_meeting_is_voted_through_in_its_order(voters: int) -> None:
    held = Held(voters, MadeUpCase(disputed=DISPUTED), MadeUpCase("case2"))
    assert held.open(1) == "meeting.move_not_allowed"   # no roll was called yet
    held.call_roll()
    assert [held.open(2), held.open(3)] == ["meeting.out_of_order"] * 2
    assert held.open(1) == ""
    assert [held.open(1), held.open(2)] == ["meeting.vote_running"] * 2
    held.meeting.adjourn("休息", scene.LATER, held.by(held.chair))   # the vote begins anew
    held.call_roll()
    assert held.vote(1, APPLIES_NOT) == APPLIES_NOT
    assert held.open(1) == "meeting.not_waiting"
    assert held.open(3) == "meeting.out_of_order"
    assert [held.vote(2, "exempt"), held.vote(3, "lighten")] == ["exempt", "lighten"]
    assert [held.open(place) for place in (1, 2, 3)] == ["meeting.not_waiting"] * 3
    assert len(held.meeting.agenda.voters("case1")) == voters
    assert held.shown() == [""] * 3
    held.end()


@pytest.mark.parametrize("wanted", [3, 5])   # of the province's and 嵩明's packs
@pytest.mark.parametrize("voters", [3, 4, 5, 6])
def test_where_a_recusal_leaves_too_few_the_first_item_says_so_and_substitutes_mend_it(
        voters: int, wanted: int) -> None:
    held = Held(max(voters + 1, wanted), MadeUpCase(disputed=DISPUTED), MadeUpCase("case2"),
                voters_at_least=wanted)
    held.call_roll()
    held.recuse("case1", *held.members[voters:])
    short = voters < held.meeting.voters_wanted(held.by(LEAD))
    assert short == (voters < wanted)
    why = "meeting.too_few_voters" if short else ""
    assert held.shown() == [why, why, ""]
    if short:
        assert [held.open(1), held.open(2)] == [why] * 2
        others = tuple(member(number) for number in range(21, 21 + wanted - voters))
        held.meeting.call_substitutes((MadeUpCase(disputed=DISPUTED),), tuple(map(view, others)),
                                      held.by(LEAD))
        held.members += others
        assert held.open(1) == "meeting.no_quorum"   # they are there from the next roll on
        held.call_roll()
    results = [held.vote(place, choice) for place, choice in ((1, APPLIES_NOT), (2, "exempt"), (3, "denied"))]
    assert results == [APPLIES_NOT, "exempt", "denied"]
    held.end()


def test_without_substitutes_the_other_cases_are_voted_on_and_the_meeting_ends() -> None:
    held = Held(5, MadeUpCase(), MadeUpCase("case2"), voters_at_least=5)
    held.call_roll()
    held.recuse("case1", held.members[4])
    assert held.vote(1, "exempt") == "meeting.too_few_voters"
    assert held.vote(2, "exempt") == "exempt"
    held.end()
    assert held.meeting.agenda.resolution("case1") == "no_majority"   # another meeting takes it up


def test_a_refusal_for_want_of_voters_counts_them() -> None:
    held = Held(5, MadeUpCase(), voters_at_least=5)
    held.call_roll()
    held.recuse("case1", held.members[4])
    with pytest.raises(CaseError) as refusal:
        held.meeting.open_vote("mt-1", held.by(held.chair))
    assert refusal.value.details == {"entitled": 4, "wanted": 5}


def test_a_member_whose_post_ends_may_leave_too_few() -> None:
    held = Held(5, MadeUpCase(), voters_at_least=5)
    held.call_roll()
    held.meeting.leave(held.members[4].officer_id, held.by(LEAD))
    assert held.open(1) == "meeting.too_few_voters"


@pytest.mark.parametrize("voters", [4, 5])
def test_a_case_that_left_the_agenda_says_so_whoever_may_vote(voters: int) -> None:
    held = Held(5, MadeUpCase(), MadeUpCase("case2"), voters_at_least=5)
    held.call_roll()
    held.recuse("case1", *held.members[voters:])
    held.meeting.drop("case1", held.by(LEAD))
    assert (held.open(1), held.shown()) == ("meeting.case_left", ["meeting.case_left", ""])
    assert held.vote(2, "exempt") == "exempt"


def test_an_outcome_that_a_negative_item_closed_says_so() -> None:
    held = Held(4, MadeUpCase(disputed=DISPUTED), MadeUpCase("case2"))
    held.call_roll()
    assert held.vote(1, APPLIES) == APPLIES
    assert (held.open(2), held.shown()) == ("meeting.outcome_closed", ["", "meeting.outcome_closed", ""])
    assert held.vote(3, "exempt") == "exempt"
    held.end()


def test_votes_that_begin_anew_are_no_reason_to_refuse_them() -> None:
    held = Held(5, MadeUpCase())
    held.call_roll()
    held.vote(1, "exempt")
    held.recuse("case1", held.members[4])   # who had voted
    assert held.meeting.agenda.items[0].state is ItemState.WAITING
    assert held.vote(1, "denied") == "denied"
