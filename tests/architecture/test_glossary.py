"""The glossary and the code use the same words, and the check sees where they do not."""

from pathlib import Path

import pytest

from tests.architecture.glossary import PAGE, wrong_words

ROOT = Path(__file__).resolve().parents[2]
CODE = {
    "services/filing/domain.py": '"""Speaks of a casebook."""\nclass Filing:\n    state = "draft"',
    "rongcuo/policy/packs/1.yaml": "gates:\n  - {code: before, name: whitelist of the place}",
}


def write(root: Path, place: str, text: str) -> None:
    (root / place).parent.mkdir(parents=True, exist_ok=True)
    (root / place).write_text(text, encoding="utf-8")


def test_every_word_of_the_glossary_is_the_codes_own_or_to_come() -> None:
    assert (ROOT / PAGE).exists()
    assert wrong_words(ROOT) == []


@pytest.mark.parametrize(("named", "wrong"), [
    ("`Filing.state` of a `draft`; `gates: before`", []),
    ("`casebook` to come", []),
    ("`filing`, `Filing`", ["filing"]),
    ("`casebook`", ["casebook"]),
    ("`whitelist`", ["whitelist"]),
    ("`Filing` to come, `gates`", ["Filing"]),
    ("`draft / discarded`", ["discarded"]),
])
def test_a_word_that_the_code_lacks_and_one_to_come_that_it_has_are_seen(
    named: str, wrong: list[str], tmp_path: Path,
) -> None:
    for place, text in CODE.items():
        write(tmp_path, place, text)
    write(tmp_path, PAGE, f"Not a row: `any`\n\n| 词 | word | in code |\n|---|---|---|\n|词|word|{named}|")
    assert wrong_words(tmp_path) == [f"{PAGE}:5: {word}" for word in wrong]
