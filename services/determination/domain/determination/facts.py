"""What a determination knows of itself, how it walks through the pack's stages, and how it tells of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import takewhile
from typing import Any, ClassVar

from rongcuo.casework.holding import next_to_act
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.contracts.determination import (
    Act,
    Assessment,
    DecisionStanding,
    Evidence,
    FactsMaterial,
    Initiation,
    LinkedFiling,
    NegativeAnswer,
    NegativeFinding,
    RecusalApplication,
    Standing,
    Statement,
    Subject,
)
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import HistoryEntry
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.units import unit_key
from rongcuo.policy.clock import Clock
from rongcuo.policy.pack import Stage
from services.determination.domain.determination.decision import Decision
from services.determination.domain.determination.floor import Reached
from services.determination.domain.determination.moves import ENDED, MOVES, ON, SETTLED, Verb
from services.determination.domain.determination.telling import Telling
from services.determination.domain.determination.yardstick import Yardstick

KIND = "determination"
ROUND_BEGINS = frozenset[str]({Verb.RETURN, Verb.REVOKE})
FOLLOWS = (State.FEEDBACK, State.RECORD_FILING)   # on a decision


@dataclass(kw_only=True)
class Facts(Telling):
    """`pack_id`: the pack that runs the case, in force when it was opened; `yardstick`: what judges it.
    `on_agenda`: the meeting before which the case is; `resolved`: the outcome that a signed meeting found,
    `voters` who voted on it, `ever_voted` at any; `reached`: all that meetings found, signed or not;
    `readers` from outside the organ have to know the case.
    `at_meetings`: who convened one, called more members to it, or signed its minutes;
    `once_held`: who ever held it; `clue_handlers`: of its clue; `appealed`: what was appealed against last.
    """

    moves: ClassVar = MOVES
    endings: ClassVar = ENDED
    party: ClassVar = Reader.SUBJECT

    initiation: Initiation
    subject: Subject
    act: Act
    situation: str
    grounds: str
    yardstick: Yardstick
    state: State
    clue_number: str = ""
    clue_handlers: frozenset[str] = frozenset()
    once_held: frozenset[str] = frozenset()
    opinion: str = ""
    reasons: str = ""
    report: str = ""
    filings: tuple[LinkedFiling, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    statements: tuple[Statement, ...] = ()
    facts_material: FactsMaterial | None = None
    recusals_asked: tuple[RecusalApplication, ...] = ()
    negative_findings: Mapping[str, NegativeFinding] = field(default_factory=dict)
    assessments: tuple[Assessment, ...] = ()
    meeting_ids: tuple[str, ...] = ()
    on_agenda: str = ""
    resolved: str = ""
    applying: tuple[str, ...] = ()   # negative items of the resolution, beside those hit
    voters: frozenset[str] = frozenset()
    ever_voted: frozenset[str] = frozenset()
    at_meetings: frozenset[str] = frozenset()
    reached: tuple[Reached, ...] = ()
    readers: frozenset[str] = frozenset()
    decisions: tuple[Decision, ...] = ()
    open_appeal: str = ""
    appealed: str = ""
    goes_back_to: Holder | None = field(default=None, compare=False)   # if opened again; kept nowhere
    decided_at: datetime | None = None

    @property
    def current(self) -> Decision | None:
        """The decision that holds; there is at most one."""
        return next((decision for decision in self.decisions if decision.current), None)

    @property
    def settled_on_appeal(self) -> bool:
        """Whether an appeal made or upheld the decision that holds, or one that it corrects."""
        holding = takewhile(lambda each: each.standing is not DecisionStanding.REVOKED,
                            reversed(self.decisions))
        return any(decision.final for decision in holding)

    @property
    def hits(self) -> tuple[str, ...]:
        """Items of the negative list that apply, with evidence."""
        return tuple(item for item, found in self.negative_findings.items()
                     if found.answer is NegativeAnswer.HIT)

    @property
    def assessed(self) -> frozenset[str]:
        """The sets of criteria that somebody has answered."""
        return frozenset(each.criteria_set for each in self.assessments)

    @property
    def statement(self) -> Statement | None:
        """What the subject said last."""
        return self.statements[-1] if self.statements else None

    @property
    def round(self) -> tuple[HistoryEntry, ...]:
        """What happened since verification was last opened anew, by a return or a revocation."""
        begun = [place for place, entry in enumerate(self.history) if entry.what in ROUND_BEGINS]
        return self.history[begun[-1]:] if begun else self.history

    @property
    def came_before_meeting(self) -> bool:
        """In this round, whatever has become of the meeting: its members have read everything."""
        return any(entry.what == "put_on_agenda" for entry in self.round)

    def of_this_round(self, assessment: Assessment) -> bool:
        """Whether it was given since verification was last opened anew."""
        return assessment.at >= self.round[0].at

    @property
    def engaged(self) -> frozenset[str]:
        """Who had a hand in the case, and so none in an appeal against it."""
        deciders = (each.deciders | {each.decided_by} for each in self.decisions)
        assessors = frozenset(each.assessor_id for each in self.assessments)
        return self.ever_held.union(self.clue_handlers, self.ever_voted, self.at_meetings, assessors,
                                    *deciders)

    def require_no_hand(self, officer_id: str) -> None:
        """What becomes of an appeal's panel is not for whoever had a hand in the case."""
        if officer_id in self.engaged:
            raise CaseError("appeal.not_yours_to_arrange", details={"officer_id": officer_id})

    @property
    def recusals_open(self) -> tuple[RecusalApplication, ...]:
        """What the subject has asked, and nobody has answered yet."""
        return tuple(each for each in self.recusals_asked if each.granted is None and not each.withdrawn_at)

    def require_recusals_answered(self) -> None:
        """Before a panel decides, as before every decision; otherwise `determination.recusal_unanswered`."""
        if self.recusals_open:
            raise CaseError("determination.recusal_unanswered",
                            details={"names": [each.name for each in self.recusals_open]})

    @property
    def ever_held(self) -> frozenset[str]:
        """Everybody in whose hands the case is or was: nobody is freed by a return or by a new team."""
        return self.once_held | self.holders

    @property
    def recused_voters(self) -> frozenset[str]:
        """Who voted on the resolution and was recused since: no vote is to be had without its voter."""
        return self.voters & self.recused

    def is_subject(self, officer_id: str) -> bool:
        """Whether it is their act. A subject without an account is nobody here."""
        return bool(officer_id) and officer_id == self.subject.officer_id

    def has_part(self, officer_id: str, units: frozenset[str]) -> bool:
        """The subject, or somebody of their unit."""
        return self.is_subject(officer_id) or unit_key(self.subject.unit) in units

    def rule(self, occasion: Occasion) -> Stage:
        return occasion.pack.determination_stage(self.stage)

    def require(self, verb: str, occasion: Occasion) -> None:
        if verb == Verb.ASSESS and self.state in SETTLED:
            raise CaseError("determination.assessment_closed")
        super().require(verb, occasion)

    def standing(self) -> Standing:
        """Where the case stands, as its events tell it."""
        return Standing(
            kind=KIND, matter_id=self.id, number=self.number, title=self.title, organ_id=self.organ_id,
            division_code=self.division_code, pack_id=self.pack_id, stage=self.stage,
            subject_id=self.subject.officer_id, holders=next_to_act(self),
            parties=tuple(filter(None, (self.subject.officer_id,))),
            apart=tuple(sorted({self.subject.officer_id, *self.recused} - {""})),
            units_apart=(self.subject.unit,), readers=tuple(sorted(self.readers)), ended=self.ended,
            provisional=self.provisional, suspended=self.clock.suspended, due_at=self.due_at)

    def _turn(self, verb: str, occasion: Occasion, note: str = "", clock: Clock | None = None) -> None:
        self.once_held = self.ever_held
        super()._turn(verb, occasion, note, clock)

    def _enter(self, state: Any, occasion: Occasion) -> None:
        """What had ended waits anew to be given to somebody, whoever held it may long be gone; unless it goes
        back to them."""
        if state is ON:
            return
        if self.ended and state not in self.endings:
            self.assignee, self.team = self.goes_back_to, ()
        super()._enter(state, occasion)

    def _stop(self, occasion: Occasion) -> Clock:
        """The running stage's clock, stopped; a late end is not forgotten."""
        if self.clock.stopped:
            return self.clock
        clock = self.clock.stop(occasion.now)
        self.late = self.late or occasion.is_late(clock)
        return clock

    def _go_on(self, verb: Verb, occasion: Occasion, note: str = "",
               past: frozenset[str] = frozenset()) -> None:
        """End the running stage; the pack's next one begins, but none of the phases that are `past`."""
        self._turn(verb, occasion, note, self._stop(occasion))
        stages = occasion.pack.determination_stages
        here = next(place for place, stage in enumerate(stages) if stage.code == self.stage)
        following = (stage for stage in stages[here + 1:] if stage.phase not in past)
        self._begin(next(following, None), occasion)

    def _go_back(self, verb: Verb, occasion: Occasion, note: str) -> None:
        """To the first stage of verification, whose limit runs anew."""
        self._turn(verb, occasion, note, self._stop(occasion))
        stages = occasion.pack.determination_stages
        self._begin(next(stage for stage in stages if stage.phase == State.VERIFICATION.value), occasion)

    def _follow_anew(self, occasion: Occasion) -> None:
        """What was done after the decision before this one, is to be done again for this one."""
        stages = occasion.pack.determination_stages
        first = next((stage for stage in stages if stage.phase in FOLLOWS), None)
        if first is not None and first.phase != self.state:
            self._stop(occasion)
            self._begin(first, occasion)

    def _begin(self, stage: Stage | None, occasion: Occasion) -> None:
        if stage is None:
            self._enter(State.CONCLUDED, occasion)
            return
        self.stage, self.clock = stage.code, Clock(occasion.now, stage.limit)
        self._enter(State(stage.phase), occasion)
        self._derive_due(occasion)
