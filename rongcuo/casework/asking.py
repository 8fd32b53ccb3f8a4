"""What identity is asked about officers, and documents about files, always before any transaction is open."""

from collections.abc import Mapping
from typing import Any

from rongcuo.casework.organ_above import organs_above
from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.documents import AttachmentQuery
from rongcuo.contracts.documents.operations import ATTACHMENT
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.identity import OfficerQuery, OfficersQuery, OfficerView
from rongcuo.contracts.identity.operations import OFFICER, OFFICERS

Officers = Mapping[str, tuple[OfficerView, ...]]   # of an organ, and of those above it


def officer_asked(context: ExecutionContext[Any], officer_id: str,
                  unknown: str = "review.not_a_reviewer") -> OfficerView:
    """An officer as identity knows them. One whom nobody knows is no reviewer."""
    try:
        return context.ask(OFFICER, OfficerQuery(officer_id=officer_id))
    except CaseError as error:
        if error.code != "not_found":
            raise
        raise CaseError(unknown, details={"officer_id": officer_id}) from None


def colleagues_asked(context: ExecutionContext[Any]) -> tuple[OfficerView, ...]:
    """The officers of the actor's organ."""
    return officers_asked(context, context.actor.organ_id)


def officers_asked(context: ExecutionContext[Any], organ_id: str) -> tuple[OfficerView, ...]:
    """The officers in post in an organ, as far as the actor sees them; the platform itself sees all."""
    return context.ask(OFFICERS, OfficersQuery(organ_id=organ_id)).officers


def officers_upwards(context: ExecutionContext[Any], organ_id: str) -> Officers:
    """Those of an organ, and of every one above it."""
    return {each: officers_asked(context, each) for each in (organ_id, *organs_above(organ_id))}


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
