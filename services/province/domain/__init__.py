"""Nodes and what they tell, decided without a framework."""

from services.province.domain.approval import Approval
from services.province.domain.entries import Aside, Told, read
from services.province.domain.matter import Summary, settle
from services.province.domain.node import Node
from services.province.domain.returned import Return
from services.province.domain.sheet import Sheet
from services.province.domain.witness import Checkpoint, doubt

__all__ = ["Approval", "Aside", "Checkpoint", "Node", "Return", "Sheet", "Summary", "Told", "doubt", "read",
           "settle"]
