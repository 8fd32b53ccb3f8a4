"""What is said, and where, when work fails."""

from collections.abc import Sequence
from traceback import FrameSummary, extract_tb
from types import TracebackType
from typing import Any

import structlog

from rongcuo.contracts.errors import CaseError

log = structlog.get_logger(__name__)
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]

# Something the work needs is away. That is no fault of the message: it may be tried as often as it takes.
TRANSIENT = frozenset({
    "service_unavailable", "storage_unavailable", "busy", "answer_late", "deadline_passed"})
OUT_OF_ORDER = "events.out_of_order"    # an earlier event of the same subject has not been heard


def where(trace: TracebackType | None) -> list[str]:
    """The frames of a traceback. Never the error's own text: it may quote a message's body or a row."""
    frames: Sequence[FrameSummary] = extract_tb(trace)
    return [f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames][-12:]


def as_case_error(error: BaseException, reference: str, **facts: Any) -> CaseError:
    """A refusal as it is. Anything else is written to the log and becomes `unexpected`, without its text."""
    if isinstance(error, CaseError):
        return error
    log.error("unexpected", reference=reference, error=type(error).__name__,
              at=where(error.__traceback__), **facts)
    return CaseError("unexpected", reference)
