"""What the hub answers, as far as it may be told."""

from services.province.views import approvals, consistency, figures, matters, nodes, returns, sheets

__all__ = ["approvals", "consistency", "figures", "matters", "nodes", "returns", "sheets"]
