"""Whether other users of the machine are kept out of databases, keys and files."""

import os
import shlex
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from sqlalchemy import make_url

from rongcuo.chassis.config import SETTINGS, Config, StartRefused

OTHERS = 0o077    # any right of the group or of everybody
SERVICES_OWN = ("", "-wal", "-shm", ".lock")    # what SQLite and we lay beside a database's name


def private_places(config: Config) -> tuple[Path, ...]:
    """Every folder and file of this configuration that nobody else may enter or read."""
    blobs = () if config.blob_store.startswith("s3:") else (config.blob_folder,)
    keys = (getattr(config, name) for name in SETTINGS if name.endswith("_key_dir"))
    return (config.data_dir, *filter(None, keys), *blobs, *_database_files(config))


def require_closed(places: Iterable[Path], public: Path | None = None) -> None:
    """Raises StartRefused, with the command that mends it, where one or something in it is open to others.

    `public` may be: a folder somewhere among them.
    """
    loose = {place: found for place in dict.fromkeys(places)
             if (found := next((path for path, mode in _below(place, public) if mode & OTHERS), None))}
    if loose:
        roots = [place for place in loose if not any(other in place.parents for other in loose)]
        names, first = " ".join(shlex.quote(str(root)) for root in roots), next(iter(loose.values()))
        raise StartRefused(
            f"没有启动：本机其他用户可以进入或读取 {first}，请先运行下面的命令 · Not started: other users of "
            f"this machine can enter or read {first}; run this first:\n  chmod -R go-rwx {names}")


def _database_files(config: Config) -> Iterator[Path]:
    if not config.database_url.startswith("sqlite"):
        return
    folder = Path(make_url(config.url_of("_")).database or "").parent
    if folder.exists() and folder.absolute() != config.data_dir.absolute():
        yield from (file for ending in SERVICES_OWN for file in folder.glob(f"*.db{ending}"))


def _below(place: Path, public: Path | None) -> Iterator[tuple[Path, int]]:
    """The place and all in it with their modes. What vanishes meanwhile, or is not ours to enter, is passed
    over; a link counts as what it leads to."""
    seen: set[tuple[int, int]] = set()
    if public is not None and public.exists():
        seen.add((public.stat().st_dev, public.stat().st_ino))
    left = [place]
    while left:
        path = left.pop()
        with suppress(FileNotFoundError, PermissionError):
            status = path.stat()
            if (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                yield path, status.st_mode
                if path.is_dir():
                    left += [Path(entry.path) for entry in os.scandir(path)]
