"""Many deliveries in hand at once: what begins, what is noted, and what becomes of them at an end."""

from typing import Any

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.notify import DeliveryState
from services.notify.conversations import Conversations
from services.notify.usecases import delivering, digesting, hearing
from tests.unit.notify import scene
from tests.unit.notify.channel import FakeChannel
from tests.unit.notify.context import FakeContext, FakeUnit
from tests.unit.notify.test_deliveries import BUSY, GONE, alone, deliver, mail, tick

__all__ = ["alone"]


def test_while_a_server_cannot_be_reached_one_at_a_time_goes_ahead(context: FakeContext) -> None:
    for number in range(3):
        hearing.hear(context, f"m{number}", scene.submitted(f"m{number}"), "mail")
    waiting = len(context.store.posted) // 2
    channel = FakeChannel(context, answers=[GONE] * 3)
    conversations = Conversations(channel, at_once=2)
    assert tick(context, conversations) == 2, "what was in hand; the tick is over"
    assert tick(context, conversations) == 1
    assert tick(context, conversations) == waiting - 3, "and one that got through brings the others"


def test_an_end_of_the_service_leaves_nothing_unnoted(context: FakeContext) -> None:
    hearing.hear(context, scene.MATTER, scene.submitted(), "mail")
    channel, as_of_now = FakeChannel(context), iter((context, None, None))
    assert delivering.deliver(context, lambda: next(as_of_now), Conversations(channel, at_once=2)) == 2
    states = [each.state for each in context.store.posted.values() if each.channel == "mail"]
    assert states.count(DeliveryState.DELIVERED) == len(channel.sent) == 2
    assert DeliveryState.SENDING not in states


def test_what_could_not_be_noted_is_noted_later(alone: FakeContext) -> None:
    class Away(FakeContext):
        """The database answers no more once something was sent."""

        def unit(self) -> Any:
            if channel.sent:
                raise CaseError("service_unavailable")
            return super().unit()

    channel = FakeChannel(alone)
    conversations, away = Conversations(channel), Away(store=alone.store)
    with pytest.raises(CaseError, match="service_unavailable"):
        tick(away, conversations)
    assert mail(alone).state is DeliveryState.SENDING
    assert tick(alone, conversations) == 0
    assert (len(channel.sent), mail(alone).state) == (1, DeliveryState.DELIVERED)


def test_a_channel_that_breaks_off_holds_no_place(alone: FakeContext) -> None:
    class Broken(FakeChannel):
        def send(self, outgoing: object) -> str:
            super().send(outgoing)
            raise ZeroDivisionError

    conversations = Conversations(Broken(alone), at_once=1)
    assert tick(alone, conversations) == 1
    assert (conversations.free, mail(alone).state) == (1, DeliveryState.SENDING), "as after a kill"
    assert tick(alone, conversations) == 0


def test_where_nothing_is_due_nothing_is_committed(
        alone: FakeContext, monkeypatch: pytest.MonkeyPatch) -> None:
    deliver(alone, FakeChannel(alone))
    monkeypatch.delattr(FakeUnit, "commit")
    assert tick(alone, Conversations(FakeChannel(alone))) == 0
    digesting.gather(alone)


def test_one_line_in_the_ledger_names_all_that_came_together(context: FakeContext) -> None:
    hearing.hear(context, scene.MATTER, scene.submitted(), "mail")
    del context.audits[:]
    deliver(context, FakeChannel(context, answers=[BUSY]))
    ids = {state: [each.id for each in context.store.posted.values()
                   if each.channel == "mail" and each.state is state] for state in DeliveryState}
    assert len(context.audits) == 2
    for state in (DeliveryState.DELIVERED, DeliveryState.PENDING):
        (line,) = [each for each in context.audits if each.startswith(f"notify.{state} {ids[state][0]} ")]
        assert all(one in line for one in ids[state])
