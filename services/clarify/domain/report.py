"""A report (检举控告): its facts, and the verbs that happen to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Self

from rongcuo.casework.case import Case, given
from rongcuo.casework.holding import next_to_act
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.casework.recusal import Parties, Recusal
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.clarify import (
    Allegation,
    Channel,
    ClearingAnswer,
    Disposition,
    FeedbackStage,
    Finding,
    LinkKind,
    ManagedBy,
    NoRemit,
    Origin,
    Outside,
    ReportContent,
    ReportDisposal,
    ReporterFeedback,
    ReporterKind,
    ReportLink,
    ReportOutcome,
    ReportRegistered,
    Retrospective,
    ShieldMatch,
    ShieldVerdict,
    TakenRequest,
)
from rongcuo.contracts.clarify import ReportState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.ledger import LedgerProof
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.pack import Stage
from services.clarify.domain import (
    apart,
    cataloguing,
    clearing_question,
    events,
    keeping,
    outcomes,
    passing,
    reporter,
    shield,
)
from services.clarify.domain.guards import there_was_an_inquiry
from services.clarify.domain.shield import FiledMatter
from services.clarify.domain.transitions import HELD, TRANSITIONS
from services.clarify.domain.verbs import ENDED, Verb

DISPOSES: Mapping[ReportDisposal, tuple[Verb, str]] = {     # the stage that begins with each
    ReportDisposal.INQUIRY: (Verb.INQUIRE, "inquiry"), ReportDisposal.VERIFY: (Verb.VERIFY, "verification"),
    ReportDisposal.HOLD: (Verb.HOLD, "hold"), ReportDisposal.CLOSE: (Verb.SETTLE, "conclusion"),
    ReportDisposal.CLOSED_ON_REPLY: (Verb.SETTLE, "conclusion")}


@dataclass(kw_only=True)
class Report(Case):
    """Every verb asks its guards first: a refused one changes nothing.

    `named`: officers whom it is about; `units_named`: their units, by all names; `kept_here`: officers of the
    organ and of those above who share either with them; `kept_from`: the keys of all of them (`apart`), and
    of the recused. `confirmed`: the commission has confirmed who reported; `unconfirmed`: why it could not.
    `ever_open`: allegations that were once neither proved nor excluded. `finders`: who recorded what is
    found; `ever_held`: who held it, or had a hand in it before it was passed up to here. `passed_to`: the
    organ that has it, where none of it stays. `wrote_at`: when the reporter wrote last. `managed_by`: the
    highest level of those named, as far as identity knows. `left_out`: in no figures, as somebody who reads
    them is named.
    """

    transitions: ClassVar = TRANSITIONS
    held: ClassVar = HELD
    endings: ClassVar = ENDED
    party: ClassVar = Reader.ORGAN

    channel: Channel
    origin: Origin
    given_by: str
    reporter_ref: str
    pseudonym: str
    signed: bool
    reachable: bool
    received_at: datetime
    allegations: tuple[Allegation, ...]
    state: State = State.REGISTERED
    stage: str = "remit"
    confirmed: bool = False
    unconfirmed: str = ""
    named: frozenset[str] = frozenset()
    kept_here: frozenset[str] = frozenset()
    units_named: frozenset[str] = frozenset()
    named_keys: frozenset[str] = frozenset()
    managed_by: ManagedBy = ManagedBy.COUNTY
    left_out: bool = False
    links: tuple[ReportLink, ...] = ()
    dispositions: tuple[Disposition, ...] = ()
    findings: Mapping[int, Finding] = field(default_factory=dict)
    finders: frozenset[Holder] = frozenset()
    ever_held: frozenset[Holder] = frozenset()
    ever_open: frozenset[int] = frozenset()
    clearing: ClearingAnswer | None = None
    feedbacks: tuple[ReporterFeedback, ...] = ()
    requests: tuple[TakenRequest, ...] = ()
    wrote_at: datetime | None = None
    matches: tuple[ShieldMatch, ...] = ()
    retrospective: Retrospective | None = None
    refused_for: NoRemit | None = None
    passed_to: str = ""
    decided_at: datetime | None = None

    @classmethod
    def register(cls, report_id: str, number: str, content: ReportContent, organ_id: str,
                 division_code: str, occasion: Occasion) -> Self:
        """It is in, and nobody sees it yet. The clock of the remit check runs since it was received."""
        if content.received_at > occasion.now:
            raise CaseError("clarify.received_in_future",
                            details={"received_at": content.received_at.isoformat()})
        cataloguing.require_categories(content.allegations, occasion)
        clock = DeadlineClock(content.received_at, occasion.pack.reports.stage("remit").limit)
        due = occasion.due(clock)
        report = cls(
            id=report_id, number=number, title=events.TITLE, organ_id=organ_id, division_code=division_code,
            pack_id=occasion.pack.id, clock=clock, opened_at=occasion.now, since=occasion.now, due_at=due.at,
            provisional=due.provisional, edition=due.edition, channel=content.channel, origin=content.origin,
            given_by=content.given_by, reporter_ref=content.reporter_ref, pseudonym=content.pseudonym,
            signed=content.signed, reachable=content.reachable, received_at=content.received_at,
            allegations=content.allegations, named=frozenset(
                each.person.officer_id for each in content.allegations) - {""},
            units_named=frozenset(each.person.unit for each in content.allegations) - {""},
            named_keys=apart.named_in(content.allegations))
        report.note(Verb.REGISTER, occasion)
        report.record(ReportRegistered(report_id=report.id, organ_id=organ_id, at=occasion.now))
        return report

    @property
    def kind(self) -> ReporterKind:
        """Whose name nobody has confirmed, is anonymous (检举控告规则 art. 30)."""
        real = self.signed and self.reachable and self.confirmed
        return ReporterKind.REAL_NAME if real else ReporterKind.ANONYMOUS

    @property
    def repeats(self) -> str:
        """重复件: the report that it repeats; empty where it repeats none."""
        return next((each.report_id for each in self.links if each.kind is LinkKind.REPEATS), "")

    @property
    def disposal(self) -> ReportDisposal | None:
        """The last one."""
        return self.dispositions[-1].disposal if self.dispositions else None

    @property
    def outcome(self) -> ReportOutcome | None:
        """Of the whole, as far as it is found."""
        return outcomes.whole(each.outcome for each in self.findings.values())

    @property
    def _verifying(self) -> frozenset[Holder]:
        """Whose finding it is: the team's, where one verifies."""
        return frozenset(self.team) if self.disposal is ReportDisposal.VERIFY else frozenset()

    @property
    def unfound(self) -> tuple[int, ...]:
        """The numbers of allegations of which nothing was found yet."""
        return tuple(each for each in range(1, len(self.allegations) + 1) if each not in self.findings)

    @property
    def clearing_asked(self) -> bool:
        """Whether a name may have to be cleared: something was found untrue."""
        return outcomes.clearing_asked(each.outcome for each in self.findings.values())

    @property
    def ready_to_close(self) -> bool:
        """Only a lead's word is missing."""
        return not self.unfound and (self.clearing is not None or not self.clearing_asked)

    @property
    def parties(self) -> Parties:
        """Whoever is named, and everybody of their units."""
        return Parties.of(self.named, self.units_named)

    @property
    def kept_from(self) -> frozenset[str]:
        """The keys of everybody for whom it is not there."""
        return self.named_keys | apart.keys_of(*self.recusals)

    @property
    def hands(self) -> frozenset[Holder]:
        """Whoever took any step of it, or ever held it."""
        steps = {Holder(each.actor_id, each.actor_name) for each in self.history}
        return self.ever_held | self.finders | {*self.in_hand} | steps

    @property
    def seen_by_any(self) -> bool:
        """Not before it is known whom to keep it from."""
        return self.state is not State.REGISTERED

    @property
    def standing(self) -> Standing:
        """Where it stands, as its events tell it."""
        return Standing(
            kind=events.KIND, matter_id=self.id, number=self.number, title=self.title, organ_id=self.organ_id,
            division_code=self.division_code, pack_id=self.pack_id, stage=self.stage,
            holders=next_to_act(self), apart=tuple(sorted(self.named | self.kept_here | self.recused)),
            parties=tuple(sorted(self.named | self.kept_here)), units_apart=tuple(sorted(self.units_named)),
            keys_apart=tuple(sorted(self.kept_from)), provisional=self.provisional,
            suspended=self.clock.suspended, ended=self.ended, due_at=self.due_at)

    def is_apart(self, somebody: apart.Somebody) -> bool:
        """Named, called like somebody who is, of their units, or recused."""
        return not self.kept_from.isdisjoint(apart.known_by(somebody))

    def was_told(self, stage: FeedbackStage) -> bool:
        """Whether the reporter has had this feedback."""
        return any(each.stage is stage for each in self.feedbacks)

    def was_disposed(self, disposal: ReportDisposal) -> bool:
        """At any time."""
        return any(each.disposal is disposal for each in self.dispositions)

    def rule(self, occasion: Occasion) -> Stage:
        return occasion.pack.reports.stage(self.stage)

    # What the modules beside this one do with it; each is a verb of its own.

    open = keeping.open_report
    pass_up = passing.pass_up
    take_over = passing.take_over
    answer_clearing = clearing_question.answer_clearing
    link = cataloguing.link
    classify = cataloguing.classify
    confirm_reporter = reporter.confirm
    leave_anonymous = reporter.leave_anonymous
    give_feedback = reporter.give_feedback
    take_receipt = reporter.take_receipt
    take_message = reporter.take_message
    take_request = reporter.take_request
    take_check = shield.take_check

    def accept(self, occasion: Occasion) -> None:
        """受理: a disposal is due."""
        self.require(Verb.ACCEPT, occasion)
        self.go_on(Verb.ACCEPT, "disposal", occasion)
        self.record(events.accepted(self, occasion))

    def refuse(self, reason: NoRemit, words: str, occasion: Occasion) -> None:
        """不予受理, in words that the reporter reads."""
        self.require(Verb.REFUSE, occasion)
        why = given(words, Reader.REPORTER)
        self.go_on(Verb.REFUSE, "", occasion, why)
        self.refused_for, self.decided_at = reason, occasion.now
        self.record(events.refused(self, reason, occasion))

    def judge_match(self, allegation: int, verdict: ShieldVerdict, outside: tuple[Outside, ...], reasons: str,
                    matter: FiledMatter, proof: LedgerProof | None, occasion: Occasion) -> None:
        """What a filing is to an allegation; the last word on a pair counts."""
        self.require(Verb.JUDGE_MATCH, occasion)
        match = shield.with_check(shield.judged(
            allegation, self.allegation(allegation), matter, verdict, outside,
            given(reasons, Reader.INSIDE), occasion), self.matches)
        self.matches = (*(each for each in self.matches if (each.allegation, each.filing_id)
                          != (allegation, matter.filing_id)), match)
        self.turn(Verb.JUDGE_MATCH, occasion, matter.number)
        self.record(events.shield_judged(self, match, proof))

    def dispose(self, disposal: ReportDisposal, tolerance_arises: bool, reasons: str,
                occasion: Occasion) -> None:
        """处置. The tolerance question is answered with it, whichever way it is. Made again, also after
        another one, it has no limit anew: it would never be over."""
        verb, stage = DISPOSES[disposal]
        self.require(verb, occasion)
        if disposal is ReportDisposal.CLOSED_ON_REPLY:
            there_was_an_inquiry(self, occasion)
        made = Disposition(
            disposal=disposal, tolerance_arises=tolerance_arises, reasons=given(reasons, Reader.ORGAN),
            by=occasion.actor.officer_id, by_name=occasion.actor.name, at=occasion.now)
        if disposal is self.disposal:
            self.turn(verb, occasion, made.reasons)
        else:
            since = (each.at for each in self.dispositions if each.disposal is disposal)
            self.go_on(verb, stage, occasion, made.reasons, next(since, None))
        self.dispositions += (made,)
        self.record(events.disposed(self, made))

    def find(self, findings: tuple[Finding, ...], occasion: Occasion, once_open: bool = False) -> None:
        """核查结论, allegation by allegation. Whether a name is to be cleared, is asked anew after it.
        `once_open`: a report to which it is linked was once neither proved nor excluded."""
        self.require(Verb.FIND, occasion)
        found = outcomes.require_sound(findings, len(self.allegations), self.ever_open, once_open,
                                       self.disposal)
        if not found:
            raise CaseError("clarify.not_all_found", details={"allegations": list(self.unfound)})
        for each in found.values():
            given(each.words, Reader.INSIDE)
        if self.state is State.HANDLING:
            self.go_on(Verb.FIND, "conclusion", occasion)
        else:
            self.turn(Verb.FIND, occasion)
        self.findings = {**self.findings, **found}
        self.finders |= {Holder.of(occasion.actor), *self._verifying}
        self.ever_open |= {number for number, each in found.items()
                           if each.outcome is ReportOutcome.NOT_RESOLVED}
        self.clearing = None
        self.tell(Verb.FIND, occasion)

    def send_back(self, reasons: str, occasion: Occasion) -> None:
        """退回补充核实, within the limit of its first time. What was found before stays until it is found
        otherwise."""
        self.require(Verb.RETURN, occasion)
        stage = "verification" if self.disposal is ReportDisposal.VERIFY else "inquiry"
        since = next((each.at for each in self.dispositions if DISPOSES[each.disposal][1] == stage), None)
        self.go_on(Verb.RETURN, stage, occasion, given(reasons, Reader.INSIDE), since)
        self.tell(Verb.RETURN, occasion)

    def close(self, occasion: Occasion) -> None:
        """办结. Whoever reported under their name is told the result within the pack's limit."""
        told = self.kind is ReporterKind.REAL_NAME
        verb = Verb.AWAIT_FEEDBACK if told else Verb.CLOSE
        self.require(verb, occasion)
        self.go_on(verb, "feedback" if told else "", occasion)
        self.decided_at = occasion.now
        outcome = self.outcome or ReportOutcome.NOT_RESOLVED     # everything was found: there is one
        self.record(events.closed(self, outcome, occasion))

    def retrospect(self, learned: str, rule_gaps: str, power_risks: str, oversight_gaps: str,
                   occasion: Occasion) -> None:
        """一案一议; written anew, the last one counts."""
        self.require(Verb.RETROSPECT, occasion)
        written = Retrospective(
            learned=given(learned, Reader.ORGAN), rule_gaps=rule_gaps.strip(),
            power_risks=power_risks.strip(), oversight_gaps=oversight_gaps.strip(),
            by_name=occasion.actor.name, at=occasion.now)
        self.turn(Verb.RETROSPECT, occasion)
        self.retrospective = written
        self.record(events.retrospective_written(self, occasion))

    def allegation(self, number: int) -> Allegation:
        """Raises `clarify.unknown_allegation`."""
        if not 1 <= number <= len(self.allegations):
            raise CaseError("clarify.unknown_allegation", details={
                "allegation": number, "of": len(self.allegations)})
        return self.allegations[number - 1]

    def require_free(self, officer_id: str, units: frozenset[str]) -> None:
        if not self.kept_from.isdisjoint(apart.officer_keys(officer_id)):
            raise CaseError("review.recused", details={"officer_id": officer_id})
        super().require_free(officer_id, units)

    def tell(self, what: str, occasion: Occasion, note: str = "",  # noqa: ARG002
             *concerns: str) -> None:
        """The words of a step are for the page of the report alone; and before it is known whom to keep it
        from, nobody hears of any."""
        if self.seen_by_any:
            self.record(events.moved(self, what, occasion, "", *concerns))

    def turn(self, verb: str, occasion: Occasion, note: str = "", clock: DeadlineClock | None = None) -> None:
        super().turn(verb, occasion, note, clock)
        self.ever_held |= {*self.in_hand}

    def step(self, verb: Verb, occasion: Occasion, note: str = "") -> None:
        """Noted inside, told without its content."""
        self.turn(verb, occasion, note)
        self.tell(verb, occasion)

    def go_on(self, verb: Verb, stage: str, occasion: Occasion, note: str = "",
              since: datetime | None = None) -> None:
        """Out of a stage, into another one with its limit, which runs from now on or `since` then; or into
        none."""
        clock = self.clock.stop(occasion.now)
        self.late = self.late or occasion.is_late(clock)
        self.turn(verb, occasion, note, clock)
        if stage:
            self.stage = stage
            self.clock = DeadlineClock(since or occasion.now, self.rule(occasion).limit)
            self._derive_due(occasion)

    def _may_judge(self, officer: OfficerView) -> bool:
        return super()._may_judge(officer) and not self.is_apart(officer)

    def _require_eligible(self, officer: OfficerView, occasion: Occasion) -> None:
        super()._require_eligible(officer, occasion)
        apart.require_not_apart(self, officer)

    def _tell_recusal(self, recusal: Recusal, unassigned: bool, occasion: Occasion) -> None:  # noqa: ARG002
        self.tell(Verb.RECUSE, occasion, "", recusal.officer_id)
