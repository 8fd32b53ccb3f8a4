"""The short code on a letter: hard to guess, easy to read out and to type."""

from secrets import choice
from unicodedata import normalize

from rongcuo.contracts.errors import CaseError

SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no two of them look or sound alike: no 0 O 1 I L, no U beside V
LENGTH, GROUP = 10, 5                     # 30¹⁰, some 49 bits


def new_code() -> str:
    """Such as `7KQ2M-WX9TB`."""
    signs = "".join(choice(SIGNS) for _ in range(LENGTH))
    return f"{signs[:GROUP]}-{signs[GROUP:]}"


def plain_code(typed: str) -> str:
    """The code as it was given out, however it was typed, with what a letter says before it. Raises
    `letter.unknown_code`."""
    signs = "".join(sign for sign in normalize("NFKC", typed).upper() if sign.isascii() and sign.isalnum())
    if len(signs) != LENGTH or any(sign not in SIGNS for sign in signs):
        raise CaseError("letter.unknown_code")
    return f"{signs[:GROUP]}-{signs[GROUP:]}"
