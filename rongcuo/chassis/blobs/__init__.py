"""Files by key: a folder by default, an S3-compatible store by configuration.

    store = open_blobs(config)
    store.write("file-1f…", chunks)      # whole or not at all
    for chunk in store.read("file-1f…"): ...

A key is one word of letters, digits, dot, dash and underscore; it can't name a path.
"""

from rongcuo.chassis.blobs.base import CHUNK, Blobs
from rongcuo.chassis.blobs.filesystem import FilesystemBlobs
from rongcuo.chassis.blobs.s3 import S3Blobs
from rongcuo.chassis.config import Config

__all__ = ["CHUNK", "Blobs", "FilesystemBlobs", "S3Blobs", "open_blobs"]


def open_blobs(config: Config) -> Blobs:
    """The store that the operator's settings name; nothing is connected yet. Raises ConfigError."""
    if config.blob_store.startswith("s3:"):
        return S3Blobs.of(config)
    return FilesystemBlobs(config.blob_folder)
