"""A clarification: its facts, and the verbs that happen to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import ClassVar, Self

from rongcuo.casework.case import Case, given
from rongcuo.casework.holding import next_to_act
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.casework.recusal import Parties
from rongcuo.contracts.actor import Role, queue
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.clarify import (
    ClarificationAppliedFor,
    ClarificationMode,
    ClarificationMoved,
    ClarificationProposed,
    ClarificationStart,
    ClarificationWithdrawn,
    ClearedAllegation,
    ClearingAct,
    ClearingAnswer,
    ClearingOpinion,
    ClearingReceipt,
    Concerned,
    ConcernedKind,
    Plan,
    ReportOutcome,
    Said,
    UnitAsk,
    Visit,
    VisitAnswer,
)
from rongcuo.contracts.clarify import ClarificationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.pack import Stage
from services.clarify.domain.apart import Apart
from services.clarify.domain.clarification import (
    acting,
    archiving,
    assessing,
    deciding,
    objecting,
    opining,
    reaching,
    receiving,
    units,
    visiting,
)
from services.clarify.domain.clarification.beginning import TITLE, Application, Unfounded, apart_from
from services.clarify.domain.clarification.guards import is_concerned
from services.clarify.domain.clarification.outside import tag_outside
from services.clarify.domain.clarification.plan import preview
from services.clarify.domain.clarification.refusal import Objection
from services.clarify.domain.clarification.transitions import ENDED, HELD, OWN_STEPS, TRANSITIONS
from services.clarify.domain.clarification.transitions import ClarificationVerb as Verb
from services.clarify.domain.stages import (
    Passed,
    begun,
    lead_on,
    left,
    standing_of,
)

KIND = "clarification"


@dataclass(kw_only=True)
class Clarification(Case):
    """Every verb asks its guards first: a refused one changes nothing.

    `engaged`: who had a hand in the report or in this, `judges`: who answered an objection; none approves it.
    `opinion_clock`, `object_clock`, `visit_clock`: since when something is put to the person, which counts
    from when it has reached them (`receipts`). `restored`: the modes that the next level wants carried out.
    `untrue`: what was found of the report's allegations about them; `settled`: the report is over, and that
    stands. `directed`: the next level wants it cleared. `passed`: the stages that it has left. `namesakes`:
    the accounts that may be theirs, where none surely is: whoever enters a word for them says whose it is.
    `of_report`: the report's own grounds of not clearing that hold, None of one from before. `signs_in`:
    their account can, as identity said last. `complaint`: that nothing comes of it, or a mode was dropped.
    """

    transitions: ClassVar = TRANSITIONS
    held: ClassVar = HELD
    endings: ClassVar = ENDED
    party: ClassVar = Reader.SUBJECT

    concerned: Concerned
    apart: Apart
    start: ClarificationStart
    state: State = State.ASSESSMENT
    stage: str = State.ASSESSMENT.value
    engaged: frozenset[Holder] = frozenset()
    judges: frozenset[Holder] = frozenset()
    report_id: str = ""
    report_number: str = ""
    untrue: Mapping[str, ReportOutcome] = field(default_factory=dict)
    settled: bool = False
    namesakes: frozenset[str] = frozenset()
    of_report: frozenset[str] | None = None
    signs_in: bool = True
    told: bool = False                      # that it is under way
    application: Application | None = None
    allegations: tuple[ClearedAllegation, ...] = ()
    grounds: tuple[str, ...] = ()
    effects: str = ""
    plan: Plan | None = None
    opinion: ClearingOpinion | None = None
    opinion_clock: DeadlineClock | None = None
    opinion_told: date | None = None        # the last day as they were told it
    plans_asked: frozenset[str] = frozenset()
    recommendation: str = ""
    review_opinion: str = ""
    with_false_accusation: bool = False
    proposed_refusal: str = ""
    refusal: str = ""                       # a code of the pack's
    reasons: str = ""
    refusers: frozenset[Holder] = frozenset()
    object_clock: DeadlineClock | None = None
    object_told: date | None = None
    objection: Objection | None = None
    complaint: Objection | None = None
    directed: bool = False
    acts: tuple[ClearingAct, ...] = ()
    dropped: dict[ClarificationMode, str] = field(default_factory=dict)
    restored: frozenset[ClarificationMode] = frozenset()
    asks: tuple[UnitAsk, ...] = ()
    approved_at: datetime | None = None
    carried_out_at: datetime | None = None
    archive_number: str = ""
    personnel_body: str = ""
    integrity_file: bool = False
    visit: Visit | None = None
    visit_answer: VisitAnswer | None = None
    stands_troubled: bool = False           # as they said to a visit of before
    visit_clock: DeadlineClock | None = None
    visit_told: date | None = None
    receipts: tuple[ClearingReceipt, ...] = ()
    papers: frozenset[str] = frozenset()    # digests of what was entered for them
    feedback: str = ""
    decided_at: datetime | None = None
    passed: tuple[Passed, ...] = ()
    left_out: bool = True      # until it is known that it is kept from no reader of figures

    @classmethod
    def propose(cls, case_id: str, number: str, concerned: Concerned, unfounded: Unfounded,
                organ_id: str, division_code: str, occasion: Occasion) -> Self:
        """承办部门建议, of a report of which something was found untrue: `clarify.nothing_to_clear`."""
        case = cls._opened(case_id, number, concerned, ClarificationStart.HANDLER, organ_id, division_code,
                           occasion)
        assessing.take_report(case, unfounded)
        case.engaged |= {Holder.of(occasion.actor)}
        case.record(ClarificationProposed(standing=case.standing(), report_id=case.report_id,
                                          at=occasion.now))
        return case

    @classmethod
    def decline(cls, case_id: str, number: str, concerned: Concerned, unfounded: Unfounded,
                answer: ClearingAnswer, organ_id: str, division_code: str, occasion: Occasion) -> Self:
        """The clearing question was answered with no, and the report is over: whoever knows of it is told,
        and can object, as against any refusal. It was weighed with the report: no stage of its own, and
        whoever said no refused as well as who closed it."""
        case = cls._opened(case_id, number, concerned, ClarificationStart.HANDLER, organ_id, division_code,
                           occasion)
        assessing.take_report(case, unfounded)
        deciding.refuse_with(case, Verb.DECLINE, answer.ground, answer.words, occasion)
        case.refusers |= {Holder(answer.by, answer.by_name)}
        case.passed = case.passed[-1:]
        return case

    @classmethod
    def apply(cls, case_id: str, number: str, concerned: Concerned, application: Application,
              organ_id: str, division_code: str, occasion: Occasion) -> Self:
        """本人（单位）书面申请. Which report it is about, the organ finds. Without an account it is on paper:
        `clarify.paper_missing`."""
        case = cls._opened(case_id, number, concerned, ClarificationStart.APPLICATION, organ_id,
                           division_code, occasion)
        case.application = replace(application, entered_by=case.entering(application.attachments, occasion))
        case.engaged |= {Holder.of(occasion.actor)} if case.application.entered_by else set()
        case.record(ClarificationAppliedFor(standing=case.standing(), concerned=concerned, at=occasion.now))
        return case

    @classmethod
    def _opened(cls, case_id: str, number: str, concerned: Concerned, start: ClarificationStart,
                organ_id: str, division_code: str, occasion: Occasion) -> Self:
        case = cls(
            id=case_id, number=number, title=TITLE, organ_id=organ_id,
            division_code=division_code, concerned=concerned, start=start, apart=apart_from(concerned),
            **begun(occasion.pack.clarification.stage(State.ASSESSMENT), occasion))
        case.note("open", occasion)
        return case

    def __post_init__(self) -> None:
        super().__post_init__()
        self._seen_as_read = tag_outside(self.id, self.history)

    def was_read_as(self, tag: str) -> bool:
        return super().was_read_as(tag) or tag == self._seen_as_read

    def tag_for(self, officer_id: str) -> str:
        return tag_outside(self.id, self.history) if is_concerned(self, officer_id) else self.tag

    @property
    def parties(self) -> Parties:
        """Whose name it is, and whoever else the report was kept from."""
        return Parties.of(self.apart.officers, self.apart.units)

    @property
    def kept_from(self) -> frozenset[str]:
        """The keys of everybody for whom its inside is not there."""
        return self.keys_apart | self.apart.keys_with(*self.recusals)

    @property
    def deciding_organ_id(self) -> str:
        """Which organ has to act now."""
        objected = self.objection if self.state is State.OBJECTED else None
        return objected.organ_id if objected else self.organ_id

    @property
    def asked_organ_id(self) -> str:
        """Which organ has an objection to answer; empty where there is none."""
        said = self.objection if self.state is State.OBJECTED else self.complaint
        return said.organ_id if said and said.cleared is None and not self.ended else ""

    @property
    def deciding_organs(self) -> tuple[str, str]:
        """Whose leads decide of it: its own, and the one that is asked."""
        return self.organ_id, self.asked_organ_id

    @property
    def plan_digest(self) -> str:
        """Of what the person is asked about."""
        lines = tuple(line for each in self.preview for line in each.lines)
        return opining.digest_of_plan(self.plan, lines)

    @property
    def opinion_awaited(self) -> bool:
        """They were asked about this plan, and have not answered themselves."""
        return self.opinion_clock is not None and not opining.is_answered(self.opinion, self.plan_digest)

    @property
    def troubled(self) -> bool:
        """It still has effects, by the visit, and by what the person says to it."""
        return visiting.is_troubled(self.visit, self.visit_answer, self.stands_troubled)

    @property
    def preview(self) -> tuple[Said, ...]:
        """What will be said to whom; nothing before there is a plan."""
        return preview(self.plan, self.concerned, self.allegations) if self.plan else ()

    def rule(self, occasion: Occasion) -> Stage:
        return occasion.pack.clarification.stage(self.stage)

    def opinion_until(self, occasion: Occasion) -> date | None:
        """The last local day for the person's opinion; None before it has reached them."""
        return reaching.last_day(self, reaching.OPINION, occasion)

    def object_until(self, occasion: Occasion) -> date | None:
        """The last local day of an objection; None where there can be none, or nothing has reached them."""
        over = self.objection is not None and self.objection.uses_up
        return None if over else reaching.last_day(self, reaching.REFUSAL, occasion)

    def visit_from(self, occasion: Occasion) -> date | None:
        """The first local day of a visit; None before anything was carried out."""
        limit, since = occasion.pack.clarification.visit_not_before, self.carried_out_at
        return occasion.due(DeadlineClock(since, limit)).date if since else None

    def assign(self, officer: OfficerView, occasion: Occasion) -> None:
        """Whoever held it never approves it."""
        super().assign(officer, occasion)
        self.engaged |= {Holder.of(officer)}

    def _tell_handing_up(self, former: str, reason: str, occasion: Occasion) -> None:
        self.complaint = objecting.taken_over(self, occasion)
        self.restored = frozenset()
        super()._tell_handing_up(former, reason, occasion)

    # What the modules beside this one do with it; each is a verb of its own.

    read = receiving.read
    serve = receiving.serve
    request_approval = deciding.request_approval
    propose_refusal = deciding.propose_refusal
    approve = deciding.approve
    send_back = deciding.send_back
    refuse = deciding.refuse
    link_report = assessing.link_report
    assess = assessing.assess
    heed_report = assessing.heed_report
    make_plan = opining.make_plan
    ask_opinion = opining.ask
    give_opinion = opining.give
    record_act = acting.record_act
    drop_mode = acting.drop_mode
    finish = acting.finish
    archive = archiving.archive
    record_visit = visiting.record_visit
    answer_visit = visiting.answer
    give_feedback = visiting.give_feedback
    object = objecting.object_to
    answer_objection = objecting.answer
    move_on = objecting.move_on
    ask_unit = units.ask
    answer_unit = units.take_answer

    def bears_out(self, ground: str, occasion: Occasion) -> bool:
        """Whether the matter bears a ground of not clearing out."""
        return deciding.bears_out(self, ground, occasion)

    def withdraw(self, reason: str, occasion: Occasion,
                 attachments: tuple[AttachmentRef, ...] = ()) -> None:
        """Whoever applied does not want it any more; a unit says so on its paper: `clarify.paper_missing`."""
        self.require(Verb.WITHDRAW, occasion)
        why = given(reason, Reader.CASEWORKERS)
        self.entering(attachments, occasion)
        self.go_on(Verb.WITHDRAW, occasion, why)
        self.record(ClarificationWithdrawn(standing=self.standing(), report_id=self.report_id,
                                           at=occasion.now))

    def standing(self) -> Standing:
        """Where it stands, as its events tell it."""
        above = (queue(self.asked_organ_id, Role.LEAD),)
        here = () if self.state is State.OBJECTED else next_to_act(self)
        return standing_of(self, KIND, (*here, *above) if self.asked_organ_id else here, self.apart,
                           self.concerned.officer_id)

    def tell(self, what: str, occasion: Occasion, _: str = "", *concerns: str) -> None:
        self.record(ClarificationMoved(
            standing=self.standing(), what=str(what), actor_id=occasion.actor.officer_id, concerns=concerns,
            at=occasion.now))

    def entering(self, attachments: tuple[AttachmentRef, ...], occasion: Occasion, of_whom: str = "") -> str:
        """Who enters it for them, with the paper, and, where several may be meant, `of_whom` it is; empty
        where they write it themselves. What is said for an organisation is on its paper, whoever of it signs
        in."""
        actor_id = occasion.actor.officer_id
        own = is_concerned(self, actor_id)
        alone = own and self.concerned.kind is ConcernedKind.PERSON
        if not (alone or attachments):
            raise CaseError("clarify.paper_missing")
        if self.namesakes and not own:
            given(of_whom, Reader.INSIDE, "clarify.of_whom_missing")
        if not own:
            self.keep(attachments)
        return "" if own else actor_id

    def keep(self, attachments: tuple[AttachmentRef, ...]) -> None:
        """One paper shows one thing: `clarify.paper_used`."""
        papers = {each.sha256 for each in attachments}
        if again := papers & self.papers:
            raise CaseError("clarify.paper_used", details={"sha256": min(again)})
        self.papers |= papers

    def step(self, verb: Verb, occasion: Occasion, note: str = "") -> None:
        self.turn(verb, occasion, note)
        self.engaged |= {Holder.of(occasion.actor)} if verb in OWN_STEPS else set()
        self.tell(verb, occasion)

    def go_on(self, verb: Verb, occasion: Occasion, note: str = "",
              started: datetime | None = None) -> None:
        self.passed += left(self, occasion)
        self.engaged |= {Holder.of(occasion.actor)} if verb in OWN_STEPS else set()
        lead_on(self, verb, occasion, note, started)
