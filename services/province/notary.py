"""Whether a node has signed what it says it has, and the security log; put together for the service."""

from base64 import b64decode
from collections.abc import Sequence
from typing import Any

import structlog
from cryptography.exceptions import InvalidSignature
from nameko.extensions import DependencyProvider

from rongcuo.casework.counting.returned import checksum_of, statement_of
from rongcuo.chassis.ledger.signed_note import Checkpoint, base64, is_signed
from rongcuo.chassis.security_log import SecurityLog
from rongcuo.chassis.signing import KeyFolder, key_folder
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import NODE
from rongcuo.contracts.province import MonthlyReturn
from services.province.ports import Notary

LARGEST, LONGEST = 1 << 62, 120      # of a ledger, its lines and the signs of its name
log = structlog.get_logger(__name__)


class NodesNotary:
    """By the keys of the hub's folder."""

    def __init__(self, folder: KeyFolder) -> None:
        self._folder = folder
        self._security = SecurityLog("province")

    def require_signed(self, node: str, told: MonthlyReturn) -> None:
        """A key that was retired signs no more."""
        if checksum_of(told.rows) != told.checksum:
            raise CaseError("province.return_altered")
        said = statement_of(told.organ_id, told.period, told.revision, told.checksum).encode()
        if not any(_verifies(key.key, told.signature, said) for key in self._folder.accepted(NODE + node)):
            raise CaseError("province.return_forged")

    def read(self, node: str, note: str, keys: Sequence[str]) -> tuple[str, int, str]:
        """The keys are the node's word, which its signature on the frame stands for."""
        try:
            found = Checkpoint.read(note)
            publics = [b64decode(key.split("+", 2)[-1], validate=True)[1:] for key in keys]
            signed = is_signed(note, found.origin, publics)
        except ValueError:
            raise CaseError("province.note_unsigned", node) from None
        if not signed or not 0 < found.size < LARGEST or len(found.origin) > LONGEST:
            raise CaseError("province.note_unsigned", node)
        return found.origin, found.size, base64(found.root)

    def suspicious(self, what: str, node: str, **facts: str) -> None:
        """Loud: it is a node's key that signed this."""
        self._security.write(what, node=node, **facts)
        log.error(what, node=node, **facts)


def _verifies(key: Any, signature: str, said: bytes) -> bool:
    try:
        key.verify(b64decode(signature.rpartition(" ")[2], validate=True), said)
    except (InvalidSignature, ValueError):
        return False
    return True


class NotaryProvider(DependencyProvider):  # type: ignore[misc]
    """`self.notary` in the service's methods."""

    def setup(self) -> None:
        self._notary: Notary = NodesNotary(key_folder(self.container.config["rongcuo"]))

    def get_dependency(self, worker_ctx: Any) -> Notary:  # noqa: ARG002 - the same for every worker
        return self._notary
