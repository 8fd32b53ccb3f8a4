"""Keys of the custodian groups: made at a ceremony, unwrapped by a card, or by three of five shares."""

from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass, replace
from secrets import token_bytes

from rongcuo.contracts.custody import Group, GroupKey, WrappedKey
from rongcuo.sealing import shamir
from rongcuo.sealing.algorithms import NONCE_BYTES, Algorithm, algorithm
from rongcuo.sealing.boxes import KeyPair
from rongcuo.sealing.errors import NotOpened
from rongcuo.sealing.paper import SECRET_BYTES, Card, Share
from rongcuo.sealing.parts import Recipient

RECOVERY = "recovery"       # the holder of the wrapping that the shares open
ENOUGH, SHARES = 3, 5


@dataclass(frozen=True, slots=True)
class Made:
    """What a ceremony gives: the key to be kept, and what is printed once, for each its own hands."""

    key: GroupKey
    cards: dict[str, Card]
    shares: tuple[Share, ...]


def make(group: Group, custodians: Iterable[str], by: Algorithm) -> Made:
    """A new key for these officers, by their ids. Its private half is kept nowhere."""
    pair, recovery = KeyPair.make(), token_bytes(SECRET_BYTES)
    key = GroupKey(group=group, key_id=by.fingerprint(pair.public), algorithm=by.id,
                   public=b64encode(pair.public).decode())
    cards = {holder: Card.make(group) for holder in custodians}
    secrets = {holder: card.secret for holder, card in cards.items()} | {RECOVERY: recovery}
    wrapped = tuple(_wrapped(pair, key, holder, secret) for holder, secret in secrets.items())
    split = shamir.split(recovery, ENOUGH, SHARES)
    shares = tuple(Share(number + 1, value) for number, value in split.items())
    return Made(replace(key, wrapped=wrapped), cards, shares)


def recipient(key: GroupKey) -> Recipient:
    """To whom shares are boxed. Raises `NotOpened` where the public half is not the one that was named."""
    public = _bytes(key.public)
    if algorithm(key.algorithm).fingerprint(public) != key.key_id:
        raise NotOpened(key.group, "fingerprint")
    return Recipient(key.key_id, public)


def unlock(key: GroupKey, holder: str, card: Card) -> KeyPair:
    """The private half, by a custodian's own card. Raises `NotOpened`: another's card, or another key's."""
    if card.group != key.group:
        raise NotOpened(key.group, holder)
    return _unwrapped(key, holder, card.secret)


def recover(key: GroupKey, shares: Iterable[Share]) -> KeyPair:
    """The private half, by shares of recovery. Raises `NotOpened`."""
    return _unwrapped(key, RECOVERY, shamir.join({share.number - 1: share.value for share in shares}))


def with_card(key: GroupKey, pair: KeyPair, holder: str) -> tuple[GroupKey, Card]:
    """A new card for this custodian, in place of one that they had."""
    if pair.public != recipient(key).public:
        raise NotOpened(key.group, holder)
    card = Card.make(key.group)
    wrapped = (*without(key, holder).wrapped, _wrapped(pair, key, holder, card.secret))
    return replace(key, wrapped=wrapped), card


def without(key: GroupKey, holder: str) -> GroupKey:
    """The key without the wrapping of somebody who left. Their card opens what was copied before: rotate."""
    return replace(key, wrapped=tuple(each for each in key.wrapped if each.holder != holder))


def _wrapped(pair: KeyPair, key: GroupKey, holder: str, secret: bytes) -> WrappedKey:
    by, nonce = algorithm(key.algorithm), token_bytes(NONCE_BYTES)
    closed = by.close(_card_key(secret, key, holder), nonce, pair.private, _about(key, holder))
    return WrappedKey(holder=holder, text=b64encode(nonce + closed).decode())


def _unwrapped(key: GroupKey, holder: str, secret: bytes) -> KeyPair:
    by = algorithm(key.algorithm)
    raw = next((_bytes(each.text) for each in key.wrapped if each.holder == holder), b"")
    if len(raw) <= NONCE_BYTES:
        raise NotOpened(*_about(key, holder))
    nonce, closed = raw[:NONCE_BYTES], raw[NONCE_BYTES:]
    pair = KeyPair.of(by.open(_card_key(secret, key, holder), nonce, closed, _about(key, holder)))
    if pair.public != recipient(key).public:
        raise NotOpened(*_about(key, holder))
    return pair


def _card_key(secret: bytes, key: GroupKey, holder: str) -> bytes:
    """A card has 128 random bits: nothing to be gained by a slow hash."""
    by = algorithm(key.algorithm)
    return by.derive(secret, b"", _about(key, holder), by.key_bytes)


def _about(key: GroupKey, holder: str) -> tuple[str, ...]:
    return ("wrapped", key.group, key.key_id, key.algorithm, holder)


def _bytes(text: str) -> bytes:
    try:
        return b64decode(text, validate=True)
    except ValueError:
        raise NotOpened("text") from None
