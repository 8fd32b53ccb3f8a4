"""Making a backup, beside the services or without them: databases first, then the files that rows name."""

import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing
from pathlib import Path

from sqlalchemy import MetaData
from sqlalchemy.orm import Session

from rongcuo.chassis.backup import manifest as manifests
from rongcuo.chassis.backup.copying import SQLITE, SUFFIX, copy, kind_of, sqlite_file
from rongcuo.chassis.backup.manifest import LEDGER_KEYS, KeptDatabase, KeptFile, Manifest, file_of
from rongcuo.chassis.backup.moment import one_moment
from rongcuo.chassis.backup.places import (
    BLOBS,
    CALENDARS,
    CLOCK,
    SHEETS,
    names_in,
    place_of_blob,
    private_folders,
)
from rongcuo.chassis.backup.progress import Tell
from rongcuo.chassis.blobs import open_blobs
from rongcuo.chassis.config import Config
from rongcuo.chassis.database import Database, open_database
from rongcuo.chassis.database.history import columns_of, history_of
from rongcuo.chassis.database.tables import ledger
from rongcuo.chassis.ledger import tree_store
from rongcuo.chassis.ledger.keys import LISTED
from rongcuo.chassis.ledger.ledger import key_ring
from rongcuo.chassis.time_source import time_source
from rongcuo.contracts.errors import CaseError

PRIVATE = 0o700


def back_up(config: Config, parts: Mapping[str, MetaData], folder: Path, tell: Tell) -> tuple[Manifest, bool]:
    """Write a backup of these services into a folder; what is in it, and whether it is signed.

    Raises CaseError `backup.not_empty`, `backup.no_quiet_moment`, `backup.tool_failed`, or what the databases
    and the store of files raise. Nothing is left in the folder then.
    """
    folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise CaseError("backup.not_empty", str(folder))
    try:
        return _written(config, parts, folder, tell)
    except BaseException:
        for left in folder.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        raise


def _written(config: Config, parts: Mapping[str, MetaData], folder: Path, tell: Tell
             ) -> tuple[Manifest, bool]:
    with ExitStack() as opened:
        databases = {name: opened.enter_context(closing(open_database(name, config, visiting=True)))
                     for name in parts if is_there(config, name)}
        begun = {name: database for name, database in databases.items() if _is_begun(database)}
        with one_moment(begun) as views:
            at = time_source(config).now()
            kept = {name: _keep(view, config, parts[name], folder / name, tell)
                    for name, view in views.items()}
    files = {database.file: file_of(folder / database.file) for database in kept.values()}
    files |= _keep_blobs(config, folder, tell)
    files |= {path: file_of(folder / path) for path in _keep_small_files(config, folder)}
    made = Manifest(format=manifests.FORMAT, at=at, mode=config.mode, ledger_name=config.ledger_name,
                    databases=kept, files=files,
                    keys={setting: names_in(place) for setting, place in private_folders(config).items()})
    signed = manifests.write(made, folder, config)
    os.sync()
    return made, signed


def is_there(config: Config, name: str) -> bool:
    """Whether a service has a database. A SQLite file comes into being when it is opened, so we look."""
    url = config.url_of(name)
    return kind_of(url) != SQLITE or sqlite_file(url).is_file()


def _is_begun(database: Database) -> bool:
    with database.reading() as session:
        return ledger.name in columns_of(session.connection())


def _keep(view: Session, config: Config, declared: MetaData, place: Path, tell: Tell) -> KeptDatabase:
    name = place.name
    url = config.url_of(name)
    kind = kind_of(url)
    heads = history_of(declared).applied(view.connection())
    checkpoint = tree_store.newest_checkpoint(view) or ""
    file = f"{name}.{SUFFIX[kind]}"
    copy(view, url, place.with_name(file), name, tell)
    return KeptDatabase(kind=kind, file=file, heads=tuple(sorted(heads)), checkpoint=checkpoint)


def _keep_blobs(config: Config, folder: Path, tell: Tell) -> dict[str, KeptFile]:
    blobs = open_blobs(config)
    kept: dict[str, KeptFile] = {}
    keys = sorted(blobs.keys())
    for done, key in enumerate(keys, 1):
        path = place_of_blob(key)
        try:
            kept[path] = _keep_blob(blobs.read(key), folder / path)
        except CaseError as gone:
            if gone.code != "attachment.missing":      # removed meanwhile, by whoever has no row for it
                raise
        tell(BLOBS, done, len(keys))
    return kept


def _keep_blob(chunks: Iterator[bytes], place: Path) -> KeptFile:
    digest, size = hashlib.sha256(), 0
    place.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    with place.open("xb") as file:
        for chunk in chunks:
            digest.update(chunk)
            size += file.write(chunk)
    return KeptFile(size=size, sha256=digest.hexdigest())


def _keep_small_files(config: Config, folder: Path) -> Iterator[str]:
    """Working days that were taken in, the ledgers' public keys, and the clock of a demonstration."""
    found = {LEDGER_KEYS: key_ring(config).folder / LISTED}
    for place, source in ((CALENDARS, config.calendars), (SHEETS, config.sheets)):
        found |= {f"{place}/{file.name}": file for file in source.glob("*.yaml")}
    if config.time_file:
        found[CLOCK] = config.time_file
    for path, file in found.items():
        if file.is_file():
            (folder / path).parent.mkdir(mode=PRIVATE, exist_ok=True)
            shutil.copyfile(file, folder / path)
            yield path
