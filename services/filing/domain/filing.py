"""A filing: its facts, and the verbs that happen to it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, Self

from rongcuo.casework.recusal import Parties
from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.filing import (
    FiledVersion,
    FilingAccepted,
    FilingContent,
    FilingDeclined,
    FilingExpired,
    FilingObjected,
    FilingObjectionDecided,
    FilingState,
    FilingSubmitted,
    FilingSupplemented,
    FilingWhitelisted,
    FilingWithdrawn,
    HistoryEntry,
)
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review import (
    ObjectionDecided,
    ReviewAccepted,
    ReviewDeclined,
    ReviewHandedUp,
    SupplementRequested,
)
from rongcuo.contracts.unit_names import unit_key, unit_keys
from rongcuo.policy.calendar import Calendar
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.deadline import Deadline
from rongcuo.policy.pack import Pack
from rongcuo.texts.signs import is_seen
from services.filing.domain import matter
from services.filing.domain.changing import change, propose_change
from services.filing.domain.matter import local_day
from services.filing.domain.numbers import Numbers, Series, numbered
from services.filing.domain.transitions import ACTIVE, OPEN, TRANSITIONS, Verb
from services.filing.domain.voiding import VOIDED, Voiding, heed

PRELIMINARY_REVIEW = "preliminary_review"
TAKEN_OFF = "whitelist_removed"
HANDED_UP = "hand_up"
BESIDE = "stand_beside"
TOO_LATE = "decision_too_late"


def day_of(at: datetime | None) -> date | None:
    """The local date of a deadline."""
    return local_day(at) if at else None


@dataclass(kw_only=True)
class Filing(Aggregate):
    """A matter filed in advance. A refused verb changes nothing.

    `filer_*`, `unit`: who drafted it, and for which unit.
    `pack_id`: the pack in force on the day of submission, for life.
    `superseded`: what was filed before a supplement, oldest first.
    `clock`: the preliminary review as filing itself knows it; `review_due_at` is what review said last.
    `valid_from`, `valid_until`: both days included. `versions`: once anything was changed, all of them.
    `watched`: classes for which it is accompanied by checkpoints.
    """

    transitions: ClassVar = TRANSITIONS

    id: str
    organ_id: str
    division_code: str
    filer_id: str
    filer_name: str
    unit: str
    drafted_at: datetime
    state_since: datetime
    content: FilingContent = field(default_factory=FilingContent)
    state: FilingState = FilingState.DRAFT
    number: str = ""
    register_number: str = ""
    pack_id: str = ""
    digest: str = ""
    reasons: str = ""
    superseded: tuple[FilingContent, ...] = ()
    clock: DeadlineClock | None = None
    submitted_at: datetime | None = None
    decided_at: datetime | None = None
    review_due_at: datetime | None = None
    review_due_provisional: bool = False
    supplement_due_at: datetime | None = None
    objection_until: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    may_be_whitelisted: bool = False
    whitelisted: bool = False
    history: tuple[HistoryEntry, ...] = ()
    recused: tuple[str, ...] = ()
    voiding: Voiding = field(default_factory=Voiding)
    versions: tuple[FiledVersion, ...] = ()
    watched: tuple[str, ...] = ()
    no_file_class: str = ""
    first_organ_id: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.first_organ_id = self.first_organ_id or self.organ_id

    @classmethod
    def begin(cls, filing_id: str, filer: Actor, now: datetime) -> Self:
        """An empty draft for the filer's own unit, with the filer's own organ."""
        return cls(id=filing_id, organ_id=filer.organ_id, division_code=filer.division_code,
                   filer_id=filer.officer_id, filer_name=filer.name, unit=filer.unit,
                   drafted_at=now, state_since=now)

    @property
    def matter_key(self) -> str | None:
        """The same for filings of one matter by one unit with one organ; None unless the filing is active.
        Once it was void it keeps nobody from filing the matter anew, also where it applies again."""
        return self.own_key if self.state in ACTIVE and not self._was(VOIDED) else None

    @property
    def own_key(self) -> str:
        """Of its matter, as its unit is called here."""
        return self._key_of(unit_key(self.unit) or self.filer_id)

    def matter_keys(self, units: frozenset[str]) -> frozenset[str]:
        """By which this very matter may have been filed by the same unit: under any of its names."""
        return frozenset(map(self._key_of, units | unit_keys(self.unit)))

    def _key_of(self, whose: str) -> str:
        return matter.same_matter(self.first_organ_id, whose, self.content.title)

    @property
    def named(self) -> tuple[str, ...]:
        """Ids of officers whom the filer says to have a part in the matter: a claim, which bars nobody."""
        return tuple(each for each in matter.named((*self.superseded, self.content)) if each != self.filer_id)

    @property
    def named_in_words(self) -> tuple[str, ...]:
        """Whom the filer names so by words alone: a claim about whoever is called so."""
        return matter.named_in_words((*self.superseded, self.content))

    @property
    def parties(self) -> Parties:
        """The filer, and the filer's unit."""
        return Parties.of((self.filer_id,), (self.unit,))

    def concerns(self, officer: Actor) -> bool:
        """Whether an officer filed the matter, belongs to the unit that did, or was recused from it."""
        return officer.officer_id in self.recused or self.parties.include(officer.officer_id, officer.units)

    def can(self, verb: Verb) -> bool:
        """Whether the present state allows a verb."""
        return self.transitions.allow(self.state, verb)

    # ------------------------------------------------------------------ what the filer does

    def revise(self, content: FilingContent, pack: Pack, now: datetime) -> None:
        """Write a draft, or write it anew."""
        self._require(Verb.REVISE)
        matter.check_draft(content, pack, now)
        self.content = content
        self.edits += 1

    def discard(self, by: Actor, now: datetime) -> None:
        """Put a draft away for good. Nobody was told of it, and nothing of what was written is kept."""
        self._require(Verb.DISCARD)
        self.content = FilingContent()
        self.edits += 1
        self._step(Verb.DISCARD, by, now)

    def submit(self, content: FilingContent, pack: Pack, calendar: Calendar, numbers: Numbers,
               by: Actor, now: datetime) -> None:
        """File the matter: it gets its number, its pack for life, and a day by which it is reviewed."""
        self._require(Verb.SUBMIT)
        matter.check(content, pack, filed_at=now, now=now)
        self.pack_id, self.submitted_at = pack.id, now
        due = self._take_in(content, DeadlineClock(now, pack.stage(PRELIMINARY_REVIEW).limit), pack, calendar)
        self.number = numbered(Series.FILING, self.organ_id, local_day(now).year, numbers)
        self._step(Verb.SUBMIT, by, now)
        self.record(FilingSubmitted(
            filing_id=self.id, number=self.number, title=content.title, situation=content.situation,
            colour=content.colour, organ_id=self.organ_id, division_code=self.division_code,
            filer_id=self.filer_id, filer_name=self.filer_name, unit=self.unit, pack_id=self.pack_id,
            parties=(self.filer_id,), named=self.named, named_in_words=self.named_in_words,
            digest=self.digest, submitted_at=now,
            review_due_at=due.at, review_due_provisional=due.provisional,
            valid_until=content.valid_until, validity_months=matter.months(content, pack)))

    def supplement(self, content: FilingContent, note: str, pack: Pack, calendar: Calendar,
                   by: Actor, now: datetime) -> None:
        """Answer a request for supplement. An act that is now dated differently counts as told today."""
        self._require(Verb.SUPPLEMENT)
        submitted_at, clock = self._filed()
        dated_anew = content.act_from != self.content.act_from
        matter.check(content, pack, filed_at=now if dated_anew else submitted_at, now=now)
        self.superseded = (*self.superseded, self.content)
        self.reasons, self.supplement_due_at = "", None
        self._take_in(content, clock.resume(matter.in_order(clock, now)), pack, calendar)
        self._step(Verb.SUPPLEMENT, by, now, note)
        self.record(FilingSupplemented(
            filing_id=self.id, title=content.title, situation=content.situation, colour=content.colour,
            note=note, parties=(self.filer_id,), named=self.named, named_in_words=self.named_in_words,
            digest=self.digest, supplemented_at=now,
            review_due_at=self.review_due_at, review_due_provisional=self.review_due_provisional,
            valid_until=content.valid_until, validity_months=matter.months(content, pack)))

    def withdraw(self, reason: str, by: Actor, now: datetime) -> None:
        """Take the filing back before a decision has arrived."""
        self._require(Verb.WITHDRAW)
        self._step(Verb.WITHDRAW, by, now, reason)
        self.record(FilingWithdrawn(
            filing_id=self.id, number=self.number, reason=reason, organ_id=self.organ_id,
            filer_id=self.filer_id, withdrawn_at=now))

    def object(self, grounds: str, by: Actor, now: datetime) -> None:
        """Say why the refusal is wrong: once (`filing.objected_already`), and until the day that its letter
        says (`filing.objection_too_late`)."""
        self._require(Verb.OBJECT)
        if self.objected:
            raise CaseError("filing.objected_already")
        if not is_seen(grounds):
            raise CaseError("filing.reason_missing", details={"read_by": Reader.REVIEWERS.value})
        until = self.objection_until
        if until is None or local_day(now) > until:
            raise CaseError("filing.objection_too_late", details={
                "until": until.isoformat() if until else ""})
        self._step(Verb.OBJECT, by, now, grounds.strip())
        self.record(FilingObjected(
            filing_id=self.id, number=self.number, title=self.content.title, organ_id=self.organ_id,
            filer_id=self.filer_id, grounds=grounds.strip(), objected_at=now))

    @property
    def objected(self) -> bool:
        """Whether it was objected to a refusal of it, whatever came of that."""
        return self._was(Verb.OBJECT)

    # ------------------------------------------------------------------ what review decides

    def ask_for_supplement(self, request: SupplementRequested) -> None:
        """The filer is to mend `request.needed`; the clock stands still meanwhile."""
        if self._too_late(Verb.REQUEST_SUPPLEMENT, request.requested_at):
            return
        _, clock = self._filed()
        self.clock = clock.suspend(matter.in_order(clock, request.requested_at), Verb.REQUEST_SUPPLEMENT)
        self.reasons, self.supplement_due_at = request.needed, request.supplement_due_at
        self._step(Verb.REQUEST_SUPPLEMENT, SYSTEM, request.requested_at, request.needed)

    def accept(self, decision: ReviewAccepted, pack: Pack, numbers: Numbers) -> None:
        """Enter the filing in the register, and on the whitelist where the pack says so for its situation."""
        if self._too_late(Verb.ACCEPT, decision.decided_at):
            return
        submitted_at, _ = self._filed()
        accepted_on = local_day(decision.decided_at)
        self.valid_from, self.valid_until = matter.validity(
            self.content, local_day(submitted_at), accepted_on, pack.filing.validity_months)
        self.whitelisted = self.may_be_whitelisted = pack.whitelists(self.content.situation)
        self.watched = matter.watched(self.content, pack, decision.watch)
        self.register_number = numbered(Series.REGISTER, self.organ_id, accepted_on.year, numbers)
        self.decided_at, self.reasons = decision.decided_at, ""
        self._step(Verb.ACCEPT, _decider(decision), decision.decided_at, decision.opinion)
        self.record(FilingAccepted(
            filing_id=self.id, number=self.number, register_number=self.register_number,
            title=self.content.title, situation=self.content.situation, organ_id=self.organ_id,
            division_code=self.division_code, filer_id=self.filer_id, whitelisted=self.whitelisted,
            watched=self.watched, valid_from=self.valid_from, valid_until=self.valid_until,
            accepted_at=decision.decided_at))

    def decline(self, decision: ReviewDeclined) -> None:
        """End the filing with reasons that the filer reads."""
        if self._too_late(Verb.DECLINE, decision.decided_at):
            return
        self.decided_at, self.reasons = decision.decided_at, decision.reasons
        self.no_file_class = decision.no_file_class
        self.objection_until = None if self.objected else decision.objection_until
        self._step(Verb.DECLINE, _decider(decision), decision.decided_at, decision.reasons)
        self.record(FilingDeclined(
            filing_id=self.id, number=self.number, title=self.content.title, organ_id=self.organ_id,
            division_code=self.division_code, filer_id=self.filer_id, reasons=self.reasons,
            objection_until=self.objection_until, no_file_class=self.no_file_class,
            declined_at=decision.decided_at))

    def answer_objection(self, decision: ObjectionDecided, pack: Pack) -> None:
        """Under review again, as if it had not been refused; or the refusal stands as it was."""
        verb = Verb.TAKE_UP if decision.taken_up else Verb.UPHOLD
        if self._too_late(verb, decision.decided_at):
            return
        if decision.taken_up:
            self.clock = DeadlineClock(decision.decided_at, pack.stage(PRELIMINARY_REVIEW).limit)
            self.review_due_at, self.review_due_provisional = decision.due_at, decision.provisional
            self.reasons, self.decided_at, self.supplement_due_at, self.objection_until = "", None, None, None
            self.no_file_class = ""
        self._step(verb, _decider(decision), decision.decided_at, decision.reasons)
        self.record(FilingObjectionDecided(
            filing_id=self.id, number=self.number, organ_id=self.organ_id, filer_id=self.filer_id,
            taken_up=decision.taken_up, reasons=decision.reasons, review_due_at=decision.due_at,
            review_due_provisional=decision.provisional, decided_at=decision.decided_at))

    def move_review_day(self, due_at: datetime, provisional: bool) -> None:
        """Another due date: the filer's own while a supplement is awaited, else review's, until decided."""
        if self.state is FilingState.SUPPLEMENT_REQUESTED:
            self.supplement_due_at = due_at
        elif self.state in OPEN:
            self.review_due_at, self.review_due_provisional = due_at, provisional

    def recuse(self, officer_id: str) -> None:
        """The organ has found that an officer has a part in it."""
        self.recused = (*self.recused, officer_id) if officer_id not in self.recused else self.recused

    def hand_up(self, told: ReviewHandedUp) -> None:
        """The organ above has it from now on. Where it was filed first, it keeps for its unit's sake."""
        self.organ_id = told.organ_id
        self.note(HANDED_UP, SYSTEM, told.at, told.reason)

    # ------------------------------------------------------------------ once accepted

    def whitelist(self, listed: bool, reason: str, by: Actor, now: datetime) -> None:
        """Enter on the whitelist, or, for a stated reason, take off it."""
        self._require(Verb.WHITELIST)
        if listed == self.whitelisted:
            raise CaseError("filing.move_not_allowed", "the whitelist says so already", {"listed": listed})
        if listed and self.voiding.by:
            raise CaseError("filing.void", details={"determination": self.voiding.by})
        if listed and not self.may_be_whitelisted:
            raise CaseError("filing.not_on_whitelist_rule", details={"situation": self.content.situation})
        if not listed and not is_seen(reason):
            raise CaseError("filing.reason_missing", details={"read_by": Reader.FILER.value})
        self.whitelisted = listed
        self._step(Verb.WHITELIST, by, now, reason, what=Verb.WHITELIST if listed else TAKEN_OFF)
        self.record(FilingWhitelisted(
            filing_id=self.id, number=self.number, listed=self.whitelisted, reason=reason,
            organ_id=self.organ_id, filer_id=self.filer_id, at=now))

    heed = heed
    propose_change = propose_change
    change = change

    def stand_beside(self, other: Self, now: datetime) -> None:
        """Of one matter, and both hold: while one of them was void, the other was filed."""
        self.note(BESIDE, SYSTEM, now, other.number)
        self.edits += 1

    def expire(self, now: datetime) -> None:
        """The last day of validity is over."""
        self._require(Verb.EXPIRE)
        if self.valid_until is None or local_day(now) <= self.valid_until:
            raise CaseError("filing.move_not_allowed", "still valid", {"verb": Verb.EXPIRE.value})
        self._step(Verb.EXPIRE, SYSTEM, now)
        self.record(FilingExpired(
            filing_id=self.id, number=self.number, organ_id=self.organ_id, filer_id=self.filer_id,
            valid_until=self.valid_until))

    # ------------------------------------------------------------------ parts of the above

    def _filed(self) -> tuple[datetime, DeadlineClock]:
        if self.submitted_at is None or self.clock is None:
            raise CaseError("filing.move_not_allowed", "not submitted yet", {"state": self.state.value})
        return self.submitted_at, self.clock

    def _take_in(self, content: FilingContent, clock: DeadlineClock, pack: Pack,
                 calendar: Calendar) -> Deadline:
        due = clock.due(calendar, pack.office_hours.close)
        self.content, self.digest, self.clock = content, matter.digest(content), clock
        self.review_due_at, self.review_due_provisional = due.at, due.provisional
        return due

    def _require(self, verb: Verb) -> None:
        self.transitions.after(self.state, verb)

    def _step(self, verb: Verb, by: Actor, at: datetime, note: str = "", what: str = "") -> None:
        after = self.transitions.after(self.state, verb)
        self.state_since = at if after is not self.state else self.state_since
        self.state = after
        self.note(what or verb.value, by, at, note)

    def note(self, what: str, by: Actor, at: datetime, note: str = "") -> None:
        """Have it in the history."""
        self.history += (HistoryEntry.by(by, what, at, note),)

    def _was(self, what: str) -> bool:
        return any(entry.what == what for entry in self.history)

    def _too_late(self, verb: Verb, at: datetime) -> bool:
        """Filer and review may act in the same moment: what this filing committed first holds. What review
        decided meanwhile is noted and changes nothing; a refusal would only make the message come back."""
        if self.can(verb):
            return False
        self.note(TOO_LATE, SYSTEM, at, verb.value)
        return True


def _decider(decision: ReviewAccepted | ReviewDeclined | ObjectionDecided) -> Actor:
    return Actor(decision.decided_by, decision.decided_by_name, decision.organ_id, "")
