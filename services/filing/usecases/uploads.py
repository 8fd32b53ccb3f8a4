"""The files that a filing names, as documents took them in."""

from dataclasses import replace

from rongcuo.casework.asking import file_asked
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.filing import AttachmentRef, FilingContent
from services.filing.ports import Filings


def with_uploads(context: ExecutionContext[Filings], content: FilingContent,
                 filing_id: str = "") -> FilingContent:
    """The content with its files as documents took them in, asked before any transaction: name, size and type
    that a command gives are only claims. What the filing names already stays; the rest are the actor's own
    uploads, or `attachment.unknown`."""
    if not _files_of(content):
        return content
    known: dict[str, AttachmentRef] = {}
    if filing_id:
        with context.reading() as store:
            known = {ref.sha256: ref for ref in _files_of(store.read(filing_id).content)}
    meeting = content.collective_decision
    if meeting and meeting.minutes:
        meeting = replace(meeting, minutes=_held(context, meeting.minutes, known))
    attachments = tuple(_held(context, ref, known) for ref in content.attachments)
    return replace(content, collective_decision=meeting, attachments=attachments)


def _files_of(content: FilingContent) -> tuple[AttachmentRef, ...]:
    """Every file that a filing names."""
    minutes = content.collective_decision and content.collective_decision.minutes
    return (*content.attachments, *([minutes] if minutes else ()))


def _held(context: ExecutionContext[Filings], ref: AttachmentRef,
          known: dict[str, AttachmentRef]) -> AttachmentRef:
    return known[ref.sha256] if ref.sha256 in known else file_asked(context, ref)
