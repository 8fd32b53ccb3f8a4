"""A channel that talks to nobody."""

from dataclasses import dataclass, field

from services.notify.domain.delivery import Outgoing, Undelivered
from tests.unit.notify.context import FakeContext


@dataclass
class FakeChannel:
    """Keeps what was sent; `answers` are raised or given back in turn, then it always succeeds."""

    context: FakeContext
    name: str = "mail"
    answers: list[str | Undelivered] = field(default_factory=list)
    sent: list[Outgoing] = field(default_factory=list)

    def send(self, outgoing: Outgoing) -> str:
        assert not self.context.inside, "nothing is sent inside a unit of work"
        self.sent.append(outgoing)
        answer = self.answers.pop(0) if self.answers else "250 ok"
        if isinstance(answer, Undelivered):
            raise answer
        return answer

    def leave(self) -> None:
        """As one without connections does."""
