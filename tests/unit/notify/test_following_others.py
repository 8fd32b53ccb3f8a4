"""What another service tells in the shape `CaseMoved` is followed, and nothing here is edited for it."""

from dataclasses import dataclass
from typing import ClassVar

from rongcuo.contracts.case_moved import CaseMoved
from services.notify.usecases import hearing
from tests.unit.notify import case_scene as cases
from tests.unit.notify.case_scene import later, stands
from tests.unit.notify.context import FakeContext


@dataclass(frozen=True, kw_only=True)
class Checked(CaseMoved):
    """Whether what was to be mended is mended."""

    source, kind, version = "followup", "checked", 1
    steps_told: ClassVar = {"write": "clarify.reporter_wrote"}
    what: str = ""


@dataclass(frozen=True, kw_only=True)
class Closed(CaseMoved):
    """It is; the subject is told."""

    source, kind, version, subject_told = "followup", "closed", 1, "determination_received"


@dataclass(frozen=True, kw_only=True)
class Found(CaseMoved):
    """There is something to mend."""

    source, kind, version, holders_told = "followup", "found", 1, "determination_waiting"


def hear(context: FakeContext, *events: CaseMoved) -> None:
    for event in events:
        hearing.hear(context, event.standing.matter_id, event, "mail")


def test_its_task_has_the_holders_and_the_deadline_that_the_event_says(context: FakeContext) -> None:
    hear(context, Checked(standing=stands("mending", "wang")))
    task = context.store.matters[cases.CASE].task
    assert (task.kind, task.holders, task.due_at) == ("mending", ("wang",), cases.DUE)
    hear(context, Checked(standing=stands("mending", "wang", due_at=later(3)), what="extend"))
    assert context.store.matters[cases.CASE].task.due_at == later(3)
    assert context.told("wang") == ["进入下一环节", "期限有变"]


def test_whoever_has_the_task_that_begins_is_told_in_the_words_that_the_event_names(
        context: FakeContext) -> None:
    hear(context, Found(standing=stands("mending", "wang")))
    assert context.told("wang") == ["新认定事项待受理"]


def test_its_subject_is_told_what_the_event_names_and_nothing_else(context: FakeContext) -> None:
    hear(context, Checked(standing=stands("mending", "wang")))
    assert context.told("liu") == []
    hear(context, Closed(standing=stands("mending", "wang", ended=True)))
    assert len(context.told("liu")) == 1
    assert context.store.matters[cases.CASE].task is None
    assert {message.occasion.split("/")[1] for message in context.store.messages.values()} == {"followup"}


def test_a_letter_that_is_heard_before_it_waits_for_it(context: FakeContext) -> None:
    hearing.hear(context, cases.CASE, cases.letter(), "mail")
    assert context.told("liu") == []
    hear(context, Checked(standing=stands("mending", "wang")))
    assert len(context.told("liu")) == 1


def test_a_step_that_is_told_reaches_whoever_has_the_task_and_the_leads_also_once_it_is_over(
        context: FakeContext) -> None:
    hear(context, Checked(standing=stands("mending", "wang")), Checked(
        standing=stands("mending", "wang"), what="write"))
    assert context.told("wang")[-1] == context.told("lead")[-1] == "举报人有新的来信"
    assert context.told("party") == context.told("liu") == context.told("zhao") == []
    hear(context, Checked(standing=stands("mending", ended=True), what="write"))
    assert [context.told(each).count("举报人有新的来信") for each in ("lead", "wang")] == [2, 1]
