#!/usr/bin/env python3
"""Checks what a Rongcuo platform gave out of its ledger. One file, Python 3.11 or newer, nothing to install.

    python3 verify_ledger.py FILE [--key VKEY] [--witness CHECKPOINT] [--ballots FILE]

FILE is an export of a ledger, a filing's or a ballot's receipt, the proof of one line, or the proof that one
checkpoint continues another. With an export of determination's ledger (until v0.3.0 review's), --ballots
names receipts of ballots, or meetings as the API shows them after the reveal: each vote is held against its
commitment.
It shares no code with the platform, and asks nobody: it works without a network.
Exit status: 0 all is as it should be; 1 something is wrong; 2 it can't be decided, as without a signature
or with a witness of another size.
"""

import argparse
import io
import json
import sys
from base64 import b64decode, b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta, timezone
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
- 未给出 --key:公钥取自文件本身,请与对外公布的公钥核对。签名的是:
  No --key was given: the key was taken from the file itself. Compare with the published one. Signed by:"""
UNDECIDED = (
    "未定:别处保存的检查点为 {0} 行,文件的为 {1} 行,须核验两者之间的延续证明(两个检查点都作 --witness)"
    " · undecided: checkpoints of {0} lines were kept elsewhere, those of the file are of {1}: it needs the"
    " proof of growth from one to the other (ledger proof --growth), checked with both as --witness")
FORMAT = "rongcuo-ledger-1"
SHANGHAI = timezone(timedelta(hours=8))
KEY = {"vkey": str, "endorsement": str}
PROOF = {"seq": int, "body": str, "salt": str, "payload": str, "tree_size": int, "hashes": list,
         "checkpoint": str, "keys": list}
GROWTH = {"old": str, "new": str, "hashes": list, "keys": list}
RECEIPT = {"filing_id": str, "number": str, "title": str, "digest": str, "organ_id": str,
           "review_due_on": str, "review_due_provisional": bool, "submitted_at": str}
SUPPLEMENTED = ("supplemented_at", "first_digest")   # earlier editions do not say it
BALLOT = {"meeting_id": str, "number": str, "item_id": str, "round": int, "member_id": str, "choice": str,
          "reason": str, "salt": str, "commitment": str}
# Until v0.3.0 ballots were review's; the word stayed when they became determination's.
COMMITTED = frozenset({"review.ballot_committed"})
COMMITTED_AT_ALL = b".ballot_committed"
OF_BALLOTS = ("/determination", "/review")
CONTINUED = "ledger.continued"       # the line of a ledger that goes on where another stood
CONTINUED_AT_ALL = CONTINUED.encode()
BEFORE = {"ledger": str, "size": int, "root": str}
FAULTS = (ValueError, KeyError, TypeError, AttributeError, IndexError, StopIteration, RecursionError)


class Wrong(Exception):
    """Something that must not be: in Chinese, in English."""


class Unreadable(Exception):
    """What can't be decided."""


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
    vkey: str
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


def vkey_of(name: str, raw: bytes) -> str:
    hashed = sha256(name.encode() + b"\n" + raw).digest()[:4].hex()
    return f"{name}+{hashed}+{b64encode(raw).decode()}"


def key_of(vkey: str) -> Key:
    name, hashed, encoded = vkey.split("+", 2)
    raw = raw_of(encoded)
    if raw[0] != 1 or vkey_of(name, raw) != vkey:
        raise Wrong(f"公钥写法有误:{vkey}", f"not a well-formed Ed25519 key: {vkey}")
    return Key(vkey, name, bytes.fromhex(hashed), raw[1:])


def trusted(listed: Sequence[dict[str, str]], origin: str, pinned: Sequence[str]) -> list[Key]:
    """The keys of the file that may sign: the pinned one and its followers, each signed by the last."""
    good: list[Key] = []
    before = b""
    for one in listed:
        key = key_of(shaped(one, KEY)["vkey"])
        said = f"rongcuo ledger key\n{b64encode(before).decode()}\n{b64encode(key.public).decode()}\n"
        if key.name != origin or (bool(before) != bool(one["endorsement"])) or (
                before and not signed(before, said.encode(), raw_of(one["endorsement"]))):
            raise Wrong("公钥不是由前一把公钥签署的", "a key was not signed by the key before it")
        if good or not pinned or key.vkey in pinned:
            good.append(key)
        before = key.public
    if listed and not good:
        raise Wrong("文件的公钥不是您给出的公钥", "the file's keys are not the key you gave")
    return good


def signers(note: str, keys: Sequence[Key]) -> list[Key]:
    """Which of the keys signed a note. Other people's signatures do not matter; one by ours must hold."""
    text, _, signatures = note.partition("\n\n")
    found: list[Key] = []
    for line in signatures.removesuffix("\n").split("\n"):
        dash, name, encoded = line.split(" ")
        raw = raw_of(encoded)
        by = [key for key in keys if (key.name, key.hash) == (name, raw[:4])]
        if dash != "—" or not name or len(raw) < 5 or any(
                key in found or not signed(key.public, f"{text}\n".encode(), raw[4:]) for key in by):
            raise Wrong("检查点有无效的签名", "a checkpoint has a signature that is not valid")
        found += by
    if not found or not note.endswith("\n"):
        raise Wrong("检查点没有有效的签名", "a checkpoint has no valid signature")
    return found


def checkpoint_of(note: str) -> Checkpoint:
    """What a note says, whoever signed it."""
    origin, size, root = note.partition("\n\n")[0].split("\n")
    if str(int(size)) != size or len(raw_of(root)) != 32:
        raise Wrong("检查点的写法不对", "a checkpoint is not well-formed")
    return Checkpoint(origin, int(size), raw_of(root))


def notes_of(file: Path) -> list[str]:
    """The checkpoints in a witness's file, with blank lines between them."""
    try:
        parts = file.read_text("utf-8-sig").strip().split("\n\n")
        notes = [f"{text}\n\n{names}\n" for text, names in zip(parts[::2], parts[1::2], strict=True)]
        return [note for note in notes if checkpoint_of(note)]
    except (Wrong, ValueError):
        raise Unreadable(f"见证文件不是检查点 · {file} is no checkpoint in UTF-8") from None


# ------------------------------------------------------------------ what can be checked

class Check:
    """`pinned`: the keys that the reader trusts. `witnessed`: checkpoints that others kept."""

    def __init__(self, pinned: Sequence[str] = ()) -> None:
        self.pinned = pinned
        self.witnessed: list[str] = []
        self.origin = ""
        self.keys: list[Key] = []
        self.found: dict[int, Checkpoint] = {}
        self.signed_by: dict[str, None] = {}
        self.ballots: list[dict[str, Any]] = []
        self.committed: dict[Vote, dict[str, str]] = {}
        self.former: dict[str, int] = {}        # the ledgers that this one continues, with how many lines
        self.roots: dict[int, bytes] = {}       # of as many lines as some witness saw

    def export(self, lines: Iterator[bytes]) -> list[str]:
        """All lines, all checkpoints, and that every witnessed one is among them."""
        head = next(lines)
        header = json.loads(head)
        self._trust(header["keys"], header["origin"])
        stack: list[bytes] = []
        count, signed_at = 0, 0
        self.roots = dict.fromkeys((checkpoint_of(note).size for note in self.witnessed), b"")
        for raw in lines:
            if raw.startswith(b'{"checkpoint"'):
                note = json.loads(raw)["checkpoint"]
                if (self._checkpoint(note) != (self.origin, count, root_of(stack)) or count == signed_at
                        or raw != spelled({"checkpoint": note})):
                    raise Wrong(f"前 {count} 行与检查点不符", f"the first {count} lines are not those signed")
                signed_at = count
            else:
                self._add(raw, count, stack)
                count += 1
        whole = {"format": FORMAT, "lines": count, "checkpoints": len(self.found),
                 "origin": self.origin, "keys": header["keys"]}
        if head != spelled(whole) or count != signed_at:
            raise Wrong("文件不完整", "the file is not complete")
        self._compare(whole=True)
        if not count:
            raise Unreadable("账本没有已签名的行 · no line of this ledger has been signed")
        return [f"账本 Ledger {self.origin}", f"行 lines {count}; 检查点 checkpoints {len(self.found)}",
                *(f"续自 continues {name}: 前 {size} 行 lines" for name, size in self.former.items()),
                *(line for one in self.ballots for line in self._votes(one))]

    def record(self, proof: dict[str, Any]) -> list[str]:
        """That the line was there when it was signed."""
        told = self._line(proof)
        self._compare()
        return [f"第 {proof['seq']} 行 line / {proof['tree_size']}: {told['what']} {told['at']}",
                "检查点 Checkpoint:", *proof["checkpoint"].rstrip("\n").split("\n")]

    def growth(self, proof: dict[str, Any]) -> list[str]:
        """That one checkpoint continues the other."""
        shaped(proof, GROWTH)
        self._trust(proof["keys"], proof["old"].partition("\n")[0])
        old, new = self._checkpoint(proof["old"]), self._checkpoint(proof["new"])
        if not 0 < old.size < new.size or old.origin != new.origin or not continued(
                old.size, old.root, new.size, new.root, hashes(proof)):
            raise Wrong("后一检查点不是前一检查点的延续", "the later checkpoint does not continue the other")
        self._compare(linked=True)
        return [f"{self.origin}: {old.size} → {new.size}"]

    def receipt(self, receipt: dict[str, Any]) -> list[str]:
        """Whether the filing was there, with this number, time, content and due day, when it was signed."""
        proof, later = receipt["proof"], receipt.get("supplement_proof")
        covers = receipt.keys() & {"valid_until", "validity_months"}   # earlier editions do not say it
        apart = {"proof", "supplement_proof", "valid_until", *SUPPLEMENTED}
        shaped({name: receipt[name] for name in receipt.keys() - apart},
               {**RECEIPT, **dict.fromkeys(covers - apart, int)})
        if proof is None:
            raise Unreadable("回执还没有证明,请稍后重新下载 · no proof yet: download it again in a moment")
        said = first = self._event(proof, "submitted", receipt["filing_id"])
        same(receipt, said, ("filing_id", "number", "organ_id"))
        if moment(receipt["submitted_at"]) != moment(said["submitted_at"]):
            raise Wrong("报送时间不符", "the time of submission differs")
        if later is not None:
            said = self._event(later, "supplemented", receipt["filing_id"])
            if later["seq"] <= proof["seq"] or any(
                    one != two for one, two in zip(proof["keys"], later["keys"], strict=False)):
                raise Wrong("两个证明不是同一账本先后的两行", "the proofs are not of two lines of one ledger")
        supplemented(receipt, first, said if later else {})
        same(receipt, said, ("title", "digest", *sorted(covers)))
        if told := said.get("review_due_at"):   # supplements of earlier editions do not tell it
            day = moment(told).astimezone(SHANGHAI).date().isoformat()
            same(receipt, {**said, "review_due_on": day}, ("review_due_on", "review_due_provisional"))
        self._compare()
        until = receipt.get("valid_until") or f"{receipt.get('validity_months', '?')} 个月 months"
        return [f"报备 Filing {receipt['number']}: {receipt['title']}",
                f"报送于 submitted {receipt['submitted_at']}",
                *([f"报送时的内容摘要值 digest of what was submitted then {first['digest']}",
                   f"最后一次补正于 last supplemented {said['supplemented_at']}"] if later else []),
                f"内容摘要值 digest of the content {receipt['digest']}",
                f"受理后适用至 once accepted, covers until {until}",
                f"初审应于 review due {receipt['review_due_on']}"
                + (" 暂定 provisional" if receipt["review_due_provisional"] else "")
                + ("" if told else " (账本未载明,未经证明 not proved: the ledger does not tell it)"),
                *(f"账本第 {one['seq']} 行 line {one['seq']}" for one in (proof, later) if one),
                "在签下此检查点之前已经存在 existed before this checkpoint was signed:",
                *"\n".join(dict.fromkeys(one["checkpoint"] for one in (proof, later) if one)).split("\n")]

    def ballot(self, receipt: dict[str, Any]) -> list[str]:
        """Whether the member's commitment was there when it was signed, and opens to this vote."""
        shaped({name: receipt[name] for name in receipt.keys() - {"proof"}}, BALLOT)
        opened(receipt)
        if receipt["proof"] is None:
            raise Unreadable("回执还没有证明,请稍后重新下载 · no proof yet: download it again in a moment")
        told = self._line(receipt["proof"])
        facts = {"item": receipt["item_id"], "member": receipt["member_id"], "round": receipt["round"],
                 "commitment": receipt["commitment"]}
        if (told["what"] not in COMMITTED or not self.origin.endswith(OF_BALLOTS)
                or (told["subject"], told["facts"]) != (receipt["meeting_id"], facts)):
            raise Wrong("账本的行说的是另一件事", "the line tells of something else")
        self._compare()
        return [*voted(receipt), f"账本第 {receipt['proof']['seq']} 行 line {receipt['proof']['seq']}",
                "检查点 Checkpoint:", *receipt["proof"]["checkpoint"].rstrip("\n").split("\n")]

    def _add(self, raw: bytes, count: int, stack: list[bytes]) -> None:
        """A line of an export, behind `count` others."""
        leaf = line_hash(raw, count + 1)
        if CONTINUED_AT_ALL in raw:
            self._continue(json.loads(json.loads(raw)["body"]), count, root_of(stack))
        if COMMITTED_AT_ALL in raw:
            self._commit(json.loads(json.loads(raw)["body"]))
        grow(stack, count, leaf)
        if count + 1 in self.roots:
            self.roots[count + 1] = root_of(stack)

    def _continue(self, told: dict[str, Any], count: int, root: bytes) -> None:
        """The lines so far are those of the ledger that is named."""
        if told["what"] == CONTINUED:
            before = shaped(told["facts"], BEFORE)
            if (before["size"], before["root"]) != (count, root.hex() if count else ""):
                raise Wrong(f"前 {count} 行不是所续账本的行",
                            f"the first {count} lines are not those of the ledger that is continued")
            self.former[before["ledger"]] = count

    def _commit(self, told: dict[str, Any]) -> None:
        """A vote is cast once in a round: a later line of a member changes nothing."""
        if told["what"] in COMMITTED:
            facts = told["facts"]
            vote = Vote(told["subject"], facts["item"], facts["round"])
            self.committed.setdefault(vote, {}).setdefault(facts["member"], facts["commitment"])

    def _votes(self, found: dict[str, Any]) -> list[str]:
        """A receipt, or a meeting's revealed items, against the commitments of the export."""
        if not self.origin.endswith(OF_BALLOTS):
            raise Unreadable("选票在 determination 的账本里 · ballots are in the ledger of determination")
        if "commitment" in found:
            shaped({name: found[name] for name in found.keys() - {"proof"}}, BALLOT)
            vote = Vote(found["meeting_id"], found["item_id"], found["round"])
            self._held(found, vote, [found], whole=False)
            return voted(found)
        items = [item for item in found["items"] if item["state"] == "revealed" and not item["withheld"]]
        if not items:
            raise Unreadable("文件里没有已开的选票 · no open ballots in the file")
        for item in items:
            vote = Vote(found["meeting_id"], item["item_id"], item["round"])
            self._held(item, vote, item["ballots"], whole=True)
        return [f"会议 Meeting {found['number']}: 已核对 {len(items)} 项表决的全部选票"
                f" · all ballots on {len(items)} items are those committed to"]

    def _held(self, told: dict[str, Any], vote: "Vote", ballots: Sequence[dict[str, Any]],
              whole: bool) -> None:
        """`whole`: these are all ballots of the vote, which is the item's last."""
        committed = self.committed.get(vote, {})
        for ballot in ballots:
            if committed.get(ballot["member_id"]) != opened(ballot):
                raise Wrong(f"{ballot['member_id']} 的选票与账本中的承诺不符",
                            f"the ballot of {ballot['member_id']} is not what the ledger commits to")
        if not whole:
            return
        last = max((one.round for one in self.committed if one[:2] == vote[:2]), default=0)
        members = [ballot["member_id"] for ballot in ballots]
        if last != vote.round or sorted(members) != sorted(committed):
            raise Wrong("选票数与账本中的承诺数不符", "there are not as many ballots as commitments")
        if dict(Counter(ballot["choice"] for ballot in ballots)) != told["tally"]:
            raise Wrong("计票与选票不符", "the tally is not that of the ballots")

    def _line(self, proof: dict[str, Any]) -> dict[str, Any]:
        """The line that a proof proves."""
        shaped(proof, PROOF)
        self._trust(proof["keys"], proof["checkpoint"].partition("\n")[0])
        found = self._checkpoint(proof["checkpoint"])
        root = included(leaf_hash(proof["body"].encode()), proof["seq"] - 1, found.size, hashes(proof))
        if not 0 < proof["seq"] <= found.size or (found.size, found.root) != (proof["tree_size"], root):
            raise Wrong("该行不在检查点所签的账本里", "the line is not in the ledger that was signed")
        told: dict[str, Any] = json.loads(proof["body"])
        if proof["payload"] and told["payload"] != sha256(
                unhexed(proof["salt"]) + proof["payload"].encode()).hexdigest():
            raise Wrong("内容与账本的行不符", "the payload is not what the line commits to")
        return told

    def _event(self, proof: dict[str, Any], kind: str, filing_id: str) -> dict[str, Any]:
        """What a filing's ledger tells of it."""
        told = self._line(proof)
        if (not told["what"].startswith(f"filing.filing_{kind}.v") or told["subject"] != filing_id
                or not self.origin.endswith("/filing")):
            raise Wrong("账本的行说的是另一件事", "the line tells of something else")
        if not proof["payload"]:
            raise Unreadable("平台已不再保存该行的内容 · the platform keeps the line's payload no longer")
        said: dict[str, Any] = json.loads(proof["payload"])
        if moment(told["at"]) != moment(said[f"{kind}_at"]):
            raise Wrong("账本的行不是在所述时间写下的", "the line was not written at the time it tells of")
        return said

    def _trust(self, listed: Sequence[dict[str, str]], origin: str) -> None:
        self.origin, self.keys = origin, trusted(listed, origin, self.pinned)

    def _checkpoint(self, note: str) -> Checkpoint:
        self.signed_by.update(dict.fromkeys(key.vkey for key in signers(note, self.keys)))
        one = checkpoint_of(note)
        if self.found.setdefault(one.size, one) != one:
            raise Wrong(f"{one.size} 行的两个检查点互相矛盾", f"two checkpoints of {one.size} lines differ")
        return one

    def _compare(self, whole: bool = False, linked: bool = False) -> None:
        """With what witnesses kept. `whole`: the file must have each of their checkpoints. `linked`: it
        proves that its own continue each other, so that it is enough if one of them is witnessed."""
        notes = {note: checkpoint_of(note) for note in self.witnessed}
        kept = {note: one for note, one in notes.items() if one.origin == self.origin}
        earlier = {note: one for note, one in notes.items()
                   if note not in kept and 0 < one.size <= self.former.get(one.origin, 0)}
        for note, one in earlier.items():
            signers(note, self._keys_of(one.origin))
            if self.roots[one.size] != one.root:
                raise disagreeing(one)
        for note, one in kept.items():
            if whole or one.size in self.found:
                signers(note, self.keys)
                if self.found.get(one.size) != one:
                    raise disagreeing(one)
        theirs, ours = {one.size for one in kept.values()}, set(self.found)
        if self.witnessed and not kept and not earlier:
            raise Unreadable("别处保存的是另一账本的检查点 · the witness kept a checkpoint of another ledger")
        if kept and (theirs - ours or not (whole or linked or ours <= theirs)):
            sizes = (" ".join(map(str, sorted(each))) for each in (theirs, ours))
            raise Unreadable(UNDECIDED.format(*sizes))
        self.witnessed = [*kept, *earlier]

    def _keys_of(self, former: str) -> list[Key]:
        """A node has one key for all its ledgers: these keys under the former ledger's name, and those that
        the reader trusts by that name."""
        named = [vkey_of(former, b"\x01" + key.public) for key in self.keys]
        return [key for vkey in dict.fromkeys([*named, *self.pinned]) if (key := key_of(vkey)).name == former]


def disagreeing(one: Checkpoint) -> Wrong:
    return Wrong(f"与别处保存的 {one.size} 行检查点不符",
                 f"the ledger does not agree with the witnessed checkpoint of {one.size} lines")


class Vote(NamedTuple):
    """One vote on an item; each time it is opened anew is a round."""

    meeting: str
    item: str
    round: int


def opened(ballot: dict[str, Any]) -> str:
    """The commitment to which a ballot opens; it must be the one that the ballot names."""
    said = json.dumps([ballot["choice"], ballot["reason"]], ensure_ascii=False, separators=(",", ":"))
    found = sha256(unhexed(ballot["salt"]) + said.encode()).hexdigest()
    if found != ballot["commitment"]:
        raise Wrong("选票与其承诺不符", "the ballot does not open its commitment")
    return found


def voted(receipt: dict[str, Any]) -> list[str]:
    return [f"会议 Meeting {receipt['number']}: 议题 item {receipt['item_id']}",
            f"第 {receipt['round']} 轮表决 round {receipt['round']}",
            f"选票 ballot of {receipt['member_id']}: {receipt['choice']}",
            f"承诺 commitment {receipt['commitment']}"]


def same(receipt: dict[str, Any], said: dict[str, Any], names: Sequence[str]) -> None:
    for name in names:
        if receipt[name] != said[name]:
            raise Wrong(f"回执的 {name} 与账本不符", f"the receipt's {name} is not what the ledger says")


def supplemented(receipt: dict[str, Any], first: dict[str, Any], later: dict[str, Any]) -> None:
    """That the receipt says of its times and contents, as far as it does, which was which."""
    true = {"supplemented_at": later["supplemented_at"] if later else None,
            "first_digest": first["digest"] if later else ""}
    same(receipt, true, [name for name in SUPPLEMENTED if name in receipt])


def moment(text: str) -> datetime:
    """With its zone, in the one spelling that the platform uses."""
    found = datetime.fromisoformat(text)
    if found.tzinfo is None or found.isoformat() != text:
        raise ValueError("no moment")
    return found


def shaped(found: dict[str, Any], shape: Mapping[str, type]) -> dict[str, Any]:
    """The object, if it has exactly these members, of exactly these types: true is no 1."""
    if {name: type(value) for name, value in found.items()} != shape:
        raise Wrong("有缺少、多余或类型不对的项", "a member is missing, unknown or of another type")
    return found


def once(members: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object none of whose members is there twice, for a reader who takes the other one."""
    found = dict(members)
    if len(found) != len(members):
        raise Wrong("有一项出现了两次", "a member is there twice")
    return found


def spelled(record: dict[str, Any]) -> bytes:
    """A line in its one canonical spelling."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n"


def line_hash(raw: bytes, seq: int) -> bytes:
    """The leaf hash of an exported line, which must be the number `seq`."""
    line = json.loads(raw)
    leaf = leaf_hash(line["body"].encode())
    again = f'{{"body":{json.dumps(line["body"], ensure_ascii=False)},"leaf":"{leaf.hex()}","seq":{seq}}}\n'
    if again.encode() != raw:
        raise Wrong(f"第 {seq} 行被改动、缺失或次序不对", f"line {seq} was changed, is missing or misplaced")
    return leaf


def unhexed(text: str) -> bytes:
    raw = bytes.fromhex(text)
    if raw.hex() != text:
        raise ValueError("not canonical hexadecimal")
    return raw


def hashes(proof: dict[str, Any]) -> list[bytes]:
    found = [unhexed(one) for one in proof["hashes"]]
    if any(len(raw) != 32 for raw in found):
        raise Wrong("证明里的散列值有误", "a hash of the proof is not well-formed")
    return found


def shown(text: str) -> str:
    """On one line, with nothing in it that acts on a terminal."""
    return "".join(each if each.isprintable() or each == "\u3000" else
                   each.encode("unicode_escape").decode() for each in text)


def check(file: Path, pinned: Sequence[str] = (), witnessed: Sequence[Path] = (),
          ballots: Sequence[Path] = ()) -> tuple[int, list[str]]:
    """The exit status and what to say."""
    todo = Check(pinned)
    try:
        todo.ballots = [json.loads(one.read_bytes(), object_pairs_hook=once) for one in ballots]
        todo.witnessed = [note for kept in witnessed for note in notes_of(kept)]
        with file.open("rb") as opened:
            told = _by_kind(todo, opened)
    except Wrong as wrong:
        return 1, [shown(f"有问题:{wrong.args[0]}"), shown(f"WRONG: {wrong.args[1]}")]
    except (Unreadable, OSError) as error:
        return 2, [shown(f"无法核验 · Can't be checked: {error}")]
    except FAULTS as error:
        return 1, ["有问题:文件的写法不对", f"WRONG: not well-formed ({type(error).__name__})"]
    told.append(f"相符的见证 agreeing with witnessed checkpoints: {len(todo.witnessed)}")
    keys = [] if pinned else [UNPINNED, *map(shown, todo.signed_by)]
    return 0, ["一致 · OK", *map(shown, told), CAUTION, *keys]


def _by_kind(todo: Check, source: Any) -> list[str]:
    start = source.readline()
    source.seek(0)
    if _is_header(start):
        return todo.export(source)
    if todo.ballots:
        raise Unreadable("--ballots 须与账本的导出一起核验 · --ballots goes with an export of the ledger")
    found = json.load(source, object_pairs_hook=once)
    kinds = {"commitment": todo.ballot, "proof": todo.receipt, "old": todo.growth, "body": todo.record}
    for field, checked in kinds.items():
        if field in found:
            return checked(found)
    raise Unreadable("不认识的文件 · not a file of the ledger")


def _is_header(line: bytes) -> bool:
    try:
        found = json.loads(line)
    except ValueError:
        return False
    return isinstance(found, dict) and found.get("format") == FORMAT


def main() -> int:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")   # GBK and cp1252 lack some letters
    parser = argparse.ArgumentParser(description="核验账本、回执或证明 · Checks a ledger, receipt or proof")
    parser.add_argument("file", type=Path)
    parser.add_argument("--key", action="append", default=[], help="您信任的公钥 · a key you trust (vkey)")
    parser.add_argument("--witness", action="append", type=Path, default=[],
                        help="别处保存的检查点 · a file with a checkpoint that somebody kept")
    parser.add_argument("--ballots", action="append", type=Path, default=[],
                        help="选票回执,或开票后的会议 · a ballot's receipt, or a meeting after the reveal")
    given = parser.parse_args()
    status, told = check(given.file, given.key, given.witness, given.ballots)
    print("\n".join(told))
    return status


if __name__ == "__main__":
    sys.exit(main())
