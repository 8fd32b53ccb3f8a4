"""Where things are: in a backup, and on the node."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from rongcuo.chassis.config import Config
from rongcuo.chassis.files.key_files import LOCK
from rongcuo.chassis.ledger.keys import LISTED
from rongcuo.chassis.ledger.ledger import key_ring

BLOBS, CALENDARS, SHEETS, CLOCK = "blobs", "calendars", "sheets", "clock.json"


def place_of_blob(key: str) -> str:
    """In a backup; 256 folders, so that none holds too many files."""
    return f"{BLOBS}/{sha256(key.encode()).hexdigest()[:2]}/{key}"


def private_folders(config: Config) -> Mapping[str, Path]:
    """Of the keys with which the node signs and seals, by their setting. The vault's are not even named."""
    return {"ledger_key_dir": key_ring(config).folder, "sealing_key_dir": config.sealing_folder,
            "letter_key_dir": config.letter_folder}


def names_in(folder: Path) -> tuple[str, ...]:
    """Of the files that somebody has to bring."""
    files = (file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("."))
    return tuple(sorted(str(file.relative_to(folder)) for file in files if file.name not in {LISTED, LOCK}))
