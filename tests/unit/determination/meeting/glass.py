"""Sealing for tests that are about something else: through glass, yet bound to its place."""

import json

from services.determination.domain.meeting import Ballot, Place, SealedBallot


class Glass:
    def seal(self, ballot: Ballot, place: Place) -> SealedBallot:
        text = json.dumps([str(place), ballot.choice, ballot.reason, ballot.salt])
        return SealedBallot(ballot.member_id, "glass", "", text)

    def open(self, sealed: SealedBallot, place: Place) -> Ballot | None:
        where, *vote = json.loads(sealed.text)
        return Ballot(sealed.member_id, *vote) if where == str(place) else None


GLASS = Glass()
