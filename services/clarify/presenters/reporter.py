"""What of a reporter stands in any view of a case, and who reads it: one place for all kinds of cases."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime
from typing import Any, Final, TypeVar

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import TakenRequest
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.policy.calendar import midnight

V = TypeVar("V")
REFERENCE, WROTE, READ, HISTORY = "reporter_ref", "wrote_at", "read_at", "history"
MOMENTS: Final = frozenset({READ, WROTE, "unread_since"})
RECEIPT, MESSAGE = "take_receipt", "take_message"
STEPS: Final = frozenset({RECEIPT, MESSAGE, "take_request", "complain"})
"""What the reporter does, whom the platform itself writes down; by somebody's hand they are that person's."""


def of_reporter(view: V, *, talks: bool, now: datetime, reads_along: bool = False) -> V:
    """By which reference the vault knows the reporter, only they read who talk with them. When the reporter
    was there is told by the day: beside a log of who was on the network at that second, it might say who.
    What they do today is there tomorrow, for whoever looks again and again would see it come. Who talks
    with them is told at once that they wrote; and, where a limit begins with it (`reads_along`), that they
    read."""
    kept: V = _Shown(talks, reads_along, midnight(now)).within(view)
    return kept


@dataclass(frozen=True)
class _Shown:
    talks: bool
    reads_along: bool
    today: datetime

    def within(self, contract: Any) -> Any:
        parts = {each.name: getattr(contract, each.name) for each in fields(contract)}
        told = {name: self._told(contract, name, part) for name, part in parts.items()}
        if WROTE in parts and not self.talks:
            wrote = (each.at for each in told[HISTORY] if _is_theirs(each) and each.what == MESSAGE)
            told[WROTE] = max(wrote, default=None)
        return replace(contract, **told)

    def _told(self, contract: Any, name: str, part: Any) -> Any:
        if name == REFERENCE:
            return part if self.talks else ""
        if part is not None and name in MOMENTS:
            return midnight(part) if self._there(part, reading=name == READ) else None
        if name == "at" and _is_theirs(contract):
            return midnight(part)
        if isinstance(part, tuple):
            told = tuple(self._told(contract, "", each) for each in part if self._is_told(each))
            return _in_order(told) if name == HISTORY else told
        return self.within(part) if is_dataclass(part) else part

    def _is_told(self, part: Any) -> bool:
        return not _is_theirs(part) or self._there(
            part.at, reading=isinstance(part, HistoryEntry) and part.what == RECEIPT)

    def _there(self, at: datetime, *, reading: bool) -> bool:
        return at < self.today or (self.reads_along if reading else self.talks)


def _in_order(history: Iterable[HistoryEntry]) -> tuple[HistoryEntry, ...]:
    """What is told by the day stands at its beginning: between two steps of others it would tell more."""
    return tuple(sorted(history, key=lambda each: each.at))


def _is_theirs(contract: Any) -> bool:
    if isinstance(contract, HistoryEntry):
        return contract.what in STEPS and contract.actor_id == SYSTEM.officer_id
    return isinstance(contract, TakenRequest)
