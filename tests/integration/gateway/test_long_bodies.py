"""A long body is read while others go on: without a thread of its own there is no beat meanwhile."""

import json
from collections.abc import Callable
from io import BytesIO

import eventlet
import pytest
from flask import Flask

from rongcuo.contracts.errors import CaseError
from rongcuo.contracts.filing import SubmitFiling
from services.gateway.api.route import command
from services.gateway.incoming import Incoming
from services.gateway.request_parsing import MOST_BYTES, read_object

Heartbeat = Callable[[], int]


@pytest.fixture(autouse=True)
def beating(heartbeat: Heartbeat) -> None:
    while not heartbeat():
        eventlet.sleep(0)


def asked(text: bytes, kind: str) -> Incoming:
    return Incoming.from_values(method="POST", input_stream=BytesIO(text), content_length=len(text),
                                content_type=kind)


@pytest.mark.parametrize("field", [b"%41", b"%41a", b"%E4%BA%8B"])
def test_a_form_of_escapes(heartbeat: Heartbeat, field: bytes) -> None:
    request = asked(b"a=" + field * ((MOST_BYTES - 9) // len(field)), "application/x-www-form-urlencoded")
    before = heartbeat()
    assert len(request.form["a"]) > 100_000
    assert heartbeat() > before


def test_an_object_of_many_entries(heartbeat: Heartbeat) -> None:
    request = asked(json.dumps({"x": [["x" * 95]] * 9_000}).encode(), "application/json")
    before = heartbeat()
    assert len(read_object(request)["x"]) == 9_000
    assert heartbeat() > before


def test_a_command_of_many_wrong_entries(heartbeat: Heartbeat) -> None:
    text = json.dumps({"content": {"parties": [{"name": "x" * 80}] * 4_000}})
    with Flask("long").test_request_context(method="POST", data=text, content_type="application/json",
                                            headers={"Idempotency-Key": "one-key-of-ours"}):
        before = heartbeat()
        with pytest.raises(CaseError, match="invalid"):
            command(SubmitFiling, {"filing_id": "f1"})
        assert heartbeat() > before
