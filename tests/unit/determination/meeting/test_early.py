"""A meeting is held when its members were told that it would be."""

import copy
from datetime import datetime, timedelta

import pytest

from rongcuo.contracts.determination import MeetingState
from rongcuo.contracts.errors import CaseError
from tests.unit.determination.meeting import scene
from tests.unit.determination.meeting.scene import SUN, by
from tests.unit.determination.meeting.test_voting import code_of


@pytest.mark.parametrize("until", [None, scene.LATER])
def test_before_the_hour_it_was_called_to_a_meeting_opens_only_with_everybody_there(until: datetime | None):
    """Or whoever chairs it picks who votes."""
    meeting = scene.convened()
    if until:
        meeting.adjourn("改日", until, by(SUN))
    early, four = meeting.meets_at - timedelta(minutes=1), ("sun", "m1", "m2", "m3")
    with pytest.raises(CaseError) as refusal:
        meeting.call_roll(four, by(SUN, early))
    assert (refusal.value.code, refusal.value.details["meets_at"]) == (
        "meeting.not_yet", meeting.meets_at.isoformat())
    everybody = copy.deepcopy(meeting)
    everybody.call_roll(meeting.attendance.member_ids, by(SUN, early))
    assert everybody.state is MeetingState.IN_SESSION
    assert code_of(lambda: everybody.call_roll(four, by(SUN, early))) == "meeting.not_yet"
    meeting.call_roll(four, by(SUN, meeting.meets_at))
    assert meeting.state is MeetingState.IN_SESSION
