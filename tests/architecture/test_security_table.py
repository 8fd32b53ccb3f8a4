"""docs/security.md answers every requirement once, by tests and files that exist."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")
ROW = re.compile(r"^\| V(\S+) \| (.+?) \| (\S+) \| (.+) \|$", re.MULTILINE)
ROWS = ROW.findall(PAGE)
ANSWERS = ("met", "partly", "missing", "n/a")
CITED = re.compile(r"`((?:tests|services|rongcuo|docs|deploy|requirements)/[^`:]+)(?:::(\w+))?`")
WAITS = re.compile(r"[Oo]pen\b|[Ii]ssue 1[1-5]\b|[Ii]ssue 1[1-5] |comes? later")
LEVELS_1_AND_2 = 253


def test_every_requirement_is_answered_once_and_in_order() -> None:
    ids = [requirement for requirement, *_ in ROWS]
    assert len(ids) == len(set(ids)) == LEVELS_1_AND_2 == len(re.findall(r"^\| V\d", PAGE, re.MULTILINE))
    assert all(re.fullmatch(r"(?:[1-9]|1[0-7])\.[1-8]\.[1-9][0-9]?", requirement) for requirement in ids)
    assert all(_numbers(first) < _numbers(second) for first, second in pairwise(ids))


def test_each_answer_is_one_of_four_and_says_why() -> None:
    for requirement, _, state, answer in ROWS:
        assert state in ANSWERS, requirement
        assert state != "met" or CITED.search(answer) or "above" in answer, requirement
        assert state not in ("partly", "missing") or WAITS.search(answer), requirement


def test_the_counts_at_the_top_are_those_of_the_rows() -> None:
    told = re.search(r"Of (\d+): \*\*(\d+) met, (\d+) partly, (\d+) missing, (\d+) n/a\*\*", PAGE)
    counted = Counter(state for _, _, state, _ in ROWS)
    assert told is not None
    assert [int(count) for count in told.groups()] == [len(ROWS), *(counted[state] for state in ANSWERS)]


def test_what_is_cited_exists() -> None:
    cited = set(CITED.findall(PAGE))
    assert cited
    gone = [f"{path}::{name}" for path, name in sorted(cited) if not _is_there(path, name)]
    assert gone == []


def _is_there(path: str, name: str) -> bool:
    file = ROOT / path
    return file.is_file() and (not name or f"def {name}(" in file.read_text("utf-8"))


def _numbers(requirement: str) -> list[int]:
    return [int(part) for part in requirement.split(".")]
