"""A problem (问题清单): its facts, and the verbs that happen to it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar, Final, Self

from rongcuo.casework.apart import officer_keys, unit_names_keys
from rongcuo.casework.case import Case, given
from rongcuo.casework.holding import next_to_act
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder, require_reviewer
from rongcuo.casework.recusal import Parties
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.followup import (
    Measure,
    MeasureState,
    ProblemDescription,
    ProblemMoved,
    ProblemSource,
    ProblemSourceKind,
    RiskPoint,
    RuleChange,
    WeakPoint,
)
from rongcuo.contracts.followup import ProblemState as State
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from rongcuo.policy.calendar import ZONE
from rongcuo.policy.clock import DeadlineClock
from services.followup.domain.problem import learning, mending, telling
from services.followup.domain.problem.guards import PENDING, has_come
from services.followup.domain.problem.naming import Marks, marks_of, names_somebody
from services.followup.domain.problem.transitions import ENDED, HELD, TRANSITIONS
from services.followup.domain.problem.transitions import ProblemVerb as Verb

KIND: Final = "problem"
TITLES: Final[Mapping[ProblemSourceKind, str]] = {     # until somebody has put it in words
    ProblemSourceKind.DETERMINATION: "容错认定以后，看看有没有要补的短板",
    ProblemSourceKind.CLARIFICATION: "澄清正名以后，看看有没有要补的短板",
    ProblemSourceKind.RETROSPECTIVE: "一案一议提出的短板，待梳理",
    ProblemSourceKind.DEVIATION: "事中监督发现的偏差，待梳理",
    ProblemSourceKind.PROPOSAL: "纪检监察建议提出的问题，待梳理",
    ProblemSourceKind.HAND: "待梳理的问题"}


@dataclass(kw_only=True)
class Problem(Case):
    """Every verb asks its guards first: a refused one changes nothing.

    `unit`, `situation`: where and in what kind of matter, as far as they are known. `sources`: each time that
    it came up. `named`: the names that none of its texts may hold, as digests; `concerned`: officers whom a
    source is about. `clock`: until it is put in words, gets a measure or is closed; while a measure is
    pending, its day counts instead.
    """

    transitions: ClassVar = TRANSITIONS
    held: ClassVar = HELD
    endings: ClassVar = ENDED
    party: ClassVar = Reader.ORGAN

    state: State = State.RAISED
    stage: str = State.RAISED.value
    unit: str = ""
    situation: str = ""
    description: ProblemDescription | None = None
    sources: tuple[ProblemSource, ...]
    measures: tuple[Measure, ...] = ()
    rules: tuple[RuleChange, ...] = ()
    risk_point: RiskPoint | None = None
    merged_into: str = ""
    closing_words: str = ""
    named: Marks = frozenset()
    concerned: frozenset[str] = frozenset()
    decided_at: datetime | None = None

    @classmethod
    def seen(cls, case_id: str, number: str, source: ProblemSource, organ_id: str, division_code: str,
             occasion: Occasion, *, unit: str = "", situation: str = "", named: Marks = frozenset(),
             concerned: frozenset[str] = frozenset(), keys_apart: frozenset[str] = frozenset()) -> Self:
        """Something happened that may show one. What was said there is kept only where it names nobody."""
        words = "" if names_somebody(named, (source.words,)) else source.words
        problem = cls(
            id=case_id, number=number, title=TITLES[source.kind], organ_id=organ_id,
            division_code=division_code, pack_id=occasion.pack.id, opened_at=occasion.now,
            clock=DeadlineClock(occasion.now, occasion.pack.problems.described_within),
            since=occasion.now, due_at=occasion.now, unit=unit, situation=situation,
            sources=(replace(source, words=words),), named=named, concerned=concerned, keys_apart=keys_apart)
        problem._begin("raise", occasion)
        return problem

    @classmethod
    def entered(cls, case_id: str, number: str, source: ProblemSource, described: ProblemDescription,
                organ_id: str, division_code: str, occasion: Occasion) -> Self:
        """By hand, and in words from the beginning."""
        has_come(source.on, occasion)
        problem = cls(
            id=case_id, number=number, title=described.title, organ_id=organ_id, division_code=division_code,
            pack_id=occasion.pack.id, opened_at=occasion.now, state=State.OPEN, stage=State.OPEN.value,
            clock=DeadlineClock(occasion.now, occasion.pack.problems.planned_within),
            since=occasion.now, due_at=occasion.now, unit=described.unit, sources=(source,))
        problem.require_free(occasion.actor.officer_id, occasion.actor.units)
        problem._put(described, occasion)
        problem._begin("enter", occasion)
        return problem

    @property
    def parties(self) -> Parties:
        """Whoever it is about, and everybody of the unit: they mend nothing here, others do."""
        return Parties.of(self.concerned, {self.unit})

    @property
    def kept_from(self) -> frozenset[str]:
        """The keys of those for whom it is not there: whom a source is about or kept from, whoever is of the
        unit, and the recused."""
        return super().kept_from | officer_keys(*self.concerned) | unit_names_keys(self.unit)

    @property
    def judges_wanted(self) -> int:
        """Who has a measure does not close it."""
        return 2

    @property
    def in_hand(self) -> tuple[Holder, ...]:
        """The owners of what is open."""
        return tuple({each.owner_id: Holder(each.owner_id, each.owner_name) for each in self.measures
                      if each.state is MeasureState.OPEN and each.owner_id}.values())

    @property
    def weak_point(self) -> WeakPoint | None:
        return self.description.weak_point if self.description else None

    @property
    def wording(self) -> str:
        """As it is put in words, or was where it was seen."""
        told = self.description
        return f"{told.title} {told.words}" if told else " ".join(each.words for each in self.sources)

    # What the modules beside this one do with it; each is a verb of its own.

    plan_measure = mending.plan
    move_measure = mending.move
    report_measure = mending.report
    return_measure = mending.give_back
    close_measure = mending.close
    drop_measure = mending.drop
    enter_rule = learning.enter_rule
    repeal_rule = learning.repeal_rule
    write_risk_point = learning.write_risk_point
    withdraw_risk_point = learning.withdraw_risk_point

    def describe(self, described: ProblemDescription, occasion: Occasion) -> None:
        """梳理; in the pack's situations."""
        self.require(Verb.DESCRIBE, occasion)
        begins = self.state is not State.OPEN
        self._put(described, occasion)
        self.step(Verb.DESCRIBE, occasion, "", self.waits_anew(occasion) if begins else None)

    def dismiss(self, reason: str, occasion: Occasion) -> None:
        """不列入."""
        self.require(Verb.DISMISS, occasion)
        why = self.said(reason, occasion, "reason")
        self.decided_at = occasion.now
        self.step(Verb.DISMISS, occasion, why)

    def merge_into(self, other: "Problem", reason: str, occasion: Occasion) -> None:
        """归并, as somebody has confirmed: all that is kept of it goes there, its times above all."""
        self.require(Verb.MERGE, occasion)
        if other.id == self.id or other.organ_id != self.organ_id:
            raise CaseError("followup.not_the_same", details={"into": other.id})
        why = self.said(reason, occasion, "reason")
        other.absorb(self, occasion)
        self.merged_into, self.decided_at = other.id, occasion.now
        self.step(Verb.MERGE, occasion, f"{other.number}：{why}")

    def absorb(self, again: "Problem", occasion: Occasion) -> None:
        """Another one was this one again. One that was closed has come up again."""
        self.require(Verb.ABSORB, occasion)
        many, ruled = len(self.measures), len(self.rules)
        self.sources = tuple(sorted((*self.sources, *again.sources), key=lambda each: each.on))
        self.measures += tuple(replace(each, number=many + each.number) for each in again.measures)
        self.rules += tuple(replace(each, place=ruled + each.place) for each in again.rules)
        self.risk_point = self.risk_point or again.risk_point
        self.named |= again.named
        self.concerned |= again.concerned
        self.keys_apart |= again.kept_from
        self._open_again(Verb.ABSORB, occasion, again.number)

    def recur(self, on: date, number: str, words: str, occasion: Occasion) -> None:
        """再次发生, as somebody notes it."""
        self.require(Verb.RECUR, occasion)
        has_come(on, occasion)
        said = self.said(words, occasion)
        again = ProblemSource(kind=ProblemSourceKind.HAND, number=number.strip(), on=on, words=said)
        self.sources = tuple(sorted((*self.sources, again), key=lambda each: each.on))
        self._open_again(Verb.RECUR, occasion, said)

    def close(self, words: str, occasion: Occasion) -> None:
        """销号."""
        self.require(Verb.CLOSE, occasion)
        self.closing_words = self.said(words, occasion)
        self.decided_at = occasion.now
        self.turn(Verb.CLOSE, occasion)
        self.record(telling.closed(self, occasion))

    def require_able(self, officer: OfficerView) -> None:
        """One of the organ's caseworkers, who has no part in it."""
        require_reviewer(officer, self.organ_id)
        self.require_free(officer.officer_id, officer.units)

    def require_nameless(self, occasion: Occasion, **texts: str) -> None:
        """Of a place and its rules, never of somebody: neither whom a source is about nor who works on it.
        The texts by the field that they are typed in."""
        people = {each.actor_name for each in self.history if each.actor_id != SYSTEM.officer_id}
        people |= {each.owner_name for each in self.measures} | {each.name for each in self.recusals}
        people |= {occasion.actor.name} - {SYSTEM.name}
        marks = self.named | marks_of(*people)
        for field, text in texts.items():
            if names_somebody(marks, (text,)):
                raise CaseError("followup.person_named", details={"field": field})

    def said(self, words: str, occasion: Occasion, field: str = "words") -> str:
        """What somebody has written, naming nobody."""
        self.require_nameless(occasion, **{field: words})
        return given(words, Reader.ORGAN)

    def waits_anew(self, occasion: Occasion) -> DeadlineClock:
        """For a measure, or to be closed."""
        return DeadlineClock(occasion.now, occasion.pack.problems.planned_within)

    def standing(self) -> Standing:
        """Where it stands, as its events tell it: a task of the owners of what is open, else of the organ or
        its leads."""
        parties = tuple(sorted(self.parties.officers))
        return Standing(
            kind=KIND, matter_id=self.id, number=self.number, title=self.title, organ_id=self.organ_id,
            division_code=self.division_code, pack_id=self.pack_id, stage=self.stage,
            holders=next_to_act(self), parties=parties, apart=tuple(sorted({*parties, *self.recused})),
            keys_apart=tuple(sorted(self.kept_from)), provisional=self.provisional, ended=self.ended,
            due_at=self.due_at)

    def tell(self, what: str, occasion: Occasion, _: str = "", *concerns: str) -> None:
        self.record(ProblemMoved(standing=self.standing(), what=str(what), concerns=concerns,
                                 actor_id=occasion.actor.officer_id, at=occasion.now))

    def step(self, verb: Verb, occasion: Occasion, note: str = "", clock: DeadlineClock | None = None,
             *concerns: str) -> None:
        self.turn(verb, occasion, note, clock)
        self.tell(verb, occasion, "", *concerns)

    def _begin(self, what: str, occasion: Occasion) -> None:
        self._derive_due(occasion)
        self.note(what, occasion)
        self.record(telling.raised(self, occasion))

    def _put(self, described: ProblemDescription, occasion: Occasion) -> None:
        """Raises `followup.situation_unknown` for one that the pack does not have."""
        if described.situation and described.situation not in occasion.pack.situations:
            raise CaseError("followup.situation_unknown", details={"situation": described.situation})
        self.require_nameless(occasion, title=described.title, words=described.words, cause=described.cause,
                              area=described.area)
        given(described.words, Reader.ORGAN)
        self.description, self.title = described, described.title
        self.unit, self.situation = described.unit, described.situation

    def _open_again(self, verb: Verb, occasion: Occasion, note: str) -> None:
        closed = self.state is State.CLOSED
        self.decided_at = None if closed else self.decided_at
        self.step(verb, occasion, note, self.waits_anew(occasion) if closed else None)

    def _part_with(self, officer_id: str) -> None:
        """What they had is nobody's until a lead gives it to somebody."""
        self.measures = tuple(
            replace(each, owner_id="", owner_name="")
            if each.owner_id == officer_id and each.state in PENDING else each for each in self.measures)

    def _enter(self, state: State, occasion: Occasion) -> None:
        super()._enter(state, occasion)
        self.stage = state.value

    def _derive_due(self, occasion: Occasion) -> None:
        """The day of the pending measure that is due first, else the clock's."""
        super()._derive_due(occasion)
        days = [each.due_on for each in self.measures if each.state in PENDING]
        if days and not self.ended:
            self.due_at = datetime.combine(min(days), occasion.pack.office_hours.close, ZONE)
            self.provisional = False
