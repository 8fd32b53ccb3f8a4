"""Who signs in where they did before, or changes their own password, waits before all strangers."""

import eventlet
import pytest

from rongcuo.contracts.errors import CaseError
from services.gateway import queueing
from tests.unit.gateway.site import OFFICER, TOKEN, FakeCaller, client_of

HEADERS = {"Authorization": f"Bearer {TOKEN}"}
FORM = {"username": "zhao", "password": "p"}


@pytest.fixture
def caller():
    caller = FakeCaller()
    caller.said["identity.sign_in"] = {"token": "t" * 43, "officer": OFFICER, "expires_at": ""}
    return caller


def had_turns(caller):
    return [(target, payload.get("username", "")) for target, payload in caller.asked
            if target in ("identity.sign_in", "identity.change_password", "identity.set_password")]


def lined_up(caller, *requests):
    """They come while all turns are taken."""
    client = client_of(caller)
    lanes, clients = client.application.extensions["queue"], []
    held = [lanes.turn(lambda: True) for _ in range(queueing.AT_ONCE)]
    for each in held:
        each.__enter__()
    for address, body, headers in requests:
        clients.append(eventlet.spawn(client.application.test_client().post, f"/api/v1{address}", json=body,
                                      headers=headers))
        eventlet.sleep(0)
    assert had_turns(caller) == []
    for each in held:
        each.__exit__(None, None, None)
        for _ in range(5):
            eventlet.sleep(0)
    assert all(each.wait().status_code < 300 for each in clients)
    return had_turns(caller)


def test_strangers_wait_behind_a_known_address_and_a_session(caller):
    caller.said["identity.known_at"] = lambda asked: {"known": asked["username"] == "known"}
    link = {"link": "l" * 43, "password": "p"}
    caller.said["identity.set_password"] = OFFICER
    turns = lined_up(
        caller, ("/tokens", FORM, {}), ("/password", link, {}),
        ("/tokens", {**FORM, "username": "known"}, {}),
        ("/me/password", {"present": "a", "password": "b"}, HEADERS))
    assert turns == [("identity.sign_in", "known"), ("identity.change_password", ""),
                     ("identity.sign_in", "zhao"), ("identity.set_password", "")]


def test_nothing_more_is_asked_while_nobody_waits(caller):
    client_of(caller).post("/api/v1/tokens", json=FORM)
    assert [target for target, _ in caller.asked] == ["identity.sign_in"]


def test_a_sign_in_that_is_answered_late_is_one_to_do_again_and_a_new_password_is_not(caller):
    caller.said |= dict.fromkeys(("identity.sign_in", "identity.set_password"), CaseError("answer_late"))
    late = client_of(caller).post("/api/v1/tokens", json=FORM)
    assert (late.status_code, late.get_json()["code"], late.headers["Retry-After"]) == (
        429, "busy_signing_in", "5")
    unknown = client_of(caller).post("/api/v1/password", json={"link": "l", "password": "p"})
    assert unknown.get_json()["code"] == "answer_late"
