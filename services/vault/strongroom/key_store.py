"""The node's shares (ports.KeyStore): a file each, outside the database, durable before a row refers to it.

To delete one makes its part unreadable for ever, in every backup of the database. So backups of this folder
have to be thrown away sooner than what they would make readable again.
"""

import os
from hashlib import sha256
from pathlib import Path

from rongcuo.chassis.files.whole_file import sync_folder, write_whole
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import Part

FANNED = 2      # signs of a name that are a folder, so that no folder holds too many


class ShareFiles:
    """Names tell nothing: they are hashes of the reference."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, reporter_ref: str, part: Part, share: bytes) -> None:
        file = self._file(reporter_ref, part)
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not file.exists():
                write_whole(file, share, 0o600)
                sync_folder(self._folder)
            kept = file.read_bytes()
        except OSError as error:
            raise CaseError("vault.key_store_failed", type(error).__name__) from None
        if kept != share:
            raise CaseError("vault.key_store_failed", "another share")

    def replace(self, reporter_ref: str, part: Part, share: bytes) -> None:
        self._remove(self._file(reporter_ref, part))
        self.put(reporter_ref, part, share)

    def get(self, reporter_ref: str, part: Part) -> bytes:
        try:
            return self._file(reporter_ref, part).read_bytes()
        except OSError:
            raise CaseError("vault.key_missing") from None

    def destroy(self, reporter_ref: str) -> None:
        """What lay there is written over first; what a disk keeps besides is the disk's matter."""
        for part in Part:
            self._remove(self._file(reporter_ref, part))

    def _remove(self, file: Path) -> None:
        if file.exists():
            _write_over(file)
            file.unlink(missing_ok=True)
            sync_folder(file.parent)

    def _file(self, reporter_ref: str, part: Part) -> Path:
        name = sha256(f"{reporter_ref}:{part.value}".encode()).hexdigest()
        return self._folder / name[:FANNED] / f"{name}.share"


def _write_over(file: Path) -> None:
    with file.open("r+b") as there:
        there.write(bytes(file.stat().st_size))
        there.flush()
        os.fsync(there.fileno())
