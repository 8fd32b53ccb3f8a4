"""The bus: addresses, connections that never hang, topology, confirmed publishing."""

from rongcuo.chassis.messaging.confirms import PendingConfirm
from rongcuo.chassis.messaging.connection import bus_connection, is_embedded, is_settled
from rongcuo.chassis.messaging.message import BusUnavailable, OutboundMessage, Unroutable
from rongcuo.chassis.messaging.publisher import Publisher

__all__ = [
           "BusUnavailable",
           "OutboundMessage",
           "PendingConfirm",
           "Publisher",
           "Unroutable",
           "bus_connection",
           "is_embedded",
           "is_settled",
]
