"""What a case knows of itself, and how it turns: guarded, told in its history, its due date derived anew."""

from dataclasses import dataclass
from datetime import datetime

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Recording
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.review import DeadlineMoved
from rongcuo.contracts.review import ReviewState as State
from rongcuo.policy.clock import Clock
from services.review.domain.guards import GUARDS
from services.review.domain.moves import ENDED, MOVES, Verb
from services.review.domain.occasion import Occasion
from services.review.domain.people import Holder, Recusal, same_unit
from services.review.domain.stages import PRELIMINARY_REVIEW

NEW_CALENDAR = "new_calendar"


@dataclass(kw_only=True)
class Course(Recording):
    """The facts of a case. `id` is the filing's; `unit` the filer's unit; `clock` that of the running stage.

    `due_at`, `provisional` and `edition` follow from the clock and are what was last told to others.
    `since`: in this state. `late`: a stage ended, or was first paused, after its due date.
    """

    id: str
    number: str
    title: str
    situation: str
    colour: str
    organ_id: str
    division_code: str
    unit: str
    filer_id: str
    filer_name: str
    pack_id: str
    parties: frozenset[str]
    clock: Clock
    opened_at: datetime
    since: datetime
    due_at: datetime
    provisional: bool = False
    edition: str = ""
    state: State = State.PRELIMINARY_REVIEW
    stage: str = PRELIMINARY_REVIEW
    assignee: Holder | None = None
    team: tuple[Holder, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    supplements: int = 0
    supplement_clock: Clock | None = None
    opinion: str = ""
    reasons: str = ""
    late: bool = False
    decided_at: datetime | None = None
    decided_by: str = ""
    history: tuple[HistoryEntry, ...] = ()

    @property
    def ended(self) -> bool:
        """Decided or closed: nothing more can happen."""
        return self.state in ENDED

    @property
    def awaits_supplement(self) -> bool:
        """The filer has to act."""
        return self.state is State.AWAITING_SUPPLEMENT

    @property
    def running_clock(self) -> Clock:
        """The filer's while a supplement is awaited, otherwise the stage's."""
        return self.supplement_clock if self.awaits_supplement and self.supplement_clock else self.clock

    @property
    def holders(self) -> frozenset[str]:
        """Officers in whose hands the case is: the assignee, and in verification the team."""
        people = (*self.team, *([self.assignee] if self.assignee else []))
        return frozenset(holder.officer_id for holder in people)

    @property
    def assignee_id(self) -> str:
        """Empty while nobody holds the case."""
        return self.assignee.officer_id if self.assignee else ""

    @property
    def recused(self) -> frozenset[str]:
        """Officers barred in this case for good."""
        return frozenset(recusal.officer_id for recusal in self.recusals)

    def has_part(self, officer_id: str, unit: str) -> bool:
        """A party to the matter, the filer, or someone of the filer's unit."""
        return officer_id in self.parties or officer_id == self.filer_id or same_unit(unit, self.unit)

    def require_free(self, officer_id: str, unit: str) -> None:
        """Neither a part in the matter nor recused; otherwise `review.recused`."""
        if self.has_part(officer_id, unit) or officer_id in self.recused:
            raise CaseError("review.recused", details={"officer_id": officer_id})

    def require(self, verb: Verb, occasion: Occasion) -> None:
        """Whether the verb is possible for this actor now; says why not."""
        if (self.state, verb) not in MOVES:
            raise CaseError("review.move_not_allowed", f"{verb} in {self.state}", {"state": self.state.value})
        for guard in GUARDS[verb]:
            guard(self, occasion)

    def follow_calendar(self, occasion: Occasion) -> None:
        """Take over the newest calendar edition; a running deadline that really moved is told."""
        if self.ended or occasion.calendar.edition == self.edition:
            return
        former = self.due_at
        self._derive_due(occasion)
        if self.due_at != former and not self.running_clock.suspended:
            self._tell_move(former, NEW_CALENDAR)
            self._note(NEW_CALENDAR, occasion, self.due_at.isoformat())

    def _turn(self, verb: Verb, occasion: Occasion, note: str = "", clock: Clock | None = None) -> None:
        self.follow_calendar(occasion)
        state = MOVES[self.state, verb]
        self.since = occasion.now if state is not self.state else self.since
        self.state, self.clock = state, clock or self.clock
        self._derive_due(occasion)
        self._note(verb, occasion, note)

    def _derive_due(self, occasion: Occasion) -> None:
        due = occasion.due(self.running_clock)
        self.due_at, self.provisional, self.edition = due.at, due.provisional, due.edition

    def _tell_move(self, former: datetime, reason: str) -> None:
        self.record(DeadlineMoved(
            case_id=self.id, organ_id=self.organ_id, assignee_id=self.assignee_id, reason=reason,
            due_at=self.due_at, former_due_at=former, provisional=self.provisional))

    def _note(self, what: str, occasion: Occasion, note: str = "") -> None:
        actor = occasion.actor
        self.history += (HistoryEntry(
            what=str(what), actor_id=actor.officer_id, actor_name=actor.name, note=note, at=occasion.now),)
