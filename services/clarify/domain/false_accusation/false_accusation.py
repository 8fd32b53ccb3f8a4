"""The finding of a false accusation: its facts, and the verbs that happen to it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, Self

from rongcuo.casework.case import Case, given
from rongcuo.casework.holding import next_to_act
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.organ_above import organs_above
from rongcuo.casework.people import Holder
from rongcuo.casework.recusal import Parties
from rongcuo.contracts.actor import Role, queue
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.clarify import (
    AccusationEvidence,
    AccusationHandling,
    Address,
    Addressed,
    Approval,
    Circumstance,
    Concerned,
    DraftFinding,
    Entry,
    FalseAccusationEffective,
    FalseAccusationEnded,
    FalseAccusationMoved,
    FalseAccusationOpened,
    FindingFile,
    Gain,
    Hearing,
    ManagedBy,
    ReporterAddressed,
    ReportOutcome,
    Weighing,
)
from rongcuo.contracts.clarify import FalseAccusationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.pack import Stage
from services.clarify.domain import stages
from services.clarify.domain.apart import Apart
from services.clarify.domain.false_accusation import (
    approver,
    consequences,
    entering,
    gates,
    on_line,
    on_paper,
    reporter_side,
    telling,
)
from services.clarify.domain.false_accusation.approver import approving_organ, complaint_organ
from services.clarify.domain.false_accusation.proof import Proof
from services.clarify.domain.false_accusation.suspicion import Suspicion
from services.clarify.domain.false_accusation.transitions import (
    DECIDED_ABOVE,
    DECIDING,
    ENDED,
    HELD,
    SUSPECTED,
    TRANSITIONS,
)
from services.clarify.domain.false_accusation.transitions import FalseAccusationVerb as Verb
from services.clarify.domain.management import highest
from services.clarify.domain.stages import begun, standing_of

KIND = "false_accusation"


@dataclass(kw_only=True)
class FalseAccusation(Case):
    """Every verb asks its guards first: a refused one changes nothing.

    `outcome`: what the report is held to be now; `settled`, `spoken_in_earnest`: as its `Suspicion` says;
    `engaged`: who had a hand in the report or in the inquiry. `unread_since`: since when something that the
    reporter wrote, once they were asked, has not been taken down; `papers`: what they gave elsewhere than in
    the vault's dialogue; `entries`: what was entered for them. `draft_clock` runs while they may answer the
    draft, `complaint_clock` while they may complain of the finding. `moved_to`, `complaint_moved_to`: the
    organ that decides in place of one where nobody is free to.
    """

    transitions: ClassVar = TRANSITIONS
    held: ClassVar = HELD
    endings: ClassVar = ENDED
    party: ClassVar = Reader.INSIDE

    report_id: str
    reporter_ref: str
    pseudonym: str
    outcome: ReportOutcome
    concerned: tuple[Concerned, ...]
    managed_by: ManagedBy
    apart: Apart
    state: State = State.PREPARATION
    stage: str = State.PREPARATION.value
    settled: bool = True
    spoken_in_earnest: bool = False
    engaged: frozenset[Holder] = frozenset()
    grounds: str = ""
    proof: Proof = field(default_factory=Proof)
    circumstances: tuple[Circumstance, ...] = ()
    hearings: tuple[Hearing, ...] = ()
    addressed: tuple[Addressed, ...] = ()
    unread_since: datetime | None = None
    papers: tuple[AttachmentRef, ...] = ()
    entries: tuple[Entry, ...] = ()
    draft: DraftFinding | None = None
    draft_clock: DeadlineClock | None = None
    draft_answer: str = ""
    draft_considered: str = ""
    draft_answered_at: datetime | None = None
    file: FindingFile | None = None
    approvals: tuple[Approval, ...] = ()
    found_at: datetime | None = None
    complaint_clock: DeadlineClock | None = None
    complaint: str = ""
    effective_at: datetime | None = None
    complaint_answer: str = ""
    gains: tuple[Gain, ...] = ()
    handlings: tuple[AccusationHandling, ...] = ()
    ending: str = ""                        # why it ended without a finding that holds
    decided_at: datetime | None = None
    moved_to: str = ""
    complaint_moved_to: str = ""

    @classmethod
    def open(cls, case_id: str, number: str, suspicion: Suspicion, organ_id: str, division_code: str,
             occasion: Occasion) -> Self:
        """Of a suspected report alone; otherwise `clarify.not_suspected`."""
        case = cls(
            id=case_id, number=number, title=telling.title_of(suspicion.report_number), organ_id=organ_id,
            division_code=division_code, report_id=suspicion.report_id, reporter_ref=suspicion.reporter_ref,
            pseudonym=suspicion.pseudonym, outcome=suspicion.outcome, concerned=suspicion.concerned,
            managed_by=suspicion.managed_by, apart=suspicion.apart,
            engaged=suspicion.handlers | {Holder.of(occasion.actor)}, settled=suspicion.settled,
            spoken_in_earnest=suspicion.spoken_in_earnest,
            **begun(occasion.pack.false_accusation.stage(State.PREPARATION), occasion))
        for guard in SUSPECTED:
            guard(case, occasion)
        case.require_free(occasion.actor.officer_id, occasion.actor.units)
        case.note("open", occasion)
        case.record(FalseAccusationOpened(standing=case.standing(), report_id=case.report_id,
                                          opened_at=occasion.now))
        return case

    @property
    def approving_organs(self) -> tuple[str, ...]:
        """Whose approval it needs, and those above, which approve where nobody is left there."""
        first = approving_organ(self.organ_id, self.division_code, self.managed_by)
        return first, *organs_above(first)

    @property
    def beginning_organs(self) -> tuple[str, ...]:
        """Whose approval lets it begin, also once it has gone up to an organ above that one."""
        first = approving_organ("", self.division_code, self.managed_by)
        return first, *organs_above(first)

    @property
    def approver_id(self) -> str:
        """Whose approval is asked."""
        return self.moved_to if self.moved_to in self.approving_organs else self.approving_organs[0]

    @property
    def complaint_organ_id(self) -> str:
        """Who looks at a complaint against the finding: above the organ that found, or further up."""
        first = complaint_organ(approver.found_by(self.approvals) or self.approver_id)
        return self.complaint_moved_to if self.complaint_moved_to in organs_above(first) else first

    @property
    def parties(self) -> Parties:
        """Whom the report was kept from: they never see who reported, nor what is found of them."""
        return Parties.of(self.apart.officers, self.apart.units)

    @property
    def kept_from(self) -> frozenset[str]:
        """The keys of everybody for whom it is not there."""
        return self.keys_apart | self.apart.keys_with(*self.recusals)

    @property
    def deciding_organ_id(self) -> str:
        """Which organ has to act now."""
        if self.state is State.COMPLAINT:
            return self.complaint_organ_id
        return self.approver_id if self.state in DECIDED_ABOVE else self.organ_id

    def rule(self, occasion: Occasion) -> Stage:
        return occasion.pack.false_accusation.stage(self.stage)

    lead_on = stages.lead_on

    # Both gates and the complaint, which the organs above decide, and who of them is free to.

    seat = approver.seat
    move_on = approver.move_on
    require_chooses_nobody = approver.require_chooses_nobody
    request_beginning = gates.request_beginning
    answer_beginning = gates.answer_beginning
    request_finding = gates.request_finding
    answer_finding = gates.answer_finding
    answer_complaint = gates.answer_complaint
    take_word = on_line.take_word

    # What passes between it and the reporter; each is a verb of its own.

    ask_reporter = reporter_side.ask_reporter
    record_hearing = reporter_side.record_hearing
    record_unheard = reporter_side.record_unheard
    answer_draft = reporter_side.answer_draft
    take_message = reporter_side.take_message
    take_receipt = reporter_side.take_receipt
    record_service = reporter_side.record_service
    confirm_entry = reporter_side.confirm_entry
    complain = reporter_side.complain
    was_read = entering.was_read
    require_given_since = on_paper.require_given_since
    require_answered_by = reporter_side.require_answered_by
    complain_until = reporter_side.complain_until

    # And how heavy it is, what was got by it, and done about it.

    record_circumstances = consequences.record_circumstances
    record_gain = consequences.record_gain
    undo_gain = consequences.undo_gain
    record_handling = consequences.record_handling

    def look_again(self, suspicion: Suspicion, occasion: Occasion) -> None:
        """At the report as it stands now: whoever has had a hand in it since approves nothing either, and
        what turns out to be managed higher up is approved there, unless what was found was found there."""
        self.engaged |= suspicion.handlers
        self.settled, self.spoken_in_earnest = suspicion.settled, suspicion.spoken_in_earnest
        managed_by = highest(self.managed_by, suspicion.managed_by)
        if managed_by is not self.managed_by and self.transitions.allow(self.state, Verb.RAISE):
            self.managed_by = managed_by
            if not self.found_at or approver.found_by(self.approvals) not in self.approving_organs:
                self._raise(occasion)

    def turn(self, verb: str, occasion: Occasion, note: str = "", clock: DeadlineClock | None = None) -> None:
        """Every step but those that decide is a hand in it."""
        super().turn(verb, occasion, note, clock)
        if verb not in DECIDING:
            self.engaged |= {Holder.of(occasion.actor)}

    def assign(self, officer: OfficerView, occasion: Occasion) -> None:
        """Whoever held it never approves it, nor hears the complaint."""
        super().assign(officer, occasion)
        self.engaged |= {Holder.of(officer)}

    def add_evidence(self, evidence_id: str, title: str, about: str, files: tuple[AttachmentRef, ...],
                     occasion: Occasion) -> None:
        """What is added has to be weighed before anything is found."""
        self.require(Verb.ADD_EVIDENCE, occasion)
        self.bring_evidence(evidence_id, title, about, files, occasion)
        self.step(Verb.ADD_EVIDENCE, occasion, title)

    def bring_evidence(self, evidence_id: str, title: str, about: str, files: tuple[AttachmentRef, ...],
                       occasion: Occasion) -> None:
        """As it is added, or as one begins with it."""
        self.proof = self.proof.adding(AccusationEvidence(
            evidence_id=evidence_id, title=title, about=about, attachments=files,
            added_by=occasion.actor.officer_id, added_at=occasion.now))

    def weigh(self, weighing: Weighing, occasion: Occasion) -> None:
        """What one factor says of one element."""
        self.require(Verb.WEIGH, occasion)
        given(weighing.reasons, Reader.INSIDE)
        self.proof = self.proof.weighed(weighing)
        self.step(Verb.WEIGH, occasion, f"{weighing.element}.{weighing.factor}")

    def serve_draft(self, draft: DraftFinding, occasion: Occasion) -> None:
        """Put it to the reporter, whole: only what is proven by now, after they were heard. They have their
        whole time to answer each draft."""
        self.require(Verb.SERVE_DRAFT, occasion)
        if draft.handling_kind is None:
            raise CaseError("clarify.handling_kind_missing")
        for words in (draft.facts, draft.fabrication, draft.intent, draft.mistake_excluded, draft.handling):
            given(words, Reader.ADDRESSEE)
        self.lead_on(Verb.SERVE_DRAFT, occasion)
        self.forget_draft()
        self.draft, self.draft_clock = draft, DeadlineClock(occasion.now, self.rule(occasion).limit)
        self.tell(Verb.SERVE_DRAFT, occasion)
        words = telling.draft_words(draft, telling.names_of(self.circumstances, occasion))
        self.address(Address.DRAFT, words, occasion.due(self.draft_clock).date, occasion)

    def take_draft_back(self, reasons: str, occasion: Occasion) -> None:
        """Nothing of it holds; the next one is put to the reporter anew."""
        self.require(Verb.TAKE_DRAFT_BACK, occasion)
        self.lead_on(Verb.TAKE_DRAFT_BACK, occasion, given(reasons, Reader.INSIDE))
        self.forget_draft()
        self.tell(Verb.TAKE_DRAFT_BACK, occasion)

    def end(self, mistaken: bool, reasons: str, occasion: Occasion) -> None:
        """错告, which is explained to the reporter and nothing else; or unproven, which is not false."""
        verb = Verb.END_MISTAKEN if mistaken else Verb.END_UNPROVEN
        self.require(verb, occasion)
        why = given(reasons, Reader.ADDRESSEE)
        self.lead_on(verb, occasion, why)
        self.end_with(why, occasion)

    def heed_outcome(self, outcome: ReportOutcome, reasons: str, occasion: Occasion) -> None:
        """The report is held to be something else now: nothing can be found any more, and what was found is
        set aside, also after it took effect."""
        mistaken = outcome is ReportOutcome.MISTAKEN
        verb = Verb.HEED_MISTAKEN if mistaken else Verb.HEED_UNPROVEN
        if outcome is self.outcome or not self.transitions.allow(self.state, verb):
            return
        self.outcome = outcome
        self.lead_on(verb, occasion, reasons)
        self.end_with(reasons, occasion)

    def take_effect(self, occasion: Occasion) -> None:
        """The time for complaint has ended."""
        self.require(Verb.TAKE_EFFECT, occasion)
        self.lead_on(Verb.TAKE_EFFECT, occasion)
        self.effective_at = occasion.now
        self.address(Address.EFFECTIVE, telling.EFFECTIVE, None, occasion)
        self.record(FalseAccusationEffective(standing=self.standing(), report_id=self.report_id,
                                             at=occasion.now))

    def conclude(self, occasion: Occasion) -> None:
        """Handled, and undone what was got by it."""
        self.require(Verb.CONCLUDE, occasion)
        self.lead_on(Verb.CONCLUDE, occasion)
        self._tell_ending(occasion)

    def standing(self) -> Standing:
        """Where it stands, as its events tell it. Nobody here is its subject: the reporter is told through
        the vault."""
        above = self.state in DECIDED_ABOVE
        holders = (queue(self.deciding_organ_id, Role.LEAD),) if above else next_to_act(self)
        return standing_of(self, KIND, holders, self.apart)

    def tell(self, what: str, occasion: Occasion, _: str = "", *concerns: str) -> None:
        self.record(FalseAccusationMoved(
            standing=self.standing(), what=str(what), actor_id=occasion.actor.officer_id, concerns=concerns,
            at=occasion.now))

    def step(self, verb: Verb, occasion: Occasion, note: str = "") -> None:
        """It stays in its state."""
        self.turn(verb, occasion, note)
        self.tell(verb, occasion)

    def address(self, about: Address, words: str, until: date | None, occasion: Occasion) -> None:
        """The reporter is told, by the vault."""
        self.addressed += (telling.told(about, words, until, occasion),)
        self.record(ReporterAddressed(reporter_ref=self.reporter_ref, case_id=self.id, about=about,
                                      place=len(self.addressed), at=occasion.now))

    def _raise(self, occasion: Occasion) -> None:
        """What was begun with an approval from further below, is asked of the organ that approves now. A
        finding is brought before it, and has no effect before it has looked."""
        if self.found_at:
            self.lead_on(Verb.RAISE, occasion, started=occasion.now)
            approver.bring_up(self)
            self.tell(Verb.RAISE, occasion)
            return self.address(Address.RAISED, telling.RAISED, None, occasion)
        if self.transitions.after(self.state, Verb.RAISE) is not self.state:
            self.lead_on(Verb.RAISE, occasion)
            self.forget_draft()
            return self.tell(Verb.RAISE, occasion)
        return self.step(Verb.RAISE, occasion)

    def forget_draft(self) -> None:
        """Nothing of it holds."""
        self.draft, self.draft_clock, self.draft_answer, self.draft_considered = None, None, "", ""
        self.draft_answered_at = self.file = None

    def end_with(self, reasons: str, occasion: Occasion, heard: bool = False) -> None:
        """No false accusation. `heard`: the reporter knows already; who was never asked hears nothing."""
        self.ending, self.decided_at = reasons, occasion.now
        if about := telling.addressed(self.state, self.hearings, heard):
            self.address(about, reasons, None, occasion)
        self._tell_ending(occasion)

    def _tell_ending(self, occasion: Occasion) -> None:
        self.record(FalseAccusationEnded(standing=self.standing(), report_id=self.report_id,
                                         ending=self.state, at=occasion.now))
