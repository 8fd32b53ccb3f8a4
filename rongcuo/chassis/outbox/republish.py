"""Whether the bus still has what it once took, and for everybody. If not, the whole outbox is sent again.

A broker that lost its disk has not; nor, often, has one that was killed while its queues were young (RabbitMQ
3.10 writes down late where they are). A queue of ours that never holds anything tells: it is declared after
all others, so a broker that forgets any of them forgets it too. Its name follows from theirs, so with a
consumer that joins it is a new one as well, and the newcomer gets the past.

The embedded bus forgets everything with its process, and the outbox knows what to send it again
(chassis.outbox.relay); but not who joined since, which is kept in the database.

What is sent again the inboxes of the others drop.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import eventlet
import structlog
from amqp.exceptions import AMQPError, NotFound

from rongcuo.chassis.messaging import BusUnavailable, Publisher, bus_connection, is_embedded
from rongcuo.chassis.messaging.publisher_channel import CONFIRM_WITHIN
from rongcuo.chassis.messaging.topology import hearing, marker_queue
from rongcuo.chassis.outbox.store import Outbox

log = structlog.get_logger(__name__)


class BrokerStateCheck:
    """Of one service with its bus; looked at anew with every channel that the publisher opens."""

    def __init__(self, service: str, outbox: Outbox, bus_url: str) -> None:
        self._service = service
        self._outbox = outbox
        self._bus_url = bus_url
        self._channel = -1

    def renew(self, publisher: Publisher) -> None:
        """Before events are sent. Raises BusUnavailable, or CaseError while the database is away."""
        if self._channel == publisher.channel_number:
            return
        number = publisher.open()
        if is_embedded(self._bus_url):
            self._look_for_newcomers(publisher)
        else:
            self._look_for_marker(marker_queue(self._service, publisher.entities))
        self._channel = number

    def _look_for_newcomers(self, publisher: Publisher) -> None:
        hearers = hearing(self._service, publisher.entities)
        if not self._outbox.knows(hearers):
            self._send_all_again()
            self._outbox.get_to_know(hearers)

    def _look_for_marker(self, marker: Any) -> None:
        if not self._known(marker):
            self._send_all_again()
            self._make_known(marker)

    def _send_all_again(self) -> None:
        again = self._outbox.send_all_again()
        if again:
            log.warning("everything_is_sent_again", service=self._service, events=again)

    def _known(self, marker: Any) -> bool:
        with self._asking() as channel:
            try:
                marker(channel).queue_declare(passive=True)
            except NotFound:
                return False
        return True

    def _make_known(self, marker: Any) -> None:
        with self._asking() as channel:
            marker(channel).declare()

    @contextmanager
    def _asking(self) -> Iterator[Any]:
        try:
            with (eventlet.Timeout(CONFIRM_WITHIN, BusUnavailable("the bus does not answer in time")),
                  bus_connection(self._bus_url) as connection):
                yield connection.channel()
        except (OSError, AMQPError) as error:
            raise BusUnavailable(type(error).__name__) from error
