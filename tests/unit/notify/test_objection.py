"""An objection opens a matter that had ended: somebody has to look at it, and the filer hears how it went."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rongcuo.contracts.filing import FilingObjected, FilingObjectionDecided
from rongcuo.contracts.review import ObjectionDecided, ObjectionOpened
from tests.unit.notify import scene
from tests.unit.notify.context import FakeContext
from tests.unit.notify.test_hearing import hear

DUE = scene.DUE + timedelta(days=14)
OBJECTED = FilingObjected(
    filing_id=scene.MATTER, number=scene.NUMBER, title=scene.TITLE, organ_id=scene.ORGAN, filer_id="liu",
    grounds="纪要已交", objected_at=scene.FILED_AT)
OPENED = ObjectionOpened(case_id=scene.MATTER, organ_id=scene.ORGAN, due_at=DUE)


def answered(taken_up: bool) -> tuple[ObjectionDecided, FilingObjectionDecided]:
    due_at = DUE + timedelta(days=7) if taken_up else None
    return (ObjectionDecided(case_id=scene.MATTER, organ_id=scene.ORGAN, decided_by="zhao",
                             decided_by_name="赵清", taken_up=taken_up, reasons="理由",
                             stage="preliminary_review", late=False, due_at=due_at, decided_at=DUE),
            FilingObjectionDecided(filing_id=scene.MATTER, number=scene.NUMBER, organ_id=scene.ORGAN,
                                   filer_id="liu", taken_up=taken_up, reasons="理由", review_due_at=due_at,
                                   decided_at=DUE))


def task_of(context: FakeContext):
    return context.store.matters[scene.MATTER].task


@pytest.mark.parametrize("events", [
    (scene.review_declined(), scene.declined(), OBJECTED, OPENED),
    (scene.review_declined(), OPENED, scene.declined(), OBJECTED)], ids=["in order", "crossed"])
def test_it_is_a_task_of_the_organ_with_its_own_date(context: FakeContext,
                                                     events: tuple[object, ...]) -> None:
    hear(context, scene.submitted(), scene.opened(), *events)
    task = task_of(context)
    assert (task.kind, task.holders, task.due_at) == ("objected", (scene.QUEUE,), DUE)
    assert context.told("liu")[-1] == "异议已收到"
    assert "异议待审查" in context.told("lead")
    assert "异议待审查" not in context.told("party")


def test_upheld_there_is_nothing_more_to_do(context: FakeContext) -> None:
    hear(context, scene.submitted(), scene.opened(), scene.review_declined(), scene.declined(), OBJECTED,
         OPENED, *answered(taken_up=False))
    assert task_of(context) is None
    assert context.told("liu")[-1] == "维持不予受理"


def test_taken_up_it_is_reviewed_anew_and_may_end_again(context: FakeContext) -> None:
    hear(context, scene.submitted(), scene.opened(), scene.review_declined(), scene.declined(), OBJECTED,
         OPENED, *answered(taken_up=True))
    assert (task_of(context).kind, task_of(context).due_at) == ("preliminary_review", DUE + timedelta(days=7))
    assert context.told("liu")[-1] == "异议成立，重新审查"
    hear(context, scene.review_declined(), scene.declined())
    assert task_of(context) is None


@pytest.mark.parametrize(("until", "said"), [(None, False), (date(2026, 5, 21), True)])
def test_who_is_refused_hears_until_when_they_may_object(
        context: FakeContext, until: date | None, said: bool) -> None:
    hear(context, scene.submitted(), scene.opened(), replace(scene.declined(), objection_until=until))
    told = next(each for each in context.store.messages.values() if each.subject.startswith("报备不予受理"))
    assert ("可以在 2026年5月21日 前（含当日）提出一次异议" in told.body) is said
