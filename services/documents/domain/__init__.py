"""What documents keeps: attachments, matters as far as letters need them, and letters. Pure Python."""

from services.documents.domain.attachment import Attachment, Found, Kind, accepted, kind_named
from services.documents.domain.codes import new_code, plain_code
from services.documents.domain.filling import filled
from services.documents.domain.kinds import LetterKind, kind_of, known_kinds
from services.documents.domain.letter import Letter, Text
from services.documents.domain.matter import Excluded, Facts, Matter
from services.documents.domain.numbers import Series, numbered
from services.documents.domain.of_brought import wanted_of_brought
from services.documents.domain.of_determinations import CALLED_BY, Rulebook, wanted_of_case
from services.documents.domain.of_filings import wanted_of_filing
from services.documents.domain.said import day
from services.documents.domain.wanted import Wanted

__all__ = [
    "CALLED_BY",
    "Attachment",
    "Excluded",
    "Facts",
    "Found",
    "Kind",
    "Letter",
    "LetterKind",
    "Matter",
    "Rulebook",
    "Series",
    "Text",
    "Wanted",
    "accepted",
    "day",
    "filled",
    "kind_named",
    "kind_of",
    "known_kinds",
    "new_code",
    "numbered",
    "plain_code",
    "wanted_of_brought",
    "wanted_of_case",
    "wanted_of_filing",
]
