"""What a reporter or a custodian types at the door. It goes no further than the gateway's process: there
it is sealed, or boxed to the vault's node."""

from dataclasses import dataclass, field

from rongcuo.contracts.commanding import CommandMessage
from rongcuo.contracts.fields import chosen, identifier, line, many, secret, text
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.sealed import Part
from rongcuo.contracts.vault.commands import LONGEST_MESSAGE
from rongcuo.contracts.vault.enums import Wish

LONGEST_NAME = 50      # 民委发〔2016〕33号
LONGEST_CODE = 60      # with dashes and blanks
LONGEST_REPORT = 20_000


@dataclass(frozen=True, kw_only=True)
class IdentityForm:
    """Who somebody is."""

    name: str = line(LONGEST_NAME, default="")
    id_number: str = line(30, default="")


@dataclass(frozen=True, kw_only=True)
class ContactForm:
    """How to reach them."""

    phone: str = line(30, default="")
    email: str = line(200, default="")
    address: str = line(200, default="")


@dataclass(frozen=True, kw_only=True)
class DepositForm:
    """A reporter at the door. `words`: what they write for handlers to read. Their own name and numbers are
    masked in it; where anything was, the original is sealed."""

    organ_id: str = identifier()
    real_name: bool = False
    identity: IdentityForm = field(default_factory=IdentityForm)
    contact: ContactForm = field(default_factory=ContactForm)
    words: str = text(LONGEST_REPORT, default="")


@dataclass(frozen=True, kw_only=True)
class DepositReceipt:
    """The query code, shown once. `words`: as handlers will read them. `reporter_ref`: for the officer who
    seals it and registers the report; of whoever comes by themselves it is empty."""

    code: str
    pseudonym: str
    words: str
    reporter_ref: str = ""


@dataclass(frozen=True, kw_only=True)
class RenewedCode:
    """The reporter's own code from now on, shown once."""

    code: str


@dataclass(frozen=True, kw_only=True)
class CodeForm:
    """A query code."""

    code: str = secret(LONGEST_CODE, 1)


@dataclass(frozen=True, kw_only=True)
class ReceiptForm(CommandMessage):
    """What was told has been read."""

    code: str = secret(LONGEST_CODE, 1)


@dataclass(frozen=True, kw_only=True)
class WriteForm(CommandMessage):
    """A message to the office. Whoever writes their own name in it, is read with it."""

    code: str = secret(LONGEST_CODE, 1)
    text: str = text(LONGEST_MESSAGE, 1, read_by=Reader.CASEWORKERS)


@dataclass(frozen=True, kw_only=True)
class WishForm(CommandMessage):
    """Something asked for."""

    code: str = secret(LONGEST_CODE, 1)
    wish: Wish = chosen()
    text: str = text(LONGEST_MESSAGE, 1, read_by=Reader.CASEWORKERS)


@dataclass(frozen=True, kw_only=True)
class CardForm(CommandMessage):
    """A custodian's card."""

    card: str = secret(LONGEST_CODE, 1)


@dataclass(frozen=True, kw_only=True)
class OpenedField:
    """One field of an opened part."""

    name: str
    value: str


@dataclass(frozen=True, kw_only=True)
class OpenedPart:
    """A part as its reader sees it."""

    part: Part = chosen()
    fields: tuple[OpenedField, ...] = many(20)


@dataclass(frozen=True, kw_only=True)
class OpenedIdentity:
    """For minutes, and never stored."""

    parts: tuple[OpenedPart, ...] = many(len(Part))
