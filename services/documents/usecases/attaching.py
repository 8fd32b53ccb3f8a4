"""Taking files in, and clearing away what nobody names."""

from itertools import islice

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.documents import AttachmentView, TakeAttachment
from rongcuo.contracts.errors import CaseError
from services.documents import access
from services.documents.domain.attachment import Attachment, accepted
from services.documents.ports import Files, Inspector, Papers
from services.documents.presenters import attachment_view

FORGOTTEN = 24 * 3600.0  # seconds after which a file that nothing names was left by a crash
AT_ONCE = 500
OF_THE_VAULT = "sealed-"  # what lies closed in the same store, and is swept there


def take_attachment(context: ExecutionContext[Papers], command: TakeAttachment, files: Files,
                    inspector: Inspector, limit: int) -> AttachmentView:
    """A file that is refused is removed; a content that is known already is kept once."""
    try:
        access.require_uploader(context.actor)
        found = inspector.inspect(files.read(command.blob), limit)
        media_type = accepted(command.name, command.media_type, found, limit)
    except CaseError as refusal:
        _refuse(context, refusal, command.blob, files)
        raise
    with context.unit() as unit:
        blob = unit.store.keep_content(found.sha256, command.blob)
        me = context.actor.officer_id
        again = (one for one in unit.store.uploads(found.sha256)
                 if (one.uploaded_by, one.name) == (me, command.name))
        attachment = next(again, None) or Attachment(
            context.new_id(), found.sha256, command.name, found.size, media_type, blob, me, context.now)
        unit.audit("attachment.taken", attachment.id)
        unit.commit(attachment, answer=attachment_view(attachment))
    if blob != command.blob:
        files.remove(command.blob)
    return attachment_view(attachment)


def _refuse(context: ExecutionContext[Papers], refusal: CaseError, blob: str, files: Files) -> None:
    """Unless this very command was carried out before, whose answer stands. Raises the refusal."""
    with context.unit() as unit:
        if not unit.store.blobs_in_use([blob]):
            files.remove(blob)
        raise refusal


def sweep(context: ExecutionContext[Papers], files: Files) -> int:
    """Remove files that crashed uploads, or makers of letters, left a day ago; how many."""
    removed, keys = 0, (key for key in files.older_than(FORGOTTEN) if not key.startswith(OF_THE_VAULT))
    while batch := list(islice(keys, AT_ONCE)):
        with context.reading() as store:
            left = set(batch) - store.blobs_in_use(batch)
        for key in left:
            files.remove(key)
        removed += len(left)
    return removed
