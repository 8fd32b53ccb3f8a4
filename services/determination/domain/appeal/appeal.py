"""An appeal (申诉、复核): heard by a panel with none of the first deciders, never to the subject's harm."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from rongcuo.casework.case import GO_ON, WAITS, Case, given
from rongcuo.casework.holding import next_to_act
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.recusal import Parties, Recusal
from rongcuo.casework.transitions import Transitions
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
from rongcuo.contracts.determination import AppealState as State
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.identity import OfficerView
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import DeadlineClock
from services.determination.domain.appeal.opinions import NOBODYS, Opinions
from services.determination.domain.appeal.panel import Panel, may_hear, require_eligible, require_unengaged
from services.determination.domain.appeal.transitions import HELD, MOVES, OVER, AppealVerb
from services.determination.domain.determination import Determination, appeal_of_case
from services.determination.domain.determination.recusal_applications import require_recusals_answered

KIND = STAGE = "appeal"
NO_MAJORITY = "no_majority"


def actor_is_on_the_panel(appeal: "Appeal", occasion: Occasion) -> None:
    """The panel decides, by more than half of its members."""
    if occasion.actor.officer_id not in appeal.holders:
        raise CaseError("appeal.not_on_panel")


def something_is_to_be_signed(appeal: "Appeal", occasion: Occasion) -> None:
    """There is an opinion to agree to."""
    if not appeal.opinions.to_sign(occasion.actor.officer_id, appeal.panel.majority):
        raise CaseError("appeal.opinion_changed")


def nobody_is_still_to_speak(appeal: "Appeal", occasion: Occasion) -> None:
    """From the first opinion to the last nobody joins a panel that hears it, until its time is up."""
    if appeal.heard and appeal.opinions.are_under_way(appeal.holders) and not occasion.is_late(appeal.clock):
        raise CaseError("appeal.opinions_under_way")


def actor_has_appealed(appeal: "Appeal", occasion: Occasion) -> None:
    """Only the subject takes it back."""
    if occasion.actor.officer_id != appeal.subject.officer_id:
        raise CaseError("determination.not_the_subject")


GUARDS: Mapping[AppealVerb, tuple[Callable[["Appeal", Occasion], None], ...]] = {
    AppealVerb.FORM_PANEL: (nobody_is_still_to_speak,),
    AppealVerb.DECIDE: (actor_is_on_the_panel,),
    AppealVerb.SIGN: (actor_is_on_the_panel, something_is_to_be_signed),
    AppealVerb.WITHDRAW: (actor_has_appealed,),
    AppealVerb.HAND_UP: (),
    AppealVerb.POST_ENDED: (),
}


@dataclass(kw_only=True)
class Appeal(Case):
    """Against one decision; `former` is its outcome.

    The panel is the `team`, who hold the appeal; of one that has become too small others are to join who is
    left. `opinions`: for nobody else to read before it has decided. `barred`: recused from the case.
    `engaged`: had a hand in the case, so that the appeal is no work of theirs.
    """

    transitions: ClassVar = Transitions(MOVES, "review.move_not_allowed", GUARDS)
    endings: ClassVar = OVER
    held: ClassVar = HELD

    case_id: str
    decision_id: str
    former: Outcome
    subject: Subject
    grounds: str
    state: State = State.LODGED
    stage: str = STAGE
    opinions: Opinions = NOBODYS
    attachments: tuple[AttachmentRef, ...] = ()
    barred: tuple[str, ...] = ()
    engaged: tuple[str, ...] = ()
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
        decision = appeal_of_case.lodge_appeal(case, appeal_id, occasion, handed_in_on)
        clock = DeadlineClock(occasion.now, occasion.pack.appeal.decide_within)
        due = occasion.due(clock)
        appeal = cls(
            id=appeal_id, number=number, title=case.title, organ_id=case.organ_id,
            division_code=case.division_code, pack_id=case.pack_id, clock=clock, opened_at=occasion.now,
            since=occasion.now, due_at=due.at, provisional=due.provisional, edition=due.edition,
            case_id=case.id, decision_id=decision.decision_id, former=decision.outcome,
            subject=case.subject, grounds=why, attachments=attachments, barred=tuple(sorted(case.recused)),
            engaged=tuple(sorted(case.engaged)), keys_apart=case.keys_apart)
        appeal.note("lodge", occasion)
        appeal.record(AppealLodged(standing=appeal.standing(), case_id=case.id,
                                   decision_id=decision.decision_id, lodged_at=occasion.now))
        return appeal

    @property
    def panel(self) -> Panel:
        """Who hears it, complete or not."""
        return Panel(self.team)

    @property
    def heard(self) -> bool:
        """Whether a complete panel has it."""
        return self.state is State.REVIEWED and bool(self.team)

    @property
    def speaking(self) -> frozenset[str]:
        """Who sits on a panel of which one has spoken."""
        return self.holders if self.opinions.held else frozenset()

    @property
    def to_act(self) -> frozenset[str]:
        """Who has said nothing yet; all of the panel where they have, and do not agree."""
        return self.holders - self.opinions.held.keys() or self.holders

    def require_of(self, verb: AppealVerb, case: Determination, occasion: Occasion) -> None:
        """As `require`. Who has a part in the case or was recused from the case, settles nothing here; who
        had a hand in the case names nobody who is to hear the appeal against it."""
        self.require(verb, occasion)
        if verb is not AppealVerb.WITHDRAW:
            case.require_free(occasion.actor.officer_id, occasion.actor.units)
        if verb is AppealVerb.FORM_PANEL:
            case.require_no_hand(occasion.actor.officer_id)
        if verb in (AppealVerb.DECIDE, AppealVerb.SIGN):
            require_recusals_answered(case)
            for holder in self.team:     # what they were at the forming, they still have to be
                require_unengaged(holder.officer_id, frozenset(), case)

    def require_not_speaking(self, occasion: Occasion) -> None:
        """Nobody cuts short by taking the case what a panel has begun: `appeal.opinions_under_way`."""
        if self.ended:
            return
        silent = not self.heard or self.opinions.are_under_way(self.holders)
        if self.opinions.held and silent and not occasion.is_late(self.clock):
            raise CaseError("appeal.opinions_under_way")

    def require_not_sitting(self, officer_id: str) -> None:
        """Who hears it is not drawn into the case meanwhile, and so off the panel: `appeal.hears_it`."""
        if not self.ended and officer_id in self.holders:
            raise CaseError("appeal.hears_it", details={"officer_id": officer_id})

    def form_panel(self, officers: tuple[OfficerView, ...], case: Determination, occasion: Occasion,
                   staying: Set[str] = frozenset()) -> None:
        """Name who hears it: nobody who had a hand in the case, and none with a part in it. Whoever
        sits stays: only a recusal, or the end of a post, takes them off."""
        self.require_of(AppealVerb.FORM_PANEL, case, occasion)
        rule, panel = occasion.pack.appeal, self.panel.named(staying, officers)
        panel.require_enough(rule)
        if len(panel.members) > rule.panel_at_least:     # of too few, no more than are missing
            self.require_not_speaking(occasion)
        for officer in officers:
            require_eligible(officer, case)
        for officer_id in staying:
            require_unengaged(officer_id, frozenset(), case)
        if away := [holder.name for holder in self.team
                    if holder.officer_id not in panel.ids and may_hear(holder.officer_id, case)]:
            raise CaseError("appeal.panel_sits", details={"names": away})
        panel.require_odd(rule)
        self.team, self.opinions = panel.members, self.opinions.among(panel.ids)
        appeal_of_case.seat_panel(case, panel.ids)
        self.turn(AppealVerb.FORM_PANEL, occasion, "、".join(holder.name for holder in self.team))
        self.tell(AppealVerb.FORM_PANEL, occasion, "", *(holder.officer_id for holder in self.team))

    def bar(self, recusal: Recusal, occasion: Occasion) -> None:
        """The case has barred somebody: they hear nothing more of the appeal, and leave its panel."""
        self.barred = tuple(sorted({*self.barred, recusal.officer_id}))
        self._take_off(recusal.officer_id, occasion)
        self.tell("recuse", occasion, "", recusal.officer_id)

    def leave(self, officer_id: str, occasion: Occasion) -> None:
        """The post of somebody on the panel has ended; too few are to be joined by others."""
        name = next((each.name for each in self.team if each.officer_id == officer_id), "")
        if not name or self.ended:
            return
        self._take_off(officer_id, occasion)
        self.turn(AppealVerb.POST_ENDED, occasion, name + (GO_ON if self.heard else WAITS))
        self.tell(AppealVerb.POST_ENDED, occasion, "", officer_id)

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
        appeal_of_case.would_uphold(case, opinion, occasion)
        self.opinions = self.opinions.holding(occasion.actor.officer_id, opinion)
        if found := self.opinions.found(self.panel.majority):    # a colleague's too, where others have left
            self.take_effect(found, case, occasion)
        else:
            self.tell("speak" if self.opinions.are_under_way(self.holders) else NO_MAJORITY, occasion)

    def foresee(self, case: Determination, occasion: Occasion) -> None:
        """As if the others said what the actor says."""
        if not self.ended:
            self.take_effect(self.opinions.held[occasion.actor.officer_id], case, occasion)

    def take_effect(self, opinion: Opinion, case: Determination, occasion: Occasion) -> None:
        """It is decided, by the whole panel."""
        self.upheld = appeal_of_case.answer_appeal(case, opinion, self.holders, occasion)
        clock, decision = self.clock.stop(occasion.now), case.current
        self.late = self.late or occasion.is_late(clock)
        self.turn(AppealVerb.DECIDE, occasion, opinion.outcome.value, clock)
        self.outcome, self.reasons = opinion.outcome, opinion.terms.reasons.strip()
        self.decided_at = occasion.now
        self.record(AppealDecided(
            standing=self.standing(), case_id=self.case_id, decision_id=self.decision_id,
            upheld=bool(self.upheld), reasons=self.reasons, outcome=self.outcome, decided_at=occasion.now,
            discipline_form=decision.terms.discipline_form if decision else None))

    def withdraw(self, reason: str, case: Determination, occasion: Occasion) -> None:
        """The subject takes it back; the decision stands, for good where a panel was named."""
        self.require(AppealVerb.WITHDRAW, occasion)
        named = any(entry.what == AppealVerb.FORM_PANEL for entry in self.history)
        self.turn(AppealVerb.WITHDRAW, occasion, reason.strip(), self.clock.stop(occasion.now))
        appeal_of_case.drop_appeal(case, self.holders, named, occasion)
        self.tell(AppealVerb.WITHDRAW, occasion)

    def follow_case(self, case: Determination, occasion: Occasion) -> None:
        """The case was handed up to the organ above, whose lead names another panel; of one that has spoken,
        who is left goes along with what they said, and others join them."""
        self.require(AppealVerb.HAND_UP, occasion)
        self.turn(AppealVerb.HAND_UP, occasion)
        self.organ_id = case.organ_id
        if not self.opinions.are_under_way(self.holders) or occasion.is_late(self.clock):
            appeal_of_case.unseat_panel(case, self.holders, occasion)
            self.team, self.opinions = (), NOBODYS
        self.tell(AppealVerb.HAND_UP, occasion)

    @property
    def parties(self) -> Parties:
        """The subject, and the subject's unit."""
        return Parties.of((self.subject.officer_id,), (self.subject.unit,))

    def standing(self) -> Standing:
        """Where the appeal stands, as its events tell it. What is not decided yet is kept from the work of
        whoever had a hand in the case."""
        others = () if self.ended else self.engaged
        hear = frozenset[str]() if self.state is State.WITHDRAWN else self.holders
        return Standing(
            kind=KIND, matter_id=self.id, number=self.number, title=self.title, organ_id=self.organ_id,
            division_code=self.division_code, pack_id=self.pack_id, stage=self.stage,
            subject_id=self.subject.officer_id, holders=next_to_act(self),
            parties=tuple(sorted({self.subject.officer_id, *others} - {""})),
            apart=tuple(filter(None, (self.subject.officer_id, *self.barred))),
            units_apart=(self.subject.unit,), keys_apart=tuple(sorted(self.keys_apart)),
            readers=tuple(sorted(hear)), provisional=self.provisional, suspended=self.clock.suspended,
            ended=self.ended, due_at=self.due_at)

    def _leave_hands(self, officer_id: str, occasion: Occasion) -> None:
        """They leave the panel, but once one of it has spoken: no opinion goes by what is done elsewhere."""
        if not (self.ended or self.speaking):
            self._take_off(officer_id, occasion)

    def _take_off(self, officer_id: str, occasion: Occasion) -> None:
        """Where too few are left, they stay, and a lead names others to join them."""
        self.team = self.panel.without(officer_id).members
        if self.state is State.REVIEWED and len(self.team) < occasion.pack.appeal.panel_at_least:
            self._enter(State.LODGED, occasion)
        self.opinions = self.opinions.among(self.holders)

    def tell(self, what: str, occasion: Occasion, _: str = "", *concerns: str) -> None:
        self.record(AppealMoved(
            standing=self.standing(), case_id=self.case_id, what=str(what),
            actor_id=occasion.actor.officer_id, concerns=concerns, at=occasion.now))
