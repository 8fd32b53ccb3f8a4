"""What the vault can be told and asked."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from marshmallow import validate

from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.fields import (
    choices,
    chosen,
    identifier,
    line,
    many,
    moment,
    next_page,
    number,
    sealed,
    sealed_text,
    text,
)
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.sealed import AT_FIRST, FILES, MOST_BOXED, Part, SealedPart
from rongcuo.contracts.vault.enums import FileKind, Wish

LONGEST_MESSAGE = 4_000
LONGEST_GROUND = 2_000
LARGEST_COPY = 268_435_456     # bytes


@dataclass(frozen=True, kw_only=True)
class ToNode:
    """What somebody typed, boxed by the gateway to the node's key: a query code, or a custodian's card."""

    key_id: str = identifier()
    algorithm: str = identifier()
    box: str = sealed_text(MOST_BOXED)


def _asker() -> Any:
    """From where a code was typed: a hash whose key the gateway throws away daily. No part of what makes a
    command the same: whoever sends it again may do so from elsewhere."""
    return sealed(line(64, default=""))


def _public_key() -> Any:
    return field(metadata={"validate": validate.Regexp(r"^[A-Za-z0-9+/]{43}=\Z", error="must be a key")})


@dataclass(frozen=True, kw_only=True)
class DepositReporter(CommandMessage):
    """What identifies a reporter, sealed, and the code with which they come back. `reporter_ref` is made by
    whoever seals, for the parts are bound to it. Without parts the reporter is known to nobody."""

    reporter_ref: str = identifier()
    organ_id: str = identifier()
    real_name: bool = False
    code: ToNode = sealed(field())
    asker: str = _asker()
    parts: tuple[SealedPart, ...] = sealed(many(len(AT_FIRST)))


@dataclass(frozen=True, kw_only=True)
class MayRegister:
    """Of clarify: may the actor register a report of this reporter with this organ?"""

    reporter_ref: str = identifier()
    pseudonym: str = line(60, 1)
    organ_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class LookByCode:
    """What a reporter sees of their report. Raises `vault.no_such_code`."""

    code: ToNode = sealed(field())
    asker: str = _asker()


@dataclass(frozen=True, kw_only=True)
class WriteByCode(CommandMessage):
    """A reporter writes to the office."""

    code: ToNode = sealed(field())
    asker: str = _asker()
    text: str = text(LONGEST_MESSAGE, 1, read_by=Reader.CASEWORKERS)


@dataclass(frozen=True, kw_only=True)
class AskByCode(CommandMessage):
    """A reporter asks for protection, for a handler's recusal, or withdraws."""

    code: ToNode = sealed(field())
    asker: str = _asker()
    wish: Wish = chosen()
    text: str = text(LONGEST_MESSAGE, 1, read_by=Reader.CASEWORKERS)


@dataclass(frozen=True, kw_only=True)
class HandedFile:
    """A file that the gateway has cleaned and closed: two things in the store, `copy` and `original`. What
    opens the copy is boxed to the node, what opens the original is sealed as a part. `file_id` is the same
    for the same file of the same reporter, and tells nothing of it without their code."""

    file_id: str = identifier()
    kind: FileKind = chosen()
    size: int = number(1, LARGEST_COPY)
    copy: str = identifier()
    original: str = identifier()
    key: ToNode
    part: SealedPart


@dataclass(frozen=True, kw_only=True)
class HandInByCode(CommandMessage):
    """A reporter hands in files. One that they have handed in already is there once."""

    code: ToNode = sealed(field())
    asker: str = _asker()
    files: tuple[HandedFile, ...] = sealed(many(len(FILES)))


@dataclass(frozen=True, kw_only=True)
class AcknowledgeByCode(CommandMessage):
    """A reporter has read what they were told: its receipt."""

    code: ToNode = sealed(field())
    asker: str = _asker()


@dataclass(frozen=True, kw_only=True)
class RenewCode(CommandMessage):
    """A reporter takes a code of their own in place of the one that the desk has seen, which is dead then."""

    code: ToNode = sealed(field())
    fresh: ToNode = sealed(field())
    asker: str = _asker()


@dataclass(frozen=True, kw_only=True)
class SealingKeysQuery:
    """The public keys to which what is meant for an organ is sealed."""

    organ_id: str = identifier(default="")


@dataclass(frozen=True, kw_only=True)
class DialogueQuery:
    """The talk with a reporter, for whoever handles the report."""

    reporter_ref: str = identifier()


@dataclass(frozen=True, kw_only=True)
class FileQuery:
    """The clean copy of a file that a reporter handed in, for whoever handles the report. `to`: as in
    IdentityQuery."""

    reporter_ref: str = identifier()
    number: int = number(1, len(FILES))
    to: str = _public_key()


@dataclass(frozen=True, kw_only=True)
class WriteToReporter(CommandMessage):
    """The office writes to a reporter."""

    reporter_ref: str = identifier()
    text: str = text(LONGEST_MESSAGE, 1, read_by=Reader.REPORTER)


@dataclass(frozen=True, kw_only=True)
class AskToUnseal(CommandMessage):
    """Ask that parts of a reporter's identity be opened, to oneself, within a window."""

    reporter_ref: str = identifier()
    parts: tuple[Part, ...] = choices(Part, len(Part))
    ground: str = text(LONGEST_GROUND, 1, read_by=Reader.CUSTODIANS)
    window_from: datetime = moment()
    window_until: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class OrderCommand(CommandMessage):
    """About one order."""

    order_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class ConsentToUnseal(OrderCommand):
    """The prefecture lets an anonymous reporter be traced."""


@dataclass(frozen=True, kw_only=True)
class ApproveUnsealing(OrderCommand):
    """A custodian approves, with their card. The second one, of the other group, opens."""

    card: ToNode = sealed(field())


@dataclass(frozen=True, kw_only=True)
class RefuseUnsealing(OrderCommand):
    """A custodian, or the prefecture, says no."""

    reason: str = text(LONGEST_GROUND, 1, read_by=Reader.CASEWORKERS)


@dataclass(frozen=True, kw_only=True)
class EndUnsealing(OrderCommand):
    """The reader is done; before that the view ends by the clock."""


@dataclass(frozen=True, kw_only=True)
class OrderQuery:
    """One order."""

    order_id: str = identifier()


@dataclass(frozen=True, kw_only=True)
class OrdersQuery:
    """Orders that the actor may see, newest first."""

    cursor: str = next_page()
    limit: int = number(1, 200, default=50)


@dataclass(frozen=True, kw_only=True)
class IdentityQuery:
    """The opened parts, for the reader alone. `to`: a public key that the gateway made for this request, to
    which the answer is boxed."""

    order_id: str = identifier()
    to: str = _public_key()
