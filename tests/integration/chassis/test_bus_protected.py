"""TLS to a real RabbitMQ: calls, events and large messages over it, and no line without both certificates."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.local import RabbitNode, free_port
from rongcuo.chassis.messaging import BusUnavailable, OutboundMessage, Publisher, bus_connection
from tests.integration.certificates import Authority, Papers
from tests.integration.chassis.bus import ask
from tests.integration.chassis.painting import PAINT, Paint, sights, until

pytestmark = pytest.mark.broker


class TlsRabbit(RabbitNode):
    """Has a second door, for TLS, where clients show their own certificates too."""

    def __init__(self, folder: Path, papers: Papers) -> None:
        super().__init__(folder)
        self._papers, self.tls_port = papers, free_port()

    def _keep(self, name: str, content: str) -> Path:
        if name == "rabbitmq.conf":
            content += (f"listeners.ssl.local = 127.0.0.1:{self.tls_port}\n"
                        f"ssl_options.cacertfile = {self._papers.authority}\n"
                        f"ssl_options.certfile = {self._papers.certificate}\n"
                        f"ssl_options.keyfile = {self._papers.key}\n"
                        "ssl_options.verify = verify_peer\nssl_options.fail_if_no_peer_cert = true\n")
        return super()._keep(name, content)


@pytest.fixture(scope="module")
def rabbit(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TlsRabbit]:
    with TlsRabbit(tmp_path_factory.mktemp("nodes") / "rabbit", authority.papers("broker")) as node:
        yield node


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def bare_url(rabbit: TlsRabbit) -> str:
    return rabbit.url.replace("amqp://", "amqps://").replace(str(rabbit.port), str(rabbit.tls_port))


@pytest.fixture
def tls_url(bare_url: str, authority: Authority) -> str:
    papers = authority.papers("client")
    return f"{bare_url}?cacertfile={papers.authority}&certfile={papers.certificate}&keyfile={papers.key}"


def test_services_call_and_hear_each_other_over_tls(tls_url, open_host):
    host = open_host(tls_url)
    for number in range(20):
        ask(host, PAINT, Paint(command_id=f"c{number}", wall=f"wall-{number}"))
    until(lambda: len(sights(host)) == 20)


def test_large_messages_pass_whole(tls_url):
    publisher = Publisher(tls_url)
    with bus_connection(tls_url) as connection:
        channel = connection.default_channel
        channel.queue_declare("kept", durable=True, auto_delete=False)
        for _ in range(20):
            publisher.publish(OutboundMessage(b"x" * 200_000, "", "kept"))
        got = [channel.basic_get("kept", no_ack=True) for _ in range(20)]
        assert [len(message.body) for message in got] == [200_000] * 20
    publisher.close()


def test_no_line_to_a_stranger_and_none_without_our_papers(tls_url, bare_url, authority, tmp_path: Path):
    stranger = Authority(tmp_path / "stranger").papers("stranger")
    ours = authority.papers("client").authority
    for refused in (tls_url.replace(str(ours), str(stranger.authority)),  # it is not who it should be
                    tls_url.replace("127.0.0.1", "127.0.0.2"),            # nor at this address
                    bare_url,                                             # its authority is unknown here
                    f"{bare_url}?cacertfile={ours}"):                     # it wants to know who we are
        with pytest.raises(BusUnavailable):
            Publisher(refused).open(within=10)
