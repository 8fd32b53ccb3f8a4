"""What the use cases need from outside: where things are kept, who looks into files, who makes letters."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from rongcuo.contracts.actor import Actor
from services.documents.domain.attachment import Attachment, Found
from services.documents.domain.letter import Letter
from services.documents.domain.matter import Excluded, Matter
from services.documents.domain.numbers import Series


class Papers(Protocol):
    """Attachments, matters and letters inside one transaction."""

    def put(self, aggregate: Attachment | Matter | Letter) -> None:
        """Save. Raises `changed_meanwhile` where somebody else was faster."""

    def matter(self, matter_id: str) -> Matter:
        """Lock and fetch; one that was never heard of is new and empty."""

    def read_matter(self, matter_id: str) -> Matter:
        """As it stands; one that was never heard of is new and empty."""

    def letter(self, letter_id: str) -> Letter:
        """Lock and fetch; raises `not_found`."""

    def read_letter(self, letter_id: str) -> Letter:
        """A letter as it stands; raises `not_found`."""

    def next_number(self, organ_id: str, series: Series, year: int) -> int:
        """Count a series up by one; undone with the transaction, so that no number is lost."""

    def excluded(self, matter_id: str) -> Excluded:
        """Who is excluded from a matter, as far as was heard."""

    def current_of_matter(self, matter_id: str) -> list[Letter]:
        """Lock and fetch the letters of a matter that hold, oldest first."""

    def of_decision(self, decision_id: str, family: str) -> Letter | None:
        """The newest letter of a family about a decision, whatever its standing."""

    def of_matter(self, matter_id: str) -> list[Letter]:
        """Newest first."""

    def found(self, search: str, actor: Actor, after: Letter | None) -> list[Letter]:
        """The next letters that hold all the words and may be there for the officer, newest first."""

    def with_code(self, code: str) -> Letter:
        """Raises `letter.unknown_code`."""

    def any_unmade(self, now: datetime) -> bool:
        """Whether a letter waits to be made."""

    def claim_unmade(self, now: datetime) -> Letter | None:
        """Lock the oldest letter that waits to be made; those that another works on are passed over."""

    def keep_content(self, sha256: str, blob: str) -> str:
        """The key under which the content is kept: the one given, unless it was known before."""

    def uploads(self, sha256: str) -> list[Attachment]:
        """Everybody's uploads of a content, oldest first."""

    def blobs_in_use(self, keys: Iterable[str]) -> set[str]:
        """Which of these keys an attachment or a letter names."""


class Files(Protocol):
    """The store of files."""

    def write(self, key: str, chunks: Iterable[bytes]) -> None:
        """Whole or not at all. Raises `attachment.store_unavailable`."""

    def read(self, key: str) -> Iterator[bytes]:
        """Raises `attachment.missing` or `attachment.store_unavailable`."""

    def remove(self, key: str) -> None:
        """Nothing happens where there is none."""

    def older_than(self, seconds: float) -> Iterator[str]:
        """Keys written longer ago, by the system's clock."""


class Inspector(Protocol):
    """Looks into files."""

    def inspect(self, chunks: Iterator[bytes], limit: int) -> Found:
        """Digest, size and what it shows itself to be. Raises `attachment.unsafe` or `….scan_failed`; of
        what is longer than `limit` bytes only the size is found."""


@dataclass(frozen=True, slots=True)
class Made:
    """A letter's files: the signed PDF, and the DOCX with the same words, each with its SHA-256.
    `certificate`: the SHA-256 of the signing certificate."""

    pdf: bytes
    docx: bytes
    sha256: str
    docx_sha256: str
    certificate: str


class Renderer(Protocol):
    """Typesets and signs."""

    def make(self, letter: Letter, now: datetime) -> Made:
        """Raises `letter.font_missing`, `letter.glyph_missing`, `letter.too_wide` or `letter.no_key`."""
