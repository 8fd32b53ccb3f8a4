"""One letter: its pages, the signature in them, and the same words as DOCX."""

import hashlib
from contextlib import suppress
from datetime import datetime

from pyhanko.sign.signers import SimpleSigner

from rongcuo.chassis.threads import in_native_thread
from rongcuo.contracts.errors import CaseError
from services.documents.domain.letter import Letter
from services.documents.letters.keys import LetterKeys, Pair
from services.documents.letters.pages import Pages
from services.documents.letters.signing import signed, signer_of
from services.documents.letters.word import as_docx
from services.documents.ports import Made


class LetterRenderer:
    """`address`: under which people reach the platform, printed for the check. `for_real`: as in production:
    the seal's place stays free, where otherwise an outline marked as an example stands, and an organ's first
    key is made by its operator and not here."""

    def __init__(self, keys: LetterKeys, address: str, *, for_real: bool = True) -> None:
        self._keys, self._pages = keys, Pages(address, drawn_seal=not for_real)
        self._for_real = for_real
        self._signers: dict[str, tuple[Pair, SimpleSigner]] = {}

    def make(self, letter: Letter, now: datetime) -> Made:
        """Takes some tens of milliseconds, in a thread of its own so that everybody else goes on."""
        return in_native_thread(self._make, letter, now)

    def _make(self, letter: Letter, now: datetime) -> Made:
        pages = self._pages.typeset(letter)
        pair, signer = self._signer(letter, now)
        pdf, docx = signed(pages, signer, letter.organ_name, now), as_docx(letter)
        return Made(pdf, docx, hashlib.sha256(pdf).hexdigest(), hashlib.sha256(docx).hexdigest(),
                    pair.fingerprint)

    def _signer(self, letter: Letter, now: datetime) -> tuple[Pair, SimpleSigner]:
        """Opened anew where the organ has another key."""
        pair = self._pair(letter, now)
        known = self._signers.get(letter.organ_id)
        if known is None or known[0] != pair:
            known = self._signers[letter.organ_id] = pair, signer_of(pair, self._keys.opened(pair))
        return known

    def _pair(self, letter: Letter, now: datetime) -> Pair:
        if not self._for_real and not self._keys.of(letter.organ_id):
            with suppress(CaseError):   # another process made it, or the next line says what is wrong
                self._keys.make(letter.organ_id, letter.organ_name, now)
        return self._keys.pair(letter.organ_id)
