"""What every case knows of itself, and how it turns: guarded, told in its history, its date derived anew."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any, ClassVar

from rongcuo.casework.apart import Somebody, folded_keys, keys_of, known_by, officer_keys
from rongcuo.casework.gaps import Checks, found, require_none
from rongcuo.casework.holding import Holding
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.organ_above import organ_above
from rongcuo.casework.people import LEAST_TEAM, Holder, require_reviewer
from rongcuo.casework.recusal import Parties, Recusal
from rongcuo.casework.transitions import Transitions, holds
from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.review import RecusalGround
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.gaps import Gap
from rongcuo.policy.pack import Stage
from rongcuo.texts.signs import is_seen

NEW_CALENDAR = "new_calendar"
KEEP_FROM = "keep_from"         # it is kept from more people by now
ACKNOWLEDGED = "acknowledged"   # who took a step knowing what was missing: for those inside
WAITS = "任职结束，退回待分派"
GO_ON = "任职结束，由其余人员继续办理"


class CaseVerb(StrEnum):
    """Verbs that every kind of case may have among its own, by the same codes."""

    ASSIGN = "assign"
    RECUSE = "recuse"
    FORM_TEAM = "form_team"
    SUSPEND = "suspend"
    RESUME = "resume"
    EXTEND = "extend"
    HAND_UP = "hand_up"
    POST_ENDED = "post_ended"   # nobody's verb: it happens to whoever held the case


@dataclass(kw_only=True)
class Case(Aggregate):
    """Every verb asks its guards first: a refused one changes nothing. `clock` is that of the running stage.

    `due_at`, `provisional` and `edition` follow from the clock and are what was last told to others.
    `since`: in this state. `late`: a stage ended, or was first paused, after its due date.
    `first_organ_id`: where it began; `organ_id` is another once it was handed up to the organ above.
    `keys_apart`: from whom that is kept which led to it, by their keys (`apart`); never fewer than before.
    """

    transitions: ClassVar[Transitions[Any, Any]]
    endings: ClassVar[frozenset[Any]]
    gaps: ClassVar[Checks] = MappingProxyType({})
    held: ClassVar[Mapping[Any, Holding]]    # state -> in whose hands the case is
    party: ClassVar[Reader]      # whose case it is, who reads why its clock stands or runs longer

    id: str
    number: str
    title: str
    organ_id: str
    division_code: str
    pack_id: str
    clock: DeadlineClock
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
    keys_apart: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        super().__post_init__()
        self.first_organ_id = self.first_organ_id or self.organ_id

    @property
    def ended(self) -> bool:
        """Nobody has anything more to do by a date."""
        return self.state in self.endings

    @property
    def running_clock(self) -> DeadlineClock:
        """The one whose due date is told."""
        return self.clock

    @property
    def holders(self) -> frozenset[str]:
        """Officers in whose hands the case is: the assignee and the team."""
        return frozenset(holder.officer_id for holder in self.in_hand)

    @property
    def in_hand(self) -> tuple[Holder, ...]:
        """The holders, with their names."""
        return (*self.team, *([self.assignee] if self.assignee else []))

    @property
    def to_act(self) -> frozenset[str]:
        """Which of them have something to do now."""
        return self.holders

    @property
    def assignee_id(self) -> str:
        """Empty while nobody holds the case."""
        return self.assignee.officer_id if self.assignee else ""

    @property
    def recused(self) -> frozenset[str]:
        """Officers barred in this case for good."""
        return frozenset(recusal.officer_id for recusal in self.recusals)

    @property
    def kept_from(self) -> frozenset[str]:
        """The keys of those for whom it is not there, but for what is their own."""
        return officer_keys(*self.recused) | self.keys_apart

    def is_apart(self, somebody: Somebody) -> bool:
        """Recused, or kept from what led to it, also by name alone and whenever they come."""
        return not self.kept_from.isdisjoint(known_by(somebody))

    def require_not_apart(self, somebody: Somebody) -> None:
        """Raises `review.recused`."""
        if self.is_apart(somebody):
            raise CaseError("review.recused", details={"officer_id": somebody.officer_id})

    def keep_from(self, keys: frozenset[str], occasion: Occasion) -> None:
        """What led to it is kept from more people by now: so is this. Who held it holds it no longer."""
        fresh = keys - self.keys_apart
        if fresh:
            self.keys_apart |= fresh
            for holder in self.in_hand:
                if not fresh.isdisjoint(keys_of(holder)):
                    self._leave_hands(holder.officer_id, occasion)
            self.tell(KEEP_FROM, occasion)

    @property
    def parties(self) -> Parties:
        """Whose case it is."""
        raise NotImplementedError

    def tag_for(self, officer_id: str) -> str:  # noqa: ARG002
        """By which somebody names its state: of as much of it as they see."""
        return self.tag

    def has_part(self, officer_id: str, units: frozenset[str]) -> bool:
        """Whether somebody of that unit is concerned themselves."""
        return self.parties.include(officer_id, units)

    def bars(self, somebody: Somebody) -> RecusalGround | None:
        """Why somebody is kept from the case; None for whoever is free."""
        ground = self.parties.ground(somebody.officer_id, somebody.units, self.recusals)
        return ground or (RecusalGround.OTHER if self.is_apart(somebody) else None)

    def rule(self, occasion: Occasion) -> Stage:
        """The pack's stage in which the case is; a kind without stages of the pack's has none to tell."""
        raise NotImplementedError

    def require_free(self, officer_id: str, units: frozenset[str]) -> None:
        """Neither a part in the case nor recused, nor, as far as it is told without a name, kept from it;
        otherwise `review.recused`."""
        known = officer_keys(officer_id) | folded_keys(units=units)
        if self.has_part(officer_id, units) or not self.kept_from.isdisjoint(known):
            raise CaseError("review.recused", details={"officer_id": officer_id})

    def require(self, verb: str, occasion: Occasion) -> None:
        """Whether the verb is possible for this actor now; says why not."""
        self.transitions.require(self, verb, occasion)
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
            self._tell_move(NEW_CALENDAR, former, occasion)
            self.note(NEW_CALENDAR, occasion, self.due_at.isoformat())

    def assign(self, officer: OfficerView, occasion: Occasion) -> None:
        """Give the case to a reviewer of the organ who has no part in the case."""
        self.require(CaseVerb.ASSIGN, occasion)
        self._require_eligible(officer, occasion)
        self.assignee = Holder.of(officer)
        self.turn(CaseVerb.ASSIGN, occasion, officer.name)
        self.tell(CaseVerb.ASSIGN, occasion, "", officer.officer_id)

    def recuse(self, officer: Holder, ground: RecusalGround, reason: str, occasion: Occasion) -> None:
        """Bar an officer for good. Whoever has a part may step back, but not push others aside."""
        self.require(CaseVerb.RECUSE, occasion)
        if officer.officer_id != occasion.actor.officer_id:
            self.require_free(occasion.actor.officer_id, occasion.actor.units)
        if officer.officer_id in self.recused:
            raise CaseError("review.recused", details={"officer_id": officer.officer_id})
        why = given(reason, Reader.ORGAN, "review.recusal_reason_missing")
        self.turn(CaseVerb.RECUSE, occasion, f"{officer.name}:{why}")
        recusal = Recusal(officer.officer_id, officer.name, ground, why, occasion.now)
        held = officer.officer_id in self.holders
        self.recusals += (recusal,)
        self._part_with(officer.officer_id)
        self._tell_recusal(recusal, held and self.assignee is None, occasion)

    def form_team(self, officers: tuple[OfficerView, ...], occasion: Occasion) -> None:
        """Name who verifies. The first named leads the team and holds the case."""
        self.require(CaseVerb.FORM_TEAM, occasion)
        team = tuple({officer.officer_id: Holder.of(officer) for officer in officers}.values())
        if len(team) < LEAST_TEAM:
            raise CaseError("review.team_too_small")
        for officer in officers:
            self._require_eligible(officer, occasion)
        self.team, self.assignee = team, team[0]
        self.turn(CaseVerb.FORM_TEAM, occasion, "、".join(holder.name for holder in team))
        self.tell(CaseVerb.FORM_TEAM, occasion, "", *(holder.officer_id for holder in team))

    def suspend(self, reason: str, occasion: Occasion) -> None:
        """Stop the clock. A pause after the due date cures no lateness."""
        self.require(CaseVerb.SUSPEND, occasion)
        clock = self.clock.suspend(occasion.now, given(reason, self.party))
        self.late = self.late or occasion.is_late(self.clock)
        self.turn(CaseVerb.SUSPEND, occasion, reason.strip(), clock)
        self.tell(CaseVerb.SUSPEND, occasion, reason.strip())

    def resume(self, occasion: Occasion) -> None:
        """Let the clock run again."""
        self.require(CaseVerb.RESUME, occasion)
        self.turn(CaseVerb.RESUME, occasion, clock=self.clock.resume(occasion.now))
        self.tell(CaseVerb.RESUME, occasion)

    def stood_still_long(self, occasion: Occasion) -> bool:
        """Whether the longest time has passed since its stage first stood still."""
        first = self.clock.first_pause
        return first is not None and occasion.is_late(
            DeadlineClock(first.at, occasion.pack.suspension.at_most))

    def extend(self, reason: str, occasion: Occasion) -> None:
        """Extend the stage once, by the pack's amount."""
        self.require(CaseVerb.EXTEND, occasion)
        clock = self.clock.extend(occasion.now, self.rule(occasion).extend_once or 0,
                                  given(reason, self.party))
        self.follow_calendar(occasion)
        former = self.due_at
        self.turn(CaseVerb.EXTEND, occasion, reason.strip(), clock)
        self._tell_move(CaseVerb.EXTEND, former, occasion, reason.strip())

    def hand_up(self, reason: str, occasion: Occasion) -> None:
        """移送上级机关: the organ above has the case from now on. Its clock runs on."""
        self.require(CaseVerb.HAND_UP, occasion)
        why, above, former = given(reason, Reader.ORGAN_ABOVE), organ_above(self.organ_id), self.organ_id
        self.turn(CaseVerb.HAND_UP, occasion, why)
        self.organ_id, self.assignee, self.team = above, None, ()
        self._tell_handing_up(former, why, occasion)

    def leave(self, officer_id: str, occasion: Occasion) -> None:
        """The post of somebody who held it has ended: those left of a team go on where they are enough,
        otherwise the case waits to be given to others. Nobody is blamed, and the clock runs on."""
        if not self.transitions.allow(self.state, CaseVerb.POST_ENDED) or officer_id not in self.holders:
            return
        name = next(each.name for each in self.in_hand if each.officer_id == officer_id)
        self._part_with(officer_id)
        self.turn(CaseVerb.POST_ENDED, occasion, name + (WAITS if self.assignee is None else GO_ON))
        self.tell(CaseVerb.POST_ENDED, occasion, "", officer_id)

    def lacks_judges(self, officers: tuple[OfficerView, ...]) -> bool:
        """Whether too few of the organ's officers are left who may lead and decide it."""
        free = self.judges_among(officers)
        return len(free) < self.judges_wanted or not (
            self.held_without_lead or any(Role.LEAD in each.roles for each in free))

    def judges_among(self, officers: tuple[OfficerView, ...]) -> tuple[OfficerView, ...]:
        """Who of them may lead or decide it."""
        return tuple(each for each in officers if self._may_judge(each))

    @property
    def judges_wanted(self) -> int:
        """How many have to be free for the case to go on."""
        return 1

    @property
    def held_without_lead(self) -> bool:
        """Whether reviewers can bring it to its end by themselves."""
        return False

    def turn(self, verb: str, occasion: Occasion, note: str = "", clock: DeadlineClock | None = None) -> None:
        """Where the verb leads, with its line in the history; the due date is derived anew."""
        self.follow_calendar(occasion)
        self.note_acknowledged(verb, occasion)
        self._enter(self.transitions.after(self.state, verb), occasion)
        self.clock = clock or self.clock
        self._derive_due(occasion)
        self.note(verb, occasion, note)

    def note_acknowledged(self, step: str, occasion: Occasion) -> None:
        """Before the step's own line: in spite of what it was taken, as its gaps' codes."""
        known = self.missing(step, occasion) if occasion.acknowledged else ()
        if known:
            self.note(ACKNOWLEDGED, occasion, " ".join(known))

    def note(self, what: str, occasion: Occasion, note: str = "") -> None:
        """A line of the history."""
        self.history += (HistoryEntry.by(occasion.actor, what, occasion.now, note),)

    def tell(self, what: str, occasion: Occasion, note: str = "", *concerns: str) -> None:
        """Record the event of a verb that all kinds of cases have. `concerns`: officers."""
        raise NotImplementedError

    def _enter(self, state: Any, occasion: Occasion) -> None:
        self.since = occasion.now if state is not self.state else self.since
        self.state = state

    def _derive_due(self, occasion: Occasion) -> None:
        due = occasion.due(self.running_clock)
        self.due_at, self.provisional, self.edition = due.at, due.provisional, due.edition

    def _may_judge(self, officer: OfficerView) -> bool:
        return holds(require_reviewer, officer, self.organ_id) and not self.is_apart(officer) and holds(
            self.require_free, officer.officer_id, officer.units)

    def _require_eligible(self, officer: OfficerView, occasion: Occasion) -> None:  # noqa: ARG002
        require_reviewer(officer, self.organ_id)
        self.require_free(officer.officer_id, officer.units)
        self.require_not_apart(officer)

    def _leave_hands(self, officer_id: str, occasion: Occasion) -> None:  # noqa: ARG002
        """Of somebody from whom it is kept by now."""
        self._part_with(officer_id)

    def _part_with(self, officer_id: str) -> None:
        """Whoever holds the case keeps it, unless it is they, or for a team that is none any more."""
        for_the_team = self.assignee in self.team
        left = tuple(holder for holder in self.team if holder.officer_id != officer_id)
        self.team = left if len(left) >= LEAST_TEAM else ()
        if officer_id == self.assignee_id or (for_the_team and not self.team):
            self.assignee = next(iter(self.team), None)

    def _tell_move(self, what: str, former: datetime, occasion: Occasion,  # noqa: ARG002
                   reason: str = "") -> None:
        """The due date is no longer `former`: by an extension, or by a new calendar."""
        self.tell(what, occasion, reason)

    def _tell_recusal(self, recusal: Recusal, unassigned: bool, occasion: Occasion) -> None:  # noqa: ARG002
        """`unassigned`: nobody holds the case since."""
        self.tell(CaseVerb.RECUSE, occasion, "", recusal.officer_id)

    def _tell_handing_up(self, former: str, reason: str, occasion: Occasion) -> None:  # noqa: ARG002
        """The organ that had it was `former`."""
        self.tell(CaseVerb.HAND_UP, occasion, reason)


def given(words: str, read_by: Reader, code: str = "review.reasons_missing") -> str:
    """What somebody has written; `code` where that is nothing, with who would have read it."""
    if not is_seen(words):
        raise CaseError(code, details={"read_by": read_by.value})
    return words.strip()
