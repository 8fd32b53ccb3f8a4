"""Signed notes (C2SP signed-note) and the checkpoints written in them (C2SP tlog-checkpoint), with Ed25519.

    rongcuo.local/filing        the ledger's origin, which is also the name of its key
    417                         how many lines
    CsUYapGG…                   the root over them, base64

    — rongcuo.local/filing Az3grl…   per signature: base64 of 4 bytes naming the key, and the signature
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"    # C2SP's number of the signature kind


def base64(raw: bytes) -> str:
    """Standard base64, as text."""
    return b64encode(raw).decode()


def key_hash(name: str, public: bytes) -> bytes:
    """The four bytes by which a signature names its key."""
    return sha256(name.encode() + b"\n" + ED25519 + public).digest()[:4]


def vkey(name: str, public: bytes) -> str:
    """A verifier's key as C2SP writes it: name+hash+base64."""
    return f"{name}+{key_hash(name, public).hex()}+{base64(ED25519 + public)}"


def sign(text: str, name: str, keys: Iterable[Ed25519PrivateKey]) -> str:
    """The note: a text, which ends with a line break, with the signatures of these keys."""
    lines = []
    for key in keys:
        public = key.public_key().public_bytes_raw()
        lines.append(f"— {name} {base64(key_hash(name, public) + key.sign(text.encode()))}\n")
    return f"{text}\n{''.join(lines)}"


def is_signed(note: str, name: str, publics: Iterable[bytes]) -> bool:
    """Whether one of these keys has signed the note."""
    text, _, signatures = note.partition("\n\n")
    given = {b64decode(line.rsplit(" ", 1)[-1]) for line in signatures.splitlines() if line}
    return any(_fits(Ed25519PublicKey.from_public_bytes(public), each[4:], f"{text}\n") for public in publics
               for each in given if each[:4] == key_hash(name, public))


def _fits(key: Ed25519PublicKey, signature: bytes, text: str) -> bool:
    try:
        key.verify(signature, text.encode())
    except InvalidSignature:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How many lines a ledger had, and the root over them."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        """What is signed."""
        return f"{self.origin}\n{self.size}\n{base64(self.root)}\n"

    @classmethod
    def read(cls, note: str) -> "Checkpoint":
        """The checkpoint in a note; its signatures are not looked at. ValueError where it is none."""
        origin, size, root, *_ = note.split("\n")
        return cls(origin, int(size), b64decode(root, validate=True))
