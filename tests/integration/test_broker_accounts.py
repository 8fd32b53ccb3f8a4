"""On a real RabbitMQ: what the account of one service may do, and what the broker refuses it."""

from collections.abc import Callable, Iterator
from typing import Any

import amqp
import pytest
from kombu.utils.url import parse_url

from deploy.local import RabbitNode
from rongcuo.chassis.messaging import bus_connection
from rongcuo.chassis.messaging.rights import rights_of, rights_together
from rongcuo.chassis.messaging.topology import (
    RPC,
    Subscription,
    delay_queue,
    events_queue,
    for_publisher,
    reply_queue,
    rpc_queue,
)

SERVICES = ("painter", "looker", "plumber")
HEARD = (Subscription("looker", "painter"), Subscription("painter", "looker"),
         Subscription("plumber", "looker", ("looker.seen.*",)))
TOGETHER = "county"     # the account of a process that serves the looker and the plumber
KEY = "0123456789abcdef0123456789abcdef"
pytestmark = pytest.mark.broker


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RabbitNode]:
    rights = {service: rights_of(service, HEARD) for service in SERVICES}
    rights[TOGETHER] = rights_together(("looker", "plumber"), HEARD)
    with RabbitNode(tmp_path_factory.mktemp("accounts") / "rabbit", services=rights) as started:
        for service in SERVICES:
            declare(started, service)
        yield started


def declare(node: RabbitNode, service: str, account: str = "") -> None:
    """Everything that a service declares in its life."""
    mine = [*for_publisher(service, (0.1,), HEARD, 30), rpc_queue(service, "classic", 30),
            reply_queue(f"rpc.reply-{service}-{KEY}", KEY),
            *(events_queue(service, each.source, 30) for each in HEARD if each.consumer == service)]
    with bus_connection(node.url_of(account or service)) as connection:
        for entity in mine:
            entity(connection.default_channel).declare()


def channel_of(node: RabbitNode, service: str) -> amqp.Channel:
    told = parse_url(node.url_of(service))
    connection = amqp.Connection(f"{told['hostname']}:{told['port']}", told["userid"], told["password"],
                                 confirm_publish=True)
    connection.connect()
    return connection.channel()


def publish(exchange: str, key: str) -> Callable[[Any], object]:
    return lambda channel: channel.basic_publish(amqp.Message("{}"), exchange, key)


ALLOWED = {
    "tell its own events": publish("painter.events", "painter.wall_painted.v1"),
    "call another": publish(RPC.name, "looker.look"),
    "give up a message": publish("", "painter.dead-letters"),
    "take its calls": lambda channel: channel.basic_get("rpc-painter"),
    "take the events it hears": lambda channel: channel.basic_get("looker.events--painter"),
    "take its answers": lambda channel: channel.basic_get(f"rpc.reply-painter-{KEY}"),
}
REFUSED = {
    "tell another's events": publish("looker.events", "looker.seen.v1"),
    "use another's delay": publish("looker.after-100", "painter.events--looker"),
    "take another's calls": lambda channel: channel.basic_get("rpc-looker"),
    "take another's answers": lambda channel: channel.basic_get(f"rpc.reply-looker-{KEY}"),
    "take another's events": lambda channel: channel.basic_get("looker.events--plumber"),
    "take another's dead letters": lambda channel: channel.basic_get("looker.dead-letters"),
    "take what waits for another": lambda channel: channel.basic_get("looker.after-100"),
    "empty another's queue": lambda channel: channel.queue_purge("rpc-looker"),
    "delete another's queue": lambda channel: channel.queue_delete("looker.dead-letters"),
    "declare another's name": lambda channel: channel.queue_declare("rpc-somebody"),
    "declare a name of nobody": lambda channel: channel.queue_declare("painterly"),
    "declare an exchange": lambda channel: channel.exchange_declare("somebody.events", "topic"),
    "delete the exchange it hears": lambda channel: channel.exchange_delete("looker.events"),
    "declare the exchange it hears": lambda channel: channel.exchange_declare("looker.events", "topic",
                                                                              durable=True),
    "bind its queue to the exchange it hears": lambda channel: channel.queue_bind(
        "looker.events--painter", "looker.events", "#"),
    "unbind the queue of another that hears it": lambda channel: channel.queue_unbind(
        "looker.events--plumber", "looker.events", "#"),
    "delete the exchange of calls": lambda channel: channel.exchange_delete(RPC.name),
    "make the exchange of calls anew": lambda channel: channel.exchange_declare(RPC.name, "topic",
                                                                                durable=True),
    "hear whom it does not listen to": lambda channel: channel.queue_bind(
        "painter.dead-letters", "plumber.events", "#"),
    "listen in on all calls": lambda channel: channel.queue_bind("painter.dead-letters", RPC.name, "#"),
    "listen in on another's calls": lambda channel: channel.queue_bind("painter.dead-letters", RPC.name,
                                                                       "looker.*"),
}


@pytest.mark.parametrize("what", ALLOWED)
def test_a_service_may(node: RabbitNode, what: str) -> None:
    channel = channel_of(node, "painter")
    ALLOWED[what](channel)
    channel.connection.close()


@pytest.mark.parametrize("what", REFUSED)
def test_the_broker_refuses_a_service_to(node: RabbitNode, what: str) -> None:
    with pytest.raises(amqp.AccessRefused):
        REFUSED[what](channel_of(node, "painter"))


def test_an_account_of_several_services_may_what_each_of_them_may_and_no_more(node: RabbitNode) -> None:
    for service in ("looker", "plumber"):
        declare(node, service, TOGETHER)
    channel = channel_of(node, TOGETHER)
    for queue in ("rpc-looker", "rpc-plumber", f"rpc.reply-plumber-{KEY}", "painter.events--looker"):
        channel.basic_get(queue)
    publish("plumber.events", "plumber.mended.v1")(channel)
    channel.connection.close()
    for refused in (publish("painter.events", "painter.wall_painted.v1"),
                    lambda channel: channel.basic_get("rpc-painter"),
                    lambda channel: channel.queue_declare("county"),
                    lambda channel: channel.queue_bind("rpc-looker", RPC.name, "painter.*")):
        with pytest.raises(amqp.AccessRefused):
            refused(channel_of(node, TOGETHER))


def test_who_came_before_its_source_hears_it(node: RabbitNode) -> None:
    """The painter declared its queue before the looker, whose exchange it is, had ever run."""
    publish("looker.events", "looker.seen.v1")(channel_of(node, "looker"))
    for hearer in ("painter", "plumber"):
        assert channel_of(node, hearer).basic_get(f"looker.events--{hearer}", no_ack=True) is not None


def test_who_hears_some_kinds_only_is_sent_no_others(node: RabbitNode) -> None:
    """The looker, whose exchange it is, may also take a binding back: the plumber was bound to everything."""
    with bus_connection(node.url) as connection:
        connection.default_channel.queue_bind("looker.events--plumber", "looker.events", "#")
    declare(node, "looker")
    publish("looker.events", "looker.left.v1")(channel_of(node, "looker"))
    assert channel_of(node, "painter").basic_get("looker.events--painter", no_ack=True) is not None
    assert channel_of(node, "plumber").basic_get("looker.events--plumber", no_ack=True) is None


def test_a_guessed_password_opens_nothing(node: RabbitNode) -> None:
    for user in ("painter", "guest"):
        with pytest.raises(amqp.AccessRefused):
            amqp.Connection(f"127.0.0.1:{node.port}", user, "guest", connect_timeout=30).connect()


def test_no_password_stands_in_what_the_broker_reads_and_no_file_is_open_to_others(node: RabbitNode) -> None:
    secret = [node.password, *(node.url_of(service).split(":")[2].partition("@")[0] for service in SERVICES)]
    for name in ("rabbitmq.conf", "definitions.json"):
        assert not any(word in (node.folder / name).read_text() for word in secret)
    assert node.folder.stat().st_mode & 0o077 == 0
    files = [file for file in node.folder.iterdir() if file.is_file()]
    assert [file.name for file in files if file.stat().st_mode & 0o077] == []


def test_delays_are_a_services_own() -> None:
    assert delay_queue("looker", 0.1).name == "looker.after-100"
