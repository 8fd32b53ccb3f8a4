"""What is missing before a meeting is convened, on its cases and among its members."""

from collections.abc import Iterator, Sequence

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.identity import OfficerView
from rongcuo.policy.gaps import Gap
from services.determination.domain.meeting.agenda import MeetingCase
from services.determination.domain.meeting.quorum import voters_wanted


def missing_before_convening(cases: Sequence[MeetingCase], members: Sequence[OfficerView],
                             occasion: Occasion) -> Iterator[tuple[Gap, str]]:
    """Too few members, or too few left to decide on a case; and who would have no vote on it."""
    quorum = occasion.pack.quorum
    if len(members) < quorum.members_at_least:
        yield Gap.CONVENE_TOO_FEW_MEMBERS, ""
    for case in cases:
        barred = [member.name for member in members if case.bars(member.officer_id, member.units)]
        yield from ((Gap.CONVENE_MEMBER_BARRED, f"{name}（{case.title}）") for name in barred)
        if len(members) - len(barred) < voters_wanted(len(members), quorum):
            yield Gap.CONVENE_TOO_FEW_VOTERS, case.title
