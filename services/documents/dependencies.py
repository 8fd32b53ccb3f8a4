"""What the service works with beside its database: the store of files, the inspector, the renderer."""

from dataclasses import dataclass
from functools import cached_property
from importlib import import_module

import structlog
from nameko.extensions import DependencyProvider

from rongcuo.chassis.blobs import Blobs, open_blobs
from rongcuo.chassis.config import PRODUCTION, Config
from rongcuo.chassis.threads import in_native_thread
from services.documents.inspection import FileInspector
from services.documents.letters.keys import LetterKeys
from services.documents.ports import Renderer


@dataclass
class Dependencies:
    """`limit`: bytes of an attachment."""

    config: Config
    files: Blobs
    inspector: FileInspector
    keys: LetterKeys

    @property
    def limit(self) -> int:
        return self.config.attachment_limit

    @cached_property
    def renderer(self) -> Renderer:
        """Loaded when the first letter is made."""
        module = in_native_thread(import_module, "services.documents.letters.renderer")
        renderer: Renderer = module.LetterRenderer(self.keys, self.config.public_address,
                                                   for_real=self.config.mode == PRODUCTION)
        return renderer


def dependencies_of(config: Config) -> Dependencies:
    """What the operator's settings ask for."""
    keys = LetterKeys(config.letter_folder, config.letter_secret_file)
    return Dependencies(config, open_blobs(config), FileInspector(config.scan_command, config.scan_timeout),
                        keys)


class DependenciesProvider(DependencyProvider):  # type: ignore[misc]
    """`self.dependencies` in the service's methods."""

    dependencies: Dependencies

    def setup(self) -> None:
        self.dependencies = dependencies_of(self.container.config["rongcuo"])
        if not self.dependencies.config.scan_command:
            structlog.get_logger(__name__).info("attachments_are_not_scanned", setting="scan_command")

    def get_dependency(self, worker_ctx: object) -> Dependencies:  # noqa: ARG002 - the same for every worker
        return self.dependencies
