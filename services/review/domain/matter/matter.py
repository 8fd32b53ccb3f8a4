"""What a matter knows of itself, and how it turns: guarded, told in its history, its date derived anew."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any, ClassVar

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Recording
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import Clock
from rongcuo.policy.gaps import Gap
from rongcuo.policy.pack import Stage
from rongcuo.texts.signs import is_seen
from services.review.domain.matter.gaps import Checks, found, require_none
from services.review.domain.occasion import Occasion
from services.review.domain.people import Holder, Recusal

NEW_CALENDAR = "new_calendar"
ACKNOWLEDGED = "acknowledged"   # who took a step knowing what was missing: for those inside


@dataclass(kw_only=True)
class Matter(Recording):
    """The facts of a matter. `clock` is that of the running stage.

    `due_at`, `provisional` and `edition` follow from the clock and are what was last told to others.
    `since`: in this state. `late`: a stage ended, or was first paused, after its due date.
    `first_organ_id`: where it began; `organ_id` is another once it was handed up to the organ above.
    """

    moves: ClassVar[Mapping[Any, Any]]           # (state, verb) -> state
    guards: ClassVar[Mapping[Any, tuple[Callable[[Any, Occasion], None], ...]]]
    endings: ClassVar[frozenset[Any]]
    gaps: ClassVar[Checks] = MappingProxyType({})

    id: str
    number: str
    title: str
    organ_id: str
    division_code: str
    pack_id: str
    clock: Clock
    opened_at: datetime
    since: datetime
    due_at: datetime
    provisional: bool = False
    edition: str = ""
    state: Any
    stage: str = ""
    assignee: Holder | None = None
    team: tuple[Holder, ...] = ()
    recusals: tuple[Recusal, ...] = ()
    late: bool = False
    history: tuple[HistoryEntry, ...] = ()
    first_organ_id: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.first_organ_id = self.first_organ_id or self.organ_id

    @property
    def ended(self) -> bool:
        """Nobody has anything more to do by a date."""
        return self.state in self.endings

    @property
    def running_clock(self) -> Clock:
        """The one whose due date is told."""
        return self.clock

    @property
    def holders(self) -> frozenset[str]:
        """Officers in whose hands the matter is: the assignee and the team."""
        people = (*self.team, *([self.assignee] if self.assignee else []))
        return frozenset(holder.officer_id for holder in people)

    @property
    def to_act(self) -> frozenset[str]:
        """Which of them have something to do now."""
        return self.holders

    @property
    def assignee_id(self) -> str:
        """Empty while nobody holds the matter."""
        return self.assignee.officer_id if self.assignee else ""

    @property
    def recused(self) -> frozenset[str]:
        """Officers barred in this matter for good."""
        return frozenset(recusal.officer_id for recusal in self.recusals)

    def has_part(self, officer_id: str, units: frozenset[str]) -> bool:
        """Whether somebody of that unit is concerned themselves."""
        raise NotImplementedError

    def rule(self, occasion: Occasion) -> Stage:
        """The pack's stage in which the matter is."""
        raise NotImplementedError

    def require_free(self, officer_id: str, units: frozenset[str]) -> None:
        """Neither a part in the matter nor recused; otherwise `review.recused`."""
        if self.has_part(officer_id, units) or officer_id in self.recused:
            raise CaseError("review.recused", details={"officer_id": officer_id})

    def require(self, verb: str, occasion: Occasion) -> None:
        """Whether the verb is possible for this actor now; says why not."""
        if (self.state, verb) not in self.moves:
            raise CaseError("review.move_not_allowed", f"{verb} in {self.state}", {"state": self.state.value})
        for guard in self.guards[verb]:
            guard(self, occasion)
        require_none(self.missing(verb, occasion), occasion)

    def missing(self, step: str, occasion: Occasion) -> tuple[Gap, ...]:
        """What is not there before a step, and should be, for somebody's sake."""
        return found(self.gaps, step, self, occasion)

    def follow_calendar(self, occasion: Occasion) -> None:
        """Take over the newest calendar edition; a running deadline that really moved is told."""
        if self.ended or occasion.calendar.edition == self.edition:
            return
        former = self.due_at
        self._derive_due(occasion)
        if self.due_at != former and not self.running_clock.suspended:
            self._tell_move(former, NEW_CALENDAR, occasion)
            self._note(NEW_CALENDAR, occasion, self.due_at.isoformat())

    def _turn(self, verb: str, occasion: Occasion, note: str = "", clock: Clock | None = None) -> None:
        self.follow_calendar(occasion)
        self._note_acknowledged(verb, occasion)
        self._enter(self.moves[self.state, verb], occasion)
        self.clock = clock or self.clock
        self._derive_due(occasion)
        self._note(verb, occasion, note)

    def _enter(self, state: Any, occasion: Occasion) -> None:
        self.since = occasion.now if state is not self.state else self.since
        self.state = state

    def _derive_due(self, occasion: Occasion) -> None:
        due = occasion.due(self.running_clock)
        self.due_at, self.provisional, self.edition = due.at, due.provisional, due.edition

    def _tell_move(self, former: datetime, reason: str, occasion: Occasion) -> None:
        raise NotImplementedError

    def _note_acknowledged(self, step: str, occasion: Occasion) -> None:
        """Before the step's own line: in spite of what it was taken, as its gaps' codes."""
        known = self.missing(step, occasion) if occasion.acknowledged else ()
        if known:
            self._note(ACKNOWLEDGED, occasion, " ".join(known))

    def _note(self, what: str, occasion: Occasion, note: str = "") -> None:
        actor = occasion.actor
        self.history += (HistoryEntry(
            what=str(what), actor_id=actor.officer_id, actor_name=actor.name, note=note, at=occasion.now),)


def given(words: str, read_by: Reader, code: str = "review.reasons_missing") -> str:
    """What somebody has written; `code` where that is nothing, with who would have read it."""
    if not is_seen(words):
        raise CaseError(code, details={"read_by": read_by.value})
    return words.strip()
