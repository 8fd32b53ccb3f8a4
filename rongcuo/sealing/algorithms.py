"""The two profiles of algorithms. Which one closed a field stands beside it, so both always open.

`intl`: AES-256-GCM with SHA-256. `gm`: SM4-GCM with SM3 (GB/T 32907, GB/T 32905). Keys are agreed on by
X25519 in both, since `cryptography` has no SM2.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import BlockCipherAlgorithm, Cipher, algorithms, modes
from cryptography.hazmat.primitives.hashes import SHA256, SM3, Hash, HashAlgorithm
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from rongcuo.sealing.errors import NotOpened

NONCE_BYTES, TAG_BYTES = 12, 16


@dataclass(frozen=True, slots=True)
class Algorithm:
    """A cipher, its hash, and the name under which both stand beside what they closed."""

    id: str
    cipher: type[BlockCipherAlgorithm]
    hash: type[HashAlgorithm]
    key_bytes: int

    def derive(self, secret: bytes, salt: bytes, about: tuple[str, ...], length: int) -> bytes:
        """HKDF; what the key is for goes in, so that no key serves two purposes."""
        return HKDF(self.hash(), length, salt, bound(about)).derive(secret)

    def close(self, key: bytes, nonce: bytes, plain: bytes, about: tuple[str, ...]) -> bytes:
        """GCM with `about` as associated data, the tag at the end."""
        gcm = Cipher(self.cipher(key), modes.GCM(nonce)).encryptor()  # type: ignore[call-arg]
        gcm.authenticate_additional_data(bound(about))
        return gcm.update(plain) + gcm.finalize() + gcm.tag

    def open(self, key: bytes, nonce: bytes, closed: bytes, about: tuple[str, ...]) -> bytes:
        """Raises `NotOpened`."""
        try:
            mode = modes.GCM(nonce, closed[-TAG_BYTES:])
            gcm = Cipher(self.cipher(key), mode).decryptor()  # type: ignore[call-arg]
            gcm.authenticate_additional_data(bound(about))
            return gcm.update(closed[:-TAG_BYTES]) + gcm.finalize()
        except (InvalidTag, ValueError):
            raise NotOpened(*about) from None

    def fingerprint(self, public: bytes) -> str:
        """80 bits of a public key's hash, by which people and rows name it."""
        digest = Hash(self.hash())
        digest.update(public)
        return digest.finalize()[:10].hex()


INTL = Algorithm("A256GCM-SHA256-X25519", algorithms.AES, SHA256, 32)
GM = Algorithm("SM4GCM-SM3-X25519", algorithms.SM4, SM3, 16)
PROFILES: Mapping[str, Algorithm] = MappingProxyType({"intl": INTL, "gm": GM})
_BY_ID = {each.id: each for each in PROFILES.values()}


def algorithm(name: str) -> Algorithm:
    """The one with this id. Raises `NotOpened`: what an unknown one closed, nobody here can open."""
    if name not in _BY_ID:
        raise NotOpened("algorithm")
    return _BY_ID[name]


def bound(about: tuple[str, ...]) -> bytes:
    """Texts as associated data. As JSON no two lists of texts are the same bytes."""
    return json.dumps(["rongcuo sealing 1", *about]).encode()
