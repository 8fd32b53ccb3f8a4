"""What is missing before a meeting is convened, on its cases and among its members."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.review import RecusalGround
from rongcuo.policy.gaps import Gap
from services.determination.domain.meeting.ballots import heads


class Convened(Protocol):
    """A case that is to come before it."""

    title: str

    def bars(self, officer_id: str, units: frozenset[str]) -> RecusalGround | None: ...


def among_members(cases: Sequence[Convened], members: Sequence[OfficerView],
                  occasion: Occasion) -> Iterator[tuple[Gap, str]]:
    """Too few of them, or too few left to decide on a case; and who would have no vote on it."""
    quorum = occasion.pack.quorum
    if len(members) < quorum.members_at_least:
        yield Gap.CONVENE_TOO_FEW_MEMBERS, ""
    for case in cases:
        barred = [member.name for member in members if case.bars(member.officer_id, member.units)]
        yield from ((Gap.CONVENE_MEMBER_BARRED, f"{name}（{case.title}）") for name in barred)
        if len(members) - len(barred) < heads(len(members), quorum):
            yield Gap.CONVENE_TOO_FEW_VOTERS, case.title
