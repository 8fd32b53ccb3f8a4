"""The review of one filing: its facts, and the verbs that happen to it."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Self

from rongcuo.casework.case import Case, given
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import LEAST_TEAM, Person
from rongcuo.casework.recusal import Parties, Recusal
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import FilingObjected, FilingSubmitted, FilingSupplemented
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review import (
    DeadlineMoved,
    ObjectionDecided,
    ObjectionOpened,
    ReviewAccepted,
    ReviewAssigned,
    ReviewClosed,
    ReviewDeclined,
    ReviewerRecused,
    ReviewHandedUp,
    ReviewHolderLeft,
    ReviewOpened,
    ReviewResumed,
    ReviewSuspended,
    SupplementRequested,
    VerificationStarted,
    VerificationTeamFormed,
)
from rongcuo.contracts.review import ReviewState as State
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.pack import Stage
from rongcuo.texts.naming import names
from services.review.domain.guards import GAPS
from services.review.domain.transitions import ENDED, HELD, TRANSITIONS, Verb

PRELIMINARY_REVIEW, VERIFICATION = "preliminary_review", "verification"     # stages of a pack


@dataclass(kw_only=True)
class ReviewCase(Case):
    """Every verb asks its guards first: a refused one changes nothing. `id` is the filing's; `unit` the
    filer's unit.

    `named`: officers of whom the filer says that they have a part, `named_in_words`: of whom by name only.
    That bars nobody: the organ confirms it by recusing them, or not by giving them the case, which makes them
    `cleared`.
    """

    transitions: ClassVar = TRANSITIONS
    held: ClassVar = HELD
    gaps: ClassVar = GAPS
    endings: ClassVar = ENDED
    party: ClassVar = Reader.FILER

    situation: str
    colour: str
    unit: str
    filer_id: str
    filer_name: str
    named: frozenset[str] = frozenset()
    named_in_words: frozenset[str] = frozenset()
    cleared: frozenset[str] = frozenset()
    state: State = State.PRELIMINARY_REVIEW
    stage: str = PRELIMINARY_REVIEW
    supplements: int = 0
    supplement_clock: DeadlineClock | None = None
    opinion: str = ""
    reasons: str = ""
    decided_at: datetime | None = None
    decided_by: str = ""
    refusers: frozenset[str] = frozenset()   # who refused it, or held it then: they don't look at it again
    objection: str = ""                      # why the filer does not take the refusal

    @classmethod
    def open(cls, filing: FilingSubmitted, occasion: Occasion) -> Self:
        """A case for a submitted filing. The clock starts when it was submitted, not when we heard of it."""
        clock = DeadlineClock(filing.submitted_at, occasion.pack.stage(PRELIMINARY_REVIEW).limit)
        due = occasion.due(clock)
        case = cls(
            id=filing.filing_id, number=filing.number, title=filing.title, situation=filing.situation,
            colour=filing.colour, organ_id=filing.organ_id, division_code=filing.division_code,
            unit=filing.unit, filer_id=filing.filer_id, filer_name=filing.filer_name, pack_id=filing.pack_id,
            named=frozenset(filing.named), named_in_words=frozenset(filing.named_in_words),
            clock=clock, opened_at=occasion.now, since=occasion.now, due_at=due.at,
            provisional=due.provisional, edition=due.edition)
        case.note("open", occasion)
        case.record(ReviewOpened(case_id=case.id, organ_id=case.organ_id, stage=case.stage,
                                 due_at=case.due_at, provisional=case.provisional))
        return case

    @property
    def awaits_supplement(self) -> bool:
        """The filer has to act."""
        return self.state is State.AWAITING_SUPPLEMENT

    @property
    def running_clock(self) -> DeadlineClock:
        """The filer's while a supplement is awaited, otherwise the stage's."""
        return self.supplement_clock if self.awaits_supplement and self.supplement_clock else self.clock

    @property
    def parties(self) -> Parties:
        """The filer, and the filer's unit."""
        return Parties.of((self.filer_id,), (self.unit,))

    def is_named(self, officer: Person) -> bool:
        """Whether the filer says it of them: by their id, or by what they are called."""
        return officer.officer_id in self.named or any(
            names(words, officer.name) for words in self.named_in_words)

    def doubts(self, officer: Person) -> bool:
        """Named by the filer, and the organ has not said yet what of it."""
        return officer.officer_id not in self.cleared | self.recused and self.is_named(officer)

    @property
    def in_doubt(self) -> frozenset[str]:
        """Those whom the case knows: named by id, or at work on it. A name alone may be of nobody here."""
        at_work = (*self.team, *filter(None, [self.assignee]))
        known = self.named | {each.officer_id for each in at_work if self.is_named(each)}
        return known - self.cleared - self.recused

    def require_fresh(self, officer_id: str) -> None:
        """Had no hand in the refusal to which the filer objected; otherwise `review.refused_before`."""
        if self.objection and officer_id in self.refusers:
            raise CaseError("review.refused_before", details={"officer_id": officer_id})

    @property
    def judges_wanted(self) -> int:
        return LEAST_TEAM if self.state is State.VERIFICATION else 1

    @property
    def held_without_lead(self) -> bool:
        return self.state is not State.VERIFICATION

    def rule(self, occasion: Occasion) -> Stage:
        return occasion.pack.stage(self.stage)

    def assign(self, officer: OfficerView, occasion: Occasion) -> None:
        """Who gives the case to somebody named by the filer has looked at it, and takes it upon the organ."""
        super().assign(officer, occasion)
        self._clear(officer)

    def form_team(self, officers: tuple[OfficerView, ...], occasion: Occasion) -> None:
        """The same of those who verify."""
        super().form_team(officers, occasion)
        self._clear(*officers)

    def accept(self, opinion: str, occasion: Occasion) -> None:
        """End the review, or send it on to verification where the pack asks for it."""
        verify = occasion.pack.needs_verification(self.situation, self.colour)
        verb = Verb.VERIFY if verify else Verb.ACCEPT
        self.require(verb, occasion)
        self._end_stage(verb, opinion.strip(), occasion)
        self.opinion = opinion.strip()
        return self._begin_verification(occasion) if verify else self._tell_acceptance(occasion)

    def request_supplement(self, needed: str, occasion: Occasion) -> None:
        """Send the filing back for what is missing. The review's clock stands still, the filer's starts."""
        self.require(Verb.REQUEST_SUPPLEMENT, occasion)
        clock = self.clock.suspend(occasion.now, given(needed, self.party))
        self.late = self.late or occasion.is_late(self.clock)
        self.supplement_clock = DeadlineClock(occasion.now, occasion.pack.filing.supplement_limit)
        self.supplements += 1
        self.turn(Verb.REQUEST_SUPPLEMENT, occasion, needed.strip(), clock)
        self.record(SupplementRequested(
            case_id=self.id, organ_id=self.organ_id, needed=needed.strip(), requested_at=occasion.now,
            supplement_due_at=self.due_at))

    def decline(self, reasons: str, occasion: Occasion) -> None:
        """End the review with reasons that the filer reads."""
        self.require(Verb.DECLINE, occasion)
        self._refuse(Verb.DECLINE, reasons, occasion)

    def report_verification(self, findings: str, confirmed: bool, occasion: Occasion) -> None:
        """The team's findings decide: what was filed holds, or it does not. A member signs for the team."""
        verb = Verb.REPORT_VERIFICATION if confirmed else Verb.REFUTE
        self.require(verb, occasion)
        if not confirmed:
            return self._refuse(verb, findings, occasion)
        self._end_stage(verb, given(findings, self.party), occasion)
        self.opinion = findings.strip()
        return self._tell_acceptance(occasion)

    def take_supplement(self, supplement: FilingSupplemented, occasion: Occasion) -> None:
        """The filer answered. Whom they name now decides no more before a lead has looked at it."""
        if not self.transitions.allow(self.state, Verb.SUPPLEMENT):
            return self.note("supplement_after_end", occasion)
        self.title, self.named = supplement.title, self.named | set(supplement.named)
        self.named_in_words |= set(supplement.named_in_words)
        if supplement.situation:
            self.situation, self.colour = supplement.situation, supplement.colour
        clock = self.clock.resume(self._not_before_last(supplement.supplemented_at))
        self.turn(Verb.SUPPLEMENT, occasion, supplement.note, clock)
        return self.tell(Verb.RESUME, occasion)

    def close(self, reason: str, at: datetime, occasion: Occasion) -> None:
        """The filer withdrew. A decision that was made before stands; the withdrawal is then only noted."""
        if self.ended:
            return self.note("withdrawal_after_end", occasion, reason)
        self.turn(Verb.CLOSE, occasion, reason, self.clock.stop(self._not_before_last(at)))
        return self.record(ReviewClosed(case_id=self.id, organ_id=self.organ_id, reason=reason, at=at))

    def object(self, objection: FilingObjected, occasion: Occasion) -> None:
        """The filer objects to the refusal. It waits for somebody who had no hand in it."""
        if not self.transitions.allow(self.state, Verb.OBJECT) or self.objection:
            return self.note("objection_after_end", occasion)
        at = self._not_before_last(objection.objected_at)
        self.objection, self.assignee, self.team = objection.grounds, None, ()
        self.turn(Verb.OBJECT, occasion, objection.grounds,
                   DeadlineClock(at, occasion.pack.objection.decide_within))
        return self.record(ObjectionOpened(case_id=self.id, organ_id=self.organ_id, due_at=self.due_at,
                                           provisional=self.provisional))

    def take_up(self, reasons: str, occasion: Occasion) -> None:
        """The objection is right: reviewed anew, by others, with nothing held against it."""
        self.require(Verb.TAKE_UP, occasion)
        why = given(reasons, self.party)
        self._end_stage(Verb.TAKE_UP, why, occasion)
        self.stage, self.assignee = PRELIMINARY_REVIEW, None
        self.clock = DeadlineClock(occasion.now, occasion.pack.stage(PRELIMINARY_REVIEW).limit)
        self.supplements, self.supplement_clock = 0, None
        self.opinion, self.reasons, self.decided_by, self.decided_at = "", "", "", None
        self._derive_due(occasion)
        self._tell_objection(True, why, occasion)

    def uphold(self, reasons: str, occasion: Occasion) -> None:
        """The refusal stands as it was, with what whoever looked at it anew says to that."""
        self.require(Verb.UPHOLD, occasion)
        self._end_stage(Verb.UPHOLD, given(reasons, self.party), occasion)
        self._tell_objection(False, reasons.strip(), occasion)

    def _tell_objection(self, taken_up: bool, reasons: str, occasion: Occasion) -> None:
        actor = occasion.actor
        self.record(ObjectionDecided(
            case_id=self.id, organ_id=self.organ_id, decided_by=actor.officer_id, decided_by_name=actor.name,
            taken_up=taken_up, reasons=reasons, stage=self.stage, late=self.late,
            due_at=self.due_at if taken_up else None, provisional=self.provisional and taken_up,
            decided_at=occasion.now))

    def _end_stage(self, verb: Verb, note: str, occasion: Occasion) -> None:
        clock = self.clock.stop(occasion.now)
        self.late = self.late or occasion.is_late(clock)
        self.turn(verb, occasion, note, clock)

    def _begin_verification(self, occasion: Occasion) -> None:
        self.stage, self.assignee = VERIFICATION, None
        self.clock = DeadlineClock(occasion.now, occasion.pack.stage(VERIFICATION).limit)
        self._derive_due(occasion)
        self.record(VerificationStarted(
            case_id=self.id, organ_id=self.organ_id, number=self.number, title=self.title,
            provisional=self.provisional, due_at=self.due_at))

    def _refuse(self, verb: Verb, reasons: str, occasion: Occasion) -> None:
        why = given(reasons, self.party)
        self.refusers |= self.holders | {occasion.actor.officer_id}
        self._end_stage(verb, why, occasion)
        self.reasons = reasons.strip()
        actor, self.decided_by, self.decided_at = occasion.actor, occasion.actor.officer_id, occasion.now
        # A refusal is objected to once.
        until = occasion.due(DeadlineClock(occasion.now, occasion.pack.objection.lodge_within)).date
        self.record(ReviewDeclined(
            case_id=self.id, organ_id=self.organ_id, decided_by=actor.officer_id, decided_by_name=actor.name,
            reasons=self.reasons, late=self.late, objection_until=None if self.objection else until,
            decided_at=occasion.now))

    def _require_eligible(self, officer: OfficerView, occasion: Occasion) -> None:
        """Nobody clears themselves."""
        super()._require_eligible(officer, occasion)
        self.require_fresh(officer.officer_id)
        if officer.officer_id == occasion.actor.officer_id and self.doubts(officer):
            raise CaseError("review.named_by_filer", details={"officer_id": officer.officer_id})

    def _may_judge(self, officer: OfficerView) -> bool:
        refused = bool(self.objection) and officer.officer_id in self.refusers
        return super()._may_judge(officer) and not refused and not self.doubts(officer)

    def _not_before_last(self, at: datetime) -> datetime:
        """Clocks of two machines may differ by seconds; a case's own order does not run backwards."""
        happenings = self.clock.happenings
        return max(at, happenings[-1].at if happenings else self.clock.started)

    def _clear(self, *officers: Person) -> None:
        self.cleared |= {each.officer_id for each in officers if self.is_named(each)}

    def _tell_acceptance(self, occasion: Occasion) -> None:
        actor, self.decided_by, self.decided_at = occasion.actor, occasion.actor.officer_id, occasion.now
        self.record(ReviewAccepted(
            case_id=self.id, organ_id=self.organ_id, decided_by=actor.officer_id, decided_by_name=actor.name,
            opinion=self.opinion, late=self.late, decided_at=occasion.now))

    def tell(self, what: str, occasion: Occasion, note: str = "", *concerns: str) -> None:
        match what:
            case Verb.ASSIGN:
                self.record(ReviewAssigned(
                    case_id=self.id, organ_id=self.organ_id, number=self.number, title=self.title,
                    stage=self.stage, officer_id=self.assignee_id,
                    officer_name=self.assignee.name if self.assignee else "", due_at=self.due_at))
            case Verb.FORM_TEAM:
                self.record(VerificationTeamFormed(
                    case_id=self.id, organ_id=self.organ_id, number=self.number, title=self.title,
                    officer_ids=concerns, due_at=self.due_at))
            case Verb.SUSPEND:
                self.record(ReviewSuspended(
                    case_id=self.id, organ_id=self.organ_id, reason=note,
                    suspended_by=occasion.actor.officer_id, at=occasion.now))
            case Verb.RESUME:
                self.record(ReviewResumed(
                    case_id=self.id, organ_id=self.organ_id, stage=self.stage, assignee_id=self.assignee_id,
                    provisional=self.provisional, due_at=self.due_at))
            case Verb.POST_ENDED:
                self.record(ReviewHolderLeft(
                    case_id=self.id, organ_id=self.organ_id, number=self.number, title=self.title,
                    stage=self.stage, officer_id=concerns[0], holders=tuple(sorted(self.holders)),
                    due_at=self.due_at))
            case _:
                raise NotImplementedError(what)

    def _tell_recusal(self, recusal: Recusal, unassigned: bool, _: Occasion) -> None:
        self.record(ReviewerRecused(
            case_id=self.id, organ_id=self.organ_id, number=self.number, title=self.title, stage=self.stage,
            officer_id=recusal.officer_id, unassigned=unassigned, due_at=self.due_at))

    def _tell_handing_up(self, former: str, reason: str, occasion: Occasion) -> None:
        self.record(ReviewHandedUp(
            case_id=self.id, organ_id=self.organ_id, former_organ_id=former, number=self.number,
            title=self.title, stage=self.stage, reason=reason, handed_up_by=occasion.actor.officer_id,
            due_at=self.due_at, at=occasion.now))

    def _tell_move(self, what: str, former: datetime, _: Occasion, reason: str = "") -> None:
        self.record(DeadlineMoved(
            case_id=self.id, organ_id=self.organ_id, assignee_id=self.assignee_id, reason=reason or what,
            due_at=self.due_at, former_due_at=former, provisional=self.provisional))
