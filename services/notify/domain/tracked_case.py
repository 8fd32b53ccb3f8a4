"""A matter as notify knows it: what has to be done about it now, by whom, by when.

It hears two services whose events have no order between them. So it keeps what each has said, and every verb
leads to the same tasks whichever spoke first:
- what is heard before the filing itself is known waits in `early` (see on_filing_events.py);
- the filer's turn ends when review has asked for a supplement and filing has told of it, in either order;
- after the end nothing opens again, but for an objection to a refusal.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from rongcuo.casework.apart import Somebody, folded_keys, known_by, officer_keys
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.notify import MatterKind
from rongcuo.contracts.unit_names import unit_keys
from services.notify.domain.directory import lead_queue, reviewer_queue
from services.notify.domain.task import SUPPLEMENT, Task, local_day


@dataclass(frozen=True)
class Facts:
    """What the matter said about itself. The `parties` have a part in it and hear nothing of its review.

    `filer_id`: whose matter it is, once they have been told of it; of a determination its subject.
    """

    number: str
    title: str
    organ_id: str
    division_code: str
    filer_id: str
    unit: str
    pack_id: str
    parties: tuple[str, ...] = ()
    kind: MatterKind = MatterKind.FILING

    @property
    def concerned(self) -> tuple[str, ...]:
        """Who has a part in it, and whose it is."""
        return (*self.parties, self.filer_id)

    @property
    def others(self) -> tuple[str, ...]:
        """Who has a part in it, but is not the filer: nothing of its review reaches them."""
        return tuple(party for party in self.parties if party != self.filer_id)


@dataclass
class Review:
    """Where the review stands, as review has told: the task that is wanted whenever no supplement is.

    `paused_at`: since when its clock stands still, or since the leads were last told that it still does.
    """

    stage: str
    holders: tuple[str, ...]
    due_at: datetime
    provisional: bool = False
    suspended: bool = False
    paused_at: datetime | None = None
    asked_at: datetime | None = None  # set from the request for supplement until review goes on


@dataclass
class TrackedCase(Aggregate):
    """`heard` counts the events of each service, `requested` and `supplements` the rounds of supplement."""

    id: str
    facts: Facts | None = None
    review: Review | None = None
    tasks: list[Task] = field(default_factory=list)
    requested: int = 0
    supplements: list[datetime] = field(default_factory=list)
    ended: bool = False
    heard: dict[str, int] = field(default_factory=dict)
    early: list[dict[str, Any]] = field(default_factory=list)
    remind_at: datetime | None = None
    recused: tuple[str, ...] = ()    # from now on they hear nothing of it, and see nothing
    units_apart: tuple[str, ...] = ()   # keys of units whose people see of it only what is for them
    keys_apart: tuple[str, ...] = ()    # keys (`casework/apart.py`) of those for whom it is not there

    @property
    def known(self) -> Facts:
        """What the filing said; only to be asked once it has spoken."""
        if self.facts is None:
            raise LookupError(f"nothing is known yet of matter {self.id}")
        return self.facts

    @property
    def queue(self) -> str:
        """Who holds what nobody was given yet."""
        return reviewer_queue(self.known.organ_id)

    @property
    def leads(self) -> str:
        """Who assigns."""
        return lead_queue(self.known.organ_id)

    @property
    def task(self) -> Task | None:
        """The open task. Only the last one can be open, and is until the matter ends."""
        return self.tasks[-1] if self.tasks and self.tasks[-1].closed_at is None else None

    @property
    def reviewing(self) -> Review:
        """Where the review stands; from the submission on there is an answer."""
        if self.review is None:
            raise LookupError(f"matter {self.id} is not under review yet")
        return self.review

    def submit(self, facts: Facts, stage: str, due_at: datetime, provisional: bool, now: datetime) -> None:
        """The filing is there; its review waits in the organ's queue."""
        self.facts = facts
        self.review = Review(stage, (self.queue,), due_at, provisional)
        self._settle(now)

    def stage(self, stage: str, due_at: datetime, provisional: bool, now: datetime) -> None:
        """Another stage of the review begins, held by nobody yet; or the first is confirmed."""
        review = self.reviewing
        if stage != review.stage:
            review.holders = (self.queue,)
        review.stage, review.due_at, review.provisional = stage, due_at, provisional
        self._settle(now)

    def reopen(self, stage: str, due_at: datetime, provisional: bool, now: datetime) -> None:
        """What had ended is looked at again: nobody holds it yet, and nothing is awaited of the filer."""
        self.ended, self.requested, self.supplements = False, 0, []
        self.review = Review(stage, (self.queue,), due_at, provisional)
        self._settle(now)

    def give(self, holders: tuple[str, ...], due_at: datetime | None, now: datetime) -> None:
        """Officers hold the review, or, with none named, the organ's queue. While a supplement is awaited the
        deadline that review names is the filer's, which this does not change."""
        review = self.reviewing
        review.holders = holders or (self.queue,)
        if due_at is not None and review.asked_at is None:
            review.due_at = due_at
        self._settle(now)

    def recuse(self, officer_id: str, due_at: datetime | None, now: datetime) -> None:
        """This officer no longer takes part."""
        self.bar(officer_id)
        self.give(tuple(one for one in self.reviewing.holders if one != officer_id), due_at, now)

    def hand_up(self, organ_id: str, due_at: datetime | None, now: datetime) -> None:
        """The organ above has it; it waits in that one's queue."""
        self.facts = replace(self.known, organ_id=organ_id)
        self.give((), due_at, now)

    def bar(self, *officer_ids: str) -> None:
        """Once recused, always."""
        self.recused = tuple(sorted({*self.recused, *officer_ids}))

    def move(self, due_at: datetime, provisional: bool, now: datetime) -> None:
        """Another deadline: of the supplement while one is awaited, otherwise of the review."""
        review = self.reviewing
        if review.asked_at is None:
            review.due_at, review.provisional = due_at, provisional
            self._settle(now)
        else:
            next(task for task in reversed(self.tasks) if task.kind == SUPPLEMENT).move(due_at, provisional)

    def suspend(self, now: datetime) -> None:
        """The review's deadline stands still; its task stays."""
        self.reviewing.suspended, self.reviewing.paused_at = True, now
        self._settle(now)

    def resume(self, stage: str, holders: tuple[str, ...], due_at: datetime, provisional: bool,
               now: datetime) -> None:
        """The review's clock runs, after a pause or a supplement; a team that holds it stays together."""
        team = self.reviewing.holders
        kept = team if holders and set(holders) <= set(team) else holders
        self.review = Review(stage, kept or (self.queue,), due_at, provisional)
        self._settle(now)

    def request_supplement(self, due_at: datetime, asked_at: datetime, now: datetime) -> None:
        """The turn is the filer's, unless filing's word that they answered was heard before."""
        self.requested += 1
        self.reviewing.asked_at = asked_at
        self._open(SUPPLEMENT, (self.known.filer_id,), due_at, False, now)
        self._settle(now)

    def supplement(self, title: str, parties: tuple[str, ...], at: datetime, now: datetime) -> None:
        """The filer answered; the review's task is back before review says so. Once a party, always one."""
        self.facts = replace(self.known, title=title, parties=tuple(sorted({*self.known.parties, *parties})))
        self.supplements.append(at)
        self._settle(now)

    def follow(self, facts: Facts, review: Review, ended: bool, now: datetime) -> None:
        """One service alone says where the matter stands; even after an end it may be open again."""
        if review.suspended:
            review.paused_at = (self.review.paused_at if self.review else None) or now
        self.facts, self.review, self.ended = facts, review, ended
        if ended:
            self._close(now)
            return
        if self.task is None:
            self._open(review.stage, review.holders, review.due_at, review.provisional, now)
        self._settle(now)

    @property
    def away(self) -> frozenset[str]:
        """The keys of whoever hears nothing more of it, unless it is their own."""
        return officer_keys(*self.recused) | frozenset(self.keys_apart)

    @property
    def apart(self) -> frozenset[str]:
        """The keys of all who see of it only what is for them: also of who has a part in it, and of everybody
        of the units whose own it is."""
        parties = self.facts.parties if self.facts else ()
        return self.away | officer_keys(*parties) | folded_keys(units=self.of_units)

    def reaches(self, officer_id: str, keys: frozenset[str]) -> bool:
        """Whether somebody, known by these keys, may hear of it: what is a filer's own they go on hearing
        of."""
        return self.away.isdisjoint(keys) or bool(self.facts and self.facts.filer_id == officer_id)

    def keep_apart(self, units: Iterable[str], keys: Iterable[str] = ()) -> None:
        """Once apart, always, by whatever name."""
        self.keys_apart = tuple(sorted({*self.keys_apart, *keys}))
        self.units_apart = tuple(sorted({*self.units_apart, *unit_keys(*units)}))

    @property
    def of_units(self) -> frozenset[str]:
        """Keys of the units whose own it is: those apart, and the filer's."""
        return frozenset(self.units_apart) | unit_keys(self.facts.unit if self.facts else "")

    def concerns(self, somebody: Somebody) -> bool:
        """Whether they see of it only what is for them."""
        return not self.apart.isdisjoint(known_by(somebody))

    def inside_for(self, somebody: Somebody) -> bool:
        """Whether somebody whose organ works on the matter may see that work: not who has a part in it. The
        filer of a filing sees who reviews it. Of an order to unseal nobody sees here who else was told."""
        if self.facts and self.facts.kind is MatterKind.UNSEALING:
            return False
        if self.facts is None or self.facts.kind is MatterKind.FILING:
            return self.away.isdisjoint(known_by(somebody))
        return not self.concerns(somebody)

    def end(self, now: datetime) -> None:
        """Decided or withdrawn. What is heard later may still complete the record, but opens nothing."""
        self.ended = True
        self._close(now)

    def _settle(self, now: datetime) -> None:
        """The last task becomes what the review wants, unless the turn is the filer's."""
        review = self.reviewing
        if review.asked_at is not None and len(self.supplements) < self.requested:
            return
        due_at, provisional = self._review_due()
        if not self.tasks or self.tasks[-1].kind != review.stage:
            self._open(review.stage, review.holders, due_at, provisional, now)
        self.tasks[-1].holders, self.tasks[-1].suspended = review.holders, review.suspended
        self.tasks[-1].move(due_at, provisional)

    def _review_due(self) -> tuple[datetime, bool]:
        """Once the filer has answered, until review says when it is due: shifted by the days of the pause."""
        review = self.reviewing
        if review.asked_at is None:
            return review.due_at, review.provisional
        pause = local_day(self.supplements[self.requested - 1]) - local_day(review.asked_at)
        return review.due_at + pause, True

    def _open(self, kind: str, holders: tuple[str, ...], due_at: datetime, provisional: bool,
              now: datetime) -> None:
        self._close(now)
        task = Task(f"{self.id}.{len(self.tasks) + 1}", kind, holders, due_at, now, provisional)
        task.closed_at = now if self.ended else None
        self.tasks.append(task)

    def _close(self, now: datetime) -> None:
        if self.task is not None:
            self.task.closed_at = now
