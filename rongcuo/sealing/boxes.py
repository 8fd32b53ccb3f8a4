"""Boxes: what only the holder of a private key opens. Ephemeral X25519, HKDF, GCM.

Made after HPKE's base mode (RFC 9180), which has no suite with SM3 and SM4: key and nonce come from the
agreed secret, with both public keys as salt, and are used once.
"""

from dataclasses import dataclass

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from rongcuo.sealing.algorithms import NONCE_BYTES, TAG_BYTES, Algorithm
from rongcuo.sealing.errors import NotOpened

PUBLIC_BYTES = 32


@dataclass(frozen=True, slots=True)
class KeyPair:
    """X25519, both halves as their 32 bytes. The private half is never shown by `repr`."""

    private: bytes
    public: bytes

    def __repr__(self) -> str:
        return f"KeyPair({self.public.hex()})"

    @classmethod
    def make(cls) -> "KeyPair":
        """A new one."""
        return cls.of(X25519PrivateKey.generate().private_bytes_raw())

    @classmethod
    def of(cls, private: bytes) -> "KeyPair":
        """From its private half."""
        return cls(private, X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw())


def put(plain: bytes, to: bytes, about: tuple[str, ...], by: Algorithm) -> bytes:
    """A box for the holder of this public key, bound to what it is about."""
    once = KeyPair.make()
    key, nonce = _agreed(once.private, to, once.public + to, about, by)
    return once.public + by.close(key, nonce, plain, about)


def take(box: bytes, own: KeyPair, about: tuple[str, ...], by: Algorithm) -> bytes:
    """What lies in a box. Raises `NotOpened`."""
    once, closed = box[:PUBLIC_BYTES], box[PUBLIC_BYTES:]
    if len(closed) < TAG_BYTES:
        raise NotOpened(*about)
    try:
        key, nonce = _agreed(own.private, once, once + own.public, about, by)
    except ValueError:      # a public key with which there is nothing to agree on
        raise NotOpened(*about) from None
    return by.open(key, nonce, closed, about)


def _agreed(private: bytes, public: bytes, salt: bytes, about: tuple[str, ...],
            by: Algorithm) -> tuple[bytes, bytes]:
    shared = X25519PrivateKey.from_private_bytes(private).exchange(X25519PublicKey.from_public_bytes(public))
    derived = by.derive(shared, salt, ("box", by.id, *about), by.key_bytes + NONCE_BYTES)
    return derived[:by.key_bytes], derived[by.key_bytes:]
