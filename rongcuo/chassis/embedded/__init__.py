"""The `embedded://` bus: an AMQP broker inside one process, for kombu and nameko.

It keeps nothing on disk. What a crash takes from it is replayed from the outboxes at the next start.
"""

from rongcuo.chassis.embedded.broker import Broker, broker_at
from rongcuo.chassis.embedded.queue import Delivery, QueuedMessage
from rongcuo.chassis.embedded.transport import Transport

__all__ = ["Broker", "Delivery", "QueuedMessage", "Transport", "broker_at"]
