"""Whose signature makes whom act: only the gateway's an officer, and only for that call."""

import json
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rongcuo.chassis.call_context import ACTOR, CORRELATION, DEADLINE, CallContext
from rongcuo.chassis.signing import KeyFolder, Seals
from rongcuo.chassis.signing.calls import LEEWAY_S, Address, Proof, proof_of_call, sealed_call
from rongcuo.chassis.signing.statements import KEY, ORIGIN, SIGNATURE
from rongcuo.contracts.actor import SYSTEM, Actor, Role
from rongcuo.contracts.errors import CaseError

NOW = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
OFFICER = Actor("officer-1", "刘建国", "530127", "530127", "嵩明县某局", frozenset({Role.REVIEWER}))
OTHER = replace(OFFICER, officer_id="officer-2")
ADDRESS, BODY = Address("review.accept", "call-1", "reply-1"), b'{"args":[{}],"kwargs":{}}'
Headers = dict[str, Any]


@pytest.fixture
def folder(tmp_path: Path) -> KeyFolder:
    made = KeyFolder(tmp_path)
    for service in ("gateway", "review", "filing"):
        made.make(service, NOW)
    return made


def called(folder: KeyFolder, by: str, actor: Actor | None = OFFICER, **changes: Any) -> Headers:
    """The headers of a call."""
    context = replace(CallContext(actor, "corr", time.time() + 5), **changes)
    return sealed_call(Seals(folder, by), context.headers(), ADDRESS, BODY)


def proof(folder: KeyFolder, headers: Headers, address: Address = ADDRESS, body: bytes = BODY) -> Proof:
    return proof_of_call(Seals(folder, "identity"), headers, address, body)


def refused(folder: KeyFolder, headers: Headers, *about: Any) -> bool:
    with pytest.raises(CaseError, match="not_authentic"):
        proof(folder, headers, *about)
    return True


def test_the_gateways_signature_makes_an_officer_act(folder: KeyFolder) -> None:
    assert proof(folder, called(folder, "gateway")).signer == "gateway"


@pytest.mark.parametrize("actor", [None, SYSTEM])
def test_a_service_acts_as_the_platform_or_as_nobody(folder: KeyFolder, actor: Actor | None) -> None:
    assert proof(folder, called(folder, "review", actor)).signer == "review"


def test_no_service_makes_an_officer_act_by_itself(folder: KeyFolder) -> None:
    assert refused(folder, called(folder, "review"))
    assert refused(folder, called(folder, "review", replace(SYSTEM, officer_id="x")))


@pytest.mark.parametrize("name", [KEY, SIGNATURE, ACTOR, CORRELATION, DEADLINE])
@pytest.mark.parametrize("value", [None, "", "x", 7, ["x"], "filing/0000000000000000", "é"])
def test_what_is_altered_or_missing_is_refused(folder: KeyFolder, name: str, value: Any) -> None:
    headers = {**called(folder, "gateway"), name: value}
    if value is None:
        del headers[name]
    assert refused(folder, headers)


def test_a_signature_belongs_to_one_call(folder: KeyFolder) -> None:
    headers = called(folder, "gateway")
    for address in (replace(ADDRESS, routing_key="review.decline"), replace(ADDRESS, call_id="call-2"),
                    replace(ADDRESS, reply_to="reply-2")):
        assert refused(folder, headers, address)
    assert refused(folder, headers, ADDRESS, BODY + b" ")


def test_a_key_goes_by_its_own_name_only(folder: KeyFolder) -> None:
    headers = called(folder, "review", SYSTEM)
    assert refused(folder, {**headers, KEY: headers[KEY].replace("review/", "gateway/")})


def test_the_gateways_word_is_passed_on(folder: KeyFolder) -> None:
    first = called(folder, "gateway")
    deadline = float(first[DEADLINE])
    passed = called(folder, "review", origin=proof(folder, first).origin, deadline=deadline)
    told = proof(folder, passed)
    assert told.signer == "review"
    again = called(folder, "filing", origin=told.origin, deadline=deadline - 1)
    assert proof(folder, again).signer == "filing", "and on, with less time left"
    rounded = called(folder, "review", origin=told.origin, deadline=deadline + LEEWAY_S / 2)
    assert proof(folder, rounded).signer == "review"


def test_the_gateways_word_is_about_one_officer_and_ends_with_the_call(folder: KeyFolder) -> None:
    first = called(folder, "gateway")
    origin, deadline = proof(folder, first).origin, float(first[DEADLINE])
    assert refused(folder, called(folder, "review", OTHER, origin=origin, deadline=deadline))
    assert refused(folder, called(folder, "review", origin=origin, deadline=deadline + 1))
    assert refused(folder, called(folder, "review", origin=origin, deadline=float("nan")))


def test_only_the_gateway_gives_such_a_word(folder: KeyFolder) -> None:
    own = called(folder, "filing", SYSTEM)
    stated = json.loads(proof(folder, called(folder, "gateway")).origin[ORIGIN])
    stated[2] = json.dumps(OTHER.to_dict(), ensure_ascii=False)
    for origin in ({}, {ORIGIN: json.dumps(stated)}, {ORIGIN: 7},
                   {**proof(folder, called(folder, "gateway")).origin, ORIGIN: json.dumps(stated)},
                   {ORIGIN: json.dumps(["rongcuo call 1", own[KEY]]), "rongcuo.origin_key": own[KEY],
                    "rongcuo.origin_signature": own[SIGNATURE]}):
        assert refused(folder, called(folder, "review", OTHER, origin=origin))


def test_a_rotated_key_is_believed_until_it_is_retired(folder: KeyFolder) -> None:
    headers = called(folder, "gateway")
    before = folder.rotate("gateway", NOW)
    assert proof(folder, headers).signer == "gateway"
    assert proof(folder, called(folder, "gateway")).signer == "gateway"
    folder.retire("gateway", before)
    assert refused(folder, headers)
