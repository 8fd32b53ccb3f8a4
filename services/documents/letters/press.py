"""One letter: its pages, the signature in them, and the same words as DOCX."""

import hashlib
from datetime import datetime

from pyhanko.sign.signers import SimpleSigner

from rongcuo.chassis.native import in_native_thread
from services.documents.domain import Letter
from services.documents.letters.keys import LetterKeys, Pair
from services.documents.letters.pages import Pages
from services.documents.letters.signing import signed, signer_of
from services.documents.letters.word import as_docx
from services.documents.ports import Made


class LetterPress:
    """`address`: under which people reach the platform, printed for the check. `drawn_seal`: an outline
    marked as an example stands where the seal goes; otherwise its place stays free."""

    def __init__(self, keys: LetterKeys, address: str, *, drawn_seal: bool = False) -> None:
        self._keys, self._pages = keys, Pages(address, drawn_seal)
        self._known: tuple[Pair, SimpleSigner] | None = None

    def make(self, letter: Letter, now: datetime) -> Made:
        """Takes some tens of milliseconds, in a thread of its own so that everybody else goes on."""
        return in_native_thread(self._make, letter, now)

    def _make(self, letter: Letter, now: datetime) -> Made:
        pdf = signed(self._pages.typeset(letter), self._signer(), letter.organ_name, now)
        return Made(pdf, as_docx(letter), hashlib.sha256(pdf).hexdigest())

    def _signer(self) -> SimpleSigner:
        """Read anew where the operator has put another key into the folder."""
        pair = self._keys.pair()
        if self._known is None or self._known[0] != pair:
            self._known = pair, signer_of(pair)
        return self._known[1]
