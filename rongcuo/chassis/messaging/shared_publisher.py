"""The service's way out to the bus: one publisher, and one key, for everything it sends."""

from nameko.extensions import SharedExtension

from rongcuo.chassis.config import Config
from rongcuo.chassis.messaging.publisher import Publisher
from rongcuo.chassis.messaging.refusals import Refusals
from rongcuo.chassis.messaging.topology import RPC, for_publisher
from rongcuo.chassis.signing import Seals, key_folder
from rongcuo.chassis.time_source import time_source
from rongcuo.contracts.operation import NODE

ORDER_DELAYS = (0.2, 1.0, 5.0)   # seconds an event waits for an earlier one; the last again and again
OUTAGE_DELAY = 2.0               # seconds until the next try while something we need is down


def delays(config: Config) -> list[float]:
    """Every delay for which a delay queue is needed."""
    return sorted({*config.retry_delays, *ORDER_DELAYS, OUTAGE_DELAY})


class SharedPublisher(SharedExtension):
    """Shared by all extensions of a container. `container.config` holds what the runner put there."""

    publisher: Publisher

    def setup(self) -> None:
        """Raises CaseError `keys.unreadable` for a key that is not ours alone."""
        self.seals = Seals(key_folder(self.config), self.service)
        self.seals.folder.make(self.service, time_source(self.config).now())
        self.refusals = Refusals(self.service)
        declared = [RPC] if self.on_line else for_publisher(
            self.service, delays(self.config), self.container.config.get("subscriptions", ()),
            self.config.delivery_limit)
        self.publisher = Publisher(self.config.bus_url, declared)

    def stop(self) -> None:
        self.publisher.close()

    def kill(self) -> None:
        self.publisher.abandon("killed")

    @property
    def config(self) -> Config:
        """The operator's settings."""
        config: Config = self.container.config["rongcuo"]
        return config

    @property
    def on_line(self) -> bool:
        """Whether this is the bus of the hub, where we call and are called, and may do nothing else."""
        return self.service.startswith(NODE)

    @property
    def service(self) -> str:
        """The name of the service."""
        return str(self.container.service_name)
