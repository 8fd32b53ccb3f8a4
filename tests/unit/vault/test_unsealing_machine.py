"""Whatever everybody tries in whatever order: no identity without two custodians of two groups, two persons,
within the window; none after its minutes; none for somebody named."""

from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from rongcuo.contracts import vault as contract
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.custody import Group
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.sealed import Part
from rongcuo.contracts.vault import OrderState
from services.vault import views
from services.vault.domain.order import ROLES
from services.vault.usecases import orders
from tests.unit.vault.house import LEAD_ABOVE, PHONE, House, officer

HOLDERS = {Group.A: ("ann", "bob", "two"), Group.B: ("cat", "dan", "two")}
ROLE_A, ROLE_B = Role.CUSTODIAN_A, Role.CUSTODIAN_B
PEOPLE = (
    officer("ann", ROLE_A), officer("bob", ROLE_A), officer("cat", ROLE_B), officer("dan", ROLE_B),
    officer("two", ROLE_A), officer("two", ROLE_B), officer("two", ROLE_A, ROLE_B),
    officer("ann", Role.REVIEWER), officer("li", Role.REVIEWER), officer("li", Role.REVIEWER, ROLE_B),
    LEAD_ABOVE, officer("zhou", ROLE_A), officer("own", Role.LEAD), officer("cat", ROLE_B, organ_id="530128"),
    officer("au", Role.AUDITOR),
)
READERS = (officer("li", Role.REVIEWER), officer("ann", Role.REVIEWER))
people = st.sampled_from(PEOPLE)
custodians = st.sampled_from([each for each in PEOPLE if each.has(ROLE_A, ROLE_B)])
SHOWN_FOR = timedelta(minutes=10)


class Unsealing(RuleBasedStateMachine):
    """`consented`, `approved`: what was answered with success, kept apart from the vault's own rows."""

    @initialize(real_name=st.booleans())
    def begin(self, real_name: bool) -> None:
        self.folder = TemporaryDirectory()
        self.house = House(Path(self.folder.name))
        self.house.store.keys.clear()
        self.house.hold_ceremonies(HOLDERS)
        self.real_name = real_name
        self.handlers: set[str] = {"li", "ann"}
        self.named: set[str] = set()
        self.ever_named: set[str] = set()
        self.silent = False
        self.reporter_ref, _ = self.house.deposit(real_name=real_name)
        self.orders: list[str] = []
        self.readers: dict[str, str] = {}
        self.windows: dict[str, tuple[datetime, datetime]] = {}
        self.consented: dict[str, str] = {}
        self.approved: dict[str, list[tuple[Group, str]]] = {}
        self.opened_at: dict[str, datetime] = {}
        self._tell()
        for reader, start, length in zip((*READERS, *READERS), (0, 0, 10, 5), (120, 15, 60, 10), strict=True):
            self.ask(reader, start, length)

    def _tell(self) -> None:
        context = self.house.context
        context.matters = {}
        self.house.handled(self.reporter_ref, tuple(self.handlers), tuple(self.named))
        if self.silent:
            context.matters = None

    @rule(actor=people, start=st.sampled_from([0, 30, -30]), length=st.sampled_from([5, 60, 120]))
    def ask(self, actor: Actor, start: int, length: int) -> None:
        begins, ends = timedelta(minutes=start), timedelta(minutes=length)
        try:
            order_id = self.house.ask(self.reporter_ref, Part.CONTACT, actor=actor, start=begins, length=ends)
        except CaseError:
            return
        assert actor.officer_id in self.handlers - self.named
        assert not self.silent
        self.orders.append(order_id)
        self.readers[order_id] = actor.officer_id
        now = self.house.context.now
        self.windows[order_id] = (now + begins, now + begins + ends)
        self.approved[order_id] = []

    @rule(data=st.data(), actor=people)
    def consent(self, data: st.DataObject, actor: Actor) -> None:
        if order_id := self._any(data):
            self.consent_as(order_id, actor)

    def consent_as(self, order_id: str, actor: Actor) -> None:
        try:
            self.house.consent(order_id, actor)
        except CaseError:
            return
        assert actor == LEAD_ABOVE
        assert not self.real_name
        self.consented[order_id] = actor.officer_id

    @rule(data=st.data(), actor=custodians, card=st.sampled_from([*Group]))
    def nearly_right(self, data: st.DataObject, actor: Actor, card: Group) -> None:
        """A custodian with a card of their own, where they have one, who may still be the wrong one."""
        own = self.house.made[card].cards.get(actor.officer_id)
        if self.orders and own:
            self.approve_as(self._any(data), actor, card, str(own))

    @rule(data=st.data(), actor=people, card=st.sampled_from([*Group]), own=st.booleans())
    def approve(self, data: st.DataObject, actor: Actor, card: Group, own: bool) -> None:
        order_id = self._any(data)
        if not order_id:
            return
        cards = self.house.made[card].cards
        typed = cards.get(actor.officer_id) if own else data.draw(st.sampled_from(list(cards.values())))
        self.approve_as(order_id, actor, card, str(typed or "none"))

    def approve_as(self, order_id: str, actor: Actor, card: Group, typed: str) -> None:
        try:
            view = self.house.approve(order_id, actor, typed)
        except CaseError:
            return
        assert typed == str(self.house.made[card].cards.get(actor.officer_id))    # nobody's but their own
        assert actor.has(ROLES[card])
        self._may_approve(order_id, actor, card)
        self.approved[order_id].append((card, actor.officer_id))
        if view.state is OrderState.OPEN:
            self.opened_at[order_id] = self.house.context.now

    @rule(data=st.data(), person=st.sampled_from([0, 1, 2]))
    def go_on(self, data: st.DataObject, person: int) -> None:
        """The step that comes next by the book, which may have become impossible."""
        order_id = self._any(data)
        if not order_id:
            return
        order = self.house.store.orders[order_id]
        if order.state is OrderState.OPEN:
            self.read_as(order_id, next(each for each in READERS if each.officer_id == order.asked_by))
        elif order.needs_consent and not order.consented_by:
            self.consent_as(order_id, LEAD_ABOVE)
        else:
            missing = [group for group in Group if group not in [each.group for each in order.approvals]]
            card = data.draw(st.sampled_from(missing)) if missing else Group.A
            self.approve_as(order_id, officer(HOLDERS[card][person], ROLES[card]), card, str(
                self.house.made[card].cards[HOLDERS[card][person]]))

    def _may_approve(self, order_id: str, actor: Actor, card: Group) -> None:
        start, end = self.windows[order_id]
        assert start <= self.house.context.now < end
        assert actor.officer_id not in self.named | {self.readers[order_id], self.consented.get(order_id)}
        assert actor.officer_id not in [by for _, by in self.approved[order_id]]
        assert card not in [group for group, _ in self.approved[order_id]]
        assert self.real_name or order_id in self.consented
        assert self.readers[order_id] in self.handlers
        assert not self.silent

    @rule(data=st.data(), actor=people)
    def read(self, data: st.DataObject, actor: Actor) -> None:
        if order_id := self._any(data):
            self.read_as(order_id, actor)

    def read_as(self, order_id: str, actor: Actor) -> None:
        try:
            shown = self.house.read(order_id, actor)
        except CaseError:
            return
        assert shown == {"contact": {"phone": PHONE}}
        approvals = self.approved[order_id]
        assert {group for group, _ in approvals} == {*Group}
        assert len({by for _, by in approvals}) == len(approvals) == 2
        now, (start, end) = self.house.context.now, self.windows[order_id]
        assert start <= now < min(end, self.opened_at[order_id] + SHOWN_FOR)
        assert actor.officer_id == self.readers[order_id]
        assert actor.officer_id in self.handlers - self.named
        assert not self.silent
        assert self.real_name or order_id in self.consented

    @rule(data=st.data(), actor=people, does=st.sampled_from(["look", "look", "refuse", "end"]))
    def look_or_stop(self, data: st.DataObject, actor: Actor, does: str) -> None:
        if not (order_id := self._any(data)):
            return
        context, room = self.house.as_(actor), self.house.room
        refuse = contract.RefuseUnsealing(command_id="r", order_id=order_id, reason="否")
        end = contract.EndUnsealing(command_id="e", order_id=order_id)
        try:
            {"look": lambda: views.unsealing(context, contract.OrderQuery(order_id=order_id)),
             "refuse": lambda: orders.refuse(context, refuse),
             "end": lambda: orders.end(context, end, room)}[does]()
        except CaseError:
            return
        assert not self.house.store.orders[order_id].named.bars(actor)

    @rule(minutes=st.sampled_from([0, 1, 4, 5, 9, 10, 30]), restart=st.sampled_from([False] * 4 + [True]),
          tick=st.sampled_from([False, False, False, True]))
    def time_goes_on(self, minutes: int, restart: bool, tick: bool) -> None:
        self.house.wait(timedelta(minutes=minutes))
        for order_id in self.orders if restart else ():
            self.house.room.views.hide(order_id)
        if tick:
            self.house.tick()

    @rule(who=st.sampled_from(["ann", "cat", "li", "zhou", "two"]),
          is_named=st.sampled_from([False, False, True]), handles=st.sampled_from([True, True, True, False]))
    def the_report_changes(self, who: str, is_named: bool, handles: bool) -> None:
        (self.named.add if is_named else self.named.discard)(who)
        (self.handlers.add if handles else self.handlers.discard)(READERS[len(who) % 2].officer_id)
        self._tell()

    @rule(data=st.data(), person=st.sampled_from([0, 1, 2]))
    def go_on_while_clarify_is_silent(self, data: st.DataObject, person: int) -> None:
        self.silent = True
        self._tell()
        self.go_on(data, person)
        self.silent = False
        self._tell()

    @invariant()
    def nothing_is_in_memory_that_is_not_open(self) -> None:
        if hasattr(self, "house"):
            shown = {each for each in self.orders if self.house.room.views.shows(each)}
            assert {self.house.store.orders[each].state for each in shown} <= {OrderState.OPEN}

    @invariant()
    def no_share_rests_but_between_the_two_approvals(self) -> None:
        if hasattr(self, "house"):
            for order in self.house.store.orders.values():
                assert bool(order.passed) == (order.state is OrderState.ONCE_APPROVED)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()

    def _any(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(self.orders)) if self.orders else ""


TestUnsealing = Unsealing.TestCase
TestUnsealing.settings = settings(max_examples=60, stateful_step_count=40)
