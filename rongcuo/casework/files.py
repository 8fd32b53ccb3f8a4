"""What documents is asked about files, always before any transaction is open."""

from typing import Any

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.documents import AttachmentQuery
from rongcuo.contracts.documents.operations import ATTACHMENT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef


def file_asked(context: ExecutionContext[Any], ref: AttachmentRef) -> AttachmentRef:
    """The actor's own upload as documents took it in: name, size and type that a command gives are only
    claims. Raises `attachment.unknown`."""
    try:
        known = context.ask(ATTACHMENT, AttachmentQuery(sha256=ref.sha256, name=ref.name))
    except CaseError as error:
        if error.code != "not_found":
            raise
        raise CaseError("attachment.unknown", details={"name": ref.name, "sha256": ref.sha256}) from None
    return AttachmentRef(name=known.name, sha256=known.sha256, size=known.size, media_type=known.media_type)
