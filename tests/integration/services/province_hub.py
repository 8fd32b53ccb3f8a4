"""The hub with its database, and nodes that are made up: each keeps what it told, as a node's outbox does."""

import json
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rongcuo.casework.counting.returned import checksum_of, statement_of
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.runtime import ServiceRuntime
from rongcuo.chassis.ledger import signed_note
from rongcuo.chassis.signing import KeyFolder
from rongcuo.chassis.triggers import Numbered, Query, Tick
from rongcuo.contracts.actor import OPERATOR, Actor, Role
from rongcuo.contracts.insight import Code, InsightQuery
from rongcuo.contracts.operation import NODE
from rongcuo.contracts.province import (
    Exchanged,
    Frame,
    LineEntry,
    MatterCount,
    MatterCounted,
    MonthlyReturn,
    NodeDetail,
    NodeQuery,
    NodeReport,
    Up,
    Witness,
)
from rongcuo.contracts.serialisation import dump
from rongcuo.policy.calendar import ZONE
from services.province import views
from services.province.notary import NodesNotary
from services.province.storage import METADATA, ProvinceStorage
from services.province.usecases import registry
from services.province.usecases.exchange import exchange

NOON = datetime(2026, 5, 6, 12, tzinfo=ZONE)
PROVINCE, KUNMING, SONGMING, YILIANG = "530000", "530100", "530127", "530125"
SUPERVISOR = Actor("watch", "郑平", PROVINCE, PROVINCE, "", frozenset({Role.SUPERVISOR}))
Send = Callable[[Frame], Exchanged]


def lead(organ_id: str, officer_id: str = "lead") -> Actor:
    return Actor(officer_id, "孙正", organ_id, organ_id[:6], "", frozenset({Role.LEAD}))


def counted(number: int, organ_id: str = SONGMING, version: int = 1, codes: tuple[Code, ...] = (Code.FILED,),
            **more: Any) -> MatterCounted:
    return MatterCounted(
        source="filing", matter_id=f"m{number}", version=version, organ_id=organ_id,
        counts=tuple(MatterCount(code=code, period="2026", amount=1, days=0) for code in codes), **more)


class Standin:
    """A node that is made up: `entries` from the number `first` on, which the hub did not acknowledge."""

    def __init__(self, code: str, send: Send, at: Callable[[], datetime]) -> None:
        self.code, self.send, self.at = code, send, at
        self.epoch, self.first, self.entries = 1, 1, list[LineEntry]()
        self.heard, self.their_epoch, self.had = list[LineEntry](), 1, 0
        self.key = Ed25519PrivateKey.generate()
        self.report = NodeReport(version="test", waiting=0)

    def tell(self, kind: str, *told: Any) -> None:
        self.entries += [LineEntry(kind=kind, body=each if isinstance(each, str) else json.dumps(
            dump(each), ensure_ascii=False)) for each in told]

    def frame(self, **changed: Any) -> Frame:
        return replace(Frame(
            node=self.code, epoch=self.epoch, first=self.first, newest=self.first - 1 + len(self.entries),
            entries=tuple(self.entries[:500]), their_epoch=self.their_epoch, received=self.had, at=self.at(),
            report=self.report), **changed)

    def exchange(self, **changed: Any) -> Exchanged:
        """Send what is not acknowledged, and take the answer."""
        answer = self.send(self.frame(**changed))
        if not answer.trouble:
            gone = answer.received + 1 - self.first
            self.entries, self.first = self.entries[gone:], answer.received + 1
        fresh = answer.entries[max(0, self.had + 1 - answer.first):]
        self.heard += fresh
        self.had += len(fresh)
        return answer

    def heard_of(self, kind: str) -> list[Any]:
        return [json.loads(each.body) for each in self.heard if each.kind == kind]

    def returned(self, *rows: MatterCount, organ_id: str = "", revision: int = 1, period: str = "2026-04",
                 **changed: Any) -> MonthlyReturn:
        organ, checksum = organ_id or self.code, checksum_of(rows)
        said = statement_of(organ, period, revision, checksum)
        return replace(MonthlyReturn(
            organ_id=organ, period=period, revision=revision, rows=rows, checksum=checksum,
            signature=b64encode(self.key.sign(said.encode())).decode(), submitted_at=self.at()), **changed)

    def witness(self, size: int, root: bytes = b"r" * 32, by: Ed25519PrivateKey | None = None) -> Witness:
        name = f"rongcuo.{self.code}/filing"
        text = signed_note.Checkpoint(name, size, root).text
        key = signed_note.vkey(name, self.key.public_key().public_bytes_raw())
        return Witness(notes=(signed_note.sign(text, name, [by or self.key]),), keys=(key,))


class Hub:
    """The service without a bus; `at` is its clock's moment."""

    def __init__(self, config: Config, folder: Path) -> None:
        self.at = NOON
        self.shop = ServiceRuntime("province", METADATA, ProvinceStorage, config, time=self)  # type: ignore[arg-type]
        self.shop.start()
        self.keys = KeyFolder(folder / "hub-keys")
        self.notary = NodesNotary(self.keys)

    def now(self) -> datetime:
        return self.at

    def wait(self, **time: float) -> None:
        self.at += timedelta(**time)

    def operate(self, act: Callable[..., None], *about: Any) -> None:
        with self.shop.context(Tick(), OPERATOR).unit() as unit:
            act(unit, *about)
            unit.commit()

    def node(self, code: str) -> Standin:
        """One that is registered."""
        made = Standin(code, lambda frame: self.send(code, frame), self.now)
        raw = made.key.public_key().public_bytes_raw()
        self.operate(registry.register, code, self.keys.trust(NODE + code, raw, self.at), self.at)
        return made

    def send(self, code: str, frame: Frame) -> Exchanged:
        return exchange(self.shop.context(Numbered(), caller=NODE + code), frame, self.notary)

    def command(self, use_case: Callable[..., Any], by: Actor, command: Any) -> Any:
        return use_case(self.shop.context(Tick(), by), command)

    def ask(self, view: Callable[..., Any], question: Any, by: Actor = SUPERVISOR) -> Any:
        return view(self.shop.context(Query(), by), question)

    def detail(self, code: str) -> NodeDetail:
        found: NodeDetail = self.ask(views.nodes.node, NodeQuery(code=code))
        return found

    def number(self, organ_id: str, code: Code = Code.FILED) -> int:
        """As it is counted, told or not."""
        with self.shop.context(Query()).reading() as store:
            return store.counted(organ_id, {(code.value, "2026")}).get((code.value, "2026"), 0)

    def shown(self, place: str, code: Code = Code.FILED) -> str:
        told = self.ask(views.figures.figures, InsightQuery(place=place, year=2026)).figures
        return next(each.shown for each in told if each.code is code)


def matter(standin: Standin, *told: MatterCounted) -> Exchanged:
    standin.tell(Up.MATTER, *told)
    return standin.exchange()
