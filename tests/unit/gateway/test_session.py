"""Whose token it is, for how long that is believed, and what a cookie may do."""

import pytest

from services.gateway.cookies import SESSION as COOKIE
from services.gateway.session import REMEMBERED
from tests.unit.gateway.site import SIGNED, TOKEN

ME = "/api/v1/me"


def questions(caller):
    return [target for target, _ in caller.asked].count("identity.whose_token")


def test_a_holder_is_remembered_for_a_short_while(caller, client):
    for _ in range(3):
        assert client.get(ME, headers=SIGNED).status_code == 200
    assert questions(caller) == 1
    assert REMEMBERED <= 30


def test_a_token_signed_out_is_forgotten_at_once(caller, client):
    assert client.delete("/api/v1/tokens/current", headers=SIGNED).status_code == 204
    client.get(ME, headers=SIGNED)
    assert questions(caller) == 2


def test_a_dismissed_officer_is_forgotten_at_once(caller, client):
    assert client.delete("/api/v1/officers/liu", headers=SIGNED).status_code == 200
    client.get(ME, headers=SIGNED)
    assert questions(caller) == 2


def test_a_wrong_token_is_not_remembered(caller, client):
    wrong = {"Authorization": f"Bearer {TOKEN[::-1]}"}
    for _ in range(2):
        assert client.get(ME, headers=wrong).get_json()["code"] == "sign_in_required"
    assert questions(caller) == 2


@pytest.mark.parametrize("header", [
    "Bearer", "Bearer ", "Bearer short", f"Basic {TOKEN}", f"Bearer {TOKEN} x", "Bearer " + "x" * 201,
    "Bearer é" + "x" * 30, f"bearer:{TOKEN}", f"Bearer {TOKEN}'--"])
def test_what_is_no_token_is_not_even_asked_about(caller, client, header):
    assert client.get(ME, headers={"Authorization": header}).status_code == 401
    assert questions(caller) == 0


def test_a_cookie_may_read_but_never_change(caller, client):
    client.set_cookie(COOKIE, TOKEN)
    assert client.get(ME).status_code == 200
    assert client.post("/api/v1/reviews/f1/resume").status_code == 401
    assert client.delete("/api/v1/tokens/current").status_code == 401
    assert [target for target, _ in caller.asked] == ["identity.whose_token"]


def test_a_header_outweighs_a_cookie(client):
    client.set_cookie(COOKIE, TOKEN)
    assert client.get(ME, headers={"Authorization": "Bearer nonsense"}).status_code == 401
