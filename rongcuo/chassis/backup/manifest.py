"""What a backup says of itself: `manifest.json`, with a checksum of every file, and its signature beside it.

The node signs with the key of its ledgers, whose public halves are published, so that nobody who got at a
backup can change what will be restored.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rongcuo.chassis.config import Config
from rongcuo.chassis.database.types import canonical
from rongcuo.chassis.files.whole_file import write_whole
from rongcuo.chassis.ledger import signed_note
from rongcuo.chassis.ledger.keys import LISTED, KeyRing
from rongcuo.chassis.ledger.ledger import key_ring
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.serialisation import dump, load

FORMAT = 1
NAME, SIGNATURE = "manifest.json", "manifest.sig"
LEDGER_KEYS = f"ledger/{LISTED}"     # the public halves of all times
PRIVATE = 0o600


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptFile:
    """One file of the backup."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDatabase:
    """One service's database. `heads`: its last revisions; `checkpoint`: the newest that its ledger had
    signed, empty without one."""

    kind: str
    file: str
    heads: tuple[str, ...]
    checkpoint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """`files`: by their path in the backup. `keys`: the names of private files, by the folder's setting, that
    are not in the backup and that the node needs."""

    format: int
    at: datetime
    mode: str
    ledger_name: str
    databases: dict[str, KeptDatabase]
    files: dict[str, KeptFile]
    keys: dict[str, tuple[str, ...]]


def file_of(path: Path) -> KeptFile:
    """Size and checksum, as it is on the disk."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return KeptFile(size=path.stat().st_size, sha256=digest)


def write(manifest: Manifest, folder: Path, config: Config) -> bool:
    """The last of a backup; whether it is signed. Raises CaseError `ledger.keys_unreadable`."""
    content = canonical(dump(manifest)).encode()
    signer, name = key_ring(config).signer(), _name(manifest)
    if signer is not None:
        note = signed_note.sign(_signed_text(manifest, content), name, [signer])
        write_whole(folder / SIGNATURE, note.encode(), PRIVATE)
    write_whole(folder / NAME, content, PRIVATE)
    return signer is not None


def read(folder: Path, config: Config, *, unsigned: bool) -> Manifest:
    """The manifest of a backup, held against its signature; with the node's own public keys where it has any,
    else with those that the backup brings.

    Raises CaseError `backup.incomplete`, `backup.newer`, `backup.tampered`, or `backup.unsigned` unless that
    is allowed.
    """
    try:
        content = (folder / NAME).read_bytes()
        known = json.loads(content)["format"]
    except FileNotFoundError:
        raise CaseError("backup.incomplete", str(folder)) from None
    except (ValueError, TypeError, KeyError):
        raise CaseError("backup.tampered", NAME) from None
    if not isinstance(known, int) or known > FORMAT:
        raise CaseError("backup.newer", f"format {known}")
    try:
        manifest = load(Manifest, json.loads(content))
    except CaseError as fault:
        raise CaseError("backup.tampered", f"{NAME}: {fault}") from None
    _require_signature(manifest, content, folder, config, unsigned)
    return manifest


def _require_signature(manifest: Manifest, content: bytes, folder: Path, config: Config,
                       unsigned: bool) -> None:
    try:
        note = (folder / SIGNATURE).read_text("utf-8")
    except FileNotFoundError:
        if not unsigned:
            raise CaseError("backup.unsigned", str(folder)) from None
        return
    keys = key_ring(config).known()
    try:
        keys = keys or KeyRing((folder / LEDGER_KEYS).parent).known()
        genuine = (note.startswith(_signed_text(manifest, content) + "\n")
                   and signed_note.is_signed(note, _name(manifest), [key.public for key in keys]))
    except (ValueError, CaseError):
        genuine = False
    if not genuine:
        raise CaseError("backup.tampered", SIGNATURE)


def _name(manifest: Manifest) -> str:
    return f"{manifest.ledger_name}/backup"


def _signed_text(manifest: Manifest, content: bytes) -> str:
    return f"{_name(manifest)}\n{hashlib.sha256(content).hexdigest()}\n"
