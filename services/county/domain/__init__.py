"""What a node has with its hub. Pure Python."""

from services.county.domain.approval import Approval
from services.county.domain.goes_up import GOES_UP, MatterGoingUp
from services.county.domain.line import Line
from services.county.domain.monthly_return import Return, rows_of

__all__ = ["GOES_UP", "Approval", "Line", "MatterGoingUp", "Return", "rows_of"]
