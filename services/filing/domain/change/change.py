"""A change of an accepted filing (变更备案): its facts, and the verbs that happen to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Self

from rongcuo.casework.case import given
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.recusal import Parties
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.filing import (
    ChangeApproved,
    ChangeContent,
    ChangeDeclined,
    ChangeLapsed,
    ChangeMoved,
    ChangeProposed,
    ChangeUpheld,
    FiledTerms,
    HistoryEntry,
    Supervisor,
)
from rongcuo.contracts.filing import ChangeState as State
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import DeadlineClock
from services.filing.domain import matter
from services.filing.domain.change import telling
from services.filing.domain.change.transitions import DECISIONS, PENDING, TRANSITIONS
from services.filing.domain.change.transitions import ChangeVerb as Verb
from services.filing.domain.changing import (
    changed_terms,
    require_change,
    require_changeable,
    versions_of,
    what_differs,
)
from services.filing.domain.filing import Filing
from services.filing.domain.matter import local_day

NOT_FREE = "filing.recused"
PROPOSED = "propose_change"


@dataclass(kw_only=True)
class FilingChange(Aggregate):
    """What is to be filed in place of what was. A refused verb changes nothing.

    `before`: what the filing covers until it is approved, `rests_on`: the digest of that. `reviewer`: who
    took it; None while it waits. `apart`: officers for whom it is not there by their post alone.
    """

    transitions: ClassVar = TRANSITIONS

    id: str
    number: str
    filing_id: str
    filing_number: str
    title: str
    organ_id: str
    first_organ_id: str
    division_code: str
    filer_id: str
    filer_name: str
    unit: str
    pack_id: str
    proposer_id: str
    proposer_name: str
    content: ChangeContent
    before: FiledTerms
    digest: str
    rests_on: str
    clock: DeadlineClock
    proposed_at: datetime
    since: datetime
    state: State = State.OPEN
    reviewer: Supervisor | None = None
    apart: tuple[str, ...] = ()
    decided_by: str = ""
    decided_by_name: str = ""
    decided_at: datetime | None = None
    opinion: str = ""
    reasons: str = ""
    objection: str = ""
    objection_until: date | None = None
    history: tuple[HistoryEntry, ...] = ()

    @classmethod
    def of(cls, filing: Filing, earlier: Iterable[Self], content: ChangeContent, occasion: Occasion) -> Self:
        """Filed by somebody of the filing's unit. Raises `filing.not_changeable`, `filing.change_open` where
        one is pending, and what is wrong with the content."""
        known = tuple(earlier)
        require_changeable(filing, occasion.now)
        if pending := next((each for each in known if each.state in PENDING), None):
            raise CaseError("filing.change_open", details={"number": pending.number})
        before = versions_of(filing)[-1]
        require_change(before.terms, content, occasion.pack, occasion.now)
        given(content.reasons, Reader.REVIEWERS, "filing.reason_missing")
        number, by = len(known) + 1, occasion.actor
        change = cls(
            id=f"{filing.id}.c{number}", number=f"{filing.number}-C{number}", filing_id=filing.id,
            filing_number=filing.number, title=filing.content.title, organ_id=filing.organ_id,
            first_organ_id=filing.first_organ_id, division_code=filing.division_code,
            filer_id=filing.filer_id, filer_name=filing.filer_name, unit=filing.unit, pack_id=filing.pack_id,
            proposer_id=by.officer_id, proposer_name=by.name, content=content, before=before.terms,
            digest=matter.digest(content, rests_on=before.digest), rests_on=before.digest,
            clock=DeadlineClock(occasion.now, occasion.pack.change.review_within), apart=filing.recused,
            proposed_at=occasion.now, since=occasion.now)
        filing.propose_change(change.number, by, occasion.now)
        change.history = (HistoryEntry.by(by, PROPOSED, occasion.now, content.reasons.strip()),)
        change.record(ChangeProposed(
            standing=telling.standing(change, occasion), filing_id=filing.id, digest=change.digest,
            rests_on=change.rests_on, at=occasion.now))
        return change

    @property
    def after(self) -> FiledTerms:
        """What the filing covers once it is approved."""
        return changed_terms(self.before, self.content)

    @property
    def changed(self) -> tuple[str, ...]:
        """Which of its terms."""
        return what_differs(self.before, self.after)

    @property
    def parties(self) -> Parties:
        """The filer, whoever filed the change, and their unit."""
        return Parties.of((self.filer_id, self.proposer_id), (self.unit,))

    @property
    def pending(self) -> bool:
        """Somebody has to decide."""
        return self.state in PENDING

    @property
    def approved(self) -> bool:
        """Whether the filing covers what it says."""
        return self.state is State.APPROVED

    @property
    def objected(self) -> bool:
        """Whether it was objected to, whatever came of that."""
        return bool(self.objection)

    def has_part(self, officer_id: str, units: frozenset[str]) -> bool:
        """Whether somebody filed it, belongs to the unit that did, or stepped back."""
        return officer_id in self.apart or self.parties.include(officer_id, units)

    def can(self, verb: Verb) -> bool:
        """Whether the present state allows a verb."""
        return self.transitions.allow(self.state, verb)

    # ------------------------------------------------------------------ its review

    def take(self, occasion: Occasion) -> None:
        """Whoever took it has it: another can't take it from them (`filing.change_taken`)."""
        self._require(Verb.TAKE, occasion)
        if self.reviewer:
            raise CaseError("filing.change_taken", details={"officer_id": self.reviewer.officer_id})
        by = occasion.actor
        self.reviewer = Supervisor(officer_id=by.officer_id, name=by.name)
        self._moved(Verb.TAKE, occasion, "", by.officer_id)

    def step_back(self, reason: str, occasion: Occasion) -> None:
        """For good; another takes it."""
        self._require(Verb.STEP_BACK, occasion)
        self._require_theirs(occasion)
        why, officer_id = given(reason, Reader.ORGAN, "filing.reason_missing"), occasion.actor.officer_id
        self.reviewer, self.apart = None, (*self.apart, officer_id)
        self._moved(Verb.STEP_BACK, occasion, why, officer_id)

    def approve(self, opinion: str, filing: Filing, occasion: Occasion) -> None:
        """From now on the filing covers what it says."""
        self._require(Verb.APPROVE, occasion)
        self._require_theirs(occasion)
        self._approve(Verb.APPROVE, opinion.strip(), filing, occasion)

    def decline(self, reasons: str, occasion: Occasion) -> None:
        """What was filed stays as it is. The filer can object once."""
        self._require(Verb.DECLINE, occasion)
        self._require_theirs(occasion)
        self.reasons = given(reasons, Reader.FILER, "filing.reason_missing")
        self._decide(Verb.DECLINE, self.reasons, occasion)
        until = occasion.due(DeadlineClock(occasion.now, occasion.pack.objection.lodge_within)).date
        self.objection_until = until
        self.record(ChangeDeclined(standing=telling.standing(self, occasion), filing_id=self.filing_id,
                                   appeal_until=until, at=occasion.now))

    def answer(self, approved: bool, reasons: str, filing: Filing, occasion: Occasion) -> None:
        """By a lead who had no hand in it (`filing.change_declined_before`)."""
        verb = Verb.APPROVE_AFTER_ALL if approved else Verb.UPHOLD
        self._require(verb, occasion)
        if occasion.actor.officer_id == self.decided_by:
            raise CaseError("filing.change_declined_before")
        why = given(reasons, Reader.FILER, "filing.reason_missing")
        if approved:
            self._approve(verb, why, filing, occasion)
        else:
            self.reasons = why
            self._decide(verb, why, occasion)
            self.record(ChangeUpheld(standing=telling.standing(self, occasion), filing_id=self.filing_id,
                                     at=occasion.now))

    # ------------------------------------------------------------------ what the filer does

    def withdraw(self, reason: str, occasion: Occasion) -> None:
        """Before it is decided."""
        self._require(Verb.WITHDRAW, occasion)
        self._moved(Verb.WITHDRAW, occasion, given(reason, Reader.REVIEWERS, "filing.reason_missing"))

    def object(self, grounds: str, filing: Filing, others: Iterable[Self], occasion: Occasion) -> None:
        """Once, until the day that was told, while the filing can be changed and no other change waits."""
        self._require(Verb.OBJECT, occasion)
        if self.objected:
            raise CaseError("filing.objected_already")
        words, until = given(grounds, Reader.REVIEWERS, "filing.reason_missing"), self.objection_until
        if until is None or local_day(occasion.now) > until:
            raise CaseError("filing.objection_too_late", details={
                "until": until.isoformat() if until else ""})
        require_changeable(filing, occasion.now)
        if other := next((each for each in others if each.state in PENDING), None):
            raise CaseError("filing.change_open", details={"number": other.number})
        if versions_of(filing)[-1].digest != self.rests_on:
            raise CaseError("filing.change_overtaken")
        self.objection, self.objection_until = words, None
        self.clock = DeadlineClock(occasion.now, occasion.pack.objection.decide_within)
        self._moved(Verb.OBJECT, occasion, words)

    # ------------------------------------------------------------------ what happens to it

    def lapse(self, occasion: Occasion) -> None:
        """Its filing ran out, or applies no more."""
        if not self.can(Verb.LAPSE):
            return
        self._step(Verb.LAPSE, occasion)
        self.record(ChangeLapsed(standing=telling.standing(self, occasion), filing_id=self.filing_id,
                                 at=occasion.now))

    def leave(self, officer_id: str, occasion: Occasion) -> None:
        """Whoever had it has left; another takes it."""
        if not self.can(Verb.LEAVE) or self.reviewer is None or self.reviewer.officer_id != officer_id:
            return
        self.reviewer = None
        self._moved(Verb.LEAVE, occasion, "", officer_id)

    # ------------------------------------------------------------------ parts of the above

    def _approve(self, verb: Verb, words: str, filing: Filing, occasion: Occasion) -> None:
        version = filing.change(self.id, self.number, self.content, self.digest, self.proposed_at,
                                occasion.actor, occasion.now)
        self.opinion, self.reasons = words, ""
        self._decide(verb, words, occasion)
        self.record(ChangeApproved(
            standing=telling.standing(self, occasion), filing_id=self.filing_id, digest=self.digest,
            version_of_filing=version.number, at=occasion.now))

    def _decide(self, verb: Verb, words: str, occasion: Occasion) -> None:
        by = occasion.actor
        self.decided_by, self.decided_by_name, self.decided_at = by.officer_id, by.name, occasion.now
        self._step(verb, occasion, words)

    def _require(self, verb: Verb, occasion: Occasion) -> None:
        self.transitions.require(self, verb, occasion)
        by = occasion.actor
        if verb in DECISIONS and self.has_part(by.officer_id, by.units):
            raise CaseError(NOT_FREE, details={"officer_id": by.officer_id})

    def _require_theirs(self, occasion: Occasion) -> None:
        if self.reviewer is None or self.reviewer.officer_id != occasion.actor.officer_id:
            raise CaseError("filing.change_not_yours")

    def _moved(self, verb: Verb, occasion: Occasion, note: str = "", *concerns: str) -> None:
        self._step(verb, occasion, note)
        self.record(ChangeMoved(
            standing=telling.standing(self, occasion), filing_id=self.filing_id, what=verb.value,
            actor_id=occasion.actor.officer_id, concerns=concerns, at=occasion.now))

    def _step(self, verb: Verb, occasion: Occasion, note: str = "") -> None:
        after = self.transitions.after(self.state, verb)
        self.since = occasion.now if after is not self.state else self.since
        self.state = after
        self.history += (HistoryEntry.by(occasion.actor, verb.value, occasion.now, note),)
