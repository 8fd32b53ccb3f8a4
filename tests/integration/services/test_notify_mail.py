"""notify's e-mail, with real SMTP servers in processes of their own."""

import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from deploy.local.background import wait_until
from deploy.local.node import free_port, port_is_free
from deploy.mailbox import Mailbox
from rongcuo.chassis.config import Config
from rongcuo.contracts.notify import DeliveryState
from services.notify.channels import MailChannel, channel_of
from services.notify.domain.delivery import BACKOFF, INBOX, UNANSWERED, Delivery, Outgoing, Undelivered
from services.notify.storage.rows import delivery_of
from services.notify.storage.tables import deliveries
from services.notify.usecases import hearing
from tests.integration.services.notify_office import SENDER, SENDER_NAME, Office, channel_to
from tests.unit.notify import scene

ROOT = Path(__file__).resolve().parents[3]
TEXT = "您好。\n\n.\n完"
DELIVERY = Outgoing("d1", scene.ORGAN, "刘某", "liu@example.org", "报备已收到", TEXT, scene.FILED_AT)


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mailbox]:
    with Mailbox(tmp_path_factory.mktemp("mailbox")) as mailbox:
        yield mailbox


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    office = Office(config)
    yield office
    office.shop.stop()


@pytest.fixture
def refusing() -> Iterator[Callable[[int], str]]:
    """An SMTP server that refuses so many mails before it takes one; its URL."""
    servers = []

    def start(refusals: int) -> str:
        port = free_port()
        command = [sys.executable, "-m", "tests.integration.services.refusing_smtp", str(port), str(refusals)]
        servers.append(subprocess.Popen(command, cwd=ROOT))
        wait_until(lambda: not port_is_free(port), 120)
        return f"smtp://127.0.0.1:{port}"

    yield start
    for server in servers:
        server.terminate()
        server.wait(30)


def file_for(office: Office, address: str) -> None:
    """One filing, and one mail to its filer at this address."""
    office.enrol(scene.FILER, email=address)
    office.hear(scene.submitted())


def mail_row(office: Office) -> Delivery:
    with office.shop.database.reading() as session:
        (row,) = session.execute(deliveries.select().where(deliveries.c.channel != INBOX)).all()
        return delivery_of(row)


def send(mailbox: Mailbox, outgoing: Outgoing) -> None:
    channel = channel_to(mailbox.url)
    channel.send(outgoing)
    channel.leave()


def mails_to(mailbox: Mailbox, address: str) -> list[EmailMessage]:
    return [mail for mail in mailbox.mails() if mail["X-RcptTo"] == address]


def test_a_mail_arrives_once_and_reads_well(office: Office, mailbox: Mailbox, config: Config) -> None:
    address = f"once.{config.database_url.partition(':')[0]}@example.org"
    file_for(office, address)
    channel = channel_to(mailbox.url)
    office.deliver(channel)
    office.deliver(channel)
    (mail,) = mails_to(mailbox, address)
    delivery = mail_row(office)
    assert mail["Message-ID"] == f"<{delivery.id}@rongcuo.example>"
    assert [(each.display_name, each.addr_spec) for each in mail["From"].addresses] == [(SENDER_NAME, SENDER)]
    assert [(each.display_name, each.addr_spec) for each in mail["To"].addresses] == [("liu某", address)]
    assert mail["Subject"] == f"报备已收到：{scene.NUMBER} · Filing received: {scene.NUMBER}"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert parsedate_to_datetime(mail["Date"]) == scene.FILED_AT
    zh, en = mail.get_content().replace("\r\n", "\n").strip().split("\n\n")
    assert zh.startswith(f"您的报备《{scene.TITLE}》")
    assert en.startswith("We have received your filing")
    assert (delivery.state, delivery.receipt[:3], delivery.attempts) == (DeliveryState.DELIVERED, "250", 1)


def test_on_the_wire_headers_are_ascii_and_short(mailbox: Mailbox) -> None:
    address = "wire@example.org"
    long = Outgoing("d2", scene.ORGAN, "刘" * 40, address, "报备" * 90, "您好", scene.FILED_AT)
    send(mailbox, long)
    files = (mailbox.folder / "mails" / "new").glob("*")
    (raw,) = [text for file in files if b"wire@example.org" in (text := file.read_bytes())]
    head = raw.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    assert head.isascii()
    assert max(map(len, head.split(b"\n"))) <= 78
    (mail,) = mails_to(mailbox, address)
    assert mail["Subject"] == "报备" * 90


def test_the_text_arrives_as_it_was_written(mailbox: Mailbox) -> None:
    send(mailbox, DELIVERY)
    (mail,) = mails_to(mailbox, "liu@example.org")
    assert mail["Content-Transfer-Encoding"] == "base64"
    assert mail.get_content().splitlines() == TEXT.splitlines()


def test_a_mail_that_is_put_off_is_tried_again_with_growing_patience(
        office: Office, refusing: Callable[[int], str]) -> None:
    file_for(office, "liu@example.org")
    channel = channel_to(refusing(2))
    for tries in (1, 2):
        office.deliver(channel)
        delivery = mail_row(office)
        assert (delivery.state, delivery.attempts) == (DeliveryState.PENDING, tries)
        assert delivery.receipt == "451 4.3.0 try again later"
        assert delivery.next_at == office.time.shows + BACKOFF[tries - 1]
        office.time.shows = delivery.next_at
    office.deliver(channel)
    assert (mail_row(office).state, mail_row(office).receipt) == (DeliveryState.DELIVERED, "250 2.0.0 taken")


def test_an_address_that_does_not_exist_fails_at_once(office: Office, refusing: Callable[[int], str]) -> None:
    file_for(office, "nobody@example.org")
    office.deliver(channel_to(refusing(0)))
    assert mail_row(office).state is DeliveryState.FAILED
    assert mail_row(office).receipt == "550 5.1.1 no such user"


@pytest.mark.parametrize("address", [
    "no-at-sign", "a@b\r\nBcc: c@d", "two@one@example.org", "@", "刘@example.org", "a b@example.org",
    "<liu@example.org>", "a@example.org, b@example.org"])
def test_what_is_no_address_is_final_and_reaches_nobody(mailbox: Mailbox, address: str) -> None:
    before = len(mailbox.mails())
    with pytest.raises(Undelivered) as refused:
        channel_to(mailbox.url).send(Outgoing("d3", scene.ORGAN, "", address, "x", "y", scene.FILED_AT))
    assert refused.value.final
    assert len(mailbox.mails()) == before


def test_killed_between_sending_and_noting_it_the_second_mail_bears_the_same_key(
        config: Config, mailbox: Mailbox) -> None:
    address = f"killed.{config.database_url.partition(':')[0]}@example.org"
    office = Office(config)
    file_for(office, address)
    office.shop.stop()
    child = subprocess.run(
        [sys.executable, "-m", "tests.integration.services.notify_office", json.dumps({
            "data_dir": str(config.data_dir), "database_url": config.database_url, "smtp_url": mailbox.url,
            "now": scene.FILED_AT.isoformat()})], cwd=ROOT, timeout=60, check=False)
    assert child.returncode == -signal.SIGKILL

    office = Office(config, scene.FILED_AT + UNANSWERED)
    assert (mail_row(office).state, len(mails_to(mailbox, address))) == (DeliveryState.SENDING, 1)
    office.deliver(channel_to(mailbox.url))
    first, second = mails_to(mailbox, address)
    assert first["Message-ID"] == second["Message-ID"]
    assert (mail_row(office).state, mail_row(office).attempts) == (DeliveryState.DELIVERED, 2)
    office.shop.stop()


def test_quiet_hours_defer_the_mail(office: Office, mailbox: Mailbox, config: Config) -> None:
    address = f"quiet.{config.database_url.partition(':')[0]}@example.org"
    office.time.shows = scene.FILED_AT.replace(hour=23)
    file_for(office, address)
    office.deliver(channel_to(mailbox.url))
    assert mails_to(mailbox, address) == []
    quiet = scene.PACK.quiet_hours
    office.time.shows = datetime.combine(scene.FILED_AT.date() + timedelta(days=1), quiet.end, scene.ZONE)
    office.deliver(channel_to(mailbox.url))
    assert len(mails_to(mailbox, address)) == 1


def test_a_frozen_server_is_given_up_on_while_others_go_on(
        office: Office, tmp_path: Path, heartbeat: Callable[[], int]) -> None:
    file_for(office, "liu@example.org")
    with Mailbox(tmp_path / "frozen") as frozen:
        frozen.freeze()
        before = heartbeat()
        office.deliver(channel_to(frozen.url, silence=0.5))
        assert heartbeat() > before, "nobody else had a turn"
        frozen.thaw()
    delivery = mail_row(office)
    assert (delivery.state, delivery.attempts) == (DeliveryState.PENDING, 1)
    assert "timed out" in delivery.receipt


def test_a_server_that_never_comes_to_the_point_is_hung_up_on() -> None:
    import eventlet

    listening = eventlet.listen(("127.0.0.1", 0))

    def drip() -> None:
        line, _ = listening.accept()
        try:
            while True:
                line.sendall(b"220-one moment please\r\n")
                eventlet.sleep(0.05)
        except OSError:
            line.close()

    dripping = eventlet.spawn(drip)
    with pytest.raises(Undelivered) as refused:
        channel_to(f"smtp://127.0.0.1:{listening.getsockname()[1]}", silence=20, patience=0.5).send(DELIVERY)
    assert refused.value.unreachable
    dripping.wait()


def test_nobody_listening_is_unreachable(office: Office) -> None:
    file_for(office, "liu@example.org")
    office.deliver(channel_to(f"smtp://127.0.0.1:{free_port()}"))
    assert mail_row(office).state is DeliveryState.PENDING
    assert "REFUSED" in mail_row(office).receipt.upper()


def test_without_a_mail_server_people_are_told_once_in_their_inbox(office: Office) -> None:
    assert isinstance(channel_of(Config(smtp_url="smtp://127.0.0.1")), MailChannel)
    channel = channel_of(Config())
    identity = office.heard("identity", scene.FILER.officer_id)
    hearing.enrol(identity, scene.enrolled(scene.FILER), channel.name)
    hearing.hear(office.heard("filing", scene.MATTER), scene.MATTER, scene.submitted(), channel.name)
    with office.shop.database.reading() as session:
        assert set(session.scalars(select(deliveries.c.channel))) == {INBOX}
    assert office.deliver(channel) == 0
