"""Where documents keeps attachments, matters and letters."""

from collections.abc import Iterable

from sqlalchemy import select

from services.documents.domain.attachment import Attachment
from services.documents.domain.letter import Letter
from services.documents.domain.matter import Matter
from services.documents.storage.attachments import AttachmentRows
from services.documents.storage.letters import LetterRows
from services.documents.storage.matters import MatterRows
from services.documents.storage.tables import METADATA, contents, letters

__all__ = ["METADATA", "PaperStorage"]


class PaperStorage(AttachmentRows, MatterRows, LetterRows):
    """The repository of `ports.Papers`."""

    def put(self, aggregate: Attachment | Matter | Letter) -> None:
        match aggregate:
            case Attachment():
                self.put_attachment(aggregate)
            case Matter():
                self.put_matter(aggregate)
            case Letter():
                self.put_letter(aggregate)

    def blobs_in_use(self, keys: Iterable[str]) -> set[str]:
        asked = list(keys)
        columns = (contents.c.blob, letters.c.pdf, letters.c.docx)
        return {key for column in columns
                for key in self.session.scalars(select(column).where(column.in_(asked)))}
