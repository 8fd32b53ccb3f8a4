"""Random edits of an export: bytes, lines, and records in perfect spelling."""

import json
from collections.abc import Callable
from hashlib import sha256
from random import Random

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rongcuo.chassis.ledger.signed_note import Checkpoint, sign, vkey
from tests.unit.ledger import reference

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
Edit = Callable[[Random, list[bytes]], list[bytes]]


def spelled(record: dict) -> bytes:
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def leaf(body: str) -> str:
    return sha256(b"\x00" + body.encode()).hexdigest()


def other_letter(random: Random, whole: str) -> str:
    place = random.randrange(len(whole))
    letter = random.choice([each for each in LETTERS if each != whole[place]])
    return whole[:place] + letter + whole[place + 1:]


# ---------------------------------------------------------------------- the export, as lines

def a_byte_changed(random: Random, lines: list[bytes]) -> list[bytes]:
    whole = bytearray(b"".join(lines))
    whole[random.randrange(len(whole))] ^= random.randrange(1, 256)
    return [bytes(whole)]


def a_byte_lost(random: Random, lines: list[bytes]) -> list[bytes]:
    whole = b"".join(lines)
    place = random.randrange(len(whole))
    return [whole[:place], whole[place + 1:]]


def a_byte_added(random: Random, lines: list[bytes]) -> list[bytes]:
    whole = b"".join(lines)
    place = random.randrange(len(whole) + 1)
    return [whole[:place], bytes([random.randrange(256)]), whole[place:]]


def a_line_lost(random: Random, lines: list[bytes]) -> list[bytes]:
    place = random.randrange(len(lines))
    return lines[:place] + lines[place + 1:]


def a_line_twice(random: Random, lines: list[bytes]) -> list[bytes]:
    place = random.randrange(len(lines))
    return lines[:place] + lines[place:place + 1] + lines[place:]


def two_lines_swapped(random: Random, lines: list[bytes]) -> list[bytes]:
    one, two = random.sample(range(len(lines)), 2)
    swapped = lines.copy()
    swapped[one], swapped[two] = lines[two], lines[one]
    return swapped


def a_body_rewritten(random: Random, lines: list[bytes]) -> list[bytes]:
    """With its leaf hash, in perfect spelling."""
    place = random.choice([number for number, line in enumerate(lines) if b'"body"' in line])
    record = json.loads(lines[place])
    body = other_letter(random, record["body"])
    return [*lines[:place], spelled({**record, "body": body, "leaf": leaf(body)}), *lines[place + 1:]]


def the_end_cut_off(random: Random, lines: list[bytes]) -> list[bytes]:
    """Back to an earlier checkpoint, with a header that agrees: only a witness knows better."""
    ends = [number for number, line in enumerate(lines) if b'"checkpoint"' in line]
    kept = lines[:random.choice(ends[:-1]) + 1]
    header = json.loads(lines[0])
    header["checkpoints"] = sum(b'"checkpoint"' in line for line in kept)
    return [spelled({**header, "lines": len(kept) - 1 - header["checkpoints"]}), *kept[1:]]


def another_signs(random: Random, lines: list[bytes]) -> list[bytes]:
    """All of it rewritten and signed anew, by a key of the forger's own."""
    header = json.loads(lines[0])
    key = Ed25519PrivateKey.generate()
    forged = a_body_rewritten(random, lines)
    bodies = [json.loads(line)["body"] for line in forged if b'"body"' in line]
    told = {"vkey": vkey(header["origin"], key.public_key().public_bytes_raw()), "endorsement": ""}
    signed = (line if b'"body"' in line else
              spelled({"checkpoint": resigned(json.loads(line)["checkpoint"], bodies, key)})
              for line in forged[1:])
    return [spelled({**header, "keys": [told]}), *signed]


def a_number_of_another_type(random: Random, lines: list[bytes]) -> list[bytes]:
    """Equal to the one before, for a careless comparison."""
    header = json.loads(lines[0])
    name = random.choice(("lines", "checkpoints"))
    return [spelled({**header, name: float(header[name])}), *lines[1:]]


def a_member_more(random: Random, lines: list[bytes]) -> list[bytes]:
    """In perfect spelling: of a line, a checkpoint, the header, or its key."""
    place = random.randrange(len(lines))
    record, more = json.loads(lines[place]), {random.choice(LETTERS): random.choice(LETTERS)}
    if "keys" in record and random.random() < 0.5:
        record["keys"][0] |= more
        more = {}
    return [*lines[:place], spelled({**record, **more}), *lines[place + 1:]]


def a_note_written_on(random: Random, lines: list[bytes]) -> list[bytes]:
    place = random.choice([number for number, line in enumerate(lines) if b'"checkpoint"' in line])
    note = written_on(random, json.loads(lines[place])["checkpoint"])
    return [*lines[:place], spelled({"checkpoint": note}), *lines[place + 1:]]


EXPORT_EDITS: tuple[Edit, ...] = (
    a_byte_changed, a_byte_lost, a_byte_added, a_line_lost, a_line_twice, two_lines_swapped, a_body_rewritten,
    the_end_cut_off, another_signs, a_number_of_another_type, a_member_more, a_note_written_on)


def written_on(random: Random, note: str) -> str:
    """Behind the signature that holds: a word, the same again, or one by the same key that does not hold."""
    signature = note.partition("\n\n")[2]
    false = other_letter(random, signature[-60:-30])
    return note + random.choice((random.choice(LETTERS), "\n", "— \n", signature,
                                 f"{signature[:-60]}{false}{signature[-30:]}"))


def resigned(note: str, bodies: list[str], key: Ed25519PrivateKey) -> str:
    known = Checkpoint.read(note)
    root = reference.root([body.encode() for body in bodies[:known.size]])
    return sign(Checkpoint(known.origin, known.size, root).text, known.origin, [key])
