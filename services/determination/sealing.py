"""Sealed ballots: AES-256-GCM with keys in a folder, which the database does not hold.

Each key is a file of its own, `<number>-<id>.key`, readable by its user only. The newest seals; all of them
open, so that a new key makes no ballot unreadable. Replicas of the service share the folder.
"""

import json
from base64 import b64decode, b64encode
from pathlib import Path
from secrets import token_bytes, token_hex

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from nameko.extensions import DependencyProvider

from rongcuo.chassis.config import Config
from rongcuo.chassis.files.whole_file import write_whole
from rongcuo.contracts.errors import CaseError
from services.determination.domain.meeting import Ballot, BallotBox, SealedBallot

ALGORITHM = "A256GCM"
KEY_BYTES, NONCE_BYTES = 32, 12
BLOCK = 1024    # the text is filled up to so many bytes, for its length would tell the choice


class SealingKeys:
    """The folder of keys. Every call looks into it, so that a new key needs no restart."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def newest(self) -> tuple[str, bytes]:
        """The key that seals, with its id; the first one is made here."""
        files = self._files()
        file = files[-1] if files else self.make()
        return _id_of(file), self._read(file)

    def key(self, key_id: str) -> bytes:
        """Raises `meeting.sealing_key_missing`."""
        found = next((file for file in self._files() if _id_of(file) == key_id), None)
        if found is None:
            raise CaseError("meeting.sealing_key_missing", details={"key_id": key_id})
        return self._read(found)

    def make(self) -> Path:
        """A new key, which seals from now on. Of several made at the same moment all open."""
        number = 1 + max((int(file.stem.partition("-")[0]) for file in self._files()), default=0)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = self.folder / f"{number:06}-{token_hex(4)}.key"
            write_whole(file, token_bytes(KEY_BYTES), 0o600)
        except OSError as error:
            raise CaseError("meeting.sealing_key_missing", type(error).__name__) from None
        return file

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("[0-9]*-*.key"))

    def _read(self, file: Path) -> bytes:
        try:
            key = file.read_bytes()
        except OSError:
            key = b""
        if len(key) != KEY_BYTES:
            raise CaseError("meeting.sealing_key_missing", details={"key_id": _id_of(file)})
        return key


class BallotSealing:
    """Closes and opens ballots (domain.meeting.Sealing)."""

    def __init__(self, keys: SealingKeys) -> None:
        self._keys = keys

    def seal(self, ballot: Ballot, box: BallotBox) -> SealedBallot:
        key_id, key = self._keys.newest()
        nonce = token_bytes(NONCE_BYTES)
        text = AESGCM(key).encrypt(nonce, _filled(ballot), _about(box, ballot.member_id))
        return SealedBallot(ballot.member_id, ALGORITHM, key_id, b64encode(nonce + text).decode())

    def open(self, sealed: SealedBallot, box: BallotBox) -> Ballot | None:
        if sealed.algorithm != ALGORITHM:
            return None
        key = self._keys.key(sealed.key_id)
        try:
            raw = b64decode(sealed.text, validate=True)
            about = _about(box, sealed.member_id)
            plain = AESGCM(key).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], about)
        except (InvalidTag, ValueError):
            return None
        choice, reason, salt = json.loads(plain)
        return Ballot(sealed.member_id, choice, reason, salt)


class SealingProvider(DependencyProvider):  # type: ignore[misc]
    """`self.sealing` in the service's methods."""

    def setup(self) -> None:
        self.sealing = sealing_of(self.container.config["rongcuo"])

    def get_dependency(self, worker_ctx: object) -> BallotSealing:  # noqa: ARG002 - the same for every worker
        return self.sealing


def keys_of(config: Config) -> SealingKeys:
    """The folder that the operator's settings name."""
    return SealingKeys(config.sealing_folder)


def sealing_of(config: Config) -> BallotSealing:
    """With the keys of that folder."""
    return BallotSealing(keys_of(config))


def _about(box: BallotBox, member_id: str) -> bytes:
    """What a ballot is bound to: moved elsewhere, it does not open."""
    return json.dumps(["rongcuo ballot 1", box.meeting_id, box.item_id, box.round, member_id]).encode()


def _filled(ballot: Ballot) -> bytes:
    plain = json.dumps([ballot.choice, ballot.reason, ballot.salt], ensure_ascii=False).encode()
    return plain.ljust(-(-len(plain) // BLOCK) * BLOCK)


def _id_of(file: Path) -> str:
    return file.stem.rpartition("-")[2]
