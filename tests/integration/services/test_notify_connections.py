"""notify's connections to a mail server: kept for the next mail, and not for longer than there are any."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from deploy.mailbox import Mailbox
from rongcuo.chassis.config import Config
from services.notify.channels import MailChannel
from services.notify.conversations import Conversations
from tests.integration.services.notify_office import Office, channel_to
from tests.integration.services.test_notify_mail import DELIVERY, mails_to
from tests.unit.notify import scene


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    office = Office(config)
    yield office
    office.shop.stop()


def test_mails_sent_together_share_connections(
        office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    office.enrol(scene.FILER, email="liu@example.org")
    for number in range(6):
        office.hear(scene.submitted(f"m{number}"), matter_id=f"m{number}")
    greeted, greet = [], MailChannel._greet
    monkeypatch.setattr(MailChannel, "_greet", lambda self, smtp: (greeted.append(smtp), greet(self, smtp)))
    with Mailbox(tmp_path / "shared") as mailbox:
        channel = channel_to(mailbox.url)
        assert office.deliver(channel, Conversations(channel, at_once=2)) == 6
        assert (len(mails_to(mailbox, "liu@example.org")), len(greeted)) == (6, 2)
    assert [smtp.sock for smtp in greeted] == [None, None], "and none stays open when nothing is due"


def test_a_connection_that_the_server_has_ended_meanwhile_is_made_anew(tmp_path: Path) -> None:
    with Mailbox(tmp_path / "restarted") as restarted:
        channel = channel_to(restarted.url)
        channel.send(DELIVERY)
        restarted.stop()
        restarted.start()
        channel.send(replace(DELIVERY, delivery_id="d9"))
        assert len(mails_to(restarted, "liu@example.org")) == 2
        channel.leave()
