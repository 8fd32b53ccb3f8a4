"""A programme (回访教育): its facts, and the verbs that happen to it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar, Self

from rongcuo.casework.apart import keys_of, name_keys, officer_keys, unit_names_keys
from rongcuo.casework.case import Case, given
from rongcuo.casework.holding import next_to_act
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.organ_above import organ_above
from rongcuo.casework.recusal import Parties
from rongcuo.contracts.actor import Role, queue
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.followup import (
    Basis,
    BasisKind,
    CareCard,
    CareCardRead,
    ChangeRecord,
    Escalation,
    EvaluationView,
    ExecutionCheck,
    GatheredInformation,
    GrowthPlan,
    Mentor,
    MilestoneRecord,
    PersonChange,
    PersonClass,
    ProgrammeCompleted,
    ProgrammeMoved,
    Recommendation,
    Remark,
    StepRecord,
    VisitedPerson,
    VisitRecord,
    VisitRequest,
)
from rongcuo.contracts.followup import ProgrammeState as State
from rongcuo.contracts.readers import Reader
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.limit import add_months
from services.followup.domain.programme import (
    changing,
    evaluating,
    helping,
    letters,
    stepping,
    visiting,
)
from services.followup.domain.programme.guards import is_theirs
from services.followup.domain.programme.schedule import Duty, duties
from services.followup.domain.programme.transitions import ENDED, HELD, TRANSITIONS
from services.followup.domain.programme.transitions import ProgrammeVerb as Verb

KIND = "programme"
TITLE = "回访教育"     # in tasks and notices: neither of whom, nor why


@dataclass(kw_only=True)
class Programme(Case):
    """Every verb asks its guards first: a refused one changes nothing.

    What is due by which day follows from the period, the class and what was done (`duties`). `lifted_on`:
    the period ended on that day; `execution_months`: how long carrying the sanction out may take, where that
    was extended; `end_told_at`, `over_told_at`: when the person was told that the period ends, and that it
    is over; `tells_on`: the local day on which they are next told.
    """

    transitions: ClassVar = TRANSITIONS
    held: ClassVar = HELD
    endings: ClassVar = ENDED
    party: ClassVar = Reader.SUBJECT

    person: VisitedPerson
    basis: Basis
    state: State = State.COUNSELLING
    stage: str = State.COUNSELLING.value
    person_class: PersonClass = PersonClass.GENERAL
    visits: tuple[VisitRecord, ...] = ()
    requests: tuple[VisitRequest, ...] = ()
    records: tuple[StepRecord, ...] = ()
    mentor: Mentor | None = None
    plans: tuple[GrowthPlan, ...] = ()
    milestones: tuple[MilestoneRecord, ...] = ()
    executed: tuple[ExecutionCheck, ...] = ()
    execution_months: int = 0
    gathered: GatheredInformation | None = None
    unit_evaluation: EvaluationView | None = None
    evaluation: EvaluationView | None = None
    escalations: tuple[Escalation, ...] = ()
    changes: tuple[ChangeRecord, ...] = ()
    remarks: tuple[Remark, ...] = ()
    card: CareCard | None = None
    former_units: frozenset[str] = frozenset()
    lifted_on: date | None = None
    end_told_at: datetime | None = None
    over_told_at: datetime | None = None
    tells_on: date | None = None
    recommendation: Recommendation | None = None
    closing_words: str = ""
    decided_at: datetime | None = None

    @classmethod
    def open(cls, case_id: str, number: str, person: VisitedPerson, basis: Basis, organ_id: str,
             division_code: str, occasion: Occasion, keys_apart: frozenset[str] = frozenset()) -> Self:
        """It begins with what it follows from: nobody has to think of it. `keys_apart`: of whom that is kept
        from."""
        rule = occasion.pack.followup
        period = replace(rule.effect_at_longest, amount=basis.months)
        began = datetime.combine(basis.since, datetime.min.time(), ZONE)
        encouraged = basis.kind is not BasisKind.SANCTION
        programme = cls(
            id=case_id, number=number, title=TITLE, organ_id=organ_id, division_code=division_code,
            pack_id=occasion.pack.id, clock=DeadlineClock(began, period), opened_at=occasion.now,
            since=occasion.now, due_at=occasion.now, person=person, basis=basis, keys_apart=keys_apart,
            person_class=PersonClass.ENCOURAGING if encouraged else PersonClass.GENERAL)
        programme._derive_due(occasion)
        programme.note("open", occasion)
        programme.record(letters.opened(programme, occasion))
        return programme

    @property
    def parties(self) -> Parties:
        """Whose it is: they, and whoever is of their unit or of one they have left, visit nobody here."""
        return Parties.of({self.person.officer_id}, {self.person.unit, *self.former_units})

    @property
    def kept_from(self) -> frozenset[str]:
        """The keys of those for whom its inside is not there: the person, by whichever account, whoever is of
        their unit, the recused, and whom that is kept from which it follows from."""
        person = self.person
        return (self.keys_apart | officer_keys(person.officer_id) | name_keys(person.name)
                | keys_of(*self.recusals) | unit_names_keys(person.unit, *self.former_units))

    @property
    def ends_on(self) -> date:
        """The last local day of the period."""
        return self.lifted_on or add_months(self.basis.since, self.basis.months)

    @property
    def graded(self) -> bool:
        return self.evaluation is not None

    @property
    def asked_organ_id(self) -> str:
        """The organ above that was asked for help; empty where none was."""
        return self.escalations[-1].organ_id if self.escalations else ""

    @property
    def alive(self) -> bool:
        """Whether there is still somebody to be told anything."""
        return all(each.what != PersonChange.DIED.value for each in self.changes)

    @property
    def left(self) -> bool:
        """Whether it ended because they retired or left, and may come back."""
        gone = {PersonChange.RETIRED.value, PersonChange.LEFT.value}
        return self.ended and any(each.what in gone and each.effect == changing.ENDS for each in self.changes)

    def duties(self, occasion: Occasion) -> tuple[Duty, ...]:
        return duties(self, occasion)

    # What the modules beside this one do with it; each is a verb of its own.

    plan_visit = visiting.plan
    record_visit = visiting.record_made
    decline_visit = visiting.decline
    accept_visit = visiting.accept
    correct_talk = visiting.correct_talk
    cancel_visit = visiting.cancel
    request_visit = visiting.request
    write_step = stepping.write
    sign_step = stepping.sign
    go_on_unsigned = stepping.go_on_unsigned
    write_plan = helping.write_plan
    sign_plan = helping.sign_plan
    record_milestone = helping.record_milestone
    check_execution = evaluating.check_execution
    extend_execution = evaluating.extend_execution
    record_unit_evaluation = evaluating.record_unit_evaluation
    evaluate = evaluating.evaluate
    change_period = changing.change_period
    change_person = changing.change_person
    opt_out = changing.opt_out
    heed_decision = changing.heed_decision
    tell_what_ends = changing.tell_what_ends

    def classify(self, person_class: PersonClass, reason: str, occasion: Occasion) -> None:
        """It sets the rhythm of the visits still to come."""
        self.require(Verb.CLASSIFY, occasion)
        why = given(reason, Reader.INSIDE)
        self.person_class = person_class
        self.step(Verb.CLASSIFY, occasion, f"{person_class}：{why}")

    def name_mentor(self, mentor: Mentor, occasion: Occasion) -> None:
        """帮带责任人: somebody else than the person."""
        self.require(Verb.NAME_MENTOR, occasion)
        if (mentor.name, mentor.unit) == (self.person.name, self.person.unit):
            raise CaseError("followup.own_mentor")
        self.mentor = mentor
        self.step(Verb.NAME_MENTOR, occasion, mentor.name)

    def gather(self, gathered: GatheredInformation, occasion: Occasion) -> None:
        """期满前采集."""
        self.require(Verb.GATHER, occasion)
        self.gathered = gathered
        self.step(Verb.GATHER, occasion)

    def escalate(self, words: str, occasion: Occasion) -> None:
        """The level above is asked for help, and sees the programme."""
        self.require(Verb.ESCALATE, occasion)
        asked = Escalation(organ_id=organ_above(self.organ_id), words=given(words, Reader.ORGAN_ABOVE),
                           at=occasion.now)
        self.escalations += (asked,)
        self.turn(Verb.ESCALATE, occasion)
        self.record(letters.escalated(self, asked.organ_id, occasion))

    def answer_escalation(self, answer: str, occasion: Occasion) -> None:
        """What the level above says."""
        self.require(Verb.ANSWER_ESCALATION, occasion)
        answered = replace(self.escalations[-1], answer=given(answer, Reader.INSIDE),
                           answered_by=occasion.actor.name)
        self.escalations = (*self.escalations[:-1], answered)
        self.step(Verb.ANSWER_ESCALATION, occasion)

    def complete(self, recommendation: Recommendation, words: str, occasion: Occasion) -> None:
        """The period is over, and all was done."""
        self.require(Verb.COMPLETE, occasion)
        said = given(words, Reader.SUBJECT)
        self.recommendation, self.closing_words, self.decided_at = recommendation, said, occasion.now
        self.turn(Verb.COMPLETE, occasion, recommendation.value)
        self.record(ProgrammeCompleted(standing=self.standing(), recommendation=recommendation, note=said,
                                       at=occasion.now))

    def remark(self, words: str, occasion: Occasion) -> None:
        """The person's own, at any time."""
        self.require(Verb.REMARK, occasion)
        self.remarks += (Remark(words=given(words, Reader.CASEWORKERS), at=occasion.now),)
        self.step(Verb.REMARK, occasion)

    def send_card(self, words: str, reminders: str, contact: str, occasion: Occasion) -> None:
        """关爱提醒卡."""
        self.require(Verb.SEND_CARD, occasion)
        self.card = CareCard(
            words=given(words, Reader.SUBJECT), reminders=given(reminders, Reader.SUBJECT),
            contact=contact.strip(), sent_by=occasion.actor.name, at=occasion.now)
        self.turn(Verb.SEND_CARD, occasion)
        self.record(letters.card_sent(self, self.card, occasion))

    def read_card(self, occasion: Occasion) -> None:
        """已阅: the moment is kept."""
        self.require(Verb.READ_CARD, occasion)
        if self.card is not None:
            self.card = replace(self.card, read_at=occasion.now)
        self.turn(Verb.READ_CARD, occasion)
        self.record(CareCardRead(standing=self.standing(), at=occasion.now))

    def standing(self) -> Standing:
        """Where it stands, as its events tell it: a task of whoever holds it, of the leads where nobody
        does."""
        holders = next_to_act(self) or (() if self.ended else (queue(self.organ_id, Role.LEAD),))
        parties = tuple(sorted(self.parties.officers))
        told = self.person.officer_id if self.alive else ""
        return Standing(
            kind=KIND, matter_id=self.id, number=self.number, title=self.title, organ_id=self.organ_id,
            division_code=self.division_code, pack_id=self.pack_id, stage=self.stage, subject_id=told,
            holders=holders, parties=parties, apart=tuple(sorted({*parties, *self.recused})),
            keys_apart=tuple(sorted(self.kept_from)), provisional=self.provisional, ended=self.ended,
            due_at=self.due_at)

    def tell(self, what: str, occasion: Occasion, _: str = "", *concerns: str) -> None:
        self.record(ProgrammeMoved(standing=self.standing(), what=str(what), concerns=concerns,
                                   actor_id=occasion.actor.officer_id, at=occasion.now))

    def step(self, verb: Verb, occasion: Occasion, note: str = "") -> None:
        self.turn(verb, occasion, note)
        self.tell(verb, occasion)

    def entering(self, attachments: tuple[AttachmentRef, ...], occasion: Occasion) -> str:
        """Who enters it for them, with the paper; empty where they sign in themselves."""
        if is_theirs(self, occasion.actor.officer_id):
            return ""
        if not attachments:
            raise CaseError("followup.paper_missing")
        return occasion.actor.officer_id

    def _enter(self, state: State, occasion: Occasion) -> None:
        super()._enter(state, occasion)
        self.stage = state.value

    def _derive_due(self, occasion: Occasion) -> None:
        """The first day by which something is still to be done."""
        self.edition = occasion.calendar.edition
        due = next((each for each in self.duties(occasion) if not each.done), None)
        if due is not None and not self.ended:
            self.due_at = datetime.combine(due.due_on, occasion.pack.office_hours.close, ZONE)
            self.provisional = due.provisional
        self.tells_on = changing.told_next(self, occasion)
