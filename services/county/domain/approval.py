"""What an organ needs the word of the one above for, from the request to its end."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Self

from rongcuo.contracts import county as contract
from rongcuo.contracts.actor import Actor
from rongcuo.contracts.county import ApprovalKind, ApprovalOutcome, ApprovalState
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.province.line import ApprovalAnswered as AnswerOnLine
from rongcuo.contracts.province.line import ApprovalAsked
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.divisions import organ_above

OPEN: Final = frozenset({ApprovalState.ASKED, ApprovalState.SENT})


@dataclass(kw_only=True)
class Approval(Aggregate):
    """`asked_of_us`: by an organ below, of this prefecture's; otherwise by an organ of ours. `late_outcome`:
    of an answer that came when the request was over: it changes nothing, and is shown."""

    id: str
    organ_id: str
    division_code: str
    asked_of_us: bool
    kind: ApprovalKind
    case_number: str
    summary: str
    due_on: date
    asked_by: str
    asked_by_name: str
    asked_at: datetime
    state: ApprovalState = ApprovalState.ASKED
    reason: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None
    late_outcome: ApprovalOutcome | None = None
    late_at: datetime | None = None

    @classmethod
    def ask(cls, new_id: str, asks: contract.AskApproval, actor: Actor, now: datetime) -> Self:
        """For the actor's own organ. Raises `county.due_already`."""
        if asks.due_on < _day(now):
            raise CaseError("county.due_already")
        return cls(id=new_id, organ_id=actor.organ_id, division_code=actor.division_code, asked_of_us=False,
                   kind=asks.kind, case_number=asks.case_number, summary=asks.summary, due_on=asks.due_on,
                   asked_by=actor.officer_id, asked_by_name=actor.name, asked_at=now)

    @classmethod
    def asked_by_other(cls, asked: ApprovalAsked) -> Self:
        """What came down the line, for the organ above the one that asks."""
        return cls(id=asked.request_id, organ_id=organ_above(asked.division_code),
                   division_code=asked.division_code, asked_of_us=True, kind=asked.kind,
                   case_number=asked.case_number, summary=asked.summary, due_on=asked.due_on, asked_by="",
                   asked_by_name="", asked_at=asked.asked_at, state=ApprovalState.SENT)

    @property
    def open(self) -> bool:
        """Whether it can still be answered or taken back."""
        return self.state in OPEN

    def sent(self) -> None:
        """The hub has it."""
        if self.state is ApprovalState.ASKED:
            self.state = ApprovalState.SENT
            self.edits += 1

    def withdraw(self) -> None:
        """By who asked. Raises `county.request_over`."""
        self._require_open()
        self.state = ApprovalState.WITHDRAWN
        self.edits += 1

    def withdrawn(self) -> None:
        """By who asked us; what was answered before stands."""
        if self.open:
            self.withdraw()

    def answer(self, answer: contract.AnswerRequest, actor: Actor, now: datetime) -> None:
        """In the organ that was asked. Raises `county.request_over`, `county.no_answer` where the outcome is
        none that somebody gives, `county.reason_wanted`."""
        self._require_open()
        if answer.outcome is ApprovalOutcome.EXPIRED:
            raise CaseError("county.no_answer")
        if answer.outcome is ApprovalOutcome.REFUSED and not answer.reason.strip():
            raise CaseError("county.reason_wanted")
        if self.due_on < _day(now):
            raise CaseError("county.request_over")
        self._settle(answer.outcome, answer.reason, actor.organ_id, now)

    def take_answer(self, answer: AnswerOnLine, now: datetime) -> None:
        """What came down the line. Once the request is over, whatever comes changes nothing."""
        if self._says_so_already(answer):
            return
        if self.open and self.due_on >= _day(now):
            self._settle(answer.outcome, answer.reason, answer.by, answer.at)
        elif self.open:
            self.expire(now)
            self._late(answer)
        else:
            self._late(answer)

    def expire(self, now: datetime) -> None:
        """Its day is over and nobody answered: it counts as not given."""
        if self.open and self.due_on < _day(now):
            self._settle(ApprovalOutcome.EXPIRED, "", "", now)

    def _settle(self, outcome: ApprovalOutcome, reason: str, by: str, at: datetime) -> None:
        self.state = ApprovalState(outcome.value)
        self.reason, self.answered_by, self.answered_at = reason, by, at
        if self.asked_of_us:
            self.edits += 1
            return
        self.record(contract.ApprovalAnswered(
            approval_id=self.id, organ_id=self.organ_id, approval_kind=self.kind,
            case_number=self.case_number, outcome=outcome, by=by, at=at))

    def _late(self, answer: AnswerOnLine) -> None:
        self.late_outcome, self.late_at = answer.outcome, answer.at
        self.edits += 1

    def _says_so_already(self, answer: AnswerOnLine) -> bool:
        return self.state == answer.outcome.value and self.answered_by == answer.by

    def _require_open(self) -> None:
        if not self.open:
            raise CaseError("county.request_over")


def _day(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()
