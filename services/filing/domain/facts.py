"""What a filing knows of itself, and how it moves."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Self

from rongcuo.contracts.actor import SYSTEM, Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Recording
from rongcuo.contracts.filing import FilingContent, FilingState, HistoryEntry
from rongcuo.contracts.units import unit_key, unit_keys
from rongcuo.policy.clock import Clock
from services.filing.domain import matter
from services.filing.domain.moves import ACTIVE, MOVES, Verb

TOO_LATE = "decision_too_late"


@dataclass(kw_only=True)
class Facts(Recording):
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
    objection_until: date | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    may_be_whitelisted: bool = False
    whitelisted: bool = False
    history: tuple[HistoryEntry, ...] = ()
    recused: tuple[str, ...] = ()
    void_by: str = ""
    void_because: str = ""
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

    # ------------------------------------------------------------------ what others may know of it

    @property
    def matter_key(self) -> str | None:
        """The same for filings of one matter by one unit with one organ; None unless the filing is active."""
        return self._key_of(unit_key(self.unit) or self.filer_id) if self.state in ACTIVE else None

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

    def concerns(self, officer: Actor) -> bool:
        """Whether an officer filed the matter, belongs to the unit that did, or was recused from it."""
        concerned = officer.officer_id == self.filer_id or officer.officer_id in self.recused
        return concerned or unit_key(self.unit) in officer.units

    def can(self, verb: Verb) -> bool:
        """Whether the present state allows a verb."""
        return (self.state, verb) in MOVES

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
