"""Dead letters that an operator wants sent again: each to the queue it died in, as it first came there.

One whose queue is no more is given back to the operator, who can discard it.
"""

from collections.abc import Callable

from rongcuo.chassis.dead_letters.consumer import OURS
from rongcuo.chassis.dead_letters.store import DeadLetter, DeadLetters, Decided
from rongcuo.chassis.messaging import OutboundMessage, PendingConfirm, Publisher, Unroutable, is_settled


class Redelivery:
    """Of one service in this process."""

    def __init__(self, letters: DeadLetters, bus_url: str, publisher: Callable[[], Publisher]) -> None:
        self._letters = letters
        self._bus_url = bus_url
        self._publisher = publisher
        self._sent: set[Decided] = set()       # not yet marked

    def redeliver(self) -> None:
        """Send those that are due, over the line that the relay has opened, and mark those that are safe on
        the bus. Raises what kept the bus from taking one."""
        failures = self._send() if self._publisher().connected else []
        if self._sent and is_settled(self._bus_url):
            sent, self._sent = self._sent, set()
            self._letters.mark_resent(sent)
        if failures:
            raise failures[0]

    def _send(self) -> list[Exception]:
        letters = [letter for letter in self._letters.take_resends() if letter.decided not in self._sent]
        if not letters:
            return []
        messages = [_again(letter) for letter in letters]
        confirms = [PendingConfirm(message.message_id) for message in messages]
        self._publisher().send_all(list(zip(messages, confirms, strict=True)))
        outcomes = self._publisher().outcomes(confirms)
        for letter, outcome in zip(letters, outcomes, strict=True):
            if outcome is None:
                self._sent.add(letter.decided)
            elif isinstance(outcome, Unroutable):
                self._letters.give_back(letter.letter_id)
        return [outcome for outcome in outcomes if outcome and not isinstance(outcome, Unroutable)]


def _again(letter: DeadLetter) -> OutboundMessage:
    headers = {name: value for name, value in letter.headers.items() if name not in OURS}
    return OutboundMessage(letter.body, "", letter.consumer, headers)
