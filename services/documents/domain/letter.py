"""A letter: numbered and frozen at once, made a moment later, immutable but for its standing."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.documents import LetterDelayed, LetterIssued, LetterStanding
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate

# What passes by itself is waited for; these need somebody.
NEED_SOMEBODY = frozenset({"letter.glyph_missing", "letter.font_missing", "letter.too_wide",
                           "letter.no_key", "letter.keys_unreadable"})


@dataclass(frozen=True, slots=True)
class Text:
    """The words of a letter. `body` holds its paragraphs, one a line."""

    title: str
    addressee: str
    body: str


@dataclass
class Letter(Aggregate):
    """`decision_id`: what it tells of; one letter of a kind is current for each. `recipients`: officers it is
    for; `parties`: officers with a part in the matter, who see of it only what is for them.
    `trouble`: the error code that keeps it from being made, and the `signs` that no font draws.
    `tried_until`: whoever makes it has until then; after that it is made by another. `issued_at` is the day
    on the letter."""

    id: str
    matter_id: str
    decision_id: str
    kind: str
    name: str
    organ_id: str
    organ_name: str
    division_code: str
    number: str
    code: str
    text: Text
    illustrative: bool
    issued_at: datetime
    recipients: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    standing: LetterStanding = LetterStanding.CURRENT
    replaces: str = ""
    replaced_by: str = ""
    reason: str = ""
    sha256: str = ""
    docx_sha256: str = ""
    pdf: str = ""
    docx: str = ""
    trouble: str = ""
    signs: str = ""
    tried_until: datetime | None = None

    @property
    def made(self) -> bool:
        """Whether it can be read."""
        return bool(self.pdf)

    def made_as(self, pdf: str, docx: str, sha256: str, docx_sha256: str, certificate: str) -> None:
        """It lies in the store, signed. Nothing happens where another has made it meanwhile."""
        if self.made:
            return
        self.pdf, self.docx, self.sha256, self.docx_sha256 = pdf, docx, sha256, docx_sha256
        self.trouble, self.signs, self.tried_until = "", "", None
        self.record(LetterIssued(
            letter_id=self.id, matter_id=self.matter_id, letter_kind=self.kind, name=self.name,
            number=self.number, organ_id=self.organ_id, replaces=self.replaces, certificate=certificate,
            recipients=self.recipients, issued_at=self.issued_at))

    def kept_from(self, trouble: str, signs: str) -> None:
        """It can't be made now. Where that needs somebody they are told, once. Nothing happens where another
        has made it meanwhile."""
        if self.made:
            return
        news = trouble != self.trouble and trouble in NEED_SOMEBODY
        self.trouble, self.signs = trouble, signs
        if news:
            self.record(LetterDelayed(
                letter_id=self.id, matter_id=self.matter_id, name=self.name, number=self.number,
                organ_id=self.organ_id, trouble=trouble, signs=signs))

    def supersede(self, successor: "Letter") -> None:
        """Another letter holds from now on. Raises `letter.not_current`."""
        self._require_current()
        self.standing, self.replaced_by = LetterStanding.SUPERSEDED, successor.id

    def revoke(self, reason: str) -> None:
        """What it tells of no longer holds. Raises `letter.not_current`."""
        self._require_current()
        self.standing, self.reason = LetterStanding.REVOKED, reason

    def _require_current(self) -> None:
        if self.standing is not LetterStanding.CURRENT:
            details = {"letter_id": self.id, "replaced_by": self.replaced_by}
            raise CaseError("letter.not_current", details=details)
