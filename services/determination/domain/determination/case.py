"""A determination (容错认定), as the verbs that begin it and lead it through its stages."""

from dataclasses import dataclass
from typing import ClassVar

from rongcuo.casework.case import ACKNOWLEDGED, given
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import LEAST_TEAM
from rongcuo.contracts.determination import (
    Act,
    DeterminationOpened,
    DeterminationRefused,
    DeterminationWithdrawn,
    Initiation,
    Subject,
)
from rongcuo.contracts.determination import DeterminationState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import Clock
from rongcuo.policy.gaps import Gap
from rongcuo.policy.pack import Pack, Phase, Stage
from services.determination.domain.determination.decision import today
from services.determination.domain.determination.gaps import GAPS
from services.determination.domain.determination.guards import GUARDS
from services.determination.domain.determination.moves import Verb
from services.determination.domain.determination.verifying import Verified
from services.determination.domain.determination.yardstick import Yardstick


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What a case is opened about. `clue_handlers` disposed of the clue, where one led to it."""

    initiation: Initiation
    subject: Subject
    act: Act
    title: str
    situation: str
    grounds: str
    clue_number: str = ""
    clue_handlers: frozenset[str] = frozenset()


@dataclass(kw_only=True)
class Determination(Verified):
    """Every verb asks its guards first: a refused one changes nothing."""

    guards: ClassVar = GUARDS
    gaps: ClassVar = GAPS

    @classmethod
    def open(cls, case_id: str, number: str, opening: Opening, judged_by: Pack, organ_id: str,
             division_code: str, occasion: Occasion, known: tuple[Gap, ...] = ()) -> "Determination":
        """A case in the first stage in which the organ has something to do. An act lies in the past.
        `known`: what was to be known before, and is in its history where the actor has said that they do."""
        require_act(opening.act, occasion)
        _require_situation(opening.situation, judged_by)
        stage = _first(occasion.pack)
        clock = Clock(occasion.now, stage.limit)
        due = occasion.due(clock)
        case = cls(
            id=case_id, number=number, title=given(opening.title, Reader.CASEWORKERS), organ_id=organ_id,
            division_code=division_code, pack_id=occasion.pack.id, clock=clock, opened_at=occasion.now,
            since=occasion.now, due_at=due.at, provisional=due.provisional, edition=due.edition,
            state=State(stage.phase), stage=stage.code, initiation=opening.initiation,
            subject=opening.subject, act=opening.act, situation=opening.situation,
            grounds=given(opening.grounds, Reader.CASEWORKERS),
            yardstick=Yardstick.of(judged_by, occasion.pack),
            clue_number=opening.clue_number, clue_handlers=opening.clue_handlers)
        if known and occasion.acknowledged:
            case._note(ACKNOWLEDGED, occasion, " ".join(known))
        case._note("open", occasion)
        case.record(DeterminationOpened(
            standing=case.standing(), initiation=case.initiation, subject=case.subject, act=case.act,
            situation=case.situation, clue_number=case.clue_number, opened_at=occasion.now))
        return case

    def require_undecided(self, opening: Opening) -> None:
        """What it has decided is changed here, and by no other case about the same act of the same person:
        `determination.decided_before`."""
        if self.decisions and self.is_about(opening):
            raise CaseError("determination.decided_before", details={"number": self.number})

    def is_decided_near(self, opening: Opening) -> bool:
        """Decided, or voted on, about the same person and days that overlap. Whether it is the same act in
        other words, somebody has to look."""
        return bool(self.decisions or self.reached) and self.is_near(opening)

    @property
    def judges_wanted(self) -> int:
        return LEAST_TEAM if self.state is State.VERIFICATION else 1

    def accept(self, opinion: str, occasion: Occasion) -> None:
        """受理: on to the next stage; where that is verification, its team is to be named."""
        self.require(Verb.ACCEPT, occasion)
        self._go_on(Verb.ACCEPT, occasion, opinion.strip())
        self.opinion = opinion.strip()
        if self.state is State.VERIFICATION:
            self.assignee = None
        self._tell(Verb.ACCEPT, occasion)

    def take_clue_handler(self, occasion: Occasion) -> None:
        """The clue was disposed of once more, by somebody who may know of the case."""
        self.require_free(occasion.actor.officer_id, occasion.actor.units)
        self.require_uncounted(occasion.actor.officer_id)
        self.clue_handlers |= {occasion.actor.officer_id}

    def refuse(self, reasons: str, occasion: Occasion) -> None:
        """不予受理, with reasons that the subject reads."""
        self.require(Verb.REFUSE, occasion)
        why = given(reasons, self.party)
        self._turn(Verb.REFUSE, occasion, why, self._stop(occasion))
        self.reasons = why
        self.record(DeterminationRefused(
            standing=self.standing(), subject=self.subject, reasons=why,
            refused_by_name=occasion.actor.name, at=occasion.now))

    def send_back(self, reasons: str, occasion: Occasion) -> None:
        """From the meeting back to verification, with what is missing. Its limit runs anew."""
        self.require(Verb.RETURN, occasion)
        self._go_back(Verb.RETURN, occasion, given(reasons, Reader.INSIDE))
        self.on_agenda, self.resolved, self.applying, self.voters = "", "", (), frozenset()
        self._tell(Verb.RETURN, occasion)

    def withdraw(self, reason: str, occasion: Occasion) -> None:
        """The subject takes their application back, before there is a decision."""
        self.require(Verb.WITHDRAW, occasion)
        why = given(reason, Reader.CASEWORKERS)
        self._turn(Verb.WITHDRAW, occasion, why, self._stop(occasion))
        self.on_agenda = ""
        self.record(DeterminationWithdrawn(standing=self.standing(), reason=why, at=occasion.now))


def require_act(act: Act, occasion: Occasion) -> None:
    """An act that is over, or told up to today where it goes on: `determination.act_dates`."""
    if not act.since <= act.until <= today(occasion):
        raise CaseError("determination.act_dates", details={
            "since": act.since.isoformat(), "until": act.until.isoformat()})


def _require_situation(situation: str, judged_by: Pack) -> None:
    if situation and situation not in judged_by.situations:
        raise CaseError("filing.unknown_situation", details={"known": list(judged_by.situations)})


def _first(pack: Pack) -> Stage:
    """Stages of application are passed when there is a case."""
    stages = (stage for stage in pack.determination_stages if stage.phase not in ("", Phase.APPLICATION))
    found = next(stages, None)
    if found is None:
        raise CaseError("determination.not_regulated", details={"pack_id": pack.id})
    return found
