"""A meeting lives through anything in any order, legal or not; what must hold, holds throughout."""

import json
from copy import deepcopy
from datetime import timedelta
from math import ceil

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.determination import (
    ABSTAIN,
    APPLIES,
    APPLIES_NOT,
    NO_MAJORITY,
    BallotsRevealed,
    ItemState,
    MeetingState,
    MinutesConcluded,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.review import RecusalGround
from rongcuo.contracts.serialisation import dump
from services.determination.domain.meeting import JointMeeting
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.scene import FIVE, GUEST, LEAD, SUN, MadeUpCase

QUORUM = scene.PACK.quorum
people = st.sampled_from(FIVE) | st.sampled_from((*FIVE, SUN, SUN, GUEST, LEAD))
words = st.sampled_from(["理由充分", "理由充分", " "])
choices = st.sampled_from(
    ["exempt", "exempt", "denied", APPLIES_NOT, APPLIES_NOT, APPLIES, ABSTAIN, "pardon"])
case_ids = st.sampled_from(["case1", "case2", "case9"])
items = st.sampled_from(["mt-1", "mt-2", "mt-3", "mt-9"])
HIDDEN = {"exempt", "mitigate", "lighten", "denied", APPLIES, APPLIES_NOT, ABSTAIN}


def texts(told: object) -> set[str]:
    """Every string in an event, however deep."""
    return set(json.dumps(told, ensure_ascii=False).replace("\\", "").split('"'))


class MeetingMachine(RuleBasedStateMachine):
    """Every act is tried; a refusal must leave no trace, a success must be one the rules allow."""

    @initialize(barred=st.sets(st.sampled_from(["sun", "m1", "m2"]), max_size=1), begun=st.integers(0, 3))
    def convene(self, barred: set[str], begun: int) -> None:
        about = MadeUpCase(disputed=("gain",), barred=dict.fromkeys(barred, RecusalGround.RELATIVE))
        self.meeting: JointMeeting = scene.convened(about, MadeUpCase("case2"))
        self.now, self.salt, self.cast, self.chair = scene.MEETS_AT, 0, {}, SUN
        self.seen = len(self.meeting.happened)
        if begun:
            self.everybody_comes()

    def by(self, actor: Actor) -> Occasion:
        return scene.by(actor, self.now)

    def attempt(self, act) -> bool:
        """Whether the act happened."""
        before = deepcopy(vars(self.meeting))
        try:
            act(self.meeting)
        except CaseError:
            assert vars(self.meeting) == before
            return False
        return True

    def voted(self, item_id: str) -> dict[str, str]:
        return self.cast.setdefault(item_id, {})

    def forget(self, *, but: ItemState) -> None:
        """The votes that the meeting says began anew."""
        for item in self.meeting.agenda.items:
            if item.state is not but and not item.ballots:
                self.cast.pop(item.id, None)

    @rule(actor=people, present=st.sets(st.sampled_from(FIVE), min_size=3), guest=st.booleans())
    def call_roll(self, actor: Actor, present: set[Actor], guest: bool) -> None:
        there = [each.officer_id for each in present] + (["guest"] if guest else [])
        if self.attempt(lambda meeting: meeting.call_roll(there, self.by(actor))):
            assert actor == self.chair in present
            assert len(present) >= ceil(QUORUM.present_percent / 100 * len(FIVE))
            assert self.meeting.agenda.voting is None

    @rule()
    def everybody_comes(self) -> None:
        self.call_roll(self.chair, set(FIVE), False)

    @rule(actor=people, officer=people, case_id=case_ids, reason=words)
    @precondition(lambda self: len(self.meeting.attendance.recusals) < 4 or self.meeting.version % 5 == 0)
    def recuse(self, actor: Actor, officer: Actor, case_id: str, reason: str) -> None:
        presiding = self.meeting.presiding(case_id)
        if self.attempt(lambda meeting: meeting.recuse_member(
                case_id, officer.officer_id, RecusalGround.OTHER, reason, self.by(actor))):
            assert actor == officer or actor.officer_id == presiding
            self.forget(but=ItemState.REVEALED)
            assert all(officer.officer_id not in self.voted(item.id)
                       for item in self.meeting.agenda.of_case(case_id))

    @rule(actor=people, item_id=items)
    def open_vote(self, actor: Actor, item_id: str) -> None:
        if self.attempt(lambda meeting: meeting.open_vote(item_id, self.by(actor))):
            item = self.meeting.agenda.item(item_id)
            assert self.meeting.agenda.voting == item
            assert all(each.settled for each in self.meeting.agenda.before(item))
            assert actor.officer_id not in self.meeting.attendance.recused_from(item.case_id)

    @rule(chosen=st.lists(choices, min_size=5, max_size=5), wanted=st.sampled_from([1, 2, 3, 3, 3]))
    def the_next_is_voted_on(self, chosen: list[str], wanted: int) -> None:
        """As far as opening it, voting on it, or opening the votes: by whomever may."""
        item = next((item for item in self.meeting.agenda.items if not item.settled), None)
        for actor in FIVE if item else ():
            self.open_vote(actor, item.id)
        for actor, choice in zip(FIVE, chosen, strict=True):
            if wanted > 1 and item:
                self.cast_vote(actor, item.id, choice if choice in item.choices else item.choices[0])
        for actor in FIVE if wanted > 2 and item else ():
            self.reveal(actor, item.id)

    @rule(actor=people, item_id=items, choice=choices)
    def cast_vote(self, actor: Actor, item_id: str, choice: str) -> None:
        self.salt += 1
        if self.attempt(lambda meeting: meeting.cast_vote(
                item_id, choice, f"意见{self.salt}", f"{self.salt:032x}", self.by(actor))):
            assert actor.officer_id not in self.voted(item_id)
            self.voted(item_id)[actor.officer_id] = choice

    @rule(chosen=st.lists(st.lists(choices, min_size=5, max_size=5), min_size=1, max_size=3))
    def the_agenda_is_gone_through(self, chosen: list[list[str]]) -> None:
        for of_an_item in chosen:
            self.the_next_is_voted_on(of_an_item, 3)
        for actor in FIVE:
            self.write_minutes(actor, "纪要")

    @rule(actor=people, item_id=items)
    def reveal(self, actor: Actor, item_id: str) -> None:
        if self.attempt(lambda meeting: meeting.reveal_votes(item_id, self.by(actor))):
            self.counted(item_id)

    def counted(self, item_id: str) -> None:
        item, votes = self.meeting.agenda.item(item_id), self.voted(item_id)
        entitled = {each.officer_id for each in FIVE} - self.meeting.attendance.recused_from(item.case_id)
        assert set(votes) == entitled & self.meeting.attendance.present
        assert len(votes) >= max(ceil(QUORUM.present_percent / 100 * len(FIVE)), QUORUM.voters_at_least)
        assert {ballot.member_id: ballot.choice for ballot in item.ballots} == votes
        wanted, cast = ceil(QUORUM.pass_percent / 100 * len(votes)), list(votes.values())
        winners = {choice for choice in item.asked.choices if cast.count(choice) >= wanted}
        assert {item.result} == (winners or {NO_MAJORITY})

    @rule(actor=people, reason=words, hours=st.integers(-1, 48))
    @precondition(lambda self: self.meeting.agenda.voting or self.meeting.version % 3 == 0)
    def adjourn(self, actor: Actor, reason: str, hours: int) -> None:
        until = self.now + timedelta(hours=hours)
        if self.attempt(lambda meeting: meeting.adjourn(reason, until, self.by(actor))):
            assert until > self.now
            self.now = until
            self.forget(but=ItemState.REVEALED)

    @rule(actor=st.just(LEAD) | people, chair=people, reason=words, hours=st.integers(0, 48))
    @precondition(lambda self: self.meeting.version % 5 == 4)
    def name_chair(self, actor: Actor, chair: Actor, reason: str, hours: int) -> None:
        until = self.now + timedelta(hours=hours)
        if self.attempt(lambda meeting: meeting.name_chair(
                chair.officer_id, reason, until, self.by(actor))):
            assert actor == LEAD
            assert self.chair != chair in FIVE
            self.chair, self.now = chair, until
            self.forget(but=ItemState.REVEALED)

    @rule(actor=people, reason=words)
    @precondition(lambda self: self.meeting.version % 4 == 3)
    def cancel(self, actor: Actor, reason: str) -> None:
        if self.attempt(lambda meeting: meeting.cancel(reason, self.by(actor))):
            assert not any(self.voted(item.id) for item in self.meeting.agenda.items
                           if item.case_id in self.meeting.agenda.open_case_ids)

    @rule(actor=people, minutes=words)
    def write_minutes(self, actor: Actor, minutes: str) -> None:
        if self.attempt(lambda meeting: meeting.write_minutes(minutes, self.by(actor))):
            assert (actor.officer_id, self.meeting.signatures) == (self.meeting.signers[-1], ())
            assert actor == self.chair or self.meeting.kept_from(self.chair)

    @rule(actor=people)
    def sign(self, actor: Actor) -> None:
        expected = self.meeting.next_to_sign
        if self.attempt(lambda meeting: meeting.sign_minutes(self.by(actor))):
            assert actor.officer_id == expected

    @rule(most=st.sampled_from([1, 2, 5, 5]))
    def some_sign(self, most: int) -> None:
        for officer_id in self.meeting.signers[:most]:
            self.sign(next(actor for actor in FIVE if actor.officer_id == officer_id))

    @rule(case_id=case_ids)
    @precondition(lambda self: self.meeting.version > 12)
    def a_case_is_withdrawn(self, case_id: str) -> None:
        self.meeting.drop(case_id, self.by(scene.SUBJECT))
        self.forget(but=ItemState.REVEALED)

    @invariant()
    def what_was_told_betrays_no_choice_before_the_reveal(self) -> None:
        fresh, self.seen = self.meeting.happened[self.seen:], len(self.meeting.happened)
        sealed = {ballot.reason for item in self.meeting.agenda.items if item.state is ItemState.VOTING
                  for ballot in item.ballots}
        for _, event in fresh:
            told = texts(dump(event))
            assert not told & sealed
            assert isinstance(event, BallotsRevealed | MinutesConcluded) or not told & HIDDEN

    @invariant()
    def nobody_recused_is_counted_and_nobody_twice(self) -> None:
        for item in self.meeting.agenda.items:
            assert len(set(item.voted)) == len(item.voted)
            assert not set(item.voted) & self.meeting.attendance.recused_from(item.case_id)
            assert not item.result or item.state is ItemState.REVEALED
            assert item.ballots == () or item.state in (ItemState.VOTING, ItemState.REVEALED)

    @invariant()
    def votes_run_in_session_and_one_at_a_time(self) -> None:
        running = [item for item in self.meeting.agenda.items if item.state is ItemState.VOTING]
        assert len(running) <= (self.meeting.state is MeetingState.IN_SESSION)

    @invariant()
    def minutes_are_of_a_whole_meeting_and_signed_in_order(self) -> None:
        meeting, signed = self.meeting, self.meeting.state is MeetingState.SIGNED
        assert not (signed or meeting.state is MeetingState.MINUTES) or meeting.agenda.settled
        assert meeting.signatures == meeting.signers[:len(meeting.signatures)]
        assert signed == (bool(meeting.signatures) and meeting.signatures == meeting.signers)
        assert not signed or meeting.signatures[-1] == meeting.keeper
        kept = {each.officer_id for each in meeting.attendance.recusals} | meeting.attendance.former_chairs
        unsigned = meeting.agenda.voters(*meeting.agenda.open_case_ids) - {*meeting.signers}
        assert meeting.state is not MeetingState.MINUTES or unsigned <= kept

    @invariant()
    def an_outcome_follows_only_cleared_items(self) -> None:
        negative, outcome = self.meeting.agenda.items[:2]
        assert not outcome.result or negative.result == APPLIES_NOT
        expected = {APPLIES: "denied", NO_MAJORITY: NO_MAJORITY}.get(negative.result)
        assert expected in (None, self.meeting.agenda.resolution("case1"))

    @invariant()
    def versions_have_no_gaps(self) -> None:
        assert [number for number, _ in self.meeting.happened] == [*range(1, self.meeting.version + 1)]


MeetingMachine.TestCase.settings = settings(max_examples=30, stateful_step_count=40)
TestMeetingMachine = MeetingMachine.TestCase
