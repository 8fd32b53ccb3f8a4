"""Signing in a service's name, and finding out who signed."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from typing import Any

from cryptography.exceptions import InvalidSignature

from rongcuo.chassis.signing.keys import KeyFolder
from rongcuo.chassis.signing.statements import KEY, SIGNATURE
from rongcuo.contracts.errors import CaseError

NOT_AUTHENTIC = "not_authentic"
Statement = Callable[[Mapping[str, Any]], str]


class Seals:
    """Of one service. `statement` gives what is signed, from the headers with the key's name in them."""

    def __init__(self, folder: KeyFolder, service: str) -> None:
        self.folder = folder
        self.service = service

    def sealed(self, headers: Mapping[str, Any], statement: Statement, *, key: str = KEY,
               signature: str = SIGNATURE) -> dict[str, Any]:
        """The headers with our signature. Raises CaseError `keys.unreadable`."""
        key_id, private = self.folder.signer(self.service)
        named = {**headers, key: f"{self.service}/{key_id}"}
        return {**named, signature: b64encode(private.sign(statement(named).encode())).decode()}

    def signer(self, headers: Mapping[str, Any], statement: Statement, *, key: str = KEY,
               signature: str = SIGNATURE) -> str:
        """The service that signed. Raises CaseError `not_authentic`, or `keys.unreadable`."""
        try:
            text = statement(headers)
        except TypeError:
            raise refusal("what should be signed can't be read") from None
        return self.signer_of(text, headers.get(key), headers.get(signature))

    def signer_of(self, text: str, key_name: object, signature: object) -> str:
        """The service that signed this text."""
        if not isinstance(key_name, str) or not isinstance(signature, str):
            raise refusal("no signature")
        service, _, key_id = key_name.partition("/")
        found = next((key for key in self.folder.accepted(service) if key.key_id == key_id), None)
        if found is None:
            raise refusal("signed with a key that is not accepted")
        try:
            found.key.verify(b64decode(signature, validate=True), text.encode())
        except (InvalidSignature, ValueError):
            raise refusal("the signature is of something else") from None
        return service


def refusal(why: str) -> CaseError:
    """Why a message is not believed."""
    return CaseError(NOT_AUTHENTIC, why)
