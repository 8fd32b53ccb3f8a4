"""A ledger in memory that signs what it is told to, also what no platform would write."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from rongcuo.chassis.ledger import signed_note
from tests.unit.ledger import reference
from tools import verify_ledger as outside

SALT = "5a" * 16
AT, LATER = "2026-05-06T11:00:00+08:00", "2026-05-08T11:00:00+08:00"
SUBMITTED = {"filing_id": "f1", "number": "530125-2026-000001", "title": "续建", "digest": "aa" * 32,
             "organ_id": "530125", "submitted_at": AT, "review_due_at": "2026-05-07T17:30:00+08:00",
             "review_due_provisional": False, "valid_until": "2027-05-06", "validity_months": 0}
SUPPLEMENTED = {"filing_id": "f1", "title": "续建（补正）", "digest": "bb" * 32, "supplemented_at": LATER,
                "review_due_at": "2026-05-11T17:30:00+08:00", "review_due_provisional": True,
                "valid_until": None, "validity_months": 12}


def spelled(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class Issuer:
    """`lines` and `payloads` as they come."""

    def __init__(self, origin: str = "a/filing") -> None:
        self.origin, self.key = origin, Ed25519PrivateKey.generate()
        self.lines: list[str] = []
        self.payloads: list[str] = []

    @property
    def vkey(self) -> str:
        return signed_note.vkey(self.origin, self.key.public_key().public_bytes_raw())

    @property
    def keys(self) -> list[dict[str, str]]:
        return [{"vkey": self.vkey, "endorsement": ""}]

    def tell(self, kind: str, payload: dict[str, Any], at: str) -> int:
        """One line more; its number."""
        said = spelled(payload)
        committed = sha256(bytes.fromhex(SALT) + said.encode()).hexdigest()
        self.lines.append(spelled({"what": f"filing.filing_{kind}.v1", "subject": "f1", "at": at,
                                   "payload": committed}))
        self.payloads.append(said)
        return len(self.lines)

    def goes_on(self, **other: Any) -> "Issuer":
        """The ledger of a service that was split off, on the same node: with these lines, and one that says
        whose they are."""
        told = [line.encode() for line in self.lines]
        after = Issuer("a/determination")
        after.key = self.key
        facts = {"ledger": self.origin, "size": len(told), "root": reference.root(told).hex() if told else ""}
        after.lines = [*self.lines, spelled({"what": "ledger.continued", "subject": "determination",
                                             "facts": {**facts, **other}})]
        return after

    def note(self, size: int = 0, lines: list[str] | None = None) -> str:
        """The signed checkpoint of so many lines, or of others."""
        told = [line.encode() for line in lines or self.lines[:size or None]]
        text = signed_note.Checkpoint(self.origin, len(told), reference.root(told)).text
        return signed_note.sign(text, self.origin, [self.key])

    def proof(self, seq: int, size: int = 0) -> dict[str, Any]:
        told = [line.encode() for line in self.lines[:size or None]]
        return {"seq": seq, "body": self.lines[seq - 1], "salt": SALT, "payload": self.payloads[seq - 1],
                "tree_size": len(told), "hashes": [each.hex() for each in reference.inclusion(seq - 1, told)],
                "checkpoint": self.note(size), "keys": self.keys}

    def growth(self, old: int) -> dict[str, Any]:
        told = [line.encode() for line in self.lines]
        return {"old": self.note(old), "new": self.note(), "keys": self.keys,
                "hashes": [each.hex() for each in reference.consistency(old, told)]}

    def receipt(self, proof: dict[str, Any], later: dict[str, Any] | None = None) -> dict[str, Any]:
        said = json.loads(proof["payload"])
        newest = json.loads(later["payload"]) if later else said
        return {**{name: said[name] for name in ("filing_id", "number", "organ_id", "submitted_at")},
                **{name: newest[name] for name in ("title", "digest", "review_due_provisional", "valid_until",
                                                   "validity_months")},
                "supplemented_at": newest["supplemented_at"] if later else None,
                "first_digest": said["digest"] if later else "",
                "review_due_on": newest["review_due_at"][:10], "proof": proof, "supplement_proof": later}

    def export(self, *sizes: int, **header: Any) -> str:
        """With checkpoints of these sizes, up to the last of them."""
        told = [{"format": "rongcuo-ledger-1", "origin": self.origin, "keys": self.keys,
                 "lines": max(sizes, default=0), "checkpoints": len(sizes), **header}]
        for seq, body in enumerate(self.lines[:max(sizes, default=0)], 1):
            told += [{"seq": seq, "leaf": outside.leaf_hash(body.encode()).hex(), "body": body}]
            told += [{"checkpoint": self.note(seq)}] if seq in sizes else []
        return "".join(f"{spelled(each)}\n" for each in told)


def supplemented() -> Issuer:
    """A filing, its supplement, and one line more."""
    issuer = Issuer()
    issuer.tell("submitted", SUBMITTED, AT)
    issuer.tell("supplemented", SUPPLEMENTED, LATER)
    issuer.tell("submitted", {**SUBMITTED, "filing_id": "f2"}, LATER)
    return issuer


class Reader:
    """Somebody with files and the verifier. `witnessed`: what they kept."""

    def __init__(self, folder: Path, *pinned: str) -> None:
        self.folder, self.pinned = folder, pinned

    def reads(self, content: Any, *witnessed: str) -> tuple[int, str]:
        file = self.folder / "file"
        file.write_text(content if isinstance(content, str) else json.dumps(content, indent=1), "utf-8")
        kept = [self.folder / f"witness{number}" for number, _ in enumerate(witnessed)]
        for each, note in zip(kept, witnessed, strict=True):
            each.write_text(note, "utf-8")
        status, told = outside.check(file, self.pinned, kept)
        return status, "\n".join(told)
