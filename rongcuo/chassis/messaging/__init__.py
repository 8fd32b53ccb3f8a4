"""The road messages travel: addresses, connections that never hang, topology, confirmed publishing."""

from rongcuo.chassis.messaging.confirms import Sending
from rongcuo.chassis.messaging.connection import bus_connection, is_embedded
from rongcuo.chassis.messaging.message import BusUnavailable, Outgoing, Unroutable
from rongcuo.chassis.messaging.publisher import Publisher

__all__ = ["BusUnavailable", "Outgoing", "Publisher", "Sending", "Unroutable", "bus_connection",
           "is_embedded"]
