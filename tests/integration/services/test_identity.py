"""Identity on real databases and as a running service."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from uuid import uuid4

import eventlet
import pytest

from rongcuo.chassis.call_context import CallContext
from rongcuo.chassis.config import Config
from rongcuo.chassis.database import DatabaseInUse
from rongcuo.chassis.files.locked_file import hold
from rongcuo.chassis.hosting.host import ServiceHost, hosted
from rongcuo.chassis.triggers import AlreadyAnswered, Tick
from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.identity import (
    DismissOfficer,
    DropUnsent,
    KeepUnsent,
    OfficersQuery,
    OfficersView,
    SignedIn,
    TokenQuery,
    UnsentFormsQuery,
    UnsentWordsQuery,
    operations,
)
from rongcuo.contracts.operation import Operation
from services.identity import demonstration, views
from services.identity.domain.unsent import MOST_UNSENT
from services.identity.service import IdentityService
from services.identity.usecases import keeping, posts, signing_in
from tests.integration.front_door import FrontDoor, calls_of
from tests.integration.services.identity_office import (
    IDLE,
    OTHER,
    PASSWORDS,
    REGISTRAR,
    SECRET,
    Office,
    refusal,
)
from tests.patience import CALL


@pytest.fixture
def office(config: Config) -> Iterator[Office]:
    opened = Office(config)
    yield opened
    opened.runtime.stop()


def test_words_of_a_form_are_kept_until_they_are_sent_or_their_officer_leaves(office: Office) -> None:
    officer = office.enrol()
    me = replace(REGISTRAR, officer_id=officer.officer_id)

    def keep(form: str, page: str) -> None:
        keeping.keep_unsent(office.context(actor=me),
                             KeepUnsent(form=form, page=page, sealed="字" * 100_000))

    for form in [f"f{number}" for number in range(MOST_UNSENT)] * 2:
        keep(form, "p")
    keeping.drop_unsent(office.context(actor=me), DropUnsent(form="f3", page="p"))
    keep("f3", "p")
    kept = views.unsent_forms(office.reading(me), UnsentFormsQuery()).forms
    assert {each.form for each in kept} == {f"f{number}" for number in range(MOST_UNSENT)} - {"f3"}
    assert views.unsent_words(office.reading(me), UnsentWordsQuery(form="f4")).sealed == "字" * 100_000
    assert views.unsent_forms(office.reading(), UnsentFormsQuery()).forms == ()
    posts.dismiss(office.context(), DismissOfficer(command_id="c", officer_id=officer.officer_id),
                     office.guard)
    assert office.count("unsent_forms") == 0


def test_a_whole_stay(office: Office) -> None:
    officer = office.set(office.link(office.enrol().officer_id))
    signed_in = office.sign_in("REVIEWER")
    token = TokenQuery(token=signed_in.token)
    assert views.whose_token(office.reading(), token, office.seen, IDLE) == officer
    signing_in.note_presence(office.runtime.context(Tick()), office.seen)
    with refusal("sign_in_failed"):
        office.sign_in(password=SECRET[1:])
    command = DismissOfficer(command_id="c", officer_id=officer.officer_id)
    posts.dismiss(office.context(), command, office.guard)
    with refusal("sign_in_required"):
        views.whose_token(office.reading(), token, office.seen, IDLE)
    assert (office.count("sessions"), office.count("links")) == (0, 0)
    assert office.count("outbox") == 3     # and the unit


def test_the_same_command_again_enrols_nobody(office: Office) -> None:
    officer = office.enrol("enrol.1")
    with pytest.raises(AlreadyAnswered) as answered:
        office.enrol("enrol.1")
    assert answered.value.answer["officer_id"] == officer.officer_id
    with refusal("command_reused"):
        office.enrol("enrol.1", digest="another")
    assert office.count("officers") == 1


@pytest.mark.parametrize(("actor", "seen"), [
    (REGISTRAR, True), (replace(REGISTRAR, division_code="530100"), True),
    (replace(REGISTRAR, division_code="530300"), False), (replace(REGISTRAR, division_code=""), False),
    (replace(REGISTRAR, division_code="530127", organ_id="530127", roles=frozenset({Role.LEAD})), True),
    (replace(REGISTRAR, organ_id="530127", roles=frozenset({Role.FILER}), unit="杨桥街道办事处"), False),
    (replace(REGISTRAR, roles=frozenset({Role.OPERATOR})), False)])
def test_rows_are_seen_by_scope(office: Office, actor: Actor, seen: bool) -> None:
    office.enrol()
    found = views.officers(office.reading(actor), OfficersQuery(organ_id="530127")).officers
    assert [officer.username for officer in found] == (["reviewer"] if seen else [])


def test_people_are_listed_as_their_names_are_spoken(office: Office) -> None:
    for number, name in enumerate(("赵清", "白正", "孙正", "李安")):
        office.enrol(username=f"reviewer{number}", name=name)
    found = views.officers(office.reading(REGISTRAR), OfficersQuery(organ_id="530127")).officers
    assert [officer.name for officer in found] == ["白正", "李安", "孙正", "赵清"]


def test_hashing_holds_up_nobody(heartbeat: Callable[[], int]) -> None:
    PASSWORDS.match(None, SECRET, known=True)
    before = heartbeat()
    PASSWORDS.match(None, SECRET, known=True)
    assert heartbeat() > before, "other green threads have their turn while a password is hashed"


def test_what_could_not_be_started_can_be_stopped(sqlite_config: Config) -> None:
    sqlite_config.data_dir.mkdir(parents=True, exist_ok=True)
    hold(sqlite_config.data_dir / "identity.db.lock")
    host = ServiceHost([IdentityService], sqlite_config)
    with pytest.raises(DatabaseInUse):
        host.start()
    assert host.stop(), "why it did not start is told, and not what follows from it"


@pytest.fixture
def host(sqlite_config: Config) -> Iterator[ServiceHost]:
    with hosted([IdentityService, FrontDoor], sqlite_config) as opened:
        yield opened


def ask(host: ServiceHost, actor: Actor | None, operation: Operation[Any, Any],
        payload: dict[str, object]) -> dict[str, object]:
    context = CallContext(actor, uuid4().hex, time.time() + CALL)
    return calls_of(host).call(context, operation, payload)


def signed_in(host: ServiceHost, password: str = demonstration.password()) -> dict[str, object]:
    return ask(host, None, operations.SIGN_IN, {"username": "songming.filer", "password": password})


@pytest.fixture
def founded(host: ServiceHost) -> ServiceHost:
    with eventlet.Timeout(60):
        while True:
            try:
                signed_in(host)
                return host
            except CaseError:
                eventlet.sleep(0.05)


def test_the_service_is_open_to_strangers_only_for_signing_in(founded: ServiceHost) -> None:
    token = signed_in(founded)["token"]
    assert ask(founded, None, operations.WHOSE_TOKEN, {"token": token})["name"] == "刘某"
    assert ask(founded, None, operations.SIGN_OUT, {"token": token}) == {}
    for command in (operations.ENROL_OFFICER, operations.DISMISS_OFFICER):
        with refusal("sign_in_required"):
            ask(founded, None, command, {})
    assert ask(founded, None, operations.OFFICERS, {"organ_id": "530127"}) == {"officers": []}


def test_no_password_is_kept_or_logged_in_any_readable_form(founded: ServiceHost, sqlite_config: Config,
                                                            capfd: pytest.CaptureFixture[str]) -> None:
    token = str(signed_in(founded)["token"])
    with refusal("sign_in_failed"):
        signed_in(founded, SECRET)
    registrar = replace(REGISTRAR, officer_id="province.registrar")
    command = {"command_id": "c1", "username": "new", "name": "新人", "organ_id": "530127",
               "roles": ["reviewer"]}
    enrolled = ask(founded, registrar, operations.ENROL_OFFICER, command)
    link = str(ask(founded, registrar, operations.ISSUE_LINK, {"officer_id": enrolled["officer_id"]})["link"])
    ask(founded, None, operations.SET_PASSWORD, {"link": link, "password": OTHER})
    told = "".join(capfd.readouterr())
    kept = [file for file in sqlite_config.data_dir.rglob("*") if file.is_file()]  # keys: a folder
    assert kept
    told += "".join(file.read_bytes().decode("latin-1") for file in kept)
    for secret in (SECRET, OTHER, link, token, demonstration.password()):
        assert secret not in told


def test_views_and_answers_are_contracts(founded: ServiceHost) -> None:
    assert SignedIn.__dataclass_fields__.keys() == signed_in(founded).keys()
    lead = replace(REGISTRAR, roles=frozenset({Role.LEAD}), organ_id="530127", division_code="530127")
    found = ask(founded, lead, operations.OFFICERS, {"organ_id": "530127", "role": "reviewer"})
    assert found.keys() == OfficersView.__dataclass_fields__.keys()
    assert [officer["username"] for officer in found["officers"]] == [
        "songming.reviewer2", "songming.reviewer"]      # 钱明, 赵清: as names are spoken
