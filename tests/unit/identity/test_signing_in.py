"""Tokens, and the first accounts."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import DismissOfficer, SignIn, SignOut, TokenQuery
from services.identity import bootstrap, demonstration, views
from services.identity.domain.attempts import MOST, Budget
from services.identity.domain.credentials import SESSION_LIFE, Presence
from services.identity.passwords import Scrypt
from services.identity.usecases import posts, signing_in
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


@pytest.mark.parametrize("typed", [
    "Songming.Filer", "ｓｏｎｇｍｉｎｇ．ｆｉｌｅｒ", " songming.filer\u200b", "songming。filer"])
def test_a_user_name_is_the_one_that_is_seen_and_its_attempts_count_together(context, guard, typed):
    assert signing_in.sign_in(context, replace(WHO, username=typed), guard).token
    fails(context, guard, WRONG, PAIR - 1)
    fails(context, guard, replace(WRONG, username=typed))
    with refusal("too_many_attempts"):
        signing_in.sign_in(context, WRONG, guard)


def test_a_token_names_its_holder_until_it_expires(context, guard, presence):
    signed_in = signing_in.sign_in(context, WHO, guard)
    query = TokenQuery(token=signed_in.token)
    assert signed_in.officer.name == "刘某"
    assert signed_in.expires_at == context.now + SESSION_LIFE
    while context.now < signed_in.expires_at:
        assert views.whose_token(context, query, presence, IDLE) == signed_in.officer
        context.now += timedelta(minutes=29)
    with refusal("sign_in_required"):
        views.whose_token(context, query, presence, IDLE)


@pytest.mark.parametrize("written_down", [True, False])
def test_a_token_that_nobody_used_for_a_while_is_nobodys(context, guard, presence, written_down):
    query = TokenQuery(token=signing_in.sign_in(context, WHO, guard).token)
    context.now += timedelta(minutes=20)
    views.whose_token(context, query, presence, IDLE)
    if written_down:
        signing_in.note_presence(context, presence)
        presence = Presence()  # another process
    context.now += timedelta(minutes=29)
    views.whose_token(context, query, presence, IDLE)
    context.now += IDLE
    with refusal("sign_in_required"):
        views.whose_token(context, query, presence, IDLE)


def test_a_page_that_looks_by_itself_keeps_nobody_signed_in(context, guard, presence):
    query = TokenQuery(token=signing_in.sign_in(context, WHO, guard).token)
    context.now += timedelta(minutes=29)
    views.whose_token(context, replace(query, unattended=True), presence, IDLE)
    context.now += timedelta(minutes=1)
    with refusal("sign_in_required"):
        views.whose_token(context, query, presence, IDLE)


def test_only_a_digest_of_the_token_is_kept(context, guard):
    token = signing_in.sign_in(context, WHO, guard).token
    with context._engine.connect() as connection:
        kept = "\n".join(connection.connection.dbapi_connection.iterdump())
    assert token not in kept
    assert len(token) >= 43


def test_a_token_signed_out_is_nobodys(context, guard, presence):
    token = signing_in.sign_in(context, WHO, guard).token
    signing_in.sign_out(context, SignOut(token=token))
    signing_in.sign_out(context, SignOut(token=token))
    with refusal("sign_in_required"):
        views.whose_token(context, TokenQuery(token=token), presence, IDLE)


def test_the_dismissed_are_signed_out_and_stay_out(context, guard, passwords, presence):
    token = signing_in.sign_in(context, WHO, guard).token
    context.actor = next(officer.actor for officer in demonstration.founders("test", passwords)
                         if officer.username == "province.registrar")
    posts.dismiss(context, DismissOfficer(command_id="c", officer_id="songming.filer"), guard)
    with refusal("sign_in_required"):
        views.whose_token(context, TokenQuery(token=token), presence, IDLE)
    fails(context, guard, WHO)


def test_sweeping_drops_only_what_has_expired(context, guard, presence):
    old = signing_in.sign_in(context, WHO, guard).token
    fails(context, guard, WRONG)
    context.now += timedelta(hours=25)
    young = signing_in.sign_in(context, WHO, guard).token
    signing_in.sweep(context, IDLE)
    guard.budgets.sweep()
    with context._engine.connect() as connection:
        assert connection.exec_driver_sql("select count(*) from sessions").scalar() == 1
        assert connection.exec_driver_sql("select count(*) from budgets").scalar() == 0
    assert views.whose_token(context, TokenQuery(token=young), presence, IDLE).username == WHO.username
    with refusal("sign_in_required"):
        views.whose_token(context, TokenQuery(token=old), presence, IDLE)


def test_founding_twice_adds_nobody_and_tells_nothing(context, passwords):
    before = len(context.told)
    bootstrap.found(context, "test", "", passwords)
    units = {(account.organ_id, account.unit) for account in demonstration.accounts()}
    assert len(context.told) == before == len(demonstration.accounts()) + len(units)


def test_there_is_no_demonstration_in_production(passwords):
    with pytest.raises(PermissionError):
        demonstration.founders("production", passwords)


@pytest.mark.parametrize("secret", ["", "a-long-enough-secret"])
def test_production_begins_with_two_registrars_and_only_while_empty(passwords, secret):
    first, second = bootstrap.founders("production", secret, True, passwords)
    for registrar in (first, second):
        assert (registrar.division_code, sorted(registrar.roles)) == ("530000", ["registrar"])
    assert (bool(first.password_hash), second.password_hash) == (bool(secret), "")
    assert bootstrap.founders("production", secret, False, passwords) == ()


def test_production_begins_with_no_weak_password(passwords):
    with refusal("identity.weak_password"):
        bootstrap.founders("production", "123456789012", True, passwords)


def test_demonstration_accounts_are_those_promised():
    promised = {"songming.filer", "songming.reviewer", "songming.reviewer2", "songming.lead",
                "kunming.supervisor", "yiliang.filer", "yiliang.reviewer", "yiliang.lead",
                "province.registrar", "province.registrar2", "operator"}
    assert promised <= {account.username for account in demonstration.accounts()}
    assert len(demonstration.password()) >= 12


def test_scrypt_matches_its_own_and_nobody_else():
    scrypt = Scrypt()
    hashed = scrypt.hash("口令-口令-口令")
    assert hashed.startswith("scrypt:")
    assert scrypt.match(hashed, "口令-口令-口令", known=True)
    assert not scrypt.match(hashed, "口令-口令-口", known=False)
    assert not scrypt.match(None, "口令-口令-口令", known=True)
