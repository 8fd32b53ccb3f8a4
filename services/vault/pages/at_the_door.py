"""At the door: what somebody types is sealed, boxed and masked in this process, before anything is sent."""

import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from hashlib import sha256
from secrets import token_bytes
from typing import Any

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import Part, SealedPart
from rongcuo.contracts.serialisation import dump
from rongcuo.contracts.vault import BoxedIdentity, PublicKey, SealingKeys
from rongcuo.contracts.vault.forms import (
    ContactForm,
    DepositForm,
    IdentityForm,
    OpenedField,
    OpenedIdentity,
    OpenedPart,
)
from rongcuo.sealing import boxes, parts
from rongcuo.sealing.algorithms import algorithm
from rongcuo.sealing.boxes import KeyPair
from rongcuo.sealing.errors import Mistyped, NotOpened
from rongcuo.sealing.masking import betrays, masked
from rongcuo.sealing.paper import new_code, read_code
from rongcuo.sealing.parts import Holder, Place, Recipient

Wire = dict[str, Any]
SECRET_BYTES = 32
NAME_SIGNS = 32
OF_A_STORED_FILE = frozenset({"place", "opens"})     # which nobody needs to see


@dataclass(frozen=True, slots=True)
class Sealed:
    """A deposit in wire form, and what alone the reporter gets to see of it. Not `first`: the same was sent
    before, and what this one is sealed with was thrown away."""

    deposit: Wire
    code: str = field(repr=False)
    words: str = ""
    first: bool = True


@dataclass(frozen=True, slots=True, repr=False)
class Attempt:
    """One sending. All that a second one under the same secret has to have in common with it follows from
    the secret, and nothing that seals: so the same, sent twice, is one report with one code."""

    secret: bytes = field(default_factory=partial(token_bytes, SECRET_BYTES))

    def name(self, what: str) -> str:
        """An id of it, such as a command's."""
        return self.derived(what).hex()[:NAME_SIGNS]

    def derived(self, what: str) -> bytes:
        """32 bytes, which tell nothing of the secret nor of the others."""
        return hmac.digest(self.secret, what.encode(), sha256)


def seal(form: DepositForm, keys: SealingKeys, command_id: str, asker: str = "",
         attempt: Attempt | None = None) -> Sealed:
    """Raises `vault.no_custodians`, `vault.keys_changed` where a key is not the one that it is called."""
    once = attempt or Attempt()
    reporter_ref, code = once.name("reporter"), new_code(once.derived("code"))
    identity, contact = ({name: value for name, value in asdict(each).items() if value}
                         for each in (form.identity, form.contact))
    words = masked(form.words, *own_of(form.identity, form.contact))
    original = {"text": form.words} if words != form.words else {}
    given = {Part.IDENTITY: identity, Part.CONTACT: contact, Part.WORDS: original}
    sealed = [sealed_part(content, Place(reporter_ref, part), keys, once.derived(f"share of {part}"))
              for part, content in given.items() if content]
    deposit = {"command_id": command_id, "reporter_ref": reporter_ref, "organ_id": form.organ_id,
               "real_name": form.real_name, "asker": asker, "code": to_node(code, keys),
               "parts": [dump(each) for each in sealed]}
    return Sealed(deposit, code, words)


def command_of(code: str, key: str) -> str:
    """The id of a command by a query code. Nobody is signed in, so it is the code that tells one's key from
    another's; the code follows from none, and however it is typed it is the same."""
    try:
        plain = read_code(code)
    except Mistyped:
        plain = code
    return hmac.digest(plain.encode(), key.encode(), sha256).hex()[:NAME_SIGNS]


def to_node(typed: str, keys: SealingKeys) -> Wire:
    """A code or a card, for the vault's node alone."""
    by = algorithm(keys.algorithm)
    box = boxes.put(typed.encode(), b64decode(keys.node.public), ("typed", keys.node.key_id), by)
    return {"key_id": keys.node.key_id, "algorithm": by.id, "box": b64encode(box).decode()}


def opened(boxed: BoxedIdentity, order_id: str, own: KeyPair) -> OpenedIdentity:
    """What was boxed to the key of this one request. Raises `vault.not_open`."""
    try:
        plain = boxes.take(b64decode(boxed.box), own, ("view", order_id), algorithm(boxed.algorithm))
    except NotOpened:
        raise CaseError("vault.not_open") from None
    return OpenedIdentity(parts=tuple(_shown(part, content) for part, content in json.loads(plain).items()))


def without_keys(identity: OpenedIdentity) -> OpenedIdentity:
    """As it is shown: of a file its name alone."""
    return OpenedIdentity(parts=tuple(
        replace(part, fields=tuple(each for each in part.fields if each.name not in OF_A_STORED_FILE))
        for part in identity.parts))


def own_of(identity: IdentityForm, contact: ContactForm) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is looked for of a reporter: what is theirs alone, and postal addresses."""
    return (identity.name, identity.id_number, contact.phone, contact.email), (contact.address,)


def betraying(people: Iterable[Mapping[str, str]], own: Iterable[str]) -> set[tuple[int, str]]:
    """Where, of whom it is about, the reporter gives themselves away: row, field. These are masked nowhere,
    and the units of those named stand in events. Of an address nothing is looked for: it may well be that of
    the unit."""
    known = tuple(own)
    return {(row, name) for row, person in enumerate(people) for name, value in person.items()
            if betrays(value, known)}


def sealed_part(content: Mapping[str, str], place: Place, keys: SealingKeys,
                node_share: bytes = b"") -> SealedPart:
    """Raises `vault.no_custodians`, `vault.keys_changed`."""
    if keys.a is None or keys.b is None:
        raise CaseError("vault.no_custodians")
    node = Recipient(keys.node.key_id, b64decode(keys.node.public))
    to = {Holder.GROUP_A: _recipient(keys.a), Holder.GROUP_B: _recipient(keys.b), Holder.NODE: node}
    return parts.seal(content, place, to, algorithm(keys.algorithm), node_share)


def _recipient(key: PublicKey) -> Recipient:
    public = b64decode(key.public)
    if algorithm(key.algorithm).fingerprint(public) != key.key_id:
        raise CaseError("vault.keys_changed", key.key_id)
    return Recipient(key.key_id, public)


def _shown(part: str, content: Mapping[str, str]) -> OpenedPart:
    fields = tuple(OpenedField(name=name, value=value) for name, value in content.items())
    return OpenedPart(part=Part(part), fields=fields)
