"""Who sets whose password, by what, and what ends with it."""

from dataclasses import replace

import pytest

from rongcuo.contracts.actor import Role
from rongcuo.contracts.identity import (
    ChangePassword,
    DismissOfficer,
    LinkQuery,
    OfficerState,
    SessionsQuery,
    SignOutEverywhere,
    Unlock,
)
from services.identity import views
from services.identity.domain.attempts import MOST, Budget
from services.identity.domain.credentials import INVITATION_LIFE, RESET_LIFE
from services.identity.domain.strength import require_strong
from services.identity.usecases import posts, signing_in
from services.identity.usecases.passwords import change_password
from tests.unit.identity.context import FakeContext, PlainPasswords, SlowPasswords, somebody
from tests.unit.identity.house import FIRST, FRESH, OTHER, SECOND, House, refusal

THIRD = "a third one nobody guesses 九"


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


def test_whoever_is_enrolled_sets_their_own_password_by_a_link_that_works_once(house):
    view = house.enrol()
    assert view.state is OfficerState.INVITED
    with refusal("sign_in_failed"):
        house.sign_in("")
    issued = house.issue(view)
    assert issued.expires_at == house.context.now + INVITATION_LIFE
    assert views.link(house.context, LinkQuery(link=issued.link)).username == "zhao"
    assert house.set(issued.link).state is OfficerState.ACTIVE
    assert house.sign_in().officer.officer_id == view.officer_id
    with refusal("identity.link_void"):
        house.set(issued.link, OTHER)
    with refusal("identity.link_void"):
        views.link(house.context, LinkQuery(link=issued.link))


def test_a_weak_password_leaves_the_link_as_it_was(house):
    link = house.issue(house.enrol()).link
    with refusal("identity.weak_password"):
        house.set(link, "password1234")
    house.set(link)


def test_a_newer_link_ends_the_older_and_time_ends_each(house):
    view = house.enrol()
    old, new = house.issue(view).link, house.issue(view).link
    with refusal("identity.link_void"):
        house.set(old)
    house.context.now += INVITATION_LIFE
    with refusal("identity.link_void"):
        house.set(new)
    house.set(house.issue(view).link)
    assert house.issue(view).expires_at == house.context.now + RESET_LIFE


def test_no_link_and_no_password_is_kept_in_any_readable_form(house):
    view = house.enrol()
    link = house.issue(view).link
    with house.context._engine.connect() as connection:
        kept = "\n".join(connection.connection.dbapi_connection.iterdump())
    assert link not in kept
    assert len(link) >= 43
    assert not any(link in str(line) for line in house.guard.watch.lines)


def test_the_dismissed_have_no_link(house):
    view = house.enrol()
    link = house.issue(view).link
    posts.dismiss(house.context, DismissOfficer(command_id="d", officer_id=view.officer_id), house.guard)
    with refusal("identity.link_void"):
        house.set(link)
    with refusal("identity.not_in_post"):
        house.issue(view)


def test_an_own_change_asks_the_present_password_and_ends_the_other_sessions(house):
    house.settled()
    here, there = house.sign_in(), house.sign_in(address="192.0.2.2")
    wrong = ChangePassword(token=here.token, present=OTHER, password=OTHER)
    with refusal("identity.present_password_wrong"):
        change_password(house.context, wrong, house.guard)
    change_password(house.context, replace(wrong, present=FRESH), house.guard)
    [left] = views.sessions(house.context, SessionsQuery(token=here.token)).sessions
    assert left.present
    with refusal("sign_in_required"):
        views.sessions(house.context, SessionsQuery(token=there.token))
    with refusal("sign_in_failed"):
        house.sign_in(FRESH)
    house.sign_in(OTHER)


def test_a_password_is_not_changed_to_the_present_one_and_only_who_knows_it_is_told_so(house):
    house.settled()
    here, there = house.sign_in(), house.sign_in(address="192.0.2.2")
    same = ChangePassword(token=here.token, present=FRESH, password=FRESH)
    with refusal("identity.password_unchanged"):
        change_password(house.context, same, house.guard)
    with refusal("identity.present_password_wrong"):
        change_password(house.context, replace(same, present=OTHER, password=OTHER), house.guard)
    assert len(views.sessions(house.context, SessionsQuery(token=there.token)).sessions) == 2


@pytest.fixture
def slowly():
    context, passwords = FakeContext(FIRST), SlowPasswords()
    yield House(context, context.guard(passwords)), passwords
    context.close()


def test_no_session_begins_by_a_password_that_was_changed_meanwhile(slowly):
    house, passwords = slowly
    link = house.issue(house.settled()).link
    passwords.meanwhile = lambda: house.set(link, OTHER)
    with refusal("sign_in_failed"):
        house.sign_in(FRESH)
    assert house.guard.watch.named()[-1] == "sign_in_failed"
    token = house.sign_in(OTHER).token
    assert len(views.sessions(house.context, SessionsQuery(token=token)).sessions) == 1


def test_no_session_begins_for_whom_was_dismissed_meanwhile(slowly):
    house, passwords = slowly
    view = house.settled()
    command = DismissOfficer(command_id="d", officer_id=view.officer_id)
    passwords.meanwhile = lambda: posts.dismiss(house.context, command, house.guard)
    with refusal("sign_in_failed"):
        house.sign_in(FRESH)


def test_a_reset_meanwhile_stands_against_an_own_change(slowly):
    house, passwords = slowly
    view = house.settled()
    change = ChangePassword(token=house.sign_in().token, present=FRESH, password=THIRD)
    link = house.issue(view).link
    passwords.meanwhile = lambda: house.set(link, OTHER)
    with refusal("sign_in_required"):
        change_password(house.context, change, house.guard)
    house.sign_in(OTHER)


def test_of_two_own_changes_at_once_the_first_stands(slowly):
    house, passwords = slowly
    house.settled()
    change = ChangePassword(token=house.sign_in().token, present=FRESH, password=THIRD)
    first = replace(change, password=OTHER)
    passwords.meanwhile = lambda: change_password(house.context, first, house.guard)
    with refusal("identity.present_password_wrong"):
        change_password(house.context, change, house.guard)
    house.sign_in(OTHER)


def test_guesses_at_the_present_password_are_counted_apart_from_signing_in(house):
    house.settled()
    wrong = ChangePassword(token=house.sign_in().token, present=OTHER, password=OTHER)
    for _ in range(MOST[Budget.PAIR]):
        with refusal("identity.present_password_wrong"):
            change_password(house.context, wrong, house.guard)
    with refusal("too_many_attempts"):
        change_password(house.context, replace(wrong, present=FRESH), house.guard)
    house.sign_in()


def test_signing_out_everywhere_is_ones_own_or_a_registrars(house):
    view = house.settled()
    command = SignOutEverywhere(command_id="s", officer_id=view.officer_id)
    for by in (somebody(Role.REVIEWER, id=view.officer_id), SECOND):
        token = house.sign_in().token
        house.context.actor = by
        signing_in.sign_out_everywhere(house.context, command, house.guard)
        with refusal("sign_in_required"):
            views.sessions(house.context, SessionsQuery(token=token))
    house.context.actor = somebody(Role.REVIEWER, id="colleague")
    with refusal("forbidden"):
        signing_in.sign_out_everywhere(house.context, command, house.guard)


def test_the_ledger_says_what_became_of_a_password_and_of_who_is_in(house):
    view = house.settled()
    house.sign_in()
    house.context.actor = SECOND
    who = {"command_id": "s", "officer_id": view.officer_id}
    signing_in.sign_out_everywhere(house.context, SignOutEverywhere(**who), house.guard)
    signing_in.unlock(house.context, Unlock(**who), house.guard)
    with refusal("identity.link_void"):
        house.set("no such link")
    steps = ["link_issued invitation hand", "password_set", "signed_in", "signed_out_everywhere", "unlocked"]
    assert house.context.noted == [(step, view.officer_id) for step in steps]


def test_a_registrar_ends_the_wait_and_so_does_a_new_password(house):
    view = house.settled()
    for mend in (lambda: signing_in.unlock(house.context, Unlock(command_id="u", officer_id=view.officer_id),
                                           house.guard),
                 lambda: house.set(house.issue(view).link)):
        for _ in range(MOST[Budget.PAIR]):
            with refusal("sign_in_failed"):
                house.sign_in(OTHER)
        with refusal("too_many_attempts"):
            house.sign_in()
        house.context.actor = FIRST
        mend()
        house.sign_in()
    house.context.actor = somebody(Role.LEAD)
    with refusal("forbidden"):
        signing_in.unlock(house.context, Unlock(command_id="u", officer_id=view.officer_id), house.guard)


@pytest.mark.parametrize("password", [
    "short", "123456789012", "Password1234", "abababababab", "            ", "some-long-name", "qwertyuiop12",
    "111111111112", "password1234!", "yunnan123456", "口令-口令-口令", "x" * 129, "rongcuo rongcuo", ""])
def test_what_would_soon_be_guessed_is_refused(password):
    with refusal("identity.weak_password"):
        require_strong(password, ("some-long-name",))


@pytest.mark.parametrize("password", [
    FRESH, OTHER, "一个足够长的口令,不常见", "horse battery staple correct " * 4, "kx7#Qm2vLp9z",
    " leading and trailing are fine "])
def test_any_characters_will_do(password):
    require_strong(password, ("some-long-name",))
