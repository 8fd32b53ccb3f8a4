"""A determination (容错认定): its facts, its stages, and the verbs that happen to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from rongcuo.casework.case import ACKNOWLEDGED, Case, given
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import LEAST_TEAM, Holder
from rongcuo.casework.recusal import Parties
from rongcuo.contracts.determination import (
    Act,
    Assessment,
    Evidence,
    FactsMaterial,
    Initiation,
    LinkedFiling,
    NegativeAnswer,
    NegativeFinding,
    RecusalApplication,
    Statement,
    Subject,
)
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review import RecusalGround
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.gaps import Gap
from rongcuo.policy.pack import Pack, Stage
from services.determination.domain.determination import (
    agenda_of_case,
    assessment,
    clue_of_case,
    decision_making,
    earlier_findings,
    events,
    recusal_applications,
    stages,
    verification,
)
from services.determination.domain.determination.decision import Decision
from services.determination.domain.determination.floor import Floor, Reached
from services.determination.domain.determination.gaps import GAPS
from services.determination.domain.determination.opening import (
    Opening,
    Yardstick,
    first_stage,
    require_act,
    require_situation,
)
from services.determination.domain.determination.transitions import HELD, TRANSITIONS
from services.determination.domain.determination.verbs import ENDED, SETTLED, Verb


@dataclass(kw_only=True)
class Determination(Case):
    """Every verb asks its guards first: a refused one changes nothing.

    `pack_id`: the pack that runs the case, in force when it was opened; `yardstick`: what judges it.
    `on_agenda`: the meeting before which the case is; `resolved`: the outcome that a signed meeting found,
    `applying`: negative items of the resolution, beside those hit, `voters` who voted on it, `ever_voted` at
    any; `reached`: all that meetings found, signed or not; `readers` from outside the organ have to know it.
    `at_meetings`: who convened one, called more members to it, or signed its minutes;
    `once_held`: who ever held it; `clue_handlers`: of its clue; `report_id`: the report that is the clue,
    `keys_apart`: of whom that is kept from; `appealed`: what was appealed against last.
    Kept nowhere, and looked up whenever they count: `goes_back_to`, if it is opened again; `beside`, the
    floors that other cases on the same act set; `speaking`, who sits on a panel of which one has spoken.
    """

    transitions: ClassVar = TRANSITIONS
    endings: ClassVar = ENDED
    gaps: ClassVar = GAPS
    held: ClassVar = HELD
    party: ClassVar = Reader.SUBJECT

    initiation: Initiation
    subject: Subject
    act: Act
    situation: str
    grounds: str
    yardstick: Yardstick
    state: State
    clue_number: str = ""
    clue_handlers: frozenset[str] = frozenset()
    report_id: str = ""
    keys_apart: frozenset[str] = frozenset()
    once_held: frozenset[str] = frozenset()
    opinion: str = ""
    reasons: str = ""
    report: str = ""
    filings: tuple[LinkedFiling, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    statements: tuple[Statement, ...] = ()
    facts_material: FactsMaterial | None = None
    recusals_asked: tuple[RecusalApplication, ...] = ()
    negative_findings: Mapping[str, NegativeFinding] = field(default_factory=dict)
    assessments: tuple[Assessment, ...] = ()
    meeting_ids: tuple[str, ...] = ()
    on_agenda: str = ""
    resolved: str = ""
    applying: tuple[str, ...] = ()
    voters: frozenset[str] = frozenset()
    ever_voted: frozenset[str] = frozenset()
    at_meetings: frozenset[str] = frozenset()
    reached: tuple[Reached, ...] = ()
    readers: frozenset[str] = frozenset()
    decisions: tuple[Decision, ...] = ()
    open_appeal: str = ""
    appealed: str = ""
    decided_at: datetime | None = None
    goes_back_to: Holder | None = field(default=None, compare=False)
    beside: tuple[Floor, ...] = field(default=(), compare=False)
    speaking: frozenset[str] = field(default=frozenset(), compare=False)

    @classmethod
    def open(cls, case_id: str, number: str, opening: Opening, judged_by: Pack, organ_id: str,
             division_code: str, occasion: Occasion, known: tuple[Gap, ...] = ()) -> "Determination":
        """A case in the first stage in which the organ has something to do. An act lies in the past.
        `known`: what was to be known before, and is in its history where the actor has said that they do."""
        require_act(opening.act, occasion)
        require_situation(opening.situation, judged_by)
        stage = first_stage(occasion.pack)
        clock = DeadlineClock(occasion.now, stage.limit)
        due = occasion.due(clock)
        case = cls(
            id=case_id, number=number, title=given(opening.title, Reader.CASEWORKERS), organ_id=organ_id,
            division_code=division_code, pack_id=occasion.pack.id, clock=clock, opened_at=occasion.now,
            since=occasion.now, due_at=due.at, provisional=due.provisional, edition=due.edition,
            state=State(stage.phase), stage=stage.code, initiation=opening.initiation,
            subject=opening.subject, act=opening.act, situation=opening.situation,
            grounds=given(opening.grounds, Reader.CASEWORKERS),
            yardstick=Yardstick.of(judged_by, occasion.pack),
            clue_number=opening.clue_number, clue_handlers=opening.clue_handlers,
            report_id=opening.report_id, keys_apart=opening.keys_apart)
        if known and occasion.acknowledged:
            case.note(ACKNOWLEDGED, occasion, " ".join(known))
        case.note("open", occasion)
        case.record(events.opened(case, occasion))
        return case

    # What the modules beside this one do with the case; each is a verb, or a question, of its own.

    link_filing = verification.link_filing
    heed_void = verification.heed_void
    heed_dismissal = verification.heed_dismissal
    add_evidence = verification.add_evidence
    record_finding = verification.record_finding
    record_statement = verification.record_statement
    write_facts_material = verification.write_facts_material
    answer_negative_item = verification.answer_negative_item
    write_report = verification.write_report

    assess = assessment.assess

    require_for_meeting = agenda_of_case.require_for_meeting
    questions = agenda_of_case.questions
    bars = agenda_of_case.bars
    put_on_agenda = agenda_of_case.put_on_agenda
    take_off_agenda = agenda_of_case.take_off_agenda
    resolve = agenda_of_case.resolve

    is_closed_to = clue_of_case.is_closed_to
    take_clue_handler = clue_of_case.take_clue_handler
    heed_clue = clue_of_case.heed_clue

    standing = events.standing
    look_beside = earlier_findings.look_beside
    heed_result = earlier_findings.heed_result
    heed_votes_begun_anew = earlier_findings.heed_votes_begun_anew

    make = decision_making.make
    give_feedback = decision_making.give_feedback
    file_for_record = decision_making.file_for_record
    correct = decision_making.correct
    revoke = decision_making.revoke

    ask_recusal = recusal_applications.ask_recusal
    answer_recusal = recusal_applications.answer_recusal
    withdraw_recusal = recusal_applications.withdraw_recusal
    lacks_an_answerer = recusal_applications.lacks_an_answerer
    recuse_as_asked = Case.recuse     # not at one lead's will

    def accept(self, opinion: str, occasion: Occasion) -> None:
        """受理: on to the next stage; where that is verification, its team is to be named."""
        self.require(Verb.ACCEPT, occasion)
        stages.go_on(self, Verb.ACCEPT, occasion, opinion.strip())
        self.opinion = opinion.strip()
        if self.state is State.VERIFICATION:
            self.assignee = None
        self.tell(Verb.ACCEPT, occasion)

    def refuse(self, reasons: str, occasion: Occasion) -> None:
        """不予受理, with reasons that the subject reads."""
        self.require(Verb.REFUSE, occasion)
        why = given(reasons, self.party)
        self.turn(Verb.REFUSE, occasion, why, stages.stop_clock(self, occasion))
        self.reasons = why
        self.record(events.refused(self, why, occasion))

    def send_back(self, reasons: str, occasion: Occasion) -> None:
        """From the meeting back to verification, with what is missing. Its limit runs anew."""
        self.require(Verb.RETURN, occasion)
        stages.go_back(self, Verb.RETURN, occasion, given(reasons, Reader.INSIDE))
        self.on_agenda, self.resolved, self.applying, self.voters = "", "", (), frozenset()
        self.tell(Verb.RETURN, occasion)

    def withdraw(self, reason: str, occasion: Occasion) -> None:
        """The subject takes their application back, before there is a decision."""
        self.require(Verb.WITHDRAW, occasion)
        why = given(reason, Reader.CASEWORKERS)
        self.turn(Verb.WITHDRAW, occasion, why, stages.stop_clock(self, occasion))
        self.on_agenda = ""
        self.record(events.withdrawn(self, why, occasion))

    def recuse(self, officer: Holder, ground: RecusalGround, reason: str, occasion: Occasion) -> None:
        """Whose vote is open and counts, is barred on a ground that the law names, and not on another. While
        an appeal is open, who had a hand in the case steps back, and pushes nobody aside."""
        if self.open_appeal and officer.officer_id != occasion.actor.officer_id:
            self.require_no_hand(occasion.actor.officer_id)
        self.require(Verb.RECUSE, occasion)
        if ground is RecusalGround.OTHER:
            earlier_findings.require_uncounted(self, officer.officer_id)
        super().recuse(officer, ground, reason, occasion)

    def recuse_member(self, member: Holder, ground: RecusalGround, reason: str, occasion: Occasion) -> None:
        """Who takes no part in it at a meeting is barred for good, unless they were before."""
        if member.officer_id not in self.recused:
            self.recuse(member, ground, reason, occasion)

    @property
    def current(self) -> Decision | None:
        """The decision that holds; there is at most one."""
        return next((decision for decision in self.decisions if decision.current), None)

    @property
    def hits(self) -> tuple[str, ...]:
        """Items of the negative list that apply, with evidence."""
        return tuple(item for item, found in self.negative_findings.items()
                     if found.answer is NegativeAnswer.HIT)

    @property
    def statement(self) -> Statement | None:
        """What the subject said last."""
        return self.statements[-1] if self.statements else None

    @property
    def recusals_open(self) -> tuple[RecusalApplication, ...]:
        """What the subject has asked, and nobody has answered yet."""
        return tuple(each for each in self.recusals_asked if each.granted is None and not each.withdrawn_at)

    @property
    def ever_held(self) -> frozenset[str]:
        """Everybody in whose hands the case is or was: nobody is freed by a return or by a new team."""
        return self.once_held | self.holders

    @property
    def engaged(self) -> frozenset[str]:
        """Who had a hand in the case, and so none in an appeal against it."""
        deciders = (each.deciders | {each.decided_by} for each in self.decisions)
        assessors = frozenset(each.assessor_id for each in self.assessments)
        return self.ever_held.union(self.clue_handlers, self.ever_voted, self.at_meetings, assessors,
                                    *deciders)

    @property
    def judges_wanted(self) -> int:
        return LEAST_TEAM if self.state is State.VERIFICATION else 1

    def is_subject(self, officer_id: str) -> bool:
        """Whether it is their act. A subject without an account is nobody here."""
        return bool(officer_id) and officer_id == self.subject.officer_id

    @property
    def parties(self) -> Parties:
        """The subject, and the subject's unit."""
        return Parties.of((self.subject.officer_id,), (self.subject.unit,))

    def require_free(self, officer_id: str, units: frozenset[str]) -> None:
        if clue_of_case.is_kept_from(self, officer_id, units):
            raise CaseError("review.recused", details={"officer_id": officer_id})
        super().require_free(officer_id, units)

    def part_with(self, officer_id: str) -> None:
        """Whoever held it, alone or in a team, does so no longer."""
        self._part_with(officer_id)

    def require_no_hand(self, officer_id: str) -> None:
        """What becomes of an appeal's panel is not for whoever had a hand in the case."""
        if officer_id in self.engaged:
            raise CaseError("appeal.not_yours_to_arrange", details={"officer_id": officer_id})

    def rule(self, occasion: Occasion) -> Stage:
        return occasion.pack.determination_stage(self.stage)

    def require(self, verb: str, occasion: Occasion) -> None:
        if verb == Verb.ASSESS and self.state in SETTLED:
            raise CaseError("determination.assessment_closed")
        super().require(verb, occasion)

    def step(self, verb: str, occasion: Occasion, note: str = "") -> None:
        """Noted inside, told without its content."""
        self.turn(verb, occasion, note)
        self.tell(verb, occasion)

    def tell(self, what: str, occasion: Occasion, note: str = "", *concerns: str) -> None:
        """Of a step that changes no outcome."""
        self.record(events.moved(self, what, occasion, note, *concerns))

    def begin(self, stage: Stage | None, occasion: Occasion) -> None:
        """A stage with its limit; behind the pack's last one the case is concluded."""
        if stage is None:
            self._enter(State.CONCLUDED, occasion)
            return
        self.stage, self.clock = stage.code, DeadlineClock(occasion.now, stage.limit)
        self._enter(State(stage.phase), occasion)
        self._derive_due(occasion)

    def _enter(self, state: State, occasion: Occasion) -> None:
        """What had ended waits anew to be given to somebody, whoever held it may long be gone; unless it goes
        back to them."""
        if self.ended and state not in self.endings:
            self.assignee, self.team = self.goes_back_to, ()
        super()._enter(state, occasion)

    def turn(self, verb: str, occasion: Occasion, note: str = "", clock: DeadlineClock | None = None) -> None:
        self.once_held = self.ever_held
        super().turn(verb, occasion, note, clock)

    def _may_judge(self, officer: OfficerView) -> bool:
        return super()._may_judge(officer) and not self.is_closed_to(officer)

    def _require_eligible(self, officer: OfficerView, occasion: Occasion) -> None:
        super()._require_eligible(officer, occasion)
        clue_of_case.require_open_to(self, officer)
        earlier_findings.require_uncounted(self, officer.officer_id)
