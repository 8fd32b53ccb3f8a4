"""Links by mail: sent until they arrive, seen by nobody else, asked for by whoever forgot."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.identity import ForgotPassword
from services.identity.domain.attempts import MOST, Budget
from services.identity.domain.credentials import RESET_LIFE
from services.identity.usecases import passwords
from services.identity.usecases.mailing import mail_links
from tests.unit.identity.context import FakeContext, PlainPasswords
from tests.unit.identity.house import FIRST, OTHER, House, refusal


@pytest.fixture
def context():
    context = FakeContext(FIRST)
    yield context
    context.close()


@pytest.fixture
def guard(context):
    return context.guard(PlainPasswords())


@pytest.fixture
def house(context, guard):
    return House(context, guard)


@pytest.fixture
def mailing(context, guard):
    return House(context, guard, mails=True)


def test_where_mail_goes_out_nobody_but_the_officer_sees_the_link(mailing):
    view = mailing.enrol(email="zhao@example.org")
    mail_links(mailing.context)
    [mail] = mailing.context.mailed
    assert (mail.email, mail.username, mail.purpose) == ("zhao@example.org", "zhao", "invitation")
    mailing.set(mail.link)
    assert mailing.issue(view).link == ""
    mail_links(mailing.context)
    mail_links(mailing.context)
    assert [each.purpose for each in mailing.context.mailed] == ["invitation", "reset"]
    mailing.set(mailing.context.mailed[1].link, OTHER)
    assert mailing.issue(mailing.enrol("qian")).link, "whoever has no address is handed theirs"


def test_mail_that_could_not_be_sent_is_tried_again_with_another_token(mailing):
    mailing.enrol(email="zhao@example.org")
    mailing.context.no_mail = "notify.not_mailed"
    while mailing.context.now < mailing.context.now.replace(hour=23):
        mail_links(mailing.context)
        mailing.context.now += timedelta(minutes=1)
    tried = len(mailing.context.mailed)
    assert 10 < tried < 60
    mailing.context.no_mail = ""
    mailing.context.now += timedelta(minutes=30)
    mail_links(mailing.context)
    with refusal("identity.link_void"):
        mailing.set(mailing.context.mailed[0].link)
    mailing.set(mailing.context.mailed[-1].link)


def test_a_mail_whose_answer_is_late_is_not_sent_twice(mailing):
    mailing.enrol(email="zhao@example.org")
    mailing.context.no_mail = "answer_late"
    mail_links(mailing.context)
    mailing.context.now += timedelta(hours=1)
    mail_links(mailing.context)
    [mail] = mailing.context.mailed
    mailing.set(mail.link)


def test_a_stranger_who_says_forgotten_ends_nobodys_link(house):
    """Neither an invitation or a reset that was handed over, nor one that was mailed."""
    view = house.enrol(email="zhao@example.org")
    invited = house.issue(view).link
    forgotten(house)
    house.set(invited)
    handed = house.issue(view).link
    forgotten(house)
    mail_links(house.context)
    house.set(handed, OTHER)
    forgotten(house)
    mail_links(house.context)
    forgotten(house)
    mail_links(house.context)
    [mail] = house.context.mailed
    house.set(mail.link)


def forgotten(house, username="zhao", address="192.0.2.1", mails=True):
    guard = replace(house.guard, mails_when_asked=mails)
    passwords.forgot_password(
        house.context, ForgotPassword(username=username, address=address), guard)


def test_a_forgotten_password_is_answered_the_same_for_everybody(house):
    house.settled(email="zhao@example.org")
    forgotten(house, "nobody")
    forgotten(house)
    mail_links(house.context)
    [mail] = house.context.mailed
    assert mail.purpose == "reset"
    house.set(mail.link, OTHER)
    house.sign_in(OTHER)


def test_whom_no_mail_reaches_gets_no_link(house):
    house.settled()
    forgotten(house)
    house.settled(username="qian", email="qian@example.org")
    forgotten(house, "qian", mails=False)
    mail_links(house.context)
    assert house.context.mailed == []


def test_nobody_is_flooded_with_links(house):
    house.settled(email="zhao@example.org")
    for number in range(10):
        forgotten(house, address=f"192.0.2.{number}")
        mail_links(house.context)
    [mail] = house.context.mailed
    house.context.now += RESET_LIFE
    forgotten(house)
    mail_links(house.context)
    assert len(house.context.mailed) == 2
    with refusal("identity.link_void"):
        house.set(mail.link, OTHER)
    with refusal("too_many_attempts"):
        for _ in range(MOST[Budget.ASKED_BY] + 1):
            forgotten(house, "nobody", "203.0.113.1")
