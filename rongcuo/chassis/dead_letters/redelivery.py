"""Dead letters that an operator wants sent again: each to the queue it died in, as it first came there.

One whose queue is no more is given back to the operator, who can discard it.
"""

from collections.abc import Callable
from typing import Any

from rongcuo.chassis.dead_letters.consumer import OURS
from rongcuo.chassis.dead_letters.store import DeadLetter, Decided
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.messaging import OutboundMessage, PendingConfirm, Publisher, Unroutable


class Redelivery:
    """Of one relay. What was sent is marked with `mark`."""

    def __init__(self, workshop: ServiceRuntime[Any], publisher: Callable[[], Publisher]) -> None:
        self.sent: set[Decided] = set()       # not yet marked
        self._workshop = workshop
        self._publisher = publisher

    def send(self) -> list[Exception]:
        """Those that are due; what kept the bus from taking some. Raises BusUnavailable."""
        letters = [letter for letter in self._workshop.dead_letters.take_resends()
                   if letter.decided not in self.sent]
        outcomes = self._outcomes([_again(letter) for letter in letters]) if letters else []
        self.sent |= {letter.decided for letter, outcome in zip(letters, outcomes, strict=True)
                      if outcome is None}
        self._give_back([letter for letter, outcome in zip(letters, outcomes, strict=True)
                         if isinstance(outcome, Unroutable)])
        return [outcome for outcome in outcomes if outcome and not isinstance(outcome, Unroutable)]

    def mark(self) -> None:
        """They are where they should be."""
        sent, self.sent = self.sent, set()
        if sent:
            self._workshop.dead_letters.mark_resent(sent)

    def _give_back(self, letters: list[DeadLetter]) -> None:
        for letter in letters:
            self._workshop.dead_letters.give_back(letter.letter_id)

    def _outcomes(self, messages: list[OutboundMessage]) -> list[Exception | None]:
        sendings = [PendingConfirm(message.message_id) for message in messages]
        self._publisher().send_all(list(zip(messages, sendings, strict=True)))
        return self._publisher().outcomes(sendings)


def _again(letter: DeadLetter) -> OutboundMessage:
    headers = {name: value for name, value in letter.headers.items() if name not in OURS}
    return OutboundMessage(letter.body, "", letter.consumer, headers)
