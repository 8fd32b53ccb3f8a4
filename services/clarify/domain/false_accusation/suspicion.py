"""The report with which a false accusation's inquiry begins, and what an answer from above does to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rongcuo.casework.people import Holder
from rongcuo.contracts.clarify import Answer, Concerned, Gate, ManagedBy, ReportOutcome
from services.clarify.domain.apart import Apart
from services.clarify.domain.false_accusation.transitions import FalseAccusationVerb as Verb

ANSWERS: Final[Mapping[tuple[Gate, Answer], Verb]] = {
    (Gate.BEGIN, Answer.APPROVED): Verb.APPROVE_BEGINNING,
    (Gate.BEGIN, Answer.RETURNED): Verb.RETURN_BEGINNING,
    (Gate.BEGIN, Answer.REFUSED): Verb.REFUSE_BEGINNING,
    (Gate.FIND, Answer.APPROVED): Verb.APPROVE_FINDING,
    (Gate.FIND, Answer.RETURNED): Verb.RETURN_FINDING,
    (Gate.FIND, Answer.REFUSED): Verb.REFUSE_FINDING,
}


@dataclass(frozen=True, kw_only=True)
class Suspicion:
    """A report, and what is held of it. The reporter is `reporter_ref`, which is random, and a pseudonym.
    `handlers`: who had a hand in the report, none of whom approves; `settled`: all of it is found, and none
    is looked into again; `spoken_in_earnest`: a report to which it is linked was once neither proved nor
    excluded, or is true, or a mistake, or no malice by an inquiry."""

    report_id: str
    report_number: str
    reporter_ref: str
    pseudonym: str
    outcome: ReportOutcome
    concerned: tuple[Concerned, ...]
    managed_by: ManagedBy
    apart: Apart
    handlers: frozenset[Holder] = frozenset()
    settled: bool = True
    spoken_in_earnest: bool = False
