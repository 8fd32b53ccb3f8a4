"""Taking files in, and clearing away what nobody names."""

from collections.abc import Iterator
from itertools import islice

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.documents import AttachmentView, TakeAttachment
from rongcuo.contracts.errors import CaseError
from services.documents import access
from services.documents.answers import attachment_view
from services.documents.domain import Attachment, Found, accepted
from services.documents.ports import Examiner, Files, Papers

FORGOTTEN = 24 * 3600.0  # seconds after which a file that nothing names was left by a crash
AT_ONCE = 500


def take_attachment(desk: ExecutionContext[Papers], command: TakeAttachment, files: Files, examiner: Examiner,
                    limit: int) -> AttachmentView:
    """A file that is refused is removed; a content that is known already is kept once."""
    try:
        access.require_uploader(desk.actor)
        found = examiner.examine(files.read(command.blob), limit)
        media_type = accepted(command.name, command.media_type, found, limit)
    except CaseError as refusal:
        _refuse(desk, refusal, command.blob, files)
        raise
    with desk.unit() as unit:
        blob = unit.store.keep_content(found.sha256, command.blob)
        attachment = _same(desk, unit.store, found, command.name) or Attachment(
            desk.new_id(), found.sha256, command.name, found.size, media_type, blob, desk.actor.officer_id,
            desk.now)
        unit.note("attachment.taken", attachment.id)
        unit.commit(attachment, answer=attachment_view(attachment))
    if blob != command.blob:
        files.remove(command.blob)
    return attachment_view(attachment)


def _refuse(desk: ExecutionContext[Papers], refusal: CaseError, blob: str, files: Files) -> None:
    """Unless this very command was carried out before, whose answer stands. Raises the refusal."""
    with desk.unit() as unit:
        if not unit.store.blobs_in_use([blob]):
            files.remove(blob)
        raise refusal


def _same(desk: ExecutionContext[Papers], store: Papers, found: Found, name: str) -> Attachment | None:
    mine = (one for one in store.uploads(found.sha256) if one.uploaded_by == desk.actor.officer_id)
    return next((one for one in mine if one.name == name), None)


def sweep(desk: ExecutionContext[Papers], files: Files) -> int:
    """Remove files that crashed uploads, or makers of letters, left a day ago; how many."""
    return sum(_sweep(desk, files, keys) for keys in _batches(files.older_than(FORGOTTEN)))


def _sweep(desk: ExecutionContext[Papers], files: Files, keys: list[str]) -> int:
    with desk.reading() as store:
        left = set(keys) - store.blobs_in_use(keys)
    for key in left:
        files.remove(key)
    return len(left)


def _batches(keys: Iterator[str]) -> Iterator[list[str]]:
    while batch := list(islice(keys, AT_ONCE)):
        yield batch
