"""One word for one thing, and nothing about a person is said by default."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
SAID = [*(ROOT / "services").rglob("*.html"), *(ROOT / "services").rglob("*.po"),
        *(ROOT / "services").rglob("*.yaml"), *(ROOT / "services").rglob("*.py"),
        *(ROOT / "rongcuo").rglob("*.yaml"), *(ROOT / "rongcuo").rglob("*.py"),
        *(ROOT / "scenarios").rglob("*.yaml"),
        *ROOT.glob("services/*/error_codes.toml"),
        ROOT / "rongcuo" / "contracts" / "error_codes.toml", ROOT / "README.zh.md"]
# Given up for: 专项调查组; 申诉, which is what a person lodges: 复核 is what the organ then does.
GIVEN_UP = ("核查组", "申诉复核", "申请复核", "复核申请", "复核决定书", "申诉书")
GROUND = re.compile(r'<select[^>]*name="ground"[^>]*>(.*?)</select>', re.DOTALL)


@pytest.mark.parametrize("word", GIVEN_UP)
def test_a_word_that_was_given_up_stands_nowhere(word: str) -> None:
    assert SAID
    assert [str(file.relative_to(ROOT)) for file in SAID if word in file.read_text("utf-8")] == []


def test_a_ground_for_recusal_is_chosen_and_never_preset() -> None:
    offered = [(file.name, found) for file in SAID if file.suffix == ".html"
               for found in GROUND.findall(file.read_text("utf-8"))]
    assert {name for name, _ in offered} == {"pieces.html"}
    for _, options in offered:
        assert options.startswith('<option value="">')
