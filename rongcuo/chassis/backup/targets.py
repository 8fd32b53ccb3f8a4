"""What has to hold before anything is restored; and the way back where restoring broke off."""

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path, PurePosixPath

from sqlalchemy import MetaData, inspect, text

from rongcuo.chassis.backup.copying import SQLITE, kind_of, sqlite_file
from rongcuo.chassis.backup.manifest import Manifest, file_of
from rongcuo.chassis.backup.progress import Tell
from rongcuo.chassis.blobs import open_blobs
from rongcuo.chassis.config import PRODUCTION, Config
from rongcuo.chassis.database import open_database
from rongcuo.chassis.database.history import columns_of, history_of
from rongcuo.contracts.errors import CaseError

WHOLE = "checksums"
FUNCTIONS = text("SELECT oid::regprocedure::text FROM pg_proc "
                 "WHERE pronamespace = current_schema()::regnamespace")


def require_known(manifest: Manifest, config: Config, parts: Mapping[str, MetaData]) -> None:
    """Raises CaseError `backup.newer`, `backup.other_mode` or `backup.other_database`."""
    for name, kept in manifest.databases.items():
        if name not in parts:
            raise CaseError("backup.newer", name)
        if later := history_of(parts[name]).unknown(frozenset(kept.heads)):
            raise CaseError("backup.newer", f"{name}: {', '.join(later)}")
        if kept.kind != kind_of(config.url_of(name)):
            raise CaseError("backup.other_database", f"{name}: {kept.kind}")
    if (manifest.mode == PRODUCTION) != (config.mode == PRODUCTION):
        raise CaseError("backup.other_mode", manifest.mode)


def require_empty(manifest: Manifest, config: Config) -> None:
    """Raises CaseError `backup.not_empty`."""
    for name in manifest.databases:
        if not _is_empty(config, name):
            raise CaseError("backup.not_empty", name)
    if next(iter(open_blobs(config).keys()), None) is not None:
        raise CaseError("backup.not_empty", config.blob_store or str(config.blob_folder))


def _is_empty(config: Config, name: str) -> bool:
    url = config.url_of(name)
    if kind_of(url) == SQLITE:
        return not sqlite_file(url).exists()
    with closing(open_database(name, config)) as database, database.reading() as session:
        return not columns_of(session.connection())


def require_genuine(manifest: Manifest, folder: Path, tell: Tell) -> None:
    """Raises CaseError `backup.tampered` for a file that is not what the manifest says."""
    for done, (path, kept) in enumerate(manifest.files.items(), 1):
        inside = PurePosixPath(path)
        if inside.is_absolute() or ".." in inside.parts or not (folder / path).is_file():
            raise CaseError("backup.tampered", path)
        if file_of(folder / path) != kept:
            raise CaseError("backup.tampered", path)
        tell(WHOLE, done, len(manifest.files))
    if any(kept.file not in manifest.files for kept in manifest.databases.values()):
        raise CaseError("backup.tampered", "databases")


def take_away_tables(config: Config, name: str) -> None:
    """Of a PostgreSQL database that was empty before: everything in it is what we brought."""
    with closing(open_database(name, config)) as database, database.alone() as session:
        connection = session.connection()
        quoted = connection.dialect.identifier_preparer.quote
        for table in inspect(connection).get_table_names():
            session.execute(text(f"DROP TABLE {quoted(table)} CASCADE"))
        for function in session.scalars(FUNCTIONS).all():
            session.execute(text(f"DROP FUNCTION {function} CASCADE"))
