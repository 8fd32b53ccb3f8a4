"""What clarify says of a matter: who handles it, in which organ, and whom it names. The one place where it is
asked.

Closed by default: where clarify does not answer, or knows of no such report, nobody handles it.
"""

from typing import Any, NamedTuple

from rongcuo.chassis.ports import ExecutionContext
from rongcuo.contracts.clarify import Handling, MayHandle
from rongcuo.contracts.clarify.operations import MAY_HANDLE
from rongcuo.contracts.errors import CaseError
from services.vault.domain import Named


class Handled(NamedTuple):
    """A report that somebody handles: whom it names, and which organ has it."""

    named: Named
    organ_id: str


def handled(context: ExecutionContext[Any], reporter_ref: str, handler: str, *,
            reading: bool = False) -> Handled:
    """The report of this reporter, where `handler` is who handles it, or for `reading` who decides of it;
    asked anew each time.

    Raises `not_found` where they do not, or the actor is named; `vault.handling_unknown` where nobody says.
    """
    told = _told(context, reporter_ref, handler)
    if not (told.known and (told.handles or (reading and told.reads))):
        raise CaseError("not_found")
    return Handled(_unnamed(context, told), told.organ_id)


def also_named(context: ExecutionContext[Any], reporter_ref: str, handler: str) -> Named:
    """Whom the report names by now, whoever asks. Raises `vault.handling_unknown`."""
    return _named(_told(context, reporter_ref, handler))


def require_unnamed(context: ExecutionContext[Any], reporter_ref: str, handler: str) -> None:
    """Whoever handles it by now. Raises `not_found` where the actor is named, `vault.handling_unknown`."""
    _unnamed(context, _told(context, reporter_ref, handler))


def _unnamed(context: ExecutionContext[Any], told: Handling) -> Named:
    named = _named(told)
    if named.bars(context.actor):
        raise CaseError("not_found")
    return named


def _named(told: Handling) -> Named:
    return Named.of(told.named, told.units_named, told.names, told.keys)


def _told(context: ExecutionContext[Any], reporter_ref: str, handler: str) -> Handling:
    try:
        return context.ask(MAY_HANDLE, MayHandle(reporter_ref=reporter_ref, officer_id=handler))
    except CaseError as error:
        raise CaseError("vault.handling_unknown", error.code) from None
