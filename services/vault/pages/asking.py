"""Bringing to the vault what was typed: sealed or boxed here, with the keys that it has today."""

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from typing import Any

from flask import request

from rongcuo.contracts.actor import Actor
from rongcuo.contracts.vault import SealingKeys, operations
from rongcuo.contracts.vault.forms import DepositForm, OpenedIdentity
from rongcuo.sealing.boxes import KeyPair
from services.gateway.rpc import command_id, view
from services.vault.pages.askers import asker, asker_signed_in
from services.vault.pages.at_the_door import Attempt, Sealed, opened, seal, to_node


def sealing_keys(organ_id: str = "") -> SealingKeys:
    """Today's of the node, and of the organ's custodians."""
    return view(operations.SEALING_KEYS, {"organ_id": organ_id} if organ_id else {}, None)


def can_seal(organ_id: str) -> bool:
    """Whether the organ's custodians have keys."""
    keys = sealing_keys(organ_id)
    return keys.a is not None and keys.b is not None


def deposited(form: DepositForm, attempt: Attempt | None = None,
              by: Actor | None = None) -> tuple[Sealed, str]:
    """Sealed and brought to the vault; with the pseudonym. Whoever registers the report takes the reference
    and the words from it; nobody else may (`by`: the officer at the desk). The same attempt again is the same
    reporter."""
    once = attempt or Attempt()
    named = command_id(request) if by and not attempt else once.name("deposit")
    here = asker_signed_in(by.officer_id) if by else asker("box" if attempt else "api")
    sealed = seal(form, sealing_keys(form.organ_id), named, here, once)
    known = view(operations.DEPOSIT_REPORTER, sealed.deposit, by)
    mine = sha256(sealed.deposit["code"]["box"].encode()).hexdigest()
    return replace(sealed, first=known.code_came_as == mine), known.pseudonym


def renewal(code: str, fresh: str) -> dict[str, Any]:
    """A code, and the one in its place."""
    keys = sealing_keys()
    return {"code": to_node(code, keys), "fresh": to_node(fresh, keys), "asker": asker()}


def opened_to(asking: Actor, order_id: str) -> OpenedIdentity:
    """What was unsealed, boxed on its way to a key of this one request. Raises `vault.not_open`."""
    own = KeyPair.make()
    question = {"order_id": order_id, "to": b64encode(own.public).decode()}
    return opened(view(operations.IDENTITY, question, asking), order_id, own)


def boxed(code: str) -> dict[str, Any]:
    """A query code for the vault's node alone, and who asks as far as somebody may know it."""
    return {"code": to_node(code, sealing_keys()), "asker": asker()}
