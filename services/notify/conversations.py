"""Conversations with servers, many beside each other: bounded, none in the way of the others nor of hearing.

So many go on at once. One that is slow takes nobody's place, and with its server no other begins meanwhile.
"""

from collections import deque
from functools import partial
from threading import Event
from time import monotonic
from typing import Any

import structlog
from nameko.extensions import DependencyProvider

from rongcuo.chassis.threads import beside
from rongcuo.chassis.triggers import ReceivedEvent
from services.notify.channels import channel_of
from services.notify.domain.delivery import Delivery, Outgoing, Undelivered
from services.notify.ports import Channel, Ended

AT_ONCE = 16    # mail servers often take no more than twenty from one address
MOST = 4 * AT_ONCE      # with those that are slow
WHILE_HEARING = 4       # each takes as long of the processor as hearing a filing does
SLOW_S = 5.0
PAUSE_S = 1.0           # without an end of any of them, until somebody looks what else is due
LINGER_S = 0.02         # after the first end, so that several are noted together
GIVES_WAY_S = 0.25      # at most, while events are heard: a storm slows deliveries and never stops them


class Conversations:
    """Those of one process on one channel. What has ended is kept until it is noted."""

    def __init__(self, channel: Channel, at_once: int = AT_ONCE, slow: float = SLOW_S) -> None:
        self.channel = channel
        self.away = False
        self._at_once, self._slow = at_once, slow
        self._begun: dict[str, tuple[str, float]] = {}      # with whom and since when, by delivery
        self._ended: deque[Ended] = deque()
        self._one, self._enough, self._quiet = Event(), Event(), Event()
        self._quiet.set()
        self._heard_now = 0

    @property
    def going_on(self) -> bool:
        """Whether any is going on, or has ended and is not noted."""
        return bool(self._begun or self._ended)

    @property
    def free(self) -> int:
        """How many more may begin."""
        lively = sum(not self._is_slow(since) for _, since in self._begun.values())
        at_once = self._at_once if self._quiet.is_set() else min(WHILE_HEARING, self._at_once)
        return max(0, min(at_once - lively, MOST - len(self._begun)))

    @property
    def held_up(self) -> frozenset[str]:
        """Where one of them is slow."""
        return frozenset(where for where, since in self._begun.values() if self._is_slow(since))

    def begin(self, delivery: Delivery, outgoing: Outgoing) -> None:
        """One more."""
        self._begun[delivery.id] = outgoing.server, monotonic()
        beside(partial(self._hold, delivery, outgoing))

    def ended(self) -> tuple[Ended, ...]:
        """What is to be noted."""
        return tuple(self._ended)

    def noted(self, ended: tuple[Ended, ...]) -> None:
        """These are kept no longer; they are the first."""
        for _ in ended:
            self._ended.popleft()
        self._one.clear()
        self._enough.clear()

    def wait(self) -> None:
        """Until there is something to be noted, or it is time to look what else is due."""
        if self._ended or (self._begun and self._one.wait(PAUSE_S)):
            self._enough.wait(LINGER_S if self._begun else 0)

    def give_way(self) -> None:
        """Events come first, but not for ever."""
        self._quiet.wait(GIVES_WAY_S)

    def hears(self, by: int) -> None:
        """So many more events are being heard now, or fewer."""
        self._heard_now += by
        (self._quiet.clear if self._heard_now else self._quiet.set)()

    def _hold(self, delivery: Delivery, outgoing: Outgoing) -> None:
        outcome: str | Undelivered | None = None
        try:
            outcome = self.channel.send(outgoing)
            self.away = False
        except Undelivered as problem:
            outcome, self.away = problem, problem.unreachable
        except Exception as fault:  # noqa: BLE001 - whatever it was, its place is free again
            structlog.get_logger(__name__).error("conversation_broke_off", reason=type(fault).__name__)
        finally:
            del self._begun[delivery.id]
        self._ended.append(Ended(delivery, outcome))
        self._one.set()
        if not self._begun or len(self._ended) >= self._at_once // 2:
            self._enough.set()

    def _is_slow(self, since: float) -> bool:
        return monotonic() - since > self._slow


class ConversationsProvider(DependencyProvider):  # type: ignore[misc]
    """`self.conversations` in the service's methods: by e-mail where `smtp_url` is set, otherwise none."""

    conversations: Conversations

    def setup(self) -> None:
        self.conversations = Conversations(channel_of(self.container.config["rongcuo"]))

    def report(self) -> dict[str, bool]:
        """Facts for health."""
        return {"mail": getattr(self.conversations.channel, "reached", True)}

    def get_dependency(self, worker_ctx: object) -> Conversations:  # noqa: ARG002 - the same for every worker
        return self.conversations

    def worker_setup(self, worker_ctx: Any) -> None:
        if isinstance(worker_ctx.data.get("trigger"), ReceivedEvent):
            self.conversations.hears(+1)

    def worker_result(self, worker_ctx: Any, result: object = None, exc_info: object = None) -> None:  # noqa: ARG002 - nameko's
        if isinstance(worker_ctx.data.get("trigger"), ReceivedEvent):
            self.conversations.hears(-1)
