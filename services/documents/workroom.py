"""What the service works with beside its database: the store of files, the examiner, the press."""

from dataclasses import dataclass
from functools import cached_property
from importlib import import_module

import structlog
from nameko.extensions import DependencyProvider

from rongcuo.chassis.blobs import Blobs, open_blobs
from rongcuo.chassis.config import PRODUCTION, Config
from rongcuo.chassis.threads import in_native_thread
from services.documents.examining import FileExaminer
from services.documents.letters.keys import LetterKeys
from services.documents.ports import Press


@dataclass
class Room:
    """`limit`: bytes of an attachment."""

    config: Config
    files: Blobs
    examiner: FileExaminer
    keys: LetterKeys

    @property
    def limit(self) -> int:
        return self.config.attachment_limit

    @cached_property
    def press(self) -> Press:
        """Loaded when the first letter is made."""
        module = in_native_thread(import_module, "services.documents.letters.press")
        press: Press = module.LetterPress(self.keys, self.config.public_address,
                                          for_real=self.config.mode == PRODUCTION)
        return press


def room_of(config: Config) -> Room:
    """The room that the operator's settings ask for."""
    keys = LetterKeys(config.letter_folder, config.letter_secret_file)
    return Room(config, open_blobs(config), FileExaminer(config.scan_command, config.scan_timeout), keys)


class RoomProvider(DependencyProvider):  # type: ignore[misc]
    """`self.room` in the service's methods."""

    room: Room

    def setup(self) -> None:
        self.room = room_of(self.container.config["rongcuo"])
        if not self.room.config.scan_command:
            structlog.get_logger(__name__).info("attachments_are_not_scanned", setting="scan_command")

    def get_dependency(self, worker_ctx: object) -> Room:  # noqa: ARG002 - the same for every worker
        return self.room
