"""A reporter's parts: closed where they are typed, opened only with three shares of their key.

The key of a part is K = A xor B xor C. A is boxed to custodian group 甲, B to 乙, C to the vault's node; two
of the three tell nothing of K.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from secrets import token_bytes

from rongcuo.contracts.sealed import Part, SealedPart, SealedShare
from rongcuo.sealing import boxes
from rongcuo.sealing.algorithms import NONCE_BYTES, Algorithm
from rongcuo.sealing.boxes import KeyPair
from rongcuo.sealing.errors import NotOpened

KEY_BYTES = 32
BLOCK = 1024    # content is filled up to so many bytes, for its length would tell of a name


class Holder(StrEnum):
    """Who has a share."""

    GROUP_A = "a"
    GROUP_B = "b"
    NODE = "c"


@dataclass(frozen=True, slots=True)
class Recipient:
    """A public key, with its fingerprint."""

    key_id: str
    public: bytes


Recipients = Mapping[Holder, Recipient]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part or a share belongs. Whatever is bound to one place opens in no other. `purpose`: `kept`,
    or the order for which a share was boxed anew."""

    reporter_ref: str
    part: Part
    purpose: str = "kept"

    def about(self, what: str, by: Algorithm) -> tuple[str, ...]:
        """As associated data."""
        return (what, self.reporter_ref, self.part.value, self.purpose, by.id)


def seal(content: Mapping[str, str], place: Place, to: Recipients, by: Algorithm,
         node_share: bytes = b"") -> SealedPart:
    """Close a part. Nothing of its key is left but the three boxes. `node_share`: where whoever seals may
    have to send the same once more; the key, and with it 乙's share, is another each time."""
    key, a = token_bytes(KEY_BYTES), token_bytes(KEY_BYTES)
    c = node_share or token_bytes(KEY_BYTES)
    shares = {Holder.GROUP_A: a, Holder.GROUP_B: _xor(key, a, c), Holder.NODE: c}
    boxed = {holder: box_share(share, place, holder, to[holder], by) for holder, share in shares.items()}
    nonce, about = token_bytes(NONCE_BYTES), place.about("part", by)
    closed = by.close(_content_key(key, about, by), nonce, _filled(content), about)
    return SealedPart(part=place.part, algorithm=by.id, text=_text(nonce + closed),
                      share_a=boxed[Holder.GROUP_A], share_b=boxed[Holder.GROUP_B],
                      share_c=boxed[Holder.NODE])


def unseal(text: str, place: Place, shares: Mapping[Holder, bytes], by: Algorithm) -> dict[str, str]:
    """Open a part's text with its three shares. Raises `NotOpened`."""
    about, raw = place.about("part", by), _bytes(text)
    if {*shares} != {*Holder}:
        raise NotOpened(*about)
    key = _content_key(_xor(*shares.values()), about, by)
    plain = by.open(key, raw[:NONCE_BYTES], raw[NONCE_BYTES:], about)
    return {str(name): str(value) for name, value in json.loads(plain).items()}


def box_share(share: bytes, place: Place, holder: Holder, to: Recipient, by: Algorithm) -> SealedShare:
    """A share for the holder of this key."""
    box = boxes.put(share, to.public, (*place.about("share", by), holder, to.key_id), by)
    return SealedShare(key_id=to.key_id, box=_text(box))


def take_share(share: SealedShare, place: Place, holder: Holder, own: KeyPair, by: Algorithm) -> bytes:
    """The share in a box. Raises `NotOpened`."""
    return boxes.take(_bytes(share.box), own, (*place.about("share", by), holder, share.key_id), by)


def _content_key(key: bytes, about: tuple[str, ...], by: Algorithm) -> bytes:
    return by.derive(key, b"", about, by.key_bytes)


def _filled(content: Mapping[str, str]) -> bytes:
    plain = json.dumps(dict(content), ensure_ascii=False).encode()
    return plain.ljust(-(-len(plain) // BLOCK) * BLOCK)


def _xor(*values: bytes) -> bytes:
    total = 0
    for value in values:
        total ^= int.from_bytes(value)
    return total.to_bytes(KEY_BYTES)


def _text(raw: bytes) -> str:
    return b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    """Raises `NotOpened`."""
    try:
        return b64decode(text, validate=True)
    except ValueError:
        raise NotOpened("text") from None
