"""Attachments, and the contents they share."""

from typing import Any

from sqlalchemy import RowMapping, select

from rongcuo.chassis.database.statements import insert_if_absent
from services.documents.domain import Attachment
from services.documents.storage.session import InSession
from services.documents.storage.tables import attachments, contents

FIELDS = ("id", "sha256", "name", "size", "media_type", "blob", "uploaded_by", "uploaded_at")


class AttachmentRows(InSession):
    """One session's attachments. They never change: what was put is there already, or new."""

    def keep_content(self, sha256: str, blob: str) -> str:
        insert_if_absent(self.session, contents, {"sha256": sha256, "blob": blob})
        kept = self.session.scalar(select(contents.c.blob).where(contents.c.sha256 == sha256))
        return str(kept)

    def uploads(self, sha256: str) -> list[Attachment]:
        wanted = select(attachments).where(attachments.c.sha256 == sha256)
        rows = self.session.execute(wanted.order_by(attachments.c.uploaded_at, attachments.c.id)).mappings()
        return [_attachment_of(row) for row in rows]

    def put_attachment(self, attachment: Attachment) -> None:
        insert_if_absent(self.session, attachments, {name: getattr(attachment, name) for name in FIELDS})


def _attachment_of(row: RowMapping) -> Attachment:
    told: dict[str, Any] = {name: row[name] for name in FIELDS}
    return Attachment(**told)
