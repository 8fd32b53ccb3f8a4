"""An order to unseal (启封令): who is to read which parts, why, when; and who let it happen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Self

from rongcuo.casework.apart import is_one_of
from rongcuo.casework.organ_above import organs_above
from rongcuo.casework.people import Holder
from rongcuo.contracts import vault as contract
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.custody import Group
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.events import Aggregate
from rongcuo.contracts.sealed import Part, SealedShare
from rongcuo.contracts.vault import OrderState as State
from services.vault.domain.named import Named
from services.vault.domain.reporter import Reporter
from services.vault.domain.transitions import TRANSITIONS, Verb

LONGEST_WINDOW = timedelta(days=3)
ROLES: Mapping[Group, Role] = {Group.A: Role.CUSTODIAN_A, Group.B: Role.CUSTODIAN_B}
OTHER: Mapping[Group, Group] = {Group.A: Group.B, Group.B: Group.A}


@dataclass(frozen=True, slots=True)
class Approval:
    """One custodian's."""

    group: Group
    by: str
    by_name: str
    key_id: str
    at: datetime


@dataclass(kw_only=True)
class UnsealingOrder(Aggregate):
    """`organ_id`: where the reporter was sealed, whose custodians open; `handled_by`: the organ that has the
    report, above which is whoever consents. `passed`: the first custodian's shares, boxed to the other group,
    for this order alone. `named` are kept from seeing that there is an order at all."""

    id: str
    number: str
    reporter_ref: str
    pseudonym: str
    organ_id: str
    handled_by: str
    division_code: str
    needs_consent: bool
    parts: tuple[Part, ...]
    ground: str
    window_from: datetime
    window_until: datetime
    asked_by: str
    asked_by_name: str
    asked_at: datetime
    named: Named
    state: State = State.ASKED
    consented_by: str = ""
    consented_by_name: str = ""
    approvals: tuple[Approval, ...] = ()
    passed: Mapping[Part, SealedShare] = field(default_factory=dict)
    reason: str = ""
    open_until: datetime | None = None
    ended_at: datetime | None = None

    @classmethod
    def ask(cls, new_id: str, number: str, command: contract.AskToUnseal, reporter: Reporter, actor: Actor,
            handled_by: str, named: Named, now: datetime) -> Self:
        """Raises `vault.nothing_sealed`, `vault.window_impossible`. Whether the actor handles the report is
        asked before."""
        if not command.parts or not {*command.parts} <= {*reporter.parts}:
            raise CaseError("vault.nothing_sealed")
        length = command.window_until - command.window_from
        if not timedelta(0) < length <= LONGEST_WINDOW or command.window_until <= now:
            raise CaseError("vault.window_impossible")
        order = cls(
            id=new_id, number=number, reporter_ref=reporter.id, pseudonym=reporter.pseudonym,
            organ_id=reporter.organ_id, handled_by=handled_by, division_code=handled_by.partition(".")[0],
            needs_consent=not reporter.real_name, parts=tuple(dict.fromkeys(command.parts)),
            ground=command.ground, window_from=command.window_from, window_until=command.window_until,
            asked_by=actor.officer_id, asked_by_name=actor.name, asked_at=now, named=named)
        order.require_free(actor)
        order._tell(now)
        return order

    def require_free(self, actor: Actor) -> None:
        """To whoever is named there is no such order. Raises `not_found`."""
        if self.named.bars(actor):
            raise CaseError("not_found")

    def is_for(self, actor: Actor) -> bool:
        """Whether somebody is to hear where it stands: who has to act now, who asked, and after its end the
        auditors; never who is named."""
        if self.named.bars(actor):
            return False
        asked, here = actor.officer_id == self.asked_by, actor.organ_id == self.organ_id
        match self.state:
            case State.ASKED if self.needs_consent:
                return self.consents(actor) and not asked
            case State.ASKED | State.CONSENTED:
                return here and actor.has(*ROLES.values())
            case State.ONCE_APPROVED:
                return here and actor.has(ROLES[OTHER[self.approvals[-1].group]])
            case State.OPEN:
                return asked
        return asked or actor.has(Role.AUDITOR)

    def consents(self, actor: Actor) -> bool:
        """Whether the consent is the actor's to give: a lead of the organ above the one that has the report,
        wherever it was made; at the top of that one."""
        return actor.has(Role.LEAD) and actor.organ_id == next(
            organs_above(self.handled_by), self.handled_by)

    def consent(self, actor: Actor, now: datetime) -> None:
        """They may be traced. Raises `vault.consent_not_yours`, `vault.no_consent_needed`."""
        self.require_free(actor)
        after = TRANSITIONS.after(self.state, Verb.CONSENT)
        if not self.needs_consent:
            raise CaseError("vault.no_consent_needed")
        if not self.consents(actor) or self._had_a_hand_in_it(actor):
            raise CaseError("vault.consent_not_yours")
        self._require_window(now, from_the_start=False)
        self.consented_by, self.consented_by_name, self.state = actor.officer_id, actor.name, after
        self._tell(now)

    def require_approval(self, actor: Actor, group: Group, now: datetime) -> None:
        """Whether this custodian may approve now, as one of this group.

        Raises `vault.consent_missing`, `vault.outside_window`, `vault.not_custodian`, `vault.second_person`.
        """
        self.require_free(actor)
        TRANSITIONS.after(self.state, Verb.APPROVE)
        if self.needs_consent and not self.consented_by:
            raise CaseError("vault.consent_missing")
        self._require_window(now)
        if not actor.has(ROLES[group]) or actor.has(ROLES[OTHER[group]]) or actor.organ_id != self.organ_id:
            raise CaseError("vault.not_custodian")
        if self._had_a_hand_in_it(actor) or group in (approval.group for approval in self.approvals):
            raise CaseError("vault.second_person")

    def approve(self, actor: Actor, group: Group, key_id: str, passed: Mapping[Part, SealedShare],
                now: datetime, shown_for: timedelta) -> None:
        """The first approval passes its shares on, the second one opens and leaves none behind."""
        self.require_approval(actor, group, now)
        self.state = TRANSITIONS.after(self.state, Verb.APPROVE)
        approval = Approval(group, actor.officer_id, actor.name, key_id, now)
        self.approvals, self.passed = (*self.approvals, approval), dict(passed)
        if self.state is State.OPEN:
            self.passed, self.open_until = {}, min(now + shown_for, self.window_until)
        self._tell(now)

    def refuse(self, actor: Actor, reason: str, now: datetime) -> None:
        """A custodian of the organ says no, or who would have to consent."""
        self.require_free(actor)
        after = TRANSITIONS.after(self.state, Verb.REFUSE)
        asked = self.needs_consent and not self.consented_by and self.consents(actor)
        custodian = actor.has(*ROLES.values()) and actor.organ_id == self.organ_id
        if not (custodian or asked):
            raise CaseError("forbidden")
        self._finish(after, reason, now)

    def require_reader(self, actor: Actor, now: datetime) -> datetime:
        """Until when the actor reads what was opened. Raises `not_found`, `vault.not_open`."""
        self.require_free(actor)
        if actor.officer_id != self.asked_by:
            raise CaseError("not_found")
        if self.state is not State.OPEN or self.open_until is None or now >= self.open_until:
            raise CaseError("vault.not_open")
        return self.open_until

    def end(self, actor: Actor, now: datetime) -> None:
        """By the reader. Raises `forbidden`."""
        self.require_free(actor)
        after = TRANSITIONS.after(self.state, Verb.END)
        if actor.officer_id != self.asked_by:
            raise CaseError("forbidden")
        self._finish(after, "", now)

    def run_out(self, now: datetime, *, still_shown: bool) -> bool:
        """By the clock, or by a restart, which leaves nothing to be shown. Whether it did."""
        if self.state is State.OPEN and self.open_until and (now >= self.open_until or not still_shown):
            self._finish(TRANSITIONS.after(self.state, Verb.END), "", now)
            return True
        if TRANSITIONS.allow(self.state, Verb.LAPSE) and now >= self.window_until:
            self._finish(TRANSITIONS.after(self.state, Verb.LAPSE), "", now)
            return True
        return False

    def _had_a_hand_in_it(self, actor: Actor) -> bool:
        """By another account, too: whoever is called as one of them counts as the same person."""
        return is_one_of(actor, (
            Holder(self.asked_by, self.asked_by_name), Holder(self.consented_by, self.consented_by_name),
            *(Holder(approval.by, approval.by_name) for approval in self.approvals)))

    def _require_window(self, now: datetime, *, from_the_start: bool = True) -> None:
        if now >= self.window_until or (from_the_start and now < self.window_from):
            raise CaseError("vault.outside_window")

    def _finish(self, after: State, reason: str, now: datetime) -> None:
        self.state, self.reason, self.passed, self.ended_at = after, reason, {}, now
        self._tell(now)

    def _tell(self, now: datetime) -> None:
        self.record(contract.UnsealingMoved(
            order_id=self.id, number=self.number, organ_id=self.organ_id, state=self.state, at=now))
