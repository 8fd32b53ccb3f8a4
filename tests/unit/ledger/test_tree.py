"""The tree against the RFC's own recursive definitions and known answers; the outside verifier too."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from rongcuo.chassis.ledger import merkle
from tests.unit.ledger import reference
from tools import verify_ledger as outside

KNOWN = json.loads(Path("tools/vectors/merkle.json").read_text("utf-8"))
LINES = [bytes.fromhex(line) for line in KNOWN["leaves"]]
MANY = [f"line {number}".encode() for number in range(300)]


class Kept:
    """Nodes as a database keeps them: added in portions, read one by one, never changed."""

    def __init__(self) -> None:
        self.nodes: dict[merkle.Node, bytes] = {}
        self.size = 0
        self.reads = 0

    def add(self, lines: list[bytes]) -> None:
        for line in lines:
            self.nodes[0, self.size] = outside.leaf_hash(line)
            self.size += 1
        first = 2 * len([place for level, place in self.nodes if level == 1])
        leaves = [self.nodes[0, place] for place in range(first, self.size)]
        for node, digest in merkle.grown(first, leaves, self.nodes.__getitem__):
            assert node not in self.nodes
            self.nodes[node] = digest

    def hashes(self, spans: list[merkle.Span]) -> list[bytes]:
        parts = [merkle.nodes_of(span) for span in spans]
        self.reads += sum(map(len, parts))
        return [merkle.folded([self.nodes[node] for node in nodes]) for nodes in parts]

    def root(self, size: int) -> bytes:
        return self.hashes([(0, size)])[0]


def kept(lines: list[bytes]) -> Kept:
    store = Kept()
    store.add(lines)
    return store


@pytest.mark.parametrize("size", range(9))
def test_the_known_roots(size: int) -> None:
    known = bytes.fromhex(KNOWN["roots"][size])
    stack: list[bytes] = []
    for number, line in enumerate(LINES[:size]):
        outside.grow(stack, number, outside.leaf_hash(line))
    assert kept(LINES[:size]).root(size) == outside.root_of(stack) == reference.root(LINES[:size]) == known


@pytest.mark.parametrize("known", KNOWN["inclusion"], ids=lambda known: f"{known['index']}/{known['size']}")
def test_the_known_inclusion_proofs(known: dict) -> None:
    index, size, path = known["index"], known["size"], [bytes.fromhex(step) for step in known["path"]]
    assert kept(LINES[:size]).hashes(merkle.inclusion(index, size)) == path
    assert outside.included(outside.leaf_hash(LINES[index]), index, size, path).hex() == KNOWN["roots"][size]


@pytest.mark.parametrize("known", KNOWN["consistency"], ids=lambda known: f"{known['old']}-{known['size']}")
def test_the_known_consistency_proofs(known: dict) -> None:
    old, size, path = known["old"], known["size"], [bytes.fromhex(step) for step in known["path"]]
    roots = [bytes.fromhex(KNOWN["roots"][each]) for each in (old, size)]
    assert kept(LINES[:size]).hashes(merkle.consistency(old, size)) == path
    assert merkle.only_added(old, roots[0], size, roots[1], path)
    assert outside.continued(old, roots[0], size, roots[1], path)


@settings(max_examples=150)
@given(some.lists(some.integers(1, 300), max_size=8).map(sorted), some.data())
def test_grown_in_portions_it_is_the_tree_of_the_definition(cuts: list[int], data: some.DataObject) -> None:
    store = Kept()
    for start, end in pairwise([0, *cuts, 300]):
        store.add(MANY[start:end])
    size = data.draw(some.integers(1, 300))
    index, old = data.draw(some.integers(0, size - 1)), data.draw(some.integers(1, size))
    assert store.root(size) == reference.root(MANY[:size])
    assert store.hashes(merkle.inclusion(index, size)) == reference.inclusion(index, MANY[:size])
    assert store.hashes(merkle.consistency(old, size)) == reference.consistency(old, MANY[:size])


@settings(max_examples=150)
@given(some.data())
def test_no_proof_proves_anything_else(data: some.DataObject) -> None:
    size = data.draw(some.integers(2, 60))
    index, old = data.draw(some.integers(0, size - 1)), data.draw(some.integers(1, size - 1))
    lines = MANY[:size]
    path, growth = reference.inclusion(index, lines), reference.consistency(old, lines)
    before, after = reference.root(lines[:old]), reference.root(lines)
    other = data.draw(some.integers(0, size - 1).filter(lambda number: number != index))
    assert led_to(outside.leaf_hash(lines[other]), index, size, path) != after
    assert led_to(outside.leaf_hash(lines[index]), other, size, path) != after
    assert led_to(outside.leaf_hash(lines[index]), index, size, path[:-1]) != after
    false = [*lines[:other], b"another", *lines[other + 1:]]
    for judge in (merkle.only_added, tree_continued):
        assert judge(old, before, size, after, growth)
        assert not judge(old, before, size, reference.root(false), growth)
        assert not judge(old, reference.root([*lines[:old - 1], b"another"]), size, after, growth)
        assert not judge(old, before, size, after, [*growth, before])
        assert not judge(old, before, size, after, growth[:-1])


def led_to(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes | None:
    try:
        return outside.included(leaf, index, size, path)
    except outside.Wrong:
        return None


def tree_continued(*claim) -> bool:
    try:
        return outside.continued(*claim)
    except outside.Wrong:
        return False


def test_reads_and_writes_grow_with_the_logarithm() -> None:
    store, size = Kept(), 1 << 14
    store.add([b"line"] * size)
    assert len(store.nodes) < 2 * size
    for ask in (merkle.inclusion(4711, size - 1), merkle.consistency(4711, size - 1), [(0, size - 1)]):
        store.reads = 0
        store.hashes(ask)
        assert store.reads <= 2 * 14
