"""A clock that somebody stopped is brought before the leads: at once, and again while it stands still."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.events import Event
from rongcuo.policy.clock import DeadlineClock
from services.notify.usecases import hearing, reminding
from tests.unit.notify import case_scene as cases
from tests.unit.notify import scene
from tests.unit.notify.context import FakeContext

STOPPED, STILL = "办理时限被暂停", "办理时限仍在暂停"
HELD = {
    scene.MATTER: (scene.submitted(), scene.opened(), scene.assigned("wang")),
    cases.CASE: (cases.opened(), cases.moved("assign", cases.stands("acceptance", "wang"), "wang"))}


def stop(matter_id: str, by: str = "wang") -> Event:
    if matter_id == scene.MATTER:
        return replace(scene.suspended(), suspended_by=by)
    return replace(cases.moved("suspend", cases.stands("acceptance", "wang", suspended=True)), actor_id=by)


def go_on(matter_id: str) -> Event:
    if matter_id == scene.MATTER:
        return scene.resumed(scene.DUE + timedelta(days=30), "wang")
    return cases.moved("resume", cases.stands("acceptance", "wang"))


def hear(context: FakeContext, matter_id: str, *events: Event) -> None:
    for event in events:
        hearing.hear(context, matter_id, event, "mail")


def told(context: FakeContext, officer_id: str, *what: str) -> list[str]:
    return [subject for subject in context.told(officer_id) if subject in (what or (STOPPED, STILL))]


def remind(context: FakeContext, *moments: datetime) -> None:
    for context.now in moments:
        reminding.remind(context, "mail")


each_matter = pytest.mark.parametrize("matter_id", HELD)


@each_matter
def test_the_leads_hear_at_once_of_a_clock_that_somebody_else_has_stopped(
        context: FakeContext, matter_id: str) -> None:
    hearing.enrol(context, scene.enrolled(scene.officer("deputy", Role.LEAD)), "mail")
    hear(context, matter_id, *HELD[matter_id], stop(matter_id, by="lead"))
    assert (told(context, "lead"), told(context, "deputy")) == ([], [STOPPED])
    hear(context, matter_id, go_on(matter_id), stop(matter_id))
    assert (told(context, "lead"), told(context, "deputy")) == ([STOPPED], [STOPPED, STOPPED])
    for party in ("liu", "party", "wang", "zhao"):
        assert told(context, party) == []


@each_matter
def test_what_still_stands_is_brought_before_the_leads_again_as_the_pack_says(
        context: FakeContext, matter_id: str) -> None:
    limit = scene.PACK.suspension.look_again_after
    assert limit.source.illustrative
    hear(context, matter_id, *HELD[matter_id], stop(matter_id, by="lead"))
    calendar = scene.RULES.calendar(scene.ORGAN)
    first = DeadlineClock(context.now, limit).due(calendar, scene.PACK.office_hours.close).at
    second = DeadlineClock(first, limit).due(calendar, scene.PACK.office_hours.close).at
    minute = timedelta(minutes=1)
    remind(context, first - minute)
    assert told(context, "lead") == []
    remind(context, first, first + minute, second - minute)
    assert told(context, "lead") == [STILL], "whoever stopped it themselves as well, and once"
    remind(context, second, second + minute)
    assert told(context, "lead") == [STILL, STILL]
    assert told(context, "wang") == told(context, "liu") == told(context, "party") == []
    hear(context, matter_id, go_on(matter_id))
    remind(context, second + timedelta(days=60))
    assert told(context, "lead") == [STILL, STILL]


def test_a_case_without_a_holder_tells_its_leads_once(context: FakeContext) -> None:
    """Of what waits in the queue they hear in any case."""
    hear(context, cases.CASE, cases.opened(),
         cases.moved("suspend", cases.stands("preliminary_review", suspended=True)))
    assert told(context, "lead", STOPPED, "办理时限暂停") == ["办理时限暂停"]


def test_other_steps_while_it_stands_still_begin_no_new_time(context: FakeContext) -> None:
    hear(context, cases.CASE, *HELD[cases.CASE], stop(cases.CASE))
    began = context.store.matters[cases.CASE].remind_at
    context.now += timedelta(days=3)
    hear(context, cases.CASE,
         cases.moved("add_evidence", cases.stands("acceptance", "wang", suspended=True)))
    assert context.store.matters[cases.CASE].remind_at == began is not None
