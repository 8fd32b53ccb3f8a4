"""What a password must be: long, and not what a guesser would try soon. No rule on what it is made of."""

import re
from collections.abc import Iterable

from zxcvbn import zxcvbn

from rongcuo.contracts.errors import CaseError

LEAST_PASSWORD, MOST_PASSWORD = 12, 128  # characters
LEAST_SCORE = 4   # of 4, by zxcvbn: over ten thousand million guesses
ASSESSED = 28     # characters; what they leave open, more hardly settle; weighing more may take a second
_AGAIN = re.compile(r"(.{3,}?)\1+")    # said again and again: once is weighed, or the cut would hide it
# What a guesser knows of this platform and its people.
OF_THE_PLACE = ("rongcuo", "jiucuo", "zhicuo", "jiwei", "jijian", "jianwei", "yunnan", "kunming", "songming",
                "yiliang", "容错", "纠错", "治错", "纪委", "监委", "云南", "昆明")


def require_strong(password: str, about: Iterable[str]) -> None:
    """Raises `identity.weak_password`. `about`: words of the person that a guesser would try first."""
    if not LEAST_PASSWORD <= len(password) <= MOST_PASSWORD or _soon_guessed(password, about):
        raise CaseError("identity.weak_password", details={"least": LEAST_PASSWORD, "most": MOST_PASSWORD})


def _soon_guessed(password: str, about: Iterable[str]) -> bool:
    plain = password.strip().lower()
    words = [word.lower() for word in (*OF_THE_PLACE, *about) if word]
    if not plain:
        return True
    score: int = zxcvbn(_AGAIN.sub(r"\1", plain)[:ASSESSED], user_inputs=words)["score"]
    return score < LEAST_SCORE
