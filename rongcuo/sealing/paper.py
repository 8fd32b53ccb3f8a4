"""What is printed and typed again: cards, shares of recovery, and a reporter's query code.

Crockford's base 32 in fours, without signs that look alike. The last sign is a check by Damm's method, over
GF(32): it sees every wrong sign and every two neighbours that changed places.
"""

from dataclasses import dataclass
from secrets import token_bytes
from typing import Self
from unicodedata import normalize

from rongcuo.contracts.custody import Group
from rongcuo.sealing.errors import Mistyped

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_SIGNS = 16             # with the check: 75 bits that nobody guesses
SECRET_BYTES = 16
_SAME = str.maketrans({"O": "0", "I": "1", "L": "1", **dict.fromkeys(" -‐‑–—－　\t\r\n", "")})
_DIGITS = {sign: value for value, sign in enumerate(SIGNS)}


@dataclass(frozen=True, slots=True, repr=False)
class Card:
    """What one custodian keeps: a secret that unwraps the private key of their group. Never stored."""

    group: Group
    secret: bytes

    @classmethod
    def make(cls, group: Group) -> Self:
        """A new one."""
        return cls(group, token_bytes(SECRET_BYTES))

    @classmethod
    def read(cls, typed: str) -> Self:
        """As it was typed, in whatever case and width. Raises `Mistyped`."""
        first, secret = _read(typed)
        if first not in "AB":
            raise Mistyped("card")
        return cls(Group(first.lower()), secret)

    def __str__(self) -> str:
        return _printed(self.group.upper(), self.secret)


@dataclass(frozen=True, slots=True, repr=False)
class Share:
    """One share of recovery, kept apart from the others. `number` counts from 1."""

    number: int
    value: bytes

    @classmethod
    def read(cls, typed: str) -> Self:
        """Raises `Mistyped`."""
        first, value = _read(typed)
        if first not in "123456789":
            raise Mistyped("share")
        return cls(int(first), value)

    def __str__(self) -> str:
        return _printed(str(self.number), self.value)


def new_code(secret: bytes = b"") -> str:
    """A query code in fours, shown once. Of a `secret`, ten random bytes at least, it is always the same."""
    number, signs = int.from_bytes(secret or token_bytes(SECRET_BYTES)), ""
    for _ in range(CODE_SIGNS - 1):
        number, digit = divmod(number, len(SIGNS))
        signs += SIGNS[digit]
    return _in_fours(signs + _check(signs))


def read_code(typed: str) -> str:
    """A query code without its dashes, as it is hashed. Raises `Mistyped`: it is nobody's."""
    return _checked(typed, CODE_SIGNS)


def _printed(first: str, value: bytes) -> str:
    number, signs = int.from_bytes(value), ""
    for _ in range(-(-len(value) * 8 // 5)):
        number, digit = divmod(number, len(SIGNS))
        signs = SIGNS[digit] + signs
    return _in_fours(first + signs + _check(first + signs))


def _read(typed: str) -> tuple[str, bytes]:
    signs = _checked(typed, 2 + -(-SECRET_BYTES * 8 // 5))
    number = 0
    for sign in signs[1:-1]:
        number = number * len(SIGNS) + _DIGITS[sign]
    if number >= 1 << 8 * SECRET_BYTES:
        raise Mistyped("number")
    return signs[0], number.to_bytes(SECRET_BYTES)


def _checked(typed: str, length: int) -> str:
    signs = normalize("NFKC", typed).upper().translate(_SAME)
    if len(signs) != length or not set(signs) <= set(SIGNS) or _check(signs[:-1]) != signs[-1]:
        raise Mistyped("signs")
    return signs


def _check(signs: str) -> str:
    """Each step adds a digit and doubles in GF(32), x⁵ + x² + 1."""
    value = 0
    for sign in signs:
        value = (value ^ _DIGITS[sign]) << 1
        value ^= 0x25 if value & 0x20 else 0
    return SIGNS[value]


def _in_fours(signs: str) -> str:
    return "-".join(signs[start:start + 4] for start in range(0, len(signs), 4))
