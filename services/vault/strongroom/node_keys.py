"""The node's own key pairs (ports.NodeKeys): files of a folder, readable by its user only.

What is boxed to them lives for the moment of a call, so each pair seals for a day and is thrown away two days
later: an old copy of a message, or of a broker's file, then opens nothing. Replicas share the folder.
"""

from datetime import datetime, timedelta
from pathlib import Path

from rongcuo.chassis.files.whole_file import sync_folder, write_whole
from rongcuo.contracts.errors import CaseError
from rongcuo.policy.calendar import ZONE
from rongcuo.sealing.algorithms import Algorithm
from rongcuo.sealing.boxes import KeyPair

SEALS_FOR, OPENS_FOR = timedelta(days=1), timedelta(days=3)
STAMP = "%Y%m%dT%H%M%S"


class NodeKeyFiles:
    """Each call looks into the folder, so that replicas know each other's keys."""

    def __init__(self, folder: Path, seals: Algorithm) -> None:
        self._folder, self._seals = folder, seals

    def newest(self, now: datetime) -> tuple[str, KeyPair]:
        files = self._files()
        file = files[-1] if files and now - _made(files[-1]) < SEALS_FOR else self._make(now)
        return _id_of(file), KeyPair.of(file.read_bytes())

    def key(self, key_id: str) -> KeyPair:
        found = next((file for file in self._files() if _id_of(file) == key_id), None)
        if found is None:
            raise CaseError("vault.node_key_gone")
        return KeyPair.of(found.read_bytes())

    def throw_away(self, now: datetime) -> None:
        """Those whose days are over."""
        for file in self._files():
            if now - _made(file) >= OPENS_FOR:
                file.unlink(missing_ok=True)
                sync_folder(self._folder)

    def _make(self, now: datetime) -> Path:
        pair = KeyPair.make()
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        stamp = now.astimezone(ZONE).strftime(STAMP)
        file = self._folder / f"{stamp}-{self._seals.fingerprint(pair.public)}.node"
        write_whole(file, pair.private, 0o600)
        return file

    def _files(self) -> list[Path]:
        return sorted(self._folder.glob("[0-9]*-*.node"))


def _made(file: Path) -> datetime:
    return datetime.strptime(file.stem.partition("-")[0], STAMP).replace(tzinfo=ZONE)


def _id_of(file: Path) -> str:
    return file.stem.partition("-")[2]
