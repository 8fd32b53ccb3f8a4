"""The node's signing keys: a folder with one private key, and the public ones of all times.

A new key is signed by the one before. The old private key is destroyed then: who takes the machine later
can't sign for the time before. Whoever knows an earlier public key can follow to the later ones.
"""

import fcntl
import json
import os
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from rongcuo.chassis.ledger.notes import base64
from rongcuo.contracts.errors import CaseError


@dataclass(frozen=True, slots=True)
class Key:
    """A public key. `endorsement` is the earlier key's signature of it (base64), empty for the first."""

    public: bytes
    since: datetime
    endorsement: str = ""

    @property
    def fingerprint(self) -> str:
        """Short enough to read out."""
        return sha256(self.public).hexdigest()[:16]


def succession(old: bytes, new: bytes) -> bytes:
    """What the old key signs when the new one follows it."""
    return f"rongcuo ledger key\n{base64(old)}\n{base64(new)}\n".encode()


class KeyRing:
    """The keys in a folder. Every call reads it, so that a rotation needs no restart."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def known(self) -> tuple[Key, ...]:
        """All public keys, oldest first."""
        try:
            listed = json.loads(self._list.read_text("utf-8"))
        except FileNotFoundError:
            return ()
        return tuple(Key(b64decode(one["public"]), datetime.fromisoformat(one["since"]), one["endorsement"])
                     for one in listed)

    def signer(self) -> Ed25519PrivateKey | None:
        """The private key in use; None where none was made. CaseError `ledger.no_key` where it is lost."""
        keys = self.known()
        return self._private(keys[-1]) if keys else None

    def make(self, now: datetime) -> Key:
        """The first key. Raises CaseError `ledger.key_exists` where there is one."""
        with self._alone():
            if self.known():
                raise CaseError("ledger.key_exists", str(self._folder))
            return self._add(Ed25519PrivateKey.generate(), None, now)

    def rotate(self, now: datetime, announce: Callable[[Key, Key], None]) -> Key:
        """The next key. `announce(old, new)` is called before it comes into use, and keeps it from that by
        raising. Raises CaseError `ledger.no_key`."""
        with self._alone():
            old = self.signer()
            if old is None:
                raise CaseError("ledger.no_key", str(self._folder))
            return self._add(Ed25519PrivateKey.generate(), old, now, announce)

    def _add(self, private: Ed25519PrivateKey, old: Ed25519PrivateKey | None, now: datetime,
             announce: Callable[[Key, Key], None] | None = None) -> Key:
        known, public = self.known(), private.public_key().public_bytes_raw()
        endorsement = base64(old.sign(succession(known[-1].public, public))) if old else ""
        key = Key(public, now, endorsement)
        if announce:
            announce(known[-1], key)
        pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        _write(self._pem(key), pem, 0o600)
        _write(self._list, _listed((*known, key)), 0o644)
        for former in known:
            self._pem(former).unlink(missing_ok=True)
        return key

    def _private(self, key: Key) -> Ed25519PrivateKey:
        try:
            found = load_pem_private_key(self._pem(key).read_bytes(), password=None)
        except (OSError, ValueError) as error:
            raise CaseError("ledger.no_key", f"{self._pem(key)}: {type(error).__name__}") from None
        if not isinstance(found, Ed25519PrivateKey):
            raise CaseError("ledger.no_key", f"{self._pem(key)} is not an Ed25519 key")
        return found

    def _pem(self, key: Key) -> Path:
        return self._folder / f"{key.fingerprint}.pem"

    @property
    def _list(self) -> Path:
        return self._folder / "keys.json"

    @contextmanager
    def _alone(self) -> Iterator[None]:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(self._folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)


def _listed(keys: tuple[Key, ...]) -> bytes:
    rows = [{"public": base64(key.public), "since": key.since.isoformat(), "endorsement": key.endorsement}
            for key in keys]
    return json.dumps(rows, indent=1).encode() + b"\n"


def _write(file: Path, content: bytes, mode: int) -> None:
    """Whole or not at all, and never readable by others for a moment."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(file)
