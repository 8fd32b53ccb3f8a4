"""What a case asks a joint meeting, and one such question of the agenda, from waiting to its result."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from rongcuo.contracts.determination.enums import ABSTAIN, APPLIES, NO_MAJORITY, ItemState, Question
from services.determination.domain.meeting.ballots import (
    Ballot,
    BallotBox,
    SealedBallot,
    Sealing,
    differing,
    result_of,
)

SETTLED = frozenset({ItemState.REVEALED, ItemState.DROPPED})


@dataclass(frozen=True, slots=True)
class AgendaQuestion:
    """`choices` without abstention, which is always possible. `name`: of the negative item, in Chinese."""

    question: Question
    choices: tuple[str, ...]
    negative_item: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A question on which the meeting votes once. `sealed` until the reveal, `ballots` from then on; `round`:
    how often a vote on it was opened."""

    id: str
    case_id: str
    asked: AgendaQuestion
    state: ItemState = ItemState.WAITING
    ballots: tuple[Ballot, ...] = ()
    result: str = ""
    sealed: tuple[SealedBallot, ...] = ()
    round: int = 0

    @property
    def asks_outcome(self) -> bool:
        """Whether it is the last question of its case."""
        return self.asked.question is Question.OUTCOME

    @property
    def closes_outcome(self) -> bool:
        """A negative item that applies, or on which there is no majority: no outcome is voted on."""
        return not self.asks_outcome and self.result in (APPLIES, NO_MAJORITY)

    @property
    def settled(self) -> bool:
        """Voted on, or dropped."""
        return self.state in SETTLED

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be voted for."""
        return (*self.asked.choices, ABSTAIN)

    @property
    def voted(self) -> tuple[str, ...]:
        """Who has voted."""
        return (*(ballot.member_id for ballot in self.sealed), *(ballot.member_id for ballot in self.ballots))

    @property
    def minority(self) -> tuple[Ballot, ...]:
        """Reasoned votes for something else than the result."""
        return tuple(each for each in self.ballots if self.result not in ("", each.choice) and each.reason)

    def ballot_of(self, officer_id: str) -> Ballot | None:
        """Somebody's vote, once it is open."""
        return next((ballot for ballot in self.ballots if ballot.member_id == officer_id), None)

    def differing(self, committed: Mapping[str, str], pass_percent: int) -> tuple[str, ...]:
        """Whose open votes are not those they committed to; everybody's where only the result is another."""
        counted = result_of(self.ballots, self.asked.choices, pass_percent)
        if self.state is ItemState.REVEALED and self.result != counted:
            return self.voted
        return differing(self.ballots, committed)

    def opened(self) -> Self:
        """Votes may be cast."""
        return replace(self, state=ItemState.VOTING, round=self.round + 1)

    def not_before(self, last: int) -> Self:
        """The next vote on it is a round after that."""
        return replace(self, round=max(self.round, last))

    def ballot_box(self, meeting_id: str) -> BallotBox:
        """Where its ballots of this round lie."""
        return BallotBox(meeting_id, self.id, self.round)

    def with_sealed(self, sealing: Sealing, box: BallotBox) -> Self:
        """With every vote closed."""
        closed = (sealing.seal(ballot, box) for ballot in self.ballots)
        return replace(self, sealed=(*self.sealed, *closed), ballots=())

    def with_opened(self, sealing: Sealing, box: BallotBox) -> Self:
        """With every vote open that can be opened. What can't, or was never sealed, is no vote any more."""
        opened = (sealing.open(sealed, box) for sealed in self.sealed)
        return replace(self, sealed=(), ballots=tuple(each for each in opened if each))

    def with_vote(self, ballot: Ballot) -> Self:
        """With one vote more."""
        return replace(self, ballots=(*self.ballots, ballot))

    def revealed(self, pass_percent: int) -> Self:
        """All votes open, and counted."""
        result = result_of(self.ballots, self.asked.choices, pass_percent)
        return replace(self, state=ItemState.REVEALED, result=result)

    def waiting(self) -> Self:
        """As if nobody had voted yet."""
        return replace(self, state=ItemState.WAITING, ballots=(), sealed=(), result="")

    def dropped(self) -> Self:
        """Off the agenda, and the votes with it."""
        return replace(self, state=ItemState.DROPPED, ballots=(), sealed=(), result="")
