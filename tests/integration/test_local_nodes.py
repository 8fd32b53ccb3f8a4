"""The private nodes of deploy.local: what they keep, and what a kill or a freeze does to them."""

import os
import re
import smtplib
import socket
import stat
import time
from email.message import EmailMessage
from pathlib import Path

import amqp
import psycopg2
import pytest

from deploy.local import Background, NodeFailed, PostgresNode, RabbitNode, free_port, free_ports
from deploy.local.background import LARGEST_LOG, wait_until
from deploy.local.unprivileged import WAYS_IN, home_for_postgres
from deploy.mailbox import Mailbox
from deploy.up import SETTINGS, Deployment
from rongcuo.chassis.config import load_config
from rongcuo.chassis.starting import require_closed

WRITTEN_WITHIN = 5    # seconds; RabbitMQ 3.10 lets a queue's birth wait up to two for the disk


def ask(node: PostgresNode, statement: str) -> list[tuple[object, ...]]:
    connection = psycopg2.connect(node.url().replace("+psycopg2", ""), connect_timeout=30)
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()


def broker(node: RabbitNode) -> amqp.Connection:
    options = {"connect_timeout": 30, "read_timeout": 30, "confirm_publish": True}
    return amqp.Connection(f"127.0.0.1:{node.port}", "rongcuo", node.password, **options)


def listening(port: int) -> bool:
    with socket.socket() as client:
        return client.connect_ex(("127.0.0.1", port)) == 0


def runs(pid: int) -> bool:
    """Whether the process is there, and not only waiting for its parent to take notice of its end."""
    status = Path(f"/proc/{pid}/status")
    return status.exists() and "State:\tZ" not in status.read_text()


def test_postgres_keeps_what_was_committed_before_a_kill(tmp_path: Path) -> None:
    with PostgresNode(tmp_path / "postgres", fast=True) as node:
        ask(node, "CREATE TABLE kept AS SELECT 7 AS figure")
        node.kill()
        assert not node.running
        assert not listening(node.port)
        node.start()
        assert ask(node, "SELECT figure FROM kept") == [(7,)]


def test_a_frozen_postgres_answers_again_when_thawed(tmp_path: Path) -> None:
    with PostgresNode(tmp_path / "postgres", fast=True) as node:
        node.freeze()
        assert node.running
        assert not node.answers()
        node.thaw()
        assert ask(node, "SELECT 1") == [(1,)]
        node.freeze()
    assert not node.running


def test_a_database_is_created_once(tmp_path: Path) -> None:
    with PostgresNode(tmp_path / "postgres", fast=True) as node:
        assert node.create_database("rongcuo_filing") == node.create_database("rongcuo_filing")
        names = ask(node, "SELECT datname FROM pg_database WHERE datname LIKE 'rongcuo%'")
    assert names == [("rongcuo_filing",)]


def test_fsync_is_off_only_when_asked(tmp_path: Path) -> None:
    with PostgresNode(tmp_path / "postgres") as node:
        assert ask(node, "SHOW fsync") == [("on",)]
        assert ask(node, "SHOW listen_addresses") == [("127.0.0.1",)]
        with pytest.raises(psycopg2.OperationalError, match="password"):
            psycopg2.connect(host="127.0.0.1", port=node.port, user="rongcuo", password="guessed")


@pytest.mark.parametrize("mode", [0o700, 0o755])
def test_postgres_starts_below_any_folder(tmp_path: Path, mode: int) -> None:
    """tmp_path itself lies below a folder that only its owner may enter."""
    clone = tmp_path / "a clone with spaces"
    clone.mkdir(mode=mode)
    with PostgresNode(clone / "postgres", fast=True) as node:
        assert ask(node, "SELECT 1") == [(1,)]
        assert (clone / "postgres" / "data" / "PG_VERSION").exists()


def test_without_a_way_in_the_data_is_elsewhere(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        assert home_for_postgres(tmp_path) == (tmp_path, ())
        return
    tmp_path.chmod(stat.S_IRWXU)
    folder = tmp_path / "postgres"
    folder.mkdir()
    home, way_in = home_for_postgres(folder, ways_in=())
    assert home == (folder / "elsewhere").resolve()
    assert home.owner() == "postgres"
    assert way_in == WAYS_IN[0]
    assert home_for_postgres(folder, ways_in=())[0] == home
    (folder / "data").mkdir()
    with pytest.raises(NodeFailed, match="can't reach"):
        home_for_postgres(folder, ways_in=())
    home.rmdir()


def test_rabbit_keeps_a_confirmed_message_through_a_kill(tmp_path: Path) -> None:
    with RabbitNode(tmp_path / "rabbit mq") as node:
        with broker(node) as connection:
            channel = connection.channel()
            channel.queue_declare("kept", durable=True, auto_delete=False)
            channel.basic_publish(amqp.Message("seven", delivery_mode=2), routing_key="kept")
            time.sleep(WRITTEN_WITHIN)
        node.kill()
        assert not node.running
        assert not listening(node.port)
        node.start()
        with broker(node) as connection:
            message = connection.channel().basic_get("kept")
        assert message.body == "seven"
        node.freeze()
        assert not node.answers()
        node.thaw()
        assert node.answers()
        processes = node.processes()
    assert not any(map(runs, processes))


def test_the_mailbox_keeps_mails_as_files(tmp_path: Path) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "备案已受理", "rongcuo@localhost", "filer@example.invalid"
    mail.set_content("您的备案已受理。")
    with Mailbox(tmp_path / "mail") as mailbox:
        with smtplib.SMTP("127.0.0.1", mailbox.port, timeout=60) as client:
            client.send_message(mail)
        (kept,) = mailbox.mails()
    assert kept["Subject"] == "备案已受理"
    assert kept["X-RcptTo"] == "filer@example.invalid"
    assert not mailbox.running


def test_nobody_else_gets_at_what_a_node_keeps(tmp_path: Path) -> None:
    """Whatever the umask of who starts it, and also where an earlier start was more generous."""
    nodes = (PostgresNode(tmp_path / "postgres", fast=True), RabbitNode(tmp_path / "rabbit"),
             Mailbox(tmp_path / "mail"))
    for node in nodes:
        node.folder.mkdir(mode=0o755)
    (tmp_path / "rabbit" / "rabbitmq.conf").touch(mode=0o644)
    before = os.umask(0)
    try:
        for node in nodes:
            node.start()
        cookie = (tmp_path / "rabbit" / ".erlang.cookie").read_text()
        assert re.fullmatch("[0-9a-f]{64}", cookie), "ours: Erlang's own is made of a clock"
    finally:
        os.umask(before)
    with smtplib.SMTP("127.0.0.1", nodes[2].port, timeout=60) as client:
        client.sendmail("rongcuo@localhost", "filer@example.invalid", "Subject: secret\r\n\r\nsecret")
    ask(nodes[0], "CREATE TABLE kept AS SELECT 7 AS figure")
    require_closed([node.folder for node in nodes])
    for node in nodes:
        node.stop()
    require_closed([node.folder for node in nodes])


def test_another_object_finds_the_running_node(tmp_path: Path) -> None:
    with PostgresNode(tmp_path / "postgres", fast=True) as node:
        other = PostgresNode(tmp_path / "postgres", fast=True)
        assert other.running
        assert other.start().url() == node.url()
        other.stop()
        assert not node.running


def test_a_taken_port_is_told(tmp_path: Path) -> None:
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", 0))
        stranger.listen()
        port = stranger.getsockname()[1]
        with pytest.raises(NodeFailed, match=f"port {port} is taken"):
            PostgresNode(tmp_path / "postgres", port).start()


def test_a_node_that_ends_at_once_tells_its_log(tmp_path: Path) -> None:
    with PostgresNode(tmp_path / "postgres", fast=True):
        pass
    (tmp_path / "postgres" / "data" / "postgresql.conf").write_text("no such setting")
    with pytest.raises(NodeFailed, match="syntax error"):
        PostgresNode(tmp_path / "postgres", fast=True).start()


def test_a_stranger_with_our_pid_is_left_alone(tmp_path: Path) -> None:
    ours = Background(tmp_path / "pid", tmp_path / "log")
    (tmp_path / "pid").write_text(f"{os.getpid()} 1\n")
    assert not ours.running
    ours.kill()


def test_a_kill_reaches_every_descendant(tmp_path: Path) -> None:
    family = Background(tmp_path / "pid", tmp_path / "log")
    family.launch(["sh", "-c", "setsid sh -c 'sleep 600 & wait' & wait"], os.environ)
    assert wait_until(lambda: len(family.tree()) == 3, 60)
    tree = family.tree()
    assert all(map(runs, tree))
    family.kill()
    assert not any(map(runs, tree))


def test_what_was_given_is_not_given_again_before_it_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOCAL_PORTS", "20000-20039")
    rows = [range(first, first + 4) for first in (free_ports(4) for _ in range(4))]
    assert len({port for row in rows for port in row}) == 16


def test_free_ports_lie_below_those_of_outgoing_connections() -> None:
    first = int(Path("/proc/sys/net/ipv4/ip_local_port_range").read_text().split()[0])
    assert free_port() < max(first, 32_000)


def test_a_log_that_has_grown_large_makes_room_at_the_next_launch(tmp_path: Path) -> None:
    ours = Background(tmp_path / "pid", tmp_path / "log")
    for size, kept in ((LARGEST_LOG, False), (LARGEST_LOG + 1, True)):
        with ours.log.open("wb") as log:
            log.truncate(size)
        ours.launch(["true"], {})
        ours.stop()
        assert (tmp_path / "log.1").exists() is kept
    assert ours.log.stat().st_size == 0


def test_each_service_of_the_deployment_keeps_the_log_that_its_node_shows(tmp_path: Path) -> None:
    deployment = Deployment(tmp_path, load_config(SETTINGS, {}), {})
    for node in deployment.services:
        kept = deployment.environment(node.name)["RONGCUO_LOG_FILE"]
        assert load_config(SETTINGS, {"RONGCUO_LOG_FILE": kept}).log_file == node.folder / "log"
    assert "RONGCUO_LOG_FILE" not in deployment.environment(), "the command line writes none"
