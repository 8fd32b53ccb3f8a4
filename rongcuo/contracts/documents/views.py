"""What documents answers."""

from dataclasses import dataclass
from datetime import date, datetime

from rongcuo.contracts.documents.enums import LetterStanding
from rongcuo.contracts.fields import chosen, moment


@dataclass(frozen=True, kw_only=True)
class AttachmentView:
    """A file that was taken in. `blob` is its key in the store."""

    sha256: str
    name: str
    size: int
    media_type: str
    blob: str
    uploaded_by: str
    uploaded_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class DraftedLetter:
    """The words of a letter that is not there yet: no number, no seal, no code. `body`: a paragraph a line.
    `illustrative`: of the form's wording."""

    name: str = ""
    name_en: str = ""
    organ_name: str = ""
    title: str = ""
    addressee: str = ""
    body: str = ""
    illustrative: bool = False


@dataclass(frozen=True, kw_only=True)
class LetterView:
    """A letter. `code` is printed on it for the public check; `pdf` and `docx` are keys in the store, empty
    until they are made; `sha256` is the signed PDF's. `replaces` and `replaced_by` are ids of letters;
    `reason` says why it was corrected or revoked, `trouble` the error code that keeps it from being made.
    `name_en`: what its kind is called in English, where that is known."""

    letter_id: str
    matter_id: str
    kind: str
    name: str
    number: str
    title: str
    body: str
    recipient: str
    organ_id: str
    organ_name: str
    code: str
    standing: LetterStanding = chosen()
    tag: str = ""  # of this very state, for If-Match
    name_en: str = ""
    replaces: str = ""
    replaced_by: str = ""
    reason: str = ""
    trouble: str = ""
    signs: str = ""  # that no font draws, where that is the trouble
    sha256: str = ""
    docx_sha256: str = ""
    pdf: str = ""
    docx: str = ""
    illustrative: bool = False
    allowed: tuple[str, ...] = ()
    issued_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class Letters:
    """Newest first."""

    letters: tuple[LetterView, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LetterLine:
    """A letter in a list. `made`: its PDF is there."""

    letter_id: str
    matter_id: str
    name: str
    number: str
    title: str
    standing: LetterStanding = chosen()
    made: bool = False
    issued_at: datetime = moment()


@dataclass(frozen=True, kw_only=True)
class FoundLetters:
    """Newest first."""

    lines: tuple[LetterLine, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CheckedLetter:
    """What the public learns: that it is genuine and whether it still holds, never what it says or of what
    kind it is. `replaced_by` is the number of the letter that holds instead."""

    code: str
    organ_name: str
    number: str
    issued_on: date
    standing: LetterStanding = chosen()
    replaced_by: str = ""
    sha256: str = ""
