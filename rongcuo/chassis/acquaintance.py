"""Whether the broker still has what it once confirmed.

One that lost its disk has not; nor, often, has one that was killed while its queues were young (RabbitMQ 3.10
writes down late where they are). A queue of ours that never holds anything tells: it is declared after all
others, so a broker that forgets any of them forgets it too. Then every event in the outbox is sent again, and
the inboxes drop what took effect.
"""

from typing import Any

import eventlet
import structlog
from amqp.exceptions import AMQPError, NotFound

from rongcuo.chassis.bus import BusUnavailable, Publisher, bus_connection, is_embedded
from rongcuo.chassis.bus.line import CONFIRM_WITHIN
from rongcuo.chassis.bus.topology import marker_queue
from rongcuo.chassis.workshop import Workshop

log = structlog.get_logger(__name__)


class Acquaintance:
    """Of one service with its broker; looked at anew with every line that the publisher opens."""

    def __init__(self, workshop: Workshop[Any]) -> None:
        self._workshop = workshop
        self._line = -1

    def renew(self, publisher: Publisher) -> None:
        """Before events are sent. Raises BusUnavailable, or CaseError while the database is away."""
        if is_embedded(self._workshop.config.bus_url) or self._line == publisher.line_number:
            return
        number = publisher.open()
        with eventlet.Timeout(CONFIRM_WITHIN, BusUnavailable("the bus does not answer in time")):
            self._look(marker_queue(self._workshop.service_name, publisher.entities))
        self._line = number

    def _look(self, marker: Any) -> None:
        try:
            if not self._known(marker):
                again = self._workshop.outbox.send_all_again()
                log.warning("broker_forgot", service=self._workshop.service_name, sent_again=again)
                self._make_known(marker)
        except (OSError, AMQPError) as error:
            raise BusUnavailable(type(error).__name__) from error

    def _known(self, marker: Any) -> bool:
        with bus_connection(self._workshop.config.bus_url) as connection:
            try:
                marker(connection.channel()).queue_declare(passive=True)
            except NotFound:
                return False
        return True

    def _make_known(self, marker: Any) -> None:
        with bus_connection(self._workshop.config.bus_url) as connection:
            marker(connection.channel()).declare()
