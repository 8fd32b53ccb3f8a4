"""Through the API: what somebody types leaves the gateway's process sealed or boxed."""

from dataclasses import replace
from math import inf
from typing import Any

import pytest
from flask import g
from flask.testing import FlaskClient

from rongcuo.contracts.actor import Actor, Role
from rongcuo.contracts.custody import Group
from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.operation import Operation
from rongcuo.contracts.sealed import Part
from rongcuo.contracts.serialisation import dump, load
from rongcuo.contracts.vault import operations
from rongcuo.contracts.vault.forms import DepositForm
from services.clarify.access.reports import RIGHTS
from services.clarify.domain import Verb as Register
from services.gateway.rpc import Occasion
from services.vault import access as vault_access
from services.vault import pages, views
from services.vault.domain import Verb
from services.vault.pages.askers import KEPT, DailyKey
from services.vault.pages.asking import deposited
from services.vault.pages.at_the_door import Attempt
from services.vault.pages.box.floods import Turns
from services.vault.pages.words import REGISTRARS
from services.vault.usecases import by_code, deposits, files, orders
from tests.unit.gateway.site import OFFICER, SIGNED, FakeCaller, client_of
from tests.unit.vault.house import A1, B1, NAME, NOBODY, ORGAN, PHONE, READER, House, officer

API = "/api/v1"
WORDS = f"我是{NAME}，电话{PHONE}。李四批了款。"
FORM = {"organ_id": ORGAN, "real_name": True, "identity": {"name": NAME}, "contact": {"phone": PHONE},
        "words": WORDS}


class VaultCaller(FakeCaller):
    """Asks the house's vault as the broker would, in wire form; `sent` is all that has left the gateway."""

    def __init__(self, house: House) -> None:
        super().__init__()
        self.house, self.sent = house, ""
        self.deposited_as: list[str] = []
        self.does: dict[Operation[Any, Any], Any] = {
            operations.SEALING_KEYS: views.sealing_keys, operations.DEPOSIT_REPORTER: deposits.deposit,
            operations.LOOK_BY_CODE: by_code.look, operations.WRITE_BY_CODE: by_code.write,
            operations.ASK_BY_CODE: by_code.ask, operations.RENEW_CODE: by_code.renew,
            operations.ACKNOWLEDGE_BY_CODE: by_code.acknowledge,
            operations.WHERE_TO_SEAL: files.where_to_seal, operations.HAND_IN_BY_CODE: files.hand_in,
            operations.TAKE_IN_PAPERS: files.take_in,
            operations.REPORTER_FILE: files.copy,
            operations.APPROVE_UNSEALING: orders.approve, operations.IDENTITY: orders.identity}

    def call(self, operation, payload, actor, correlation_id, timeout, expected=""):
        if operation not in {*self.does, operations.PAPERS}:
            return super().call(operation, payload, actor, correlation_id, timeout, expected)
        self.sent += repr(payload)
        context = self.house.as_(actor or NOBODY)
        if operation is operations.DEPOSIT_REPORTER:
            self.deposited_as.append(context.actor.officer_id)
        told = load(operation.takes, payload)
        answer = dump(files.papers(context, told) if operation is operations.PAPERS
                      else self.does[operation](context, told, self.house.room))
        self.sent += repr(answer)
        return answer


@pytest.fixture
def caller(house: House) -> VaultCaller:
    return VaultCaller(house)


@pytest.fixture
def client(caller: VaultCaller, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    monkeypatch.setattr(pages, "TURNS", Turns())
    return client_of(caller)


def signed_in(caller: VaultCaller, actor: Actor) -> dict[str, str]:
    """From now on this officer's token, whom no cache remembers."""
    officer = OFFICER | {"officer_id": actor.officer_id, "name": actor.name, "organ_id": actor.organ_id,
                         "roles": sorted(actor.roles), "unit": ""}
    caller.said["identity.whose_token"] = officer
    return {"Authorization": SIGNED["Authorization"] + actor.officer_id}


def test_a_deposit_answers_the_code_once_and_sends_nothing_that_tells(
        client: FlaskClient, caller: VaultCaller) -> None:
    answer = client.post(f"{API}/reporters", json=FORM)
    assert answer.status_code == 201
    told = answer.get_json()
    assert told["words"] == "我是〔举报人〕，电话〔举报人〕。李四批了款。"
    (kept,) = caller.house.store.reporters.values()
    assert (kept.deposited_by, told["reporter_ref"]) == ("", "")
    for canary in (NAME, PHONE, told["code"], told["code"].replace("-", ""), "李四"):
        assert canary not in caller.sent


def test_an_officer_who_seals_it_by_the_api_gets_the_reference_to_register_it(
        client: FlaskClient, caller: VaultCaller) -> None:
    told = client.post(f"{API}/reporters", json=FORM, headers=signed_in(caller, READER)).get_json()
    (reporter_ref, kept), = caller.house.store.reporters.items()
    assert (told["reporter_ref"], kept.deposited_by) == (reporter_ref, READER.officer_id)
    for _ in range(8):      # an office brings more of them than somebody at home
        there = client.post(f"{API}/reporters", json=FORM, headers=signed_in(caller, READER))
        assert there.status_code == 201


def test_who_seals_it_while_signed_in_and_registers_nothing_came_as_anybody(
        client: FlaskClient, caller: VaultCaller) -> None:
    others = {*Role} - REGISTRARS - {Role.SYSTEM}
    for role in others:
        here = {"REMOTE_ADDR": f"203.0.113.{len(caller.house.store.reporters)}"}
        told = client.post(f"{API}/reporters", json=FORM, environ_base=here,
                           headers=signed_in(caller, officer(f"me-{role}", role)))
        assert (told.status_code, told.get_json()["reporter_ref"]) == (201, "")
    assert [each.deposited_by for each in caller.house.store.reporters.values()] == [""] * len(others)
    assert caller.deposited_as == [""] * len(others)


def test_pages_vault_and_clarify_agree_on_who_registers_reports() -> None:
    by_vault = {role for role in Role if vault_access.may(officer("x", role), Verb.BRING)}
    by_clarify = {role for role, rights in RIGHTS.items() if Register.REGISTER in rights.verbs}
    assert by_vault == REGISTRARS == by_clarify


def test_no_flood_by_the_api_signed_in_or_not_uses_up_the_box(
        client: FlaskClient, caller: VaultCaller) -> None:
    """Though all come from one address."""
    signed = [client.post(f"{API}/reporters", json=FORM, headers=signed_in(caller, READER)).status_code
              for _ in range(31)]
    assert signed == [201] * 30 + [429]
    assert [client.post(f"{API}/reporters", json=FORM).status_code for _ in range(7)] == [201] * 6 + [429]
    with client.application.test_request_context():
        for _ in range(30):
            g.correlation_id, g.occasion = "c", Occasion("c", inf)
            deposited(load(DepositForm, FORM), Attempt())


def test_a_marked_secret_is_not_sealed_by_the_api_either(client: FlaskClient, caller: VaultCaller) -> None:
    answer = client.post(f"{API}/reporters", json=FORM | {"words": "机密★ 某项部署"})
    assert (answer.status_code, answer.get_json()["code"]) == (422, "clarify.marked_secret")
    assert caller.house.store.reporters == {}
    assert "某项部署" not in caller.sent + repr(caller.asked)
    assert "clarify.note_marked_secret" in [target for target, _ in caller.asked]


def test_by_the_api_so_many_are_sealed_in_an_hour_of_one_asker_and_of_all(client: FlaskClient) -> None:
    def seal(address: str) -> int:
        return client.post(f"{API}/reporters", json=FORM, environ_base={"REMOTE_ADDR": address}).status_code
    here = client.application.extensions
    here["settings"] = replace(here["settings"], unproved_reports=7)
    assert [seal("203.0.113.7") for _ in range(7)] == [201] * 6 + [429]
    assert seal("203.0.113.8") == 201, "others have their turn"
    assert seal("203.0.113.9") == 429


def test_by_the_code_a_reporter_writes_asks_and_reads(client: FlaskClient, caller: VaultCaller) -> None:
    code = client.post(f"{API}/reporters", json=FORM).get_json()["code"]
    for address, more in (("write", {"text": "补充"}), ("ask", {"wish": "protection", "text": "有人威胁"}),
                          ("read", {})):
        answer = client.post(f"{API}/reporters/{address}", json={"code": code} | more)
        assert answer.status_code == 201, answer.get_json()
    seen = client.post(f"{API}/reporters/look", json={"code": code}).get_json()
    assert [each["text"] for each in seen["messages"]] == ["补充"]
    assert [each["wish"] for each in seen["wishes"]] == ["protection"]
    assert seen["told"][0]["read_at"]
    assert code not in caller.sent


def test_a_wrong_code_tells_nothing(client: FlaskClient) -> None:
    for code in ("0000-0000-0000-0000", "x", "王" * 20):
        answer = client.post(f"{API}/reporters/look", json={"code": code})
        assert (answer.status_code, answer.get_json()["code"]) == (404, "vault.no_such_code")
        assert code not in answer.get_data(as_text=True)


def test_the_address_does_not_leave_the_gateway(client: FlaskClient, caller: VaultCaller) -> None:
    client.post(f"{API}/reporters/look", json={"code": "x"}, environ_base={"REMOTE_ADDR": "203.0.113.77"})
    assert "203.0.113" not in caller.sent
    assert "'asker': ''" not in caller.sent


def test_two_custodians_open_and_the_reader_alone_sees(client: FlaskClient, caller: VaultCaller) -> None:
    house = caller.house
    client.post(f"{API}/reporters", json=FORM)
    reporter_ref, = house.store.reporters
    house.handled(reporter_ref, ("li",))
    order_id = house.ask(reporter_ref, Part.IDENTITY, Part.WORDS)
    for custodian, group in ((A1, Group.A), (B1, Group.B)):
        card = str(house.made[group].cards[custodian.officer_id])
        answer = client.post(f"{API}/unsealings/{order_id}/approve", json={"card": card},
                             headers=signed_in(caller, custodian))
        assert answer.status_code == 200, answer.get_json()
        assert card not in caller.sent
    seen = client.get(f"{API}/unsealings/{order_id}/identity", headers=signed_in(caller, READER))
    assert seen.headers["Cache-Control"] == "no-store"
    assert seen.get_json() == {"parts": [
        {"part": "identity", "fields": [{"name": "name", "value": NAME}]},
        {"part": "words", "fields": [{"name": "text", "value": WORDS}]}]}
    assert NAME not in caller.sent
    assert client.get(f"{API}/unsealings/{order_id}/identity",
                      headers=signed_in(caller, A1)).status_code == 404


def test_nobody_approves_or_reads_without_signing_in(client: FlaskClient) -> None:
    assert client.post(f"{API}/unsealings/x/approve", json={"card": "A"}).status_code == 401
    assert client.get(f"{API}/unsealings/x/identity").status_code == 401


def test_without_custodians_only_what_identifies_nobody_is_taken(
        client: FlaskClient, caller: VaultCaller) -> None:
    caller.house.store.keys.clear()
    assert client.post(f"{API}/reporters", json=FORM).get_json()["code"] == "vault.no_custodians"
    nobody = {"organ_id": ORGAN, "words": "李四批了款。"}
    assert client.post(f"{API}/reporters", json=nobody).status_code == 201


def test_a_refusal_of_the_vault_is_told_as_it_is(client: FlaskClient, caller: VaultCaller) -> None:
    caller.does[operations.LOOK_BY_CODE] = lambda *_: (_ for _ in ()).throw(CaseError("vault.too_many_codes"))
    assert client.post(f"{API}/reporters/look", json={"code": "x"}).status_code == 429


def test_an_asker_is_the_same_until_the_key_is_thrown_away(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = [0.0]
    monkeypatch.setattr("services.vault.pages.askers.monotonic", lambda: seconds[0])
    key = DailyKey()
    first = key.name("203.0.113.7")
    assert key.name("203.0.113.7") == first != key.name("203.0.113.8")
    seconds[0] = KEPT + 1
    assert key.name("203.0.113.7") != first
