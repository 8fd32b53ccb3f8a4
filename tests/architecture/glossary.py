"""Whether the glossary and the code use the same words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

PAGE = "docs/glossary.md"
ROW = re.compile(r"\|[^|]+\|[^|]+\|([^|]+)\|")
NAMED = re.compile(r"`([^`]+)`( to come)?")
WORD = re.compile(r"[A-Za-z_]\w*")
WORDS = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*")


def wrong_words(root: Path) -> list[str]:
    """Words of the glossary's last column that the code does not know, and those to come that it does."""
    page = root / PAGE
    if not page.exists():
        return []
    known = {word for text in _texts(root) if WORDS.fullmatch(text) for word in text.split(".")}
    return [f"{PAGE}:{number}: {word}"
            for number, line in enumerate(page.read_text("utf-8").splitlines(), start=1)
            for word, comes in _named(line) if (word in known) == comes]


def _named(line: str) -> Iterator[tuple[str, bool]]:
    """The words of a row, and whether each is yet to come."""
    if row := ROW.fullmatch(line):
        for words, comes in NAMED.findall(row[1]):
            yield from ((word, bool(comes)) for word in WORD.findall(words))


def _texts(root: Path) -> Iterator[str]:
    """Identifiers, what stands in quotation marks, and the keys and values of the packs."""
    for file in (file for part in ("rongcuo", "services") for file in (root / part).rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            yield from (value for _, value in ast.iter_fields(node) if isinstance(value, str))
    for file in (root / "rongcuo" / "policy" / "packs").glob("*.yaml"):
        yield from _scalars(yaml.safe_load(file.read_text("utf-8")))


def _scalars(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    for part in [*node, *node.values()] if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from _scalars(part)
