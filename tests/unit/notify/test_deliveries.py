"""From the intent to the receipt: retries, quiet hours, lost answers, and an operator's second try."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.notify import DeliveryState, SendAgain
from services.notify.conversations import Conversations
from services.notify.domain.delivery import (
    BACKOFF,
    GIVEN_UP_AFTER,
    MOST_UNANSWERED,
    UNANSWERED,
    UNREACHABLE_AT_MOST,
    Delivery,
    Undelivered,
)
from services.notify.usecases import delivering, hearing
from tests.unit.notify import scene
from tests.unit.notify.channel import FakeChannel
from tests.unit.notify.context import FakeContext

NIGHT = scene.FILED_AT.replace(hour=23)
BUSY = Undelivered("451 try later")
GONE = Undelivered("no such host", unreachable=True)
UNKNOWN = Undelivered("550 no such user", final=True)


@pytest.fixture
def alone() -> FakeContext:
    """One person, one mail."""
    context = FakeContext()
    hearing.enrol(context, scene.enrolled(scene.FILER), "mail")
    hearing.hear(context, scene.MATTER, scene.submitted(), "mail")
    return context


def mail(context: FakeContext) -> Delivery:
    (delivery,) = [each for each in context.store.posted.values() if each.channel == "mail"]
    return delivery


def deliver(context: FakeContext, channel: FakeChannel, now: datetime | None = None) -> None:
    context.now = now or context.now
    tick(context, Conversations(channel))


def tick(context: FakeContext, conversations: Conversations) -> int:
    return delivering.deliver(context, lambda: context, conversations)


def test_a_mail_is_sent_once_and_keeps_its_receipt(alone: FakeContext) -> None:
    channel = FakeChannel(alone, answers=["250 queued as 7"])
    deliver(alone, channel)
    deliver(alone, channel)
    assert [each.address for each in channel.sent] == ["liu@example.org"]
    assert (mail(alone).state, mail(alone).receipt) == (DeliveryState.DELIVERED, "250 queued as 7")


def test_a_refused_mail_is_tried_again_ever_later_and_then_given_up(alone: FakeContext) -> None:
    channel = FakeChannel(alone, answers=[BUSY] * 99)
    begun, waited = alone.now, []
    while mail(alone).state is DeliveryState.PENDING:
        deliver(alone, channel, max(alone.now, mail(alone).next_at))
        if mail(alone).next_at:
            waited.append(mail(alone).next_at - alone.now)
    assert tuple(waited[:4]) == BACKOFF[:4]
    assert mail(alone).state is DeliveryState.FAILED
    assert alone.now - begun >= GIVEN_UP_AFTER
    assert mail(alone).receipt == "451 try later"


@pytest.mark.parametrize("outage", [timedelta(hours=64, minutes=30), timedelta(days=30)])
def test_an_outage_of_the_server_uses_up_nothing(alone: FakeContext, outage: timedelta) -> None:
    channel = FakeChannel(alone, answers=[GONE] * 10_000)
    back = alone.now + outage
    while alone.now < back:
        deliver(alone, channel, max(alone.now + timedelta(minutes=1), mail(alone).next_at))
    assert mail(alone).state is DeliveryState.PENDING
    del channel.answers[:]
    awake = mail(alone).next_at
    assert awake - alone.now <= UNREACHABLE_AT_MOST or awake.time() == scene.PACK.quiet_hours.end
    deliver(alone, channel, awake)
    deliver(alone, channel, mail(alone).next_at)
    assert mail(alone).state is DeliveryState.DELIVERED


def test_an_outage_before_does_not_shorten_the_patience_with_refusals(alone: FakeContext) -> None:
    deliver(alone, FakeChannel(alone, answers=[GONE]))
    deliver(alone, FakeChannel(alone, answers=[BUSY]), mail(alone).next_at + GIVEN_UP_AFTER)
    assert (mail(alone).state, mail(alone).receipt) == (DeliveryState.PENDING, BUSY.reason)


def test_the_last_word_of_the_server_is_final(alone: FakeContext) -> None:
    deliver(alone, FakeChannel(alone, answers=[UNKNOWN]))
    assert (mail(alone).state, mail(alone).attempts) == (DeliveryState.FAILED, 1)


def test_an_operator_sends_a_failed_one_again(alone: FakeContext) -> None:
    channel = FakeChannel(alone, answers=[UNKNOWN])
    deliver(alone, channel)
    command = SendAgain(command_id="c1", delivery_id=mail(alone).id)
    alone.actor = scene.WANG
    with pytest.raises(CaseError, match="forbidden"):
        delivering.send_again(alone, command)
    alone.actor = scene.OPERATOR
    view = delivering.send_again(alone, command)
    assert (view.state, view.subject, view.attempts) == (DeliveryState.PENDING, "", 0)
    deliver(alone, channel)
    assert mail(alone).state is DeliveryState.DELIVERED
    with pytest.raises(CaseError, match=r"notify\.not_failed"):
        delivering.send_again(alone, command)


def test_quiet_hours_defer_the_mail_and_not_the_inbox() -> None:
    context = FakeContext(now=NIGHT)
    hearing.enrol(context, scene.enrolled(scene.FILER), "mail")
    hearing.hear(context, scene.MATTER, scene.submitted(), "mail")
    morning = datetime.combine(NIGHT.date() + timedelta(days=1), scene.PACK.quiet_hours.end, scene.ZONE)
    assert mail(context).next_at == morning
    channel = FakeChannel(context)
    deliver(context, channel, morning - timedelta(minutes=1))
    assert (channel.sent, mail(context).next_at, context.told("liu")) == ([], morning, ["报备已收到"])
    deliver(context, channel, morning)
    assert len(channel.sent) == 1


def test_a_retry_that_falls_into_the_night_waits_for_the_morning(alone: FakeContext) -> None:
    channel = FakeChannel(alone, answers=[BUSY])
    deliver(alone, channel)
    deliver(alone, channel, NIGHT)
    assert (len(channel.sent), mail(alone).state) == (1, DeliveryState.PENDING)
    assert mail(alone).next_at > NIGHT


def test_a_lost_answer_is_asked_for_again_under_the_same_key(alone: FakeContext) -> None:
    class Killed(BaseException):
        """As the process would end."""

    class Dying(FakeChannel):
        def send(self, outgoing: object) -> str:
            super().send(outgoing)
            raise Killed

    with pytest.raises(Killed):
        deliver(alone, Dying(alone))
    assert mail(alone).state is DeliveryState.SENDING
    channel = FakeChannel(alone)
    deliver(alone, channel)
    assert channel.sent == []
    deliver(alone, channel, alone.now + UNANSWERED)
    assert [each.delivery_id for each in channel.sent] == [mail(alone).id]
    assert mail(alone).state is DeliveryState.DELIVERED


def test_one_whose_worker_always_dies_ends_as_failed(alone: FakeContext) -> None:
    delivery = mail(alone)
    delivery.state, delivery.since = DeliveryState.SENDING, alone.now
    delivery.unanswered = MOST_UNANSWERED - 1
    channel = FakeChannel(alone)
    deliver(alone, channel, alone.now + UNANSWERED)
    assert (channel.sent, mail(alone).state) == ([], DeliveryState.FAILED)


def test_a_receipt_counts_even_when_it_comes_late(alone: FakeContext) -> None:
    class Slow(FakeChannel):
        """Another worker takes over while this one waits for the answer."""

        def send(self, outgoing: object) -> str:
            taken = mail(alone)
            taken.attempts += 1
            return super().send(outgoing)

    deliver(alone, Slow(alone))
    assert mail(alone).state is DeliveryState.DELIVERED


def test_who_has_no_address_yet_gets_the_mail_when_it_is_known() -> None:
    context = FakeContext()
    hearing.hear(context, scene.MATTER, scene.submitted(), "mail")
    channel = FakeChannel(context)
    deliver(context, channel)
    assert (channel.sent, mail(context).state) == ([], DeliveryState.PENDING)
    hearing.enrol(context, scene.enrolled(scene.FILER), "mail")
    deliver(context, channel, context.now + BACKOFF[0])
    assert [each.address for each in channel.sent] == ["liu@example.org"]


@given(answers=some.lists(some.sampled_from([BUSY, GONE, UNKNOWN, "250 ok"]), max_size=9),
       hours=some.lists(some.integers(0, 30), min_size=1, max_size=12))
def test_it_ends_with_one_success_or_a_failure_in_sight(answers: list[object], hours: list[int]) -> None:
    context = FakeContext()
    hearing.enrol(context, scene.enrolled(scene.FILER), "mail")
    hearing.hear(context, scene.MATTER, scene.submitted(), "mail")
    channel = FakeChannel(context, answers=list(answers))
    for hour in hours:
        deliver(context, channel, context.now + timedelta(hours=hour))
    successes = [each for each in answers[:len(channel.sent)] if each == "250 ok"]
    assert len(successes) <= 1
    assert mail(context).state is not DeliveryState.SENDING
    assert (mail(context).next_at is None) == (mail(context).state is not DeliveryState.PENDING)
    next_at = mail(context).next_at
    assert next_at is None or next_at > context.now, "whoever waits knows until when"
