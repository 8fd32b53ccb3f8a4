"""What the vault has beside its database, put together for the service and for the command line."""

from datetime import timedelta

from nameko.extensions import DependencyProvider

from rongcuo.chassis.blobs import open_blobs
from rongcuo.chassis.config import Config
from rongcuo.sealing.algorithms import PROFILES
from services.vault.ports import Strongroom
from services.vault.strongroom.attempts import CountedAttempts
from services.vault.strongroom.codes import SlowCodes
from services.vault.strongroom.key_store import ShareFiles
from services.vault.strongroom.node_keys import NodeKeyFiles
from services.vault.strongroom.open_views import ViewsInMemory


def strongroom_of(config: Config) -> Strongroom:
    """With the folders that the operator's settings name."""
    seals = PROFILES[config.sealing_profile]
    return Strongroom(
        node=NodeKeyFiles(config.vault_folder, seals), keys=ShareFiles(config.share_folder),
        files=open_blobs(config),
        codes=SlowCodes(config.vault_folder), attempts=CountedAttempts(), views=ViewsInMemory(), seals=seals,
        shown_for=timedelta(minutes=config.unsealing_minutes),
        retention=timedelta(days=config.reporter_retention_days))


class StrongroomProvider(DependencyProvider):  # type: ignore[misc]
    """`self.strongroom` in the service's methods."""

    def setup(self) -> None:
        self.strongroom = strongroom_of(self.container.config["rongcuo"])

    def get_dependency(self, worker_ctx: object) -> Strongroom:  # noqa: ARG002 - the same for every worker
        return self.strongroom
