"""What is routine, once a day, for whoever chose so; everything else as before."""

from datetime import datetime, timedelta

import pytest

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.notify import ChooseDigest, DeliveryState
from services.notify import wording
from services.notify.domain.delivery import Delivery, Undelivered
from services.notify.usecases import delivering, digesting, hearing
from tests.unit.notify import scene
from tests.unit.notify.channel import FakeChannel
from tests.unit.notify.context import FakeContext
from tests.unit.notify.scene import FILER, LEAD, OPERATOR, WANG
from tests.unit.notify.test_deliveries import UNKNOWN, deliver

MORNING = datetime.combine(scene.FILED_AT.date() + timedelta(days=1), scene.PACK.quiet_hours.end, scene.ZONE)
AT_ONCE = {"task_due", "task_overdue", "deadline_moved", "supplement_requested", "review_assigned",
           "filing_accepted", "filing_declined", "filing_voided", "determination_made", "appeal_decided",
           "statement_invited", "meeting_convened", "vote_opened", "minutes_to_sign", "letter_issued",
           "reviewer_recused", "holder_left", "verification_assigned", "panel_assigned", "clock_stopped"}


def choose(context: FakeContext, actor: Actor, daily: bool) -> None:
    former, context.actor = context.actor, actor
    assert digesting.choose(context, ChooseDigest(command_id="c1", daily=daily)).daily is daily
    context.actor = former


def gather(context: FakeContext, now: datetime) -> None:
    context.now = now
    digesting.gather(context)


def mailed(context: FakeContext) -> list[tuple[str, str]]:
    """To whom, and the Chinese subject."""
    channel = FakeChannel(context)
    deliver(context, channel)
    return [(each.address.partition("@")[0], scene.heading(each.subject)) for each in channel.sent]


def mails(context: FakeContext, actor: Actor) -> list[Delivery]:
    return [each for each in context.store.posted.values()
            if (each.channel, each.recipient_id) == ("mail", actor.officer_id)]


def two_filings(context: FakeContext) -> None:
    for number in ("m1", "m2"):
        hearing.hear(context, number, scene.submitted(number), "mail")


def test_whoever_has_not_chosen_is_mailed_each_at_once(context: FakeContext) -> None:
    two_filings(context)
    assert mailed(context).count(("wang", "新报备待初审")) == 2
    assert context.store.digests == {}


def test_what_is_routine_comes_in_one_mail_in_the_morning_and_stands_in_the_inbox_at_once(
        context: FakeContext) -> None:
    choose(context, WANG, True)
    two_filings(context)
    assert context.told("wang") == ["新报备待初审"] * 2
    assert "wang" not in dict(mailed(context)), "the others are told"
    gather(context, MORNING - timedelta(minutes=1))
    assert mailed(context) == []
    gather(context, MORNING)
    channel = FakeChannel(context)
    deliver(context, channel)
    [mail] = channel.sent
    assert scene.heading(mail.subject) == "今日通知汇总"
    assert mail.body.count(scene.NUMBER) == 4, "in both languages"
    assert {(each.state, each.receipt) for each in mails(context, WANG)} == {
        (DeliveryState.DELIVERED, "250 ok")}
    gather(context, MORNING + timedelta(days=1))
    assert mailed(context) == [], "once, and nothing where there is nothing"


def test_one_alone_is_sent_as_it_is(context: FakeContext) -> None:
    choose(context, FILER, True)
    hearing.hear(context, scene.MATTER, scene.submitted(), "mail")
    mailed(context)
    gather(context, MORNING)
    assert mailed(context) == [("liu", "报备已收到")]


def test_what_is_given_to_somebody_in_person_waits_for_no_digest(context: FakeContext) -> None:
    choose(context, WANG, True)
    hearing.hear(context, scene.MATTER, scene.submitted(), "mail")
    hearing.hear(context, scene.MATTER, scene.assigned("wang"), "mail")
    assert ("wang", "请您办理") in mailed(context)


def test_whoever_wants_each_at_once_again_hears_now_of_what_waited(context: FakeContext) -> None:
    choose(context, WANG, True)
    two_filings(context)
    mailed(context)
    choose(context, WANG, False)
    gather(context, context.now)
    assert mailed(context) == [("wang", "今日通知汇总")]
    assert context.store.digests["wang"].due_at is None
    hearing.hear(context, "m3", scene.submitted("m3"), "mail")
    assert ("wang", "新报备待初审") in mailed(context)


def test_of_what_is_kept_from_them_meanwhile_nothing_is_told(context: FakeContext) -> None:
    choose(context, WANG, True)
    two_filings(context)
    hearing.hear(context, "m1", scene.assigned("wang"), "mail")
    hearing.hear(context, "m1", scene.recused("wang", due_at=None), "mail")
    mailed(context)
    gather(context, MORNING)
    assert mailed(context) == [("wang", "新报备待初审")], "that of the other filing"
    ends = {(each.matter_id, each.state, each.next_at) for each in mails(context, WANG)}
    assert ends == {(matter, DeliveryState.DELIVERED, None) for matter in ("m1", "m2")}, "no word of it"
    assert {each.receipt for each in mails(context, WANG) if each.matter_id == "m1"} >= {""}


@pytest.mark.parametrize("answers", [["451 later"], ["gone"]])
def test_a_digest_that_is_put_off_tells_the_same_under_the_same_key(
        context: FakeContext, answers: list[str]) -> None:
    choose(context, WANG, True)
    two_filings(context)
    mailed(context)
    gather(context, MORNING)
    busy = FakeChannel(context, answers=[Undelivered(answers[0], unreachable=answers == ["gone"])])
    deliver(context, busy)
    assert {each.state for each in mails(context, WANG)} == {DeliveryState.PENDING}
    hearing.hear(context, "m3", scene.submitted("m3"), "mail")
    gather(context, MORNING + timedelta(days=1))
    channel = FakeChannel(context)
    deliver(context, channel)
    told = [each for each in channel.sent if each.address.startswith("wang")]
    assert (busy.sent[0].delivery_id, busy.sent[0].body) in [(each.delivery_id, each.body) for each in told]
    assert len(told) == 2, "what came meanwhile is the next one's"
    assert {each.state for each in mails(context, WANG)} == {DeliveryState.DELIVERED}


def test_a_digest_refused_for_good_is_failed_as_a_whole_and_sent_again_as_a_whole(
        context: FakeContext) -> None:
    choose(context, LEAD, True)
    two_filings(context)
    mailed(context)
    gather(context, MORNING)
    deliver(context, FakeChannel(context, answers=[UNKNOWN]))
    failed = mails(context, LEAD)
    assert {each.state for each in failed} == {DeliveryState.FAILED}
    context.actor = OPERATOR
    [first] = [each for each in failed if each.tells_of_others]
    delivering.send_again(context, delivering.SendAgain(command_id="c2", delivery_id=first.id))
    assert mailed(context) == [("lead", "今日通知汇总")]
    assert {each.state for each in mails(context, LEAD)} == {DeliveryState.DELIVERED}


@pytest.mark.parametrize("name", sorted(AT_ONCE))
def test_no_deadline_decision_or_task_of_ones_own_is_routine(name: str) -> None:
    assert not wording.is_routine(name)
