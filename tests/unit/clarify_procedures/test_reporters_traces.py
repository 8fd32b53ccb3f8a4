"""Who looks at an inquiry reads on which day the reporter was there, and by which reference the vault knows
them only to talk with them."""

from datetime import datetime, timedelta

import pytest

from rongcuo.contracts import clarify as contract
from rongcuo.contracts.actor import Actor
from services.clarify.usecases import false_accusations
from services.clarify.views import false_accusations as questions
from tests.unit.clarify import scene
from tests.unit.clarify_procedures import desk as at
from tests.unit.clarify_procedures.desk import QIAN, Desk


def seen(desk: Desk, who: Actor) -> contract.FalseAccusationView:
    return questions.false_accusation(
        desk.sit(who), contract.FalseAccusationQuery(case_id=desk.inquiry.id))


def asked(desk: Desk) -> Desk:
    """The reporter was asked, read it at an odd second, and wrote."""
    at.inquiring(desk)
    desk.give(scene.ZHAO, false_accusations.ask_reporter, contract.AskReporter, desk.inquiry.id,
              question="来源")
    desk.now += timedelta(hours=3, minutes=17, seconds=41)
    desk.read()
    desk.now += timedelta(minutes=1, seconds=1)
    desk.wrote()
    return desk


def is_a_day(moment: datetime | None) -> bool:
    return moment is not None and (moment.hour, moment.minute, moment.second) == (0, 0, 0)


@pytest.mark.parametrize("who", [QIAN, scene.SUPERVISOR, scene.LEAD_ABOVE, scene.ZHAO])
def test_nobody_is_told_at_which_second_they_were_there(who: Actor):
    with at.opened() as desk:
        asked(desk)
        desk.now += timedelta(days=1)
        view = seen(desk, who)
        assert is_a_day(view.unread_since)
        assert is_a_day(view.hearings[-1].read_at)
        assert is_a_day(view.addressed[-1].read_at)
        steps = [each.at for each in view.history if each.what in ("take_receipt", "take_message")]
        assert len(steps) == 2
        assert all(map(is_a_day, steps))


@pytest.mark.parametrize("who", [QIAN, scene.SUPERVISOR, scene.LEAD_ABOVE])
def test_whoever_looks_again_and_again_sees_nothing_of_it_come(who: Actor):
    with at.opened() as desk:
        at.inquiring(desk)
        desk.give(scene.ZHAO, false_accusations.ask_reporter, contract.AskReporter, desk.inquiry.id,
                  question="来源")
        before = seen(desk, who)
        desk.read()
        desk.wrote()
        assert seen(desk, who) == before


def test_the_reference_is_theirs_who_talk_with_the_reporter():
    with at.opened() as desk:
        asked(desk)
        people = (scene.ZHAO, scene.LEAD, QIAN, scene.SUPERVISOR, scene.LEAD_ABOVE)
        assert [bool(seen(desk, each).reporter_ref) for each in people] == [True, True, False, False, False]


def test_and_theirs_who_decide_it_now_and_read_along():
    with at.opened() as desk:
        at.suspected(desk)
        desk.give(scene.ZHAO, false_accusations.request_beginning, contract.RequestBeginning,
                  desk.inquiry.id, grounds="截图系伪造")
        assert seen(desk, scene.LEAD_ABOVE).reporter_ref
        assert not seen(desk, scene.REVIEWER_ABOVE).reporter_ref
