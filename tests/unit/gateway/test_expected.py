"""ETag and If-Match: the later save never wins unseen."""

import pytest

from tests.unit.gateway.site import SIGNED
from tests.unit.gateway.test_routes import CONTENT, V1

TAG = "f1:3.2"


def test_a_view_brings_its_tag(caller, client):
    caller.said["filing.filing"] = {"filing_id": "f1", "tag": TAG}
    assert client.get(f"{V1}/filings/f1", headers=SIGNED).headers["ETag"] == f'"{TAG}"'


@pytest.mark.parametrize(("given", "expected"), [(f'"{TAG}"', TAG), ("*", ""), (None, "")])
def test_a_command_expects_what_its_sender_read(caller, client, given, expected):
    headers = SIGNED if given is None else {**SIGNED, "If-Match": given}
    assert client.put(f"{V1}/filings/f1", json={"content": CONTENT}, headers=headers).status_code == 200
    assert (caller.last[0], caller.expected) == ("filing.revise", expected)


@pytest.mark.parametrize("given", [TAG, f'W/"{TAG}"', f'"{TAG}", "other"', '""', f'"{"x" * 129}"'])
def test_what_is_no_single_tag_is_refused_and_asks_nobody(caller, client, given):
    answer = client.put(f"{V1}/filings/f1", json={"content": CONTENT}, headers={**SIGNED, "If-Match": given})
    assert (answer.status_code, answer.get_json()["errors"][0]["field"]) == (422, "If-Match")
    assert caller.last[0] != "filing.revise"


def test_a_question_expects_nothing(caller, client):
    client.get(f"{V1}/filings/f1", headers={**SIGNED, "If-Match": f'"{TAG}"'})
    assert caller.expected == ""
