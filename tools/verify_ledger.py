#!/usr/bin/env python3
"""Checks what a Rongcuo platform gave out of its ledger. One file, Python 3.11 or newer, nothing to install.

    python3 verify_ledger.py FILE [--key VKEY] [--witness CHECKPOINT]

FILE is an export of a ledger, a filing's receipt, the proof of one line, or the proof that one checkpoint
continues another. It shares no code with the platform, and asks nobody: it works without a network.
Exit status: 0 all is as it should be; 1 something is wrong; 2 nothing could be checked.
"""

import argparse
import json
import sys
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any, NamedTuple

CAUTION = """\
说明 · Keep in mind
- 本程序能发现改动,不能阻止改动。 It detects; it does not prevent.
- 最后一个被别处保存的检查点之后的内容,仍可能被整段丢弃。
  What came after the last checkpoint that somebody else keeps can still be cut off as a whole.
- 未被别处保存的检查点,持有签名密钥的人可以重写。
  Whoever holds the signing key can rewrite what no witness has seen: compare with --witness.
- 行内的时间由平台写下;早于见证的时间才由见证证明。
  A line's time is the platform's word; that it existed by then is proved by whoever kept the checkpoint."""
UNPINNED = """\
- 未给出 --key:公钥取自文件本身,请与对外公布的公钥核对:
  No --key was given: the key was taken from the file itself. Compare it with the published one:"""
FORMAT = "rongcuo-ledger-1"
FAULTS = (ValueError, KeyError, TypeError, AttributeError, IndexError, StopIteration, RecursionError)


class Wrong(Exception):
    """Something that must not be: in Chinese, in English."""


class Unreadable(Exception):
    """Nothing that could be checked."""


# ------------------------------------------------------------------ Ed25519 (RFC 8032), verifying only

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
Point = tuple[int, int, int, int]   # extended coordinates
ZERO: Point = (0, 1, 1, 0)


def add(one: Point, two: Point) -> Point:
    a, b = (one[1] - one[0]) * (two[1] - two[0]), (one[1] + one[0]) * (two[1] + two[0])
    c, d = 2 * D * one[3] * two[3] % P, 2 * one[2] * two[2]
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def point(raw: bytes) -> Point:
    """Raises ValueError for bytes that are no point of the curve."""
    y, odd = int.from_bytes(raw, "little") & (1 << 255) - 1, raw[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and odd):
        raise ValueError("no point of the curve")
    x = P - x if x & 1 != odd else x
    return x, y, 1, x * y % P


@cache
def multiples(base: Point) -> list[list[Point]]:
    """For each hexadecimal digit of a scalar, what its sixteen values amount to."""
    rows = []
    for _ in range(64):
        row = [ZERO]
        for _ in range(16):
            row.append(add(row[-1], base))
        base = row.pop()
        rows.append(row)
    return rows


def times(scalar: int, base: Point) -> Point:
    total = ZERO
    for place, row in enumerate(multiples(base)):
        total = add(total, row[scalar >> 4 * place & 15])
    return total


def signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the signature is by this key over this message."""
    if len(public) != 32 or len(signature) != 64 or (s := int.from_bytes(signature[32:], "little")) >= L:
        return False
    try:
        x, y, z, t = point(public)
        r = point(signature[:32])
    except ValueError:
        return False
    digest = int.from_bytes(sha512(signature[:32] + public + message).digest(), "little") % L
    found = add(times(s, BASE), times(digest, (P - x, y, z, P - t)))
    return (found[0] - r[0] * found[2]) % P == 0 and (found[1] - r[1] * found[2]) % P == 0


BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))


# ------------------------------------------------------------------ Merkle tree (RFC 6962, RFC 9162)

def leaf_hash(body: bytes) -> bytes:
    return sha256(b"\x00" + body).digest()


def node(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def grow(stack: list[bytes], count: int, leaf: bytes) -> None:
    """Put leaf number `count` (from 0) on the stack of perfect subtrees."""
    while count & 1:
        leaf, count = node(stack.pop(), leaf), count >> 1
    stack.append(leaf)


def root_of(stack: Sequence[bytes]) -> bytes:
    root = stack[-1] if stack else sha256(b"").digest()
    for left in stack[-2::-1]:
        root = node(left, root)
    return root


def climb(index: int, last: int, path: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each hash of a path with whether it stands on the left. Raises Wrong for a path of the wrong length."""
    for step in path:
        if not last:
            raise Wrong("证明的长度不对", "the proof has the wrong length")
        left = bool(index & 1) or index == last
        yield step, left
        while left and index and not index & 1:
            index, last = index >> 1, last >> 1
        index, last = index >> 1, last >> 1
    if last:
        raise Wrong("证明的长度不对", "the proof has the wrong length")


def included(leaf: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes:
    """The root that a leaf and its inclusion proof lead to."""
    for step, left in climb(index, size - 1, path):
        leaf = node(step, leaf) if left else node(leaf, step)
    return leaf


def continued(old: int, old_root: bytes, size: int, root: bytes, path: Sequence[bytes]) -> bool:
    """Whether a consistency proof leads from one root to the other."""
    if old & (old - 1) == 0:
        path = [old_root, *path]
    index, last = old - 1, size - 1
    while index & 1:
        index, last = index >> 1, last >> 1
    before = after = path[0] if path else b""
    for step, left in climb(index, last, path[1:]):
        before = node(step, before) if left else before
        after = node(step, after) if left else node(after, step)
    return (before, after) == (old_root, root)


# ------------------------------------------------------------------ keys and checkpoints, as C2SP says

class Key(NamedTuple):
    name: str
    hash: bytes
    public: bytes


class Checkpoint(NamedTuple):
    origin: str
    size: int
    root: bytes


def raw_of(text: str) -> bytes:
    """Strict base64: one text for one value."""
    raw = b64decode(text, validate=True)
    if b64encode(raw).decode() != text:
        raise ValueError("not canonical base64")
    return raw


def key_of(vkey: str) -> Key:
    name, hashed, encoded = vkey.split("+", 2)
    raw = raw_of(encoded)
    if raw[0] != 1 or sha256(name.encode() + b"\n" + raw).digest()[:4].hex() != hashed:
        raise Wrong(f"公钥写法有误:{vkey}", f"not a well-formed Ed25519 key: {vkey}")
    return Key(name, bytes.fromhex(hashed), raw[1:])


def trusted(listed: Sequence[dict[str, str]], origin: str, pinned: Sequence[str]) -> list[Key]:
    """The keys of the file that may sign: the pinned one and its followers, each signed by the last."""
    good: list[Key] = []
    before = b""
    for one in listed:
        key = key_of(one["vkey"])
        said = f"rongcuo ledger key\n{b64encode(before).decode()}\n{b64encode(key.public).decode()}\n"
        if key.name != origin or (bool(before) != bool(one["endorsement"])) or (
                before and not signed(before, said.encode(), raw_of(one["endorsement"]))):
            raise Wrong("公钥不是由前一把公钥签署的", "a key was not signed by the key before it")
        if good or not pinned or one["vkey"] in pinned:
            good.append(key)
        before = key.public
    if not good:
        raise Wrong("文件的公钥不是您给出的公钥", "the file's keys are not the key you gave")
    return good


def checkpoint_of(note: str, keys: Sequence[Key]) -> Checkpoint:
    """The checkpoint, once one of the keys has signed it. Signatures of others do not matter."""
    text, gap, signatures = note.partition("\n\n")
    origin, size, root = text.split("\n")
    for line in signatures.removesuffix("\n").split("\n"):
        dash, name, encoded = line.split(" ")
        raw = raw_of(encoded)
        by = [key for key in keys if (key.name, key.hash) == (name, raw[:4])]
        if gap and note.endswith("\n") and dash == "—" and name == origin and any(
                signed(key.public, f"{text}\n".encode(), raw[4:]) for key in by):
            if str(int(size)) != size or len(raw_of(root)) != 32:
                break
            return Checkpoint(origin, int(size), raw_of(root))
    raise Wrong("检查点没有有效的签名", "a checkpoint has no valid signature")


# ------------------------------------------------------------------ what can be checked

class Check:
    """`pinned`: the keys that the reader trusts. `witnessed`: checkpoints that others kept."""

    def __init__(self, pinned: Sequence[str] = (), witnessed: Sequence[str] = ()) -> None:
        self.pinned, self.witnessed = pinned, witnessed
        self.keys: Sequence[str] = ()

    def export(self, lines: Iterator[bytes]) -> list[str]:
        """All lines, all checkpoints, and that every witnessed one is among them."""
        header = canonical(next(lines))
        keys = self._trusted(header, header["origin"])
        stack: list[bytes] = []
        count, seen = 0, {}
        for raw in lines:
            if raw.startswith(b'{"checkpoint"'):
                found = checkpoint_of(canonical(raw)["checkpoint"], keys)
                if found != (header["origin"], count, root_of(stack)) or count in seen:
                    raise Wrong(f"前 {count} 行与检查点不符", f"the first {count} lines are not those signed")
                seen[count] = found
            else:
                grow(stack, count, line_hash(raw, count + 1))
                count += 1
        whole = {"format": FORMAT, "lines": count, "checkpoints": len(seen),
                 "origin": header["origin"], "keys": header["keys"]}
        if header != whole or (count and count not in seen):
            raise Wrong("文件不完整", "the file is not complete")
        for note in self.witnessed:
            kept = checkpoint_of(note, keys)
            if seen.get(kept.size) != kept:
                raise Wrong(f"与别处保存的 {kept.size} 行检查点不符",
                            f"the ledger does not agree with the witnessed checkpoint of {kept.size} lines")
        return [f"账本 Ledger {header['origin']}",
                f"行 lines {count}; 检查点 checkpoints {len(seen)}; 有见证 witnessed {len(self.witnessed)}"]

    def line(self, proof: dict[str, Any]) -> dict[str, Any]:
        """The line that a proof proves."""
        origin = proof["checkpoint"].partition("\n")[0]
        found = checkpoint_of(proof["checkpoint"], self._trusted(proof, origin))
        root = included(leaf_hash(proof["body"].encode()), proof["seq"] - 1, found.size, hashes(proof))
        if not 0 < proof["seq"] <= found.size or (found.size, found.root) != (proof["tree_size"], root):
            raise Wrong("该行不在检查点所签的账本里", "the line is not in the ledger that was signed")
        told: dict[str, Any] = json.loads(proof["body"])
        if proof["payload"] and told["payload"] != sha256(
                bytes.fromhex(proof["salt"]) + proof["payload"].encode()).hexdigest():
            raise Wrong("内容与账本的行不符", "the payload is not what the line commits to")
        return told

    def record(self, proof: dict[str, Any]) -> list[str]:
        told = self.line(proof)
        return [f"第 {proof['seq']} 行 line / {proof['tree_size']}: {told['what']} {told['at']}",
                f"检查点 Checkpoint:\n{proof['checkpoint']}"]

    def growth(self, proof: dict[str, Any]) -> list[str]:
        keys = self._trusted(proof, proof["old"].partition("\n")[0])
        old, new = checkpoint_of(proof["old"], keys), checkpoint_of(proof["new"], keys)
        if not 0 < old.size < new.size or old.origin != new.origin or not continued(
                old.size, old.root, new.size, new.root, hashes(proof)):
            raise Wrong("后一检查点不是前一检查点的延续", "the later checkpoint does not continue the other")
        return [f"{old.origin}: {old.size} → {new.size}"]

    def receipt(self, receipt: dict[str, Any]) -> list[str]:
        """Whether the filing was there, with this number, time and content, when it was signed."""
        proof = receipt["proof"]
        if proof is None:
            raise Unreadable("回执还没有证明,请稍后重新下载 · no proof yet: download it again in a moment")
        told, said = self._event(proof, receipt["filing_id"], "filing.filing_submitted.v")
        self._same(receipt, said, ("filing_id", "number", "organ_id"))
        if len({datetime.fromisoformat(at) for at in (receipt["submitted_at"], said["submitted_at"])}) > 1:
            raise Wrong("报送时间不符", "the time of submission differs")
        later = receipt.get("supplement_proof")
        if later:
            _, said = self._event(later, receipt["filing_id"], "filing.filing_supplemented.v")
        self._same(receipt, said, ("title", "digest"))
        return [f"报备 Filing {receipt['number']}: {receipt['title']}",
                f"报送于 submitted {receipt['submitted_at']}",
                f"内容摘要值 digest of the content {receipt['digest']}",
                f"账本第 {proof['seq']} 行 line {proof['seq']} ({told['at']})",
                "在签下此检查点之前已经存在 existed before this checkpoint was signed:", proof["checkpoint"]]

    def _event(self, proof: dict[str, Any], subject: str, kind: str) -> tuple[dict[str, Any], dict[str, Any]]:
        told = self.line(proof)
        if not told["what"].startswith(kind) or told["subject"] != subject:
            raise Wrong("账本的行说的是另一件事", "the line tells of something else")
        if not proof["payload"]:
            raise Unreadable("平台已不再保存该行的内容 · the platform keeps the line's payload no longer")
        return told, json.loads(proof["payload"])

    def _same(self, receipt: dict[str, Any], said: dict[str, Any], names: Sequence[str]) -> None:
        for name in names:
            if receipt[name] != said[name]:
                raise Wrong(f"回执的 {name} 与账本不符", f"the receipt's {name} is not what the ledger says")

    def _trusted(self, holder: dict[str, Any], origin: str) -> list[Key]:
        self.keys = [one["vkey"] for one in holder["keys"]]
        return trusted(holder["keys"], origin, self.pinned)


def canonical(raw: bytes) -> dict[str, Any]:
    """An object in its one canonical spelling."""
    found: dict[str, Any] = json.loads(raw)
    if json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n" != raw:
        raise Wrong("有一行不是规范写法", "a line is not in canonical spelling")
    return found


def line_hash(raw: bytes, seq: int) -> bytes:
    """The leaf hash of an exported line, which must be the number `seq`."""
    line = json.loads(raw)
    leaf = leaf_hash(line["body"].encode())
    spelled = f'{{"body":{json.dumps(line["body"], ensure_ascii=False)},"leaf":"{leaf.hex()}","seq":{seq}}}\n'
    if spelled.encode() != raw:
        raise Wrong(f"第 {seq} 行被改动、缺失或次序不对", f"line {seq} was changed, is missing or misplaced")
    return leaf


def hashes(proof: dict[str, Any]) -> list[bytes]:
    found = [bytes.fromhex(one) for one in proof["hashes"]]
    if any(len(raw) != 32 or raw.hex() != one for raw, one in zip(found, proof["hashes"], strict=True)):
        raise Wrong("证明里的散列值有误", "a hash of the proof is not well-formed")
    return found


def check(file: Path, pinned: Sequence[str] = (), witnessed: Sequence[str] = ()) -> tuple[int, list[str]]:
    """The exit status and what to say."""
    todo = Check(pinned, witnessed)
    try:
        with file.open("rb") as opened:
            told = _by_kind(todo, opened)
    except Wrong as wrong:
        return 1, [f"有问题:{wrong.args[0]}", f"WRONG: {wrong.args[1]}"]
    except (Unreadable, OSError) as error:
        return 2, [f"无法核验 · Can't be checked: {error}"]
    except FAULTS as error:
        return 1, ["有问题:文件的写法不对", f"WRONG: not well-formed ({type(error).__name__})"]
    return 0, ["一致 · OK", *told, CAUTION, *([] if pinned else [UNPINNED, *todo.keys])]


def _by_kind(todo: Check, opened: Any) -> list[str]:
    start = opened.readline()
    opened.seek(0)
    if FORMAT.encode() in start:
        return todo.export(opened)
    found = json.load(opened)
    for field, checked in (("proof", todo.receipt), ("old", todo.growth), ("body", todo.record)):
        if field in found:
            return checked(found)
    raise Unreadable("不认识的文件 · not a file of the ledger")


def main() -> int:
    parser = argparse.ArgumentParser(description="核验账本、回执或证明 · Checks a ledger, receipt or proof")
    parser.add_argument("file", type=Path)
    parser.add_argument("--key", action="append", default=[], help="您信任的公钥 · a key you trust (vkey)")
    parser.add_argument("--witness", action="append", type=Path, default=[],
                        help="别处保存的检查点 · a file with a checkpoint that somebody kept")
    given = parser.parse_args()
    status, told = check(given.file, given.key, [file.read_text("utf-8") for file in given.witness])
    print("\n".join(told))
    return status


if __name__ == "__main__":
    sys.exit(main())
