"""The later life of an accepted filing: its facts, and the verbs that happen to it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar, Self

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Person, require_reviewer
from rongcuo.casework.recusal import Parties
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.filing import (
    Bound,
    BoundsLeft,
    Checkpoint,
    CheckpointFinding,
    Correction,
    Deviation,
    DeviationNoted,
    FiledPeriod,
    FilingRetrospective,
    FilingRetrospectiveHeld,
    Guidance,
    GuidanceGiven,
    HistoryEntry,
    Marked,
    MatterEvaluated,
    MatterEvaluation,
    Meddling,
    NewFinding,
    NewMeddling,
    NewOutcome,
    OutcomeRecord,
    OutcomeRecorded,
    OutcomeUse,
    OversightClosed,
    OversightClosing,
    OversightMoved,
    OversightOpened,
    PlannedCheckpoint,
    ProgressReport,
    Supervisor,
    Track,
)
from rongcuo.contracts.filing import OversightState as State
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.limit import Limit
from rongcuo.texts.signs import is_seen
from services.filing.domain.filing import Filing
from services.filing.domain.matter import local_day
from services.filing.domain.oversight import bounds, disputing, happening, telling
from services.filing.domain.oversight.due import next_due
from services.filing.domain.oversight.facts import (
    is_awaited,
    noted,
    require_marks,
    require_outcome,
    require_over,
    require_past,
    require_to_come,
    supervisors_of,
    track_of,
)
from services.filing.domain.oversight.transitions import DECISIONS, TRANSITIONS
from services.filing.domain.oversight.transitions import OversightVerb as Verb

NOT_FREE = "filing.recused"


@dataclass(kw_only=True)
class Oversight(Aggregate):
    """事中监督 and 事后评估 of one accepted filing. A refused verb changes nothing.

    `officer`: who accepted the filing, and hears of it; None once they have left. `planned`: it needs
    checkpoints. `apart`: officers for whom it is not there by their post alone. `evaluate_by`,
    `second_look_on`: by when. `periods`: the days that were filed, before and after each change of them.
    """

    transitions: ClassVar = TRANSITIONS

    id: str
    filing_id: str
    number: str
    title: str
    organ_id: str
    first_organ_id: str
    division_code: str
    filer_id: str
    filer_name: str
    unit: str
    pack_id: str
    opened_at: datetime
    since: datetime
    valid_until: date
    act_from: date | None = None
    act_until: date | None = None
    state: State = State.RUNNING
    planned: bool = False
    plan_due_on: date | None = None
    evaluate_by: date | None = None
    second_look_on: date | None = None
    officer: Supervisor | None = None
    apart: tuple[str, ...] = ()
    checkpoints: tuple[Checkpoint, ...] = ()
    progress: tuple[ProgressReport, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    periods: tuple[FiledPeriod, ...] = ()
    meddlings: tuple[Meddling, ...] = ()
    evaluations: tuple[MatterEvaluation, ...] = ()
    outcomes: tuple[OutcomeRecord, ...] = ()
    retrospectives: tuple[FilingRetrospective, ...] = ()
    closing: OversightClosing | None = None
    history: tuple[HistoryEntry, ...] = ()

    @classmethod
    def of(cls, filing: Filing, officer: Person | None, occasion: Occasion) -> Self:
        """As it begins with the acceptance."""
        assert filing.valid_until  # noqa: S101 - an accepted filing has its last day
        return cls(
            id=oversight_id(filing.id), filing_id=filing.id, number=filing.number, title=filing.content.title,
            organ_id=filing.organ_id, first_organ_id=filing.first_organ_id,
            division_code=filing.division_code, filer_id=filing.filer_id, filer_name=filing.filer_name,
            unit=filing.unit, pack_id=filing.pack_id, opened_at=occasion.now, since=occasion.now,
            valid_until=filing.valid_until, act_from=filing.content.act_from,
            act_until=filing.content.act_until, apart=filing.recused,
            officer=Supervisor(officer_id=officer.officer_id, name=officer.name) if officer else None)

    @property
    def parties(self) -> Parties:
        """The filer, and the filer's unit."""
        return Parties.of((self.filer_id,), (self.unit,))

    def has_part(self, officer_id: str, units: frozenset[str]) -> bool:
        """Whether somebody filed it, belongs to the unit that did, or was recused from it."""
        return officer_id in self.apart or self.parties.include(officer_id, units)

    def can(self, verb: Verb) -> bool:
        """Whether the present state allows a verb."""
        return self.transitions.allow(self.state, verb)

    def looks_at(self, officer_id: str) -> tuple[Checkpoint, ...]:
        """The checkpoints at which they have to look."""
        return tuple(each for each in self.checkpoints if is_awaited(each)
                     and officer_id in {named.officer_id for named in each.supervisors})

    # ------------------------------------------------------------------ 事中

    def require_plan(self, occasion: Occasion) -> None:
        """It is on the whitelist: the leads plan its checkpoints."""
        self.require(Verb.REQUIRE_PLAN, occasion)
        if self.planned:
            return
        self.planned, self.plan_due_on = True, self.by_when(occasion.pack.oversight.plan_within, occasion)
        self.step(Verb.REQUIRE_PLAN, occasion)
        self.record(OversightOpened(standing=telling.standing(self, occasion), filing_id=self.filing_id,
                                    at=occasion.now))

    def plan(self, checkpoints: tuple[PlannedCheckpoint, ...], officers: Mapping[str, OfficerView],
             occasion: Occasion) -> None:
        """Which checkpoints, by when and by whom. What was looked at, or lapsed, stays as it is."""
        self.require(Verb.PLAN, occasion)
        kept = {each.code: each for each in self.checkpoints if not is_awaited(each)}
        fresh: dict[str, Checkpoint] = {}
        for each in checkpoints:
            if each.code not in occasion.pack.oversight.checkpoints:
                raise CaseError("filing.unknown_checkpoint", details={"checkpoint": each.code})
            if each.code in kept or each.code in fresh:
                raise CaseError("filing.checkpoint_twice", details={"checkpoint": each.code})
            require_to_come(each.due_on, "due_on", occasion)
            named = [officers[officer_id] for officer_id in each.supervisors]
            for officer in named:
                require_reviewer(officer, self.organ_id)
                self._require_free(officer.officer_id, officer.units)
            fresh[each.code] = Checkpoint(
                code=each.code, due_on=each.due_on, supervisors=supervisors_of(each.code, named))
        if not fresh and not kept:
            raise CaseError("filing.plan_empty")
        self.planned = True
        self.checkpoints = tuple(sorted((*kept.values(), *fresh.values()), key=lambda each: each.due_on))
        self.moved(Verb.PLAN, occasion, " ".join(fresh))

    def check(self, code: str, finding: NewFinding, occasion: Occasion) -> None:
        """What one of its supervisors found. What is not in order is a deviation, with guidance where it was
        given right there."""
        self.require(Verb.CHECK, occasion)
        if code not in {each.code for each in self.looks_at(occasion.actor.officer_id)}:
            raise CaseError("filing.not_its_supervisor", details={"checkpoint": code})
        given(finding.finding, Reader.FILER, "filing.reason_missing")
        if is_seen(finding.guidance) and finding.correction_due_on is None:
            raise CaseError("filing.correction_due_missing")
        if finding.correction_due_on:
            disputing.require_time(self, finding.correction_due_on, "correction_due_on", occasion)
        found = CheckpointFinding(finding=finding.finding.strip(), in_order=finding.in_order,
                                  papers=finding.papers, **noted(occasion))
        self.checkpoints = tuple(replace(each, found=found) if each.code == code and is_awaited(each)
                                 else each for each in self.checkpoints)
        if not finding.in_order:
            self._deviate(found.finding, local_day(occasion.now), finding.outside, code, occasion)
        self.moved(Verb.CHECK, occasion, code)
        if not finding.in_order:
            self._tell_bounds(self.deviations[-1], occasion)
            if finding.correction_due_on and is_seen(finding.guidance):
                self._guide(len(self.deviations), finding.guidance, finding.correction_due_on, occasion)

    def report_progress(self, on: date, done: int, planned: int, words: str, occasion: Occasion) -> None:
        """How far the matter is, against its plan. Work outside of the days filed is a deviation."""
        self.require(Verb.REPORT_PROGRESS, occasion)
        require_past(on, "on", occasion)
        outside = bounds.works_outside(self, on, done)
        self.progress += (ProgressReport(on=on, done=done, planned=planned, words=words.strip(),
                                         **noted(occasion)),)
        if outside:
            self._deviate(bounds.BY_RULE, on, (Bound.PERIOD,), "", occasion, by_rule=True)
        self.moved(Verb.REPORT_PROGRESS, occasion, f"{done}% / {planned}%")
        if outside:
            self._tell_bounds(self.deviations[-1], occasion)

    def report_deviation(self, what: str, on: date, outside: tuple[Bound, ...], occasion: Occasion) -> None:
        """By the filer, or found by somebody else, after the filing was accepted. What lies outside of what
        was filed says so to the officer."""
        self.require(Verb.REPORT_DEVIATION, occasion)
        require_past(on, "on", occasion)
        if on < local_day(self.opened_at):
            raise CaseError("filing.before_the_filing", details={"fields": {"on": [on.isoformat()]}})
        outside = bounds.outside_by_dates(self, on, outside)
        self._deviate(given(what, Reader.REVIEWERS, "filing.reason_missing"), on, outside, "", occasion)
        self.moved(Verb.REPORT_DEVIATION, occasion)
        self._tell_bounds(self.deviations[-1], occasion)

    def guide(self, number: int, words: str, due_on: date, occasion: Occasion) -> None:
        """What the filer is to put right about a deviation, until when; nothing more before that day."""
        self.require(Verb.GUIDE, occasion)
        deviation = self.deviation(number)
        disputing.require_guidable(self, deviation, due_on, occasion)
        self._guide(number, given(words, Reader.FILER, "filing.reason_missing"), due_on, occasion)

    def correct(self, number: int, words: str, on: date, occasion: Occasion) -> None:
        """What the filer has put right about a deviation."""
        self.require(Verb.CORRECT, occasion)
        deviation = self.deviation(number)
        disputing.require_not_withdrawn(deviation)
        require_past(on, "on", occasion)
        if on < deviation.on:
            raise CaseError("filing.corrected_before", details={"on": deviation.on.isoformat()})
        words = given(words, Reader.REVIEWERS, "filing.reason_missing")
        done = Correction(words=words, on=on, **noted(occasion))
        self.change(replace(deviation, corrections=(*deviation.corrections, done)))
        self.moved(Verb.CORRECT, occasion, str(number))

    def register_meddling(self, said: NewMeddling, occasion: Occasion) -> None:
        """Noted beside the history, and beside the tag, by which the named would learn of it; nobody is
        told."""
        self.require(Verb.REGISTER_MEDDLING, occasion)
        require_past(said.on, "on", occasion)
        self.meddlings += (Meddling(
            number=len(self.meddlings) + 1, leader_name=said.leader_name.strip(), leader_id=said.leader_id,
            leader_post=said.leader_post.strip(), on=said.on,
            what=given(said.what, Reader.ORGAN, "filing.reason_missing"), **noted(occasion)),)

    # ------------------------------------------------------------------ 事后

    def evaluate(self, marks: tuple[Marked, ...], conclusion: str, occasion: Occasion) -> None:
        """By every standard of the pack, once the matter is over; and again where a second look was asked
        for."""
        self.require(Verb.EVALUATE, occasion)
        if self.evaluations and self.evaluations[-1].track is not Track.SECOND_LOOK:
            raise CaseError("filing.evaluated_already")
        require_over(self, occasion)
        rule = occasion.pack.oversight
        require_marks(marks, rule.evaluation)
        conclusion = given(conclusion, Reader.FILER, "filing.reason_missing")
        track = track_of(marks, rule.evaluation)
        self.evaluations += (MatterEvaluation(conclusion=conclusion, track=track, marks=marks,
                                              **noted(occasion)),)
        again = self.by_when(rule.second_look_within, occasion) if track is Track.SECOND_LOOK else None
        self.second_look_on = again
        self.step(Verb.EVALUATE, occasion, track.value)
        self.record(MatterEvaluated(standing=telling.standing(self, occasion), filing_id=self.filing_id,
                                    track=track, at=occasion.now))

    def record_outcome(self, new: NewOutcome, occasion: Occasion) -> None:
        """A new row, also where it stands in the place of another."""
        self.require(Verb.RECORD_OUTCOME, occasion)
        require_outcome(new, self.outcomes, occasion)
        entry = OutcomeRecord(
            number=len(self.outcomes) + 1, kind=new.kind, unit=new.unit, amount=new.amount, on=new.on,
            source=new.source.strip(), corrects=new.corrects, reason=new.reason.strip(), **noted(occasion))
        self.outcomes += (entry,)
        self.step(Verb.RECORD_OUTCOME, occasion, new.kind.value)
        self.record(OutcomeRecorded(
            standing=telling.standing(self, occasion), filing_id=self.filing_id, entry=entry.number,
            kind_of=new.kind, unit=new.unit, amount=new.amount, on=new.on, corrects=new.corrects,
            at=occasion.now))

    def retrospect(self, held: FilingRetrospective, occasion: Occasion) -> None:
        """一案一议: what was learned."""
        self.require(Verb.RETROSPECT, occasion)
        require_past(held.held_on, "held_on", occasion)
        given(held.learned, Reader.ORGAN, "filing.reason_missing")
        self.retrospectives += (replace(held, **noted(occasion)),)
        self.step(Verb.RETROSPECT, occasion)
        self.record(FilingRetrospectiveHeld(standing=telling.standing(self, occasion),
                                            filing_id=self.filing_id, at=occasion.now))

    def close(self, uses: tuple[OutcomeUse, ...], words: str, occasion: Occasion) -> None:
        """Once nothing is left to be done."""
        self.require(Verb.CLOSE, occasion)
        if left := next_due(self):
            raise CaseError("filing.oversight_unfinished", details={"stage": left.stage})
        if not uses or (OutcomeUse.NONE in uses and len(set(uses)) > 1):
            raise CaseError("filing.use_missing")
        words = given(words, Reader.FILER, "filing.reason_missing")
        self.closing = OversightClosing(uses=tuple(dict.fromkeys(uses)), words=words, **noted(occasion))
        self.step(Verb.CLOSE, occasion, " ".join(self.closing.uses))
        self.record(OversightClosed(standing=telling.standing(self, occasion), filing_id=self.filing_id,
                                    uses=self.closing.uses, at=occasion.now))

    dispute = disputing.dispute
    answer_dispute = disputing.answer_dispute
    stop = happening.stop
    resume = happening.resume
    lapse = happening.lapse
    leave = happening.leave
    recuse = happening.recuse
    follow_change = bounds.follow_change

    # ------------------------------------------------------------------ parts of the above

    def _deviate(self, what: str, on: date, outside: tuple[Bound, ...], code: str, occasion: Occasion,
                 by_rule: bool = False) -> None:
        """Reported only by the filer themselves, not by a rule: nobody admits anything in their name."""
        reported = occasion.actor.officer_id == self.filer_id and not by_rule
        guide_by = self.by_when(occasion.pack.oversight.guide_within, occasion)
        self.deviations += (Deviation(
            number=len(self.deviations) + 1, what=what, on=on, outside=tuple(dict.fromkeys(outside)),
            reported=reported, checkpoint=code, by_rule=by_rule, guide_by=guide_by, **noted(occasion)),)

    def _guide(self, number: int, words: str, due_on: date, occasion: Occasion) -> None:
        deviation = self.deviation(number)
        told = Guidance(words=words.strip(), due_on=due_on, **noted(occasion))
        self.change(replace(deviation, guidance=(*deviation.guidance, told)))
        self.step(Verb.GUIDE, occasion, str(number))
        self.record(GuidanceGiven(standing=telling.standing(self, occasion), filing_id=self.filing_id,
                                  deviation=number, appeal_until=due_on, at=occasion.now))

    def deviation(self, number: int) -> Deviation:
        if not 1 <= number <= len(self.deviations):
            raise CaseError("filing.unknown_deviation", details={"number": number})
        return self.deviations[number - 1]

    def change(self, deviation: Deviation) -> None:
        self.deviations = tuple(deviation if each.number == deviation.number else each
                                for each in self.deviations)

    def _tell_bounds(self, deviation: Deviation, occasion: Occasion) -> None:
        if deviation.outside:
            self.record(BoundsLeft(
                standing=telling.standing(self, occasion), filing_id=self.filing_id,
                deviation=deviation.number, outside=deviation.outside, on=deviation.on, at=occasion.now))
        elif not deviation.reported:
            self.record(DeviationNoted(standing=telling.standing(self, occasion), filing_id=self.filing_id,
                                       deviation=deviation.number, at=occasion.now))

    def require(self, verb: Verb, occasion: Occasion) -> None:
        self.transitions.require(self, verb, occasion)
        if verb in DECISIONS:
            self._require_free(occasion.actor.officer_id, occasion.actor.units)

    def _require_free(self, officer_id: str, units: frozenset[str]) -> None:
        if self.has_part(officer_id, units):
            raise CaseError(NOT_FREE, details={"officer_id": officer_id})

    def by_when(self, limit: Limit, occasion: Occasion) -> date:
        """The day on which a limit that begins now is over."""
        return local_day(occasion.due(DeadlineClock(occasion.now, limit)).at)

    def moved(self, verb: Verb, occasion: Occasion, note: str = "", *concerns: str) -> None:
        """A step that nobody but whoever works on it hears of."""
        self.step(verb, occasion, note)
        self.record(OversightMoved(
            standing=telling.standing(self, occasion), filing_id=self.filing_id, what=verb.value,
            actor_id=occasion.actor.officer_id, concerns=concerns, at=occasion.now))

    def step(self, verb: Verb, occasion: Occasion, note: str = "") -> None:
        after = self.transitions.after(self.state, verb)
        self.since = occasion.now if after is not self.state else self.since
        self.state = after
        self.history += (HistoryEntry.by(occasion.actor, verb.value, occasion.now, note),)


def oversight_id(filing_id: str) -> str:
    """Of the later life of a filing."""
    return f"{filing_id}.o"
