"""The outside verifier's own arithmetic: known answers, and agreement with an established library."""

import ast
import json
import sys
from base64 import b64decode
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as some

from rongcuo.chassis.ledger import signed_note
from tools import verify_ledger as outside

FILE = Path("tools/verify_ledger.py")
KNOWN = json.loads(Path("tools/vectors/ed25519.json").read_text("utf-8"))


def test_it_stands_alone() -> None:
    parsed = list(ast.walk(ast.parse(FILE.read_text("utf-8"))))
    named = {name.name for node in parsed if isinstance(node, ast.Import)
             for name in node.names}
    named |= {str(node.module) for node in parsed
              if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in named} <= sys.stdlib_module_names


@pytest.mark.parametrize("known", KNOWN["signatures"], ids=lambda known: known["message"] or "empty")
def test_the_vectors_of_rfc_8032(known: dict) -> None:
    public, message, signature = (bytes.fromhex(known[name]) for name in ("public", "message", "signature"))
    assert outside.signed(public, message, signature)
    for place in range(64):
        changed = bytearray(signature)
        changed[place] ^= 1
        assert not outside.signed(public, message, bytes(changed))
    assert not outside.signed(public, message + b"!", signature)


def test_the_signed_note_of_the_go_library() -> None:
    note = KNOWN["note"]
    key = outside.key_of(note["vkey"])
    assert outside.signed(key.public, note["text"].encode(), b64decode(note["signature"]))
    assert signed_note.vkey("PeterNeumann", key.public) == note["vkey"]


@settings(max_examples=25)
@given(some.binary(min_size=32, max_size=32), some.binary(max_size=200), some.integers(0, 511))
def test_it_agrees_with_the_library(seed: bytes, message: bytes, bit: int) -> None:
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public, signature = key.public_key().public_bytes_raw(), key.sign(message)
    assert outside.signed(public, message, signature)
    changed = int.from_bytes(signature, "little") ^ 1 << bit
    assert not outside.signed(public, message, changed.to_bytes(64, "little"))


def test_a_signature_has_one_spelling() -> None:
    """s + L would satisfy the equation as well."""
    key = Ed25519PrivateKey.generate()
    signature = key.sign(b"m")
    larger = (int.from_bytes(signature[32:], "little") + outside.L).to_bytes(32, "little")
    assert not outside.signed(key.public_key().public_bytes_raw(), b"m", signature[:32] + larger)


@pytest.mark.parametrize("public", [b"", b"\xff" * 32, b"\x02" + bytes(31), bytes(31)])
def test_what_is_no_key_signs_nothing(public: bytes) -> None:
    assert not outside.signed(public, b"m", Ed25519PrivateKey.generate().sign(b"m"))


def test_several_signatures_on_one_checkpoint() -> None:
    mine, other = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    note = signed_note.sign(signed_note.Checkpoint("a/b", 3, bytes(32)).text, "a/b", [other, mine])
    keys = [outside.key_of(signed_note.vkey("a/b", mine.public_key().public_bytes_raw()))]
    assert outside.checkpoint_of(note) == ("a/b", 3, bytes(32))
    assert outside.signers(note, keys) == keys
    with pytest.raises(outside.Wrong):
        outside.signers(signed_note.sign("a/b\n3\nAAAA\n", "a/b", [other]), keys)


def test_a_signature_of_a_known_key_that_does_not_hold_refuses_the_note() -> None:
    """As C2SP says; what stands behind the first good signature is looked at too."""
    mine, other = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    keys = [outside.key_of(signed_note.vkey("a/b", key.public_key().public_bytes_raw())) for key in (mine,
                                                                                                     other)]
    good = signed_note.sign(signed_note.Checkpoint("a/b", 3, bytes(32)).text, "a/b", [mine])
    bad = signed_note.sign("another text\n", "a/b", [other]).partition("\n\n")[2]
    stranger = bad.replace("a/b", "c/d")
    assert outside.signers(good + stranger, keys) == keys[:1]
    for more in (bad, good.partition("\n\n")[2], "a word\n", "\n", "— a/b AAAA\n", stranger.rstrip()):
        with pytest.raises((outside.Wrong, ValueError)):
            outside.signers(good + more, keys)


@pytest.mark.parametrize("text", ["a/b\n03\n{root}\n", "a/b\n3\nAAAA\n", "a/b\n+3\n{root}\n"])
def test_a_signed_text_that_is_no_checkpoint(text: str) -> None:
    key = Ed25519PrivateKey.generate()
    note = signed_note.sign(text.format(root=signed_note.base64(bytes(32))), "a/b", [key])
    with pytest.raises(outside.Wrong):
        outside.checkpoint_of(note)
