"""Ballots held against what their members committed to."""

import pytest

from services.determination.domain.meeting.ballots import Ballot, differing

BALLOTS = tuple(Ballot(f"m{number}", "exempt", "", "0f" * 16) for number in range(3))
COMMITTED = {ballot.member_id: ballot.commitment for ballot in BALLOTS}


def test_ballots_that_are_as_they_were_cast() -> None:
    assert differing(BALLOTS, COMMITTED) == ()


@pytest.mark.parametrize(("ballots", "whose"), [
    (BALLOTS[1:], ("m0",)),
    ((*BALLOTS, BALLOTS[0]), ("m0",)),
    ((*BALLOTS, Ballot("m9", "exempt", "", "00" * 16)), ("m9",)),
    ((Ballot("m0", "denied", "", "0f" * 16), *BALLOTS[1:]), ("m0",)),
    ((Ballot("m1", "exempt", "", "0f" * 16), Ballot("m0", "denied", "", "0f" * 16), BALLOTS[2]), ("m0",)),
    ((), ("m0", "m1", "m2")),
])
def test_ballots_that_are_missing_changed_added_or_there_twice(
        ballots: tuple[Ballot, ...], whose: tuple[str, ...]) -> None:
    assert differing(ballots, COMMITTED) == whose
