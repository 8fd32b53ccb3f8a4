"""What is noted of a matter is the filer's to contradict, and somebody else's than who noted it to answer."""

from dataclasses import replace
from datetime import date
from typing import Protocol

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Event
from rongcuo.contracts.filing import Deviation, Dispute, DisputeAnswer, DisputeAnswered
from rongcuo.contracts.readers import Reader
from rongcuo.policy.limit import Limit
from services.filing.domain.matter import local_day
from services.filing.domain.oversight import telling
from services.filing.domain.oversight.facts import is_disputed, is_withdrawn, noted, open_guidance
from services.filing.domain.oversight.transitions import OversightVerb as Verb


class Matter(telling.Facts, Protocol):
    """What is told of one: an `Oversight`."""

    filing_id: str

    def require(self, verb: Verb, occasion: Occasion) -> None: ...
    def deviation(self, number: int) -> Deviation: ...
    def change(self, deviation: Deviation) -> None: ...
    def by_when(self, limit: Limit, occasion: Occasion) -> date: ...
    def moved(self, verb: Verb, occasion: Occasion, note: str = "", *concerns: str) -> None: ...
    def step(self, verb: Verb, occasion: Occasion, note: str = "") -> None: ...
    def record(self, happening: Event) -> None: ...


def dispute(matter: Matter, number: int, words: str, occasion: Occasion) -> None:
    """By the filer alone: until it is answered, it weighs on nothing."""
    matter.require(Verb.DISPUTE, occasion)
    if occasion.actor.officer_id != matter.filer_id:
        raise CaseError("filing.not_the_filer")
    deviation = matter.deviation(number)
    require_standing(deviation)
    answer_by = matter.by_when(occasion.pack.oversight.guide_within, occasion)
    said = Dispute(words=given(words, Reader.REVIEWERS, "filing.reason_missing"), answer_by=answer_by,
                   **noted(occasion))
    matter.change(replace(deviation, disputes=(*deviation.disputes, said)))
    matter.moved(Verb.DISPUTE, occasion, str(number))


def answer_dispute(matter: Matter, number: int, stands: bool, words: str, occasion: Occasion) -> None:
    """It stands, or is withdrawn; never by whoever noted it."""
    matter.require(Verb.ANSWER_DISPUTE, occasion)
    deviation = matter.deviation(number)
    if not is_disputed(deviation):
        raise CaseError("filing.nothing_disputed", details={"number": number})
    if deviation.by_id == occasion.actor.officer_id:
        raise CaseError("filing.noted_it_oneself")
    said = DisputeAnswer(stands=stands, words=given(words, Reader.FILER, "filing.reason_missing"),
                         **noted(occasion))
    matter.change(replace(deviation, answers=(*deviation.answers, said)))
    matter.step(Verb.ANSWER_DISPUTE, occasion, str(number))
    matter.record(DisputeAnswered(standing=telling.standing(matter, occasion), filing_id=matter.filing_id,
                                  deviation=number, stands=stands, at=occasion.now))


def require_standing(deviation: Deviation) -> None:
    """Neither withdrawn, nor waiting for an answer."""
    require_not_withdrawn(deviation)
    if is_disputed(deviation):
        raise CaseError("filing.answer_first", details={"number": deviation.number})


def require_not_withdrawn(deviation: Deviation) -> None:
    """It still is one."""
    if is_withdrawn(deviation):
        raise CaseError("filing.deviation_withdrawn", details={"number": deviation.number})


def require_guidable(matter: Matter, deviation: Deviation, due_on: date, occasion: Occasion) -> None:
    """With time enough, and not again before the day that was given has come."""
    require_standing(deviation)
    require_time(matter, due_on, "due_on", occasion)
    if (told := open_guidance(deviation)) and told.due_on >= local_day(occasion.now):
        raise CaseError("filing.guided_already", details={"due_on": told.due_on.isoformat()})


def require_time(matter: Matter, due_on: date, field: str, occasion: Occasion) -> None:
    """At least what the rules leave the filer."""
    least = matter.by_when(occasion.pack.oversight.correct_at_least, occasion)
    if due_on < least:
        raise CaseError("filing.too_little_time", details={"fields": {field: [least.isoformat()]}})
