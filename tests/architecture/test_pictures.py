"""The pictures of the two READMEs: the same in both, each there, none beside them, and light to fetch."""

import re

import pytest

from deploy.mailbox import ROOT

IMAGES = ROOT / "docs" / "images"
READMES = ("README.md", "README.zh.md")
MOST_BYTES = 1_000_000
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")


def pictures(readme: str) -> dict[str, str]:
    """The address of each picture, and what is said for who can't see it."""
    return {address: words for words, address in PICTURE.findall((ROOT / readme).read_text("utf-8"))}


@pytest.mark.parametrize("readme", READMES)
def test_every_picture_is_there_and_named(readme: str) -> None:
    named = pictures(readme)
    assert named.keys() == {f"docs/images/{file.name}" for file in IMAGES.iterdir()}
    assert all(len(words) > 5 for words in named.values()), "words for who can't see it"


def test_both_show_the_same_in_the_same_order() -> None:
    assert [*pictures(READMES[0])] == [*pictures(READMES[1])]


def test_together_they_are_light() -> None:
    assert sum(file.stat().st_size for file in IMAGES.iterdir()) < MOST_BYTES
