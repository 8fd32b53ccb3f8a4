"""Attachments, and the contents they share."""

from sqlalchemy import select

from rongcuo.chassis.database.statements import insert_if_absent
from services.documents.domain.attachment import Attachment
from services.documents.storage.session import InSession
from services.documents.storage.tables import attachments, contents


class AttachmentRows(InSession):
    """One session's attachments. They never change: what was put is there already, or new."""

    def keep_content(self, sha256: str, blob: str) -> str:
        insert_if_absent(self.session, contents, {"sha256": sha256, "blob": blob})
        kept = self.session.scalar(select(contents.c.blob).where(contents.c.sha256 == sha256))
        return str(kept)

    def uploads(self, sha256: str) -> list[Attachment]:
        wanted = select(attachments).where(attachments.c.sha256 == sha256)
        rows = self.session.execute(wanted.order_by(attachments.c.uploaded_at, attachments.c.id)).mappings()
        return [Attachment(**row) for row in rows]

    def put_attachment(self, attachment: Attachment) -> None:
        insert_if_absent(self.session, attachments,
                         {each.name: getattr(attachment, each.name) for each in attachments.c})
