"""Whatever is told of a case, and whenever documents speaks: the task is what the last event says."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from rongcuo.contracts.documents import LetterIssued
from rongcuo.contracts.events import Event
from services.notify.domain.notifications import Notification
from services.notify.domain.on_filing_events import hear
from services.notify.domain.tracked_case import TrackedCase
from services.notify.usecases import hearing
from tests.unit.notify import case_scene as cases
from tests.unit.notify import scene
from tests.unit.notify.context import FakeContext

FOR_THE_SUBJECT = {
    "determination_received", "determination_refused", "statement_invited", "determination_made",
    "determination_corrected", "determination_changed", "determination_revoked", "feedback_given",
    "letter_issued", "facts_to_read", "determination_suspended", "determination_extended",
    "determination_resumed", "filing_handed_up"}
STAGES = some.sampled_from(["preliminary_review", "verification", "joint_meeting", "feedback"])
VERBS = some.sampled_from(["assign", "recuse", "accept", "form_team", "assess", "report", "return", "suspend",
                           "resume", "extend", "new_calendar", "add_evidence", "record_statement",
                           "write_facts_material", "hand_up"])
HOLDERS = some.lists(some.sampled_from(["wang", "zhao", "qian"]), max_size=3, unique=True)
STANDS = some.builds(
    lambda stage, holders, days, suspended, provisional, ended: cases.stands(
        stage, *holders, due_at=cases.later(days), suspended=suspended, provisional=provisional, ended=ended),
    STAGES, HOLDERS, some.integers(0, 30), some.booleans(), some.booleans(), some.booleans())
STEPS = some.one_of(
    some.builds(lambda what, standing: cases.moved(what, standing, *standing.holders), VERBS, STANDS),
    some.sampled_from([cases.refused(), cases.withdrawn(), cases.made(), cases.made("correction"),
                       cases.made("appeal"),
                       cases.made(ended=False, stage="feedback"), cases.revoked(), cases.feedback(),
                       cases.recorded()]))
COURSES = some.lists(STEPS, max_size=20).map(lambda steps: [cases.opened(), *steps])
LETTERS = some.lists(some.tuples(some.integers(0, 21), some.sampled_from(["l1", "l2"])), max_size=3)


def mixed(course: list[Event], letters: list[tuple[int, str]]) -> list[Any]:
    """The case's events in their order, letters anywhere between, before or after."""
    heard: list[Any] = list(course)
    for place, letter_id in letters:
        heard.insert(min(place, len(heard)), cases.letter(cases.CASE, letter_id))
    return heard


def essence(case: TrackedCase) -> list[tuple[object, ...]]:
    return [(each.kind, each.holders, each.due_at, each.provisional, each.suspended, each.closed_at is None)
            for each in case.tasks]


@given(course=COURSES, letters=LETTERS)
@settings(max_examples=200)
def test_the_task_is_what_the_last_event_says(course: list[Any], letters: list[tuple[int, str]]) -> None:
    case, alone = TrackedCase(id=cases.CASE), TrackedCase(id=cases.CASE)
    for event in mixed(course, letters):
        hear(case, event, cases.OPENED_AT)
    for event in course:
        hear(alone, event, cases.OPENED_AT)
    last = course[-1].standing
    assert essence(case) == essence(alone)
    assert (case.task is None) == last.ended
    if case.task:
        assert case.task.holders == (last.holders or (scene.QUEUE,))
        assert (case.task.kind, case.task.due_at) == (last.stage, last.due_at)
        assert (case.task.suspended, case.task.provisional) == (last.suspended, last.provisional)
    assert all(each.closed_at for each in case.tasks[:-1])
    assert len({each.id for each in case.tasks}) == len(case.tasks)


@given(course=COURSES, letters=LETTERS)
@settings(max_examples=200)
def test_neither_subject_nor_party_hears_of_the_inside(course: list[Any],
                                                       letters: list[tuple[int, str]]) -> None:
    """Also where they work in the organ themselves: `liu` and `party` are its reviewers here."""
    case = TrackedCase(id=cases.CASE)
    told = [each for event in mixed(course, letters) for each in hear(case, event, cases.OPENED_AT)]
    assert all(_reaches(each, "liu") == (each.name in FOR_THE_SUBJECT) for each in told)
    assert not any(_reaches(each, "party") for each in told)


@given(course=COURSES, letters=LETTERS)
@settings(max_examples=60)
def test_nobody_is_told_of_the_same_letter_or_invited_twice(course: list[Any],
                                                            letters: list[tuple[int, str]]) -> None:
    context = FakeContext()
    hearing.enrol(context, scene.enrolled(scene.FILER), "mail")
    for event in mixed(course, letters):
        hearing.hear(context, cases.CASE, event, "mail")
    told = context.told("liu")
    sent = {event.letter_id for event in mixed(course, letters) if isinstance(event, LetterIssued)}
    assert told.count("文书已送达") == len(sent)
    assert told.count("请您说明情况") <= 1


def _reaches(notification: Notification, officer_id: str) -> bool:
    queues = any(holder in (scene.QUEUE, scene.LEADS) for holder in notification.to)
    return officer_id not in notification.but and (officer_id in notification.to or queues)
