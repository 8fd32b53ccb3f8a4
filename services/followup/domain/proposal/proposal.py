"""A proposal (建议书): its facts, and the verbs that happen to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Self

from rongcuo.casework.apart import officer_keys, unit_names_keys
from rongcuo.casework.case import Case
from rongcuo.casework.holding import next_to_act
from rongcuo.casework.occasion import Occasion
from rongcuo.casework.people import Holder
from rongcuo.casework.recusal import Parties
from rongcuo.contracts.actor import Role, queue
from rongcuo.contracts.case_moved import Standing
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import AttachmentRef
from rongcuo.contracts.followup import (
    ProposalEvaluation,
    ProposalLookBack,
    ProposalMoved,
    ProposalReceipt,
    ProposalRecurrence,
    ProposalReply,
    ProposalText,
    RectificationPlan,
)
from rongcuo.contracts.followup import ProposalState as State
from rongcuo.contracts.readers import Reader
from rongcuo.policy.clock import DeadlineClock
from rongcuo.policy.limit import Limit
from rongcuo.policy.pack import ProposalRule
from services.followup.domain.proposal import answering, drafting, evaluating, telling
from services.followup.domain.proposal.guards import is_addressed_to
from services.followup.domain.proposal.transitions import AWAITED, ENDED, HELD, TRANSITIONS
from services.followup.domain.proposal.transitions import ProposalVerb as Verb

KIND = "proposal"
IN_REPLY = (State.PLANNED, State.RETURNED)


@dataclass(kw_only=True)
class Proposal(Case):
    """Every verb asks its guards first: a refused one changes nothing.

    `unit_now`: what the addressee is called now. `clock` is that of the state; `reply_clock` runs from the
    delivery, or from a return, to the answer. `told_days`: reminders, in working days before the answer is
    due, that were sent or came too early; `overdue_told`: the addressee was told that this state's day is
    over; `tells_on`: the local day on which it is next told something.
    """

    transitions: ClassVar = TRANSITIONS
    held: ClassVar = HELD
    endings: ClassVar = ENDED
    party: ClassVar = Reader.ADDRESSEE

    content: ProposalText
    state: State = State.DRAFT
    stage: str = State.DRAFT.value
    unit_now: str = ""
    drafters: tuple[Holder, ...] = ()
    reviewers: tuple[Holder, ...] = ()
    approver: Holder | None = None
    delivered_at: datetime | None = None
    receipt: ProposalReceipt | None = None
    responsible: str = ""
    reply_clock: DeadlineClock | None = None
    extended_days: int = 0
    plans: tuple[RectificationPlan, ...] = ()
    replies: tuple[ProposalReply, ...] = ()
    evaluations: tuple[ProposalEvaluation, ...] = ()
    returned: bool = False
    superior: str = ""
    closed_at: datetime | None = None
    look_backs: tuple[ProposalLookBack, ...] = ()
    recurrence: ProposalRecurrence | None = None
    told_days: tuple[int, ...] = ()
    overdue_told: bool = False
    reminded_at: datetime | None = None
    tells_on: date | None = None
    decided_at: datetime | None = None

    @classmethod
    def draft(cls, case_id: str, number: str, content: ProposalText, organ_id: str, division_code: str,
              occasion: Occasion) -> Self:
        """With whoever writes it. `number`: that of the draft."""
        rule = occasion.pack.proposals
        said = drafting.settled(content, organ_id, rule)
        author = Holder.of(occasion.actor)
        proposal = cls(
            id=case_id, number=number, title=said.title, organ_id=organ_id, division_code=division_code,
            pack_id=occasion.pack.id, clock=DeadlineClock(occasion.now, rule.prepared_within),
            opened_at=occasion.now, since=occasion.now, due_at=occasion.now, content=said,
            unit_now=said.addressee.unit, drafters=(author,), assignee=author)
        proposal.require_free(author.officer_id, occasion.actor.units)
        proposal._derive_due(occasion)
        proposal.note("draft_proposal", occasion)
        proposal.tell("draft_proposal", occasion)
        return proposal

    @property
    def running_clock(self) -> DeadlineClock:
        return self.reply_clock if self.state in IN_REPLY and self.reply_clock else self.clock

    @property
    def parties(self) -> Parties:
        """Whose it is: nobody of the addressee's unit handles it."""
        return Parties.of({self.content.addressee.contact_id}, self._units)

    @property
    def kept_from(self) -> frozenset[str]:
        """The keys of those for whom its inside is not there."""
        contact = officer_keys(self.content.addressee.contact_id)
        return super().kept_from | contact | unit_names_keys(*self._units)

    @property
    def _units(self) -> frozenset[str]:
        return frozenset({self.content.addressee.unit, self.unit_now})

    # What the modules beside this one do with it; each is a verb of its own.

    revise = drafting.revise
    review = drafting.review
    send_back = drafting.send_back
    approve = drafting.approve
    deliver = drafting.deliver
    extend_reply = drafting.extend
    withdraw = drafting.withdraw
    sign_for = answering.sign_for
    acknowledge = answering.acknowledge
    plan = answering.plan
    reply = answering.reply
    evaluate = evaluating.evaluate
    close = evaluating.close
    send_again = evaluating.send_again
    refer = evaluating.refer
    record_superior = evaluating.record_superior
    look_back = evaluating.look_back
    recur = evaluating.recur
    heed_later = evaluating.heed_later
    remind = telling.remind
    tell_what_is_due = telling.tell_what_is_due
    heed_name = telling.heed_name

    def standing(self) -> Standing:
        """Where it stands, as its events tell it: a task of whoever holds it, of the leads where they decide
        or nobody does. The addressee's contact hears of it from the delivery on."""
        to = self.content.addressee
        holders = next_to_act(self) or (() if self.ended else (queue(self.organ_id, Role.LEAD),))
        parties = tuple(sorted(self.parties.officers))
        return Standing(
            kind=KIND, matter_id=self.id, number=self.number, title=self.title, organ_id=self.organ_id,
            division_code=self.division_code, pack_id=self.pack_id, stage=self.stage,
            subject_id=to.contact_id if self.delivered_at else "", holders=holders, parties=parties,
            apart=tuple(sorted({*parties, *self.recused})), keys_apart=tuple(sorted(self.kept_from)),
            provisional=self.provisional, ended=self.ended, due_at=self.due_at)

    def tell(self, what: str, occasion: Occasion, _: str = "", *concerns: str) -> None:
        self.record(ProposalMoved(standing=self.standing(), what=str(what), concerns=concerns,
                                  actor_id=occasion.actor.officer_id, at=occasion.now))

    def step(self, verb: Verb, occasion: Occasion, note: str = "") -> None:
        """Of which the addressee is told nothing."""
        self.advance(verb, occasion, note)
        self.tell(verb, occasion)

    def advance(self, verb: Verb, occasion: Occasion, note: str = "") -> None:
        """Where the verb leads, with the limit of that state. What the addressee did after its day stays
        late."""
        after = self.transitions.after(self.state, verb)
        clock = None
        if after is not self.state:
            if self.state in AWAITED:
                self.late = self.late or occasion.is_late(self.running_clock)
            self.overdue_told = False
            clock = self._clock_of(after, occasion)
        self.turn(verb, occasion, note, clock)

    def entering(self, attachments: tuple[AttachmentRef, ...], occasion: Occasion) -> str:
        """Who enters it for the addressee, with the paper; empty where its own people signed in."""
        if is_addressed_to(self, occasion.actor):
            return ""
        if not attachments:
            raise CaseError("followup.paper_missing")
        return occasion.actor.officer_id

    def _clock_of(self, state: State, occasion: Occasion) -> DeadlineClock | None:
        limit = _limits(occasion.pack.proposals).get(state)
        since = self.closed_at if state is State.ONCE_LOOKED_BACK and self.closed_at else occasion.now
        return DeadlineClock(since, limit) if limit else None

    def _enter(self, state: State, occasion: Occasion) -> None:
        super()._enter(state, occasion)
        self.stage = state.value

    def _derive_due(self, occasion: Occasion) -> None:
        super()._derive_due(occasion)
        self.tells_on = telling.told_next(self, occasion)


def _limits(rule: ProposalRule) -> Mapping[State, Limit]:
    """Of each state but those in which an answer is awaited, and the last ones."""
    return {
        **dict.fromkeys((State.DRAFT, State.REVIEWED, State.APPROVED), rule.prepared_within),
        State.DELIVERED: rule.acknowledged_within, State.ACKNOWLEDGED: rule.planned_within,
        **dict.fromkeys((State.REPLIED, State.EVALUATED), rule.evaluated_within),
        State.REFERRED: rule.superior_within, State.CLOSED: rule.first_look_back,
        State.ONCE_LOOKED_BACK: rule.second_look_back}
