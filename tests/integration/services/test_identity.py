"""Identity on real databases and as a running service."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import eventlet
import pytest
from sqlalchemy import text

from rongcuo.chassis.config import Config
from rongcuo.chassis.context import Context
from rongcuo.chassis.desk import WorkDesk
from rongcuo.chassis.occasions import Answered, Asked, Command, Tick
from rongcuo.chassis.runner import House, housed
from rongcuo.chassis.security_log import SecurityLog
from rongcuo.chassis.workshop import Workshop
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import (
    DismissOfficer,
    EnrolOfficer,
    IssueLink,
    MailLink,
    OfficersQuery,
    OfficersView,
    OfficerView,
    SetPassword,
    SignedIn,
    SignIn,
    TokenQuery,
)
from services.identity import demonstration, usecases, views
from services.identity.domain import Budget
from services.identity.domain.attempts import MOST
from services.identity.guarding import Seen
from services.identity.passwords import Scrypt
from services.identity.ports import Guard
from services.identity.service import IdentityService
from services.identity.storage import METADATA, OfficerStorage, SqlBudgets
from tests.integration.front_door import FrontDoor, calls_of

PASSWORDS = Scrypt()
SECRET, OTHER = "a-quite-unguessable-secret", "quiet otters paint lanterns"
REGISTRAR = Actor("registrar", "王静", "530000", "530000", "", frozenset({Role.REGISTRAR}))
REVIEWER = EnrolOfficer(command_id="enrol.1", username="reviewer", name="赵清", organ_id="530127",
                        roles=(Role.REVIEWER,), unit="嵩明县纪委监委")
IDLE = timedelta(minutes=30)
Desk = WorkDesk[OfficerStorage]


class Office:
    """Identity's workshop, and a desk for each occasion."""

    def __init__(self, config: Config) -> None:
        self.workshop = Workshop("identity", METADATA, OfficerStorage, config)
        self.workshop.start()
        self.guard = Guard(PASSWORDS, SqlBudgets(self.workshop.database, time.time), SecurityLog("identity"))
        self.seen = Seen()
        self.seen.setup()

    def enrol(self, command_id: str = "", digest: str = "d", **rest: str) -> OfficerView:
        return usecases.enrol(self.desk(command_id, digest), replace(REVIEWER, **rest), self.guard.watch,
                              mails=False)

    def link(self, officer_id: str) -> str:
        return usecases.issue_link(self.desk(), IssueLink(officer_id=officer_id), self.guard.watch,
                                   mails=False).link

    def set(self, link: str, password: str = SECRET) -> OfficerView:
        return usecases.set_password(self.desk(), SetPassword(link=link, password=password), self.guard)

    def sign_in(self, username: str = "reviewer", password: str = SECRET, address: str = "") -> SignedIn:
        who = SignIn(username=username, password=password, address=address)
        return usecases.sign_in(self.desk(), who, self.guard)

    def desk(self, command_id: str = "", digest: str = "d", actor: Actor = REGISTRAR) -> Desk:
        return self.workshop.desk(Command(command_id or uuid4().hex, digest), actor)

    def reading(self, actor: Actor = REGISTRAR) -> Desk:
        return self.workshop.desk(Asked(), actor)

    def count(self, table: str) -> int:
        with self.workshop.database.reading() as session:
            return int(session.scalar(text(f"select count(*) from {table}")))  # noqa: S608 (a test's own word)


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.workshop.stop()


def refusal(code: str) -> pytest.RaisesExc[CaseError]:
    return pytest.raises(CaseError, match=f"^{code}:")


def test_a_whole_stay(office: Office) -> None:
    officer = office.set(office.link(office.enrol().officer_id))
    signed_in = office.sign_in("REVIEWER")
    token = TokenQuery(token=signed_in.token)
    assert views.whose_token(office.reading(), token, office.seen, IDLE) == officer
    usecases.note_presence(office.workshop.desk(Tick()), office.seen)
    with refusal("sign_in_failed"):
        office.sign_in(password=SECRET[1:])
    command = DismissOfficer(command_id="c", officer_id=officer.officer_id)
    usecases.dismiss(office.desk(), command, office.guard.watch)
    with refusal("sign_in_required"):
        views.whose_token(office.reading(), token, office.seen, IDLE)
    assert (office.count("sessions"), office.count("links")) == (0, 0)
    assert office.count("outbox") == 2


def test_forty_guesses_at_once_are_no_more_than_eight(office: Office) -> None:
    office.set(office.link(office.enrol().officer_id))

    def guess(password: str, address: str) -> str:
        while True:
            try:
                return office.sign_in(password=password, address=address).officer.username
            except CaseError as refused:
                if refused.code != "busy_signing_in":   # it cost nothing: come again
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


def test_links_are_mailed_once_by_two_at_the_same_moment(office: Office) -> None:
    usecases.enrol(office.desk(), replace(REVIEWER, email="zhao@example.org"), office.guard.watch, mails=True)
    mailed: list[MailLink] = []

    def post() -> None:
        desk = office.workshop.desk(Tick(), ask=lambda *asked: mailed.append(asked[2]))
        usecases.mail_links(desk)

    for each in [eventlet.spawn(post) for _ in range(2)]:
        each.wait()
    [mail] = mailed
    office.set(mail.link)


def test_the_same_command_again_enrols_nobody(office: Office) -> None:
    officer = office.enrol("enrol.1")
    with pytest.raises(Answered) as answered:
        office.enrol("enrol.1")
    assert answered.value.answer["officer_id"] == officer.officer_id
    with refusal("command_reused"):
        office.enrol("enrol.1", digest="another")
    assert office.count("officers") == 1


def test_a_user_name_is_given_once_also_to_two_at_the_same_moment(office: Office) -> None:
    def enrol(username: str) -> str:
        try:
            return office.enrol(username=username).username
        except CaseError as refused:
            return refused.code

    twins = [eventlet.spawn(enrol, username) for username in ("twin", "Twin", "TWIN", "twiN")]
    assert sorted(twin.wait() for twin in twins) == ["identity.username_taken"] * 3 + ["twin"]
    assert office.count("officers") == office.count("outbox") == 1


@pytest.mark.parametrize(("actor", "seen"), [
    (REGISTRAR, True), (replace(REGISTRAR, division_code="530100"), True),
    (replace(REGISTRAR, division_code="530300"), False),
    (replace(REGISTRAR, division_code="530127", organ_id="530127", roles=frozenset({Role.LEAD})), True),
    (replace(REGISTRAR, organ_id="530127", roles=frozenset({Role.FILER}), unit="杨桥街道办事处"), False),
    (replace(REGISTRAR, roles=frozenset({Role.OPERATOR})), False)])
def test_rows_are_seen_by_scope(office: Office, actor: Actor, seen: bool) -> None:
    office.enrol()
    found = views.officers(office.reading(actor), OfficersQuery(organ_id="530127")).officers
    assert [officer.username for officer in found] == (["reviewer"] if seen else [])


def test_first_accounts_are_founded_once_also_by_two_at_the_same_moment(office: Office) -> None:
    def found() -> str:
        try:
            usecases.found(office.workshop.desk(Tick()), "test", "", PASSWORDS)
        except CaseError as refused:
            return refused.code
        return "founded"

    pair = [eventlet.spawn(found) for _ in range(3)]
    assert "founded" in {each.wait() for each in pair}
    assert found() == "founded"
    assert office.count("officers") == office.count("outbox") == len(demonstration.accounts())


def test_hashing_holds_up_nobody(heartbeat: Callable[[], int]) -> None:
    PASSWORDS.match(None, SECRET)
    before = heartbeat()
    PASSWORDS.match(None, SECRET)
    assert heartbeat() > before, "other green threads have their turn while a password is hashed"


@pytest.fixture
def house(sqlite_config: Config) -> Iterator[House]:
    with housed([IdentityService, FrontDoor], sqlite_config) as opened:
        yield opened


def ask(house: House, actor: Actor | None, method: str, payload: dict[str, object]) -> dict[str, object]:
    context = Context(actor, uuid4().hex, time.time() + 5)
    return calls_of(house).ask(context, "identity", method, payload, dict)


def signed_in(house: House, password: str = demonstration.password()) -> dict[str, object]:
    return ask(house, None, "sign_in", {"username": "songming.filer", "password": password})


@pytest.fixture
def founded(house: House) -> House:
    with eventlet.Timeout(10):
        while True:
            try:
                signed_in(house)
                return house
            except CaseError:
                eventlet.sleep(0.05)


def test_the_service_is_open_to_strangers_only_for_signing_in(founded: House) -> None:
    token = signed_in(founded)["token"]
    assert ask(founded, None, "whose_token", {"token": token})["name"] == "刘某"
    assert ask(founded, None, "sign_out", {"token": token}) == {}
    for method in ("enrol_officer", "dismiss_officer"):
        with refusal("sign_in_required"):
            ask(founded, None, method, {})
    assert ask(founded, None, "officers", {"organ_id": "530127"}) == {"officers": []}


def test_no_password_is_kept_or_logged_in_any_readable_form(founded: House, sqlite_config: Config,
                                                            capfd: pytest.CaptureFixture[str]) -> None:
    token = str(signed_in(founded)["token"])
    with refusal("sign_in_failed"):
        signed_in(founded, SECRET)
    registrar = replace(REGISTRAR, officer_id="province.registrar")
    command = {"command_id": "c1", "username": "new", "name": "新人", "organ_id": "530127",
               "roles": ["reviewer"]}
    enrolled = ask(founded, registrar, "enrol_officer", command)
    link = str(ask(founded, registrar, "issue_link", {"officer_id": enrolled["officer_id"]})["link"])
    ask(founded, None, "set_password", {"link": link, "password": OTHER})
    told = "".join(capfd.readouterr())
    kept = [file for file in sqlite_config.data_dir.rglob("*") if file.is_file()]  # keys: a folder
    assert kept
    told += "".join(file.read_bytes().decode("latin-1") for file in kept)
    for secret in (SECRET, OTHER, link, token, demonstration.password()):
        assert secret not in told


def test_views_and_answers_are_contracts(founded: House) -> None:
    assert SignedIn.__dataclass_fields__.keys() == signed_in(founded).keys()
    lead = replace(REGISTRAR, roles=frozenset({Role.LEAD}), organ_id="530127", division_code="530127")
    found = ask(founded, lead, "officers", {"organ_id": "530127", "role": "reviewer"})
    assert found.keys() == OfficersView.__dataclass_fields__.keys()
    assert [officer["username"] for officer in found["officers"]] == [
        "songming.reviewer", "songming.reviewer2"]
