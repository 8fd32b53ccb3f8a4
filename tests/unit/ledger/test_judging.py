"""What the outside verifier says of files: genuine ones, forged ones, and ones that it can't decide about."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.unit.ledger.issuing import (
    AT,
    LATER,
    SUBMITTED,
    SUPPLEMENTED,
    Issuer,
    Reader,
    spelled,
    supplemented,
)
from tools import verify_ledger as outside

GENUINE = Path("tools/vectors/genuine")      # given out by an earlier edition of the platform
KEY = (GENUINE / "key").read_text("utf-8").strip()
OF_THE_FIRST_LINE = ("export.jsonl", "growth.json", "receipt.json")
OF_THREE_LINES = ("line.json", "supplemented.json")


@pytest.fixture
def issuer() -> Issuer:
    return supplemented()


@pytest.fixture
def reader(tmp_path: Path, issuer: Issuer) -> Reader:
    return Reader(tmp_path, issuer.vkey)


def receipt(issuer: Issuer) -> dict[str, Any]:
    return issuer.receipt(issuer.proof(1), issuer.proof(2))


def files(issuer: Issuer) -> dict[str, Any]:
    """One of every kind, all of three lines."""
    return {"export": issuer.export(2, 3), "growth": issuer.growth(2), "line": issuer.proof(3),
            "receipt": receipt(issuer)}


EVERY_KIND = pytest.mark.parametrize("kind", ["export", "growth", "line", "receipt"])


@pytest.mark.parametrize("name", [*OF_THE_FIRST_LINE, *OF_THREE_LINES])
def test_what_an_earlier_edition_gave_out_is_still_in_order(name: str) -> None:
    assert outside.check(GENUINE / name, [KEY])[0] == outside.check(GENUINE / name)[0] == 0
    seen = outside.check(GENUINE / name, [KEY], [GENUINE / "witness"])[0]
    assert seen == (0 if name in OF_THE_FIRST_LINE else 2)


# ---------------------------------------------------------------------- witnesses

@EVERY_KIND
def test_every_kind_of_file_is_held_against_the_witness(kind: str, issuer: Issuer, reader: Reader) -> None:
    file = files(issuer)[kind]
    status, words = reader.reads(file, issuer.note())
    assert (status, words.count("witnessed checkpoints: 1")) == (0, 1), words
    status, words = reader.reads(file, issuer.note(lines=["another", *issuer.lines[1:]]))
    assert (status, "3 lines" in words) == (1, True), words
    assert reader.reads(file, issuer.note(), issuer.note(lines=["another", *issuer.lines[1:]]))[0] == 1


@EVERY_KIND
def test_of_another_size_only_a_proof_of_growth_tells(kind: str, issuer: Issuer, reader: Reader) -> None:
    file, larger = files(issuer)[kind], supplemented()
    larger.key = issuer.key
    larger.tell("submitted", SUBMITTED, AT)
    status, words = reader.reads(file, larger.note())
    if kind == "export":         # it has all checkpoints up to its end: one that it lacks was cut off
        assert status == 1
    else:
        assert (status, "proof of growth" in words) == (2, True), words
    assert reader.reads(larger.growth(3), larger.note(), issuer.note())[0] == 0


@EVERY_KIND
def test_another_ledger_s_witness_decides_nothing(kind: str, issuer: Issuer, reader: Reader) -> None:
    other = Issuer("a/review")
    other.tell("submitted", SUBMITTED, AT)
    status, words = reader.reads(files(issuer)[kind], other.note())
    assert (status, "another ledger" in words) == (2, True)
    assert reader.reads(files(issuer)[kind], f"{other.note()}\n{issuer.note()}\n")[0] == 0


def test_both_checkpoints_of_a_receipt_are_to_be_witnessed(issuer: Issuer, reader: Reader) -> None:
    file = issuer.receipt(issuer.proof(1, 1), issuer.proof(2))
    assert reader.reads(file, issuer.note(1), issuer.note())[0] == 0
    assert reader.reads(file, issuer.note(1))[0] == reader.reads(file, issuer.note())[0] == 2


def test_two_proofs_that_contradict_each_other(issuer: Issuer, reader: Reader) -> None:
    forged = supplemented()
    forged.key = issuer.key
    forged.lines[2] = forged.lines[0]
    assert reader.reads(issuer.receipt(issuer.proof(1), forged.proof(2)))[0] == 1


def test_a_witness_that_can_not_be_read(issuer: Issuer, reader: Reader, tmp_path: Path) -> None:
    reader.reads(receipt(issuer))
    kept = tmp_path / "kept"
    assert outside.check(tmp_path / "file", reader.pinned, [kept])[0] == 2
    for text, encoding, status in ((issuer.note(), "utf-16", 2), ("", "utf-8", 2), ("a\n\nb\n", "utf-8", 2),
                                   (issuer.note().replace("\n", "\r\n"), "utf-8-sig", 0)):
        kept.write_bytes(text.encode(encoding))
        assert outside.check(tmp_path / "file", reader.pinned, [kept])[0] == status, text


# ---------------------------------------------------------------------- keys

def test_only_the_keys_that_signed_are_shown() -> None:
    listed = json.loads((GENUINE / "supplemented.json").read_text("utf-8"))["proof"]["keys"]
    words = outside.check(GENUINE / "supplemented.json")[1]
    assert [each["vkey"] in words for each in listed] == [False, True]
    words = outside.check(GENUINE / "export.jsonl")[1]
    assert [each["vkey"] in words for each in listed] == [True, True]


def test_a_stranger_does_not_hide_behind_the_genuine_key(issuer: Issuer, tmp_path: Path) -> None:
    """Without --key: a genuine submission, and a supplement of the forger's own."""
    forger, reader = supplemented(), Reader(tmp_path)
    status, words = reader.reads(forger.receipt(issuer.proof(1), forger.proof(2)))
    assert (status, issuer.vkey in words) == (1, False)
    assert reader.reads(issuer.receipt(forger.proof(1), issuer.proof(2)))[0] == 1
    status, words = reader.reads(receipt(forger))
    assert (status, forger.vkey in words, issuer.vkey in words) == (0, True, False)


# ---------------------------------------------------------------------- receipts

FALSE = {"filing_id": "f2", "number": "530125-2026-000002", "title": "另一件", "digest": "00" * 32,
         "organ_id": "530128", "review_due_on": "2026-06-30", "review_due_provisional": False,
         "valid_until": "2028-05-06", "validity_months": 99,
         "submitted_at": "2026-05-05T11:00:00+08:00", "remark": "予以受理", "supplement_proof": {},
         "supplemented_at": "2026-05-06T11:00:00+08:00", "first_digest": "bb" * 32}
ALMOST = {"review_due_provisional": 1, "validity_months": 12.0, "review_due_on": "20260511",
          "submitted_at": "2026-05-06T11:00:00.0000001+08:00"}


@pytest.mark.parametrize(("name", "false"), [*FALSE.items(), *ALMOST.items()])
def test_each_field_of_a_receipt_is_proved(name: str, false: Any, issuer: Issuer, reader: Reader) -> None:
    assert reader.reads(receipt(issuer))[0] == 0
    assert reader.reads({**receipt(issuer), name: false})[0] == 1
    alone = issuer.receipt(issuer.proof(1))
    assert reader.reads(alone)[0] == 0
    if alone.get(name) != false or type(alone[name]) is not type(false):
        assert reader.reads({**alone, name: false})[0] == 1


def test_of_a_supplement_both_contents_are_told_with_their_times(issuer: Issuer, reader: Reader) -> None:
    file = receipt(issuer)
    words = reader.reads(file)[1]
    for told in (f"submitted then {file['first_digest']}", f"supplemented {file['supplemented_at']}",
                 "line 1\n", "line 2\n"):
        assert told in words, words
    silent = {name: told for name, told in file.items() if name not in ("supplemented_at", "first_digest")}
    assert reader.reads(silent)[0] == 0, "earlier editions said neither"


def test_a_due_day_is_the_one_in_china(reader: Reader) -> None:
    late = Issuer()
    late.tell("submitted", {**SUBMITTED, "review_due_at": "2026-05-07T16:30:00+00:00"}, AT)
    file = {**late.receipt(late.proof(1)), "review_due_on": "2026-05-08"}
    reader.pinned = (late.vkey,)
    assert reader.reads(file)[0] == 0
    assert reader.reads({**file, "review_due_on": "2026-05-07"})[0] == 1


def test_a_due_day_that_no_line_tells_is_said_to_be_unproved() -> None:
    """Supplements of earlier editions did not tell it."""
    said = {name: "not proved" in "\n".join(outside.check(GENUINE / name, [KEY])[1])
            for name in ("receipt.json", "supplemented.json")}
    assert said == {"receipt.json": False, "supplemented.json": True}


@pytest.mark.parametrize(("origin", "at", "status"), [
    ("a/filing", AT, 0), ("a/notify", AT, 1), ("a/not-filing", AT, 1), ("a/filing", LATER, 1)])
def test_filing_s_own_ledger_wrote_it_at_that_time(origin: str, at: str, status: int, tmp_path: Path) -> None:
    issuer = Issuer(origin)
    issuer.tell("submitted", SUBMITTED, at)
    assert Reader(tmp_path, issuer.vkey).reads(issuer.receipt(issuer.proof(1)))[0] == status


def test_a_supplement_is_dated_too_and_comes_later(reader: Reader) -> None:
    for lines, (first, second) in (
            ((("submitted", SUBMITTED, AT), ("supplemented", SUPPLEMENTED, AT)), (1, 2)),
            ((("supplemented", SUPPLEMENTED, LATER), ("submitted", SUBMITTED, AT)), (2, 1))):
        issuer = Issuer()
        for line in lines:
            issuer.tell(*line)
        reader.pinned = (issuer.vkey,)
        assert reader.reads(issuer.receipt(issuer.proof(first), issuer.proof(second)))[0] == 1


def test_a_receipt_on_one_line_is_a_receipt_whatever_its_title(reader: Reader) -> None:
    issuer = Issuer()
    issuer.tell("submitted", {**SUBMITTED, "title": 'rongcuo-ledger-1 "format"'}, AT)
    reader.pinned = (issuer.vkey,)
    assert reader.reads(spelled(issuer.receipt(issuer.proof(1))) + "\n")[0] == 0


def test_a_title_does_not_speak_for_the_verifier(reader: Reader) -> None:
    issuer = Issuer()
    title = "路灯　安装\n一致 · OK\r\x9b2J\x1b[1m\u202eabc"
    issuer.tell("submitted", {**SUBMITTED, "title": title}, AT)
    reader.pinned = (issuer.vkey,)
    status, words = reader.reads(issuer.receipt(issuer.proof(1)))
    assert (status, words.count("\n一致"), "路灯　安装\\n一致" in words) == (0, 0, True)
    assert all(each.isprintable() or each in "\n　" for each in words)


# ---------------------------------------------------------------------- any terminal

@pytest.mark.parametrize("encoding", ["gbk", "cp1252", "ascii"])
def test_it_speaks_on_any_terminal(encoding: str, tmp_path: Path) -> None:
    issuer = Issuer()
    issuer.tell("submitted", {**SUBMITTED, "title": "路灯💡"}, AT)
    file = tmp_path / "file"
    file.write_text(json.dumps(issuer.receipt(issuer.proof(1))), "utf-8")
    run = subprocess.run([sys.executable, "tools/verify_ledger.py", str(file)], capture_output=True,
                         env={**os.environ, "PYTHONIOENCODING": encoding}, timeout=60, check=False)
    assert (run.returncode, run.stderr) == (0, b"")
