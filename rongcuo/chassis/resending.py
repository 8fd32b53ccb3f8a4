"""Dead letters that an operator wants sent again: each to the queue it died in, as it first came there."""

from collections.abc import Callable
from typing import Any

from rongcuo.chassis.bus import Outgoing, Publisher, Sending
from rongcuo.chassis.dead_letters import DeadLetter
from rongcuo.chassis.letters import OURS
from rongcuo.chassis.workshop import Workshop


class Resending:
    """Of one relay. What was sent is marked with `mark`."""

    def __init__(self, workshop: Workshop[Any], publisher: Callable[[], Publisher]) -> None:
        self.sent: list[int] = []       # letter ids, not yet marked
        self._workshop = workshop
        self._publisher = publisher

    def send(self) -> list[Exception]:
        """Those that are due; what kept the bus from taking some. Raises BusUnavailable."""
        letters = [letter for letter in self._workshop.dead_letters.take_resends()
                   if letter.letter_id not in self.sent]
        outcomes = self._outcomes([_again(letter) for letter in letters]) if letters else []
        self.sent += [letter.letter_id for letter, outcome in zip(letters, outcomes, strict=True)
                      if outcome is None]
        return [outcome for outcome in outcomes if outcome is not None]

    def mark(self) -> None:
        """They are where they should be."""
        sent, self.sent = self.sent, []
        if sent:
            self._workshop.dead_letters.mark_resent(sent)

    def _outcomes(self, messages: list[Outgoing]) -> list[Exception | None]:
        sendings = [Sending(message.message_id) for message in messages]
        self._publisher().send_all(list(zip(messages, sendings, strict=True)))
        return self._publisher().outcomes(sendings)


def _again(letter: DeadLetter) -> Outgoing:
    headers = {name: value for name, value in letter.headers.items() if name not in OURS}
    return Outgoing(letter.body, "", letter.consumer, headers)
