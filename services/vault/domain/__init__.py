"""Reporters, and orders to unseal who they are. Pure Python."""

from services.vault.domain.named import Named
from services.vault.domain.order import Approval, UnsealingOrder
from services.vault.domain.reporter import Reporter
from services.vault.domain.transitions import TRANSITIONS, Verb

__all__ = ["TRANSITIONS", "Approval", "Named", "Reporter", "UnsealingOrder", "Verb"]
