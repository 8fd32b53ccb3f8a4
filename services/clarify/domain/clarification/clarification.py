"""A clarification: its facts, and the verbs that happen to it."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import ClassVar, Self

from rongcuo.casework.case import Case, given
from rongcuo.casework.holding import next_to_act
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.recusal import Parties
from rongcuo.contracts.actor import Role, queue
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.clarify_procedures import (
    Act,
    ClarificationAppliedFor,
    ClarificationArchived,
    ClarificationClosed,
    ClarificationMode,
    ClarificationMoved,
    ClarificationObjected,
    ClarificationObjectionAnswered,
    ClarificationProposed,
    ClarificationStart,
    ClarificationWithdrawn,
    ClearedAllegation,
    Concerned,
    ConcernedKind,
    Opinion,
    Plan,
    Said,
    UnitAsk,
    UnitAsked,
    Visit,
)
from rongcuo.contracts.clarify_procedures import ClarificationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.pack import Stage
from services.clarify.domain.clarification import letters, objection
from services.clarify.domain.clarification.acting import dropping, performed
from services.clarify.domain.clarification.beginning import Application, Unfounded, require_grounds, title_of
from services.clarify.domain.clarification.guards import is_concerned
from services.clarify.domain.clarification.objection import Objection, next_level, refusal_of
from services.clarify.domain.clarification.plan import preview, require_clearable, require_sound
from services.clarify.domain.clarification.transitions import ENDED, HELD, TRANSITIONS
from services.clarify.domain.clarification.transitions import ClarificationVerb as Verb
from services.clarify.domain.clarification.units import answered, asked
from services.clarify.domain.clarification.visiting import require_made
from services.clarify.domain.stages import begun, lead_on, require_not_ahead, standing_of

KIND = "clarification"


@dataclass(kw_only=True)
class Clarification(Case):
    """Every verb asks its guards first: a refused one changes nothing.

    `engaged`: who held it; none of them approves it. `opinion_clock` runs while the person may say what they
    think of the plan, `object_clock` while they may object to a refusal. `directed`: the next level wants it
    cleared. `passed`: when it entered each stage, for figures.
    """

    transitions: ClassVar = TRANSITIONS
    held: ClassVar = HELD
    endings: ClassVar = ENDED
    party: ClassVar = Reader.SUBJECT

    concerned: Concerned
    start: ClarificationStart
    state: State = State.ASSESSMENT
    stage: str = State.ASSESSMENT.value
    engaged: frozenset[str] = frozenset()
    report_id: str = ""
    report_number: str = ""
    application: Application | None = None
    allegations: tuple[ClearedAllegation, ...] = ()
    grounds: tuple[str, ...] = ()
    effects: str = ""
    plan: Plan | None = None
    opinion: Opinion | None = None
    opinion_clock: DeadlineClock | None = None
    recommendation: str = ""
    review_opinion: str = ""
    with_false_accusation: bool = False
    proposed_refusal: str = ""
    refusal: str = ""                       # a code of the pack's
    reasons: str = ""
    refusers: frozenset[str] = frozenset()
    object_clock: DeadlineClock | None = None
    objection: Objection | None = None
    directed: bool = False
    acts: tuple[Act, ...] = ()
    dropped: dict[ClarificationMode, str] = field(default_factory=dict)
    asks: tuple[UnitAsk, ...] = ()
    approved_at: datetime | None = None
    carried_out_at: datetime | None = None
    archive_number: str = ""
    personnel_body: str = ""
    integrity_file: bool = False
    visit: Visit | None = None
    feedback: str = ""
    decided_at: datetime | None = None
    passed: tuple[tuple[str, datetime], ...] = ()

    @classmethod
    def propose(cls, case_id: str, number: str, concerned: Concerned, unfounded: Unfounded,
                organ_id: str, division_code: str, occasion: Occasion, grounds: tuple[str, ...],
                effects: str) -> Self:
        """承办部门建议, of a report that was found untrue or mistaken: `clarify.nothing_to_clear`."""
        require_clearable(unfounded.allegations)
        case = cls._opened(case_id, number, concerned, ClarificationStart.HANDLER, organ_id, division_code,
                           occasion)
        case.require_free(occasion.actor.officer_id, occasion.actor.units)
        case._link(unfounded)
        case._assess(grounds, effects, occasion)
        case.record(ClarificationProposed(standing=case.standing(), report_id=case.report_id,
                                          concerned=concerned, at=occasion.now))
        return case

    @classmethod
    def apply(cls, case_id: str, number: str, concerned: Concerned, application: Application,
              organ_id: str, division_code: str, occasion: Occasion) -> Self:
        """本人（单位）书面申请. Which report it is about, the organ finds. Without an account it is on paper:
        `clarify.paper_missing`."""
        case = cls._opened(case_id, number, concerned, ClarificationStart.APPLICATION, organ_id,
                           division_code, occasion)
        case.application = replace(application, entered_by=case._entering(application.attachments, occasion))
        case.record(ClarificationAppliedFor(standing=case.standing(), concerned=concerned, at=occasion.now))
        return case

    @classmethod
    def _opened(cls, case_id: str, number: str, concerned: Concerned, start: ClarificationStart,
                organ_id: str, division_code: str, occasion: Occasion) -> Self:
        case = cls(
            id=case_id, number=number, title=title_of(concerned), organ_id=organ_id,
            division_code=division_code, concerned=concerned, start=start,
            passed=((State.ASSESSMENT.value, occasion.now),),
            **begun(occasion.pack.clarification.stage(State.ASSESSMENT), occasion))
        case.note("open", occasion)
        return case

    @property
    def parties(self) -> Parties:
        """Whose name it is, and their unit; an organisation is its own."""
        return Parties.of((self.concerned.officer_id,), (self.unit,))

    @property
    def unit(self) -> str:
        """Whose people have a part in it."""
        organisation = self.concerned.kind is ConcernedKind.ORGANISATION
        return self.concerned.name if organisation else self.concerned.unit

    @property
    def deciding_organ_id(self) -> str:
        """Which organ has to act now."""
        objected = self.objection if self.state is State.OBJECTED else None
        return objected.organ_id if objected else self.organ_id

    @property
    def preview(self) -> tuple[Said, ...]:
        """What will be said to whom; nothing before there is a plan."""
        return preview(self.plan, self.concerned, self.allegations) if self.plan else ()

    def rule(self, occasion: Occasion) -> Stage:
        return occasion.pack.clarification.stage(self.stage)

    def opinion_until(self, occasion: Occasion) -> date | None:
        """The last local day for the person's opinion; None before it was asked."""
        return occasion.due(self.opinion_clock).date if self.opinion_clock else None

    def object_until(self, occasion: Occasion) -> date | None:
        """The last local day of an objection; None where there can be none."""
        return occasion.due(self.object_clock).date if self.object_clock and not self.objection else None

    def visit_from(self, occasion: Occasion) -> date | None:
        """The first local day of a visit; None before anything was carried out."""
        limit, since = occasion.pack.clarification.visit_not_before, self.carried_out_at
        return occasion.due(DeadlineClock(since, limit)).date if since else None

    def assign(self, officer: OfficerView, occasion: Occasion) -> None:
        """Whoever held it never approves it."""
        super().assign(officer, occasion)
        self.engaged |= {officer.officer_id}

    def link_report(self, unfounded: Unfounded, occasion: Occasion) -> None:
        """Which report an application is about. A plan of before is none any more."""
        self.require(Verb.LINK_REPORT, occasion)
        self._link(unfounded)
        self.plan, self.opinion, self.opinion_clock = None, None, None
        self._stay(Verb.LINK_REPORT, occasion, unfounded.report_number)

    def assess(self, grounds: tuple[str, ...], effects: str, occasion: Occasion) -> None:
        """What the report has done to them, by the pack's codes."""
        self.require(Verb.ASSESS, occasion)
        self._assess(grounds, effects, occasion)
        self._stay(Verb.ASSESS, occasion, " ".join(grounds))

    def make_plan(self, plan: Plan, occasion: Occasion) -> None:
        """What the person was asked before, they are asked anew about another plan."""
        self.require(Verb.PLAN, occasion)
        require_sound(plan, self.allegations)
        self.plan, self.opinion, self.opinion_clock = plan, None, None
        self._stay(Verb.PLAN, occasion)

    def ask_opinion(self, occasion: Occasion) -> None:
        """拟澄清告知书: what is to be said to whom, and by when they can say what they think of it."""
        self.require(Verb.ASK_OPINION, occasion)
        self.opinion_clock = DeadlineClock(occasion.now, occasion.pack.clarification.opinion_within)
        self.opinion = None
        self.turn(Verb.ASK_OPINION, occasion)
        self.record(letters.opinion_asked(self, occasion))

    def give_opinion(self, opinion: Opinion, occasion: Occasion) -> None:
        """Theirs, by themselves, or entered with the paper."""
        self.require(Verb.GIVE_OPINION, occasion)
        require_not_ahead(opinion.given_on, occasion)
        self.opinion = replace(opinion, entered_by=self._entering(opinion.attachments, occasion))
        self._stay(Verb.GIVE_OPINION, occasion)

    def request_approval(self, recommendation: str, review_opinion: str, with_false_accusation: bool,
                         occasion: Occasion) -> None:
        """报审: the plan, with the opinion of those who review cases."""
        self.require(Verb.REQUEST_APPROVAL, occasion)
        wanted, reviewed = (given(each, Reader.INSIDE) for each in (recommendation, review_opinion))
        self._lead_on(Verb.REQUEST_APPROVAL, occasion)
        self.recommendation, self.review_opinion = wanted, reviewed
        self.with_false_accusation, self.proposed_refusal = with_false_accusation, ""
        self.tell(Verb.REQUEST_APPROVAL, occasion)

    def propose_refusal(self, ground: str, reasons: str, occasion: Occasion) -> None:
        """建议不予澄清: the head decides."""
        self.require(Verb.PROPOSE_REFUSAL, occasion)
        refusal_of(ground, occasion)
        wanted = given(reasons, Reader.INSIDE)
        self._lead_on(Verb.PROPOSE_REFUSAL, occasion, ground)
        self.recommendation, self.review_opinion, self.proposed_refusal = wanted, "", ground
        self.tell(Verb.PROPOSE_REFUSAL, occasion)

    def approve(self, note: str, occasion: Occasion) -> None:
        """The organ's head: 澄清审批表."""
        self.require(Verb.APPROVE, occasion)
        self._lead_on(Verb.APPROVE, occasion, note.strip())
        self.approved_at, self.decided_at = occasion.now, occasion.now
        self.record(letters.approved(self, note.strip(), occasion))

    def send_back(self, reasons: str, occasion: Occasion) -> None:
        """The head wants it assessed further."""
        self.require(Verb.RETURN, occasion)
        self._lead_on(Verb.RETURN, occasion, given(reasons, Reader.INSIDE))
        self.tell(Verb.RETURN, occasion)

    def refuse(self, ground: str, reasons: str, occasion: Occasion) -> None:
        """不予澄清, for a coded reason; the person is told, and can object once."""
        self.require(Verb.REFUSE, occasion)
        item, why = refusal_of(ground, occasion), given(reasons, Reader.SUBJECT)
        self._lead_on(Verb.REFUSE, occasion, ground)
        self.refusal, self.reasons, self.decided_at = ground, why, occasion.now
        self.refusers |= {occasion.actor.officer_id}
        self.object_clock = DeadlineClock(occasion.now, occasion.pack.clarification.object_within)
        self.record(letters.refused(self, item, occasion))

    def object(self, words: str, attachments: tuple[AttachmentRef, ...], occasion: Occasion) -> None:
        """It goes to the next level, where nobody had a hand in it."""
        self.require(Verb.OBJECT, occasion)
        said = given(words, Reader.ORGAN_ABOVE)
        self._entering(attachments, occasion)
        self.objection = Objection(organ_id=next_level(self.organ_id), words=said, objected_at=occasion.now,
                                   attachments=attachments)
        self._lead_on(Verb.OBJECT, occasion)
        self.record(ClarificationObjected(standing=self.standing(), at=occasion.now))

    def answer_objection(self, clear: bool, reasons: str, occasion: Occasion) -> None:
        """`clear`: assessed anew, to be cleared by the organ; otherwise the refusal stands for good."""
        verb = Verb.DIRECT if clear else Verb.UPHOLD_REFUSAL
        self.require(verb, occasion)
        why = given(reasons, Reader.SUBJECT)
        self.objection = objection.answered(self.objection, clear, why, occasion)
        self._lead_on(verb, occasion, why)
        self.directed = clear
        if clear:
            self.refusal, self.reasons, self.proposed_refusal, self.decided_at = "", "", "", None
        self.record(ClarificationObjectionAnswered(
            standing=self.standing(), whom=self.concerned.name, cleared=clear, reasons=why,
            result="应当澄清，由原机关办理" if clear else "维持不予澄清", at=occasion.now,
            answered_by_organ_id=self.objection.organ_id))

    def record_act(self, act: Act, occasion: Occasion) -> None:
        """One mode, in the words that were previewed for it; the written one is 澄清函."""
        self.require(Verb.RECORD_ACT, occasion)
        self.acts += (performed(act, self.preview, self.acts, self.dropped, self.approved_at, occasion),)
        self.turn(Verb.RECORD_ACT, occasion, act.mode.value)
        if act.mode is ClarificationMode.WRITTEN:
            self.record(letters.written(self, occasion))
        else:
            self.tell(Verb.RECORD_ACT, occasion)

    def drop_mode(self, mode: ClarificationMode, reasons: str, occasion: Occasion) -> None:
        """Never the written one, and none that was carried out."""
        self.require(Verb.DROP_MODE, occasion)
        self.dropped = dropping(mode, reasons, self.plan, self.acts, self.dropped)
        self._stay(Verb.DROP_MODE, occasion, mode.value)

    def ask_unit(self, ask_id: str, unit: str, what: str, until: date, occasion: Occasion) -> None:
        """A unit is asked to do its part."""
        self.require(Verb.ASK_UNIT, occasion)
        ask = asked(ask_id, unit, what, until, occasion)
        self.asks += (ask,)
        self.turn(Verb.ASK_UNIT, occasion, unit)
        self.record(UnitAsked(standing=self.standing(), ask_id=ask_id, unit=unit, what=ask.what,
                              until=until, at=occasion.now))

    def answer_unit(self, ask_id: str, done: bool, reason: str, occasion: Occasion) -> None:
        """What became of it."""
        self.require(Verb.ANSWER_UNIT, occasion)
        self.asks = answered(self.asks, ask_id, done, reason, occasion)
        self._stay(Verb.ANSWER_UNIT, occasion)

    def finish(self, occasion: Occasion) -> None:
        """Every mode was carried out or dropped: 实施记录. The person is cleared."""
        self.require(Verb.FINISH, occasion)
        self._lead_on(Verb.FINISH, occasion)
        self.carried_out_at = occasion.now
        self.record(letters.carried_out(self, occasion))

    def archive(self, archive_number: str, personnel_body: str, integrity_file: bool,
                occasion: Occasion) -> None:
        """归档. Of a person the personnel body is told: `clarify.personnel_body_missing`."""
        self.require(Verb.ARCHIVE, occasion)
        if self.concerned.kind is ConcernedKind.PERSON:
            given(personnel_body, Reader.ORGAN, "clarify.personnel_body_missing")
        body = personnel_body.strip()
        self.archive_number, self.personnel_body, self.integrity_file = archive_number, body, integrity_file
        self._lead_on(Verb.ARCHIVE, occasion, archive_number, self.carried_out_at)
        self.record(ClarificationArchived(
            standing=self.standing(), report_id=self.report_id, concerned=self.concerned,
            archive_number=archive_number, personnel_body=body, integrity_file=integrity_file,
            at=occasion.now))

    def record_visit(self, visit: Visit, occasion: Occasion) -> None:
        """30 to 90 days after, by the pack."""
        self.require(Verb.VISIT, occasion)
        require_made(visit, self.visit_from(occasion), occasion)
        self._lead_on(Verb.VISIT, occasion)
        self.visit = visit
        self.tell(Verb.VISIT, occasion)

    def give_feedback(self, note: str, occasion: Occasion) -> None:
        """结果反馈."""
        self.require(Verb.GIVE_FEEDBACK, occasion)
        self.feedback = given(note, Reader.SUBJECT)
        self._lead_on(Verb.GIVE_FEEDBACK, occasion)
        self.record(ClarificationClosed(standing=self.standing(), report_id=self.report_id,
                                        note=self.feedback, at=occasion.now))

    def withdraw(self, reason: str, occasion: Occasion) -> None:
        """Whoever applied does not want it any more."""
        self.require(Verb.WITHDRAW, occasion)
        self._lead_on(Verb.WITHDRAW, occasion, given(reason, Reader.CASEWORKERS))
        self.record(ClarificationWithdrawn(standing=self.standing(), report_id=self.report_id,
                                           at=occasion.now))

    def standing(self) -> Standing:
        """Where it stands, as its events tell it."""
        above = (queue(self.deciding_organ_id, Role.LEAD),)
        return standing_of(self, KIND, above if self.state is State.OBJECTED else next_to_act(self),
                           (self.unit,), self.concerned.officer_id)

    def tell(self, what: str, occasion: Occasion, _: str = "", *concerns: str) -> None:
        self.record(ClarificationMoved(
            standing=self.standing(), what=str(what), actor_id=occasion.actor.officer_id, concerns=concerns,
            at=occasion.now))

    def _assess(self, grounds: tuple[str, ...], effects: str, occasion: Occasion) -> None:
        told = given(effects, Reader.INSIDE)
        require_grounds(grounds, occasion)
        self.grounds, self.effects = grounds, told

    def _link(self, unfounded: Unfounded) -> None:
        self.report_id, self.report_number = unfounded.report_id, unfounded.report_number
        self.allegations = unfounded.allegations

    def _entering(self, attachments: tuple[AttachmentRef, ...], occasion: Occasion) -> str:
        """Who enters it for them, with the paper; empty where they write it themselves."""
        actor_id = occasion.actor.officer_id
        own = is_concerned(self, actor_id)
        if not (own or attachments):
            raise CaseError("clarify.paper_missing")
        return "" if own else actor_id

    def _stay(self, verb: Verb, occasion: Occasion, note: str = "") -> None:
        self.turn(verb, occasion, note)
        self.tell(verb, occasion)

    def _lead_on(self, verb: Verb, occasion: Occasion, note: str = "",
                 started: datetime | None = None) -> None:
        lead_on(self, verb, occasion, note, started)
        self.passed += ((self.stage, occasion.now),)
