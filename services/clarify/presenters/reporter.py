"""What of a reporter stands in any view of a case, and who reads it: one place for all kinds of cases."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.clarify import TakenRequest
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.policy.calendar import midnight

V = TypeVar("V")
REFERENCE: Final = "reporter_ref"
MOMENTS: Final = frozenset({"read_at", "wrote_at", "unread_since"})
STEPS: Final = frozenset({"take_receipt", "take_message", "take_request", "complain"})
"""What the reporter does, whom the platform itself writes down; by somebody's hand they are that person's."""


def of_reporter(view: V, *, talks: bool) -> V:
    """By which reference the vault knows the reporter, only they read who talk with them. When the reporter
    was there is told by the day: beside a log of who was on the network at that second, it might say who."""
    kept: V = _within(view, talks)
    return kept


def _within(contract: Any, talks: bool) -> Any:
    parts = {each.name: getattr(contract, each.name) for each in fields(contract)}
    return replace(contract, **{name: _told(contract, name, part, talks) for name, part in parts.items()})


def _told(contract: Any, name: str, part: Any, talks: bool) -> Any:
    if name == REFERENCE:
        return part if talks else ""
    if part is not None and (name in MOMENTS or (name == "at" and _is_theirs(contract))):
        return midnight(part)
    if isinstance(part, tuple):
        return tuple(_told(contract, "", each, talks) for each in part)
    return _within(part, talks) if is_dataclass(part) else part


def _is_theirs(contract: Any) -> bool:
    if isinstance(contract, HistoryEntry):
        return contract.what in STEPS and contract.actor_id == SYSTEM.officer_id
    return isinstance(contract, TakenRequest)
