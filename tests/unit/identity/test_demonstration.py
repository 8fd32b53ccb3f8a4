"""Whom one can be in a demonstration; nowhere else is anybody told a password."""

import pytest

from rongcuo.contracts.errors import CaseError
from services.identity import bootstrap, demonstration, views
from services.identity.passwords import Scrypt


@pytest.mark.parametrize("mode", ["demonstration", "test"])
def test_its_people_are_accounts_and_whom_to_be_first_comes_first(mode: str) -> None:
    told = views.demonstration(mode)
    assert [person.name for person in told.people][:3] == ["刘某", "赵清", "孙正"]
    assert [person.begins for person in told.people][:4] == [True, True, True, False]
    assert {person.username for person in told.people} <= {
        account.username for account in demonstration.accounts()}
    assert told.password not in repr(told)


def test_there_are_none_in_production() -> None:
    with pytest.raises(CaseError) as refused:
        views.demonstration("production")
    assert refused.value.code == "not_found"


def test_in_production_nobody_chooses_its_published_password() -> None:
    passwords = Scrypt(demonstration.published("production"))
    with pytest.raises(CaseError) as refused:
        passwords.require_strong(demonstration.password(), ())
    assert refused.value.code == "identity.weak_password"
    with pytest.raises(CaseError):
        bootstrap.founders("production", demonstration.password(), True, passwords)
    Scrypt(demonstration.published("demonstration")).require_strong(demonstration.password(), ())
