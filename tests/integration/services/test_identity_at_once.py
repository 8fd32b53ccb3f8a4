"""Identity on real databases when several do the same at the same moment."""

import re
from collections.abc import Iterator
from dataclasses import replace

import eventlet
import pytest
from click.testing import CliRunner
from eventlet.patcher import original

from rongcuo.chassis.config import Config
from rongcuo.chassis.triggers import Tick
from rongcuo.cli import main
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import MailLink
from services.identity import bootstrap, demonstration
from services.identity.domain.attempts import MOST, Budget
from services.identity.usecases import mailing, posts
from tests.integration.services.identity_office import PASSWORDS, REVIEWER, SECRET, Office


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.runtime.stop()


def test_forty_guesses_at_once_are_no_more_than_eight(office: Office) -> None:
    office.set(office.link(office.enrol().officer_id))

    def guess(password: str, address: str) -> str:
        while True:
            try:
                return office.sign_in(password=password, address=address).officer.username
            except CaseError as refused:
                if refused.code not in ("busy_signing_in", "busy"):   # come again
                    return refused.code
                eventlet.sleep(0.01)

    guesses = [eventlet.spawn(guess, "not the right one", "203.0.113.9") for _ in range(40)]
    codes = [each.wait() for each in guesses]
    assert set(codes) == {"sign_in_failed", "too_many_attempts"}
    assert codes.count("sign_in_failed") <= MOST[Budget.PAIR]
    assert guess(SECRET, "192.0.2.1") == "reviewer"


def test_a_link_used_by_two_at_the_same_moment_sets_one_password(office: Office) -> None:
    link = office.link(office.enrol().officer_id)

    def use(password: str) -> str:
        try:
            office.set(link, password)
        except CaseError as refused:
            return refused.code
        return "set"

    pair = [eventlet.spawn(use, f"{SECRET} {number}") for number in range(2)]
    assert sorted(each.wait() for each in pair) == ["identity.link_void", "set"]


def test_a_password_is_weighed_beside_all_other_work(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    threads = original("threading")
    weighed: list[int] = []

    def weigh(*_: object, **__: object) -> dict[str, int]:
        weighed.append(threads.get_ident())
        return {"score": 4}

    monkeypatch.setattr("services.identity.domain.strength.zxcvbn", weigh)
    office.set(office.link(office.enrol().officer_id))
    [thread] = weighed
    assert thread != threads.get_ident()


def test_links_are_mailed_once_by_two_at_the_same_moment(office: Office) -> None:
    posts.enrol(office.context(), replace(REVIEWER, email="zhao@example.org"),
                replace(office.guard, mails=True))
    mailed: list[MailLink] = []

    def post() -> None:
        context = office.runtime.context(Tick(), ask=lambda _, mail: mailed.append(mail))
        mailing.mail_links(context)

    for each in [eventlet.spawn(post) for _ in range(2)]:
        each.wait()
    [mail] = mailed
    office.set(mail.link)


def test_a_user_name_is_given_once_also_to_two_at_the_same_moment(office: Office) -> None:
    def enrol(username: str) -> str:
        try:
            return office.enrol(username=username).username
        except CaseError as refused:
            return refused.code

    twins = [eventlet.spawn(enrol, username) for username in ("twin", "Twin", "TWIN", "twiN")]
    assert sorted(twin.wait() for twin in twins) == ["identity.username_taken"] * 3 + ["twin"]
    assert office.count("officers") == office.count("units") == 1
    assert office.count("outbox") == 2


def test_first_accounts_are_founded_once_also_by_two_at_the_same_moment(office: Office) -> None:
    def found() -> str:
        try:
            bootstrap.found(office.runtime.context(Tick()), "test", "", PASSWORDS)
        except CaseError as refused:
            return refused.code
        return "founded"

    pair = [eventlet.spawn(found) for _ in range(3)]
    assert "founded" in {each.wait() for each in pair}
    assert found() == "founded"
    assert office.count("officers") == len(demonstration.accounts())
    assert office.count("officers") + office.count("units") == office.count("outbox")


@pytest.mark.parametrize(("username", "told"), [("registrar2", 0), ("registrar", 0), ("nobody", 1)])
def test_the_machine_lets_the_provinces_registrars_in_and_nobody_else(
        sqlite_config: Config, username: str, told: int) -> None:
    config = replace(sqlite_config, mode="production")
    office = Office(config)
    try:
        bootstrap.found(office.runtime.context(Tick()), "production", "", PASSWORDS)
        environment = {"RONGCUO_DATA_DIR": str(config.data_dir),
                       "RONGCUO_PUBLIC_URL": "https://rongcuo.example"}
        done = CliRunner(env=environment).invoke(main, ["registrar", "link", username])
        assert done.exit_code == told, done.output
        found = re.search(r"https://rongcuo.example/links/(\S+)", done.output)
        assert (found is None) is bool(told)
        if found:
            assert office.set(found[1]).username == username
    finally:
        office.runtime.stop()


def test_one_address_is_learned_twice_at_the_same_moment(office: Office) -> None:
    officer_id = office.enrol().officer_id

    def learn() -> str:
        context = office.runtime.context(Tick())
        try:
            with context.unit() as unit:
                unit.store.know_at(officer_id, "192.0.2.1", context.now)
                unit.store.known_at(officer_id, "192.0.2.1")
                eventlet.sleep(0.05)     # the other comes to the same row meanwhile
                unit.commit()
        except CaseError as refused:
            return refused.code
        return "learned"

    pair = [eventlet.spawn(learn) for _ in range(2)]
    assert [each.wait() for each in pair] == ["learned"] * 2
