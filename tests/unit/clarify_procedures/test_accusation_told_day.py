"""The day that the reporter was told is theirs, whatever calendar came since; and of each draft it is a new
one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.clarify import Address, Unheard
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import ZONE
from services.clarify.domain.false_accusation import FalseAccusation
from tests.unit.clarify_procedures import accusation_scene as scene
from tests.unit.clarify_procedures.accusation_scene import LATER, NOW, PAPERS, WANG, by

MORE = timedelta(days=20)


def told_later(case: FalseAccusation, about: Address) -> date:
    """As if the calendar of then had had more days off: what they were told is later than is counted now."""
    place = max(place for place, each in enumerate(case.addressed) if each.about is about)
    day = case.addressed[place].answer_until + MORE
    case.addressed = tuple(replace(each, answer_until=day) if number == place else each
                           for number, each in enumerate(case.addressed))
    return day


def on(day: date, actor: Actor = WANG) -> Occasion:
    then = NOW.astimezone(ZONE)
    return by(actor, then.replace(year=day.year, month=day.month, day=day.day))


def test_a_complaint_is_in_time_until_the_day_that_they_were_told():
    case = scene.found()
    last = told_later(case, Address.FOUND)
    assert case.complain_until(on(last)) == last
    case.take_message(scene.everything(case), on(last).now, on(last, SYSTEM))
    assert case.state is State.COMPLAINT
    on_paper = scene.found()
    on_paper.complain("不服", told_later(on_paper, Address.FOUND), PAPERS, on(last))
    assert on_paper.state is State.COMPLAINT


def test_nobody_is_silent_before_the_day_that_they_were_told():
    case = scene.inquiring()
    case.ask_reporter("来源和依据", by(WANG))
    last = told_later(scene.read(case), Address.ASKED)
    with pytest.raises(CaseError, match=r"clarify\.reporter_has_time") as refusal:
        case.record_unheard(Unheard.NO_ANSWER, "没有回复", (), on(last))
    assert refusal.value.details == {"due_on": last.isoformat()}
    case.record_unheard(Unheard.NO_ANSWER, "没有回复", (), on(last + timedelta(days=1)))


def test_the_committee_meets_after_the_day_that_they_were_told():
    case = scene.drafted()
    last = told_later(case, Address.DRAFT)
    with pytest.raises(CaseError, match=r"clarify\.committee_too_early"):
        case.request_finding(replace(scene.FILE, committee_on=last), by(WANG, LATER))
    case.request_finding(replace(scene.FILE, committee_on=last + timedelta(days=1)), by(WANG, LATER))


def test_another_draft_is_told_with_a_day_of_its_own():
    case = scene.drafted()
    case.take_draft_back("补充鉴定", by(WANG))
    later = NOW + timedelta(days=60)
    case.serve_draft(scene.DRAFT, by(WANG, later))
    first, second = (each for each in case.addressed if each.about is Address.DRAFT)
    assert second.answer_until - first.answer_until >= timedelta(days=50)
    assert second.answer_until > later.date() + timedelta(days=9)
