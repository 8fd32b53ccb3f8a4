"""What the compose files are given, on a real RabbitMQ and a real PostgreSQL."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from ssl import CERT_REQUIRED
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import amqp
import psycopg2
import pytest
from click.testing import CliRunner

from deploy.compose import prepare
from deploy.local import PostgresNode, free_port
from deploy.local.background import wait_until
from deploy.mailbox import ROOT
from rongcuo.chassis.messaging import bus_connection
from rongcuo.chassis.messaging.connection import TLS_FILES
from services import NAMES, WITH_DATABASE, health_port
from tests.integration.certificates import Papers
from tests.integration.composed import COMPOSE, ComposedPostgres, ComposedRabbit
from tests.patience import ENVIRON

PROVINCE, COUNTY, OTHER = "530000", "530181", "530129"
UP_WITHIN = 120.0
pytestmark = pytest.mark.broker


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A province and two counties, as the commands prepare them."""
    folder = tmp_path_factory.mktemp("nodes")
    for division in (PROVINCE, COUNTY, OTHER):
        _do("node", str(folder), division, f"n{division}.example.gov.cn")
    for division in (COUNTY, OTHER):
        _do("line", str(folder / PROVINCE), str(folder / division))
    return folder


def _do(*arguments: str) -> None:
    done = CliRunner().invoke(prepare.main, arguments, catch_exceptions=False)
    assert done.exit_code == 0, done.output


@pytest.fixture(scope="module")
def broker(nodes: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ComposedRabbit]:
    part = nodes / PROVINCE / "parts" / "rabbitmq"
    with ComposedRabbit(tmp_path_factory.mktemp("broker") / "rabbit", part) as node:
        yield node


@pytest.fixture(scope="module")
def database(nodes: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgresNode]:
    part = nodes / PROVINCE / "parts" / "postgres"
    papers = Papers(part / "cert.pem", part / "key.pem", part / "ca.pem")
    with ComposedPostgres(tmp_path_factory.mktemp("database") / "postgres", papers) as node:
        superuser = node.url().replace("+psycopg2", "")
        for _ in range(2):      # and again, with a new edition
            subprocess.run([COMPOSE / "roles.sh"], check=True, env={
                **os.environ, "ROLES": str(part / "roles"), "SUPERUSER": superuser,
                "ROLE_SQL": str(ROOT / "deploy" / "production" / "role.sql")})
        yield node


def settings_of(nodes: Path, service: str, here: Path, broker: ComposedRabbit,
                database: PostgresNode) -> dict[str, str]:
    """The environment of one service of the province, whose paths and addresses are this machine's."""
    node = nodes / PROVINCE
    file = here / "rongcuo.yaml"
    file.write_text(_here((node / "rongcuo.yaml").read_text("utf-8"), node / "parts" / service, here))
    told = dict(line.split("=", 1) for line in (node / "parts" / service / "env").read_text().splitlines())
    told = {name: _here(value, node / "parts" / service, here).replace(
        "@rabbitmq:5671", f"@127.0.0.1:{broker.port}").replace("@postgres/", f"@127.0.0.1:{database.port}/")
        for name, value in told.items()}
    base = free_port() - health_port(service, 0)
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **ENVIRON, **told,
            "RONGCUO_CONFIG": str(file), "RONGCUO_HEALTH_PORT_BASE": str(base),
            "HEALTH_PORT": str(health_port(service, base))}


def _here(text: str, part: Path, here: Path) -> str:
    return text.replace(prepare.WITHIN, str(part)).replace("/var/lib/", f"{here}/")


@pytest.mark.postgres
def test_a_service_serves_with_what_it_is_given_and_its_health_check_says_so(
        nodes: Path, broker: ComposedRabbit, database: PostgresNode, tmp_path: Path) -> None:
    environ = settings_of(nodes, "filing", tmp_path, broker, database)
    process = subprocess.Popen([sys.executable, "-m", "rongcuo", "serve", "filing"], env=environ, cwd=ROOT,
                               umask=0o077, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)

    def well() -> bool:
        asked = subprocess.run([sys.executable, ROOT / "deploy" / "image" / "well"], env=environ, check=False,
                               capture_output=True)
        return asked.returncode == 0

    try:
        assert not well()
        answered = wait_until(lambda: well() or process.poll() is not None, UP_WITHIN)
    finally:
        process.terminate()
        told = process.communicate()[0]
    assert answered, told
    assert process.returncode == 0, told


@pytest.mark.postgres
def test_each_role_enters_its_own_database_only_and_not_without_tls(nodes: Path,
                                                                    database: PostgresNode) -> None:
    words = dict(line.split() for line in
                 (nodes / PROVINCE / "parts" / "postgres" / "roles").read_text().splitlines())
    assert {*words} == {*WITH_DATABASE}
    for name, word in words.items():
        who = f"host=127.0.0.1 port={database.port} user=rongcuo_{name} password={word}"
        psycopg2.connect(f"{who} dbname=rongcuo_{name} sslmode=require").close()
        other = WITH_DATABASE[WITH_DATABASE.index(name) - 1]
        for refused in (f"dbname=rongcuo_{other} sslmode=require", f"dbname=rongcuo_{name} sslmode=disable"):
            with pytest.raises(psycopg2.OperationalError):
                psycopg2.connect(f"{who} {refused}")


def publish(exchange: str) -> Callable[[Any], object]:
    return lambda channel: channel.basic_publish(amqp.Message("{}"), exchange, "told")


def line_of(nodes: Path, broker: ComposedRabbit) -> str:
    """The address that the county's service is given, here."""
    told = (nodes / COUNTY / "parts" / "county" / "line.env").read_text()
    url = dict(line.split("=", 1) for line in told.splitlines())["RONGCUO_UPLINK_URL"]
    return url.replace(f"@mq-{PROVINCE}:5671", f"@127.0.0.1:{broker.port}").replace(
        prepare.WITHIN, str(nodes / COUNTY / "parts" / "county"))


@pytest.fixture(scope="module")
def lines(broker: ComposedRabbit) -> None:
    """What the province declares for its counties."""
    with bus_connection(broker.address("rongcuo", broker.password, "operator")) as connection:
        channel = connection.default_channel
        channel.queue_declare("review.events--somebody", durable=True, auto_delete=False)
        for division in (COUNTY, OTHER):
            channel.exchange_declare(f"line-{division}", "topic", durable=True, auto_delete=False)
            channel.queue_declare(f"county-{division}", durable=True, auto_delete=False)


REFUSED = {
    "tell on another's line": publish(f"line-{OTHER}"),
    "tell on the line of nobody": publish("amq.topic"),
    "put a message into any queue": publish(""),
    "read another county's queue": lambda channel: channel.basic_get(f"county-{OTHER}"),
    "read a service's queue": lambda channel: channel.basic_get("review.events--somebody"),
    "empty another county's queue": lambda channel: channel.queue_purge(f"county-{OTHER}"),
    "declare a queue": lambda channel: channel.queue_declare("county-530112"),
    "declare its own queue": lambda channel: channel.queue_declare(f"county-{COUNTY}-2", durable=True),
    "delete its own queue": lambda channel: channel.queue_delete(f"county-{COUNTY}"),
    "delete its own line": lambda channel: channel.exchange_delete(f"line-{COUNTY}"),
    "hear another's line": lambda channel: channel.queue_bind(f"county-{COUNTY}", f"line-{OTHER}", "#"),
    "hear all calls": lambda channel: channel.queue_bind(f"county-{COUNTY}", "amq.topic", "#"),
}


@pytest.mark.usefixtures("lines")
def test_a_county_tells_on_its_line_and_reads_its_queue(nodes: Path, broker: ComposedRabbit) -> None:
    with bus_connection(line_of(nodes, broker)) as connection, connection.channel() as channel:
        channel.confirm_select()
        publish(f"line-{COUNTY}")(channel)
        channel.basic_get(f"county-{COUNTY}")


@pytest.mark.usefixtures("lines")
@pytest.mark.parametrize("what", REFUSED)
def test_the_provinces_broker_refuses_a_county_to(nodes: Path, broker: ComposedRabbit, what: str) -> None:
    with bus_connection(line_of(nodes, broker)) as connection:
        channel = connection.channel()
        with pytest.raises(amqp.AccessRefused):
            _done(channel, REFUSED[what])


def _done(channel: amqp.Channel, what: Callable[[Any], object]) -> None:
    """A refusal of what was told comes with the next answer."""
    what(channel)
    channel.basic_get(f"county-{COUNTY}")


@pytest.mark.parametrize(("what", "found", "instead"), [
    ("nothing wrong", "", ""),
    ("no certificate", r"&certfile=.*", ""),
    ("its own authority's certificate", r"/line-(cert|key)\b", r"/\1"),
    ("another's name", f"county-{COUNTY}:", f"county-{OTHER}:"),
    ("a wrong password", r"@", "0@")])
def test_a_county_comes_in_by_its_own_papers_only(nodes: Path, broker: ComposedRabbit, what: str, found: str,
                                                  instead: str) -> None:
    url = urlsplit(re.sub(found, instead, line_of(nodes, broker), count=0 if "(" in found else 1))
    files = {TLS_FILES[name]: file for name, file in parse_qsl(url.query)}
    connection = amqp.Connection(f"{url.hostname}:{url.port}", url.username, url.password, connect_timeout=10,
                                 ssl={"cert_reqs": CERT_REQUIRED, "server_hostname": url.hostname, **files})
    try:
        if what == "nothing wrong":
            connection.connect()
        else:
            with pytest.raises((OSError, amqp.AMQPError)):
                connection.connect()
    finally:
        connection.collect()


def test_each_part_holds_its_own_secrets_only_and_they_are_closed(nodes: Path) -> None:
    node = prepare.NodeFolder(nodes / PROVINCE)
    for name in NAMES:
        told = "".join(file.read_text() for file in (nodes / PROVINCE / "parts" / name).iterdir())
        for other in NAMES:
            known = [node.password(other) in told, node.password(f"database.{other}") in told]
            assert known == ([True, name in WITH_DATABASE] if other == name else [False, False])
    closed = [file for file in nodes.rglob("*") if file.is_file() and file.stat().st_mode & 0o077]
    assert {file.name for file in closed} == {"rongcuo.yaml", "nginx.conf", "node.env"}    # no secret in them


def test_prepared_again_passwords_and_papers_stay(nodes: Path) -> None:
    kept = {file: file.read_bytes() for file in nodes.rglob("*")
            if file.is_file() and file.name != "definitions.json"}       # its salts are new each time
    _do("node", str(nodes), PROVINCE, f"n{PROVINCE}.example.gov.cn")
    assert {file: file.read_bytes() for file in kept} == kept
    accounts = json.loads((nodes / PROVINCE / "parts" / "rabbitmq" / "definitions.json").read_text())["users"]
    assert {account["name"] for account in accounts} == {*NAMES, f"county-{COUNTY}", f"county-{OTHER}"}
