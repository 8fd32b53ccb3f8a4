"""The addressee is told before the day, and once it is over; nobody has to think of it."""

from datetime import date, datetime

import pytest

from rongcuo.contracts.followup import ProposalDueSoon, ProposalReminded
from services.followup.domain.proposal import Proposal
from tests.unit.followup.scene import LEAD, WANG
from tests.unit.followup_proposals import scene
from tests.unit.followup_proposals.scene import UNIT_PERSON, at, by

CALENDAR = scene.CALENDAR


def told(proposal: Proposal, *kinds: type) -> list[object]:
    return [event for _, event in proposal.happened if isinstance(event, kinds)]


def each_day(proposal: Proposal, since: int, until: int) -> None:
    """The platform looks every day, but acts only on the day that it has noted."""
    for day in range(since, until):
        today = at(day).date()
        if proposal.tells_on is not None and proposal.tells_on <= today:
            proposal.tell_what_is_due(by(LEAD, at(day)))
            assert proposal.tells_on is None or proposal.tells_on > today


def test_it_is_reminded_ten_five_and_one_working_days_before_and_once_after():
    proposal = scene.planned()
    each_day(proposal, 4, 60)
    soon = [(each.workdays, each.at.date(), each.appeal_until) for each in told(proposal, ProposalDueSoon)]
    until = date(2026, 4, 1)
    assert soon == [(10, date(2026, 3, 18), until), (5, date(2026, 3, 25), until),
                    (1, date(2026, 3, 31), until)]
    [over] = told(proposal, ProposalReminded)
    assert (over.at.date(), over.awaited, over.by_name) == (date(2026, 4, 2), "回复整改情况", "")
    assert proposal.reminded_at == over.at
    assert proposal.tells_on is None


def test_a_step_before_the_answer_that_is_overdue_is_told_too_and_each_once():
    proposal = scene.delivered()
    each_day(proposal, 1, 12)
    assert [each.awaited for each in told(proposal, ProposalReminded)] == ["签收认领"]
    assert told(proposal, ProposalReminded)[0].at.date() == date(2026, 3, 6)     # after three working days
    proposal.acknowledge("李某", (), by(UNIT_PERSON, at(12)))
    each_day(proposal, 13, 30)
    assert [each.awaited for each in told(proposal, ProposalReminded)] == ["签收认领", "报送整改方案"]


def test_what_passes_unseen_is_told_once_and_not_as_if_there_were_time():
    """The platform stood still for a while."""
    proposal = scene.planned()
    proposal.tell_what_is_due(by(LEAD, at(26)))
    assert [each.workdays for each in told(proposal, ProposalDueSoon)] == [5]
    late = scene.planned()
    late.tell_what_is_due(by(LEAD, at(40)))
    assert told(late, ProposalDueSoon) == []
    assert len(told(late, ProposalReminded)) == 1


def test_an_extension_is_reminded_of_by_its_own_day():
    proposal = scene.planned()
    each_day(proposal, 4, 20)
    proposal.extend_reply(10, "要开党组会", by(LEAD, at(20)))
    each_day(proposal, 20, 60)
    days = [(each.workdays, each.appeal_until) for each in told(proposal, ProposalDueSoon)]
    assert days == [(10, date(2026, 4, 1)), *((each, date(2026, 4, 13)) for each in (10, 5, 1))]


@pytest.mark.parametrize("state", [each for each in scene.CASES if each.value in (
    "draft", "reviewed", "approved", "replied", "evaluated", "referred", "closed", "withdrawn")])
def test_of_whom_nothing_is_awaited_nothing_is_told(state):
    proposal = scene.CASES[state]()
    version = proposal.version
    proposal.tell_what_is_due(by(LEAD, at(500)))
    assert proposal.version == version


def test_a_handler_reminds_besides_whenever_they_think_fit():
    proposal = scene.planned()
    proposal.remind("请在周五以前", by(WANG, at(6)))
    [event] = told(proposal, ProposalReminded)
    assert (event.words, event.by_name, proposal.reminded_at) == ("请在周五以前", "wang某", at(6))


def test_a_new_calendar_moves_the_day_and_what_is_told_by_it():
    proposal = scene.planned()
    assert proposal.due_at == datetime.combine(
        date(2026, 4, 1), scene.PACK.office_hours.close, scene.programmes.ZONE)
    proposal.edition = "former"
    proposal.due_at = at(50)
    proposal.follow_calendar(by(LEAD, at(5)))
    assert proposal.due_at.date() == date(2026, 4, 1)
    assert proposal.edition == CALENDAR.edition
