"""When the vault took in what the reporter gave on paper: it answers only what was put to them before."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from rongcuo.contracts.clarify import Address
from rongcuo.contracts.errors import CaseError
from services.clarify.domain.false_accusation.entering import Put, last_place
from services.clarify.domain.false_accusation.transitions import FalseAccusationVerb as Verb

ANSWERED: Final = {Verb.RECORD_HEARING: Address.ASKED, Verb.RECORD_UNHEARD: Address.ASKED,
                   Verb.ANSWER_DRAFT: Address.DRAFT, Verb.COMPLAIN: Address.FOUND}
"""What a paper answers that comes with this verb; a service is of all that was put to them."""


def require_given_since(case: Put, verb: Verb, given: Iterable[datetime]) -> None:
    """What the vault had before something was put to them answers nothing of it, nor shows that it reached
    them: `clarify.paper_of_before`."""
    place = last_place(case, ANSWERED[verb]) if verb in ANSWERED else len(case.addressed)
    put = case.addressed[place - 1].at if place else None
    if put and any(at < put for at in given):
        raise CaseError("clarify.paper_of_before")
