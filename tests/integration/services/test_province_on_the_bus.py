"""The hub over a real RabbitMQ: nodes call it under their own names, and nobody else as one of them."""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from statistics import median
from typing import Any
from uuid import uuid4

import eventlet
import pytest

from deploy.local import RabbitNode
from rongcuo.chassis import failpoints
from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.config import Config
from rongcuo.chassis.database.tables import command_log
from rongcuo.chassis.hosting.host import ServiceHost, hosted
from rongcuo.chassis.triggers import Query, Tick
from rongcuo.contracts.actor import OPERATOR, SYSTEM, Actor
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.insight import InsightFigures, InsightQuery
from rongcuo.contracts.operation import NODE
from rongcuo.contracts.province import Exchanged, Frame, NodesQuery, SheetsQuery, Up
from rongcuo.contracts.province.operations import EXCHANGE, FIGURES, FIGURES_BELOW, NODES, SHEETS
from services.province.service import ProvinceService
from services.province.usecases import registry
from tests.integration.front_door import Client, FrontDoor, calls_of, provider_of
from tests.integration.services.province_hub import NOON, SONGMING, SUPERVISOR, YILIANG, Standin, counted
from tests.patience import CALL

FLOOD = int(os.environ.get("FLOOD", "6000"))
REFUSED = 3.0     # seconds after which a call that nobody answers is over
pytestmark = pytest.mark.broker


class Songming:
    """A node's end of the line; the hub's bus knows it by this name."""

    name = f"{NODE}{SONGMING}"
    client = Client()


class Yiliang:
    """Another."""

    name = f"{NODE}{YILIANG}"
    client = Client()


class Province:
    """The hub, and two nodes that call it."""

    def __init__(self, host: ServiceHost) -> None:
        self.host = host
        self.runtime = provider_of(host, "province").runtime
        for code in (SONGMING, YILIANG):
            with self.runtime.context(Tick(), OPERATOR).unit() as unit:
                registry.register(unit, code, "0" * 16, NOON)
                unit.commit()

    def ask(self, by: str, operation: Any, question: Any, actor: Actor = SYSTEM,
            patience: float = CALL) -> Any:
        return calls_of(self.host, by).ask(CallContext(actor, uuid4().hex, time.time() + patience), operation,
                                           question)

    def node(self, code: str) -> Standin:
        def send(frame: Frame) -> Exchanged:
            answer: Exchanged = self.ask(NODE + code, EXCHANGE, frame)
            return answer
        return Standin(code, send, lambda: NOON)

    def number(self) -> int:
        with self.runtime.context(Query()).reading() as store:
            return int(store.counted(SONGMING, {("filed", "2026")}).get(("filed", "2026"), 0))


@pytest.fixture(scope="module")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RabbitNode]:
    with RabbitNode(tmp_path_factory.mktemp("hub") / "rabbit") as node:
        yield node


@pytest.fixture
def province(broker: RabbitNode, postgres_config: Config) -> Iterator[Province]:
    config = replace(postgres_config, bus_url=broker.url)
    with hosted((ProvinceService, FrontDoor, Songming, Yiliang), config, ()) as host:
        yield Province(host)


def test_a_backlog_goes_through_in_frames_and_counts_once(province: Province) -> None:
    node = province.node(SONGMING)
    node.tell(Up.MATTER, *map(counted, range(1_100)))
    lengths = []
    while node.entries:
        lengths.append(len(node.entries))
        node.exchange()
    assert (lengths, province.number()) == ([1100, 600, 100], 1100)


def test_another_node_cannot_speak_for_it(province: Province) -> None:
    node = province.node(SONGMING)
    node.tell(Up.MATTER, counted(1))
    with pytest.raises(CaseError, match=r"province\.another_node"):
        province.ask(NODE + YILIANG, EXCHANGE, node.frame())
    assert province.number() == 0


def test_only_nodes_exchange_and_nodes_do_nothing_else(province: Province) -> None:
    """Who may not is not believed, so the refusal is told to nobody but the operator."""
    frame = province.node(SONGMING).frame()
    with pytest.raises(CaseError, match="answer_late"):
        province.ask("gateway", EXCHANGE, frame, SUPERVISOR, REFUSED)
    for operation, question in ((NODES, NodesQuery()), (SHEETS, SheetsQuery()),
                                (FIGURES, InsightQuery(year=2026))):
        with pytest.raises(CaseError, match="answer_late"):
            province.ask(NODE + SONGMING, operation, question, patience=REFUSED)
    told: InsightFigures = province.ask(NODE + SONGMING, FIGURES_BELOW, InsightQuery(year=2026))
    assert told.place == SONGMING
    assert len(province.ask("gateway", NODES, NodesQuery(), SUPERVISOR).nodes) == 2


def test_what_was_committed_and_not_answered_counts_once(
        province: Province, monkeypatch: pytest.MonkeyPatch) -> None:
    """The hub fails between its commit and its answer; the node sends the same again."""
    node, reached = province.node(SONGMING), list[str]()
    node.tell(Up.MATTER, *map(counted, range(3)))

    def fail_once(point: str, service: str) -> None:
        if (point, service) == ("after_commit", "province") and not reached:
            reached.append(point)
            raise ConnectionError("cut")
    monkeypatch.setattr(failpoints, "point", fail_once)
    with pytest.raises(CaseError, match="unexpected"):
        node.exchange()
    assert (reached, province.number(), len(node.entries)) == (["after_commit"], 3, 3)
    node.tell(Up.MATTER, counted(3))
    assert (node.exchange().received, province.number(), node.entries) == (4, 4, [])


def test_a_frame_leaves_nothing_in_the_log_of_commands(province: Province) -> None:
    node = province.node(SONGMING)
    for _ in range(3):
        node.exchange()
    with province.runtime.database.reading() as session:
        assert session.query(command_log).count() == 0


def test_a_node_with_a_huge_backlog_keeps_no_other_waiting(
        province: Province, record_testsuite_property: Callable[[str, object], None]) -> None:
    """Another's exchanges go through in between: its slowest is over long before the backlog is.
    FLOOD=100000 in the environment for the figure."""
    loud, quiet = province.node(SONGMING), province.node(YILIANG)
    loud.tell(Up.MATTER, *map(counted, range(FLOOD)))
    took, begun = list[float](), time.monotonic()

    def pour() -> None:
        while loud.entries:
            loud.exchange()

    pouring = eventlet.spawn(pour)
    while not pouring.dead:
        quiet.tell(Up.MATTER, counted(len(took), organ_id=YILIANG))
        since = time.monotonic()
        quiet.exchange()
        took.append(time.monotonic() - since)
        eventlet.sleep(0.1)
    seconds = time.monotonic() - begun
    pouring.wait()
    record_testsuite_property("province.flood_seconds", round(seconds, 1))
    record_testsuite_property("province.flood_others_median_ms", round(median(took) * 1000))
    record_testsuite_property("province.flood_others_worst_ms", round(max(took) * 1000))
    assert (province.number(), loud.entries, quiet.entries) == (FLOOD, [], [])
    assert len(took) > 3, f"{len(took)} of another's exchanges in {seconds:.1f} s"
    assert max(took) < seconds / 2
