"""The node's signing keys: a folder with one private key, and the public ones of all times.

A new key is signed by the one before, whose private half is destroyed then. Whoever knows an earlier public
key can follow to the later ones. No key is bound to a time: the present one can sign any past anew, and who
stole an old one a successor of their own. What is past is protected by those who keep checkpoints.
"""

import json
from base64 import b64decode
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rongcuo.chassis.files.key_files import alone_in, read_private, readable, write_private
from rongcuo.chassis.files.whole_file import write_whole
from rongcuo.chassis.ledger.signed_note import base64
from rongcuo.contracts.errors import CaseError

LISTED = "keys.json"         # the public keys
ANNOUNCED = "ledger.key_"    # how the `what` of the lines about keys begins
_readable = partial(readable, code="ledger.keys_unreadable")


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
    """The keys in a folder. Every call reads it, so that a rotation needs no restart.

    A key is in use from the moment it is listed. Every method raises CaseError `ledger.keys_unreadable` for
    what is lost, broken or not ours to read. Who makes a change clears away first what a death left.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def known(self) -> tuple[Key, ...]:
        """All public keys, oldest first."""
        with _readable(self._list):
            try:
                listed = json.loads(self._list.read_text("utf-8"))
            except FileNotFoundError:
                return ()
            if not listed or not isinstance(listed, list):    # for nobody writes an empty one
                raise ValueError
            return tuple(Key(b64decode(one["public"]), datetime.fromisoformat(one["since"]),
                             one["endorsement"]) for one in listed)

    def signer(self) -> Ed25519PrivateKey | None:
        """The private key in use; None where none was made."""
        keys = self.known()
        return _private(self._pem(keys[-1])) if keys else None

    def make(self, now: datetime) -> Key:
        """The first key. Raises CaseError `ledger.key_exists` where there is one."""
        with self._alone():
            if self.known():
                raise CaseError("ledger.key_exists", str(self.folder))
            return self._add(self._unlisted() or Ed25519PrivateKey.generate(), None, now)

    def rotate(self, now: datetime) -> Key:
        """The next key. Raises CaseError `ledger.no_key`."""
        with self._alone():
            old = self.signer()
            if old is None:
                raise CaseError("ledger.no_key", str(self.folder))
            return self._add(Ed25519PrivateKey.generate(), old, now)

    def clear(self) -> None:
        """Remove what a death left of a change."""
        with self._alone():
            pass

    def _add(self, private: Ed25519PrivateKey, old: Ed25519PrivateKey | None, now: datetime) -> Key:
        known, public = self.known(), private.public_key().public_bytes_raw()
        endorsement = base64(old.sign(succession(known[-1].public, public))) if old else ""
        key = Key(public, now, endorsement)
        write_private(self._pem(key), private)
        write_whole(self._list, _listed((*known, key)), 0o644)
        self._clear()
        return key

    def _clear(self) -> None:
        """Half-written files, and all private keys but the one in use; none where that one is not there."""
        left = {*self.folder.glob(".*.pem.*"), *self.folder.glob(f".{LISTED}.*")}
        keys = self.known()
        if keys and self._pem(keys[-1]).exists():
            left |= {*self.folder.glob("*.pem")} - {self._pem(keys[-1])}
        for file in left:
            file.unlink(missing_ok=True)

    def _unlisted(self) -> Ed25519PrivateKey | None:
        """Without a list: a first key whose making was cut short, or one whose list is lost. It is taken."""
        found = max(self.folder.glob("*.pem"), key=lambda file: file.stat().st_mtime, default=None)
        return _private(found) if found else None

    def _pem(self, key: Key) -> Path:
        return self.folder / f"{key.fingerprint}.pem"

    @property
    def _list(self) -> Path:
        return self.folder / LISTED

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with ExitStack() as held:
            with _readable(self.folder):
                held.enter_context(alone_in(self.folder))
            self._clear()
            yield


def announcements(keys: tuple[Key, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """What a ledger is told of each key, oldest first: the line's `what` and its facts."""
    for before, key in zip((None, *keys), keys, strict=False):
        facts = {"key": base64(key.public), "since": key.since.isoformat()}
        if before is None:
            yield f"{ANNOUNCED}made", facts
        else:
            facts |= {"old": base64(before.public), "endorsement": key.endorsement}
            yield f"{ANNOUNCED}rotated", facts


def _private(pem: Path) -> Ed25519PrivateKey:
    with _readable(pem):
        return read_private(pem)


def _listed(keys: tuple[Key, ...]) -> bytes:
    rows = [{"public": base64(key.public), "since": key.since.isoformat(), "endorsement": key.endorsement}
            for key in keys]
    return json.dumps(rows, indent=1).encode() + b"\n"
