"""The filing itself: it decides, moves, and records what happened."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Self

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Recording
from rongcuo.contracts.filing import FilingContent, FilingState, HistoryEntry
from rongcuo.contracts.review import ReviewAccepted, ReviewDeclined, SupplementRequested
from rongcuo.policy.calendar import Calendar
from rongcuo.policy.clock import Clock
from rongcuo.policy.deadline import Deadline
from rongcuo.policy.pack import Pack
from rongcuo.texts.signs import is_seen
from services.filing.domain import matter, told
from services.filing.domain.matter import local_day
from services.filing.domain.moves import ACTIVE, MOVES, OPEN, Verb
from services.filing.domain.numbers import Numbers, Series, numbered

PRELIMINARY_REVIEW = "preliminary_review"
TOO_LATE = "decision_too_late"
TAKEN_OFF = "whitelist_removed"


def day_of(at: datetime | None) -> date | None:
    """The local date of a deadline."""
    return local_day(at) if at else None


@dataclass(kw_only=True)
class Filing(Recording):
    """A matter filed in advance. A refused verb changes nothing.

    `filer_*`, `unit`: who drafted it, and for which unit.
    `pack_id`: the pack in force on the day of submission, for life.
    `superseded`: what was filed before a supplement, oldest first.
    `clock`: the preliminary review as filing itself knows it; `review_due_at` is what review said last.
    `valid_from`, `valid_until`: both days included.
    """

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
    clock: Clock | None = None
    submitted_at: datetime | None = None
    decided_at: datetime | None = None
    review_due_at: datetime | None = None
    review_due_provisional: bool = False
    supplement_due_at: datetime | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    may_be_whitelisted: bool = False
    whitelisted: bool = False
    history: tuple[HistoryEntry, ...] = ()

    @classmethod
    def begin(cls, filing_id: str, filer: Actor, now: datetime) -> Self:
        """An empty draft for the filer's own unit, with the filer's own organ."""
        return cls(id=filing_id, organ_id=filer.organ_id, division_code=filer.division_code,
                   filer_id=filer.officer_id, filer_name=filer.name, unit=filer.unit,
                   drafted_at=now, state_since=now)

    # ------------------------------------------------------------------ what others may know of it

    @property
    def matter_key(self) -> str | None:
        """The same for filings of one matter by one unit with one organ; None unless the filing is active."""
        if self.state not in ACTIVE:
            return None
        return matter.same_matter(self.organ_id, self.unit or self.filer_id, self.content.title)

    @property
    def parties(self) -> tuple[str, ...]:
        """Ids of the officers with a part in the matter."""
        return matter.parties(self.filer_id, (*self.superseded, self.content))

    def concerns(self, officer: Actor) -> bool:
        """Whether an officer has a part in the matter, or belongs to the unit that filed it."""
        of_the_unit = bool(self.unit) and (officer.unit, officer.organ_id) == (self.unit, self.organ_id)
        return officer.officer_id in self.parties or of_the_unit

    def can(self, verb: Verb) -> bool:
        """Whether the present state allows a verb."""
        return (self.state, verb) in MOVES

    # ------------------------------------------------------------------ what the filer does

    def revise(self, content: FilingContent, pack: Pack, now: datetime) -> None:
        """Write a draft, or write it anew."""
        self._require(Verb.REVISE)
        matter.check_draft(content, pack, now)
        self.content = content
        self.edits += 1

    def submit(self, content: FilingContent, pack: Pack, calendar: Calendar, numbers: Numbers,
               by: Actor, now: datetime) -> None:
        """File the matter: it gets its number, its pack for life, and a day by which it is reviewed."""
        self._require(Verb.SUBMIT)
        matter.check(content, pack, filed_at=now)
        self.pack_id, self.submitted_at = pack.id, now
        due = self._take_in(content, Clock(now, pack.stage(PRELIMINARY_REVIEW).limit), pack, calendar)
        self.number = numbered(Series.FILING, self.organ_id, local_day(now).year, numbers)
        self._step(Verb.SUBMIT, by, now)
        self.record(told.submitted(self, due, now))

    def supplement(self, content: FilingContent, note: str, pack: Pack, calendar: Calendar,
                   by: Actor, now: datetime) -> None:
        """Answer a request for supplement. An act that is now dated differently counts as told today."""
        self._require(Verb.SUPPLEMENT)
        submitted_at, clock = self._filed()
        dated_anew = content.act_from != self.content.act_from
        matter.check(content, pack, filed_at=now if dated_anew else submitted_at)
        self.superseded = (*self.superseded, self.content)
        self._take_in(content, clock.resume(_in_order(clock, now)), pack, calendar)
        self._step(Verb.SUPPLEMENT, by, now, note)
        self.record(told.supplemented(self, note, now))

    def withdraw(self, reason: str, by: Actor, now: datetime) -> None:
        """Take the filing back before a decision has arrived."""
        self._require(Verb.WITHDRAW)
        self._step(Verb.WITHDRAW, by, now, reason)
        self.record(told.withdrawn(self, reason, now))

    # ------------------------------------------------------------------ what review decides

    def ask_for_supplement(self, request: SupplementRequested) -> None:
        """The filer is to mend `request.needed`; the clock stands still meanwhile."""
        if self._too_late(Verb.REQUEST_SUPPLEMENT, request.requested_at):
            return
        _, clock = self._filed()
        self.clock = clock.suspend(_in_order(clock, request.requested_at), Verb.REQUEST_SUPPLEMENT)
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
        self.register_number = numbered(Series.REGISTER, self.organ_id, accepted_on.year, numbers)
        self.decided_at, self.reasons = decision.decided_at, ""
        self._step(Verb.ACCEPT, _decider(decision), decision.decided_at, decision.opinion)
        self.record(told.accepted(self, self.valid_from, self.valid_until, decision.decided_at))

    def decline(self, decision: ReviewDeclined) -> None:
        """End the filing with reasons that the filer reads."""
        if self._too_late(Verb.DECLINE, decision.decided_at):
            return
        self.decided_at, self.reasons = decision.decided_at, decision.reasons
        self._step(Verb.DECLINE, _decider(decision), decision.decided_at, decision.reasons)
        self.record(told.declined(self, decision.decided_at))

    def move_review_day(self, due_at: datetime, provisional: bool) -> None:
        """Another due date: the filer's own while a supplement is awaited, else review's. On a filing that is
        decided the last one stays."""
        if self.state is FilingState.SUPPLEMENT_REQUESTED:
            self.supplement_due_at = due_at
        elif self.state in OPEN:
            self.review_due_at, self.review_due_provisional = due_at, provisional

    # ------------------------------------------------------------------ once accepted

    def whitelist(self, listed: bool, reason: str, by: Actor, now: datetime) -> None:
        """Enter on the whitelist, or, for a stated reason, take off it."""
        self._require(Verb.WHITELIST)
        if listed == self.whitelisted:
            raise CaseError("filing.move_not_allowed", "the whitelist says so already", {"listed": listed})
        if listed and not self.may_be_whitelisted:
            raise CaseError("filing.not_on_whitelist_rule", details={"situation": self.content.situation})
        if not listed and not is_seen(reason):
            raise CaseError("filing.reason_missing")
        self.whitelisted = listed
        self._step(Verb.WHITELIST, by, now, reason, what=Verb.WHITELIST if listed else TAKEN_OFF)
        self.record(told.whitelisted(self, reason, now))

    def expire(self, now: datetime) -> None:
        """The last day of validity is over."""
        self._require(Verb.EXPIRE)
        if self.valid_until is None or local_day(now) <= self.valid_until:
            raise CaseError("filing.move_not_allowed", "still valid", {"verb": Verb.EXPIRE.value})
        self._step(Verb.EXPIRE, SYSTEM, now)
        self.record(told.expired(self, self.valid_until))

    # ------------------------------------------------------------------ how it moves

    def _require(self, verb: Verb) -> None:
        if not self.can(verb):
            raise CaseError("filing.move_not_allowed", f"{verb} while {self.state}",
                            {"state": self.state.value, "verb": verb.value})

    def _step(self, verb: Verb, by: Actor, at: datetime, note: str = "", what: str = "") -> None:
        after = MOVES[self.state, verb]
        self.state_since = at if after is not self.state else self.state_since
        self.state = after
        self._note(what or verb.value, by, at, note)

    def _note(self, what: str, by: Actor, at: datetime, note: str = "") -> None:
        entry = HistoryEntry(what=what, actor_id=by.officer_id, actor_name=by.name, note=note, at=at)
        self.history = (*self.history, entry)

    def _too_late(self, verb: Verb, at: datetime) -> bool:
        """Filer and review may act in the same moment: what this filing committed first holds. What review
        decided meanwhile is noted and changes nothing; a refusal would only make the message come back."""
        if self.can(verb):
            return False
        self._note(TOO_LATE, SYSTEM, at, verb.value)
        return True

    def _filed(self) -> tuple[datetime, Clock]:
        if self.submitted_at is None or self.clock is None:
            raise CaseError("filing.move_not_allowed", "not submitted yet", {"state": self.state.value})
        return self.submitted_at, self.clock

    def _take_in(self, content: FilingContent, clock: Clock, pack: Pack, calendar: Calendar) -> Deadline:
        due = clock.due(calendar, pack.office_hours.close)
        self.content, self.digest, self.clock = content, matter.digest(content), clock
        self.review_due_at, self.review_due_provisional = due.at, due.provisional
        return due


def _decider(decision: ReviewAccepted | ReviewDeclined) -> Actor:
    return Actor(decision.decided_by, decision.decided_by_name, decision.organ_id, "")


def _in_order(clock: Clock, at: datetime) -> datetime:
    """Two machines may disagree by a moment about the time; what comes later must not seem earlier."""
    return max(at, clock.happenings[-1].at if clock.happenings else clock.started)
