"""Links that somebody else held before their officer: where no mail goes out, a registrar hands them over."""

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import AlarmsQuery, SessionsQuery, SetPassword
from services.identity import views
from services.identity.domain.credentials import INVITATION_LIFE
from services.identity.usecases import passwords
from services.identity.usecases.mailing import mail_links
from tests.unit.identity.context import FakeContext, PlainPasswords, Unit, somebody
from tests.unit.identity.house import FIRST, OTHER, House, refusal


@pytest.fixture
def context():
    context = FakeContext(FIRST)
    yield context
    context.close()


@pytest.fixture
def house(context):
    return House(context, context.guard(PlainPasswords()))


@pytest.fixture
def mailing(context):
    return House(context, context.guard(PlainPasswords()), mails=True)


def test_a_link_that_a_registrar_held_is_shown_to_its_officer_and_told(house):
    """Whoever was shown it could have used it: the owner sees so as they sign in next, and ever after among
    their sessions; in place of a password it is an alarm."""
    view = house.settled()
    assert house.sign_in().handed
    signed = house.sign_in()
    assert not signed.handed
    assert "handed_link_used" in house.guard.watch.named()
    assert not alarms(house)
    house.context.now += INVITATION_LIFE
    passwords.set_password(house.context, SetPassword(link=house.issue(view).link, password=OTHER,
                                                     address="203.0.113.9"), house.guard)
    assert alarms(house) == [("handed", view.officer_id)]
    about = [facts for what, facts in house.guard.watch.lines if what == "handed_link_used"][-1]
    assert about == {"officer": view.officer_id, "by": "first", "address": "203.0.113.9"}
    signed = house.sign_in(OTHER)
    assert signed.handed
    seen = views.sessions(house.context, SessionsQuery(token=signed.token)).handed
    assert [each.address for each in seen] == ["203.0.113.9", ""]


def test_of_what_was_rolled_back_the_operators_are_told_nothing(house, monkeypatch):
    def fails(*_args, **_rest):
        raise CaseError("storage_unavailable")

    link = house.issue(house.enrol()).link
    told = house.guard.watch.named()
    monkeypatch.setattr(Unit, "commit", fails)
    with refusal("storage_unavailable"):
        house.set(link)
    assert house.guard.watch.named() == told


def test_a_link_that_was_mailed_is_nobody_elses(mailing):
    mailing.enrol(email="zhao@example.org")
    mail_links(mailing.context)
    mailing.set(mailing.context.mailed[0].link)
    signed = mailing.sign_in()
    assert not signed.handed
    assert views.sessions(mailing.context, SessionsQuery(token=signed.token)).handed == ()


def alarms(house):
    house.context.actor = somebody(Role.OPERATOR, id="operator")
    return [(each.kind, each.subject) for each in views.alarms(house.context, AlarmsQuery()).alarms]
