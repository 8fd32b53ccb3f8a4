"""A ledger that goes on where another stood: the line that says so is checked, and witnesses of the other."""

from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from tests.unit.ledger.issuing import AT, SUBMITTED, Issuer, Reader

ROOT_OF_OTHERS = "ab" * 32


def review(lines: int = 3) -> Issuer:
    issuer = Issuer("a/review")
    for number in range(lines):
        issuer.tell("submitted", {**SUBMITTED, "filing_id": f"f{number}"}, AT)
    return issuer


@pytest.mark.parametrize("lines", [0, 1, 3, 4])
def test_it_says_which_ledger_it_continues(lines: int, tmp_path: Path) -> None:
    after = review(lines).goes_on()
    after.tell("submitted", SUBMITTED, AT)
    status, words = Reader(tmp_path, after.vkey).reads(after.export(lines + 2))
    assert (status, f"continues a/review: 前 {lines} 行" in words) == (0, True), words


@pytest.mark.parametrize("other", [
    {"root": ROOT_OF_OTHERS}, {"root": ""}, {"size": 2}, {"size": 4}, {"size": "3"}, {"more": 1}])
def test_what_it_says_of_the_other_must_hold(other: dict[str, Any], tmp_path: Path) -> None:
    after = review().goes_on(**other)
    status, words = Reader(tmp_path, after.vkey).reads(after.export(4))
    assert (status, "WRONG" in words) == (1, True), words


def test_lines_changed_on_the_way_are_seen(tmp_path: Path) -> None:
    after = review().goes_on()
    after.lines[1] = after.lines[0]
    assert Reader(tmp_path, after.vkey).reads(after.export(4))[0] == 1


@pytest.mark.parametrize("size", [1, 2, 3])
def test_a_witness_of_the_other_ledger_holds_its_lines(size: int, tmp_path: Path) -> None:
    before = review()
    after, forged = before.goes_on(), review()
    reader = Reader(tmp_path, after.vkey)
    status, words = reader.reads(after.export(4), before.note(size))
    assert (status, words.count("witnessed checkpoints: 1")) == (0, 1), words
    assert "witnessed checkpoints: 2" in reader.reads(after.export(4), before.note(size), after.note())[1]
    forged.key, forged.lines = before.key, ["another", *before.lines[1:]]
    status, words = reader.reads(forged.goes_on().export(4), before.note(size))
    assert (status, f"checkpoint of {size} lines" in words) == (1, True), words


def test_a_witness_of_what_the_other_wrote_since_decides_nothing(tmp_path: Path) -> None:
    before = review()
    after = before.goes_on()
    before.tell("submitted", SUBMITTED, AT)
    reader = Reader(tmp_path, after.vkey)
    status, words = reader.reads(after.export(4), before.note())
    assert (status, "another ledger" in words) == (2, True), words
    assert reader.reads(after.export(4), Issuer("a/filing").note(lines=before.lines[:2]))[0] == 2


def test_the_other_s_witness_is_signed_by_the_node_s_key_or_by_one_that_is_given(tmp_path: Path) -> None:
    before = review()
    after = before.goes_on()
    before.key = Ed25519PrivateKey.generate()
    assert Reader(tmp_path, after.vkey).reads(after.export(4), before.note())[0] == 1
    assert Reader(tmp_path, after.vkey, before.vkey).reads(after.export(4), before.note())[0] == 0
