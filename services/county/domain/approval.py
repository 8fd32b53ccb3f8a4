"""What an organ needs the word of the one above for, from the request to its end."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final, Self

from rongcuo.contracts import county as contract
from rongcuo.contracts.actor import Actor, Role, queue
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.clarify import ApprovalWanted, Gate
from rongcuo.contracts.county import ApprovalKind, ApprovalOutcome, ApprovalState
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.province.line import ApprovalAnswered as AnswerOnLine
from rongcuo.contracts.province.line import ApprovalAsked
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.divisions import organ_above

KIND: Final = "approval"
SHORT: Final = 8     # signs of an id, where there is no number
GATES: Final[Mapping[Gate, ApprovalKind]] = {
    Gate.BEGIN: ApprovalKind.FALSE_ACCUSATION_BEGIN, Gate.FIND: ApprovalKind.FALSE_ACCUSATION_FIND}
SUMMARIES: Final[Mapping[ApprovalKind, str]] = {
    ApprovalKind.FALSE_ACCUSATION_BEGIN: (
        "一件检举控告整体涉嫌诬告陷害，提请批准启动核查。案卷按保密渠道另送。"),
    ApprovalKind.FALSE_ACCUSATION_FIND: (
        "诬告陷害核查已经办完，报请批准认定。案卷按保密渠道另送。理由将告知举报人。")}
OPEN: Final = frozenset({ApprovalState.ASKED, ApprovalState.SENT})


@dataclass(kw_only=True)
class Approval(Aggregate):
    """`asked_of_us`: by an organ below, of this prefecture's; otherwise by an organ of ours. `late_outcome`:
    of an answer that came when the request was over: it changes nothing, and is shown. `asked_for`: the case
    of a procedure that asks by itself, `asking` its how manieth request that is: what becomes of it is shown
    with that case, to whoever sees it, and to nobody here."""

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
    officer_id: str = ""
    pack_id: str = ""
    provincial: bool = False
    asked_for: str = ""
    asking: int = 0

    @classmethod
    def ask(cls, new_id: str, asks: contract.AskApproval, actor: Actor, now: datetime,
            pack_id: str = "") -> Self:
        """For the actor's own organ. Raises `county.due_already`."""
        if asks.due_on < _day(now):
            raise CaseError("county.due_already")
        return cls(id=new_id, organ_id=actor.organ_id, division_code=actor.division_code, asked_of_us=False,
                   kind=asks.kind, case_number=asks.case_number, summary=asks.summary, due_on=asks.due_on,
                   asked_by=actor.officer_id, asked_by_name=actor.name, asked_at=now, pack_id=pack_id)

    @classmethod
    def ask_for_case(cls, new_id: str, wanted: ApprovalWanted, case_id: str, pack_id: str,
                     now: datetime) -> Self:
        """By the procedure itself: in words of the platform, none of which anybody wrote."""
        kind = GATES[wanted.gate]
        return cls(id=new_id, organ_id=wanted.organ_id, division_code=wanted.division_code, asked_of_us=False,
                   kind=kind, case_number=wanted.number, summary=SUMMARIES[kind],
                   due_on=wanted.due_on or _day(now),
                   asked_by="", asked_by_name="", asked_at=now, pack_id=pack_id,
                   provincial=wanted.provincial, asked_for=case_id, asking=wanted.asking)

    @classmethod
    def asked_by_other(cls, asked: ApprovalAsked, pack_id: str = "") -> Self:
        """What came down the line, for the organ above the one that asks."""
        fresh = cls(id=asked.request_id, organ_id=organ_above(asked.division_code),
                   division_code=asked.division_code, asked_of_us=True, kind=asked.kind,
                   case_number=asked.case_number, summary=asked.summary, due_on=asked.due_on, asked_by="",
                   asked_by_name="", asked_at=asked.asked_at, state=ApprovalState.SENT, pack_id=pack_id)
        fresh.record(contract.ApprovalRequested(
            standing=fresh.standing(), approval_kind=fresh.kind, at=fresh.asked_at))
        return fresh

    @property
    def on_line(self) -> ApprovalAsked:
        """As it goes up."""
        return ApprovalAsked(
            request_id=self.id, kind=self.kind, division_code=self.division_code, provincial=self.provincial,
            case_number=self.case_number, summary=self.summary, due_on=self.due_on, asked_at=self.asked_at)

    def standing(self) -> Standing:
        """Where it stands: of those who answer, a task; for whoever asked, that it has its answer."""
        return Standing(
            kind=KIND, matter_id=self.id, number=self.case_number or self.id[-SHORT:],
            title=contract.TITLES[self.kind], organ_id=self.organ_id,
            division_code=self.organ_id.partition(".")[0], pack_id=self.pack_id, stage=KIND,
            subject_id=self.asked_by, holders=(queue(self.organ_id, Role.LEAD),),
            ended=not (self.asked_of_us and self.open), due_at=end_of(self.due_on))

    @property
    def open(self) -> bool:
        """Whether it can still be answered or taken back."""
        return self.state in OPEN

    @property
    def holds(self) -> bool:
        """Whether it is asked or answered: there is no need to ask that again."""
        return self.open or self.state in (ApprovalState.GIVEN, ApprovalState.REFUSED)

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

    def withdrawn(self, now: datetime) -> None:
        """By who asked us; what was answered before stands."""
        if self.open:
            self.withdraw()
            self._tell_end(now)

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
        self._settle(answer.outcome, answer.reason, actor.organ_id, now, actor.officer_id)

    def take_answer(self, answer: AnswerOnLine, now: datetime) -> None:
        """What came down the line. Once the request is over, whatever comes changes nothing."""
        if self._says_so_already(answer):
            return
        if self.open and self.due_on >= _day(now):
            self._settle(answer.outcome, answer.reason, answer.by, answer.at, answer.officer_id)
        elif self.open:
            self.expire(now)
            self._late(answer)
        else:
            self._late(answer)

    def expire(self, now: datetime) -> None:
        """Its day is over and nobody answered: it counts as not given."""
        if self.open and self.due_on < _day(now):
            self._settle(ApprovalOutcome.EXPIRED, "", "", now)

    def _settle(self, outcome: ApprovalOutcome, reason: str, by: str, at: datetime,
                officer_id: str = "") -> None:
        self.state = ApprovalState(outcome.value)
        self.reason, self.answered_by, self.answered_at, self.officer_id = reason, by, at, officer_id
        if self.asked_of_us:
            self._tell_end(at)
        else:
            self._tell_answer(outcome, by, at)

    def _late(self, answer: AnswerOnLine) -> None:
        self.late_outcome, self.late_at = answer.outcome, answer.at
        if self.asked_for:      # of which nothing is shown here
            self._tell_answer(answer.outcome, answer.by, answer.at, late=True)
        else:
            self.edits += 1

    def _tell_end(self, at: datetime) -> None:
        self.record(contract.ApprovalEnded(standing=self.standing(), state=self.state, at=at))

    def _tell_answer(self, outcome: ApprovalOutcome, by: str, at: datetime, late: bool = False) -> None:
        self.record(contract.ApprovalAnswered(
            standing=self.standing(), approval_id=self.id, organ_id=self.organ_id, approval_kind=self.kind,
            case_number=self.case_number, outcome=outcome, by=by, at=at, late=late, asked_for=self.asked_for,
            asking=self.asking))

    def _says_so_already(self, answer: AnswerOnLine) -> bool:
        return self.state == answer.outcome.value and self.answered_by == answer.by

    def _require_open(self) -> None:
        if not self.open:
            raise CaseError("county.request_over")


def end_of(day: date) -> datetime:
    """The last moment of a local day."""
    return datetime.combine(day, time(23, 59, 59), ZONE)


def _day(moment: datetime) -> date:
    return moment.astimezone(ZONE).date()
