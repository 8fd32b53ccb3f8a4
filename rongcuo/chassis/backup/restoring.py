"""Bringing a backup to where nothing is yet. Everything is looked at before anything is changed, and what
can't be brought as a whole is taken away again.

Every event is then sent once more, whoever had heard it, as after a broker that forgot everything. The
inboxes drop what they know.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sqlalchemy import MetaData, text

from rongcuo.chassis import ledger
from rongcuo.chassis.backup import manifest as manifests
from rongcuo.chassis.backup.copying import SQLITE, bring_postgres, bring_sqlite, sqlite_file
from rongcuo.chassis.backup.manifest import LEDGER_KEYS, KeptDatabase, Manifest
from rongcuo.chassis.backup.places import BLOBS, CALENDARS, CLOCK, SHEETS, names_in, private_folders
from rongcuo.chassis.backup.progress import Tell
from rongcuo.chassis.backup.targets import require_empty, require_genuine, require_known, take_away_tables
from rongcuo.chassis.blobs import Blobs, open_blobs
from rongcuo.chassis.blobs.base import CHUNK
from rongcuo.chassis.config import Config
from rongcuo.chassis.database import open_database
from rongcuo.chassis.ledger.ledger import key_ring
from rongcuo.chassis.outbox.store import Outbox
from rongcuo.chassis.starting.folder import require_room
from rongcuo.chassis.starting.kind import require_folder_of_kind
from rongcuo.chassis.time_source import time_source
from rongcuo.chassis.triggers import Invocation, Tick
from rongcuo.contracts.actor import OPERATOR

LINE = "ledger.restored"      # of each ledger, so that nobody need guess why it stands still for a while
PRIVATE = 0o700


@dataclass(frozen=True, slots=True)
class Restored:
    """`to_bring`: the files that the node needs and does not have, by the setting that names their folder.
    `to_hear`: how many events each service sends again."""

    manifest: Manifest
    to_bring: Mapping[str, tuple[str, ...]]
    to_hear: Mapping[str, int]


def restore(config: Config, parts: Mapping[str, MetaData], folder: Path, tell: Tell, *,
            unsigned: bool = False) -> Restored:
    """Bring the backup in a folder.

    Raises CaseError `backup.incomplete`, `backup.tampered`, `backup.unsigned`, `backup.newer`,
    `backup.other_mode`, `backup.other_database` or `backup.not_empty`, and StartRefused where there is no
    room or the folder is of another mode; nothing is changed then.
    """
    manifest = manifests.read(folder, config, unsigned=unsigned)
    require_known(manifest, config, parts)
    require_empty(manifest, config)
    require_genuine(manifest, folder, tell)
    require_room(config.data_dir)
    require_folder_of_kind(config)
    with ExitStack() as undo:
        for name, kept in manifest.databases.items():
            _bring_database(config, folder, name, kept, tell, undo)
        _bring_blobs(config, manifest, folder, tell, undo)
        _bring_small_files(config, manifest, folder)
        to_hear = {name: _settle(config, name, manifest) for name in manifest.databases}
        undo.pop_all()
    return Restored(manifest, dict(_missing(config, manifest)), to_hear)


def _bring_database(config: Config, folder: Path, name: str, kept: KeptDatabase, tell: Tell,
                    undo: ExitStack) -> None:
    url = config.url_of(name)
    if kept.kind == SQLITE:
        undo.callback(_remove_sqlite, sqlite_file(url))
        bring_sqlite(folder / kept.file, url, name, tell)
        return
    with closing(open_database(name, config)) as database, database.reading() as session:
        schema = str(session.scalar(text("SELECT current_schema()")))
    undo.callback(take_away_tables, config, name)
    bring_postgres(folder / kept.file, url, schema, name, tell)


def _remove_sqlite(file: Path) -> None:
    for each in file.parent.glob(f"{file.name}*"):
        each.unlink()


def _bring_blobs(config: Config, manifest: Manifest, folder: Path, tell: Tell, undo: ExitStack) -> None:
    blobs: Blobs = open_blobs(config)
    paths = [path for path in manifest.files if path.startswith(f"{BLOBS}/")]
    for done, path in enumerate(paths, 1):
        key = Path(path).name
        undo.callback(blobs.remove, key)
        blobs.write(key, _chunks(folder / path))
        tell(BLOBS, done, len(paths))


def _chunks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as opened:
        yield from iter(partial(opened.read, CHUNK), b"")


def _bring_small_files(config: Config, manifest: Manifest, folder: Path) -> None:
    """What the operator has brought before stays as it is."""
    places = {LEDGER_KEYS: key_ring(config).folder / Path(LEDGER_KEYS).name, CLOCK: config.time_file}
    for where, folder_of in ((CALENDARS, config.calendars), (SHEETS, config.sheets)):
        places |= {path: folder_of / Path(path).name for path in manifest.files
                   if path.startswith(f"{where}/")}
    for path, place in places.items():
        if path in manifest.files and place is not None and not place.exists():
            place.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
            shutil.copyfile(folder / path, place)


def _settle(config: Config, name: str, manifest: Manifest) -> int:
    """Let all events be sent again, and say in the ledger what has happened; how many events."""
    time = time_source(config)
    with closing(open_database(name, config)) as database:
        again = Outbox(database, time).send_all_again()
        about = Invocation(name, Tick(), OPERATOR, time.now(), "")
        with database.writing() as session, session.begin():
            ledger.write_audit(session, about, LINE, name, {"backup_of": manifest.at.isoformat()})
    return again


def _missing(config: Config, manifest: Manifest) -> Iterator[tuple[str, tuple[str, ...]]]:
    for setting, folder in private_folders(config).items():
        lacking = set(manifest.keys.get(setting, ())) - set(names_in(folder))
        if lacking:
            yield setting, tuple(sorted(lacking))
