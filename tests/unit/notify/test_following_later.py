"""Reminders, and who comes later or leaves, in a matter that is followed."""

from datetime import timedelta

from rongcuo.contracts.determination import Initiation
from rongcuo.contracts.identity import OfficerDismissed
from rongcuo.contracts.notify import MatterKind
from services.notify.usecases import hearing, reminding
from tests.unit.notify import case_scene as cases
from tests.unit.notify import scene
from tests.unit.notify.case_scene import meeting_stands, moved, stands
from tests.unit.notify.context import FakeContext
from tests.unit.notify.test_following import hear, task


def test_reminders_reach_holders_and_leads_but_nobody_with_a_part(context: FakeContext) -> None:
    subject_leads = scene.officer("liu", scene.Role.FILER, scene.Role.LEAD)
    hearing.enrol(context, scene.enrolled(subject_leads), "mail")
    hear(context, cases.opened(Initiation.CLUE),
         moved("assign", stands("preliminary_review", "wang"), "wang"))
    context.now = cases.DUE + timedelta(hours=2)
    reminding.remind(context, "mail")
    assert context.told("wang")[-1] == context.told("lead")[-1] == "期限已到"
    assert context.told("liu") == context.told("party") == []


def test_who_comes_later_hears_what_waits_and_who_leaves_hands_on(context: FakeContext) -> None:
    hear(context, cases.opened())
    hearing.enrol(context, scene.enrolled(scene.officer("sun", scene.Role.REVIEWER)), "mail")
    assert context.told("sun") == ["进入下一环节"]
    hear(context, moved("assign", stands("preliminary_review", "sun"), "sun"))
    hearing.dismiss(context, OfficerDismissed(officer_id="sun", organ_id=scene.ORGAN))
    hear(context, moved("post_ended", stands("preliminary_review"), "sun"))
    assert (task(context).holders, context.told("lead")[-1]) == ((scene.QUEUE,), "请改派")


def test_what_kind_of_matter_it_is_goes_with_every_message(context: FakeContext) -> None:
    hear(context, cases.opened(), cases.meeting("convene", meeting_stands("convened", "chair")),
         cases.lodged())
    hearing.hear(context, scene.MATTER, scene.submitted(), "mail")
    kinds = {message.matter_id: message.matter_kind for message in context.store.messages.values()}
    assert kinds == {"d1": MatterKind.DETERMINATION, "m1": MatterKind.MEETING, "a1": MatterKind.APPEAL,
                     "f1": MatterKind.FILING}
