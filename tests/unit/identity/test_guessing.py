"""How often a password may be guessed, by whom, and who has to wait."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import AlarmsQuery, KnownAtQuery, SignIn
from services.identity import bootstrap, demonstration, views
from services.identity.domain.attempts import CALM_DOWN, MOST, Budget
from services.identity.domain.credentials import Presence
from services.identity.usecases import signing_in
from tests.unit.identity.context import FakeContext, PlainPasswords

HOME, STRANGE = "198.51.100.7", "203.0.113.9"
WHO = SignIn(username="songming.filer", password=demonstration.password(), address=HOME)
WRONG = replace(WHO, password="not the password", address=STRANGE)
IDLE = timedelta(minutes=30)
PAIR = MOST[Budget.PAIR]


@pytest.fixture
def passwords():
    return PlainPasswords()


@pytest.fixture
def context(passwords):
    context = FakeContext()
    bootstrap.found(context, "test", "", passwords)
    yield context
    context.close()


@pytest.fixture
def guard(context, passwords):
    return context.guard(passwords)


@pytest.fixture
def presence():
    return Presence()


def refusal(code):
    return pytest.raises(CaseError, match=f"^{code}:")


def fails(context, guard, who, times=1):
    for _ in range(times):
        with refusal("sign_in_failed"):
            signing_in.sign_in(context, who, guard)


@pytest.mark.parametrize("who", [WRONG, replace(WRONG, username="nobody")])
def test_failures_are_counted_for_known_and_unknown_alike(context, guard, passwords, who):
    fails(context, guard, who, PAIR)
    assert len(passwords.compared) == PAIR
    with refusal("too_many_attempts") as refused:
        signing_in.sign_in(context, replace(who, password=WHO.password), guard)
    assert 0 < refused.value.details["seconds"] <= CALM_DOWN.total_seconds()
    assert len(passwords.compared) == PAIR, "a throttled attempt costs no hash"
    context.now += CALM_DOWN
    fails(context, guard, who)


def test_a_stranger_locks_out_no_owner_at_another_address(context, guard):
    fails(context, guard, WRONG, PAIR)
    with refusal("too_many_attempts"):
        signing_in.sign_in(context, WRONG, guard)
    assert signing_in.sign_in(context, WHO, guard).officer.username == WHO.username


def test_many_strangers_lock_out_no_owner_where_they_are_known(context, guard):
    signing_in.sign_in(context, WHO, guard)
    for number in range(MOST[Budget.ACCOUNT]):
        fails(context, guard, replace(WRONG, address=f"203.0.113.{number}"))
    with refusal("too_many_attempts"):
        signing_in.sign_in(context, replace(WHO, address="192.0.2.1"), guard)
    assert signing_in.sign_in(context, WHO, guard).officer.username == WHO.username


def test_many_names_from_one_address_are_held_off_and_the_operators_told_once(
        context, guard, passwords, monkeypatch):
    for number in range(MOST[Budget.ADDRESS]):
        fails(context, guard, replace(WRONG, username=f"name{number}"))
    with monkeypatch.context() as patch:
        patch.setattr(context, "unit", lambda: pytest.fail("a refused sign-in is kept as done under its id"))
        for number in range(60):
            with refusal("too_many_attempts"):
                signing_in.sign_in(context, replace(WRONG, username=f"other{number}"), guard)
    assert len(passwords.compared) == MOST[Budget.ADDRESS]
    context.actor = next(officer.actor for officer in demonstration.founders("test", passwords)
                         if officer.username == "operator")
    [alarm] = views.alarms(context, AlarmsQuery()).alarms
    assert (alarm.kind, alarm.subject) == ("address", STRANGE)
    assert guard.watch.named().count("spraying") == 1


def test_people_behind_one_address_who_know_their_passwords_cost_it_nothing(context, guard):
    for account in demonstration.accounts() * 4:
        signing_in.sign_in(context, replace(WHO, username=account.username), guard)
    fails(context, guard, replace(WRONG, address=HOME, username="somebody.new"))


def test_the_place_is_taken_before_the_password_is_looked_at(context, guard, passwords, monkeypatch):
    inner = []

    def match(hashed, password, *, known):
        if len(inner) < 40:
            inner.append(hashed)
            with pytest.raises(CaseError):  # forty at the same moment: each while all before it are hashed
                signing_in.sign_in(context, WRONG, guard)
        return False

    monkeypatch.setattr(passwords, "match", match)
    fails(context, guard, WRONG)
    assert len(inner) == PAIR


def test_whoever_signed_in_there_before_waits_before_others(context, guard, passwords, monkeypatch):
    signing_in.sign_in(context, replace(WHO, address=HOME), guard)
    asked = []
    with monkeypatch.context() as patch:
        patch.setattr(passwords, "match", lambda *_, known: asked.append(known))
        for address in (HOME, "198.51.100.77"):
            fails(context, guard, replace(WRONG, address=address))
            who = KnownAtQuery(username=WRONG.username.upper(), address=address)
            assert views.known_at(context, who).known is asked[-1]
    assert asked == [True, False]
    assert not views.known_at(context, KnownAtQuery(username="nobody", address=HOME)).known


def test_too_many_to_hash_cost_nothing_and_are_told_when_to_come_again(context, guard, passwords,
                                                                       monkeypatch):
    def busy(*_, **__):
        raise CaseError("busy_signing_in", details={"seconds": 2})

    with monkeypatch.context() as patch:
        patch.setattr(passwords, "match", busy)
        for _ in range(PAIR + 1):
            with refusal("busy_signing_in"):
                signing_in.sign_in(context, WRONG, guard)
    fails(context, guard, WRONG)


def test_the_right_password_wipes_the_slate(context, guard):
    fails(context, guard, replace(WRONG, address=HOME), PAIR - 1)
    signing_in.sign_in(context, replace(WHO, username="SongMing.Filer"), guard)
    fails(context, guard, replace(WRONG, address=HOME), PAIR)


def test_the_security_log_knows_whom_and_where_but_no_typed_name(context, guard):
    fails(context, guard, WRONG)
    fails(context, guard, replace(WRONG, username="my-password-typed-here"))
    signing_in.sign_in(context, WHO, guard)
    assert guard.watch.lines == [
        ("sign_in_failed", {"officer": "songming.filer", "address": STRANGE}),
        ("sign_in_failed", {"officer": "", "address": STRANGE}),
        ("signed_in", {"officer": "songming.filer", "address": HOME})]
