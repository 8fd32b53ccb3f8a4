"""documents (文书与附件): files in, letters out."""

from rongcuo.contracts.documents.commands import (
    AttachmentQuery,
    CorrectLetter,
    DraftQuery,
    LetterCheck,
    LetterQuery,
    LettersQuery,
    LettersSought,
    TakeAttachment,
)
from rongcuo.contracts.documents.enums import (
    LetterStanding,
)
from rongcuo.contracts.documents.events import (
    LetterDelayed,
    LetterIssued,
)
from rongcuo.contracts.documents.views import (
    AttachmentView,
    CheckedLetter,
    DraftedLetter,
    FoundLetters,
    LetterLine,
    Letters,
    LetterView,
)

__all__ = [
    "AttachmentQuery",
    "AttachmentView",
    "CheckedLetter",
    "CorrectLetter",
    "DraftQuery",
    "DraftedLetter",
    "FoundLetters",
    "LetterCheck",
    "LetterDelayed",
    "LetterIssued",
    "LetterLine",
    "LetterQuery",
    "LetterStanding",
    "LetterView",
    "Letters",
    "LettersQuery",
    "LettersSought",
    "TakeAttachment",
]
