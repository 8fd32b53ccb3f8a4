"""Sealed votes, and how they are counted."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from rongcuo.contracts.determination.enums import NO_MAJORITY
from services.determination.domain.meeting.quorum import share_of

COMMITTED = "review.ballot_committed"    # the ledger's line of a commitment: item, member, round, commitment


@dataclass(frozen=True, slots=True)
class Ballot:
    """A vote. `salt` is random, in hexadecimal: without it nobody guesses the choice from its commitment."""

    member_id: str
    choice: str
    reason: str
    salt: str

    @property
    def commitment(self) -> str:
        """What is told when the vote is sealed, and can be checked when it is opened."""
        sealed = json.dumps([self.choice, self.reason], ensure_ascii=False, separators=(",", ":"))
        return sha256(bytes.fromhex(self.salt) + sealed.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class SealedBallot:
    """A vote that nobody can read before the reveal: encrypted with the key `key_id`, in base64."""

    member_id: str
    algorithm: str
    key_id: str
    text: str


@dataclass(frozen=True, slots=True)
class BallotBox:
    """Where a ballot lies: it can be opened nowhere else. `round`: how often the item was opened."""

    meeting_id: str
    item_id: str
    round: int


class Sealing(Protocol):
    """Closes ballots, and opens them again."""

    def seal(self, ballot: Ballot, box: BallotBox) -> SealedBallot:
        """Raises `meeting.sealing_key_missing`."""

    def open(self, sealed: SealedBallot, box: BallotBox) -> Ballot | None:
        """None for what is not as it was sealed there. Raises `meeting.sealing_key_missing`."""


def differing(ballots: Iterable[Ballot], committed: Mapping[str, str]) -> tuple[str, ...]:
    """Whose votes are not those they committed to (member -> commitment): changed, added, missing, or there
    more than once."""
    there: dict[str, list[str]] = {}
    for ballot in ballots:
        there.setdefault(ballot.member_id, []).append(ballot.commitment)
    return tuple(sorted(who for who in there.keys() | committed.keys()
                        if there.get(who) != [committed.get(who)]))


def tally(ballots: Iterable[Ballot]) -> Counter[str]:
    """Choice -> votes."""
    return Counter(ballot.choice for ballot in ballots)


def result_of(ballots: tuple[Ballot, ...], choices: tuple[str, ...], pass_percent: int) -> str:
    """The one choice with so much of all votes cast, abstentions among them; otherwise `no_majority`."""
    votes, wanted = tally(ballots), share_of(pass_percent, len(ballots))
    most = max((votes[choice] for choice in choices), default=0)
    leading = [choice for choice in choices if votes[choice] == most]
    return leading[0] if len(leading) == 1 and most >= max(wanted, 1) else NO_MAJORITY
