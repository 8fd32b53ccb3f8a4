"""An appeal (申诉、复核): heard by a panel with none of the first deciders, never to the subject's harm."""

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from rongcuo.casework.case import GO_ON, NEW_CALENDAR, WAITS, given
from rongcuo.casework.holding import next_to_act
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder, Recusal
from rongcuo.contracts.determination import (
    AppealDecided,
    AppealLodged,
    AppealMoved,
    Consent,
    DecisionTerms,
    Opinion,
    Outcome,
    Overturned,
    Standing,
    Subject,
)
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from rongcuo.contracts.units import unit_key
from rongcuo.policy.clock import Clock
from services.determination.domain.appeal.guards import (
    actor_has_appealed,
    actor_is_on_the_panel,
    nobody_is_still_to_speak,
    something_is_to_be_signed,
)
from services.determination.domain.appeal.hearing import Hearing
from services.determination.domain.appeal.moves import MOVES, OVER, AppealVerb
from services.determination.domain.appeal.opinions import NOBODYS
from services.determination.domain.determination import Decision, Determination
from services.determination.domain.panel import may_hear, require_eligible, require_unengaged

KIND = STAGE = "appeal"
NO_MAJORITY = "no_majority"


@dataclass(kw_only=True)
class Appeal(Hearing):
    """Against one decision; `former` is its outcome. The panel is the `team`, who hold the appeal."""

    moves: ClassVar = MOVES
    guards: ClassVar = {
        AppealVerb.FORM_PANEL: (nobody_is_still_to_speak,),
        AppealVerb.DECIDE: (actor_is_on_the_panel,),
        AppealVerb.SIGN: (actor_is_on_the_panel, something_is_to_be_signed),
        AppealVerb.WITHDRAW: (actor_has_appealed,),
        AppealVerb.HAND_UP: (),
        AppealVerb.POST_ENDED: (),
    }
    endings: ClassVar = OVER

    case_id: str
    decision_id: str
    former: Outcome
    subject: Subject
    grounds: str
    stage: str = STAGE
    attachments: tuple[AttachmentRef, ...] = ()
    barred: tuple[str, ...] = ()     # recused from the case
    upheld: bool | None = None
    outcome: Outcome | None = None
    reasons: str = ""
    decided_at: datetime | None = None

    @classmethod
    def lodge(cls, appeal_id: str, number: str, case: Determination, grounds: str,
              occasion: Occasion, handed_in_on: date | None = None,
              attachments: tuple[AttachmentRef, ...] = ()) -> "Appeal":
        """The subject appeals against the decision that holds. The case takes note of it. What others enter
        for them, they have on paper: nobody uses up somebody's appeal with their own words."""
        why = given(grounds, Reader.PANEL)
        if not (case.subject.officer_id or attachments):
            raise CaseError("appeal.paper_missing")
        decision = case.lodge_appeal(appeal_id, occasion, handed_in_on)
        appeal = cls._against(decision, appeal_id, number, case, why, occasion)
        appeal.attachments = attachments
        return appeal

    @classmethod
    def _against(cls, decision: Decision, appeal_id: str, number: str, case: Determination, grounds: str,
                 occasion: Occasion) -> "Appeal":
        clock = Clock(occasion.now, occasion.pack.appeal.decide_within)
        due = occasion.due(clock)
        appeal = cls(
            id=appeal_id, number=number, title=case.title, organ_id=case.organ_id,
            division_code=case.division_code, pack_id=case.pack_id, clock=clock, opened_at=occasion.now,
            since=occasion.now, due_at=due.at, provisional=due.provisional, edition=due.edition,
            case_id=case.id, decision_id=decision.decision_id, former=decision.outcome,
            subject=case.subject, grounds=grounds, barred=tuple(sorted(case.recused)))
        appeal._note("lodge", occasion)
        appeal.record(AppealLodged(standing=appeal.standing(), case_id=case.id,
                                   decision_id=decision.decision_id, lodged_at=occasion.now))
        return appeal

    def require_of(self, verb: AppealVerb, case: Determination, occasion: Occasion) -> None:
        """As `require`. Who has a part in the matter or was recused from the case, settles nothing here; who
        had a hand in the case names nobody who is to hear the appeal against it."""
        self.require(verb, occasion)
        if verb is not AppealVerb.WITHDRAW:
            case.require_free(occasion.actor.officer_id, occasion.actor.units)
        if verb is AppealVerb.FORM_PANEL:
            case.require_no_hand(occasion.actor.officer_id)
        if verb in (AppealVerb.DECIDE, AppealVerb.SIGN):
            case.require_recusals_answered()
            for holder in self.team:     # what they were at the forming, they still have to be
                require_unengaged(holder.officer_id, frozenset(), case)

    def form_panel(self, officers: tuple[OfficerView, ...], case: Determination, occasion: Occasion,
                   staying: Set[str] = frozenset()) -> None:
        """Name who hears it: nobody who had a hand in the case, and none with a part in the matter. Whoever
        sits stays: only a recusal, or the end of a post, takes them off."""
        self.require_of(AppealVerb.FORM_PANEL, case, occasion)
        panel = {each.officer_id: each for each in self.team if each.officer_id in staying}
        panel |= {officer.officer_id: Holder.of(officer) for officer in officers}
        if len(panel) < occasion.pack.appeal.panel_at_least:
            raise CaseError("appeal.panel_too_small", details={"wanted": occasion.pack.appeal.panel_at_least})
        if len(panel) > occasion.pack.appeal.panel_at_least:     # of too few, no more than are missing
            self.require_not_speaking(occasion)
        for officer in officers:
            require_eligible(officer, case)
        for officer_id in staying:
            require_unengaged(officer_id, frozenset(), case)
        if away := [holder.name for holder in self.team
                    if holder.officer_id not in panel and may_hear(holder.officer_id, case)]:
            raise CaseError("appeal.panel_sits", details={"names": away})
        if occasion.pack.appeal.panel_odd and len(panel) % 2 == 0:
            raise CaseError("appeal.panel_even", details={"named": len(panel)})
        self.team, self.opinions = tuple(panel.values()), self.opinions.among(panel.keys())
        case.seat_panel(frozenset(panel))
        self._turn(AppealVerb.FORM_PANEL, occasion, "、".join(holder.name for holder in self.team))
        self._tell(AppealVerb.FORM_PANEL, occasion, *panel)

    def heed(self, recusal: Recusal, occasion: Occasion) -> None:
        """The case has barred somebody: they hear nothing more of the appeal, and leave its panel."""
        self.barred = tuple(sorted({*self.barred, recusal.officer_id}))
        self._part_with(recusal.officer_id, occasion)
        self._tell("recuse", occasion, recusal.officer_id)

    def leave(self, officer_id: str, occasion: Occasion) -> None:
        """The post of somebody on the panel has ended; too few are to be joined by others."""
        name = next((each.name for each in self.team if each.officer_id == officer_id), "")
        if not name or self.ended:
            return
        self._part_with(officer_id, occasion)
        self._turn(AppealVerb.POST_ENDED, occasion, name + (GO_ON if self.heard else WAITS))
        self._tell(AppealVerb.POST_ENDED, occasion, officer_id)

    def decide(self, outcome: Outcome, terms: DecisionTerms, case: Determination, occasion: Occasion,
               consent: Consent | None = None, overturned: tuple[Overturned, ...] = ()) -> None:
        """A member says how: uphold what the decision says, or put something else in its place, never
        anything harsher. Where more than half of the panel say the same, the appeal is decided with it."""
        self.require_of(AppealVerb.DECIDE, case, occasion)
        given(terms.reasons, Reader.SUBJECT)
        self._hold(Opinion(
            outcome=outcome, terms=terms, consent=consent, overturned=overturned,
            stated_by=occasion.actor.officer_id, stated_at=occasion.now), case, occasion)

    def sign(self, officer_id: str, read: str, case: Determination, occasion: Occasion) -> None:
        """A member says the same as a colleague, whose words they have read as they still are."""
        self.require_of(AppealVerb.SIGN, case, occasion)
        self._hold(self.opinions.of(officer_id, read), case, occasion)

    def _hold(self, opinion: Opinion, case: Determination, occasion: Occasion) -> None:
        """What would be refused is refused at once, and looked at again when it takes effect."""
        case.would_uphold(opinion, occasion)
        self.opinions = self.opinions.holding(occasion.actor.officer_id, opinion)
        if found := self.opinions.found(self.majority):    # a colleague's too, where others have left
            self.take_effect(found, case, occasion)
        else:
            self._tell("speak" if self.opinions.are_under_way(self.holders) else NO_MAJORITY, occasion)

    def foresee(self, case: Determination, occasion: Occasion) -> None:
        """As if the others said what the actor says."""
        if not self.ended:
            self.take_effect(self.opinions.held[occasion.actor.officer_id], case, occasion)

    def take_effect(self, opinion: Opinion, case: Determination, occasion: Occasion) -> None:
        """It is decided, by the whole panel."""
        self.upheld = case.answer_appeal(opinion, self.holders, occasion)
        self._conclude(opinion.outcome, opinion.terms.reasons.strip(), case.current, occasion)

    def withdraw(self, reason: str, case: Determination, occasion: Occasion) -> None:
        """The subject takes it back; the decision stands."""
        self.require(AppealVerb.WITHDRAW, occasion)
        self._turn(AppealVerb.WITHDRAW, occasion, reason.strip(), self.clock.stop(occasion.now))
        case.drop_appeal(occasion)
        self._tell(AppealVerb.WITHDRAW, occasion)

    def follow_up(self, case: Determination, occasion: Occasion) -> None:
        """The case was handed up to the organ above, whose lead names another panel; of one that has spoken,
        who is left goes along with what they said, and others join them."""
        self.require(AppealVerb.HAND_UP, occasion)
        self._turn(AppealVerb.HAND_UP, occasion)
        self.organ_id = case.organ_id
        if not self.opinions.are_under_way(self.holders) or occasion.is_late(self.clock):
            self.team, self.opinions = (), NOBODYS
        self._tell(AppealVerb.HAND_UP, occasion)

    def has_part(self, officer_id: str, units: frozenset[str]) -> bool:
        return officer_id in {self.subject.officer_id} - {""} or unit_key(self.subject.unit) in units

    def standing(self) -> Standing:
        """Where the appeal stands, as its events tell it."""
        return Standing(
            kind=KIND, matter_id=self.id, number=self.number, title=self.title, organ_id=self.organ_id,
            division_code=self.division_code, pack_id=self.pack_id, stage=self.stage,
            subject_id=self.subject.officer_id, holders=next_to_act(self),
            parties=tuple(filter(None, (self.subject.officer_id,))),
            apart=tuple(filter(None, (self.subject.officer_id, *self.barred))),
            units_apart=(self.subject.unit,), readers=tuple(sorted(self.holders)),
            provisional=self.provisional, suspended=self.clock.suspended,
            ended=self.ended, due_at=self.due_at)

    def _conclude(self, outcome: Outcome, reasons: str, holds: Decision | None, occasion: Occasion) -> None:
        clock = self.clock.stop(occasion.now)
        self.late = self.late or occasion.is_late(clock)
        self._turn(AppealVerb.DECIDE, occasion, outcome.value, clock)
        self.outcome, self.reasons, self.decided_at = outcome, reasons, occasion.now
        self.record(AppealDecided(
            standing=self.standing(), case_id=self.case_id, decision_id=self.decision_id,
            upheld=bool(self.upheld), reasons=reasons, outcome=outcome, decided_at=occasion.now,
            discipline_form=holds.terms.discipline_form if holds else None))

    def _tell(self, what: str, occasion: Occasion, *concerns: str) -> None:
        self.record(AppealMoved(
            standing=self.standing(), case_id=self.case_id, what=str(what),
            actor_id=occasion.actor.officer_id, concerns=concerns, at=occasion.now))

    def _tell_move(self, former: Any, reason: str, occasion: Occasion) -> None:  # noqa: ARG002
        self._tell(NEW_CALENDAR, occasion)
