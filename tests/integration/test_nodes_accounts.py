"""On a real RabbitMQ, the hub's: what the account of a node may do, and what the broker refuses it."""

from collections.abc import Iterator

import amqp
import pytest

from deploy.local import RabbitNode
from rongcuo.chassis.messaging import bus_connection
from rongcuo.chassis.messaging.rights import rights_of, rights_of_node
from rongcuo.chassis.messaging.topology import RPC, reply_queue, rpc_queue
from rongcuo.contracts.province.operations import OF_NODES
from tests.contract.declared import declared
from tests.integration.test_broker_accounts import channel_of, publish

OURS, THEIRS, HUB = "county-530127", "county-530125", "province"
KEY = "0123456789abcdef0123456789abcdef"
pytestmark = pytest.mark.broker


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RabbitNode]:
    rights = {name: rights_of_node(name, [each.name for each in OF_NODES]) for name in (OURS, THEIRS)}
    rights[HUB] = rights_of(HUB, ())
    with RabbitNode(tmp_path_factory.mktemp("lines") / "rabbit", services=rights) as started:
        for name in (OURS, THEIRS, HUB):
            with bus_connection(started.url_of(name)) as connection:
                for entity in (rpc_queue(name, "classic", 30), reply_queue(f"rpc.reply-{name}-{KEY}", KEY)):
                    entity(connection.default_channel).declare()
        yield started


ALLOWED = {
    "exchange": publish(RPC.name, "province.exchange"),
    "ask for figures": publish(RPC.name, "province.figures_below"),
    "answer": publish(RPC.name, KEY),
    "take its calls": lambda channel: channel.basic_get(f"rpc-{OURS}"),
    "take its answers": lambda channel: channel.basic_get(f"rpc.reply-{OURS}-{KEY}"),
}
REFUSED = {
    "take another's calls": lambda channel: channel.basic_get(f"rpc-{THEIRS}"),
    "take another's answers": lambda channel: channel.basic_get(f"rpc.reply-{THEIRS}-{KEY}"),
    "take the hub's calls": lambda channel: channel.basic_get("rpc-province"),
    "empty another's queue": lambda channel: channel.queue_purge(f"rpc-{THEIRS}"),
    "delete another's queue": lambda channel: channel.queue_delete(f"rpc-{THEIRS}"),
    "declare another's queue": lambda channel: channel.queue_declare(f"rpc.reply-{THEIRS}-x"),
    "listen in on another's calls": lambda channel: channel.queue_bind(f"rpc-{OURS}", RPC.name,
                                                                       f"{THEIRS}.*"),
    "listen in on the hub's calls": lambda channel: channel.queue_bind(f"rpc-{OURS}", RPC.name, "province.*"),
    "listen in on everything": lambda channel: channel.queue_bind(f"rpc-{OURS}", RPC.name, "#"),
    "call another node": publish(RPC.name, f"{THEIRS}.status"),
    "call another service of the hub": publish(RPC.name, "filing.submit"),
    "call what is not for nodes": publish(RPC.name, "province.approve_sheet"),
    "write into another's queue": publish("", f"rpc-{THEIRS}"),
    "write into its own queue": publish("", f"rpc-{OURS}"),
    "declare an exchange": lambda channel: channel.exchange_declare(f"{OURS}.events", "topic"),
}


@pytest.mark.parametrize("what", ALLOWED)
def test_a_node_may(node: RabbitNode, what: str) -> None:
    channel = channel_of(node, OURS)
    ALLOWED[what](channel)
    channel.connection.close()


@pytest.mark.parametrize("what", REFUSED)
def test_the_broker_refuses_a_node_to(node: RabbitNode, what: str) -> None:
    with pytest.raises(amqp.AccessRefused):
        REFUSED[what](channel_of(node, OURS))


def test_the_hub_calls_a_node_and_answers_it(node: RabbitNode) -> None:
    for key in (f"{OURS}.status", KEY):
        publish(RPC.name, key)(channel_of(node, HUB))
    assert channel_of(node, OURS).basic_get(f"rpc-{OURS}", no_ack=True) is not None


def test_all_that_is_for_nodes_may_be_called_by_them() -> None:
    assert {each.name for each in OF_NODES} == {each.name for _, each in declared() if each.of_nodes}
