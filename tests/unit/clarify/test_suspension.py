"""A report stands still for as long as the pack allows, and not longer."""

from datetime import timedelta

import pytest

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.errors import CaseError
from services.clarify.usecases import settling
from tests.unit.clarify import scene
from tests.unit.clarify.scene import LEAD, RECEIVED_AT, by
from tests.unit.clarify_procedures import desk as at

LONG = timedelta(days=200)      # longer than the six months of the pack


def standing_still():
    report = scene.disposed()
    report.suspend("等鉴定", by(LEAD))
    return report


def test_it_runs_on_by_itself_after_the_longest_time():
    with at.opened() as desk:
        desk.put(standing_still())
        settling.end_suspensions(desk.sit(SYSTEM, RECEIVED_AT + timedelta(days=150)))
        assert desk.report.clock.suspended
        settling.end_suspensions(desk.sit(SYSTEM, RECEIVED_AT + LONG))
        assert not desk.report.clock.suspended
        last = desk.report.history[-1]
        assert (last.what, last.actor_id) == ("resume", SYSTEM.officer_id)
        settling.end_suspensions(desk.sit(SYSTEM, RECEIVED_AT + LONG))
        assert [each.what for each in desk.report.history].count("resume") == 1


def test_a_stage_does_not_stand_still_again_and_again():
    report = standing_still()
    report.resume(by(LEAD, RECEIVED_AT + timedelta(days=30)))
    report.suspend("等第二次鉴定", by(LEAD, RECEIVED_AT + timedelta(days=31)))
    assert report.stood_still_long(by(LEAD, RECEIVED_AT + LONG)), "counted from the first"
    report.resume(by(LEAD, RECEIVED_AT + LONG))
    with pytest.raises(CaseError, match=r"clock\.stood_still_long"):
        report.suspend("再等", by(LEAD, RECEIVED_AT + LONG))
