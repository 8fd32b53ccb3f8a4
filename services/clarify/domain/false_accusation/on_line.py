"""The word of an organ on another node: what an inquiry waits for, and what its answer does."""

from dataclasses import replace
from typing import Final, Protocol

from rongcuo.casework.occasion import Occasion
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import Answer, ApprovalWanted, FalseAccusationState, Gate
from rongcuo.contracts.county import ApprovalOutcome
from rongcuo.contracts.county.operations import AnswerGiven
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.divisions import PROVINCE
from rongcuo.policy.pack import Stage
from services.clarify.domain.false_accusation.transitions import FalseAccusationVerb as Verb
from services.clarify.domain.stages import local_day

GATES: Final = {FalseAccusationState.BEGIN_APPROVAL: Gate.BEGIN,
                FalseAccusationState.FINDING_APPROVAL: Gate.FIND}
# In the history, of words that change nothing:
LATE: Final = "word_late"                # to what was asked for an earlier time, or when the request was over
MISSING: Final = "word_missing"          # nobody answered in time: that is no answer, and it is asked again
REFUSED: Final = "word_without_effect"   # a guard refused it: another is asked for
ASKING_ANEW: Final = frozenset({
    Verb.REQUEST_BEGINNING, Verb.REQUEST_FINDING, Verb.RAISE, Verb.MOVE_ON, REFUSED})
ANSWERS: Final = {ApprovalOutcome.GIVEN: Answer.APPROVED, ApprovalOutcome.REFUSED: Answer.REFUSED}
AGREES: Final = "同意。"     # of whoever gave no reasons


class Waiting(Protocol):
    """A `FalseAccusation`, whose verbs these are."""

    number: str
    organ_id: str
    division_code: str
    state: FalseAccusationState
    clock: DeadlineClock
    history: tuple[HistoryEntry, ...]

    @property
    def approver_id(self) -> str: ...

    def rule(self, occasion: Occasion) -> Stage: ...

    def answer_beginning(self, answer: Answer, reasons: str, occasion: Occasion) -> None: ...

    def answer_finding(self, answer: Answer, reasons: str, occasion: Occasion) -> None: ...

    def note(self, what: str, occasion: Occasion, note: str = "") -> None: ...

    def tell(self, what: str, occasion: Occasion) -> None: ...


def wanted(case: Waiting, occasion: Occasion) -> ApprovalWanted:
    """Whose word it waits for. Where the stage is late, they have its whole time from now on."""
    gate = GATES.get(case.state)
    if gate is None:
        return ApprovalWanted()
    due = occasion.due(case.clock).date
    if due < local_day(occasion):
        due = occasion.due(DeadlineClock(occasion.now, case.rule(occasion).limit)).date
    return ApprovalWanted(
        asking=asking(case), organ_id=case.organ_id, division_code=case.division_code,
        asked_of=case.approver_id, number=case.number, gate=gate,
        provincial=case.approver_id == PROVINCE, due_on=due)


def asking(case: Waiting) -> int:
    """How often a word was asked for by now. An answer to an earlier time is none to this one."""
    return sum(entry.what in ASKING_ANEW for entry in case.history)


def take_word(case: Waiting, word: AnswerGiven, late: bool, occasion: Occasion) -> None:
    """As an officer of that organ would give it, with the same guards: what they refuse, and what was asked
    for an earlier time, changes nothing and stands in the history."""
    gate, answer = GATES.get(case.state), ANSWERS.get(word.outcome)
    if late or gate is None or word.asking != asking(case):
        return _show(case, LATE, word, occasion)
    if answer is None:
        return _show(case, MISSING, word, occasion)
    above = Actor(word.officer_id, "", word.by, word.by.partition(".")[0], roles=frozenset({Role.LEAD}))
    give = case.answer_beginning if gate is Gate.BEGIN else case.answer_finding
    try:
        give(answer, word.reason.strip() or AGREES, replace(occasion, actor=above))
    except CaseError as refusal:
        _show(case, REFUSED, word, occasion, refusal.code)
    return None


def _show(case: Waiting, what: str, word: AnswerGiven, occasion: Occasion, code: str = "") -> None:
    said = " ".join(filter(None, (word.by, word.outcome.value, code, word.reason)))
    case.note(what, occasion, said)
    case.tell(what, occasion)
