"""Passwords, tokens, and what happens after too many failures."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import DismissOfficer, SignIn, SignOut, TokenQuery
from services.identity import demonstration, first_accounts, usecases, views
from services.identity.domain import CALM_DOWN, MOST_FAILURES, SESSION_LIFE
from services.identity.passwords import Scrypt
from tests.unit.identity.desk import FakeDesk, PlainPasswords

WHO = SignIn(username="songming.filer", password=demonstration.password())
WRONG = replace(WHO, password="not the password")


@pytest.fixture
def passwords():
    return PlainPasswords()


@pytest.fixture
def desk(passwords):
    desk = FakeDesk()
    usecases.found(desk, "test", "", passwords)
    yield desk
    desk.close()


def refusal(code):
    return pytest.raises(CaseError, match=f"^{code}:")


def test_a_token_names_its_holder_until_it_expires(desk, passwords):
    signed_in = usecases.sign_in(desk, WHO, passwords)
    query = TokenQuery(token=signed_in.token)
    assert views.whose_token(desk, query) == signed_in.officer
    assert signed_in.officer.name == "刘某"
    assert signed_in.expires_at == desk.now + SESSION_LIFE
    desk.now = signed_in.expires_at
    with refusal("sign_in_required"):
        views.whose_token(desk, query)


def test_only_a_digest_of_the_token_is_kept(desk, passwords):
    token = usecases.sign_in(desk, WHO, passwords).token
    with desk._engine.connect() as connection:
        kept = "\n".join(connection.connection.dbapi_connection.iterdump())
    assert token not in kept
    assert len(token) >= 43


def test_a_token_signed_out_is_nobodys(desk, passwords):
    token = usecases.sign_in(desk, WHO, passwords).token
    usecases.sign_out(desk, SignOut(token=token))
    usecases.sign_out(desk, SignOut(token=token))
    with refusal("sign_in_required"):
        views.whose_token(desk, TokenQuery(token=token))


def test_the_dismissed_are_signed_out_and_stay_out(desk, passwords):
    token = usecases.sign_in(desk, WHO, passwords).token
    desk.actor = next(officer.actor for officer in demonstration.founders("test", passwords)
                      if officer.username == "province.registrar")
    usecases.dismiss(desk, DismissOfficer(command_id="c", officer_id="songming.filer"))
    with refusal("sign_in_required"):
        views.whose_token(desk, TokenQuery(token=token))
    with refusal("sign_in_failed"):
        usecases.sign_in(desk, WHO, passwords)


@pytest.mark.parametrize("who", [WRONG, replace(WRONG, username="nobody")])
def test_failures_are_counted_for_known_and_unknown_alike(desk, passwords, who):
    for _ in range(MOST_FAILURES):
        with refusal("sign_in_failed"):
            usecases.sign_in(desk, who, passwords)
    assert len(passwords.compared) == MOST_FAILURES
    with refusal("too_many_attempts"):
        usecases.sign_in(desk, replace(WHO, username=who.username), passwords)
    assert len(passwords.compared) == MOST_FAILURES, "a throttled attempt costs no hash"
    desk.now += CALM_DOWN
    with refusal("sign_in_failed"):
        usecases.sign_in(desk, who, passwords)


def test_the_right_password_wipes_the_slate(desk, passwords):
    for _ in range(MOST_FAILURES - 1):
        with refusal("sign_in_failed"):
            usecases.sign_in(desk, WRONG, passwords)
    usecases.sign_in(desk, replace(WHO, username="SongMing.Filer"), passwords)
    with refusal("sign_in_failed"):
        usecases.sign_in(desk, WRONG, passwords)


def test_sweeping_drops_only_what_has_expired(desk, passwords):
    old = usecases.sign_in(desk, WHO, passwords).token
    with refusal("sign_in_failed"):
        usecases.sign_in(desk, WRONG, passwords)
    desk.now += timedelta(hours=25)
    young = usecases.sign_in(desk, WHO, passwords).token
    usecases.sweep(desk)
    with desk._engine.connect() as connection:
        assert connection.exec_driver_sql("select count(*) from sessions").scalar() == 1
        assert connection.exec_driver_sql("select count(*) from sign_in_failures").scalar() == 0
    assert views.whose_token(desk, TokenQuery(token=young)).username == WHO.username
    with refusal("sign_in_required"):
        views.whose_token(desk, TokenQuery(token=old))


def test_founding_twice_adds_nobody_and_tells_nothing(desk, passwords):
    before = len(desk.told)
    usecases.found(desk, "test", "", passwords)
    assert len(desk.told) == before == len(demonstration.accounts())


def test_there_is_no_demonstration_in_production(passwords):
    with pytest.raises(PermissionError):
        demonstration.founders("production", passwords)
    assert first_accounts.founders("production", "", True, passwords) == ()


def test_production_begins_with_one_registrar_and_only_while_empty(passwords):
    secret = "a-long-enough-secret"
    [registrar] = first_accounts.founders("production", secret, True, passwords)
    assert (registrar.username, registrar.division_code, sorted(registrar.roles)) == (
        "registrar", "530000", ["registrar"])
    assert first_accounts.founders("production", secret, False, passwords) == ()
    with refusal("identity.weak_password"):
        first_accounts.founders("production", "123456789012", True, passwords)


def test_demonstration_accounts_are_those_promised():
    promised = {"songming.filer", "songming.reviewer", "songming.reviewer2", "songming.lead",
                "kunming.supervisor", "yiliang.filer", "yiliang.reviewer", "yiliang.lead",
                "province.registrar", "operator"}
    assert promised <= {account.username for account in demonstration.accounts()}
    assert len(demonstration.password()) >= 12


def test_scrypt_matches_its_own_and_nobody_else():
    scrypt = Scrypt()
    hashed = scrypt.hash("口令-口令-口令")
    assert hashed.startswith("scrypt:")
    assert scrypt.match(hashed, "口令-口令-口令")
    assert not scrypt.match(hashed, "口令-口令-口")
    assert not scrypt.match(None, "口令-口令-口令")
