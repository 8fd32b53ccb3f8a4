"""The line on real RabbitMQ: a hub with its own broker, on which the node has the rights of a node and no
others; and a node with a bus of its own."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import eventlet
import pytest

from deploy.local import RabbitNode
from rongcuo.chassis.call_context import DEADLINE, CallContext
from rongcuo.chassis.config import Config
from rongcuo.chassis.hosting.health import is_well, status_of
from rongcuo.chassis.hosting.host import ServiceHost, hosted
from rongcuo.chassis.messaging.rights import REPLY_KEY, Rights
from rongcuo.chassis.signing import key_folder
from rongcuo.contracts.actor import SYSTEM
from rongcuo.contracts.county.operations import NODE_FIGURES, STATUS, NodeFiguresQuery, StatusQuery, at_node
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.province.line import Up
from services.county.service import CountyService
from tests.integration.county.hub import BOOK, NODE_CODE, ProvinceService
from tests.integration.front_door import FrontDoor, calls_of, provider_of
from tests.patience import CALL, OF_CALLS, OF_DATABASE

NAME = f"county-{NODE_CODE}"
# As docs/adr/0054 has it: its own queues, calls to the hub and answers; no default exchange.
OF_NODE = Rights(
    configure=rf"^(rpc-{NAME}|rpc\.reply-{NAME}-.*)$",
    write=rf"^(rpc-{NAME}|rpc\.reply-{NAME}-.*|amq\.topic)$",
    read=rf"^(rpc-{NAME}|rpc\.reply-{NAME}-.*|amq\.topic)$",
    call_keys=rf"^({NAME}\.\*|province\.exchange|{REPLY_KEY})$")
OF_HUB = Rights(configure=".*", write=".*", read=".*", call_keys=".*")


@pytest.fixture(scope="module")
def broker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RabbitNode]:
    folder = tmp_path_factory.mktemp("hub") / "rabbit"
    with RabbitNode(folder, services={NAME: OF_NODE, "province": OF_HUB}) as node:
        yield node


@pytest.fixture
def configs(broker: RabbitNode, tmp_path: Path) -> tuple[Config, Config]:
    """Of the hub and of the node: each trusts the other's key, and has no other key in common."""
    here = {"mode": "test", **OF_DATABASE, **OF_CALLS}
    hub = Config(bus_url=broker.url_of("province"), node="530000", data_dir=tmp_path / "hub", **here)
    node = Config(bus_url=f"embedded://{uuid4().hex}", node=NODE_CODE, uplink_url=broker.url_of(NAME),
                  data_dir=tmp_path / "node", **here)
    for config in (hub, node):
        config.data_dir.mkdir()
    introduce(hub, "province", node)
    introduce(node, NAME, hub)
    BOOK.entries.clear()
    BOOK.frames.clear()
    return hub, node


def introduce(owner: Config, name: str, other: Config) -> None:
    from rongcuo.chassis.time_source import time_source
    now = time_source(owner).now()
    keys = key_folder(owner)
    keys.make(name, now)
    key_folder(other).trust(name, keys.accepted(name)[-1].raw, now)


def until(seen: Callable[[], object]) -> None:
    deadline = time.monotonic() + CALL
    while not seen():
        assert time.monotonic() < deadline
        eventlet.sleep(0.05)


@contextmanager
def node_of(config: Config) -> Iterator[ServiceHost]:
    with hosted([CountyService, FrontDoor], config) as host:
        yield host


def give(host: ServiceHost, *bodies: str) -> None:
    """Something for the hub, committed by the service."""
    from rongcuo.chassis.database.streams import Streams
    from services.county.storage.metadata import streams
    runtime = provider_of(host, "county").runtime
    with runtime.database.writing() as session, session.begin():
        Streams(session, streams).append("province", [(Up.MATTER.value, body) for body in bodies])
    runtime.on_commit([])


def asked(host: ServiceHost, operation, question):
    calls = calls_of(host, "province")
    return calls.ask(CallContext(SYSTEM, uuid4().hex, time.time() + CALL), operation, question)


def test_what_is_committed_reaches_the_hub_at_once_and_the_hub_can_ask(
        configs: tuple[Config, Config]) -> None:
    hub, node = configs
    with hosted([ProvinceService], hub) as above, node_of(node) as below:
        until(lambda: below.reports()["county"]["line"] == "connected" and BOOK.frames)
        give(below, "1", "2")
        until(lambda: len(BOOK.entries) == 2)
        assert asked(above, at_node(STATUS, NODE_CODE), StatusQuery()).waiting == 0
        with pytest.raises(CaseError, match=r"service_unavailable|answer_late"):
            asked(above, at_node(STATUS, "530127"), StatusQuery())


def test_a_hub_that_is_away_neither_delays_nor_ails_the_node_and_nothing_is_lost_or_doubled(
        configs: tuple[Config, Config], broker: RabbitNode) -> None:
    hub, node = configs
    broker.stop()
    begun = time.monotonic()
    with node_of(replace(node, rpc_timeout=1.0)) as below:
        assert time.monotonic() - begun < 8     # the line alone would wait ten seconds for its bus
        report = below.reports()["county"]
        assert is_well(report)
        assert (report["line"], status_of(below.reports())) == ("away", "limited")
        give(below, "1", "2", "3")
        broker.start()
        with hosted([ProvinceService], hub):
            until(lambda: len(BOOK.entries) == 3)
            until(lambda: below.reports()["county"]["line"] == "connected")
            give(below, "4")
            until(lambda: len(BOOK.entries) == 4)
    assert [entry.body for entry in BOOK.entries] == ["1", "2", "3", "4"]


def test_a_call_on_the_line_that_the_hub_did_not_sign_is_told_to_the_security_log(
        configs: tuple[Config, Config], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hub, node = configs
    told: list[str] = []
    monkeypatch.setattr("rongcuo.chassis.dead_letters.consumer.SecurityLog.write",
                        lambda _self, what, **_facts: told.append(what))
    stranger = replace(hub, bus_key_dir=tmp_path / "forged")
    introduce(node, NAME, stranger)
    with node_of(node) as below:
        until(lambda: below.reports()["county"]["line"] == "connected")
        with hosted([ProvinceService], stranger) as above, pytest.raises(CaseError) as refusal:
            calls_of(above, "province").call(
                CallContext(SYSTEM, uuid4().hex, time.time() + 3), at_node(NODE_FIGURES, NODE_CODE),
                {"organ_id": NODE_CODE, "year": 2026})
        until(lambda: told)
        assert set(told) == {"refused_on_line"}
        assert refusal.value.code in ("not_authentic", "answer_late", "service_unavailable")
        assert below.reports()["county"]["line"] == "connected"
        assert not below.dead


def test_the_figures_of_the_node_are_asked_over_the_line(configs: tuple[Config, Config]) -> None:
    hub, node = configs
    with hosted([ProvinceService], hub) as above, node_of(node) as below:
        until(lambda: below.reports()["county"]["line"] == "connected")
        told = asked(above, at_node(NODE_FIGURES, NODE_CODE), NodeFiguresQuery(
            organ_id=NODE_CODE, year=2026))
        assert (told.organ_id, told.rows) == (NODE_CODE, ())


@pytest.mark.parametrize("seconds", [-7_200, 7_200])
def test_clocks_two_hours_apart_hold_up_no_call_between_nodes(
        configs: tuple[Config, Config], monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """The deadline that a call names is by its caller's clock."""
    hub, node = configs
    as_here = CallContext.headers
    monkeypatch.setattr(CallContext, "headers", lambda call: {
        **as_here(call), DEADLINE: f"{call.deadline + seconds:.3f}"})
    with hosted([ProvinceService], hub) as above, node_of(node) as below:
        give(below, "1")
        until(lambda: BOOK.entries)
        assert asked(above, at_node(STATUS, NODE_CODE), StatusQuery()).waiting == 0
