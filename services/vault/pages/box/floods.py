"""How a flood is held back where nobody's address is kept (docs/adr/0042).

A form has a ticket from its first page on: random signs and the time, signed. Who sends it has solved a
riddle about these signs, as a script does silently, or has waited. Those who waited are so many in an hour,
of one asker and of all. What was sent is counted by the ticket, so one riddle is good for a few sendings. All
of it is in memory; an asker is a hash whose key is thrown away daily (`askers.py`).
"""

import hmac
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from secrets import token_urlsafe
from typing import Self

from flask import current_app, g
from limits import RateLimitItemPerHour
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from rongcuo.contracts.errors import CaseError
from services.vault.pages.askers import asker

LIFE = 24 * 3_600      # seconds that a ticket is good for
LONGEST_PROOF = 20     # signs
OF_ONE_TICKET = RateLimitItemPerHour(6, namespace="ticket")
TRIES_OF_ONE_TICKET = RateLimitItemPerHour(30, namespace="tries")   # while we could take none of them
OF_ONE_ASKER = RateLimitItemPerHour(6, namespace="asker")
OF_ONE_OFFICER = RateLimitItemPerHour(30, namespace="officer")    # as the vault takes


@dataclass(frozen=True, slots=True, repr=False)
class Ticket:
    """`secret`: of this form alone; what is sent with it, and its code, follow from it."""

    secret: str
    since: int

    @classmethod
    def new(cls, now: datetime) -> Self:
        """For a form that is begun."""
        return cls(token_urlsafe(32), int(now.timestamp()))

    @classmethod
    def read(cls, written: str, now: datetime) -> Self | None:
        """None for what is none of ours, or too old."""
        secret, _, rest = written.partition(".")
        since, _, mark = rest.partition(".")
        if not (since.isascii() and since.isdigit() and len(since) < 12):
            return None
        ticket = cls(secret, int(since))
        if not hmac.compare_digest(mark.encode(), ticket._mark().encode()):
            return None
        return ticket if 0 <= now.timestamp() - ticket.since <= LIFE else None

    def __str__(self) -> str:
        return f"{self.secret}.{self.since}.{self._mark()}"

    @property
    def riddle(self) -> str:
        """What a script looks for an answer to. It tells nothing of the secret."""
        return self._signed("riddle")

    def solved_by(self, proof: str, bits: int) -> bool:
        """Whether the hash of riddle and proof begins with so many zeros."""
        if not proof or len(proof) > LONGEST_PROOF:
            return False
        found = int.from_bytes(sha256(f"{self.riddle}:{proof}".encode()).digest())
        return found.bit_length() <= 256 - bits

    def _mark(self) -> str:
        return self._signed("ticket")

    def _signed(self, what: str) -> str:
        key = str(current_app.config["SECRET_KEY"]).encode()
        told = f"{what} of a report\n{self.secret}\n{self.since}"
        return hmac.new(key, told.encode(), sha256).hexdigest()


def proof_bits() -> int:
    """How hard the riddle is."""
    bits: int = current_app.extensions["settings"].report_proof_bits
    return bits


def still_to_wait(ticket: Ticket) -> int:
    """Seconds before whoever has solved nothing may send."""
    earliest: int = ticket.since + current_app.extensions["settings"].report_wait
    return max(0, earliest - int(g.now.timestamp()))


class Turns:
    """Whose turn it is to send."""

    def __init__(self) -> None:
        self._limiter = FixedWindowRateLimiter(MemoryStorage())

    def take(self, ticket: Ticket, proof: str) -> None:
        """Raises `vault.wait_a_little`, `vault.many_without_proof`, `vault.sent_too_often`. Who had a turn
        may send again, for the line may have broken."""
        known = self._limiter.get_window_stats(OF_ONE_TICKET, ticket.riddle)
        fresh = known.remaining == OF_ONE_TICKET.amount
        if fresh and not ticket.solved_by(proof, proof_bits()):
            self._require_waited(ticket)
        if not (self._limiter.hit(TRIES_OF_ONE_TICKET, ticket.riddle)
                and self._limiter.hit(OF_ONE_TICKET, ticket.riddle)):
            raise CaseError("vault.sent_too_often")

    def give_back(self, ticket: Ticket) -> None:
        """What we could not take is no sending; but the form stays one that had its turn."""
        if self._limiter.get_window_stats(OF_ONE_TICKET, ticket.riddle).remaining < OF_ONE_TICKET.amount - 1:
            self._limiter.hit(OF_ONE_TICKET, ticket.riddle, cost=-1)

    def _require_waited(self, ticket: Ticket) -> None:
        if left := still_to_wait(ticket):
            raise CaseError("vault.wait_a_little", details={"seconds": left})
        if not self._is_one_of_few("unproved"):
            raise CaseError("vault.many_without_proof")

    def take_without_form(self) -> None:
        """By the API, which has neither riddle nor pages. Raises `vault.many_without_proof`."""
        if not self._is_one_of_few("api"):
            raise CaseError("vault.many_without_proof")

    def take_signed_in(self, officer_id: str) -> None:
        """By the API, of whoever registers reports for others. Raises `vault.too_many_deposits`."""
        if not self._limiter.hit(OF_ONE_OFFICER, officer_id):
            raise CaseError("vault.too_many_deposits")

    def may_be_noted(self) -> bool:
        """Whether one more line is written that a marked text was refused: lines stay."""
        return self._is_one_of_few("noted")

    def _is_one_of_few(self, what: str) -> bool:
        """So many in an hour of one asker, and of all; of each kind by itself, so that none uses up
        another's."""
        of_all = RateLimitItemPerHour(current_app.extensions["settings"].unproved_reports, namespace=what)
        return self._limiter.hit(OF_ONE_ASKER, what, asker()) and self._limiter.hit(of_all)


TURNS = Turns()
