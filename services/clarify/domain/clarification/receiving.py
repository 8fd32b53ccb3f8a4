"""What reaches the person: read by themselves, or served on them on paper."""

from typing import Protocol

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.readers import Reader
from services.clarify.domain.clarification import reaching
from services.clarify.domain.clarification.facts import Facts
from services.clarify.domain.clarification.transitions import ClarificationVerb as Verb


class Receiving(Facts, reaching.Put, Protocol):
    """A `Clarification`."""


def read(case: Receiving, occasion: Occasion) -> None:
    """By themselves."""
    case.require(Verb.READ, occasion)
    case.receipts = reaching.received(case, occasion)
    case.step(Verb.READ, occasion)


def serve(case: Receiving, how: str, attachments: tuple[AttachmentRef, ...], occasion: Occasion) -> None:
    """With what they signed for it, by two, of whom the second enters the same paper: on that day it counts,
    no day of before. Raises `clarify.paper_missing`, `clarify.paper_used`, `clarify.confirms_own_entry`."""
    case.require(Verb.SERVE, occasion)
    way = given(how, Reader.SUBJECT)
    if not attachments:
        raise CaseError("clarify.paper_missing")
    if entered := reaching.unconfirmed(case, attachments):
        case.receipts = reaching.confirmed(case, entered, occasion)
    else:
        case.keep(attachments)
        case.receipts = reaching.received(case, occasion, way, attachments)
    case.step(Verb.SERVE, occasion, way)
