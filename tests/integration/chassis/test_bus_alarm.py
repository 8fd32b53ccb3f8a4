"""A broker with a memory or disk alarm takes nothing and says so; we say it on."""

from pathlib import Path

import pytest

from deploy.local import RabbitNode
from rongcuo.chassis.messaging import OutboundMessage, PendingConfirm, Publisher, bus_connection
from tests.integration.chassis.painting import until


class Crowded(RabbitNode):
    """Its memory is over the mark from the beginning."""

    def _keep(self, name: str, text: str) -> Path:
        mark = "vm_memory_high_watermark.absolute = 20MB\n" if name == "rabbitmq.conf" else ""
        return super()._keep(name, text + mark)


@pytest.mark.broker
def test_an_alarm_is_known_to_the_publisher(tmp_path: Path):
    with Crowded(tmp_path / "rabbit") as node:
        with bus_connection(node.url) as connection:
            connection.default_channel.queue_declare("kept", durable=True, auto_delete=False)
        publisher = Publisher(node.url)
        publisher.open()
        assert not publisher.blocked, "the broker says it to who publishes"
        message = OutboundMessage(b"one", "", "kept")
        publisher.send_all([(message, PendingConfirm(message.message_id))], within=5)
        until(lambda: publisher.blocked)
        publisher.abandon("the test is over")
        assert not publisher.blocked
