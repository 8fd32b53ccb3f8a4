"""What documents keeps: attachments, matters as far as letters need them, and letters. Pure Python."""

from services.documents.domain.attachment import Attachment, Found, Kind, accepted, kind_named
from services.documents.domain.codes import new_code, plain_code
from services.documents.domain.filling import filled
from services.documents.domain.letter import FAMILIES, Letter, Text, family_of
from services.documents.domain.matter import Excluded, Facts, Matter
from services.documents.domain.numbers import Series, numbered, series_of
from services.documents.domain.of_determinations import REVOCATION, Rulebook, wanted_of_case
from services.documents.domain.of_filings import wanted_of_filing
from services.documents.domain.said import day
from services.documents.domain.wanted import Wanted

__all__ = [
    "FAMILIES",
    "REVOCATION",
    "Attachment",
    "Excluded",
    "Facts",
    "Found",
    "Kind",
    "Letter",
    "Matter",
    "Rulebook",
    "Series",
    "Text",
    "Wanted",
    "accepted",
    "day",
    "family_of",
    "filled",
    "kind_named",
    "new_code",
    "numbered",
    "plain_code",
    "series_of",
    "wanted_of_case",
    "wanted_of_filing",
]
