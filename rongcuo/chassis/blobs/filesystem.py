"""Files in a folder: written beside, made durable, then given their name."""

import hashlib
import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from rongcuo.chassis.blobs.base import CHUNK, checked
from rongcuo.chassis.files.whole_file import sync_folder
from rongcuo.chassis.threads import give_way, in_native_thread
from rongcuo.contracts.errors import CaseError

COMING = ".coming"  # in here files are written; no key begins with a dot
NAMED = "[0-9a-f][0-9a-f]"


class FilesystemBlobs:
    """256 folders, so that none holds too many files. Processes that share the folder share the files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def write(self, key: str, chunks: Iterable[bytes]) -> None:
        place = self._place(key)
        with _in_plain_words(), self._coming() as file:
            for chunk in chunks:
                file.write(chunk)
                give_way()
            file.flush()
            in_native_thread(os.fsync, file.fileno())
            place.parent.mkdir(exist_ok=True)
            Path(file.name).replace(place)
            in_native_thread(sync_folder, place.parent)

    def read(self, key: str) -> Iterator[bytes]:
        with _in_plain_words():
            try:
                file = self._place(key).open("rb")
            except FileNotFoundError:
                raise CaseError("attachment.missing", key) from None
        return _chunks_of(file)

    def remove(self, key: str) -> None:
        with _in_plain_words():
            self._place(key).unlink(missing_ok=True)

    def keys(self) -> Iterator[str]:
        return (file.name for file in self._folder.glob(f"{NAMED}/*"))

    def older_than(self, seconds: float) -> Iterator[str]:
        limit = time.time() - seconds
        for left in self._files(COMING):
            if _written(left) < limit:
                left.unlink(missing_ok=True)
        for file in self._files(NAMED):
            if _written(file) < limit:
                yield file.name

    def _place(self, key: str) -> Path:
        return self._folder / hashlib.sha256(checked(key).encode()).hexdigest()[:2] / key

    def _files(self, folder: str) -> list[Path]:
        return list(self._folder.glob(f"{folder}/*"))

    @contextmanager
    def _coming(self) -> Iterator[BinaryIO]:
        """A new file without its name yet; what is not named in the end is removed."""
        path = self._folder / COMING / uuid4().hex
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with path.open("xb") as file:
                yield file
        finally:
            path.unlink(missing_ok=True)


def _written(file: Path) -> float:
    """0 for one that somebody else has removed meanwhile, which is then removed once more."""
    with suppress(FileNotFoundError):
        return file.stat().st_mtime
    return 0.0


def _chunks_of(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while chunk := file.read(CHUNK):
            yield chunk
            give_way()


@contextmanager
def _in_plain_words() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CaseError("attachment.store_unavailable", type(error).__name__) from error
