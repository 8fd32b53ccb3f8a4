"""The vault without database and broker: rows in dictionaries, clarify as a table, a clock that is set."""

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from rongcuo.chassis.blobs import FilesystemBlobs
from rongcuo.contracts import vault as contract
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.clarify import Handling, WordsToReporter
from rongcuo.contracts.clarify.operations import MAY_HANDLE, WORDS_TO_REPORTER
from rongcuo.contracts.custody import Group
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity.operations import OFFICERS
from rongcuo.contracts.sealed import Part
from rongcuo.contracts.serialisation import dump, load
from rongcuo.contracts.vault import forms
from rongcuo.policy.calendar import ZONE
from rongcuo.sealing.algorithms import INTL, Algorithm
from rongcuo.sealing.boxes import KeyPair
from rongcuo.sealing.groups import Made
from rongcuo.sealing.paper import Card
from services.vault import views
from services.vault.pages.at_the_door import Sealed, opened, seal, to_node
from services.vault.ports import Strongroom
from services.vault.strongroom.attempts import CountedAttempts
from services.vault.strongroom.key_store import ShareFiles
from services.vault.strongroom.node_keys import NodeKeyFiles
from services.vault.strongroom.open_views import ViewsInMemory
from services.vault.usecases import by_code, custody, deposits, orders, telling
from tests.unit.casework.context import FakeContext, FakeUnit
from tests.unit.vault.fake_rows import FakeVault

ORGAN, ABOVE = "530127", "530100"
NOW = datetime(2026, 5, 6, 9, 0, tzinfo=ZONE)
NAME, PHONE = "张卫东", "13812345678"
CUSTODIANS = {Group.A: ("a1", "a2"), Group.B: ("b1", "b2")}


def officer(officer_id: str, *roles: Role, organ_id: str = ORGAN, name: str = "", unit: str = "") -> Actor:
    return Actor(officer_id, name or f"人员{officer_id}", organ_id, organ_id[:6], unit, frozenset(roles))


READER = officer("li", Role.REVIEWER)
LEAD_ABOVE = officer("zhou", Role.LEAD, organ_id=ABOVE)
A1, A2 = (officer(each, Role.CUSTODIAN_A) for each in CUSTODIANS[Group.A])
B1, B2 = (officer(each, Role.CUSTODIAN_B) for each in CUSTODIANS[Group.B])
NOBODY = Actor("", "", "", "")


class FastCodes:
    """As slow as it need not be in a test; counts how often it was asked."""

    def __init__(self) -> None:
        self.hashed: list[str] = []

    def hash(self, code: str) -> str:
        self.hashed.append(code)
        return f"hash of {code}"


@dataclass
class VaultContext(FakeContext):
    """`matters`: what clarify knows, by reporter and officer; None: it does not answer. `words`: what was
    written for the reporter."""

    matters: dict[str, tuple[frozenset[str], Handling]] | None = field(default_factory=dict)
    words: WordsToReporter = field(default_factory=WordsToReporter)
    lines: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)

    def ask(self, operation: Any, question: Any) -> Any:
        assert not self.inside, "no call may be made inside a transaction"
        if self.matters is None:
            raise CaseError("service_unavailable")
        if operation is OFFICERS:
            return super().ask(operation, question)
        if operation is WORDS_TO_REPORTER:
            return self.words
        assert operation is MAY_HANDLE
        handlers, told = self.matters.get(question.reporter_ref, (frozenset(), Handling(known=False)))
        return load(Handling, dump(told) | {"handles": question.officer_id in handlers})

    def audit_read(self, what: str, subject: str, **facts: Any) -> None:
        self.lines.append((what, subject, facts))


class House:
    """An installation with both ceremonies held."""

    def __init__(self, folder: Path, by: Algorithm = INTL, store: Any = None) -> None:
        self.store = store or FakeVault()
        self.codes = FastCodes()
        self.context = VaultContext(officers=(), now=NOW, actor=NOBODY, store=self.store)
        self.room = Strongroom(
            node=NodeKeyFiles(folder, by), keys=ShareFiles(folder / "shares"), codes=self.codes,
            files=FilesystemBlobs(folder / "blobs"),
            attempts=CountedAttempts(), views=ViewsInMemory(), seals=by, shown_for=timedelta(minutes=10),
            retention=timedelta(days=30))
        self._commands = count(1)
        self.made: dict[Group, Made] = {}
        self.hold_ceremonies(CUSTODIANS)

    def unit(self) -> Any:
        return FakeUnit(self.store, self.context.told, self.context.audits)

    def hold_ceremonies(self, custodians: dict[Group, tuple[str, ...]], organ_id: str = ORGAN) -> None:
        for group, holders in custodians.items():
            made = custody.made(group, holders, self.room.seals)
            custody.hold_ceremony(self.unit(), organ_id, made, NOW)
            self.made[group] = made

    def rotate(self, group: Group, holder: str, custodians: tuple[str, ...], by: Algorithm | None = None,
               card: Card | None = None) -> Card:
        """Begun with the card of before, which is answered."""
        typed = card or self.made[group].cards[holder]
        made = custody.made(group, custodians, by or self.room.seals)
        custody.begin_rotation(self.unit(), ORGAN, made, holder, typed, NOW + timedelta(hours=1))
        self.made[group] = made
        return typed

    def as_(self, actor: Actor) -> VaultContext:
        self.context.actor = actor
        return self.context

    def command_id(self) -> str:
        return f"c{next(self._commands)}"

    def keys(self) -> contract.SealingKeys:
        return views.sealing_keys(self.context, contract.SealingKeysQuery(organ_id=ORGAN), self.room)

    def seal(self, *, real_name: bool = True, words: str = "") -> Sealed:
        """At the door, as somebody types it."""
        identity = forms.IdentityForm(name=NAME) if real_name else forms.IdentityForm()
        form = forms.DepositForm(organ_id=ORGAN, real_name=real_name, identity=identity, words=words,
                                 contact=forms.ContactForm(phone=PHONE))
        return seal(form, self.keys(), self.command_id())

    def deposit(self, *, real_name: bool = True, words: str = "", handlers: tuple[str, ...] = ("li",),
                named: tuple[str, ...] = ()) -> tuple[str, str]:
        """A reporter whose report clarify knows: the reference, and the code."""
        sealed = self.seal(real_name=real_name, words=words)
        command = load(contract.DepositReporter, sealed.deposit)
        deposits.deposit(self.as_(NOBODY), command, self.room)
        self.handled(command.reporter_ref, handlers, named)
        return command.reporter_ref, sealed.code

    def handled(self, reporter_ref: str, handlers: tuple[str, ...], named: tuple[str, ...] = (),
                **more: Any) -> None:
        """What clarify says from now on."""
        assert self.context.matters is not None
        told = Handling(known=True, organ_id=ORGAN, named=named, **more)
        self.context.matters[reporter_ref] = frozenset(handlers), told

    def to_node(self, typed: str) -> contract.ToNode:
        return load(contract.ToNode, to_node(typed, self.keys()))

    def look(self, code: str, asker: str = "x") -> contract.ReporterSide:
        query = contract.LookByCode(code=self.to_node(code), asker=asker)
        return by_code.look(self.as_(NOBODY), query, self.room)

    def tell(self, reporter_ref: str, status: contract.ReporterStatus, words: str = "",
             **more: Any) -> None:
        told = telling.Told(status=status, words=words, **more)
        telling.tell(self.as_(NOBODY), reporter_ref, told, self.context.now, self.room)

    def ask(self, reporter_ref: str, *parts: Part, actor: Actor = READER, start: timedelta = timedelta(0),
            length: timedelta = timedelta(hours=2)) -> str:
        """An order's id."""
        begins = self.context.now + start
        command = contract.AskToUnseal(
            command_id=self.command_id(), reporter_ref=reporter_ref, parts=parts or (Part.IDENTITY,),
            ground="需要当面核实", window_from=begins, window_until=begins + length)
        return orders.ask(self.as_(actor), command).order_id

    def consent(self, order_id: str, actor: Actor = LEAD_ABOVE) -> contract.OrderView:
        command = contract.ConsentToUnseal(command_id=self.command_id(), order_id=order_id)
        return orders.consent(self.as_(actor), command)

    def approve(self, order_id: str, actor: Actor, card: str = "") -> contract.OrderView:
        """By the actor's own card, or by what is typed."""
        cards = {holder: str(each) for made in self.made.values() for holder, each in made.cards.items()}
        command = contract.ApproveUnsealing(
            command_id=self.command_id(), order_id=order_id,
            card=self.to_node(card or cards[actor.officer_id]))
        return orders.approve(self.as_(actor), command, self.room)

    def read(self, order_id: str, actor: Actor = READER) -> dict[str, dict[str, str]]:
        """As the reader sees it."""
        own = KeyPair.make()
        query = contract.IdentityQuery(order_id=order_id, to=b64encode(own.public).decode())
        boxed = orders.identity(self.as_(actor), query, self.room)
        return {part.part.value: {each.name: each.value for each in part.fields}
                for part in opened(boxed, order_id, own).parts}

    def tick(self) -> None:
        orders.run_out(self.as_(NOBODY), self.room)

    def wait(self, length: timedelta) -> None:
        self.context.now += length


def refusal(attempt: Callable[[], Any]) -> str:
    """The code with which it is refused; empty where it is not."""
    try:
        attempt()
    except CaseError as refused:
        return refused.code
    return ""
