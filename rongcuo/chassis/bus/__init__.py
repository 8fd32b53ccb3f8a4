"""The road messages travel: addresses, connections that never hang, topology, confirmed publishing."""

from rongcuo.chassis.bus.connection import bus_connection, is_embedded
from rongcuo.chassis.bus.message import BusUnavailable, Outgoing, Unroutable
from rongcuo.chassis.bus.publisher import Publisher
from rongcuo.chassis.bus.sending import Sending

__all__ = ["BusUnavailable", "Outgoing", "Publisher", "Sending", "Unroutable", "bus_connection",
           "is_embedded"]
