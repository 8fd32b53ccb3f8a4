"""What happens to a matter, who is told of it, and that nobody is told twice."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerDismissed
from rongcuo.contracts.notify import DeliveryState, MarkRead
from services.notify.domain.delivery import INBOX
from services.notify.domain.on_filing_events import HEARD
from services.notify.usecases import hearing, notifications
from tests.unit.notify import scene
from tests.unit.notify.context import FakeContext

ASKED_AT = scene.FILED_AT + timedelta(hours=1)
ANSWERED_AT = ASKED_AT + timedelta(days=3)


def hear(context: FakeContext, *events: object) -> None:
    for event in events:
        hearing.hear(context, scene.MATTER, event, "mail")


def test_a_filing_waits_in_the_queue_of_its_organ(context: FakeContext) -> None:
    hear(context, scene.submitted(), scene.opened())
    (task,) = context.store.matters[scene.MATTER].tasks
    assert (task.kind, task.holders, task.due_at) == ("preliminary_review", (scene.QUEUE,), scene.DUE)
    assert context.told("liu") == ["报备已收到"]
    assert context.told("wang") == context.told("zhao") == context.told("lead") == ["新报备待初审"]


def test_who_has_a_part_in_the_matter_hears_nothing_of_its_review(context: FakeContext) -> None:
    moved = scene.moved(scene.DUE + timedelta(days=2))
    hear(context, scene.submitted(), scene.opened(), moved, scene.suspended(), scene.resumed(assignee_id=""),
         scene.withdrawn())
    assert context.told("party") == []
    assert context.told("zhao") == ["新报备待初审", "期限有变", "审查时限暂停", "请继续审查", "报备已撤回"]


def test_one_inbox_message_and_one_mail_for_each_recipient(context: FakeContext) -> None:
    hear(context, scene.submitted())
    for message in context.store.messages.values():
        made = [each for each in context.store.posted.values() if each.message_id == message.id]
        states = {each.channel: each.state for each in made}
        assert states == {INBOX: DeliveryState.DELIVERED, "mail": DeliveryState.PENDING}
    assert len({(each.occasion, each.recipient_id) for each in context.store.messages.values()}) == 4


def test_who_has_no_address_is_reached_by_the_inbox_alone() -> None:
    context = FakeContext()
    hearing.enrol(context, scene.enrolled(scene.FILER, email=""), "mail")
    hear(context, scene.submitted())
    assert [delivery.channel for delivery in context.store.posted.values()] == [INBOX]


def test_who_is_not_known_yet_is_told_all_the_same() -> None:
    context = FakeContext()
    hear(context, scene.submitted())
    assert context.told("liu") == ["报备已收到"]
    assert sorted(delivery.channel for delivery in context.store.posted.values()) == [INBOX, "mail"]


def test_what_reaches_nobody_is_not_put_into_words(monkeypatch: pytest.MonkeyPatch) -> None:
    worded: list[str] = []
    monkeypatch.setattr("services.notify.usecases.notifications.body_of",
                        lambda told: worded.append(told.name) or "")
    context = FakeContext()
    hearing.enrol(context, scene.enrolled(scene.FILER), "mail")
    hear(context, scene.submitted())
    assert worded == ["filing_received"], "nobody is there for whom the review waits"


def test_an_assignment_names_the_owner(context: FakeContext) -> None:
    hear(context, scene.submitted(), scene.opened(), scene.assigned("wang"))
    assert context.store.matters[scene.MATTER].task.holders == ("wang",)
    assert context.told("wang")[-1] == "请您办理"


def test_a_recusal_gives_the_task_back(context: FakeContext) -> None:
    hear(context, scene.submitted(), scene.opened(), scene.assigned("wang"), scene.recused("wang"))
    assert context.store.matters[scene.MATTER].task.holders == (scene.QUEUE,)
    assert context.told("wang")[-1] == "您已回避"
    assert context.told("zhao")[-1] == context.told("lead")[-1] == "需要重新分派"


def test_the_whole_way_of_a_supplement(context: FakeContext) -> None:
    hear(context, scene.submitted(), scene.opened(), scene.assigned("wang"),
         scene.supplement_requested(ASKED_AT, ASKED_AT + timedelta(days=5)))
    assert context.store.matters[scene.MATTER].task.holders == ("liu",)
    assert context.told("liu")[-1] == "请补正"

    hear(context, scene.supplemented(ANSWERED_AT, "第二稿"))
    task = context.store.matters[scene.MATTER].task
    assert (task.holders, task.due_at, task.provisional) == (("wang",), scene.DUE + timedelta(days=3), True)

    due = scene.DUE + timedelta(days=4)
    hear(context, scene.resumed(due))
    case = context.store.matters[scene.MATTER]
    assert (case.task.due_at, case.task.provisional, case.known.title) == (due, False, "第二稿")
    assert [task.kind for task in case.tasks] == ["preliminary_review", "supplement", "preliminary_review"]
    assert context.told("wang")[-1] == "请继续审查"


def test_a_deadline_named_while_a_supplement_is_awaited_is_the_filers(context: FakeContext) -> None:
    due = ASKED_AT + timedelta(days=9)
    hear(context, scene.submitted(), scene.opened(), scene.supplement_requested(ASKED_AT), scene.moved(due))
    assert context.store.matters[scene.MATTER].task.due_at == due


def test_who_is_assigned_meanwhile_makes_the_filers_deadline_not_the_reviews(context: FakeContext) -> None:
    due = ASKED_AT + timedelta(days=9)
    hear(context, scene.submitted(), scene.opened(), scene.supplement_requested(ASKED_AT, due),
         scene.assigned("zhao", due_at=due), scene.supplemented(ANSWERED_AT))
    task = context.store.matters[scene.MATTER].task
    assert (task.holders, task.due_at) == (("zhao",), scene.DUE + timedelta(days=3))


def test_a_team_stays_together_over_a_pause(context: FakeContext) -> None:
    due = scene.DUE + timedelta(days=14)
    hear(context, scene.submitted(), scene.opened(), scene.verification(due),
         scene.team("wang", "zhao", due_at=due), scene.suspended(),
         scene.resumed(due, "wang", "verification"))
    assert context.store.matters[scene.MATTER].task.holders == ("wang", "zhao")
    assert context.told("zhao")[-1] == "请继续审查"


def test_verification_is_another_task_and_belongs_to_its_team(context: FakeContext) -> None:
    due = scene.DUE + timedelta(days=14)
    hear(context, scene.submitted(), scene.opened(), scene.assigned("wang"), scene.verification(due))
    assert context.store.matters[scene.MATTER].task.holders == (scene.QUEUE,)
    assert context.told("lead")[-1] == "请组成调查组"
    hear(context, scene.team("wang", "zhao", due_at=due), scene.recused("zhao", unassigned=False, due_at=due))
    task = context.store.matters[scene.MATTER].task
    assert (task.kind, task.holders, task.due_at) == ("verification", ("wang",), due)


@pytest.mark.parametrize(("ends", "subject"), [
    ((scene.review_accepted(), scene.accepted()), "报备已受理"),
    ((scene.review_declined(), scene.declined()), "报备不予受理"),
    ((scene.withdrawn(), scene.review_closed()), "报备已撤回"),
])
def test_the_end_closes_all_and_the_filer_hears_of_it_once(context: FakeContext, ends: tuple[object, ...],
                                                           subject: str) -> None:
    hear(context, scene.submitted(), scene.opened(), scene.assigned("wang"), *ends)
    case = context.store.matters[scene.MATTER]
    assert (case.task, case.remind_at) == (None, None)
    assert context.told("liu") == ["报备已收到", subject]


def test_after_the_end_nobody_is_asked_for_anything(context: FakeContext) -> None:
    hear(context, scene.submitted(), scene.withdrawn())
    before = len(context.store.messages)
    hear(context, scene.opened(), scene.assigned("wang"), scene.supplement_requested(ASKED_AT))
    assert len(context.store.messages) == before
    assert context.store.matters[scene.MATTER].task is None


def test_what_review_says_before_the_filing_is_known_waits_for_it(context: FakeContext) -> None:
    hear(context, scene.opened(), scene.assigned("wang"))
    assert (context.store.matters[scene.MATTER].tasks, context.store.messages) == ([], {})
    hear(context, scene.submitted())
    assert context.store.matters[scene.MATTER].task.holders == ("wang",)
    assert context.told("wang") == ["新报备待初审", "请您办理"]


def test_the_register_and_the_whitelist_are_told_to_the_filer(context: FakeContext) -> None:
    hear(context, scene.submitted(), scene.accepted(), scene.whitelisted(), scene.whitelisted(False),
         scene.expired())
    assert context.told("liu")[1:] == ["报备已受理", "已列入容错白名单", "已移出容错白名单", "备案到期"]


def test_a_reviewer_who_comes_later_hears_once_what_waits(context: FakeContext) -> None:
    hear(context, scene.submitted())
    newcomer = scene.officer("sun", scene.Role.REVIEWER)
    hearing.enrol(context, scene.enrolled(newcomer), "mail")
    hearing.enrol(context, scene.enrolled(newcomer, email="new@example.org"), "mail")
    assert context.told("sun") == ["新报备待初审"]
    assert context.store.directory["sun"].email == "new@example.org"


def test_who_leaves_is_told_nothing_more_and_the_leads_reassign(context: FakeContext) -> None:
    hear(context, scene.submitted(), scene.opened(), scene.assigned("wang"))
    told = context.told("wang")
    hearing.dismiss(context, OfficerDismissed(officer_id="wang", organ_id=scene.ORGAN))
    hear(context, scene.holder_left("wang"))
    assert context.store.matters[scene.MATTER].task.holders == (scene.QUEUE,)
    assert context.told("lead")[-1] == context.told("zhao")[-1] == "请改派"
    hear(context, scene.moved(scene.DUE + timedelta(days=2)))
    assert context.told("wang") == told


def test_one_reads_only_ones_own_messages(context: FakeContext) -> None:
    hear(context, scene.submitted())
    message = next(each for each in context.store.messages.values() if each.recipient_id == "liu")
    command = MarkRead(command_id="c1", message_id=message.id)
    context.actor = scene.WANG
    with pytest.raises(CaseError, match="not_found"):
        notifications.mark_read(context, command)
    context.actor = scene.FILER
    assert notifications.mark_read(context, command).read


def test_every_event_of_filing_review_and_documents_is_heard() -> None:
    from rongcuo.contracts.case_moved import CaseMoved
    from rongcuo.contracts.events import EVENTS
    from rongcuo.contracts.filing import FilingChanged
    told = {event for event in EVENTS.values() if event.source in ("filing", "review", "documents")
            and not issubclass(event, CaseMoved)}     # those are followed, whoever tells them
    assert set(HEARD) == told - {FilingChanged}, "the change that was approved tells it"


def test_every_event_that_is_heard_says_of_which_matter_it_is() -> None:
    named = {"filing": "filing_id", "review": "case_id", "documents": "matter_id"}
    assert [kind for kind in HEARD if named[kind.source] not in kind.__dataclass_fields__] == []


@pytest.mark.parametrize(("cover", "zh", "en"), [
    ({"valid_until": date(2027, 5, 6)}, "最晚到2027年5月6日（含当日）", "up to and including 2027-05-06"),
    ({"validity_months": 12}, "为期12个月", "for 12 months")])
def test_whoever_files_is_told_from_when_and_how_long_it_covers(
        context: FakeContext, cover: dict[str, Any], zh: str, en: str) -> None:
    hear(context, replace(scene.submitted(), **cover))
    told = next(each.body for each in context.store.messages.values() if each.recipient_id == "liu")
    assert "从受理之日起" in told
    assert "受理以前的行为不在内" in told
    assert zh in told
    assert en in told
