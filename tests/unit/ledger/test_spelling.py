"""Edits of the writing alone: what a careless comparison takes for equal is seen too."""

from pathlib import Path
from typing import Any

import pytest

from tests.unit.ledger.issuing import Issuer, Reader, spelled, supplemented


@pytest.fixture
def issuer() -> Issuer:
    return supplemented()


@pytest.fixture
def reader(tmp_path: Path, issuer: Issuer) -> Reader:
    return Reader(tmp_path, issuer.vkey)


def receipt(issuer: Issuer) -> dict[str, Any]:
    return issuer.receipt(issuer.proof(1), issuer.proof(2))


def test_an_export_without_a_signature_proves_nothing(issuer: Issuer, reader: Reader) -> None:
    for file in (issuer.export(), issuer.export(keys=[])):
        assert reader.reads(file)[0] == Reader(reader.folder).reads(file)[0] == 2
    assert reader.reads(issuer.export(), issuer.note())[0] == 1


def test_everything_in_an_export_has_one_spelling(issuer: Issuer, reader: Reader) -> None:
    whole = issuer.export(2, 3)
    assert reader.reads(whole)[0] == 0
    key = issuer.keys[0]
    for edited in (issuer.export(2, 3, lines=3.0), issuer.export(2, 3, checkpoints=2.0),
                   issuer.export(2, 3, remark=""), issuer.export(2, 3, keys=[{**key, "since": "2026"}]),
                   issuer.export(2, 3, keys=[{**key, "endorsement": None}]),
                   whole.replace('"}\n{"body"', '","zone":1}\n{"body"', 2),
                   whole.replace('{"checkpoint":', '{"checkpoint":"","checkpoint":'),
                   whole.replace('{"checkpoint":', '{ "checkpoint":'),
                   whole.replace('\\n"}\n', '\\na word\\n"}\n')):
        assert edited != whole
        assert reader.reads(edited)[0] == 1, edited


def edits(proof: dict[str, Any]) -> list[dict[str, Any]]:
    """Of a proof, so that a careless comparison finds it equal."""
    key, note = proof["keys"][0], proof["checkpoint"]
    return [{**proof, **edit} for edit in (
        {"seq": True}, {"seq": 1.0}, {"tree_size": 3.0}, {"remark": ""}, {"keys": [{**key, "since": ""}]},
        {"keys": [{**key, "endorsement": False}]}, {"checkpoint": note + "a word\n"},
        {"checkpoint": note + "\n"}, {"checkpoint": note + note.partition("\n\n")[2]},
        {"salt": proof["salt"].upper()}, {"payload": None}, {"hashes": None},
        {"hashes": [each.upper() for each in proof["hashes"]]})]


def test_everything_in_a_proof_has_one_type(issuer: Issuer, reader: Reader) -> None:
    for edited in edits(issuer.proof(1)):
        assert reader.reads(edited)[0] == 1, edited
        assert reader.reads(issuer.receipt(issuer.proof(1)) | {"proof": edited})[0] == 1, edited
    key = {**issuer.keys[0], "since": ""}
    for edit in ({"remark": ""}, {"keys": [key]}, {"new": issuer.note() + "a word\n"}):
        assert reader.reads({**issuer.growth(2), **edit})[0] == 1


def test_nothing_is_there_twice(issuer: Issuer, reader: Reader) -> None:
    text = spelled(receipt(issuer))
    assert reader.reads(text)[0] == 0
    assert reader.reads(text.replace('"number":', '"number":"530125-2026-000009","number":'))[0] == 1
