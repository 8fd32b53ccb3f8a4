"""What the hub can be told and asked."""

from typing import Final

from rongcuo.contracts.operation import Command
from rongcuo.contracts.province.line import Exchanged, Frame

EXCHANGE: Final = Command("province", "exchange", Frame, Exchanged, signed_in=False, of_nodes=True)
