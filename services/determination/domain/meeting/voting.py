"""A joint meeting votes: openly asked, sealed, revealed together."""

from collections.abc import Mapping
from dataclasses import dataclass

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.determination import BallotSealed, BallotsRevealed, ItemState, OpenedBallot
from rongcuo.contracts.errors import CaseError
from services.determination.domain.meeting.assembly import Assembly
from services.determination.domain.meeting.ballots import Ballot, Sealing, differing, result_of
from services.determination.domain.meeting.guards import GUARDS, ITEM_GUARDS
from services.determination.domain.meeting.items import AgendaItem
from services.determination.domain.meeting.moves import MOVES, MeetingVerb

DISTRUSTED = "选票与账本中的承诺不符，表决作废，重新投票"
VOTES = frozenset({MeetingVerb.CAST_VOTE, MeetingVerb.REVEAL_VOTES})


@dataclass(kw_only=True)
class Voting(Assembly):
    """Every verb asks its guards first: a refused one changes nothing."""

    def require(self, verb: MeetingVerb, occasion: Occasion) -> None:
        """Whether the verb is possible for this actor now; says why not."""
        if (self.state, verb) not in MOVES:
            details = {"state": self.state.value}
            raise CaseError("meeting.move_not_allowed", f"{verb} in {self.state}", details)
        for guard in GUARDS[verb]:
            guard(self, occasion)

    def require_for(self, verb: MeetingVerb, item: AgendaItem, occasion: Occasion) -> None:
        """As `require`, for an item. Votes are cast in session only: one that is not open says just that."""
        if verb not in VOTES:
            self.require(verb, occasion)
        for guard in ITEM_GUARDS[verb]:
            guard(self, item, occasion)

    def open_vote(self, item_id: str, occasion: Occasion) -> None:
        """Let those present and entitled vote on an item. Minutes written before do not tell of it."""
        item = self._asked(MeetingVerb.OPEN_VOTE, item_id, occasion)
        self.minutes = ""
        self._put(item.opened())
        self._note(MeetingVerb.OPEN_VOTE, occasion, item_id)
        self._tell(MeetingVerb.OPEN_VOTE, occasion, item_id=item_id, concerns=self.voters(item.case_id))

    def cast_vote(self, item_id: str, choice: str, reason: str, salt: str, occasion: Occasion) -> None:
        """Seal a vote. Nothing that is told now says which it is. `salt`: random, in hexadecimal."""
        item = self._asked(MeetingVerb.CAST_VOTE, item_id, occasion)
        if choice not in item.choices:
            raise CaseError("meeting.unknown_choice", details={"choices": list(item.choices)})
        ballot = Ballot(occasion.actor.officer_id, choice, reason.strip(), salt)
        self._put(item.with_vote(ballot))
        self.record(BallotSealed(
            standing=self.standing, item_id=item_id, member_id=ballot.member_id,
            commitment=ballot.commitment, at=occasion.now))

    def close_ballots(self, item_id: str, sealing: Sealing) -> None:
        """Nobody can read the votes on an item any more until they are opened."""
        item = self.agenda.item(item_id)
        self._put(item.with_sealed(sealing, item.place_in(self.id)))

    def open_ballots(self, item_id: str, sealing: Sealing) -> tuple[str, ...]:
        """As they were sealed; what was changed meanwhile is not there any more. Whose votes never were."""
        item = self.agenda.item(item_id)
        self._put(item.with_opened(sealing, item.place_in(self.id)))
        return tuple(ballot.member_id for ballot in item.ballots)

    def ballot_of(self, member_id: str, item: AgendaItem, sealing: Sealing) -> Ballot | None:
        """A member's own vote, sealed or open; None where there is none, or none that can be read."""
        sealed = next((each for each in item.sealed if each.member_id == member_id), None)
        return sealing.open(sealed, item.place_in(self.id)) if sealed else item.ballot_of(member_id)

    def differing(self, item_id: str, committed: Mapping[str, str], occasion: Occasion) -> tuple[str, ...]:
        """Whose open votes are not those they committed to; everybody's where only the result is another."""
        item = self.agenda.item(item_id)
        counted = result_of(item.ballots, item.asked.choices, occasion.pack.quorum.pass_percent)
        if item.state is ItemState.REVEALED and item.result != counted:
            return item.voted
        return differing(item.ballots, committed)

    def distrust(self, rounds: Mapping[str, int], occasion: Occasion) -> None:
        """Votes are not those that were cast: none of them counts, and they are cast anew, in a round after
        the last (item -> round). Minutes that told of them are signed by nobody."""
        self._put(*(self.agenda.item(item_id).not_before(last) for item_id, last in rounds.items()))
        self.agenda, self.signatures = self.agenda.without_votes_on(rounds), ()
        self._turn(MeetingVerb.DISTRUST, occasion)
        self._note(MeetingVerb.DISTRUST, occasion, DISTRUSTED)
        for item_id in rounds:
            self._tell(MeetingVerb.DISTRUST, occasion, DISTRUSTED, item_id=item_id,
                       concerns=tuple(dict.fromkeys((self.chair_id, self.convener_id))))

    def reveal_votes(self, item_id: str, occasion: Occasion) -> None:
        """Open all votes of an item together, and count them."""
        asked = self._asked(MeetingVerb.REVEAL_VOTES, item_id, occasion)
        item = asked.revealed(occasion.pack.quorum.pass_percent)
        self._put(item)
        self.agenda = self.agenda.after_reveal(item)
        self._note(MeetingVerb.REVEAL_VOTES, occasion, item_id)
        self.record(BallotsRevealed(
            standing=self.standing, item_id=item_id, case_id=item.case_id,
            question=item.asked.question.value, result=item.result,
            ballots=tuple(self._opened(ballot) for ballot in item.ballots), at=occasion.now))

    def _asked(self, verb: MeetingVerb, item_id: str, occasion: Occasion) -> AgendaItem:
        item = self.agenda.item(item_id)
        self.require_for(verb, item, occasion)
        return item

    def _opened(self, ballot: Ballot) -> OpenedBallot:
        return OpenedBallot(
            member_id=ballot.member_id, member_name=self.member(ballot.member_id).name, choice=ballot.choice,
            reason=ballot.reason, salt=ballot.salt)

