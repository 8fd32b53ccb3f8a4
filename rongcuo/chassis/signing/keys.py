"""The keys that messages are signed with: of each service one private key, and the public ones accepted.

    public/filing.json            read by all services, written by filing or by an operator
    private/filing/<id>.pem       filing's alone: 0600 in a folder of 0700

The private key of the newest public one is in use. Earlier public keys stay accepted, for what they signed
may still be on its way, until an operator retires them. Whoever may write into `public` decides who is
believed: the folder belongs to the operator.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from hashlib import sha256
from pathlib import Path
from typing import Generic, TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from rongcuo.chassis.config import Config
from rongcuo.chassis.files.key_files import alone_in, read_private, readable, write_private
from rongcuo.chassis.files.whole_file import write_whole
from rongcuo.contracts.errors import CaseError

UNREADABLE = "keys.unreadable"
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,63}\Z")
OTHERS = 0o077
T = TypeVar("T")
_readable = partial(readable, code=UNREADABLE)


@dataclass(frozen=True)
class PublicKey:
    """`since`: when it was made."""

    raw: bytes
    since: datetime

    @cached_property
    def key_id(self) -> str:
        """Short enough to read out."""
        return sha256(self.raw).hexdigest()[:16]

    @cached_property
    def key(self) -> Ed25519PublicKey:
        return Ed25519PublicKey.from_public_bytes(self.raw)


class _Seen(Generic[T]):
    """What a file says, read again when it has changed."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[tuple[int, int, int], T]] = {}

    def of(self, file: Path, read: Callable[[Path], T]) -> T:
        """Raises OSError."""
        state = file.stat()
        stamp = state.st_ino, state.st_mtime_ns, state.st_size
        known = self._known.get(file)
        if known is None or known[0] != stamp:
            known = self._known[file] = stamp, read(file)
        return known[1]


class KeyFolder:
    """The keys in a folder. Every call looks whether a file has changed: a rotation needs no restart.

    Raises CaseError `keys.unreadable` for what is broken, not ours to read, or not only ours.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lists: _Seen[tuple[PublicKey, ...]] = _Seen()
        self._privates: _Seen[Ed25519PrivateKey] = _Seen()

    def services(self) -> list[str]:
        """Those that have keys."""
        return sorted(file.stem for file in (self.folder / "public").glob("[A-Za-z]*.json"))

    def accepted(self, service: str) -> tuple[PublicKey, ...]:
        """The public keys of a service, oldest first; none of one that is not known."""
        if not NAME.match(service):
            return ()
        file = self._list(service)
        with _readable(file):
            try:
                return self._lists.of(file, _listed)
            except FileNotFoundError:
                return ()

    def signer(self, service: str) -> tuple[str, Ed25519PrivateKey]:
        """The id of the key in use, and its private half."""
        known = self.accepted(service)
        if not known:
            raise CaseError(UNREADABLE, f"{service} has no key in {self.folder}")
        pem = self._pem(service, known[-1])
        with _readable(pem):
            return known[-1].key_id, self._privates.of(pem, _private)

    def make(self, service: str, now: datetime) -> None:
        """A key for a service that has none, or has lost its private half."""
        with self._alone(service):
            known = self.accepted(service)
            if not known or not self._pem(service, known[-1]).exists():
                self._add(service, now)
        self.signer(service)

    def rotate(self, service: str, now: datetime) -> str:
        """The next key; the id of the one before, whose private half is destroyed. It stays accepted."""
        with self._alone(service):
            known = self.accepted(service)
            if not known:
                raise CaseError("keys.unknown", service)
            self._add(service, now)
            return known[-1].key_id

    def trust(self, service: str, raw: bytes, now: datetime) -> str:
        """Accept what somebody signs whose private half is elsewhere; the id of the key. One that is trusted
        already stays as it is. Raises CaseError `keys.unreadable` for what is no public key."""
        fresh = PublicKey(raw, now)
        with _readable(self._list(service)):
            _ = fresh.key
        with self._alone(service):
            known = self.accepted(service)
            if fresh.key_id not in {key.key_id for key in known}:
                self._write(service, [*known, fresh])
        return fresh.key_id

    def forget(self, name: str) -> None:
        """Accept nothing of another node any more."""
        with self._alone(name):
            self._list(name).unlink(missing_ok=True)

    def retire(self, service: str, key_id: str) -> None:
        """Accept nothing more that this key has signed. Raises CaseError `keys.unknown` or `keys.in_use`."""
        with self._alone(service):
            known = self.accepted(service)
            if key_id not in {key.key_id for key in known}:
                raise CaseError("keys.unknown", f"{service}/{key_id}")
            if known[-1].key_id == key_id:
                raise CaseError("keys.in_use", f"{service}/{key_id}")
            self._write(service, [key for key in known if key.key_id != key_id])

    def _add(self, service: str, now: datetime) -> None:
        private = Ed25519PrivateKey.generate()
        fresh = PublicKey(private.public_key().public_bytes_raw(), now)
        write_private(self._pem(service, fresh), private)
        self._write(service, [*self.accepted(service), fresh])
        for left in set(self._own(service).glob("*.pem")) - {self._pem(service, fresh)}:
            left.unlink()

    def _write(self, service: str, keys: Sequence[PublicKey]) -> None:
        rows = [{"id": key.key_id, "public": b64encode(key.raw).decode(), "since": key.since.isoformat()}
                for key in keys]
        write_whole(self._list(service), json.dumps(rows, indent=1).encode() + b"\n", 0o644)

    def _list(self, service: str) -> Path:
        return self.folder / "public" / f"{service}.json"

    def _own(self, service: str) -> Path:
        return self.folder / "private" / service

    def _pem(self, service: str, key: PublicKey) -> Path:
        return self._own(service) / f"{key.key_id}.pem"

    @contextmanager
    def _alone(self, service: str) -> Iterator[None]:
        if not NAME.match(service):
            raise CaseError("keys.unknown", service[:64])
        own = self._own(service)
        with _readable(own):
            self._list(service).parent.mkdir(parents=True, exist_ok=True)
            own.mkdir(mode=0o700, parents=True, exist_ok=True)
            _require_ours(own)
            with alone_in(own):
                yield


def key_folder(config: Config) -> KeyFolder:
    """That of this installation."""
    return KeyFolder(config.bus_key_dir or config.data_dir / "keys")


def _listed(file: Path) -> tuple[PublicKey, ...]:
    rows = json.loads(file.read_text("utf-8"))
    return tuple(PublicKey(b64decode(row["public"]), datetime.fromisoformat(row["since"])) for row in rows)


def _private(pem: Path) -> Ed25519PrivateKey:
    _require_ours(pem)
    return read_private(pem)


def _require_ours(path: Path) -> None:
    if path.stat().st_mode & OTHERS:
        raise CaseError(UNREADABLE, f"{path} is open to others; run: chmod go-rwx {path}")
